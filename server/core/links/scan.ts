import { isUnspacedScript } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import type { Draft, Scene } from "./draft.ts";
import { findEntry } from "./entries.ts";
import { type LinkEvidence, NO_EVIDENCE } from "./evidence.ts";
import { finishLink } from "./finish-link.ts";
import { certaintyOf, type Link, type LinkTrouble, sortTroubles } from "./link.ts";
import { readPlainLink } from "./plain-link.ts";
import { readHost } from "./read-host.ts";
import { isLetter, isWordUnit } from "./units.ts";

export interface ScanOptions {
  /** What the rest of the dump says: it proves joints and completes links that a line alone does not. */
  readonly evidence?: LinkEvidence;
  /** `markdown`: brackets around links are syntax. */
  readonly markup?: "none" | "markdown";
  /** Links that start from here on are not looked for; the others may go on beyond it. By default the end of the span. */
  readonly startsBefore?: number;
  /** Whether the plainest links are read in one go, which is faster and comes to the same; a test holds the two together. */
  readonly plainLinks?: "in one go" | "piece by piece";
}

const COLON = 0x3a;

/**
 * The links in a span of a text, in text order and apart from each other, good ones and broken ones, each with what is wrong
 * with it. Links with a scheme, with what became of one, and hosts with a path are looked for; a host alone only behind `www.`.
 *
 * Linear in the span's length, whatever it holds: each sign that links have is looked at once, with a bounded look around it.
 */
export function scanLinks(text: string, span: Span, options: ScanOptions = {}): Link[] {
  const links: Link[] = [];
  const evidence = options.evidence ?? NO_EVIDENCE;
  const isMarkdown = options.markup === "markdown";
  const startsBefore = options.startsBefore ?? span.end;
  const readsPlainLinks = options.plainLinks !== "piece by piece";
  let at = span.start;
  let floor = span.start;
  let line: Span | undefined;
  let isStuckToPrevious = false;
  const nextSign = signsOf(text, { start: span.start, end: startsBefore });
  for (;;) {
    at = nextSign(at);
    if (at >= startsBefore) {
      break;
    }
    const unit = text.charCodeAt(at);
    if (!mayStartLink(text, at, unit)) {
      at++;
      continue;
    }
    if (line === undefined || at >= line.end) {
      line = lineAround(text, at, { start: line?.end ?? span.start, end: span.end });
    }
    const scene: Scene = { text, line, limit: span.end, evidence, isMarkdown };
    const plain =
      unit === COLON && floor <= line.start && readsPlainLinks ? readPlainLink(scene, at) : undefined;
    if (plain !== undefined) {
      links.push(plain);
      floor = plain.span.end;
      at = floor;
      isStuckToPrevious = false;
      continue;
    }
    const draft = findEntry(scene, at, Math.max(floor, line.start));
    if (draft === undefined) {
      at++;
      continue;
    }
    if (!isStuckToPrevious || draft.start > floor) {
      addTroubleBefore(scene, draft, Math.max(floor, line.start));
    }
    readHost(scene, draft);
    const finished = finishLink(scene, draft);
    if (finished.link !== undefined) {
      links.push(withUnspacedLabel(scene, finished.link));
      floor = finished.link.span.end;
      isStuckToPrevious = finished.hasSecond;
    }
    at = Math.max(finished.resume, at + 1);
  }
  return links.some(isBroken) ? links.map(inOrder) : links;
}

function isBroken(link: Link): boolean {
  return link.troubles.length > 0;
}

function inOrder(link: Link): Link {
  return link.troubles.length < 2 ? link : { ...link, troubles: sortTroubles(link.troubles) };
}

/** Whether a link can start anywhere in a span. */
export function mayHoldLink(text: string, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) {
    const unit = text.charCodeAt(at);
    if (mayStartLink(text, at, unit) && !(unit === 0x3a && isPlainColon(text, at))) {
      return true;
    }
  }
  return false;
}

/** A colon before a space, as sentences have it, and no host behind it, for which it could be what is left of `https://`. */
function isPlainColon(text: string, at: number): boolean {
  return (
    text.charCodeAt(at + 1) === 0x20 && !/\.[\p{L}\p{N}]/u.test(text.slice(at, at + LONGEST_WAY_TO_HOST))
  );
}

/** Code units between what is left of a scheme and the first dot of a host. */
const LONGEST_WAY_TO_HOST = 80;

