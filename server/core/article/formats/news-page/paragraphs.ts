import { isClosingBracket, lineJoiner, startsLowerCase } from "../../../text/script.ts";
import { endsSentence } from "../../../text/sentences.ts";
import type { Span } from "../../../text/span.ts";
import type { Steps } from "../../../text/steps.ts";
import { continuesParagraph } from "../../continuation.ts";
import { visualWidth } from "../../line-kinds.ts";
import {
  JUNCTION_LENGTH,
  junctionPassage,
  PassageSearch,
  passageToFind,
  START_LENGTH,
  startPassage,
} from "./run-together.ts";

/** A line of the body's text: a whole line, or what stands behind the date on the date line. */
export interface TextPart {
  readonly span: Span;
  /** The number of its line, so that a blank line between two parts is seen. */
  readonly line: number;
  /** Whether it can be a piece of a paragraph at all. */
  readonly isPlain: boolean;
}

/** How a part goes on with the one before it. */
export interface Join {
  readonly joiner: " " | "";
  readonly proved: boolean;
}

/**
 * For every part but the first, how it joins the one before it; undefined where a paragraph ends. A run-together line
 * proves a join as well as an edge; where it says nothing, a lower-case or clearly continuing start does. In a text
 * that was wrapped at a column, every line goes on whose end left no room for the next word.
 */
export function* findJoins(
  text: string,
  parts: readonly TextPart[],
  articleBodies: readonly Span[],
): Steps<Joins> {
  const column = wrappingColumn(text, parts);
  const { proofs, sideBySide } = yield* proveJoins(text, parts, articleBodies);
  const joins = parts.map((part, index): Join | undefined => {
    const before = parts[index - 1];
    if (before === undefined || !areNeighbours(before, part)) {
      return undefined;
    }
    const both = { before: before.span, after: part.span };
    return joinBy(text, both, proofs[index], (_, line, next) =>
      column === undefined ? continuesParagraph(text, line, next) : fillsColumn(text, line, { next, column }),
    );
  });
  return { joins, sideBySide };
}

export interface Joins {
  /** For each part how it goes on with the one before it; undefined where a paragraph ends. */
  readonly joins: readonly (Join | undefined)[];
  /** How many neighbours the run-together lines hold side by side with nothing between them. */
  readonly sideBySide: number;
}

/** What the run-together lines say about two lines that stand one below the other. */
export interface Meeting {
  readonly before: Span;
  readonly after: Span;
  readonly isSpaced: boolean;
  readonly isSideBySide: boolean;
}

/**
 * Asks about two lines alone; undefined where nothing can be asked.
 *
 * @param stands Whether a folded passage stands in one of the run-together lines.
 */
export function lookAtMeeting(
  text: string,
  lines: { readonly before: Span; readonly after: Span },
  stands: (passage: string) => boolean,
): Meeting | undefined {
  const size = junctionSize(text, lines);
  if (size === undefined) {
    return undefined;
  }
  const standsBy = (joiner: " " | ""): boolean => {
    const passage = passageToFind(junctionPassage(text, { ...lines, joiner }, size), size);
    return passage !== undefined && stands(passage);
  };
  return { ...lines, isSpaced: standsBy(" "), isSideBySide: standsBy("") };
}

/** How a line goes on with the one before it, in a text that was wrapped at no column; undefined where a paragraph ends. */
export function joinOf(
  text: string,
  lines: { readonly before: Span; readonly after: Span },
  meeting: Meeting | undefined,
  isRunTogether: boolean,
): Join | undefined {
  const proof = meeting === undefined ? undefined : proofOf(text, meeting, isRunTogether);
  return joinBy(text, lines, proof, continuesParagraph);
}

function joinBy(
  text: string,
  { before, after }: { readonly before: Span; readonly after: Span },
  proof: Proof,
  continues: (text: string, before: Span, after: Span) => boolean,
): Join | undefined {
  if (proof === "edge") {
    return undefined;
  }
  if (proof !== undefined) {
    return { joiner: proof, proved: true };
  }
  return continues(text, before, after)
    ? { joiner: lineJoiner(text, before.end - 1, after.start), proved: false }
    : undefined;
}

/** How many of the parts stand in a long line, of those that are long enough to tell. */
export function countContained(
  text: string,
  parts: readonly Span[],
  whole: Span,
): { readonly found: number; readonly asked: number } {
  const search = new PassageSearch(START_LENGTH);
  const numbers = parts.map((part) => search.add(startPassage(text, part)));
  search.search(text, whole);
  return {
    found: numbers.filter((number) => search.found(number)).length,
    asked: numbers.filter((number) => number >= 0).length,
  };
}

function areNeighbours(before: TextPart, part: TextPart): boolean {
  return before.isPlain && part.isPlain && part.line - before.line <= 1;
}

/** `" "` or `""`: proved to join so; `"edge"`: proved to be a paragraph's edge; undefined: the long lines do not say. */
type Proof = " " | "" | "edge" | undefined;

