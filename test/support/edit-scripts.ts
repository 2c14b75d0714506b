import { readdirSync, readFileSync } from "node:fs";
import { applyEdits, type TextEdit } from "../../server/core/text/edits.ts";
import { manyArticles, oneArticle } from "../bench/synthetic-dumps.ts";
import type { Random } from "./random.ts";

/**
 * What people do to a dump in an editor, made up at random: typing inside paragraphs and heads, line breaks put in and taken out, lines
 * deleted, moved, copied and pasted, addresses and dates broken, whole articles put in and taken out, and what was just done undone.
 */

const samples = new URL("../fixtures/samples/", import.meta.url);

const sampleTexts: readonly string[] = readdirSync(samples)
  .filter((name) => /\.(?:txt|md)$/u.test(name))
  .sort()
  .map((name) => readFileSync(new URL(name, samples), "utf8"));

const pieces = [
  "x",
  "e",
  " ",
  " the ",
  ".",
  ",",
  "5",
  "A",
  "”",
  "“",
  "'",
  ":",
  "/",
  "-",
  "(",
  "\u00a0",
  "é",
  "\u{1f600}",
  "\u200b",
  "&amp;",
  "{{",
  "â€™",
  " She said so. ",
  ".The",
  "https://",
  "www.",
  "http://other.example/a",
  "2022-01-05T15:28+0000",
  "15:28 GMT 05.01.2022",
] as const;

/** A dump to start from: one or several articles of one layout, or some of several. */
export function startingDump(random: Random): string {
  switch (random.below(4)) {
    case 0:
      return random.pick(sampleTexts);
    case 1:
      return manyArticles(random.below(1_000), random.between(3_000, 30_000));
    case 2:
      return oneArticle(random.below(1_000), random.between(3_000, 12_000));
    default:
      return [random.pick(sampleTexts), random.pick(sampleTexts), random.pick(sampleTexts)].join("\n");
  }
}

/** The edits of one step. */
export function editsFor(random: Random, text: string, before: string | undefined): readonly TextEdit[] {
  if (before !== undefined && random.chance(0.06)) {
    return [{ span: { start: 0, end: text.length }, newText: before }];
  }
  const count = random.chance(0.15) ? random.between(2, 4) : 1;
  const edits: TextEdit[] = [];
  let now = text;
  for (let edit = 0; edit < count; edit++) {
    const made = editFor(random, now);
    edits.push(made);
    now = applyEdits(now, [made]);
  }
  return edits;
}

function editFor(random: Random, text: string): TextEdit {
  if (random.chance(0.25)) {
    return typeOn(random, text);
  }
  if (random.chance(0.4)) {
    return editInParagraph(random, text);
  }
  const line = lineAround(text, random.below(text.length + 1));
  const at = random.between(line.start, line.end);
  switch (random.below(18)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
      return insert(at, random.pick(pieces.slice(0, 8)));
    case 5:
    case 6:
      return insert(at, random.pick(pieces));
    case 7:
      return { span: { start: at, end: Math.min(text.length, at + random.between(1, 4)) }, newText: "" };
    case 8:
      return insert(random.chance(0.3) ? line.start : at, random.pick(["\n", "\n", "\n\n", "\r\n", "\r"]));
    case 9:
      return {
        span: { start: line.end, end: Math.min(text.length, line.end + 1) },
        newText: random.pick(["", " "]),
      };
    case 10:
      return { span: withBreak(text, line), newText: "" };
    case 11:
    case 12: {
      const other = lineAround(text, random.below(text.length + 1));
      return insert(line.start, `${text.slice(other.start, other.end)}\n`);
    }
    case 13:
      return atPattern(random, text, /https?:\/\/\S+/gu, at);
    case 14:
      return atPattern(random, text, /\d{4}|\d\d:\d\d/gu, at);
    case 15:
      return insert(line.start, `${random.pick(sampleTexts).slice(0, random.pick([200, 1_000, 40_000]))}\n`);
    case 16: {
      const end = lineAround(
        text,
        Math.min(text.length, line.start + random.pick([200, 2_000, 9_000])),
      ).start;
      return { span: { start: line.start, end: Math.max(line.start, end) }, newText: "" };
    }
    default: {
      const half = text.slice(line.start, line.end).split(" ");
      return {
        span: line,
        newText: [...half.slice(half.length >> 1), ...half.slice(0, half.length >> 1)].join(" "),
      };
    }
  }
}

/** At any place of a long line, most of all at its ends, where it meets others. */
function editInParagraph(random: Random, text: string): TextEdit {
  const lines = [...text.matchAll(/[^\n\r]{60,}/gu)];
  const { index, 0: line } = random.pick(lines.length === 0 ? [...text.matchAll(/[^\n\r]*/gu)] : lines);
  const distance = random.below(random.pick([2, 6, 30, 90, line.length + 1]));
  const offset = Math.min(line.length, distance);
  const at = index + (random.chance(0.5) ? offset : line.length - offset);
  if (random.chance(0.3)) {
    const end = Math.min(index + line.length, at + random.pick([1, 1, 2, 20, 100]));
    return { span: { start: at, end }, newText: random.pick(["", "", "and", "Z"]) };
  }
  return insert(at, random.pick(random.chance(0.7) ? pieces.slice(0, 12) : pieces));
}

/** In the same few paragraphs again and again, so that what is remembered of them is asked for. */
function typeOn(random: Random, text: string): TextEdit {
  const lines = [...text.matchAll(/[^\n\r]{150,1500}/gu)];
  const line = lines[(lines.length >> 1) + random.below(3)];
  if (line === undefined) {
    return editInParagraph(random, text);
  }
  const at = line.index + random.pick([3, 4, 40, 100]);
  return random.chance(0.2)
    ? { span: { start: at, end: at + 1 }, newText: "y" }
    : insert(at, random.pick(["x", "e", " "]));
}

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** Something put into, or taken out of, what a pattern finds. */
function atPattern(random: Random, text: string, pattern: RegExp, otherwise: number): TextEdit {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) {
    return insert(otherwise, "x");
  }
  const { index, 0: match } = random.pick(found);
  const at = index + random.below(match.length);
  return random.chance(0.5)
    ? { span: { start: at, end: at + 1 }, newText: "" }
    : insert(at, random.pick([" ", "\n", "1", "a", "…", "Kettle"]));
}

function lineAround(text: string, at: number): { readonly start: number; readonly end: number } {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  return { start: at === 0 ? 0 : start, end: end < 0 ? text.length : end };
}

function withBreak(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  return { start, end: Math.min(text.length, end + 1) };
}
