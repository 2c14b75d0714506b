import { type LineIndex, lineCount, withoutFinalLineBreak } from "./lines.ts";
import type { Span } from "./span.ts";

/** The three that LSP and every editor knows. */
export type LineBreak = "\r\n" | "\n" | "\r";

/** How many lines end with each, in the order in which they first stand in the text. */
export function countLineBreaks(lines: LineIndex): ReadonlyMap<LineBreak, number> {
  const counts = new Map<LineBreak, number>();
  for (let line = 0; line + 1 < lineCount(lines); line++) {
    const lineBreak = lineBreakAt(lines, line);
    counts.set(lineBreak, (counts.get(lineBreak) ?? 0) + 1);
  }
  return counts;
}

/** The line break that most lines end with; of several the first in the text, `\n` where there is none. */
export function dominantLineBreak(
  lines: LineIndex,
  counts: ReadonlyMap<LineBreak, number> = countLineBreaks(lines),
): LineBreak {
  let best: LineBreak | undefined;
  for (const [lineBreak, count] of counts) {
    if (best === undefined || count > (counts.get(best) as number)) {
      best = lineBreak;
    }
  }
  return best ?? "\n";
}

/** The characters that end a line that is not the last. */
export function lineBreakSpan(lines: LineIndex, line: number): Span {
  const end = lines.starts[line + 1] as number;
  return {
    start: withoutFinalLineBreak(lines.text, { start: lines.starts[line] as number, end }).end,
    end,
  };
}

/** The line break of a line that is not the last. */
export function lineBreakAt({ text, starts }: LineIndex, line: number): LineBreak {
  const end = starts[line + 1] as number;
  if (text.charCodeAt(end - 1) === CARRIAGE_RETURN) {
    return "\r";
  }
  return end - 1 > (starts[line] as number) && text.charCodeAt(end - 2) === CARRIAGE_RETURN ? "\r\n" : "\n";
}

export function isLineBreak(text: string): text is LineBreak {
  return text === "\n" || text === "\r\n" || text === "\r";
}

const CARRIAGE_RETURN = 0x0d;
