import type { Article, Block, Dump, Role } from "../article/model.ts";
import type { Copy } from "../duplicates/copy.ts";
import { type CopyOptions, DEFAULT_COPY_OPTIONS } from "../duplicates/copy-options.ts";
import { findCopies } from "../duplicates/find-copies.ts";
import type { Passage } from "../duplicates/passage.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Check, CheckContext, Finding, Fix, RelatedPlace } from "./check.ts";
import { lineNumber, linesInWords } from "./shared/line-words.ts";
import { countOf, listOf } from "./shared/quote-text.ts";
import { isCopiedElsewhere } from "./shared/run-together-line.ts";

/**
 * A paragraph that says what another one says: the same words, nearly the same, or a part of them. Body is compared with body;
 * what the line with the whole article repeats is that line's own trouble, and what a description shares with the first
 * paragraph is how pages are made.
 */
export const duplicateParagraph: Check<"dump", CopyOptions> = {
  id: "duplicate-paragraph",
  summary: "A paragraph that stands in the article twice, or nearly so",
  severity: "warning",
  bestFix: "safe",
  reach: "dump",
  defaults: DEFAULT_COPY_OPTIONS,
  *run(dump, { lines, options }: CheckContext<CopyOptions>) {
    const copies = findCopies(
      dump.text,
      dump.articles.map((article) => passagesOf(article)),
      options,
    );
    const places = placesByKept(copies);
    for (const copy of copies) {
      yield findingFor(copy, { dump, lines, places });
    }
  },
};

const TEXT_ROLES: ReadonlySet<Role> = new Set<Role>([
  "paragraph",
  "standfirst",
  "heading",
  "caption",
  "unknown",
]);

function passagesOf(article: Article): readonly Block[] {
  return article.blocks.filter(
    (block) =>
      (block.zone === "body" && TEXT_ROLES.has(block.role)) ||
      (block.role === "articleBody" && !isCopiedElsewhere(block, article)),
  );
}

/** By the first word of a passage that stays, the passages that repeat it, in text order; a few are enough to name. */
type Places = ReadonlyMap<number, readonly Passage[]>;

/** A finding names at most so many other copies: of a line that stands there a thousand times each has a finding. */
const MOST_OTHERS = 7;

function placesByKept(copies: readonly Copy[]): Places {
  const places = new Map<number, Passage[]>();
  for (const { copy, kept } of copies) {
    for (const { span } of kept) {
      const known = places.get(span.start);
      if (known === undefined) {
        places.set(span.start, [copy]);
      } else if (known.length <= MOST_OTHERS) {
        known.push(copy);
      }
    }
  }
  return places;
}

interface Place {
  readonly dump: Dump;
  readonly lines: LineIndex;
  readonly places: Places;
}

function findingFor(found: Copy, place: Place): Finding {
  const { copy, kind, scope, similarity } = found;
  const isElsewhere = scope === "file";
  return {
    span: copy.span,
    message: `${describe(found, place.lines)} ${advise(found)}`,
    ...(isElsewhere ? { severity: "information" } : {}),
    related: relatedPlaces(found, place),
    data: { kind, scope, similarity: Math.round(similarity * 1_000) / 1_000 },
    // What another article holds as well belongs to both.
    unnecessary: !isElsewhere && kind !== "near",
    fixes: fixesFor(found),
  };
}

/** What is the matter, in one sentence. */
function describe({ kind, scope, copy, kept, isLiteral, differences }: Copy, lines: LineIndex): string {
  const name = `This ${nameOf(copy)}`;
  const where = `${placeInWords(kept, lines)}${scope === "file" ? ", in another article of this file" : ""}`;
  switch (kind) {
    case "exact":
      return isLiteral || copy.blocks.length > 1
        ? `${name} is the same as the one on ${where}, word for word.`
        : `${name} is the same as the one on ${where} but for capitals or the form of letters.`;
    case "near":
      return differences === 0
        ? `${name} is the same as the one on ${where} but for punctuation.`
        : `${name} is nearly the same as the one on ${where}: ${countOf(differences, "word")} ${differences === 1 ? "differs" : "differ"}.`;
    case "contained":
      if (kept.length > 1) {
        return `${name} is the paragraphs on ${where} over again, run together.`;
      }
      return differences === 0
        ? `All of this ${nameOf(copy)} stands in the longer one on ${where}.`
        : `All of this ${nameOf(copy)} but ${countOf(differences, "word")} stands in the longer one on ${where}.`;
    case "truncated":
      return `${name} is only the start of the one on ${where}, which goes on where this one breaks off.`;
  }
}

/** What it means and what to do. */
function advise({ kind, scope, isLiteral }: Copy): string {
  if (scope === "file") {
    return "Each article stays whole, so nothing is removed unasked; keep in mind that the text is there twice.";
  }
  if (isLiteral) {
    return "Removing it loses nothing.";
  }
  return kind === "exact" || kind === "near"
    ? "Compare the two and remove one."
    : "Compare the two before removing it.";
}

function placeInWords(kept: readonly Passage[], lines: LineIndex): string {
  const [first] = kept;
  if (kept.length === 1 && first !== undefined) {
    return linesInWords(lines, first.span);
  }
  const numbers = kept.map(({ span }) => String(lineNumber(lines, span.start)));
  const named = numbers.slice(0, MOST_OTHERS);
  const rest = numbers.length - named.length;
  return `lines ${listOf(rest === 0 ? named : [...named, `${rest} more`])}`;
}

/** What stays first, then the other copies of it. */
function relatedPlaces({ copy, kept }: Copy, { places, lines }: Place): RelatedPlace[] {
  const message = kept.length === 1 ? "The one that stays" : "One of those that stay";
  const related = kept
    .slice(0, MOST_OTHERS + 1)
    .map(({ span }) => ({ span, message: `${message}, on ${linesInWords(lines, span)}` }));
  const known = new Set<number>([copy.span.start]);
  for (const { span } of kept) {
    for (const other of places.get(span.start) ?? []) {
      if (!known.has(other.span.start) && related.length <= MOST_OTHERS) {
        known.add(other.span.start);
        const at = linesInWords(lines, other.span);
        related.push({ span: other.span, message: `Another copy, on ${at}` });
      }
    }
  }
  return related;
}

/** Between articles nothing is offered: each stays whole. */
function fixesFor({ scope, kind, copy, kept, isLiteral }: Copy): Fix[] {
  const [first] = kept;
  if (scope === "file" || first === undefined) {
    return [];
  }
  const name = nameOf(copy);
  const isEither = !isLiteral && kept.length === 1 && (kind === "near" || kind === "exact");
  const removal: Fix = {
    title: `Remove the ${kind === "exact" && isLiteral ? "repeated " : ""}${name}${isEither ? " and keep the other one" : ""}`,
    safety: isLiteral ? "safe" : "review",
    operations: [{ kind: "remove", span: copy.span }],
    ...(isLiteral ? {} : { comparison: { goes: copy.span, stays: first.span } }),
  };
  if (isLiteral) {
    return [{ ...removal, title: `Remove the repeated ${name}` }];
  }
  const other: Fix = {
    title: `Keep this ${name} and remove the other one`,
    safety: "review",
    operations: [{ kind: "remove", span: first.span }],
    comparison: { goes: first.span, stays: copy.span },
  };
  return isEither ? [removal, other] : [removal];
}

function nameOf({ blocks }: Passage): string {
  const role = blocks.length === 1 ? blocks[0]?.role : undefined;
  return role === "heading" || role === "caption" ? role : "paragraph";
}
