import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { updateLocalFile } from "../../client/node/update-file.ts";
import { temporaryFolder } from "../cli/run-program.ts";
import { seededRandom } from "../support/random.ts";
import { KILLS, PATIENCE } from "./extent.ts";

function addEntries(file: string, name: string, count: number, padding = 0): ChildProcess {
  const program = join(import.meta.dirname, "add-entries.ts");
  return spawn(process.execPath, [program, file, name, String(count), String(padding)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("exit", resolve));
}

function listIn(file: string): string[] {
  return JSON.parse(readFileSync(file, "utf8")) as string[];
}

describe("a file that several windows change (ignore file, sidecar)", () => {
  test(
    "loses no entry of any of them",
    async () => {
      const file = join(temporaryFolder(), ".pressmark", "ignore.json");
      const names = ["one", "two", "three"];
      const codes = await Promise.all(names.map((name) => ended(addEntries(file, name, 60))));
      expect(codes).toEqual([0, 0, 0]);
      const expected = names.flatMap((name) =>
        Array.from({ length: 60 }, (_, number) => `${name}-${number}`),
      );
      expect(listIn(file).sort()).toEqual(expected.sort());
      expect(readdirSync(join(file, ".."))).toEqual(["ignore.json"]);
    },
    PATIENCE,
  );

  test(
    `killed ${KILLS} times at random moments while it is written, is the old or the new one, and nobody waits for the dead`,
    async () => {
      const random = seededRandom(8);
      const folder = temporaryFolder();
      const file = join(folder, "a.txt.annotations.jsonld");
      writeFileSync(file, "[]");
      let before: string[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        const child = addEntries(file, String(kill), 1000, 20_000);
        const end = ended(child);
        await firstChangeOf(file, before.length, child);
        await new Promise((resolve) => setTimeout(resolve, random.next() * 25));
        child.kill("SIGKILL");
        await end;
        // Whole JSON, with all that stood in it before and what this one added, in its order.
        const now = listIn(file);
        expect(now.slice(0, before.length)).toEqual(before);
        now.slice(before.length).forEach((entry, number) => {
          expect(entry.slice(0, 20)).toMatch(new RegExp(`^${kill}-${number}x`, "u"));
        });
        if (now.length > 60) {
          writeFileSync(file, "[]");
        }
        before = now.length > 60 ? [] : now;
      }
      const seen = readdirSync(folder).filter((name) => !name.startsWith("."));
      expect(seen.filter((name) => !/\.lock(?:-[0-9a-f]+)?$/u.test(name))).toEqual([
        "a.txt.annotations.jsonld",
      ]);
      const started = performance.now();
      expect(await updateLocalFile(file, async () => "[1]")).toBe("[1]");
      expect(performance.now() - started).toBeLessThan(5000);
      expect(readdirSync(folder)).not.toContain("a.txt.annotations.jsonld.lock");
    },
    PATIENCE,
  );

  test("stays a link, keeps its permissions, and is left alone when it is read-only or nothing is changed", async () => {
    const folder = temporaryFolder({ "real/list.json": "[]" });
    symlinkSync("real/list.json", join(folder, "list.json"));
    chmodSync(join(folder, "real/list.json"), 0o640);
    expect(await updateLocalFile(join(folder, "list.json"), async (text) => `${text} `)).toBe("[] ");
    expect(lstatSync(join(folder, "list.json")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real/list.json"), "utf8")).toBe("[] ");
    expect(statSync(join(folder, "real/list.json")).mode & 0o777).toBe(0o640);
    expect(await updateLocalFile(join(folder, "list.json"), async () => null)).toBeNull();
    await expect(
      updateLocalFile(join(folder, "list.json"), () => Promise.reject(new Error("words for the user"))),
    ).rejects.toThrow("words for the user");
    chmodSync(join(folder, "real/list.json"), 0o440);
    await expect(updateLocalFile(join(folder, "list.json"), async () => "new")).rejects.toThrow(
      /read-only|EACCES/u,
    );
    expect(readFileSync(join(folder, "real/list.json"), "utf8")).toBe("[] ");
    expect(readdirSync(join(folder, "real"))).toEqual(["list.json"]);
  });

  test("that cannot be read is not taken for empty", async () => {
    const folder = temporaryFolder({ "bytes.json": Buffer.from([0xff, 0xfe, 0x80]) });
    await expect(updateLocalFile(join(folder, "bytes.json"), async () => "new")).rejects.toThrow();
    mkdirSync(join(folder, "folder.json"));
    await expect(updateLocalFile(join(folder, "folder.json"), async () => "new")).rejects.toThrow();
    expect(readFileSync(join(folder, "bytes.json"))).toEqual(Buffer.from([0xff, 0xfe, 0x80]));
  });

  test("is not waited for without end where what stands in the lock's place is none", async () => {
    const folder = temporaryFolder({ "list.json": "[]" });
    const lock = join(folder, "list.json.lock");
    mkdirSync(lock);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, longAgo, longAgo);
    await expect(updateLocalFile(join(folder, "list.json"), async () => "new")).rejects.toThrow(/EISDIR/u);
    expect(readFileSync(join(folder, "list.json"), "utf8")).toBe("[]");
  });
});

/** Until the child's first entry is there, so that the kill meets it at work. */
async function firstChangeOf(file: string, count: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && listIn(file).length <= count) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
