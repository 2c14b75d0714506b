import { isWordCharacter, letterCase } from "../../text/script.ts";
import { type Span, sliceSpan, spanLength, spansOverlap } from "../../text/span.ts";
import { judgeMojibake, type MojibakeEvidence, scriptOf } from "./mojibake-evidence.ts";
import {
  byteOf,
  type DisguisedCharacter,
  disguisedAt,
  SINGLE_BYTE_TABLES,
  type SingleByteEncoding,
  type SingleByteTable,
} from "./single-byte-encodings.ts";

/** A run of characters that another encoding made of others. */
export interface Mojibake {
  readonly span: Span;
  /** What they were read as; undefined where only the mark for lost characters is left. */
  readonly encoding: SingleByteEncoding | undefined;
  /** How often the text was read wrongly, one after the other; 0 for lost characters. */
  readonly times: number;
  /** What was meant; null where no one can know, because bytes are lost. */
  readonly repaired: string | null;
}

/** Nobody has seen a text that was read wrongly more often. */
const MOST_TIMES = 4;

/**
 * Finds text in UTF-8 that was read as a single-byte encoding (`â€™`, `Ð¿Ñ€Ð¸`, `РїСЂРё`), also several times over, and runs of
 * the character U+FFFD that stands for lost ones. In text order, never overlapping. Linear: each character is tried once
 * per encoding, with a look at four characters at most.
 */
export function findMojibake(text: string, span: Span): Mojibake[] {
  const found: Mojibake[] = [];
  if (!MAY_BE_GARBLED.test(sliceSpan(text, span))) {
    return found;
  }
  for (const { run, table } of bestRuns(text, span, undefined)) {
    found.push(mojibakeOf(text, run, table));
  }
  for (let at = span.start; at < span.end; ) {
    if (text.charCodeAt(at) !== REPLACEMENT) {
      at++;
      continue;
    }
    const end = replacementEnd(text, at, span.end);
    const lost = { start: at, end };
    if (!found.some((other) => spansOverlap(other.span, lost))) {
      found.push({ span: lost, encoding: undefined, times: 0, repaired: null });
    }
    at = end;
  }
  return found.sort((first, second) => first.span.start - second.span.start);
}

/**
 * A character that a byte of UTF-8 became, and behind it another one, or a space for one that was lost; or the mark of lost ones. No table
 * makes ASCII of the bytes that follow in a character.
 */
const MAY_BE_GARBLED = /[\x80-\uffff](?:[\x80-\uffff ]|$)|\ufffd/;

interface TableRun {
  readonly run: Run;
  readonly table: SingleByteTable;
}

/**
 * The runs of all encodings, of those that overlap the longest: the right encoding explains the most.
 *
 * @param known An encoding that the text around the span is known to have been read as.
 */
function bestRuns(text: string, span: Span, known: SingleByteEncoding | undefined): readonly TableRun[] {
  const all = possibleTables(text, span).flatMap((table) =>
    runsOf(text, span, table, known).map((run): TableRun => ({ run, table })),
  );
  const best: TableRun[] = [];
  for (const one of all.sort(byStart)) {
    const last = best.at(-1);
    if (last === undefined || last.run.end <= one.run.start) {
      best.push(one);
    } else if (spanLength(last.run) < spanLength(one.run)) {
      best[best.length - 1] = one;
    }
  }
  return best;
}

function byStart(first: TableRun, second: TableRun): number {
  return first.run.start - second.run.start;
}

const REPLACEMENT = 0xfffd;

function replacementEnd(text: string, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && text.charCodeAt(end) === REPLACEMENT) {
    end++;
  }
  return end;
}

/** The encodings in which two characters side by side can be the first two bytes of one, or what is left of these. */
function possibleTables(text: string, { start, end }: Span): readonly SingleByteTable[] {
  let possible = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) {
      possible |= leadsOf(unit) & followersOf(at + 1 < end ? text.charCodeAt(at + 1) : SPACE);
    }
  }
  return SINGLE_BYTE_TABLES.filter((_, index) => (possible & (1 << index)) !== 0);
}

const SPACE = 0x20;
const ALL_TABLES = -1;

/** One bit per encoding. */
function leadsOf(unit: number): number {
  return LEADS[unit] ?? 0;
}

function followersOf(unit: number): number {
  return unit === SPACE || unit === REPLACEMENT ? ALL_TABLES : (FOLLOWERS[unit] ?? 0);
}

