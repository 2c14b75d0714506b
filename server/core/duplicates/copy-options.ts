/** What counts as a copy; users set it under `pressmark.duplicates`. */
export interface CopyOptions {
  /** A paragraph of fewer words may well be said twice: “No comment,” he said. */
  readonly minimumWords: number;
  /** The same for headings, captions and short lines that end no sentence, which pages repeat by custom. */
  readonly minimumWordsOfLabels: number;
  /** The part of the words, 0..1, that two paragraphs that are nearly the same must have in common. */
  readonly minimumSimilarity: number;
  /** Whether paragraphs are also compared with those of the other articles of a file. */
  readonly acrossArticles: boolean;
}

/**
 * Of the words up to 15 % may differ: the figure of the issue (duplicates, "is a near-duplicate"), and about where Broder,
 * Glassman, Manasse and Zweig found copies of web pages to end and other texts to start (Syntactic clustering of the Web,
 * 1997; they group at a resemblance of one half, which is what 85 % of the words leave of shingles of three to four).
 */
export const DEFAULT_COPY_OPTIONS: CopyOptions = {
  minimumWords: 5,
  minimumWordsOfLabels: 12,
  minimumSimilarity: 0.85,
  acrossArticles: true,
};
