import { execFileSync } from "node:child_process";
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inProject } from "../../build/paths.ts";
import { ALL_CHECKS } from "../../server/core/checks/all.ts";
import { readSample, readSeed } from "../support/samples.ts";
import { runProgram, temporaryFolder } from "./run-program.ts";

const dump = readSample("harbour-talks.txt");
const clean = readSample("harbour-talks.cleaned.txt");
const seed = readSeed();
/** The user without rights of most Unix systems. */
const NOBODY = 65534;

const README = "# Notes\n\nNothing to see here.\n";

interface JsonFinding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly related: readonly { readonly message: string; readonly range: object }[];
  readonly fix: { readonly title: string; readonly safe: boolean } | null;
  readonly data: object;
}

interface JsonFile {
  readonly path: string;
  readonly articles: readonly {
    readonly format: string;
    readonly confidence: number;
    readonly range: object;
  }[];
  readonly findings: readonly JsonFinding[];
}

async function checkAsJson(...parameters: string[]): Promise<JsonFile[]> {
  const { output } = await runProgram(["check", "--format", "json", ...parameters]);
  return output
    .trimEnd()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

describe("check", () => {
  test("a dump with troubles exits 1 and says where each is", async () => {
    const folder = temporaryFolder({ "a.txt": dump });
    const { code, output, errors } = await runProgram(["check", "a.txt"], { folder });
    expect({ code, errors }).toEqual({ code: 1, errors: "" });
    expect(output).toMatch(/^a\.txt:19:1: warning: .+ \[repeated-article-body\]$/m);
  });

  test("a cleaned dump exits 0 without a word", async () => {
    const folder = temporaryFolder({ "a.txt": clean });
    expect(await runProgram(["check", "a.txt"], { folder })).toEqual({ code: 0, output: "", errors: "" });
  });

  test.skipIf(seed === undefined)(
    "the seed's JSON has the shape and the ranges that the design states",
    async () => {
      const [file] = await checkAsJson(inProject("../shared/samples/sputnik-2022.txt"));
      expect(file?.articles).toMatchObject([
        { format: "news-page", range: { start: { line: 0, character: 0 } } },
      ]);
      const broken = file?.findings.find(({ code }) => code === "glued-link");
      expect(broken?.range.start.line).toBe(35);
      expect(broken?.fix).toMatchObject({ safe: true });
      const whole = file?.findings.find(({ code }) => code === "repeated-article-body");
      expect(whole?.range).toMatchObject({ start: { line: 16, character: 0 }, end: { line: 16 } });
      expect(whole?.related.length).toBeGreaterThan(0);
      for (const finding of file?.findings ?? []) {
        expect(Object.keys(finding)).toEqual([
          "code",
          "severity",
          "message",
          "range",
          "related",
          "fix",
          "data",
        ]);
      }
    },
  );

  test("an unrecognised file is in the JSON, without articles", async () => {
    const folder = temporaryFolder({ "README.md": README });
    expect(await checkAsJson(join(folder, "README.md"))).toEqual([
      { path: join(folder, "README.md"), articles: [], findings: [] },
    ]);
  });

  test("standard input is checked as -", async () => {
    const { code, output } = await runProgram(["check", "--format", "json", "-"], { input: dump });
    expect(code).toBe(1);
    expect(JSON.parse(output).path).toBe("-");
  });

  test("--select and --ignore choose the checks", async () => {
    const folder = temporaryFolder({ "a.txt": dump });
    const path = join(folder, "a.txt");
    const codes = async (...parameters: string[]) => {
      const [file] = await checkAsJson(...parameters, path);
      return new Set(file?.findings.map(({ code }) => code));
    };
    expect(await codes("--select", "glued-link,stray-date")).toEqual(new Set(["glued-link", "stray-date"]));
    expect(await codes("--ignore=glued-link")).not.toContain("glued-link");
    expect(await codes("--select", "glued-link", "--ignore", "glued-link")).toEqual(new Set());
  });

  test("--min-severity filters what is printed, not the exit code", async () => {
    const folder = temporaryFolder({ "a.txt": dump });
    const { code, output } = await runProgram(["check", "--min-severity", "error", "a.txt"], { folder });
    expect({ code, output }).toEqual({ code: 1, output: "" });
  });

  test("--fail-on sets the level from which it exits 1", async () => {
    const folder = temporaryFolder({ "a.txt": dump, "b.txt": clean });
    const code = async (...parameters: string[]) =>
      (await runProgram(["check", ...parameters], { folder })).code;
    expect(await code("--fail-on", "error", "a.txt")).toBe(0);
    expect(await code("--fail-on", "never", "a.txt")).toBe(0);
    expect(await code("--select", "stray-date", "a.txt")).toBe(0);
    expect(await code("--select", "stray-date", "--fail-on=information", "a.txt")).toBe(1);
  });

  test("--summary counts per check over all files", async () => {
    const folder = temporaryFolder({ "a.txt": dump, "sub/b.TXT": dump, "sub/notes.md": README });
    const { output } = await runProgram(["check", "--format", "json", "--summary", "."], { folder });
    const summary = JSON.parse(output);
    expect(summary).toMatchObject({ files: 3, dumps: 2, filesWithFindings: 2 });
    expect(summary.findings["repeated-article-body"]).toBe(2);
    const text = await runProgram(["check", "--summary", "."], { folder });
    expect(text.output).toMatch(/^ +2 {2}repeated-article-body$/m);
    expect(text.output).toMatch(/^3 files, 2 dumps, 2 with findings$/m);
  });

  test("--sample draws the same paths for the same seed, among those with findings", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `dump-${index}.txt`);
    const folder = temporaryFolder({
      ...Object.fromEntries(names.map((name) => [name, dump])),
      "clean.txt": clean,
    });
    const sample = async (draw: string) =>
      (await runProgram(["check", "--sample", "4", "--seed", draw, "."], { folder })).output
        .trimEnd()
        .split("\n");
    const first = await sample("7");
    expect(first).toHaveLength(4);
    expect(names).toEqual(expect.arrayContaining(first));
    expect(await sample("7")).toEqual(first);
    const others = await Promise.all(["1", "2", "3", "4"].map(sample));
    expect(others.some((other) => other.join() !== first.join())).toBe(true);
  });

  test("SARIF is one valid log of all files", async () => {
    const folder = temporaryFolder({ "a.txt": dump, "b b.txt": dump });
    const { code, output } = await runProgram(["check", "--format", "sarif", "."], { folder });
    expect(code).toBe(1);
    const log = JSON.parse(output);
    expect(log.version).toBe("2.1.0");
    const [run] = log.runs;
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(ALL_CHECKS.map(({ id }) => id));
    expect(
      new Set(
        run.results.map(
          (result: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }) =>
            result.locations[0].physicalLocation.artifactLocation.uri,
        ),
      ),
    ).toEqual(new Set(["a.txt", "b%20b.txt"]));
    for (const { ruleId, ruleIndex } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    }
    const empty = await runProgram(["check", "--format", "sarif", "-"], { input: README });
    expect(JSON.parse(empty.output).runs[0].results).toEqual([]);
  });

  test("many files give the same output in the same order on one thread and on several", async () => {
    const large = dump.repeat(4);
    const files = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`${index % 7}/dump-${index}.txt`, large]),
    );
    const folder = temporaryFolder(files);
    const alone = await runProgram(["check", "--format", "json", "--jobs", "1", "."], { folder });
    const shared = await runProgram(["check", "--format", "json", "--jobs", "3", "."], { folder });
    expect(shared.code).toBe(1);
    expect(shared.output).toBe(alone.output);
    expect(alone.output.trimEnd().split("\n")).toHaveLength(120);
  });
});

