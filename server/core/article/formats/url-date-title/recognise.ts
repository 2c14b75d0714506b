import { type LineIndex, lineCount } from "../../../text/lines.ts";
import type { Span } from "../../../text/span.ts";
import { combineEvidence } from "../../evidence.ts";
import type { FormatRecogniser, FormatRecognition } from "../../format.ts";
import { isoDateTimeEnd, isRunningText, shareOfWords, startsWithWebAddress } from "../../line-kinds.ts";
import type { Evidence } from "../../model.ts";
import { nextFilledLine, type RecordHead, recordHeadAt, trimmedLine } from "./head.ts";

export const urlDateTitleRecogniser: FormatRecogniser = {
  id: "url-date-title",
  name: "URL, date and title",
  recognise: (head) => recogniseRecord(head, nextFilledLine(head, 0)),
};

/** How sure it is that a record starts at a line. */
export function recogniseRecord(lines: LineIndex, line: number): FormatRecognition {
  const record = recordHeadAt(lines, line);
  if (record === undefined) {
    return { confidence: 0, evidence: [] };
  }
  return weighRecord(lines, record);
}

/**
 * Address and time one after the other are the mark of the format, but logs, sitemaps and bookmark lists have them too,
 * over and over: what makes it an article is a text below them that is not more of the same.
 */
export function weighRecord(lines: LineIndex, record: RecordHead): FormatRecognition {
  const evidence: Evidence[] = [
    { summary: "A web address alone on the first line", weight: 0.5, span: record.url },
    { summary: "A date and time alone on the line below it", weight: 0.7, span: record.date },
    { summary: "A title on the line below that", weight: 0.3, span: record.title },
  ];
  const prose = findProse(lines, record);
  if (prose === undefined) {
    return { confidence: Math.min(combineEvidence(evidence), CONFIDENCE_WITHOUT_TEXT), evidence };
  }
  evidence.push({ summary: "Running text below the title", weight: 0.5, span: prose });
  return { confidence: combineEvidence(evidence), evidence };
}

/** Below RECOGNISED_CONFIDENCE: address, time and title without a text are a list's entry. */
const CONFIDENCE_WITHOUT_TEXT = 0.4;

/** Filled lines looked at below the title. */
const LINES_OF_TEXT = 40;

/** The first line of running text, or undefined where there is none, or where most lines are addresses or times. */
function findProse(lines: LineIndex, record: RecordHead): Span | undefined {
  const { text } = lines;
  let prose: Span | undefined;
  let filled = 0;
  let listed = 0;
  for (let line = record.titleLine + 1; line < lineCount(lines) && filled < LINES_OF_TEXT; line++) {
    line = nextFilledLine(lines, line);
    if (line === lineCount(lines) || recordHeadAt(lines, line) !== undefined) {
      break;
    }
    const span = trimmedLine(lines, line);
    filled++;
    if (startsWithWebAddress(text, span.start) || isoDateTimeEnd(text, span.start) >= 0) {
      listed++;
    } else if (prose === undefined && isProse(text, span)) {
      prose = span;
    }
  }
  return listed * 2 <= filled ? prose : undefined;
}

function isProse(text: string, span: Span): boolean {
  return isRunningText(text, span) && shareOfWords(text, span) >= LEAST_SHARE_OF_WORDS;
}

/** Lower than prose has, for a line can be a programme of events with its times and prices. */
const LEAST_SHARE_OF_WORDS = 0.8;
