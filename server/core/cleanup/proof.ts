import { type Article, blockAt, type Dump } from "../article/model.ts";
import { foldForProof } from "../text/fold.ts";
import { composePassageMaps, copyPassageMap, type PassageMap } from "../text/passage-map.ts";
import { containsSpan, type Span, sliceSpan, spansOverlap } from "../text/span.ts";
import { isBlankSpan, trimSpan } from "../text/white-space.ts";
import type { Composition } from "./compose.ts";
import { isTokenBoundary } from "./find-passage.ts";
import type { Alignment } from "./fold-block.ts";
import { proveArticle } from "./prove-article.ts";
import type { LostSpan, ProofOutcome, Witness } from "./witness.ts";

export interface Proof extends ProofOutcome {
  /** Whether nothing is lost. */
  readonly ok: boolean;
}

/**
 * Proves that a change of a dump loses nothing (design.md §2): every run of words of a removed passage stands, in one
 * piece and in order, in blocks of the same article that stay, and every value of the metadata under its own field;
 * white space, quotation marks and dashes make no difference, case does. It also looks at the rest of the change:
 * replacements must mean the same text, lines are joined only inside a block and without running words together, and
 * no line leaves its article.
 *
 * What it proves is the outcome, whatever the operations were: it starts from the text that the result no longer has.
 */
export function proveNothingLost(dump: Dump, composition: Composition): Proof {
  const lost: LostSpan[] = [
    ...lostByReplacing(dump, composition),
    ...lostByJoining(dump, composition),
    ...lostByMoving(dump, composition),
    ...lostByRunningTogether(dump, composition),
  ];
  const witnesses: Witness[] = [];
  const alignments: Alignment[] = [];
  const removed = removedText(dump.text, composition);
  let next = 0;
  for (const article of dump.articles) {
    const own: Span[] = [];
    for (; next < removed.length && (removed[next] as Span).start < article.span.end; next++) {
      const span = removed[next] as Span;
      const inside = {
        start: Math.max(span.start, article.span.start),
        end: Math.min(span.end, article.span.end),
      };
      if (inside.start > span.start)
        lost.push(
          ...outsideArticles(dump.text, { start: span.start, end: Math.min(inside.start, span.end) }),
        );
      if (inside.end > inside.start) own.push(inside);
      if (span.end > article.span.end) {
        // The rest of it belongs to what comes behind this article.
        removed[next] = { start: article.span.end, end: span.end };
        break;
      }
    }
    if (own.length > 0) {
      const outcome = proveArticle(dump.text, article, own, composition.splits);
      lost.push(...outcome.lost);
      witnesses.push(...outcome.witnesses);
      alignments.push(...outcome.alignments);
    }
  }
  for (; next < removed.length; next++) lost.push(...outsideArticles(dump.text, removed[next] as Span));
  lost.sort((first, second) => first.span.start - second.span.start || first.span.end - second.span.end);
  return { ok: lost.length === 0, lost, witnesses, alignments };
}

/** Leads from the old text to the new one, and from removed text to the copy of it that stays. */
export function offsetMapWithCopies(composition: Composition, proof: Proof): PassageMap {
  const length = composition.lines.text.length;
  return composePassageMaps(copyPassageMap(length, proof.alignments), composition.offsetMap);
}

/** What the new text does not have of the old one, white space aside; what was replaced is judged by itself. */
function removedText(text: string, { offsetMap, replaces }: Composition): Span[] {
  const removed: Span[] = [];
  let next = 0;
  for (const passage of offsetMap.passages) {
    if (passage.kind !== "gone") continue;
    let at = passage.start;
    while (next < replaces.length && (replaces[next]?.span.end as number) <= passage.start) next++;
    for (let index = next; index < replaces.length; index++) {
      const { span } = replaces[index] as { span: Span };
      if (span.start >= passage.end) break;
      addText(removed, text, { start: at, end: Math.min(span.start, passage.end) });
      at = Math.max(at, span.end);
    }
    addText(removed, text, { start: at, end: passage.end });
  }
  return removed;
}

function addText(removed: Span[], text: string, span: Span): void {
  if (span.end > span.start && !isBlankSpan(text, span)) removed.push(trimSpan(text, span));
}

function outsideArticles(text: string, span: Span): LostSpan[] {
  if (isBlankSpan(text, span)) return [];
  return [
    {
      span: trimSpan(text, span),
      reason: "This text belongs to no article, so nothing tells whether it is a repeat.",
    },
  ];
}

function lostByReplacing({ text }: Dump, { replaces }: Composition): LostSpan[] {
  return replaces
    .filter(({ span, newText }) => !meansTheSame(sliceSpan(text, span), newText))
    .map(({ span }) => ({ span, reason: "This would become other text." }));
}

/** Whether the new text is the old one, folded, with white space wherever the old one has it; there may be more of it. */
function meansTheSame(oldText: string, newText: string): boolean {
  const before = foldForProof(oldText);
  const after = foldForProof(newText);
  let at = 0;
  for (let index = 0; index < after.length; index++) {
    if (after[index] === before[at]) {
      at++;
    } else if (after[index] !== " ") {
      return false;
    }
  }
  return at === before.length;
}

/** Lines of two blocks that are joined would read as one value or one paragraph. */
function lostByJoining(dump: Dump, { joins }: Composition): LostSpan[] {
  return joins
    .filter(({ span }) => {
      const block = blockAt(dump.blocks, span.start);
      return block === undefined || !containsSpan(block.content, span);
    })
    .map(({ span }) => ({ span, reason: "These lines do not belong together." }));
}

function lostByMoving(dump: Dump, { moves }: Composition): LostSpan[] {
  return moves
    .filter(({ span, to }) => {
      const home = articleHolding(dump.articles, span);
      return home === undefined || to < home.span.start || to > home.span.end;
    })
    .map(({ span }) => ({ span: trimSpan(dump.text, span), reason: "This line would leave its article." }));
}

function articleHolding(articles: readonly Article[], span: Span): Article | undefined {
  let low = 0;
  let high = articles.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((articles[middle] as Article).span.start <= span.start) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  const found = articles[low];
  return found !== undefined && containsSpan(found.span, span) ? found : undefined;
}

/** Two words that stood apart and would read as one, or a word that is cut in two with a part left behind. */
function lostByRunningTogether(dump: Dump, { pieces, replaces }: Composition): LostSpan[] {
  const lost: LostSpan[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (piece.kind !== "kept" || before?.kind !== "kept" || before.end === piece.start) continue;
    const seam = dump.text.slice(Math.max(before.end - 2, before.start), before.end);
    const start = dump.text.slice(piece.start, Math.min(piece.start + 2, piece.end));
    const gap = { start: before.end, end: piece.start };
    if (isTokenBoundary(seam + start, seam.length) || isProvedWrap(dump, gap)) continue;
    if (replaces.some(({ span }) => gap.start < gap.end && spansOverlap(span, gap))) continue;
    const place = gap.start < gap.end ? gap : { start: piece.start, end: piece.end };
    lost.push({ span: place, reason: "Two words would run together here." });
  }
  return lost;
}

/** Whether the run-together line of the article shows that nothing stands between the two lines. */
function isProvedWrap(dump: Dump, gap: Span): boolean {
  if (gap.start >= gap.end) return false;
  const wraps = blockAt(dump.blocks, gap.start)?.wraps ?? [];
  return wraps.some(({ span, joiner, proved }) => proved && joiner === "" && containsSpan(span, gap));
}