/**
 * Finds the signs that links start with, and a few others: the engine looks for them several times as fast as a loop does.
 *
 * @returns the offset of the next one from an offset on; the span's end, or one behind it, where none is left.
 */
function signsOf(text: string, span: Span): (from: number) => number {
  const signs = /[:/\\\uff1a\u2236]|\?(?=[A-Za-z\x80-\u0dff])|[([{](?=[.:/dp])|w(?=ww)|%(?=3a)/gi;
  // What is looked at behind a sign to know it for one.
  const part = text.slice(span.start, span.end + 2);
  return (from) => {
    signs.lastIndex = from - span.start;
    return signs.test(part) ? span.start + signs.lastIndex - 1 : span.end;
  };
}

/** `: / \ ? [ ( { %`, `w`, the full-width colon and U+2236: where `findEntry` knows something to look for. */
function mayStartLink(text: string, at: number, unit: number): boolean {
  switch (unit) {
    case 0x3a:
    case 0x2f:
    case 0x5c:
      return true;
    case 0x77:
    case 0x57:
      return (text.charCodeAt(at + 1) | 0x20) === 0x77 && (text.charCodeAt(at + 2) | 0x20) === 0x77;
    case 0x5b:
    case 0x28:
    case 0x7b: {
      const next = text.charCodeAt(at + 1);
      return (
        next === 0x2e || next === 0x3a || next === 0x2f || (next | 0x20) === 0x64 || (next | 0x20) === 0x70
      );
    }
    case 0x3f:
      return isLetter(text, at + 1);
    case 0x25:
      return text.charCodeAt(at + 1) === 0x33 && (text.charCodeAt(at + 2) | 0x20) === 0x61;
    case 0xff1a:
    case 0x2236:
      return true;
    default:
      return false;
  }
}

/** The line that an offset is on, inside the bounds, without its break. */
function lineAround(text: string, at: number, bounds: Span): Span {
  let start = at;
  while (start > bounds.start && !isBreak(text.charCodeAt(start - 1))) {
    start--;
  }
  let end = at;
  while (end < bounds.end && !isBreak(text.charCodeAt(end))) {
    end++;
  }
  let first = start;
  while (first < at && (text.charCodeAt(first) <= 32 || text.charCodeAt(first) === 0xfeff)) {
    first++;
  }
  return { start: first, end };
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/**
 * A letter or digit right before a link is stuck to it. Scripts that write without spaces are the exception: there a URL
 * may follow a word directly, and no one would break the line.
 */
function addTroubleBefore({ text, line }: Scene, draft: Draft, floor: number): void {
  const at = draft.start;
  if (at <= floor || !isWordUnit(text, at - 1)) {
    return;
  }
  const trouble: LinkTrouble = {
    kind: "text-before",
    span: { start: Math.max(line.start, floor), end: at },
    certainty: certaintyOf(isLetter(text, at - 1)),
    joint: { at, stuck: { start: Math.max(line.start, floor), end: at }, evidence: "letter" },
  };
  draft.troubles.push(trouble);
}

/** Code units; longer text without a mark is a sentence that comes to a link. */
const LONGEST_LABEL = 12;

/** Letters of scripts without spaces, the last of them none that leads on to what follows (は, を, が, に, の and the like). */
const UNSPACED_LABEL = /^[\u0e01-\u0e5a\u3041-\u30fc\u4e00-\u9fff]*[^はをがにのでともへやか\s]$/u;

/**
 * `続きを読むhttps://…`: a button's words and a link, and nothing else on the line. In a sentence such scripts write links without
 * a space, so only a short label is taken for stuck.
 */
function withUnspacedLabel({ text, line }: Scene, link: Link): Link {
  const { start, end } = link.span;
  const isAlone =
    link.troubles.length === 0 &&
    end === line.end &&
    start > line.start &&
    start - line.start <= LONGEST_LABEL;
  if (
    !isAlone ||
    !UNSPACED_LABEL.test(text.slice(line.start, start)) ||
    !isUnspacedScript(text.charCodeAt(start - 1))
  ) {
    return link;
  }
  const stuck = { start: line.start, end: start };
  const trouble: LinkTrouble = {
    kind: "text-before",
    span: stuck,
    certainty: "guess",
    joint: { at: start, stuck, evidence: "script" },
  };
  return { ...link, troubles: [trouble] };
}
