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

/** Marks right around a link that has a line to itself, in quotation marks or in brackets; and one of the two without the other. */
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

/**
 * Whether marks on both sides belong to the text around the link: in a sentence people put addresses into quotation marks and
 * brackets, and programs do in their texts. Alone on a line such marks have nothing to quote.
 */
function isOnPurpose(scene: Scene, open: string, whole: Span): boolean {
  return !isWholeLine(scene, whole) || (scene.isMarkdown && "<`".includes(open));
}

/** Whether nothing else stands on the line but a comma, as behind the values of a list. */
function isWholeLine({ text, line }: Scene, whole: Span): boolean {
  const behind = text.slice(whole.end, Math.min(line.end, whole.end + 4));
  return whole.start <= line.start && line.end - whole.end <= 3 && /^[\s,;]*$/.test(behind);
}

/** A closing mark that nothing before it in the lines around has opened. */
function isStrayCloser({ text, line }: Scene, draft: Draft, at: number, close: string): boolean {
  if (at >= line.end || !CLOSERS.has(close) || NEVER_STRAY.has(close) || at !== draft.end) {
    return false;
  }
  const next = text.charAt(at + 1);
  const isEnd = at + 1 >= line.end || isWhiteSpace(text.charCodeAt(at + 1)) || ".,;:!?".includes(next);
  if (!isEnd || draft.start - line.start > LONGEST_LOOK_BACK) {
    return false;
  }
  const openers = [...CLOSING].filter(([, closers]) => closers.includes(close)).map(([opener]) => opener);
  // A link that opens its line can only close what the line above has left open.
  const from = draft.start === line.start ? lineAbove(text, line.start) : paragraphStart(text, line.start);
  let open = 0;
  for (let place = from; place < draft.start; place++) {
    const character = text.charAt(place);
    if (character === '"' && close === '"') {
      open = 1 - open;
    } else if (openers.includes(character)) {
      open++;
    } else if (character === close && open > 0) {
      open--;
    }
  }
  return open === 0;
}

/** The start of the line above, not too far up. */
function lineAbove(text: string, lineStart: number): number {
  const farthest = Math.max(0, lineStart - LONGEST_LOOK_BACK / 2);
  let at = lineStart - 1;
  while (at > farthest && text.charCodeAt(at - 1) !== 10) {
    at--;
  }
  return Math.max(at, 0);
}

/** Code units; a mark that was opened farther away is not looked for, and nothing is said then. */
const LONGEST_LOOK_BACK = 2_000;

/** The start of the lines above without a blank one between, not too far up: a sentence may be broken over them. */
function paragraphStart(text: string, lineStart: number): number {
  const farthest = Math.max(0, lineStart - LONGEST_LOOK_BACK / 2);
  for (let at = lineStart - 1; at > farthest; at--) {
    if (text.charCodeAt(at) === 10 && /[\n\r]/.test(text.charAt(at - 1)) && text.charAt(at - 2) !== "") {
      const isBlank = text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 2) === 10;
      if (isBlank) {
        return at + 1;
      }
    }
  }
  return farthest;
}

function hasOne(text: string, from: number, to: number, characters: string): boolean {
  for (let at = from; at < to; at++) {
    if (characters.includes(text.charAt(at))) {
      return true;
    }
  }
  return false;
}
