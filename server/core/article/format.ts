import type { LineIndex } from "../text/lines.ts";
import type { Steps } from "../text/steps.ts";
import type { Article, Evidence, FormatId, Unit } from "./model.ts";
import type { TextChange } from "./text-change.ts";

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
   * Finds the articles of a text that this format was recognised in. Total on any string. An article reaches from where it starts to where
   * the next one does, or to the text's end; what stands above the first is left to the caller.
   *
   * @param before What was found in the text before an edit, and what the edit changed. The answer is the same without it.
   */
  split(lines: LineIndex, before?: SplitBefore): Steps<Split>;
  /**
   * Whether an edit inside one line of one block leaves all that was read as it is, but for where it stands: no article starts elsewhere, no
   * block has another role, another edge or another wrap, and there is the same evidence. Must be quick, and may say no for no reason.
   *
   * @returns What the unit's hints are from then on; undefined where the articles have to be read again.
   */
  keepsStructure?(edit: BlockEdit): object | undefined;
}

/** An edit that lies wholly inside the content of one block, on one line, and puts in no line break. */
export interface BlockEdit {
  /** The unit as it was, and the index of the block in it. */
  readonly unit: Unit;
  readonly block: number;
  /** What will be the key of the block after the edit. */
  readonly key: object;
  /** The unit's text after the edit, and its lines. */
  readonly lines: LineIndex;
  /** In offsets of the unit. */
  readonly change: TextChange;
  /** The first line of the file that holds something, trimmed; it is another one than that of the edit. */
  readonly firstLine: string;
}

/** An article, and what its format keeps of it to answer `keepsStructure`. */
export interface ReadArticle {
  readonly article: Article;
  readonly hints?: object;
}

/** Where articles start, and how they are read. */
export interface Split {
  /** The numbers of the lines at which articles start, ascending. */
  readonly starts: Int32Array;
  /** What the format needs to find the articles again after an edit; small. */
  readonly state?: object;
  /**
   * Reads an article from its own text: an article is read the same wherever it stands.
   *
   * @param index Into `starts`.
   * @param own Of the article's text alone; so are the spans of what comes back.
   * @returns undefined where nothing speaks for an article.
   */
  read(index: number, own: LineIndex): Steps<ReadArticle | undefined>;
}

export interface SplitBefore extends Pick<Split, "starts" | "state"> {
  readonly change: LineChange;
}

/** Lines `[first, oldEnd)` of a text became lines `[first, newEnd)`; all others are the same, those behind under other numbers. */
export interface LineChange {
  readonly first: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}
