import { type LineIndex, lineCount } from "../../../text/lines.ts";
import { combineEvidence } from "../../evidence.ts";
import { type FormatRecogniser, type FormatRecognition, RECOGNITION_HEAD_LENGTH } from "../../format.ts";
import { findEvidence } from "./evidence.ts";
import { type NewsLine, readNewsLine } from "./news-lines.ts";
import { createLineFacts, type LineFacts } from "./rows.ts";

/** What is left of a news page when every tag is stripped: the family of `samples/sputnik-2022.txt`. */
export const newsPageRecogniser: FormatRecogniser = {
  id: "news-page",
  name: "Scraped news page",
  recognise: recogniseNewsPage,
};

/** A page has some seventy lines. Reading more of a file of short ones takes time and tells nothing new. */
const MOST_LINES = 2_000;

function recogniseNewsPage(head: LineIndex): FormatRecognition {
  const lines: NewsLine[] = [];
  const count = Math.min(lineCount(head), MOST_LINES);
  for (let number = 0; number < count; number++) {
    if ((head.starts[number] as number) >= RECOGNITION_HEAD_LENGTH) {
      break;
    }
    lines.push(readNewsLine(head, number));
  }
  return recogniseNewsLines(head.text, lines, createLineFacts());
}

/** How sure the lines of one article, or of a file's head, make that they are of a news page. */
export function recogniseNewsLines(
  text: string,
  lines: readonly NewsLine[],
  facts: LineFacts,
): FormatRecognition {
  const evidence = findEvidence(text, lines, facts);
  return { confidence: combineEvidence(evidence), evidence };
}
