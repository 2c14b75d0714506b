import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Article, Evidence, FormatId } from "./model.ts";

/** The recogniser looks at no more than this many code units: 64 Ki, so that opening a huge file costs nothing. */
export const RECOGNITION_HEAD_LENGTH = 65_536;

/** From this confidence on a plain-text document becomes a scraped article by itself. */
export const CERTAIN_CONFIDENCE = 0.9;

/** From this confidence on the format is recognised; between the two an editor only offers it. */
export const RECOGNISED_CONFIDENCE = 0.5;

export interface Recognition {
  /** The best format at `RECOGNISED_CONFIDENCE` or above, else null. */
  readonly format: FormatId | null;
  /** Of the best format, 0..1; also below the threshold, so that a user can see how near it was. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** How sure a format is that a head is one of its own, and what it saw. */
export interface FormatRecognition {
  /** 0..1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/**
 * The half of a format that an editor needs for every plain text that somebody opens: pure, small, quick (well under
 * a millisecond), and free of what only parsing needs.
 */
export interface FormatRecogniser {
  readonly id: FormatId;
  /** As a user reads it in the status item: "Scraped news page". */
  readonly name: string;
  /** Looks at the head of a text only (at most RECOGNITION_HEAD_LENGTH code units). */
  recognise(head: LineIndex): FormatRecognition;
}

/**
 * One layout of dumps. A new neighbour is one file in `formats/`, one line in `formats/recognisers.ts` and one in
 * `formats/all.ts`.
 */
export interface DumpFormat extends FormatRecogniser {
  /**
   * Finds the articles of a text that this format was recognised in. Total on any string. They come in text order and do not overlap; what
   * lies between them is left to the caller.
   */
  split(lines: LineIndex): readonly ArticlePart[];
}

/** Where an article stands, and how it is read. */
export interface ArticlePart {
  /** From the start of a line to the start of another, or to the text's end; not empty. */
  readonly span: Span;
  /**
   * Reads the article from its own text: an article is read the same wherever it stands. Called once.
   *
   * @param lines Of the article's text alone; so are the spans of what comes back.
   * @returns undefined where nothing speaks for an article.
   */
  read(lines: LineIndex): Article | undefined;
}