/** The least first byte of a character of two bytes (RFC 3629, section 4). */
const FIRST_LEAD = 0xc2;

const LEADS = bitsOf(FIRST_LEAD, 0xf4);
const FOLLOWERS = bitsOf(0x80, 0xbf);

/** For each code unit the encodings in which it is a byte from `first` to `last`. */
function bitsOf(first: number, last: number): Uint8Array {
  const bits = new Uint8Array(0x2600);
  for (const [index, { units, bytes }] of SINGLE_BYTE_TABLES.entries()) {
    for (const unit of units) {
      const byte = bytes[unit] as number;
      if (byte >= first && byte <= last) {
        bits[unit] = (bits[unit] as number) | (1 << index);
      }
    }
  }
  return bits;
}

interface Run {
  readonly start: number;
  end: number;
  text: string;
  /** Whether all of its bytes are there. */
  isWhole: boolean;
}

interface Judged extends DisguisedCharacter {
  readonly evidence: MojibakeEvidence;
  /** Where it is not the code point alone. */
  readonly meant?: string;
}

function mojibakeOf(text: string, run: Run, { encoding }: SingleByteTable): Mojibake {
  const before = text.slice(Math.max(0, run.start - 2), run.start);
  const behind = text.slice(run.end, run.end + 1);
  let repaired = run.text;
  let times = 1;
  let isWhole = run.isWhole;
  for (; times < MOST_TIMES; times++) {
    const around = before + repaired + behind;
    const inner = { start: before.length, end: before.length + repaired.length };
    const runs = bestRuns(around, inner, encoding);
    if (runs.length === 0) {
      break;
    }
    let at = inner.start;
    let next = "";
    for (const one of runs) {
      isWhole &&= one.run.isWhole;
      next += around.slice(at, one.run.start) + one.run.text;
      at = one.run.end;
    }
    repaired = next + around.slice(at, inner.end);
  }
  return {
    span: { start: run.start, end: run.end },
    encoding,
    times,
    repaired: isWhole && isPlausible(repaired) ? repaired : null,
  };
}

/** Controls and the mark for lost characters are nobody's words. */
function isPlausible(text: string): boolean {
  return !/[\u0080-\u009f\ufffd]/u.test(text);
}

/** The runs of one encoding, those that only white space, digits and ASCII marks part taken together. */
function runsOf(
  text: string,
  span: Span,
  table: SingleByteTable,
  known: SingleByteEncoding | undefined,
): Run[] {
  const isKnown = known === table.encoding && KNOWN_BY_ITSELF.has(table.encoding);
  const accepted = acceptedOf(judgedOf(text, span, table), isKnown ? "sure" : "open");
  const runs: Run[] = [];
  for (const one of accepted) {
    const meant = one.meant ?? meaningOf(one.codePoint);
    const last = runs.at(-1);
    const gap = last === undefined ? undefined : gapBetween(text, last.end, one.start, table);
    if (last === undefined || gap === undefined) {
      runs.push({ start: one.start, end: one.end, text: meant, isWhole: true });
    } else {
      last.text += text.slice(last.end, one.start) + meant;
      last.end = one.end;
      last.isWhole &&= gap === "whole";
    }
  }
  return runs;
}

/**
 * Where a text was read as one of these once, the weak evidence of a second time is enough. In the encodings of Cyrillic it is
 * not: `В` with a no-break space starts many a sentence.
 */
const KNOWN_BY_ITSELF: ReadonlySet<SingleByteEncoding> = new Set(["windows-1252", "windows-1250"]);

/** A byte order mark inside a text is nothing but a left-over. */
function meaningOf(codePoint: number): string {
  return codePoint === 0xfeff ? "" : String.fromCodePoint(codePoint);
}

/** As far as two words of one run stand apart. */
const WIDEST_GAP = 8;

/** `broken` where bytes without their fellows stand between two runs, undefined where ordinary text does. */
function gapBetween(
  text: string,
  start: number,
  end: number,
  table: SingleByteTable,
): "whole" | "broken" | undefined {
  if (start === end) {
    return "whole";
  }
  if (end - start > WIDEST_GAP) {
    return undefined;
  }
  let isBroken = false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) {
      return undefined;
    }
    if (unit >= 0x80) {
      if (byteOf(table, unit) < FIRST_LEAD && unit !== REPLACEMENT) {
        return undefined;
      }
      isBroken = true;
    } else if (isWordCharacter(unit) && !(unit >= 0x30 && unit <= 0x39)) {
      return undefined;
    }
  }
  return isBroken ? "broken" : "whole";
}

