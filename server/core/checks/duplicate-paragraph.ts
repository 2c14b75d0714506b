import type { Article, Block, Role, Unit } from "../article/model.ts";
import {
  type CopyUnit,
  createCopyFinder,
  type FoundCopy,
  type FoundPassage,
} from "../duplicates/copy-finder.ts";
import { type CopyOptions, DEFAULT_COPY_OPTIONS } from "../duplicates/copy-options.ts";
import type { Check, DumpRun, Finding, Fix, UnplacedRelation, Words } from "./check.ts";
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
  begin: (options) => runWith(options),
};

function runWith(options: CopyOptions): DumpRun {
  const finder = createCopyFinder(options);
  let known: ReadonlyMap<readonly FoundCopy[], readonly Finding[]> = new Map();
  return (units, memory) => {
    const articles = units.filter(({ article }) => article !== undefined);
    const copies = finder.find(articles.map((unit) => memory.perUnit(unit, passagesOfUnit)));
    const now = new Map<readonly FoundCopy[], readonly Finding[]>();
    let next = 0;
    const findings = units.map(({ article }) => {
      const own = article === undefined ? undefined : copies[next++];
      if (own === undefined || own.length === 0) {
        return NOTHING;
      }
      const found = known.get(own) ?? own.map((copy) => findingFor(copy));
      now.set(own, found);
      return found;
    });
    known = now;
    return findings;
  };
}

const NOTHING: readonly Finding[] = [];

const TEXT_ROLES: ReadonlySet<Role> = new Set<Role>([
  "paragraph",
  "standfirst",
  "heading",
  "caption",
  "unknown",
]);

/** What is compared of an article. */
function passagesOfUnit(unit: Unit): CopyUnit {
  const blocks: Block[] = [];
  const keys: object[] = [];
  for (const [index, block] of unit.blocks.entries()) {
    if (unit.article !== undefined && isPassage(block, unit.article)) {
      blocks.push(block);
      keys.push(unit.keys[index] as object);
    }
  }
  return { unit, blocks, keys };
}

function isPassage(block: Block, article: Article): boolean {
  return (
    (block.zone === "body" && TEXT_ROLES.has(block.role)) ||
    (block.role === "articleBody" && !isCopiedElsewhere(block, article))
  );
}

/** A finding names at most so many other copies: of a line that stands there a thousand times each has a finding. */
const MOST_OTHERS = 7;

function findingFor(found: FoundCopy): Finding {
  const { copy, kind, scope, similarity } = found;
  const isElsewhere = scope === "file";
  return {
    span: copy.span,
    message: words`${describe(found)} ${advise(found)}`,
    ...(isElsewhere ? { severity: "information" } : {}),
    related: relatedPlaces(found),
    data: { kind, scope, similarity: Math.round(similarity * 1_000) / 1_000 },
    // What another article holds as well belongs to both.
    unnecessary: !isElsewhere && kind !== "near",
    fixes: fixesFor(found),
  };
}

/** What is the matter, in one sentence. */
function describe({ kind, scope, copy, kept, isLiteral, differences }: FoundCopy): Words {
  const name = `This ${nameOf(copy)}`;
  const where = words`${placeInWords(kept)}${scope === "file" ? ", in another article of this file" : ""}`;
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
function advise({ kind, scope, isLiteral }: FoundCopy): string {
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

function placeInWords(kept: readonly FoundPassage[]): Words {
  const [first] = kept;
  if (kept.length === 1 && first !== undefined) {
    return words`${linesOf(first.span, first.unit)}`;
  }
  const named = kept.slice(0, MOST_OTHERS).map(({ span, unit }) => words`${lineOf(span.start, unit)}`);
  const rest = kept.length - named.length;
  return words`lines ${wordsInList(rest === 0 ? named : [...named, `${rest} more`])}`;
}

/** What stays first, then the other copies of it. */
function relatedPlaces({ kept, others }: FoundCopy): UnplacedRelation[] {
  const message = kept.length === 1 ? "The one that stays" : "One of those that stay";
  const relation = ({ span, unit }: FoundPassage, what: string): UnplacedRelation => ({
    span,
    unit,
    message: words`${what}, on ${linesOf(span, unit)}`,
  });
  const related = kept.slice(0, MOST_OTHERS + 1).map((passage) => relation(passage, message));
  const left = others.slice(0, MOST_OTHERS + 1 - related.length);
  return [...related, ...left.map((passage) => relation(passage, "Another copy"))];
}

/** Between articles nothing is offered: each stays whole. */
function fixesFor({ scope, kind, copy, kept, isLiteral }: FoundCopy): Fix[] {
  const [first] = kept;
  if (scope === "file" || first === undefined) {
    return [];
  }
  const goes = copy.span;
  const stays = first.span;
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

function nameOf({ blocks }: FoundPassage): string {
  const role = blocks.length === 1 ? blocks[0]?.role : undefined;
  return role === "heading" || role === "caption" ? role : "paragraph";
}
