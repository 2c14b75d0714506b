import { type LineIndex, lineContentSpan, lineCount } from "../../../text/lines.ts";
import type { Span } from "../../../text/span.ts";
import { trimSpan } from "../../../text/white-space.ts";
import { combineEvidence } from "../../evidence.ts";
import type { FormatRecogniser, FormatRecognition } from "../../format.ts";
import { isIsoDate, isRunningText } from "../../line-kinds.ts";
import type { Evidence } from "../../model.ts";
import {
  addressEntry,
  type FrontMatterEntry,
  type FrontMatterHead,
  frontMatterAt,
  isFence,
  titleEntry,
} from "./scan.ts";

/** Recognition goes by scanning alone: the client must not carry a YAML parser for every plain text that is opened. */
export const yamlFrontMatterRecogniser: FormatRecogniser = {
  id: "yaml-front-matter",
  name: "Article with front matter",
  recognise(head) {
    const frontMatter = frontMatterAt(head, 0);
    return frontMatter === undefined ? { confidence: 0, evidence: [] } : weighFrontMatter(head, frontMatter);
  },
};

/**
 * Blog posts, documentation and notes have front matter, too. What they do not have is the web address of the page
 * that the text was taken from: without it, or without a title, it is no scraped article.
 */
export function weighFrontMatter(lines: LineIndex, head: FrontMatterHead): FormatRecognition {
  const { text } = lines;
  const address = addressEntry(text, head);
  const title = titleEntry(head);
  const fence = {
    start: lineContentSpan(lines, head.openLine).start,
    end: lineContentSpan(lines, head.closeLine).end,
  };
  const evidence: Evidence[] = [
    { summary: "Front matter between two lines of dashes", weight: 0.3, span: fence },
  ];
  if (title !== undefined) {
    evidence.push({ summary: "A title in the front matter", weight: 0.4, span: title.value });
  }
  if (address === undefined || title === undefined) {
    return { confidence: Math.min(combineEvidence(evidence), CONFIDENCE_WITHOUT_ADDRESS), evidence };
  }
  evidence.push({
    summary: "The web address of the page in the front matter",
    weight: 0.7,
    span: address.value,
  });
  for (const { summary, weight, matches } of furtherMarks) {
    const entry = head.entries.find((candidate) => candidate !== address && matches(candidate, text));
    if (entry !== undefined) {
      evidence.push({ summary, weight, span: entry.value });
    }
  }
  const prose = findProse(lines, head.closeLine + 1);
  if (prose !== undefined) {
    evidence.push({ summary: "Running text below the front matter", weight: 0.3, span: prose });
  }
  return { confidence: combineEvidence(evidence), evidence };
}

/** Below RECOGNISED_CONFIDENCE. */
const CONFIDENCE_WITHOUT_ADDRESS = 0.3;

interface FurtherMark {
  readonly summary: string;
  readonly weight: number;
  matches(entry: FrontMatterEntry, text: string): boolean;
}

const furtherMarks: readonly FurtherMark[] = [
  {
    summary: "When the page was scraped, in the front matter",
    weight: 0.5,
    matches: ({ key }) =>
      key === "scraped_at" || key === "crawled_at" || key === "retrieved" || key === "accessed",
  },
  {
    summary: "The publisher in the front matter",
    weight: 0.3,
    matches: ({ role, value }) => role === "publisher" && value.end > value.start,
  },
  {
    summary: "A date of publication in the front matter",
    weight: 0.3,
    matches: ({ role, value }, text) => role === "datePublished" && isIsoDate(text, value),
  },
  {
    summary: "A language in the front matter",
    weight: 0.2,
    matches: ({ role, value }) => role === "inLanguage" && value.end > value.start,
  },
];

/** Lines looked at below the head. */
const LINES_OF_TEXT = 40;

function findProse(lines: LineIndex, first: number): Span | undefined {
  const { text } = lines;
  const end = Math.min(lineCount(lines), first + LINES_OF_TEXT);
  for (let line = first; line < end && !isFence(lines, line); line++) {
    const span = trimSpan(text, lineContentSpan(lines, line));
    if (isRunningText(text, span)) {
      return span;
    }
  }
  return undefined;
}
