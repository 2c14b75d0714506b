import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProgram, temporaryFolder } from "../cli/run-program.ts";
import { readSample } from "../support/samples.ts";

const dump = readSample("harbour-talks.txt");

/** Checks the same dump each time, with a folder of its own for what is kept of the program. */
function checker(environment: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder({ "a.txt": dump });
  const kept = join(folder, "pressmark");
  return {
    kept,
    check: async () => {
      const { code, output, errors } = await runProgram(["check", "a.txt"], {
        folder,
        environment: { NODE_COMPILE_CACHE: folder, ...environment },
      });
      return { code, output, errors };
    },
    files: () => readdirSync(kept).map((name) => join(kept, name)),
  };
}

test("the compiled program is kept, grows for some calls and stays as it is then", async () => {
  const { check, files } = checker();
  const first = await check();
  expect(first).toMatchObject({ code: 1, errors: "" });
  // The commands' bundle and the check's, and nothing that the call did without.
  expect(files()).toHaveLength(2);
  for (let call = 0; call < 3; call++) {
    expect(await check()).toEqual(first);
  }
  const times = files().map((path) => statSync(path).mtimeMs);
  expect(await check()).toEqual(first);
  expect(files().map((path) => statSync(path).mtimeMs)).toEqual(times);
});

test("what is kept is for its owner alone", async () => {
  const { check, kept, files } = checker();
  await check();
  expect(statSync(kept).mode & 0o777).toBe(0o700);
  for (const path of files()) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
  }
});

test("a damaged or cut file is made again", async () => {
  const { check, files } = checker();
  const first = await check();
  for (const damage of [damaged, cut, emptied]) {
    for (const path of files()) {
      writeFileSync(path, damage(readFileSync(path)));
    }
    expect(await check()).toEqual(first);
  }
  for (const path of files()) {
    expect(statSync(path).size).toBeGreaterThan(1_000);
  }
});

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  return copy.fill(0, copy.length >> 2, (copy.length >> 2) + 512);
}

function cut(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length >> 1);
}

function emptied(bytes: Buffer): Buffer {
  return bytes.subarray(0, 0);
}

test("without a folder that can be written the program runs all the same", async () => {
  const { check } = checker({ NODE_COMPILE_CACHE: "/dev/null/no-such-place" });
  expect(await check()).toMatchObject({ code: 1, errors: "" });
});

test("NODE_DISABLE_COMPILE_CACHE keeps nothing", async () => {
  const { check, kept } = checker({ NODE_DISABLE_COMPILE_CACHE: "1" });
  expect(await check()).toMatchObject({ code: 1, errors: "" });
  expect(statSync(kept, { throwIfNoEntry: false })).toBeUndefined();
});