function judgedOf(text: string, span: Span, table: SingleByteTable): Judged[] {
  const judged: Judged[] = [];
  for (let at = span.start; at < span.end; ) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 || byteOf(table, unit) < FIRST_LEAD) {
      at++;
      continue;
    }
    const found = disguisedAt(text, at, span.end, table);
    const one =
      found === undefined
        ? brokenAt(text, at, span, table)
        : { ...found, evidence: judgeMojibake(text, { start: 0, end: text.length }, found, table.encoding) };
    if (one !== undefined) {
      judged.push(one);
    }
    at = one?.end ?? at + 1;
  }
  return judged;
}

/**
 * What is left where a program dropped the one byte that windows-1252 has no character for (the last of `”`), or turned
 * the no-break space into a space: `â€` alone, `Â` and `Ã` behind a small letter.
 */
function brokenAt(
  text: string,
  start: number,
  span: Span,
  { encoding }: SingleByteTable,
): Judged | undefined {
  if (encoding !== "windows-1252") {
    return undefined;
  }
  const first = text.charAt(start);
  if (first === "â" && text.charAt(start + 1) === "€" && start + 2 <= span.end) {
    const third = start + 2 < span.end ? text.charCodeAt(start + 2) : 0x20;
    const end = start + (third === REPLACEMENT ? 3 : 2);
    // Another character outside ASCII is the last byte in another encoding.
    return third < 0x80 || third === REPLACEMENT
      ? { start, end, codePoint: 0x201d, evidence: "certain" }
      : undefined;
  }
  const isBehindSmall = start > 0 && letterCase(text, start - 1) === "lower";
  const isBeforeSpace = start + 1 < span.end && text.charAt(start + 1) === " ";
  if (isBehindSmall && isBeforeSpace && (first === "Â" || first === "Ã")) {
    const codePoint = first === "Â" ? 0xa0 : 0xe0;
    const meant = first === "Â" ? "" : "à";
    // The space is the second byte; before a mark there was no other.
    const end = start + (first === "Ã" && ",.;:!?)".includes(text.charAt(start + 2)) ? 2 : 1);
    return { start, end, codePoint, meant, evidence: "certain" };
  }
  return undefined;
}

/** Those that count: the certain ones, runs of one script, and beside these in the same block all that is possible. */
function acceptedOf(judged: readonly Judged[], belief: "sure" | "open"): readonly Judged[] {
  const inRuns = new Set<Judged>();
  for (let first = 0; first < judged.length; ) {
    let end = first + 1;
    while (end < judged.length && judged[end]?.start === judged[end - 1]?.end) {
      end++;
    }
    for (const one of scriptRuns(judged.slice(first, end))) {
      inRuns.add(one);
    }
    first = end;
  }
  const sure = judged.filter((one) => one.evidence === "certain" || inRuns.has(one));
  if (sure.length === 0 && belief === "open") {
    return [];
  }
  const scripts = new Set(sure.map(({ codePoint }) => scriptOf(codePoint)));
  return judged.filter(
    (one, index) =>
      one.evidence === "certain" ||
      one.evidence === "weak" ||
      inRuns.has(one) ||
      (one.evidence === "script" && (scripts.has(scriptOf(one.codePoint)) || touchesAnother(judged, index))),
  );
}

/** `РІР‚в„ў` stands for `вЂ™`, which stands for an apostrophe: the first two say nothing without the third. */
function touchesAnother(judged: readonly Judged[], index: number): boolean {
  const { start, end } = judged[index] as Judged;
  return judged[index - 1]?.end === start || judged[index + 1]?.start === end;
}

/** Of characters side by side those of one script that are enough to be sure: two of three bytes, or three. */
function scriptRuns(touching: readonly Judged[]): readonly Judged[] {
  const counts = new Map<number, number>();
  for (const { evidence, codePoint } of touching) {
    const script = evidence === "script" ? scriptOf(codePoint) : undefined;
    if (script !== undefined) {
      counts.set(script, (counts.get(script) ?? 0) + (codePoint >= 0x800 ? 1.5 : 1));
    }
  }
  return touching.filter(
    ({ evidence, codePoint }) =>
      evidence === "script" && (counts.get(scriptOf(codePoint) as number) as number) >= ENOUGH_OF_A_SCRIPT,
  );
}

/** A chance pair is seen in capitals and stammers (`Ö…Ö…`), a third never. */
const ENOUGH_OF_A_SCRIPT = 3;
