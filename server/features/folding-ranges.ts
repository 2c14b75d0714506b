import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { type Article, type Block, blockValue, type Unit } from "../core/article/model.ts";
import type { UnitFinding } from "../core/checks/checked-dump.ts";
import { lineAt } from "../core/text/lines.ts";
import type { Phrases } from "../core/text/phrases.ts";
import type { Span } from "../core/text/span.ts";
import { finish, type Steps } from "../core/text/steps.ts";
import type { ReadingOrAnalysis } from "./feature-context.ts";
import { previewText } from "./shared/preview.ts";
import { type IsRemovable, removableText } from "./shared/removable.ts";
import { runsOf } from "./shared/runs.ts";
import { type Section, sectionsOf } from "./shared/sections.ts";

/** What the client told of its folding; see `FoldingRangeClientCapabilities` of LSP. */
export interface FoldingOptions {
  /** The most ranges it takes; the longest are kept. */
  readonly limit?: number;
  /** Whether it shows a text of ours in place of what is folded. */
  readonly collapsedText?: boolean;
}

/** VS Code draws a line to this many characters (`editor.stopRenderingLineAfter`); a longer one is no text to read. */
const LONG_LINE = 10_000;

interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}

/**
 * What a reader may want out of the way: metadata, sections, runs of repeats, and the line that is the whole article,
 * which folds below the line above it because editors fold whole lines only. Ranges nest, and no two start on one line,
 * as an editor would drop the second. Nothing here folds by itself: no kind that an editor folds unasked is used.
 */
export function provideFoldingRanges(
  reading: ReadingOrAnalysis,
  options: FoldingOptions = {},
): FoldingRange[] {
  return finish(createFoldingRangesProvider(options)(reading));
}

/**
 * Provides the folding ranges of documents for one client, version after version; what an edit did not reach is kept. Of a document that is not checked yet the runs
 * of lines that a check would call repeats are missing.
 */
export type FoldingRangesProvider = (reading: ReadingOrAnalysis) => Steps<FoldingRange[]>;

export function createFoldingRangesProvider(options: FoldingOptions = {}): FoldingRangesProvider {
  const known = new WeakMap<object, UnitFolds>();

  return function* ({ dump: { units }, checked, phrases }) {
    const count = units.filter(({ unit }) => unit.article !== undefined).length > 1 ? "several" : "one";
    const folds: Fold[] = [];
    for (const [index, { unit, line }] of units.entries()) {
      const findings = checked?.byUnit[index];
      let own = known.get(findings ?? unit);
      if (own?.unit !== unit || own.count !== count) {
        own = { unit, count, folds: unitFolds(unit, findings, { count, phrases }) };
        known.set(findings ?? unit, own);
        yield;
      }
      for (const { startLine, endLine, text } of own.folds) {
        folds.push({ startLine: startLine + line, endLine: endLine + line, text });
      }
    }
    return longest(folds, options.limit).map(({ startLine, endLine, text }) => ({
      startLine,
      endLine,
      kind: FoldingRangeKind.Region,
      ...(options.collapsedText === true ? { collapsedText: text } : {}),
    }));
  };
}

/** The folds of one unit, line 0 being its first. */
interface UnitFolds {
  readonly unit: Unit;
  readonly count: ArticleCount;
  readonly folds: readonly Fold[];
}

/** How many articles the document has. */
type ArticleCount = "one" | "several";

/** An article with its own text; offsets and lines count from its start. */
interface OwnArticle extends Pick<Unit, "text" | "lines"> {
  readonly article: Article;
  readonly phrases: Phrases;
  readonly isRemovable: IsRemovable;
}

function unitFolds(
  { text, lines, article }: Unit,
  findings: readonly UnitFinding[] | undefined,
  { count, phrases }: { readonly count: ArticleCount; readonly phrases: Phrases },
): readonly Fold[] {
  const isRemovable = removableText(findings ?? []);
  return article === undefined
    ? []
    : nested(articleFolds({ text, lines, article, phrases, isRemovable }, count));
}

