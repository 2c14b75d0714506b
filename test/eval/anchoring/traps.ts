import type { Span } from "../../../server/core/text/span.ts";
import { type Random, seededRandom } from "../../support/random.ts";
import { type Language, languageOf, SCRIPTS } from "../language/language.ts";
import { replaceWords } from "../word-edits.ts";
import { type Atom, applyScript, atomsByLine, type EditedText, editWords } from "./edited-text.ts";
import { type AnchoringCounts, countMarks, newCounts } from "./measure.ts";
import { placeMarks } from "./place-marks.ts";

/** A text in which passages repeat, and lines that the script takes away, moves or edits while other copies stay. */
interface Trap {
  readonly lines: readonly string[];
  /** What becomes of the lines, each as its atoms, in order. */
  change(lines: readonly (readonly Atom[])[], random: Random): readonly (readonly Atom[])[];
}

const TRAPS: Readonly<Record<string, (language: Language, random: Random) => Trap>> = {
  "one of two copies taken away": (language, random) => {
    const lines = paragraphs(language, random, random.between(4, 12));
    const [from, to] = twoPlaces(lines, random);
    lines.splice(to, 0, lines[from] as string);
    return { lines, change: without(random.chance(0.5) ? from : to) };
  },
  "one of three copies taken away": (language, random) => {
    const lines = paragraphs(language, random, random.between(6, 12));
    const line = language.write("sentence", random);
    const places = [1, 3, 5];
    for (const place of places) lines.splice(place, 0, line);
    return { lines, change: without(random.pick(places)) };
  },
  "one of two nearly like paragraphs taken away": (language, random) => {
    const lines = paragraphs(language, random, random.between(4, 12));
    const [from, to] = twoPlaces(lines, random);
    lines.splice(to, 0, replaceWords(lines[from] as string, random.between(1, 4), language, random));
    return { lines, change: without(random.chance(0.5) ? from : to) };
  },
  "one of two copies moved behind the other": (language, random) => {
    const lines = paragraphs(language, random, random.between(4, 12));
    const [from, to] = twoPlaces(lines, random);
    lines.splice(to, 0, lines[from] as string);
    return {
      lines,
      change: (all) => [...all.filter((_, index) => index !== from), all[from] as readonly Atom[]],
    };
  },
  "one of two copies edited": (language, random) => {
    const lines = paragraphs(language, random, random.between(4, 12));
    const [from, to] = twoPlaces(lines, random);
    lines.splice(to, 0, lines[from] as string);
    return { lines, change: (all) => all };
  },
};

/** Counts over all kinds of traps, each in all languages. */
export function measureTraps(seed: number, perKind: number): readonly AnchoringCounts[] {
  return Object.entries(TRAPS).map(([name, make], kind) => {
    const counts = newCounts(name);
    for (const script of SCRIPTS) {
      const language = languageOf(script);
      for (let index = 0; index < perKind; index++) {
        const random = seededRandom(seed + kind * 10_007 + SCRIPTS.indexOf(script) * 1009 + index);
        const { edited, marks } = spring(make(language, random), language, random);
        countMarks(counts, edited, marks);
      }
    }
    return counts;
  });
}

/** UTF-16 units of text per mark. */
const SPACING = 60;

function spring(
  { lines, change }: Trap,
  language: Language,
  random: Random,
): { edited: EditedText; marks: readonly Span[] } {
  const text = `${lines.join("\n")}\n`;
  const atoms = change(atomsByLine(text, editWords(0.01)(text, language, random)), random);
  const marks = placeMarks(text, Math.ceil(text.length / SPACING), language, random, "no lines");
  // With few marks, or only one, there are no others to tell by.
  const few = random.chance(0.3) ? marks.slice(0, random.between(1, 3)) : marks;
  return { edited: applyScript(text, atoms.flat()), marks: few };
}

function paragraphs(language: Language, random: Random, count: number): string[] {
  return Array.from({ length: count }, () => language.paragraph(random.between(1, 4), random));
}

function twoPlaces(lines: readonly string[], random: Random): readonly [number, number] {
  // Of two copies that stand one behind the other nobody can tell afterwards which was taken away: the texts are the same.
  const from = random.below(lines.length - 2);
  return [from, random.between(from + 2, lines.length)];
}

function without(taken: number): Trap["change"] {
  return (lines) =>
    lines.map((line, index) => (index === taken ? line.map((atom) => ({ ...atom, newText: "" })) : line));
}
