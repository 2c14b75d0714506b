import type { Article, Block, PlacedUnit, Role, Unit } from "../article/model.ts";
import { placeArticle, unitIndexAt } from "../article/place-units.ts";
import type { Copy } from "../duplicates/copy.ts";
import { type CopyOptions, DEFAULT_COPY_OPTIONS } from "../duplicates/copy-options.ts";
import { findCopies } from "../duplicates/find-copies.ts";
import type { Passage } from "../duplicates/passage.ts";
import { type Span, shiftSpan } from "../text/span.ts";
import type { Check, Finding, Fix, UnplacedRelation, Words } from "./check.ts";
import { lineOf, linesOf, words, wordsInList } from "./shared/line-words.ts";
import { countOf } from "./shared/quote-text.ts";
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
  begin: (options) => (units) => copiesOfUnits(units, options),
};

function copiesOfUnits(units: readonly Unit[], options: CopyOptions): readonly (readonly Finding[])[] {
  const text = units.map((unit) => unit.text).join("");
  const placed: PlacedUnit[] = [];
  let start = 0;
  for (const unit of units) {
    placed.push({ unit, start, line: 0 });
    start += unit.text.length;
  }
  const articles = placed.map((one) => placeArticle(one)).filter((article) => article !== undefined);
  const copies = findCopies(text, articles.map(passagesOf), options);
  const places = placesByKept(copies);
  const findings = units.map((): Finding[] => []);
  for (const copy of copies) {
    const index = unitIndexAt(placed, copy.copy.span.start);
    findings[index]?.push(findingFor(copy, { placed, own: placed[index] as PlacedUnit, places }));
  }
  return findings;
}

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
  readonly placed: readonly PlacedUnit[];
  /** The unit that holds the copy. */
  readonly own: PlacedUnit;
  readonly places: Places;
}

function findingFor(found: Copy, place: Place): Finding {
  const { copy, kind, scope, similarity } = found;
  const isElsewhere = scope === "file";
  return {
    span: shiftSpan(copy.span, -place.own.start),
    message: words`${describe(found, place)} ${advise(found)}`,
    ...(isElsewhere ? { severity: "information" } : {}),
    related: relatedPlaces(found, place),
    data: { kind, scope, similarity: Math.round(similarity * 1_000) / 1_000 },
    // What another article holds as well belongs to both.
    unnecessary: !isElsewhere && kind !== "near",
    fixes: fixesFor(found, place),
  };
}

/** What is the matter, in one sentence. */
function describe({ kind, scope, copy, kept, isLiteral, differences }: Copy, place: Place): Words {
  const name = `This ${nameOf(copy)}`;
  const where = words`${placeInWords(kept, place)}${scope === "file" ? ", in another article of this file" : ""}`;
  switch (kind) {
    case "exact":
      return isLiteral || copy.blocks.length > 1
        ? words`${name} is the same as the one on ${where}, word for word.`
        : words`${name} is the same as the one on ${where} but for capitals or the form of letters.`;
    case "near":
      return differences === 0
        ? words`${name} is the same as the one on ${where} but for punctuation.`
        : words`${name} is nearly the same as the one on ${where}: ${countOf(differences, "word")} ${differences === 1 ? "differs" : "differ"}.`;
    case "contained":
      if (kept.length > 1) {
        return words`${name} is the paragraphs on ${where} over again, run together.`;
      }
      return differences === 0
        ? words`All of this ${nameOf(copy)} stands in the longer one on ${where}.`
        : words`All of this ${nameOf(copy)} but ${countOf(differences, "word")} stands in the longer one on ${where}.`;
    case "truncated":
      return words`${name} is only the start of the one on ${where}, which goes on where this one breaks off.`;
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

function placeInWords(kept: readonly Passage[], place: Place): Words {
  const [first] = kept;
  if (kept.length === 1 && first !== undefined) {
    const { unit, span } = placeOf(first.span, place);
    return words`${linesOf(span, unit)}`;
  }
  const named = kept.slice(0, MOST_OTHERS).map(({ span }) => {
    const { unit, span: own } = placeOf(span, place);
    return words`${lineOf(own.start, unit)}`;
  });
  const rest = kept.length - named.length;
  return words`lines ${wordsInList(rest === 0 ? named : [...named, `${rest} more`])}`;
}

/** What stays first, then the other copies of it. */
function relatedPlaces({ copy, kept }: Copy, place: Place): UnplacedRelation[] {
  const message = kept.length === 1 ? "The one that stays" : "One of those that stay";
  const relation = (span: Span, what: string): UnplacedRelation => {
    const at = placeOf(span, place);
    return { ...at, message: words`${what}, on ${linesOf(at.span, at.unit)}` };
  };
  const related = kept.slice(0, MOST_OTHERS + 1).map(({ span }) => relation(span, message));
  const known = new Set<number>([copy.span.start]);
  for (const { span } of kept) {
    for (const other of place.places.get(span.start) ?? []) {
      if (!known.has(other.span.start) && related.length <= MOST_OTHERS) {
        known.add(other.span.start);
        related.push(relation(other.span, "Another copy"));
      }
    }
  }
  return related;
}

function placeOf(span: Span, { placed }: Place): { readonly unit: Unit; readonly span: Span } {
  const { unit, start } = placed[unitIndexAt(placed, span.start)] as PlacedUnit;
  return { unit, span: shiftSpan(span, -start) };
}

/** Between articles nothing is offered: each stays whole. */
function fixesFor({ scope, kind, copy, kept, isLiteral }: Copy, { own }: Place): Fix[] {
  const [first] = kept;
  if (scope === "file" || first === undefined) {
    return [];
  }
  const goes = shiftSpan(copy.span, -own.start);
  const stays = shiftSpan(first.span, -own.start);
  const name = nameOf(copy);
  const isEither = !isLiteral && kept.length === 1 && (kind === "near" || kind === "exact");
  const removal: Fix = {
    title: `Remove the ${kind === "exact" && isLiteral ? "repeated " : ""}${name}${isEither ? " and keep the other one" : ""}`,
    safety: isLiteral ? "safe" : "review",
    operations: [{ kind: "remove", span: goes }],
    ...(isLiteral ? {} : { comparison: { goes, stays } }),
  };
  if (isLiteral) {
    return [{ ...removal, title: `Remove the repeated ${name}` }];
  }
  const other: Fix = {
    title: `Keep this ${name} and remove the other one`,
    safety: "review",
    operations: [{ kind: "remove", span: stays }],
    comparison: { goes: stays, stays: goes },
  };
  return isEither ? [removal, other] : [removal];
}

function nameOf({ blocks }: Passage): string {
  const role = blocks.length === 1 ? blocks[0]?.role : undefined;
  return role === "heading" || role === "caption" ? role : "paragraph";
}
