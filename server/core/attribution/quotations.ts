import { isWhiteSpace } from "../text/white-space.ts";
import type { Token } from "./tokens.ts";

/** A quotation of the outermost level, by its first and last token, marks included. */
export interface Quotation {
  readonly first: number;
  readonly last: number;
  /** False where a mark is missing and the paragraph's edge stands in for it. */
  readonly isClosed: boolean;
}

/**
 * The quotations of a paragraph: curly, straight, German („…“, »…«), French («…»), CJK, single ones, nested in each other.
 * A mark without a partner degrades to the paragraph: an opening one holds to its end (as in quotations that go on in
 * the next paragraph), a closing one from its start. Single marks that pair with nothing are apostrophes; their tokens
 * are tagged as possessive behind a word. One pass with a stack, linear.
 */
export function findQuotations(text: string, tokens: readonly Token[]): Quotation[] {
  const quotations: Quotation[] = [];
  const open: OpenMark[] = [];
  const balance = curlyBalance(tokens);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (token.tag !== "quote") {
      continue;
    }
    const partner = partnerOf(text, tokens, index, open);
    if (partner >= 0) {
      const [opening] = open.splice(partner);
      if (open.length === 0 && opening !== undefined) {
        addQuotation(quotations, { first: opening.index, last: index, isClosed: true });
      }
    } else if (opensQuotation(text, token, open)) {
      if (isNeverClosed(token, open, balance[index] as number)) {
        addQuotation(quotations, { first: (open[0] as OpenMark).index, last: index - 1, isClosed: false });
        open.length = 0;
      }
      open.push({ index, kind: kindOf(token.lower), mark: token.lower });
    } else if (isSingle(token.lower)) {
      token.tag = "possessive";
    } else if (open.length === 0 && isOnlyClosing(token.lower) && quotations.length === 0) {
      addQuotation(quotations, { first: 0, last: index, isClosed: false });
    }
  }
  const unclosed = open.find(({ kind }) => kind !== "single");
  for (const { index, kind } of open) {
    if (kind === "single" && (unclosed === undefined || index < unclosed.index)) {
      (tokens[index] as Token).tag = "possessive";
    }
  }
  if (unclosed !== undefined) {
    addQuotation(quotations, { first: unclosed.index, last: tokens.length - 1, isClosed: false });
  }
  return quotations;
}

/** For each token the index of its quotation, or -1. */
export function quotationIndex(tokens: readonly Token[], quotations: readonly Quotation[]): Int32Array {
  const index = new Int32Array(tokens.length).fill(-1);
  quotations.forEach(({ first, last }, at) => {
    index.fill(at, first, last + 1);
  });
  return index;
}

/**
 * Whether the quotation that is open was never closed, so that it ends before this opening mark at the latest: straight marks
 * do not nest in each other, and curly ones only where enough closing marks follow for both.
 */
function isNeverClosed({ lower }: Token, open: readonly OpenMark[], balance: number): boolean {
  const outer = open[0]?.mark;
  return outer === lower && (lower === '"' || (lower === "“" && balance < open.length));
}

/** For each token how many more “ are closed than opened from there to the end. */
function curlyBalance(tokens: readonly Token[]): Int32Array {
  const balance = new Int32Array(tokens.length + 1);
  for (let index = tokens.length - 1; index >= 0; index--) {
    const { lower } = tokens[index] as Token;
    balance[index] = (balance[index + 1] as number) + (lower === "”" ? 1 : lower === "“" ? -1 : 0);
  }
  return balance;
}

type MarkKind = "double" | "single" | "angle" | "low" | "corner";

interface OpenMark {
  readonly index: number;
  readonly kind: MarkKind;
  readonly mark: string;
}

/** A quotation that swallows earlier ones (their outer mark was closed late) replaces them. */
function addQuotation(quotations: Quotation[], quotation: Quotation): void {
  while ((quotations.at(-1)?.first ?? -1) >= quotation.first) {
    quotations.pop();
  }
  quotations.push(quotation);
}

/** The place on the stack of the mark that this one closes; -1 where it closes none. */
function partnerOf(text: string, tokens: readonly Token[], index: number, open: readonly OpenMark[]): number {
  const { lower, start, end } = tokens[index] as Token;
  for (let at = open.length - 1; at >= 0; at--) {
    const { mark } = open[at] as OpenMark;
    const closers = closersOf.get(mark) ?? "";
    if (!closers.includes(lower)) {
      continue;
    }
    if (isSingle(lower) && (isLetterAt(text, end) || isSpaceAt(text, start - 1))) {
      return -1;
    }
    // A mark that opens as well closes only where it looks like closing.
    if (opens(lower) && isSpaceAt(text, start - 1) && !isSpaceAt(text, end) && !isEndAt(text, end)) {
      return -1;
    }
    return at;
  }
  return -1;
}

function opensQuotation(text: string, { lower, start, end }: Token, open: readonly OpenMark[]): boolean {
  if (!opens(lower)) {
    return false;
  }
  if (lower === "“" || lower === "„" || lower === "‚" || lower === "「" || lower === "『") {
    return true;
  }
  const before = text.charCodeAt(start - 1);
  const opensHere =
    start === 0 || isWhiteSpace(before) || "([{-–—―/\"“„«‘'.".includes(text.charAt(start - 1));
  if (isSingle(lower)) {
    return opensHere && isLetterAt(text, end) && !open.some(({ kind }) => kind === "single");
  }
  // French sets a space behind its opening mark.
  return lower === "«" ? opensHere || !isSpaceAt(text, end) : opensHere && !isSpaceAt(text, end);
}

const closersOf: ReadonlyMap<string, string> = new Map([
  ["“", '”"＂″'],
  ["”", '”"'],
  ["„", '“”"‟'],
  ["‟", "”"],
  ['"', '"”＂'],
  ["＂", "＂"],
  ["«", "»"],
  ["»", "«»"],
  ["‹", "›"],
  ["›", "‹›"],
  ["‘", "’'"],
  ["‚", "‘’"],
  ["'", "'’"],
  ["`", "'`´’"],
  ["「", "」"],
  ["『", "』"],
  ["｢", "｣"],
  ["″", "″"],
  ["〝", "〞〟"],
]);

function opens(mark: string): boolean {
  return closersOf.has(mark);
}

function isOnlyClosing(mark: string): boolean {
  return mark === "”" || mark === "»" || mark === "」";
}

function isSingle(mark: string): boolean {
  return "‘’'`‚‹›´′ʼ＇".includes(mark);
}

function kindOf(mark: string): MarkKind {
  if (isSingle(mark)) {
    return "single";
  }
  if (mark === "«" || mark === "»") {
    return "angle";
  }
  if (mark === "„" || mark === "‟") {
    return "low";
  }
  return mark === "“" || mark === '"' || mark === "”" ? "double" : "corner";
}

function isSpaceAt(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isWhiteSpace(text.charCodeAt(at));
}

function isEndAt(text: string, at: number): boolean {
  return at >= text.length || ".,;:!?)".includes(text.charAt(at));
}

function isLetterAt(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== "" && letter.toLowerCase() !== letter.toUpperCase();
}
