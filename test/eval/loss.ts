import { type Article, blockValue, type Dump } from "../../server/core/article/model.ts";
import { parse } from "../../server/core/article/parse.ts";
import { checkDump } from "../../server/core/checks/run-checks.ts";
import { planCleanUp } from "../../server/core/cleanup/plan.ts";

/** What the clean-up of one text did to it, judged without the proof that the clean-up itself relies on. */
export interface LossReport {
  readonly isChanged: boolean;
  /** Lines and sentences of the old text that the new one does not have. */
  readonly lost: readonly string[];
  /** `role: value` of metadata that is read otherwise in the new text, though nothing of it is gone. */
  readonly otherFields: readonly string[];
  /** Whether cleaning again changes nothing. */
  readonly isIdempotent: boolean;
  /** Whether the new text is recognised as as many articles of the same formats, addresses and headlines. */
  readonly isSameArticle: boolean;
}

/** Cleans a text with all safe fixes, and looks for what is gone. */
export function lossOf(text: string): LossReport {
  const before = parse(text);
  const cleaned = clean(before);
  const after = parse(cleaned);
  const areSameArticles =
    before.articles.length === after.articles.length &&
    before.articles.every(({ format }, index) => format === after.articles[index]?.format);
  return {
    isChanged: cleaned !== text,
    lost: before.articles.flatMap((article, index) => {
      const own = areSameArticles ? after.articles[index] : undefined;
      const target = own === undefined ? cleaned : textOf(after, own);
      return lostPieces(textOf(before, article), target);
    }),
    otherFields: areSameArticles
      ? before.articles.flatMap((article, index) =>
          otherFields(before, article, after, after.articles[index] as Article),
        )
      : [],
    isIdempotent: clean(after) === cleaned,
    isSameArticle: areSameArticles && identityOf(before) === identityOf(after),
  };
}

function clean(dump: Dump): string {
  return planCleanUp(dump, checkDump(dump)).composition.text;
}

function textOf({ text }: Dump, { span }: Article): string {
  return text.slice(span.start, span.end);
}

/**
 * The lines of a text that another has neither whole nor sentence by sentence; white space, quotation marks and dashes make
 * no difference.
 */
function lostPieces(text: string, target: string): string[] {
  const whole = squeeze(target);
  const targetLines = [...new Set(target.split(/\r\n|\n|\r/u).map(squeeze))].filter((line) => line !== "");
  const lost: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/u)) {
    if (!isKept(squeeze(line), whole, targetLines)) {
      lost.push(...sentencesOf(line).filter((sentence) => !isKept(squeeze(sentence), whole, targetLines)));
    }
  }
  return lost;
}

/** Whether the text stands in the target in one piece, or is whole lines of it run together with such a piece behind them. */
function isKept(piece: string, whole: string, lines: readonly string[]): boolean {
  return (
    whole.includes(piece) ||
    lines.some((line) => piece.startsWith(line) && isKept(piece.slice(line.length), whole, lines))
  );
}

function squeeze(text: string): string {
  return text
    .replaceAll(/[\s\u200b\u2060\ufeff]+/gu, "")
    .replaceAll(/["'`´“”„‟‘’‚‛«»‹›「」『』＂＇]/gu, '"')
    .replaceAll(/\p{Pd}|−/gu, "-");
}

/** Cut behind every mark that can end a sentence, with the closing marks behind it. */
function sentencesOf(line: string): string[] {
  return line.split(/(?<=[.!?…。！？؟]["'”’»）」』)]*)(?!["'”’»）」』)]|[.!?…。！？؟])/u);
}

/** The address and the headline, as readings of the article. */
function identityOf(dump: Dump): string {
  return dump.articles
    .map((article) =>
      ["url", "headline"]
        .map((role) => article.blocks.find((block) => block.role === role))
        .map((block) => (block === undefined ? "" : squeeze(blockValue(dump.text, block))))
        .join(" "),
    )
    .join("\n");
}

function otherFields(before: Dump, article: Article, after: Dump, cleaned: Article): string[] {
  const kept = new Set(fieldsOf(after, cleaned));
  return [...new Set(fieldsOf(before, article))].filter((field) => !kept.has(field));
}

/** The metadata as `role: value`; the run-together line is the article, not a value. */
function fieldsOf({ text }: Dump, { blocks }: Article): string[] {
  return blocks
    .filter(({ zone, role }) => (zone === "metadata" || zone === "source") && role !== "articleBody")
    .filter(({ role }) => role !== "blank" && role !== "unknown")
    .map((block) => `${block.role}: ${squeeze(blockValue(text, block))}`);
}
