import { type LineIndex, withoutFinalLineBreak } from "../text/lines.ts";

/** The line break that most lines end with; of several the first in the text, `\n` where there is none. */
export function dominantLineBreak(lines: LineIndex): "\r\n" | "\n" | "\r" {
  const { text, starts } = lines;
  const counts = new Map<string, number>();
  for (let line = 0; line + 1 < starts.length; line++) {
    const end = starts[line + 1] as number;
    const content = withoutFinalLineBreak(text, { start: starts[line] as number, end });
    const lineBreak = text.slice(content.end, end);
    counts.set(lineBreak, (counts.get(lineBreak) ?? 0) + 1);
  }
  let best = "\n";
  for (const [lineBreak, count] of counts) {
    if (count > (counts.get(best) ?? 0)) best = lineBreak;
  }
  return best as "\r\n" | "\n" | "\r";
}