/** In order of their start, less those that an editor would drop. */
function nested(all: Iterable<Fold>): readonly Fold[] {
  const folds = new Map<number, Fold>();
  for (const fold of all) {
    addFold(folds, fold);
  }
  return withoutCrossing([...folds.values()].sort((first, second) => first.startLine - second.startLine));
}

/** The outer first, so that of two folds at one line the outer stays and the inner begins a line later. */
function* articleFolds(own: OwnArticle, count: ArticleCount): Iterable<Fold> {
  const { phrases } = own;
  const { head, body, tail } = sectionsOf(own.article);
  const sections = [head, body, tail].filter((section) => section !== undefined);
  if (count === "several" && sections.length > 0) {
    const span = { start: (sections[0] as Section).span.start, end: (sections.at(-1) as Section).span.end };
    yield foldOf(own, span, phrases.say("Article"));
  }
  for (const section of [head, tail]) {
    if (section !== undefined) {
      yield foldOf(own, section.span, phrases.say("Metadata"));
    }
  }
  if (body !== undefined) {
    yield foldOf(own, body.span, phrases.say("Body"));
    for (const part of body.parts) {
      yield foldOf(own, part.span, previewText(blockValue(own.text, part.heading), 60));
    }
  }
  yield* runFolds(own);
  yield* longLineFolds(own);
}

function* runFolds(own: OwnArticle): Iterable<Fold> {
  const { article, isRemovable, phrases } = own;
  const kindOf = (block: Block) => {
    if ((block.repeats !== undefined && block.zone !== "body") || isRemovable(block.content)) {
      return "repeat";
    }
    return block.role === "keyword" || block.role === "relatedLink" ? block.role : undefined;
  };
  for (const run of runsOf(article.blocks, kindOf)) {
    if (run.kind === "repeat") {
      const text = phrases.count(run.blocks.length, "{0} repeated line", "{0} repeated lines");
      yield foldOf(own, run.span, text);
    } else {
      const text = run.kind === "keyword" ? phrases.say("Keywords") : phrases.say("Related stories");
      yield foldOf(own, run.span, text);
    }
  }
}

function* longLineFolds(own: OwnArticle): Iterable<Fold> {
  for (const block of own.article.blocks) {
    if (block.role === "articleBody" || block.content.end - block.content.start >= LONG_LINE) {
      const { startLine, endLine } = foldOf(own, block.content, "");
      // The line above the article's first is none of its own.
      if (startLine === endLine && startLine > 0) {
        yield { startLine: startLine - 1, endLine, text: own.phrases.say("The next line is long") };
      }
    }
  }
}

function foldOf({ lines }: Pick<OwnArticle, "lines">, span: Span, text: string): Fold {
  return { startLine: lineAt(lines, span.start), endLine: lineAt(lines, span.end), text };
}

function addFold(folds: Map<number, Fold>, fold: Fold): void {
  const startLine = folds.has(fold.startLine) ? fold.startLine + 1 : fold.startLine;
  if (startLine < fold.endLine && !folds.has(startLine)) {
    folds.set(startLine, { ...fold, startLine });
  }
}

/** The folds, in order of their start, less those that begin inside another and end behind it: no editor takes them. */
function withoutCrossing(folds: readonly Fold[]): Fold[] {
  const kept: Fold[] = [];
  const open: Fold[] = [];
  for (const fold of folds) {
    while (open.length > 0 && (open.at(-1) as Fold).endLine < fold.startLine) {
      open.pop();
    }
    const outer = open.at(-1);
    if (outer === undefined || fold.endLine <= outer.endLine) {
      kept.push(fold);
      open.push(fold);
    }
  }
  return kept;
}

function longest(folds: readonly Fold[], limit: number | undefined): readonly Fold[] {
  if (limit === undefined || folds.length <= limit) {
    return folds;
  }
  const length = ({ startLine, endLine }: Fold) => endLine - startLine;
  const kept = new Set([...folds].sort((first, second) => length(second) - length(first)).slice(0, limit));
  return folds.filter((fold) => kept.has(fold));
}
