import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { type Article, type Block, blockValue } from "../core/article/model.ts";
import { lineAt } from "../core/text/lines.ts";
import { type Span, shiftSpan } from "../core/text/span.ts";
import type { Analysis } from "./feature-context.ts";
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
export function provideFoldingRanges(analysis: Analysis, options: FoldingOptions = {}): FoldingRange[] {
  const folds = new Map<number, Fold>();
  const { articles } = analysis.dump;
  // Asked in text order, so that the findings are gone through once for all articles.
  const isRemovable = removableText(removableFindings(analysis));
  for (const article of articles) {
    for (const fold of articleFolds(analysis, article, {
      count: articles.length > 1 ? "several" : "one",
      isRemovable,
    })) {
      addFold(folds, fold);
    }
  }
  const sorted = [...folds.values()].sort((first, second) => first.startLine - second.startLine);
  return longest(withoutCrossing(sorted), options.limit).map(({ startLine, endLine, text }) => ({
    startLine,
    endLine,
    kind: FoldingRangeKind.Region,
    ...(options.collapsedText === true ? { collapsedText: text } : {}),
  }));
}

/** Of the findings no more is put together than is asked for. */
function removableFindings({ checked }: Analysis) {
  return checked.byUnit.flatMap((findings, index) => {
    const start = checked.dump.units[index]?.start ?? 0;
    return findings
      .filter(({ unnecessary }) => unnecessary === true)
      .map(({ span, unnecessary }) => ({ span: shiftSpan(span, start), unnecessary: unnecessary === true }));
  });
}

/** The outer first, so that of two folds at one line the outer stays and the inner begins a line later. */
function* articleFolds(
  analysis: Analysis,
  article: Article,
  { count, isRemovable }: { readonly count: "one" | "several"; readonly isRemovable: IsRemovable },
): Iterable<Fold> {
  const { phrases } = analysis;
  const { head, body, tail } = sectionsOf(article);
  const sections = [head, body, tail].filter((section) => section !== undefined);
  if (count === "several" && sections.length > 0) {
    const span = { start: (sections[0] as Section).span.start, end: (sections.at(-1) as Section).span.end };
    yield foldOf(analysis, span, phrases.say("Article"));
  }
  for (const section of [head, tail]) {
    if (section !== undefined) {
      yield foldOf(analysis, section.span, phrases.say("Metadata"));
    }
  }
  if (body !== undefined) {
    yield foldOf(analysis, body.span, phrases.say("Body"));
    for (const part of body.parts) {
      yield foldOf(analysis, part.span, previewText(blockValue(analysis.text, part.heading), 60));
    }
  }
  yield* runFolds(analysis, article, isRemovable);
  yield* longLineFolds(analysis, article);
}

function* runFolds(analysis: Analysis, article: Article, isRemovable: IsRemovable): Iterable<Fold> {
  const { phrases } = analysis;
  const kindOf = (block: Block) => {
    if ((block.repeats !== undefined && block.zone !== "body") || isRemovable(block.content)) {
      return "repeat";
    }
    return block.role === "keyword" || block.role === "relatedLink" ? block.role : undefined;
  };
  for (const run of runsOf(article.blocks, kindOf)) {
    if (run.kind === "repeat") {
      const text = phrases.count(run.blocks.length, "{0} repeated line", "{0} repeated lines");
      yield foldOf(analysis, run.span, text);
    } else {
      const text = run.kind === "keyword" ? phrases.say("Keywords") : phrases.say("Related stories");
      yield foldOf(analysis, run.span, text);
    }
  }
}

function* longLineFolds(analysis: Analysis, article: Article): Iterable<Fold> {
  for (const block of article.blocks) {
    if (block.role === "articleBody" || block.content.end - block.content.start >= LONG_LINE) {
      const { startLine, endLine } = foldOf(analysis, block.content, "");
      const isFirstOfArticle = block.span.start === article.span.start;
      if (startLine === endLine && startLine > 0 && !isFirstOfArticle) {
        yield { startLine: startLine - 1, endLine, text: analysis.phrases.say("The next line is long") };
      }
    }
  }
}

function foldOf({ lines }: Analysis, span: Span, text: string): Fold {
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
