import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "../../server/core/article/parse.ts";
import { checkDump } from "../../server/core/checks/run-checks.ts";
import { contentFingerprint } from "../../server/core/checks/shared/ignored-findings.ts";
import { indexLines } from "../../server/core/text/lines.ts";
import { readSample } from "../support/samples.ts";
import { runProgram, temporaryFolder } from "./run-program.ts";

const dump = readSample("harbour-talks.txt");
const lines = indexLines(dump);
const date = checkDump(parse(dump), undefined, lines).find(({ check }) => check === "stray-date");
if (date === undefined) {
  throw new Error("The sample has no stray date any more.");
}
const fingerprint = contentFingerprint(lines, date);

function ignoring(...ignored: readonly object[]): string {
  return JSON.stringify({ version: 1, ignored });
}

async function datesIn(parameters: readonly string[], folder: string): Promise<number> {
  const { output } = await runProgram(["check", "--format", "json", ...parameters], { folder });
  const { findings } = JSON.parse(output) as { readonly findings: readonly { readonly code: string }[] };
  return findings.filter(({ code }) => code === "stray-date").length;
}

describe("the ignore file", () => {
  test("is found in the folder of the file and above it", async () => {
    const folder = temporaryFolder({
      "case/dumps/talks.txt": dump,
      ".pressmark/ignore.json": ignoring({ check: "stray-date", file: "case/dumps/talks.txt", fingerprint }),
    });
    expect(await datesIn(["case/dumps/talks.txt"], folder)).toBe(1);
    expect(await datesIn(["--no-ignore-file", "case/dumps/talks.txt"], folder)).toBe(2);
    expect(await datesIn(["talks.txt"], join(folder, "case/dumps"))).toBe(1);
  });

  test("that is nearest counts", async () => {
    const folder = temporaryFolder({
      "case/talks.txt": dump,
      "case/.pressmark/ignore.json": ignoring({ check: "stray-date", file: "talks.txt" }),
      ".pressmark/ignore.json": ignoring({ check: "stray-date", fingerprint }),
    });
    expect(await datesIn(["case"], folder)).toBe(0);
  });

  test("says what is counted, what decides the exit code, and what clean leaves as it is", async () => {
    const ignored = ["glued-link", "repeated-article-body", "stray-date"].map((check) => ({
      check,
      file: "talks.txt",
    }));
    const folder = temporaryFolder({
      "talks.txt": dump,
      ".pressmark/ignore.json": ignoring(...ignored),
    });
    const summary = await runProgram(["check", "--summary", "."], { folder });
    expect(summary.code).toBe(0);
    expect(summary.output).toMatch(/1 with findings, 4 findings ignored\n$/u);
    expect(summary.output).not.toContain("glued-link");
    const cleaned = await runProgram(["clean", "--stdout", "talks.txt"], { folder });
    const whole = dump.split("\n")[18] as string;
    expect(whole.length).toBeGreaterThan(1_000);
    expect(cleaned.output).toContain(whole);
    const all = await runProgram(["clean", "--stdout", "--no-ignore-file", "talks.txt"], { folder });
    expect(all.output).not.toContain(whole);
  });

  test("that is broken is named once, exits with 2, and the files are checked all the same", async () => {
    const folder = temporaryFolder({
      "a.txt": dump,
      "b.txt": dump,
      ".pressmark/ignore.json": "{",
    });
    const { code, output, errors } = await runProgram(["check", "--format", "json", "."], { folder });
    expect(code).toBe(2);
    expect(errors).toMatch(
      /^pressmark: [^\n]*ignore\.json: it is no JSON object, so nothing is ignored\.\n$/u,
    );
    expect(output.trim().split("\n")).toHaveLength(2);
  });

  test("is not looked for when a dump comes by standard input", async () => {
    const folder = temporaryFolder({
      ".pressmark/ignore.json": ignoring({ check: "stray-date", fingerprint }),
    });
    const { output } = await runProgram(["check", "--format", "json", "-"], { folder, input: dump });
    expect(output).toContain("stray-date");
  });
});

test("a line that a site repeats in its articles is found when its folder is checked, not in one file alone", async () => {
  const line = "The Courier keeps all its letters, and you keep the Courier.";
  const folder = temporaryFolder();
  mkdirSync(join(folder, "site"));
  for (let index = 1; index <= 6; index++) {
    writeFileSync(
      join(folder, "site", `${index}.txt`),
      `https://courier.example/2024061${index}/the-ferry-of-kettle-11800421${index}.html
2024-06-1${index}T08:20:00+00:00
The Ferry of Kettle Is Late Again for the ${index}th Time
The ferry of Kettle left ${index} minutes late, which its captain put down to the fog above the river.
${line}
Its ${index} passengers had to wait at the quay, said the mayor, who has asked for a second boat.
`,
    );
  }
  const whole = await runProgram(["check", "--select", "boilerplate", "site"], { folder });
  expect(whole.output.match(/boilerplate/gu)).toHaveLength(6);
  const single = await runProgram(["check", "--select", "boilerplate", "site/3.txt"], { folder });
  expect(single.output).toBe("");
  expect(readFileSync(join(folder, "site/3.txt"), "utf8")).toContain(line);
});
