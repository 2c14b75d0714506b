import type { Block } from "../article/model.ts";
import { type FoldedText, foldWithOffsets } from "../text/fold.ts";
import type { Span } from "../text/span.ts";

/**
 * A part of a block folded for a proof: white space, quotation marks and dashes make no difference, and the lines of a
 * wrapped paragraph are joined as the block's wraps say, with a space or, in scripts that write without, with nothing.
 */
export function foldBlockPart(text: string, block: Block, part: Span): FoldedText {
  const tight = block.wraps.filter(
    ({ joiner, span }) => joiner === "" && span.end > part.start && span.start < part.end,
  );
  if (tight.length === 0) return foldWithOffsets(text, part, "proof");
  const folded: FoldedText[] = [];
  let at = part.start;
  for (const { span } of tight) {
    if (span.start > at) folded.push(foldWithOffsets(text, { start: at, end: span.start }, "proof"));
    at = Math.max(at, span.end);
  }
  if (part.end > at) folded.push(foldWithOffsets(text, { start: at, end: part.end }, "proof"));
  return concatenate(folded, part.end);
}

function concatenate(parts: readonly FoldedText[], end: number): FoldedText {
  const text = parts.map((part) => part.text).join("");
  const offsets = new Uint32Array(text.length + 1);
  let at = 0;
  for (const part of parts) {
    offsets.set(part.offsets.subarray(0, part.text.length), at);
    at += part.text.length;
  }
  offsets[at] = end;
  return { text, offsets };
}

/** Runs of a text that stand letter by letter at another place of it: `[start, end)` from `to` on. */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  readonly to: number;
}

/**
 * Where the characters behind two equal runs of folded text stand: those of the first at `first.offsets[firstStart…]`,
 * those of the second at `second.offsets[secondStart…]`.
 */
export function alignFolded(
  first: FoldedText,
  firstStart: number,
  second: FoldedText,
  secondStart: number,
  length: number,
): Alignment[] {
  const runs: { start: number; end: number; to: number }[] = [];
  for (let index = 0; index < length; index++) {
    const from = first.offsets[firstStart + index] as number;
    const to = second.offsets[secondStart + index] as number;
    const last = runs.at(-1);
    if (last !== undefined && from === last.end && to - last.to === from - last.start) last.end++;
    else if (last === undefined || from >= last.end) runs.push({ start: from, end: from + 1, to });
  }
  return runs;
}
