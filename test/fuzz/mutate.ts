import type { Random } from "../support/random.ts";
import { CHARACTERS, LINES, VALUES } from "./hostile-pieces.ts";

/** Mutated texts stay below this, or a few doublings of ranges would make every input a slow one. In code units. */
const LONGEST_TEXT = 24_000;

/** A text's lines, each with its line break. */
type Lines = string[];

type Mutation = (lines: Lines, random: Random, other: () => string) => Lines;

/**
 * Does to a dump what scrapers, editors and people do to dumps, a few times over: lines swapped, doubled, run together,
 * wrapped, cut; fields garbled; characters that programs stumble over put in; parts of another dump mixed in.
 *
 * @param other Gives another dump.
 */
export function mutate(text: string, random: Random, other: () => string): string {
  let lines = linesOf(text);
  const count = random.pick([0, 1, 1, 2, 3, 5, 8, 13]);
  for (let turn = 0; turn < count; turn++) {
    lines = random.pick(MUTATIONS)(lines, random, other);
    lines = linesOf(lines.join("").slice(0, LONGEST_TEXT));
  }
  return lines.join("");
}

/** `\n`, `\r\n` and `\r` end a line, as in an editor. The last line may be empty. */
export function linesOf(text: string): Lines {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/gu) ?? [];
}

const MUTATIONS: readonly Mutation[] = [
  swapLines,
  doubleLine,
  doubleLine,
  doubleRange,
  moveRange,
  deleteRange,
  deleteRange,
  glueLines,
  glueLines,
  runTogether,
  wrapLine,
  wrapLine,
  splitAnywhere,
  garbleField,
  garbleField,
  insertLine,
  insertLine,
  insertCharacters,
  insertCharacters,
  changeLineBreaks,
  spaceOut,
  mixIn,
  changeCase,
  changeMarks,
  misread,
  repeatText,
  cutEnd,
  nearlyDouble,
];

function swapLines(lines: Lines, random: Random): Lines {
  const [first, second] = [indexIn(lines, random), indexIn(lines, random)];
  const swapped = [...lines];
  [swapped[first], swapped[second]] = [lines[second] ?? "", lines[first] ?? ""];
  return swapped;
}

function doubleLine(lines: Lines, random: Random): Lines {
  const from = indexIn(lines, random);
  const to = random.chance(0.5) ? from : indexIn(lines, random);
  return lines.toSpliced(to, 0, ended(lines[from] ?? ""));
}

function doubleRange(lines: Lines, random: Random): Lines {
  const [start, count] = rangeIn(lines, random);
  return lines.toSpliced(
    indexIn(lines, random),
    0,
    ...lines.slice(start, start + count).map((line) => ended(line)),
  );
}

function moveRange(lines: Lines, random: Random): Lines {
  const [start, count] = rangeIn(lines, random);
  const moved = lines.slice(start, start + count).map((line) => ended(line));
  const left = lines.toSpliced(start, count);
  return left.toSpliced(indexIn(left, random), 0, ...moved);
}

function deleteRange(lines: Lines, random: Random): Lines {
  const [start, count] = rangeIn(lines, random);
  return lines.toSpliced(start, count);
}

function glueLines(lines: Lines, random: Random): Lines {
  const at = indexIn(lines, random);
  return changed(lines, at, (line) => contentOf(line));
}

/** The lines behind a place once more on one line, as `articleBody` has them. */
function runTogether(lines: Lines, random: Random): Lines {
  const [start, count] = rangeIn(lines, random);
  const joined = lines
    .slice(start, start + count)
    .map(contentOf)
    .join(random.pick(["", "", " "]));
  return lines.toSpliced(indexIn(lines, random), 0, ended(joined));
}

function wrapLine(lines: Lines, random: Random): Lines {
  const at = indexIn(lines, random);
  return changed(lines, at, (line) => {
    const spaces = [...line.matchAll(/ +/gu)].map(({ index }) => index);
    const place = spaces[random.below(Math.max(spaces.length, 1))];
    return place === undefined ? line : `${line.slice(0, place)}\n${line.slice(place + random.below(2))}`;
  });
}

function splitAnywhere(lines: Lines, random: Random): Lines {
  const at = indexIn(lines, random);
  return changed(lines, at, (line) => {
    const place = random.below(line.length + 1);
    return `${line.slice(0, place)}${random.pick(["\n", "\r", "\r\n", "\u2028", "\n\n"])}${line.slice(place)}`;
  });
}

