import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSample } from "../support/samples.ts";
import { runProgram, temporaryFolder } from "./run-program.ts";

const dump = readSample("harbour-talks.txt");
const clean = readSample("harbour-talks.cleaned.txt");

function readText(...path: string[]): string {
  return readFileSync(join(...path), "utf8");
}

describe("clean", () => {
  test("--stdout prints the cleaned text and leaves the file alone", async () => {
    const folder = temporaryFolder({ "a.txt": dump });
    expect(await runProgram(["clean", "--stdout", "a.txt"], { folder })).toEqual({
      code: 0,
      output: clean,
      errors: "",
    });
    expect(readText(folder, "a.txt")).toBe(dump);
    expect((await runProgram(["clean", "--stdout", "-"], { input: dump })).output).toBe(clean);
  });

  test("--diff is a patch that gives the cleaned text, exit 1; exit 0 when nothing would change", async () => {
    const folder = temporaryFolder({ "a.txt": dump });
    const { code, output } = await runProgram(["clean", "--diff", "a.txt"], { folder });
    expect(code).toBe(1);
    execFileSync("patch", ["-s", "a.txt"], { cwd: folder, input: output });
    expect(readText(folder, "a.txt")).toBe(clean);
    expect(await runProgram(["clean", "--diff", "a.txt"], { folder })).toEqual({
      code: 0,
      output: "",
      errors: "",
    });
  });

  test("--write replaces the file, keeps its mode, and has nothing to do the second time", async () => {
    const folder = temporaryFolder({ "a.txt": dump });
    chmodSync(join(folder, "a.txt"), 0o640);
    expect(await runProgram(["clean", "--write", "a.txt"], { folder })).toEqual({
      code: 0,
      output: "",
      errors: "",
    });
    expect(readText(folder, "a.txt")).toBe(clean);
    expect(statSync(join(folder, "a.txt")).mode & 0o777).toBe(0o640);
    const before = statSync(join(folder, "a.txt"));
    await runProgram(["clean", "--write", "a.txt"], { folder });
    expect(statSync(join(folder, "a.txt")).ino).toBe(before.ino);
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });

  test("--write keeps line ends, byte order mark and encoding", async () => {
    const crlf = (text: string) => text.replaceAll("\n", "\r\n");
    const folder = temporaryFolder({
      "crlf.txt": crlf(dump),
      "marked.txt": `\ufeff${dump}`,
      "wide.txt": Buffer.from(`\ufeff${dump}`, "utf16le"),
      "western.txt": encodeWestern(dump),
    });
    expect(
      (await runProgram(["clean", "--write", "crlf.txt", "marked.txt", "wide.txt"], { folder })).code,
    ).toBe(0);
    expect(readText(folder, "crlf.txt")).toBe(crlf(clean));
    expect(readText(folder, "marked.txt")).toBe(`\ufeff${clean}`);
    expect(readFileSync(join(folder, "wide.txt")).toString("utf16le")).toBe(`\ufeff${clean}`);
    expect(
      (await runProgram(["clean", "--write", "--encoding", "windows-1252", "western.txt"], { folder })).code,
    ).toBe(0);
    expect(readFileSync(join(folder, "western.txt"))).toEqual(encodeWestern(clean));
  });

  test("--write replaces what a link leads to, and the link stays", async () => {
    const folder = temporaryFolder({ "real/a.txt": dump });
    symlinkSync("real/a.txt", join(folder, "link.txt"));
    expect((await runProgram(["clean", "--write", "link.txt"], { folder })).code).toBe(0);
    expect(lstatSync(join(folder, "link.txt")).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(folder, "link.txt"))).toBe("real/a.txt");
    expect(readText(folder, "real/a.txt")).toBe(clean);
  });

  test("--write leaves a read-only file alone and says so", async () => {
    const folder = temporaryFolder({ "a.txt": dump, "b.txt": dump });
    chmodSync(join(folder, "a.txt"), 0o444);
    const { code, errors } = await runProgram(["clean", "--write", "a.txt", "b.txt"], { folder });
    expect(code).toBe(2);
    expect(errors).toMatch(/^pressmark: a\.txt: .*left as it was\.\n$/);
    expect(readText(folder, "a.txt")).toBe(dump);
    expect(readText(folder, "b.txt")).toBe(clean);
  });

  test("--out-dir writes copies under their own names, and the manifest says what was done", async () => {
    const folder = temporaryFolder({ "raw/x/a.txt": dump, "raw/notes.txt": "A shopping list.\n" });
    const { code, errors } = await runProgram(
      ["clean", "--out-dir", "cleaned", "--manifest", "manifest.jsonl", "raw"],
      { folder },
    );
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(readText(folder, "cleaned/x/a.txt")).toBe(clean);
    expect(readText(folder, "cleaned/notes.txt")).toBe("A shopping list.\n");
    expect(readText(folder, "raw/x/a.txt")).toBe(dump);
    const records = readText(folder, "manifest.jsonl")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map(({ path, recognised }) => [path, recognised])).toEqual([
      ["raw/notes.txt", false],
      ["raw/x/a.txt", true],
    ]);
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    expect(records[1]).toMatchObject({
      output: "cleaned/x/a.txt",
      raw: { sha256: hash(dump) },
      cleaned: { sha256: hash(clean) },
    });
    const rawLines = dump.split("\n");
    const removals = records[1].changes.filter(({ kind }: { kind: string }) => kind === "remove");
    expect(removals.length).toBeGreaterThan(5);
    for (const { text, lines } of removals) {
      expect(rawLines.slice(lines[0] - 1, lines[1]).join("\n")).toContain(text);
    }
    expect(records[1].changes).toContainEqual(
      expect.objectContaining({ kind: "move", check: "stray-date", to: expect.any(Number) }),
    );
  });

  test("two files for one copy are not mixed up, and a copy never replaces its original", async () => {
    const folder = temporaryFolder({ "x/a.txt": dump, "y/a.txt": dump });
    const twice = await runProgram(["clean", "--out-dir", "out", "x", "y"], { folder });
    expect(twice.code).toBe(2);
    expect(twice.errors).toMatch(/^pressmark: y\/a\.txt: another file was already written/);
    const same = await runProgram(["clean", "--out-dir", "x", "x"], { folder });
    expect(same.code).toBe(2);
    expect(readText(folder, "x/a.txt")).toBe(dump);
  });

  test.each([
    [["clean", "a.txt"], /exactly one of --diff, --stdout, --write and --out-dir/],
    [["clean", "--write", "--diff", "a.txt"], /exactly one of/],
    [["clean", "--write", "-"], /cannot replace standard input/],
    [["clean", "--stdout", "--manifest", "m", "a.txt"], /--manifest goes with --out-dir/],
    [
      ["clean", "--out-dir", "o", "--manifest", "no/such/folder/m", "a.txt"],
      /--manifest no\/such\/folder\/m: there is no such/,
    ],
  ])("%j is refused in one line", async (parameters, message) => {
    const folder = temporaryFolder({ "a.txt": dump });
    const { code, errors } = await runProgram(parameters, { folder });
    expect(code).toBe(2);
    expect(errors).toMatch(message);
    expect(errors.trimEnd().split("\n")).toHaveLength(1);
  });
});

/** Characters of the samples that windows-1252 has above ASCII, by their bytes; the others are dropped by the caller's text. */
function encodeWestern(text: string): Buffer {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder("windows-1252").decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
  return Buffer.from([...text].map((character) => table.get(character) ?? 0x3f));
}
