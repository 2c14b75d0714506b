import { type Article, type Block, blockValue, type Dump } from "../../server/core/article/model.ts";
import type { TextEdit } from "../../server/core/text/edits.ts";

/**
 * The second opinion on “nothing is lost” (design.md §2), written without the proof's code and from the edits alone, which
 * are what happens to the file: every run of words that an edit takes away must stand, in one piece and in order, in a
 * block of the same article of the new text; a run may only be cut where a sentence, a line or a block ends. And
 * every value of a field must still stand by itself.
 *
 * @returns what is gone, in words.
 */
export function lostBy(before: Dump, edits: readonly TextEdit[], after: Dump): string[] {
  const lost: string[] = [];
  for (const article of before.articles) {
    const own = edits.filter(({ span }) => span.start < article.span.end && span.end > article.span.start);
    const [start, end] = [article.span.start, article.span.end].map(
      (offset) => offset + growthBefore(edits, offset),
    );
    const staying = after.blocks.filter(
      ({ span }) => span.end > (start as number) && span.start < (end as number),
    );
    lost.push(...lostRuns(before, article, own, after.text, staying));
    lost.push(...lostValues(before, article, own, after.text, staying));
  }
  for (const { span, newText } of edits) {
    const outside = before.articles.every(
      (article) => span.end <= article.span.start || span.start >= article.span.end,
    );
    const [old, fresh] = [wordsOf(before.text.slice(span.start, span.end)), wordsOf(newText)];
    if (outside && old.join(" ") !== fresh.join(" ")) {
      lost.push(`outside all articles: ${old.join(" ")}`);
    }
  }
  return lost;
}

/** How much longer the edits make the text before an offset. */
function growthBefore(edits: readonly TextEdit[], offset: number): number {
  return edits
    .filter(({ span }) => span.end <= offset && span.start < offset)
    .reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
}

function lostRuns(
  { text }: Dump,
  article: Article,
  edits: readonly TextEdit[],
  newText: string,
  staying: readonly Block[],
): string[] {
  const lost: string[] = [];
  let index: WordIndex | undefined;
  for (const edit of edits) {
    for (const line of removedLines(text, article, edit)) {
      const words = wordsOf(line);
      if (words.length === 0) {
        continue;
      }
      index ??= indexWords(staying.map(({ span }) => wordsOf(newText.slice(span.start, span.end))));
      if (!isCovered(words, index)) {
        lost.push(line);
      }
    }
  }
  return lost;
}

/** What an edit takes away of an article, line by line; nothing where it only changes white space, quotes or dashes. */
function removedLines(text: string, { span }: Article, edit: TextEdit): string[] {
  const taken = text.slice(Math.max(edit.span.start, span.start), Math.min(edit.span.end, span.end));
  return wordsOf(taken).join(" ") === wordsOf(edit.newText).join(" ") ? [] : taken.split(/[\r\n]+/u);
}

function blockText(text: string, block: Block): string {
  return block.value ?? blockValue(text, block);
}

/**
 * Every value stands on a line or in a block by itself as often as it had different fields to stand under: how the new text is read
 * is not asked, as a repeat that went may have been what told a field.
 */
function lostValues(
  { text }: Dump,
  article: Article,
  edits: readonly TextEdit[],
  newText: string,
  staying: readonly Block[],
): string[] {
  const fields = article.blocks.filter(isField);
  const touched = fields.filter((block) =>
    edits.some(({ span }) => span.start < block.content.end && span.end > block.content.start),
  );
  if (touched.length === 0) {
    return [];
  }
  const roles = new Map<string, Set<string>>();
  for (const block of fields) {
    const value = wordsOfBlock(text, block);
    roles.set(value, (roles.get(value) ?? new Set()).add(block.role));
  }
  const blocks = staying.map((block) => wordsOfBlock(newText, block)).filter((value) => value !== "");
  const lines = staying.flatMap(({ span }) =>
    newText
      .slice(span.start, span.end)
      .split(/[\r\n]+/u)
      .map((line) => wordsOf(line).join(" ")),
  );
  const values = new Map(touched.map((block) => [wordsOfBlock(text, block), block]));
  return [...values]
    .filter(([value, block]) => {
      const count = Math.max(countOf(value, blocks), countOf(value, lines));
      return count < (roles.get(value)?.size ?? 0) && !isCutUp(block, edits);
    })
    .map(([value]) => `the value ${value}`);
}

