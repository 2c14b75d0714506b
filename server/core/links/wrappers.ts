import type { Span } from "../text/span.ts";
import { isWhiteSpace } from "../text/white-space.ts";
import type { Draft, Scene } from "./draft.ts";
import type { LinkTrouble } from "./link.ts";

/** Marks that stand around things, the closing ones by their opening one. German and Swedish close with what others open with. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
  ["“", "”"],
  ["”", "”"],
  ["„", "“”"],
  ["‘", "’"],
  ["‚", "‘’"],
  ["«", "»"],
  ["»", "«»"],
  ["‹", "›"],
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<", ">"],
  ["（", "）"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ["〈", "〉"],
  ["【", "】"],
  ["＜", "＞"],
  ["［", "］"],
]);

const CLOSERS: ReadonlySet<string> = new Set([...CLOSING.values()].flatMap((marks) => [...marks]));

/** Behind these closing marks alone nothing is missing: an apostrophe, a Markdown sign. */
const NEVER_STRAY: ReadonlySet<string> = new Set(["'", "’", "`", "“", "«"]);

/**
 * Marks right around a link: in quotation marks, in brackets, or with one of the two missing. Round brackets around a link in a
 * sentence are how people write, Markdown's are its syntax, and quotation marks in program text belong to the program.
 */
export function findWrapper(scene: Scene, draft: Draft): LinkTrouble | undefined {
  const { text, line } = scene;
  const open = draft.start > line.start ? text.charAt(draft.start - 1) : "";
  const closeAt = behindPunctuation(text, draft.end, scene.limit);
  const close = closeAt < scene.limit ? text.charAt(closeAt) : "";
  const closers = CLOSING.get(open);
  const span = { start: draft.start - (closers === undefined ? 0 : 1), end: draft.end };
  const surplus: Span[] = closers === undefined ? [] : [{ start: draft.start - 1, end: draft.start }];
  if (closers?.includes(close) === true && close !== "") {
    surplus.push({ start: closeAt, end: closeAt + 1 });
    const whole = widened(scene, { start: span.start, end: closeAt + 1 }, surplus);
    return isOnPurpose(scene, open, whole) ? undefined : trouble(open, whole, surplus);
  }
  if (isStrayCloser(scene, draft, closeAt, close)) {
    return {
      kind: "stray-mark",
      span: { start: draft.start, end: closeAt + 1 },
      certainty: "guess",
      surplus: [{ start: closeAt, end: closeAt + 1 }],
    };
  }
  const isStrayOpener =
    closers !== undefined &&
    span.start === line.start &&
    closeAt >= line.end &&
    !scene.isMarkdown &&
    !hasOne(text, draft.end, line.end, closers);
  return isStrayOpener ? { kind: "stray-mark", span, certainty: "guess", surplus } : undefined;
}

/** Takes in the same marks around the marks: `[[https://…]]`, `<<https://…>>`. */
function widened({ text, line }: Scene, inner: Span, surplus: Span[]): Span {
  let { start, end } = inner;
  const [open, close] = [text.charAt(start), text.charAt(end - 1)];
  while (
    start > line.start &&
    end < line.end &&
    text.charAt(start - 1) === open &&
    text.charAt(end) === close
  ) {
    surplus.push({ start: start - 1, end: start }, { start: end, end: end + 1 });
    start--;
    end++;
  }
  return { start, end };
}

function trouble(open: string, span: Span, surplus: readonly Span[]): LinkTrouble {
  const isBracket = "([{<（【＜［".includes(open);
  return { kind: isBracket ? "brackets" : "quotes", span, certainty: "guess", surplus };
}

/** Punctuation that may stand before a closing mark: `“… https://example.com/a.”` */
function behindPunctuation(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && ".,;:!?".includes(text.charAt(end))) {
    end++;
  }
  return CLOSERS.has(text.charAt(end)) ? end : at;
}

function isOnPurpose(scene: Scene, open: string, whole: Span): boolean {
  const { text, line, isMarkdown } = scene;
  const before = text.slice(Math.max(line.start, whole.start - 3), whole.start);
  const behind = text.slice(whole.end, Math.min(line.end, whole.end + 3));
  const isAlone = isWholeLine(scene, whole);
  if (isAlone) {
    return isMarkdown && "<`".includes(open);
  }
  if (open === "(" || open === "（" || open === "`" || isMarkdown) {
    return true;
  }
  // `[https://…](https://…)`, `href="https://…"`, `"url": "https://…"`, `url("https://…")`.
  const isSyntax =
    behind.startsWith("(") ||
    behind.startsWith("[") ||
    /^\s?[:=\]}]/.test(behind) ||
    (/(?:[\w)\]]|[:=([{,]\s?)$/.test(before) && open !== "<") ||
    /[=(:]\s?$/.test(before);
  return isSyntax;
}

/** Whether nothing else stands on the line but a comma or a full stop. */
function isWholeLine({ text, line }: Scene, whole: Span): boolean {
  return (
    whole.start <= line.start &&
    /^[\s.,;]*$/.test(text.slice(whole.end, Math.min(line.end, whole.end + 8))) &&
    line.end - whole.end <= 8
  );
}

/** A closing mark that nothing before it on the line, or in the lines of the paragraph above, has opened. */
function isStrayCloser(scene: Scene, draft: Draft, at: number, close: string): boolean {
  const { text, line } = scene;
  if (at >= line.end || !CLOSERS.has(close) || NEVER_STRAY.has(close) || at !== draft.end) {
    return false;
  }
  const next = text.charAt(at + 1);
  const isEnd = at + 1 >= line.end || isWhiteSpace(text.charCodeAt(at + 1)) || ".,;:!?".includes(next);
  if (!isEnd) {
    return false;
  }
  if (draft.start - line.start > LONGEST_LOOK_BACK) {
    return false;
  }
  const from = line.start;
  if (close === '"') {
    return count(text, from, draft.start, '"') % 2 === 0;
  }
  const openers = [...CLOSING].filter(([, closers]) => closers.includes(close)).map(([opener]) => opener);
  const opened = openers.reduce((sum, opener) => sum + count(text, from, draft.start, opener), 0);
  // A list's `a)` and a smiley close nothing.
  const closed = count(text, from, draft.start, close);
  return opened <= closed && (draft.start === line.start || !opensAbove(scene, openers));
}

/** Code units; a bracket that was opened farther away is not looked for, and nothing is said then. */
const LONGEST_LOOK_BACK = 2_000;

/** Whether a mark is open at the start of the line: the paragraph may be broken there. */
function opensAbove({ text, line }: Scene, openers: readonly string[]): boolean {
  const from = Math.max(0, line.start - 400);
  for (let at = line.start - 1; at >= from; at--) {
    const character = text.charAt(at);
    if (CLOSERS.has(character) && !openers.includes(character)) {
      return false;
    }
    if (openers.includes(character)) {
      return true;
    }
  }
  return false;
}

function count(text: string, from: number, to: number, character: string): number {
  let found = 0;
  for (let at = from; at < to; at++) {
    if (text.charAt(at) === character) {
      found++;
    }
  }
  return found;
}

function hasOne(text: string, from: number, to: number, characters: string): boolean {
  for (let at = from; at < to; at++) {
    if (characters.includes(text.charAt(at))) {
      return true;
    }
  }
  return false;
}