function garbleField(lines: Lines, random: Random): Lines {
  const at = indexIn(lines, random);
  return changed(lines, at, (line) => {
    const fields = [...line.matchAll(/https?:\/\/\S+|\d[\d:.,T+-]*|[^\s:]+(?=:\s)|\S+@\S+/gu)];
    const field = fields[random.below(Math.max(fields.length, 1))];
    return field === undefined
      ? line
      : `${line.slice(0, field.index)}${random.pick(VALUES)}${line.slice(field.index + field[0].length)}`;
  });
}

function insertLine(lines: Lines, random: Random): Lines {
  return lines.toSpliced(indexIn(lines, random), 0, ended(random.pick(LINES)));
}

function insertCharacters(lines: Lines, random: Random): Lines {
  const piece = random.pick(CHARACTERS).repeat(random.pick([1, 1, 1, 2, 40]));
  const at = indexIn(lines, random);
  return changed(lines, at, (line) => {
    const place = random.pick([0, line.length, random.below(line.length + 1)]);
    return `${line.slice(0, place)}${piece}${line.slice(place)}`;
  });
}

function changeLineBreaks(lines: Lines, random: Random): Lines {
  const breaks = random.pick([["\r\n"], ["\r"], ["\n"], ["\n", "\r\n"], ["\n", "\r", "\r\n"]]);
  return lines.map((line) => (/[\r\n]$/u.test(line) ? contentOf(line) + random.pick(breaks) : line));
}

function spaceOut(lines: Lines, random: Random): Lines {
  const between = random.pick(["\n", "\n\n", " \n", "\u00a0\n"]);
  return lines.flatMap((line) => [ended(line), between]);
}

function mixIn(lines: Lines, random: Random, other: () => string): Lines {
  const others = linesOf(other());
  const [start, count] = random.chance(0.5) ? [0, others.length] : rangeIn(others, random);
  const taken = others.slice(start, start + count).map((line) => ended(line));
  return lines.toSpliced(random.pick([0, lines.length, indexIn(lines, random)]), 0, ...taken);
}

function changeCase(lines: Lines, random: Random): Lines {
  const at = indexIn(lines, random);
  return changed(lines, at, (line) => (random.chance(0.5) ? line.toUpperCase() : line.toLowerCase()));
}

function changeMarks(lines: Lines, random: Random): Lines {
  const quotes = random.pick([`"`, "“", "»", "'", "「", ""]);
  const dash = random.pick(["—", "-", "–", "―"]);
  const at = indexIn(lines, random);
  return changed(lines, at, (line) =>
    line
      .replaceAll(/["“”„«»]/gu, quotes)
      .replaceAll(/[-–—]/gu, dash)
      .replaceAll("’", random.pick(["'", "ʼ"])),
  );
}

/** UTF-8 read as Windows-1252 or Latin-1, or escaped for HTML, once or twice. */
function misread(lines: Lines, random: Random): Lines {
  const at = indexIn(lines, random);
  return changed(lines, at, (line) =>
    random.chance(0.5)
      ? Buffer.from(line, "utf8").toString("latin1")
      : line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(/["“”]/gu, "&quot;"),
  );
}

function repeatText(lines: Lines, random: Random): Lines {
  const at = indexIn(lines, random);
  return lines.toSpliced(
    at,
    0,
    ...Array.from({ length: random.pick([3, 20, 60]) }, () => ended(lines[at] ?? "")),
  );
}

function cutEnd(lines: Lines, random: Random): Lines {
  const text = lines.join("");
  return linesOf(text.slice(0, random.below(text.length + 1)));
}

/** A paragraph again with a word of it gone, doubled or changed. */
function nearlyDouble(lines: Lines, random: Random): Lines {
  const at = indexIn(lines, random);
  const words = contentOf(lines[at] ?? "").split(" ");
  const place = random.below(words.length);
  const word = words[place] ?? "";
  words.splice(place, 1, ...random.pick([[], [word, word], [`${word}s`], [word.toUpperCase()]]));
  return lines.toSpliced(indexIn(lines, random), 0, ended(words.join(" ")));
}

function changed(lines: Lines, at: number, change: (line: string) => string): Lines {
  return lines.map((line, index) => (index === at ? change(line) : line));
}

function contentOf(line: string): string {
  return line.replace(/\r\n$|[\r\n]$/u, "");
}

function ended(line: string): string {
  return /[\r\n]$/u.test(line) ? line : `${line}\n`;
}

function indexIn(lines: Lines, random: Random): number {
  return random.below(Math.max(lines.length, 1));
}

function rangeIn(lines: Lines, random: Random): [number, number] {
  return [indexIn(lines, random), random.pick([1, 2, 3, 5, 8, 20])];
}