/** Whether an edit parts a value in two: then it was no value, and its words are looked for as running text. */
function isCutUp({ content }: Block, edits: readonly TextEdit[]): boolean {
  return edits.some(
    ({ span }) =>
      (span.start > content.start && span.start < content.end) ||
      (span.end > content.start && span.end < content.end),
  );
}

/** How often a value stands by itself, or cut into blocks that follow each other: two links that were one line. */
function countOf(value: string, kept: readonly string[]): number {
  return kept.filter((_, first) => {
    let joined = "";
    for (let at = first; at < kept.length && joined.length < value.length; at++) {
      joined += joined === "" ? kept[at] : ` ${kept[at]}`;
    }
    return joined === value;
  }).length;
}

function wordsOfBlock(text: string, block: Block): string {
  return wordsOf(blockText(text, block)).join(" ");
}

function isField({ zone, role }: Block): boolean {
  const isText = role === "articleBody" || role === "unknown" || role === "boilerplate" || role === "blank";
  return (zone === "metadata" || zone === "source" || zone === "related") && !isText;
}

/**
 * Words and single marks, without white space. A word is cut where a small letter meets a capital and where letters
 * meet digits, because what was run together must compare equal with what stands apart.
 */
function wordsOf(text: string): string[] {
  return (
    text
      // A link that is stuck to what stands before it starts there all the same.
      .replaceAll(/(?<=[^\s\p{P}])(?=https?:)/gu, " ")
      // So does what is stuck to the ending of a page's name.
      .replaceAll(/(?<=\.html|\.htm(?!l))(?=\p{L})/gu, " ")
      .replaceAll(/["'`´‘’‚‛“”„‟′-‷‹›«»「-』〝-〟ʼ＂＇｀｢｣]/gu, '"')
      .replaceAll(/[-‐-―−⸺⸻﹘﹣－]/gu, "-")
      .match(/\p{Lu}(?:\p{Lu}(?!\p{Ll}))*|\p{Lu}?\p{Ll}+|\p{Lo}|[\p{Lm}\p{Lt}\p{M}]+|\p{N}+|[^\s\u0085]/gu) ??
    []
  );
}

interface WordIndex {
  /** The words of all blocks one behind the other, with `undefined` between two blocks. */
  readonly words: readonly (string | undefined)[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

function indexWords(blocks: readonly (readonly string[])[]): WordIndex {
  const words: (string | undefined)[] = [undefined];
  for (const block of blocks) {
    words.push(...block, undefined);
  }
  const places = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    if (word !== undefined) {
      places.set(word, [...(places.get(word) ?? []), at]);
    }
  }
  return { words, places };
}

/** Whether the words can be cut into runs that stand in blocks, cut only where something ends or starts. */
function isCovered(words: readonly string[], { words: kept, places }: WordIndex): boolean {
  const reached = new Set([0]);
  for (let from = 0; from < words.length; from++) {
    if (!reached.has(from)) {
      continue;
    }
    for (const place of places.get(words[from] as string) ?? []) {
      if (
        from > 0 &&
        !endsSentence(words, from) &&
        kept[place - 1] !== undefined &&
        !endsSentence(kept, place)
      ) {
        continue;
      }
      let length = 0;
      while (from + length < words.length && words[from + length] === kept[place + length]) {
        length++;
        if (isCut(words, from + length, kept, place + length)) {
          reached.add(from + length);
        }
      }
    }
  }
  return reached.has(words.length);
}

/** Whether a run may end before this word: at the end of what was removed, of a sentence or of a block. */
function isCut(
  words: readonly string[],
  end: number,
  kept: readonly (string | undefined)[],
  place: number,
): boolean {
  return end === words.length || endsSentence(words, end) || kept[place] === undefined;
}

/** Whether a sentence may have ended before this word; closing marks may stand between. */
function endsSentence(words: readonly (string | undefined)[], at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const word = words[before];
    if (word === undefined) {
      return true;
    }
    if (!/^[")\]}»」』）]$/u.test(word)) {
      return /^[.!?…。！？؟।]$/u.test(word);
    }
  }
  return true;
}