function* proveJoins(
  text: string,
  parts: readonly TextPart[],
  articleBodies: readonly Span[],
): Steps<{ readonly proofs: readonly Proof[]; readonly sideBySide: number }> {
  if (articleBodies.length === 0) {
    return { proofs: [], sideBySide: 0 };
  }
  const searches = createSearches();
  const asked: (JunctionQuestion | undefined)[] = [];
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    asked.push(
      before === undefined || !areNeighbours(before, part)
        ? undefined
        : askForJunction(text, { before: before.span, after: part.span }, searches),
    );
    if (index % PARTS_PER_STEP === PARTS_PER_STEP - 1) {
      yield;
    }
  }
  for (const articleBody of articleBodies) {
    for (const search of [searches.long, searches.short]) {
      yield* search.searchInSteps(text, articleBody);
    }
  }
  const meetings = asked.map((question, index) =>
    question === undefined
      ? undefined
      : meetingOf(question, {
          before: (parts[index - 1] as TextPart).span,
          after: (parts[index] as TextPart).span,
        }),
  );
  const sideBySide = meetings.filter((meeting) => meeting?.isSideBySide === true).length;
  // A long line that keeps a space between its paragraphs proves no join: a space stands at every edge, too.
  const proofs = meetings.map((meeting) =>
    meeting === undefined ? undefined : proofOf(text, meeting, sideBySide > 0),
  );
  return { proofs, sideBySide };
}

const PARTS_PER_STEP = 256;

function createSearches() {
  return { long: new PassageSearch(JUNCTION_LENGTH), short: new PassageSearch(START_LENGTH) };
}

function meetingOf(
  { search, space, nothing }: JunctionQuestion,
  { before, after }: { readonly before: Span; readonly after: Span },
): Meeting {
  return { before, after, isSpaced: search.found(space), isSideBySide: search.found(nothing) };
}

function proofOf(text: string, meeting: Meeting, isRunTogether: boolean): Proof {
  const { before, after, isSpaced, isSideBySide } = meeting;
  // Words that stand side by side in both ways do so once by chance: behind a sentence's end, with the space.
  if (isSpaced && !(isSideBySide && endsSentence(text, before))) {
    return isRunTogether || continuesParagraph(text, before, after) ? " " : undefined;
  }
  if (!isSideBySide) {
    return undefined;
  }
  return continuesWithoutSpace(text, before, after) ? "" : "edge";
}

interface JunctionQuestion {
  readonly search: PassageSearch;
  /** The passages' numbers in the search. */
  readonly space: number;
  readonly nothing: number;
}

function askForJunction(
  text: string,
  lines: { readonly before: Span; readonly after: Span },
  searches: { readonly long: PassageSearch; readonly short: PassageSearch },
): JunctionQuestion | undefined {
  const size = junctionSize(text, lines);
  if (size === undefined) {
    return undefined;
  }
  const search = size === JUNCTION_LENGTH ? searches.long : searches.short;
  return {
    search,
    space: search.add(junctionPassage(text, { ...lines, joiner: " " }, size)),
    nothing: search.add(junctionPassage(text, { ...lines, joiner: "" }, size)),
  };
}

/**
 * Two lines too short for a long passage are looked for by a short one, but only inside a sentence: the few words that
 * one sentence ends with and another starts with can meet anywhere. Undefined for those.
 */
function junctionSize(
  text: string,
  { before, after }: { readonly before: Span; readonly after: Span },
): number | undefined {
  if (before.end - before.start + after.end - after.start >= JUNCTION_LENGTH) {
    return JUNCTION_LENGTH;
  }
  return endsSentence(text, before) ? undefined : START_LENGTH;
}

/**
 * Two lines that stand in the long line with nothing between them are one paragraph only where no paragraph could
 * start: at a small letter, at a closing mark, or inside a sentence of a script that writes no spaces.
 */
function continuesWithoutSpace(text: string, before: Span, after: Span): boolean {
  if (endsSentence(text, before)) {
    return false;
  }
  const first = text.charCodeAt(after.start);
  const isClosing =
    isClosingBracket(first) ||
    first === 0x2c ||
    first === 0x2e ||
    first === 0x3b ||
    first === 0x21 ||
    first === 0x3f;
  return (
    startsLowerCase(text, after.start) || isClosing || lineJoiner(text, before.end - 1, after.start) === ""
  );
}

/** Texts are wrapped at columns between these. */
const NARROWEST_COLUMN = 40;
const WIDEST_COLUMN = 130;

/**
 * The column that a text was wrapped at: no line is wider, and nearly every line that does not end a sentence left no
 * room for the next line's first word. Undefined for a text with a line per paragraph.
 */
function wrappingColumn(text: string, parts: readonly TextPart[]): number | undefined {
  let column = 0;
  for (const { span } of parts) {
    const width = visualWidth(text, span, WIDEST_COLUMN + 1);
    if (width > WIDEST_COLUMN) {
      return undefined;
    }
    column = Math.max(column, width);
  }
  if (column < NARROWEST_COLUMN) {
    return undefined;
  }
  let open = 0;
  let full = 0;
  for (let index = 1; index < parts.length; index++) {
    const before = parts[index - 1] as TextPart;
    const part = parts[index] as TextPart;
    if (!areNeighbours(before, part) || endsSentence(text, before.span)) {
      continue;
    }
    open++;
    if (fillsColumn(text, before.span, { next: part.span, column })) {
      full++;
    }
  }
  return full >= 4 && full * 5 >= open * 4 ? column : undefined;
}

function fillsColumn(
  text: string,
  line: Span,
  place: { readonly next: Span; readonly column: number },
): boolean {
  let end = place.next.start;
  while (end < place.next.end && end - place.next.start < WIDEST_COLUMN && text.charCodeAt(end) !== 0x20) {
    end++;
  }
  const width = visualWidth(text, line, WIDEST_COLUMN);
  // Pages that justify or count differently leave a little more room than the word needs.
  return width + 1 + visualWidth(text, { start: place.next.start, end }, WIDEST_COLUMN) > place.column - 2;
}
