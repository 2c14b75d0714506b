import type { Block } from "../article/model.ts";
import type { Comparison } from "./compare-passages.ts";
import type { Copy } from "./copy.ts";
import type { CopyOptions } from "./copy-options.ts";
import { CopySearch } from "./copy-search.ts";
import { type Entry, entryOf } from "./entries.ts";
import { SortedWords } from "./shared-words.ts";
import { hashShingles } from "./shingles.ts";
import { capitalsTellNames } from "./value-words.ts";
import { readWords, type WordRun } from "./word-stream.ts";

/**
 * The copies among the running texts of articles, the articles' own first, then those between articles; each passage that can
 * go comes once. Of copies that say as much the first stays; one that says less goes. Candidates share shingles, an alignment
 * of the words decides. Close to linear in the words: each passage is compared with a bounded number of others.
 *
 * @param articles Per article the blocks to compare, in text order.
 */
export function findCopies(
  text: string,
  articles: readonly (readonly Block[])[],
  options: CopyOptions,
): readonly Copy[] {
  const blocks = articles.flat();
  const { stream, runs } = readWords(
    text,
    blocks.map(({ content }) => content),
  );
  const shingles = hashShingles(stream);
  const comparison: Comparison = {
    stream,
    sorted: new SortedWords(stream),
    options,
    withCapitals: capitalsTellNames(stream),
  };
  const copies: Copy[] = [];
  const staying: Entry[][] = [];
  let first = 0;
  for (const own of articles) {
    const entries = own.map((block, index) =>
      entryOf(comparison, block, runs[first + index] as WordRun, own[index - 1]),
    );
    first += own.length;
    const search = new CopySearch(comparison, shingles, entries, "article");
    addCopies(copies, search.run());
    staying.push(search.staying());
  }
  if (articles.length > 1 && options.acrossArticles) {
    const entries = staying.flatMap((own, article) =>
      own.map((entry) => ({ ...entry, article, isNextTo: false })),
    );
    addCopies(copies, new CopySearch(comparison, shingles, entries, "file").run());
  }
  return copies;
}

/** Not `push(...)`: a file of one line over and over has more copies than a call can have arguments. */
function addCopies(all: Copy[], more: Iterable<Copy>): void {
  for (const copy of more) {
    all.push(copy);
  }
}
