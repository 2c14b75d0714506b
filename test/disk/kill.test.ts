import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inProject } from "../../build/paths.ts";
import { runProgram, temporaryFolder } from "../cli/run-program.ts";
import { seededRandom } from "../support/random.ts";
import { readSample } from "../support/samples.ts";
import { KILLS, PATIENCE } from "./extent.ts";

const dump = readSample("harbour-talks.txt");
const clean = readSample("harbour-talks.cleaned.txt");
const NAMES = Array.from({ length: 40 }, (_, number) => `${String(number).padStart(2, "0")}.txt`);

function foldersFiles(): Record<string, string> {
  return Object.fromEntries(NAMES.map((name) => [name, dump]));
}

/** Starts a clean-up and kills it after so many milliseconds, unless it ends before. Resolves to whether it was killed. */
function killAfter(folder: string, parameters: readonly string[], milliseconds: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inProject("dist/cli.js"), ...parameters], {
      cwd: folder,
      stdio: "ignore",
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.once("error", reject);
    child.once("exit", (_code, signal) => {
      clearTimeout(timer);
      resolve(signal === "SIGKILL");
    });
  });
}

async function timeOf(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await action();
  return performance.now() - started;
}

function namesOf(folder: string): { readonly seen: string[]; readonly hidden: string[] } {
  const names = readdirSync(folder).sort();
  return {
    seen: names.filter((name) => !name.startsWith(".")),
    hidden: names.filter((name) => name.startsWith(".")),
  };
}

test(
  `clean --write, killed ${KILLS} times at random moments, leaves the old or the new file and nothing that is in the way`,
  async () => {
    const random = seededRandom(6);
    const cleanAll = () => runProgram(["clean", "--write", "."], { folder: temporaryFolder(foldersFiles()) });
    const whole = Math.min(await timeOf(cleanAll), await timeOf(cleanAll));
    let killed = 0;
    let halfway = 0;
    let debris = 0;
    let turns = 0;
    for (; killed < KILLS && turns < 4 * KILLS; turns++) {
      const folder = temporaryFolder(foldersFiles());
      killed += Number(
        await killAfter(folder, ["clean", "--write", "."], whole * (0.2 + 0.8 * random.next())),
      );
      const texts = NAMES.map((name) => readFileSync(join(folder, name), "utf8"));
      expect(texts.filter((text) => text !== dump && text !== clean)).toEqual([]);
      halfway += Number(texts.includes(dump) && texts.includes(clean));
      const { seen, hidden } = namesOf(folder);
      expect(seen).toEqual(NAMES);
      expect(hidden.filter((name) => !/^\.pressmark-\d+-[0-9a-f]{12}\.tmp$/u.test(name))).toEqual([]);
      debris += hidden.length;
      if (turns % 10 === 0) {
        // What is left behind keeps the next run from nothing.
        expect((await runProgram(["clean", "--write", "."], { folder })).code).toBe(0);
        expect(NAMES.every((name) => readFileSync(join(folder, name), "utf8") === clean)).toBe(true);
      }
    }
    console.log(
      `Killed ${killed} times in ${turns} runs, ${halfway} times halfway; ${debris} hidden files left behind.`,
    );
    expect(killed).toBe(KILLS);
    expect(halfway).toBeGreaterThan(0);
  },
  PATIENCE,
);

test(
  "copies and their manifest, killed: each copy is whole, and each whole line of the manifest has its copy",
  async () => {
    const random = seededRandom(7);
    const parameters = ["clean", "--out-dir", "out", "--manifest", "manifest.jsonl", "raw"];
    const files = Object.fromEntries(NAMES.map((name) => [`raw/${name}`, dump]));
    const whole = await timeOf(() => runProgram(parameters, { folder: temporaryFolder(files) }));
    for (let turn = 0; turn < KILLS / 4; turn++) {
      const folder = temporaryFolder({ ...files, "out/old.txt": "" });
      writeFileSync(join(folder, "manifest.jsonl"), "");
      await killAfter(folder, parameters, whole * (0.2 + random.next()));
      const { seen } = namesOf(join(folder, "out"));
      const copies = seen.filter((name) => name !== "old.txt");
      expect(copies.every((name) => readFileSync(join(folder, "out", name), "utf8") === clean)).toBe(true);
      const lines = readFileSync(join(folder, "manifest.jsonl"), "utf8").split("\n").slice(0, -1);
      for (const line of lines) {
        const { output } = JSON.parse(line) as { readonly output: string };
        expect(copies).toContain(output.slice("out/".length));
      }
    }
  },
  PATIENCE,
);