describe("files that are not as hoped", () => {
  test("a missing file is one line on standard error, exit 2, and the others are still checked", async () => {
    const folder = temporaryFolder({ "a.txt": dump });
    const { code, output, errors } = await runProgram(["check", "gone.txt", "a.txt"], { folder });
    expect(code).toBe(2);
    expect(errors).toBe("pressmark: gone.txt: there is no such file or folder.\n");
    expect(output).toContain("[repeated-article-body]");
  });

  test("binary files and files that are not UTF-8 name --encoding", async () => {
    const folder = temporaryFolder({
      "binary.txt": Uint8Array.of(72, 0, 105, 0),
      "latin.txt": Buffer.from("caf\u00e9 au lait\n", "latin1"),
    });
    const { code, errors } = await runProgram(["check", "."], { folder });
    expect(code).toBe(2);
    expect(errors.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^pressmark: binary\.txt: .*--encoding/),
      expect.stringMatching(/^pressmark: latin\.txt: .*--encoding/),
    ]);
    const named = await runProgram(["check", "--encoding", "windows-1252", "latin.txt"], { folder });
    expect(named).toEqual({ code: 0, output: "", errors: "" });
  });

  test("UTF-16 with a byte order mark and UTF-8 with one give the same columns as plain UTF-8", async () => {
    const folder = temporaryFolder({
      "bom.txt": `\ufeff${dump}`,
      "plain.txt": dump,
      "wide.txt": Buffer.from(`\ufeff${dump}`, "utf16le"),
      "wide-be.txt": Buffer.from(`\ufeff${dump}`, "utf16le").swap16(),
    });
    const files = await checkAsJson(folder);
    expect(files).toHaveLength(4);
    for (const file of files) {
      expect(file.findings).toEqual(files[0]?.findings);
    }
  });

  test("a link back into its own folder is reported, not followed for ever", async () => {
    const folder = temporaryFolder({ "sub/a.txt": dump });
    symlinkSync("..", join(folder, "sub", "loop"));
    symlinkSync("nowhere", join(folder, "dangling.txt"));
    const { code, output, errors } = await runProgram(["check", "--min-severity=warning", "."], { folder });
    expect(code).toBe(2);
    expect(output).toContain("a.txt:19:1");
    expect(errors).toMatch(/loop: .*link back/);
    expect(errors).toMatch(/dangling\.txt: there is no such file/);
  });

  test("an unreadable file is reported by its name", async () => {
    const folder = temporaryFolder({ "secret.txt": dump });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "secret.txt"), 0o000);
    const user = process.getuid?.() === 0 ? { user: NOBODY } : {};
    const { code, errors } = await runProgram(["check", "secret.txt"], { folder, ...user });
    expect({ code, errors }).toEqual({ code: 2, errors: "pressmark: secret.txt: permission denied.\n" });
  });

  test("control characters in a file's name are shown, not sent to the terminal", async () => {
    const folder = temporaryFolder({ "red\u001b[31m\nname.txt": dump });
    const { output } = await runProgram(["check", "--select=glued-link", "."], { folder });
    expect(output).toMatch(/^red\\u001b\[31m\\u000aname\.txt:\d+:/);
  });

  test("a reader that has seen enough ends the program quietly", async () => {
    const folder = temporaryFolder(
      Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.txt`, dump.repeat(3)])),
    );
    const command = `"${process.execPath}" "${inProject("dist/cli.js")}" check --format json . 2>errors | head -c 10 >first; cat errors`;
    expect(execFileSync("bash", ["-c", command], { cwd: folder }).toString()).toBe("");
  });
});

describe("wrong calls", () => {
  test.each([
    [["chekc", "a.txt"], /^pressmark: there is no command "chekc"\. Did you mean: pressmark check\?\n$/],
    [
      ["check", "--fromat", "json", "a.txt"],
      /^pressmark: check has no option --fromat\. Did you mean --format\?\n$/,
    ],
    [
      ["check", "--format", "xml", "a.txt"],
      /^pressmark: --format takes one of text, json, sarif, not "xml"\.\n$/,
    ],
    [
      ["check", "--select", "glued-lnik", "a.txt"],
      /^pressmark: --select: there is no check "glued-lnik"\. Did you mean glued-link\?\n$/,
    ],
    [["check", "--jobs", "0", "a.txt"], /^pressmark: --jobs takes a whole number from 1 on, not "0"\.\n$/],
    [["check", "--encoding", "klingon", "a.txt"], /^pressmark: --encoding: there is no encoding "klingon"\./],
    [
      ["check"],
      /^pressmark: check needs a file, a folder, or - for standard input\. See: pressmark check --help\n$/,
    ],
    [["check", "--summary=yes", "a.txt"], /^pressmark: check: .+ See: pressmark check --help\n$/],
    [["check", "--seed", "1", "a.txt"], /^pressmark: check --seed goes with --sample\.\n$/],
    [["lsp"], /^pressmark: lsp speaks on standard input and output only/],
  ])("%j is answered by one line and exit 2", async (parameters, message) => {
    const { code, output, errors } = await runProgram(parameters);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toMatch(message);
    expect(errors.trimEnd().split("\n")).toHaveLength(1);
  });

  test("--help of the program and of every command goes to standard output, exit 0", async () => {
    for (const command of [[], ["check"], ["clean"], ["outline"], ["metadata"], ["export"], ["lsp"]]) {
      const { code, output } = await runProgram([...command, "--help"]);
      expect(code).toBe(0);
      expect(output).toMatch(/^Usage: pressmark/);
    }
    expect((await runProgram(["--version"])).output).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await runProgram([])).code).toBe(2);
  });

  test("behind -- everything is a path", async () => {
    const folder = temporaryFolder({ "--odd.txt": clean });
    expect(await runProgram(["check", "--", "--odd.txt"], { folder })).toEqual({
      code: 0,
      output: "",
      errors: "",
    });
  });
});
