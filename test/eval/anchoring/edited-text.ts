import type { Random } from "../../support/random.ts";
import type { Language } from "../language/language.ts";
import { wordSpans } from "../word-edits.ts";

/** A run of the old text and what became of it, in the order of the new text. Insertions are runs of no length. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  /** Undefined where it stays as it is. */
  readonly newText: string | undefined;
}

export interface EditedText {
  readonly oldText: string;
  readonly text: string;
  readonly atoms: readonly (Atom & { readonly newStart: number; readonly newEnd: number })[];
}

/** A script of edits: what a person, or another program, does to a dump while nobody watches. */
export type EditScript = (text: string, language: Language, random: Random) => readonly Atom[];

export function applyScript(text: string, atoms: readonly Atom[]): EditedText {
  let at = 0;
  const parts: string[] = [];
  const placed = atoms.map((atom) => {
    const part = atom.newText ?? text.slice(atom.start, atom.end);
    parts.push(part);
    const newStart = at;
    at += part.length;
    return { ...atom, newStart, newEnd: at };
  });
  return { oldText: text, text: parts.join(""), atoms: placed };
}

/** Each word is edited with this probability: half of them replaced, a quarter left out, a quarter get a word put before them. */
export function editWords(share: number): EditScript {
  return (text, language, random) => {
    const atoms: Atom[] = [];
    let at = 0;
    const keepTo = (end: number) => {
      if (end > at) atoms.push({ start: at, end, newText: undefined });
      at = end;
    };
    for (const word of wordSpans(text, language)) {
      const draw = random.next();
      if (draw >= share) continue;
      const { start, end } = coreOf(text, word);
      if (start >= end) continue;
      keepTo(start);
      const kind = draw / share;
      const other = random.pick(language.nouns.filter((noun) => noun !== text.slice(start, end)));
      if (kind < 0.5) {
        atoms.push({ start, end, newText: other });
        at = end;
      } else if (kind < 0.75) {
        const space = text.charAt(end) === " " ? 1 : 0;
        atoms.push({ start, end: end + space, newText: "" });
        at = end + space;
      } else {
        atoms.push({ start, end: start, newText: `${other}${language.space}` });
      }
    }
    keepTo(text.length);
    return atoms;
  };
}

/** A word without the marks around it. */
function coreOf(text: string, { start, end }: { start: number; end: number }) {
  const word = text.slice(start, end);
  const [, open = "", core = ""] = /^([^\p{L}\p{N}]*)(.*?)[^\p{L}\p{N}]*$/u.exec(word) ?? [];
  return { start: start + open.length, end: start + open.length + core.length };
}

/** A share of the lines is put elsewhere, each by itself. */
export function moveLines(share: number, within: EditScript): EditScript {
  return (text, language, random) => {
    const lines = atomsByLine(text, within(text, language, random));
    const moving = lines.filter(() => random.chance(share));
    const staying = lines.filter((line) => !moving.includes(line));
    for (const line of moving) staying.splice(random.below(staying.length + 1), 0, line);
    return staying.flat();
  };
}

/** Cuts atoms at the ends of the old text's lines. A last line without a line break gets one: it may not stay the last. */
export function atomsByLine(text: string, atoms: readonly Atom[]): Atom[][] {
  const lines: Atom[][] = [[]];
  for (const atom of atoms) {
    let { start } = atom;
    for (;;) {
      const lineEnd = text.indexOf("\n", start) + 1 || text.length;
      const isWhole = atom.newText !== undefined || atom.end <= lineEnd;
      const end = isWhole ? atom.end : lineEnd;
      (lines.at(-1) as Atom[]).push({ ...atom, start, end });
      if (end === lineEnd && end > start && text.charAt(end - 1) === "\n") lines.push([]);
      if (isWhole) break;
      start = end;
    }
  }
  const filled = lines.filter((line) => line.length > 0);
  if (!text.endsWith("\n")) filled.at(-1)?.push({ start: text.length, end: text.length, newText: "\n" });
  return filled;
}
