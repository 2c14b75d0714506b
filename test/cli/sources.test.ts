import { describe, expect, test } from "vitest";
import { readSample } from "../support/samples.ts";
import { runProgram, temporaryFolder } from "./run-program.ts";

interface JsonPassage {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

interface JsonStatement {
  readonly id: number;
  readonly source: (JsonPassage & { readonly kind: string; readonly name: string | null }) | null;
  readonly cue: JsonPassage | null;
  readonly content: JsonPassage & { readonly parts?: readonly JsonPassage[] };
  readonly quotation: string;
  readonly within: number | null;
  readonly chain: readonly { readonly name: string; readonly kind: string; readonly id: number | null }[];
}

const dump = readSample("harbour-talks.txt");

/** The text at a range of the file, by its lines: what an editor would select. */
function textAt(text: string, { start, end }: JsonPassage["range"]): string {
  const lines = text.split("\n");
  const offset = ({ line, character }: JsonPassage["range"]["start"]) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return text.slice(offset(start), offset(end));
}

describe("sources", () => {
  test("a line of JSON per file, whose ranges select their texts", async () => {
    const folder = temporaryFolder({ "a.txt": dump, "b.txt": "Nothing is said here.\n" });
    const { code, output } = await runProgram(["sources", "--format", "json", "a.txt", "b.txt"], { folder });
    expect(code).toBe(0);
    const [first, second] = output
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first.path).toBe("a.txt");
    expect(second).toEqual({ path: "b.txt", statements: [] });
    const statements: JsonStatement[] = first.statements;
    expect(statements.map(({ id }) => id)).toEqual(statements.map((_, index) => index));
    for (const { source, cue, content } of statements) {
      for (const passage of [source, cue, content, ...(content.parts ?? [])]) {
        if (passage !== null) {
          expect(textAt(dump, passage.range)).toBe(passage.text);
        }
      }
    }
    const inner = statements.find(({ cue }) => cue?.text === "as saying");
    expect(inner).toMatchObject({
      source: { kind: "unnamed", name: null },
      quotation: "indirect",
      chain: [
        { name: "Meridian Wire International", kind: "media", id: null },
        { name: "Harbour Gazette", kind: "media", id: inner?.within },
        { name: "unnamed officials close to the unions", kind: "unnamed", id: inner?.id },
      ],
    });
  });

  test("a text that is no dump is all body; a content in parts says so", async () => {
    const input = "“We wait,” said Ferrant. “And wait.”\n";
    const { output } = await runProgram(["sources", "--format", "json", "-"], { input });
    const { statements } = JSON.parse(output);
    expect(statements).toEqual([
      {
        id: 0,
        source: {
          range: { start: { line: 0, character: 16 }, end: { line: 0, character: 23 } },
          text: "Ferrant",
          kind: "organisation",
          name: "Ferrant",
        },
        cue: { range: { start: { line: 0, character: 11 }, end: { line: 0, character: 15 } }, text: "said" },
        content: {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 36 } },
          text: "“We wait,” said Ferrant. “And wait.”",
          parts: [
            {
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 10 } },
              text: "“We wait,”",
            },
            {
              range: { start: { line: 0, character: 25 }, end: { line: 0, character: 36 } },
              text: "“And wait.”",
            },
          ],
        },
        quotation: "direct",
        within: null,
        chain: [{ name: "Ferrant", kind: "organisation", id: 0 }],
      },
    ]);
  });

  test("a statement that names nobody has no source", async () => {
    const { output } = await runProgram(["sources", "--format", "json", "-"], {
      input: "The deal is said to be dead.\n",
    });
    expect(JSON.parse(output).statements).toMatchObject([
      { source: null, cue: { text: "is said" }, chain: [] },
    ]);
  });

  test("as text, a line per statement with its line number and chain", async () => {
    const { output } = await runProgram(["sources", "-"], { input: dump });
    expect(output).toMatch(/^standard input: \d+ statements\n/);
    expect(output).toMatch(
      /^ +49 {2}unnamed +Meridian Wire International ← Harbour Gazette ← unnamed officials close to the unions \| as saying \| The dockers’/m,
    );
  });

  test("control characters of a dump are shown, not obeyed", async () => {
    const { output } = await runProgram(["sources", "-"], { input: "Ferrant said “\u001b[31mred”.\n" });
    expect(output).not.toContain("\u001b");
    expect(output).toContain("\\u001b");
  });

  test("an unknown format is a wrong call", async () => {
    const { code, errors } = await runProgram(["sources", "--format", "csv", "-"], { input: "" });
    expect(code).toBe(2);
    expect(errors).toBe('pressmark: --format takes one of text, json, not "csv".\n');
  });
});
