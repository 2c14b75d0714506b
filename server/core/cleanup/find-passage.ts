import type { Block } from "../article/model.ts";
import { isUnspacedScript, isWordCharacter } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { formFinder, type KeptSentence, type SentenceIndex } from "./sentence-index.ts";

/** A part of a removed passage and where it stands. */
export interface FoundSegment {
  /** In the folded passage. */
  readonly start: number;
  readonly length: number;
  readonly block: Block;
  /** A sentence of the block, or more of it, and where the segment starts in its folded text. */
  readonly span: Span;
  readonly offset: number;
}

/** How often the search for a passage from inside a sentence may look again: beyond that it is given up as not found. */
const MOST_OCCURRENCES = 64;

/** The searches of one proof together read at most so many code units; each stops finding when they are used up. */
const SEARCH_BUDGET = 200_000_000;

/** What searches of one proof have used up; passed from one to the next. */
export interface SearchBudget {
  left: number;
}

export function newSearchBudget(): SearchBudget {
  return { left: SEARCH_BUDGET };
}

/**
 * Finds a folded passage, all of it and in order, in sentences that stay. It may be cut between two of them: each cut
 * is where a sentence or its block ends and, after white space or none, where another starts, because that is where a
 * page's paragraphs were run together. So whole sentences are matched; only the last one may end early, and only a
 * passage that stands in one block may start late: nothing can be assembled from crumbs.
 *
 * Linear in the passage's length, times the number of different lengths of sentences that begin alike.
 *
 * @returns undefined when it is not all there.
 */
export function findPassage(
  index: SentenceIndex,
  passage: string,
  budget: SearchBudget,
): FoundSegment[] | undefined {
  const start = passage.startsWith(" ") ? 1 : 0;
  const end = passage.endsWith(" ") ? passage.length - 1 : passage.length;
  if (start >= end) return [];
  const reached = reach(index, passage.slice(0, end), start);
  const steps = stepsTo(reached, end) ?? stepsToPrefix(index, passage.slice(0, end), reached);
  if (steps !== undefined) return placeSteps(index, steps);
  return findInsideBlock(index, passage, start, end, budget);
}

/** A form that was matched at a place of the passage; `length` is shorter than the form for one that ends early. */
interface Step {
  readonly start: number;
  readonly form: number;
  readonly length: number;
}

/** For each place that whole sentences lead to, the last of them; the passage's start has none. */
type Reached = Map<number, Step | undefined>;

function reach(index: SentenceIndex, passage: string, start: number): Reached {
  const finder = formFinder(index, passage);
  const reached: Reached = new Map([[start, undefined]]);
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    // The longest is tried first, so it goes onto the stack last.
    for (const form of finder.formsAt(at).reverse()) {
      const length = (index.forms[form] as string).length;
      const behind = at + length;
      const next = passage.charCodeAt(behind) === 0x20 ? behind + 1 : behind;
      if (!reached.has(next)) {
        reached.set(next, { start: at, form, length });
        open.push(next);
      }
    }
    if (reached.has(passage.length)) break;
  }
  return reached;
}

function stepsTo(reached: Reached, end: number): Step[] | undefined {
  if (!reached.has(end)) return undefined;
  const steps: Step[] = [];
  for (let step = reached.get(end); step !== undefined; step = reached.get(step.start)) steps.push(step);
  return steps.reverse();
}

/** Whole sentences and then the beginning of one. */
function stepsToPrefix(index: SentenceIndex, passage: string, reached: Reached): Step[] | undefined {
  const nearEnough = [...reached.keys()]
    .filter((at) => passage.length - at < index.longest)
    .sort((a, b) => a - b);
  if (nearEnough.length === 0) return undefined;
  const sorted = [...index.forms.keys()].sort((a, b) =>
    compare(index.forms[a] as string, index.forms[b] as string),
  );
  for (const at of nearEnough) {
    const rest = passage.slice(at);
    const form = sorted[firstNotBefore(index.forms, sorted, rest)];
    const text = form === undefined ? "" : (index.forms[form] as string);
    if (form !== undefined && text.startsWith(rest) && isTokenBoundary(text, rest.length)) {
      return [...(stepsTo(reached, at) as Step[]), { start: at, form, length: rest.length }];
    }
  }
  return undefined;
}

function compare(first: string, second: string): number {
  return first < second ? -1 : Number(first > second);
}

function firstNotBefore(forms: readonly string[], sorted: readonly number[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((forms[sorted[middle] as number] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Chooses among equal sentences the one that follows the last chosen one, so that a passage stays in one piece. */
function placeSteps(index: SentenceIndex, steps: readonly Step[]): FoundSegment[] {
  const segments: FoundSegment[] = [];
  let previous = -1;
  for (const { start, form, length } of steps) {
    const places = index.places[form] as readonly number[];
    const sentence = places[firstAbove(places, previous)] ?? (places[0] as number);
    const { block, span } = index.sentences[sentence] as KeptSentence;
    segments.push({ start, length, block, span, offset: 0 });
    previous = sentence;
  }
  return segments;
}

function firstAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findInsideBlock(
  index: SentenceIndex,
  passage: string,
  start: number,
  end: number,
  budget: SearchBudget,
): FoundSegment[] | undefined {
  const wanted = passage.slice(start, end);
  for (const { block, span, text } of index.wholeParts()) {
    if (text.length < wanted.length) {
      continue;
    }
    budget.left -= text.length;
    if (budget.left < 0) {
      return undefined;
    }
    let at = text.indexOf(wanted);
    for (let count = 0; at >= 0 && count < MOST_OCCURRENCES; count++) {
      if (isTokenBoundary(text, at) && isTokenBoundary(text, at + wanted.length)) {
        return [{ start, length: wanted.length, block, span, offset: at }];
      }
      at = text.indexOf(wanted, at + 1);
    }
  }
  return undefined;
}

/** Whether no word runs over a place of the text; in scripts without spaces every character is a word of its own. */
export function isTokenBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const after = text.codePointAt(at) as number;
  const unitBefore = text.charCodeAt(at - 1);
  const isLowHalf = unitBefore >= 0xdc00 && unitBefore <= 0xdfff && at >= 2;
  const before = isLowHalf ? (text.codePointAt(at - 2) as number) : unitBefore;
  if (unitBefore >= 0xd800 && unitBefore <= 0xdbff && after >= 0xdc00 && after <= 0xdfff) return false;
  const areWords = isWordCharacter(before) && isWordCharacter(after);
  return !areWords || isUnspacedScript(before) || isUnspacedScript(after);
}
