import type { Unit } from "../article/model.ts";
import {
  countLineBreaks,
  dominantLineBreak,
  type LineBreak,
  lineBreakAt,
  lineBreakSpan,
} from "../text/line-breaks.ts";
import { type LineIndex, lineContentSpan, lineCount } from "../text/lines.ts";
import { isEmptySpan, type Span } from "../text/span.ts";
import type { Check, Operation } from "./check.ts";
import { countedWords, words, wordsInList } from "./shared/line-words.ts";

/** Lines of one file that end in different ways, as when parts of several files were put together. */
export const mixedLineEndings: Check<"file"> = {
  id: "mixed-line-endings",
  summary: "Lines that end in different ways in one file",
  severity: "information",
  bestFix: "safe",
  reach: "file",
  defaults: {},
  *run(file) {
    const { units, memory } = file;
    const kinds = new Set(units.flatMap((unit) => memory.perUnit(unit, lineBreaksOf)));
    if (kinds.size < 2) {
      return;
    }
    // The whole text's, which may have to be put together first.
    const { lines } = file;
    const counts = countLineBreaks(lines);
    const dominant = dominantLineBreak(lines, counts);
    const odd = oddLines(lines, dominant);
    const first = odd[0] as number;
    const inWords = [...counts].map(([lineBreak, count]) =>
      countedWords(count, "{0} line ends with {1}", "{0} lines end with {1}", NAMES[lineBreak]),
    );
    yield {
      span: visibleSpan(lines, odd),
      message: [
        words`${wordsInList(inWords)}.`,
        words`Some programs then show them as one long line; the first that differs is line ${String(first + 1)}.`,
        words`End all with ${NAMES[dominant]}.`,
      ],
      data: {
        counts: Object.fromEntries([...counts].map(([lineBreak, count]) => [KEYS[lineBreak], count])),
        firstOddLine: first + 1,
      },
      fixes: [
        {
          title: words`End all lines with ${NAMES[dominant]}`,
          safety: "safe",
          operations: odd.map(
            (line): Operation => ({
              kind: "replace",
              span: lineBreakSpan(lines, line),
              newText: dominant,
            }),
          ),
        },
      ],
    };
  },
};

function lineBreaksOf({ lines }: Unit): readonly LineBreak[] {
  return [...countLineBreaks(lines).keys()];
}

const NAMES: Readonly<Record<LineBreak, string>> = { "\r\n": "CRLF", "\n": "LF", "\r": "CR" };
const KEYS: Readonly<Record<LineBreak, string>> = { "\r\n": "crlf", "\n": "lf", "\r": "cr" };

function oddLines(lines: LineIndex, dominant: LineBreak): readonly number[] {
  const odd: number[] = [];
  for (let line = 0; line + 1 < lineCount(lines); line++) {
    if (lineBreakAt(lines, line) !== dominant) {
      odd.push(line);
    }
  }
  return odd;
}

/** The first odd line that has something to mark; where all are empty, the first one's line break. */
function visibleSpan(lines: LineIndex, odd: readonly number[]): Span {
  for (const line of odd) {
    const content = lineContentSpan(lines, line);
    if (!isEmptySpan(content)) {
      return content;
    }
  }
  return lineBreakSpan(lines, odd[0] as number);
}
