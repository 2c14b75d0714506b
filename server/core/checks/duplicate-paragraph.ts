import type { Article, Block, Role, Unit } from "../article/model.ts";
import { type CopyUnit, createCopyFinder } from "../duplicates/copy-finder.ts";
import { type CopyOptions, DEFAULT_COPY_OPTIONS } from "../duplicates/copy-options.ts";
import type { FoundCopy, FoundPassage } from "../duplicates/found-copy.ts";
import { changedPart } from "../text/changed-part.ts";
import type { Check, DumpRun, Finding, Phrase, UnplacedFix, UnplacedRelation } from "./check.ts";
import { countedWords, lineOf, linesOf, words, wordsInList } from "./shared/line-words.ts";
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
  let before: readonly Unit[] = [];
  let sources: readonly CopyUnit[] = [];
  let known: ReadonlyMap<readonly FoundCopy[], readonly Finding[]> = new Map();
  return function* (units) {
    const { start, oldEnd, newEnd } = changedPart(before, units);
    const gone = sources.slice(start, oldEnd);
    const isInPlace = oldEnd === newEnd;
    const changed = units
      .slice(start, newEnd)
      .map((unit, index) => passagesOfUnit(unit, isInPlace ? gone[index] : undefined));
    sources = [...sources.slice(0, start), ...changed, ...sources.slice(oldEnd)];
    before = units;
    const now = new Map<readonly FoundCopy[], readonly Finding[]>();
    const copiesByUnit = yield* finder.find(sources);
    const findings = copiesByUnit.map((copies) => {
      if (copies.length === 0) {
        return NOTHING;
      }
      const found = known.get(copies) ?? copies.map((copy) => findingFor(copy));
      now.set(copies, found);
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

/**
 * What is compared of an article.
 *
 * @param before What was compared of the unit before it was edited.
 */
function passagesOfUnit(unit: Unit, before: CopyUnit | undefined): CopyUnit {
  if (before === undefined || hasParagraphs(unit) !== hasParagraphs(before.unit)) {
    const passages = passagesAmong(unit, 0, unit.blocks.length);
    return {
      unit,
      passages: Uint32Array.from(passages),
      keys: passages.map((number) => unit.keys[number] as object),
    };
  }
  const { start, oldEnd, newEnd } = changedPart(before.unit.keys, unit.keys);
  const changed = passagesAmong(unit, start, newEnd);
  const first = countBefore(before.passages, start);
  const last = countBefore(before.passages, oldEnd);
  const passages = new Uint32Array(first + changed.length + before.passages.length - last);
  passages.set(before.passages.subarray(0, first));
  passages.set(changed, first);
  for (let number = last; number < before.passages.length; number++) {
    passages[number - last + first + changed.length] = (before.passages[number] as number) + newEnd - oldEnd;
  }
  const keys = before.keys.slice(0, first).concat(
    changed.map((number) => unit.keys[number] as object),
    before.keys.slice(last),
  );
  return { unit, passages, keys };
}

function passagesAmong({ article, blocks }: Unit, from: number, to: number): readonly number[] {
  const passages: number[] = [];
  for (let number = from; article !== undefined && number < to; number++) {
    if (isPassage(blocks[number] as Block, article)) {
      passages.push(number);
    }
  }
  return passages;
}

/** How many of ascending numbers are less than another one. */
function countBefore(numbers: Uint32Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Whether the line with the whole article is left out, see `isCopiedElsewhere`. */
function hasParagraphs({ blocks }: Unit): boolean {
  return blocks.some(({ role, zone }) => role === "paragraph" && zone === "body");
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
    message: [describe(found), advise(found)],
    ...(isElsewhere ? { severity: "information" } : {}),
    related: relatedPlaces(found),
    data: { kind, scope, similarity: Math.round(similarity * 1_000) / 1_000 },
    // What another article holds as well belongs to both.
    unnecessary: !isElsewhere && kind !== "near",
    fixes: fixesFor(found),
  };
}

type Named = "paragraph" | "heading" | "caption";

/** What is the matter, in one sentence; `{0}` are the lines of the other copy. */
function describe({ kind, scope, copy, kept, isLiteral, differences }: FoundCopy): Phrase {
  const name = NAMES[nameOf(copy)];
  const where =
    scope === "file" ? words`${placeInWords(kept)}, in another article of this file` : placeInWords(kept);
  switch (kind) {
    case "exact":
      return isLiteral || copy.blocks.length > 1
        ? words`This ${name} is the same as the one on ${where}, word for word.`
        : words`This ${name} is the same as the one on ${where} but for capitals or the form of letters.`;
    case "near":
      return differences === 0
        ? words`This ${name} is the same as the one on ${where} but for punctuation.`
        : countedWords(
            differences,
            "This {1} is nearly the same as the one on {2}: {0} word differs.",
            "This {1} is nearly the same as the one on {2}: {0} words differ.",
            name,
            where,
          );
    case "contained":
      if (kept.length > 1) {
        return words`This ${name} is the paragraphs on ${where} over again, run together.`;
      }
      return differences === 0
        ? words`All of this ${name} stands in the longer one on ${where}.`
        : countedWords(
            differences,
            "All of this {1} but {0} word stands in the longer one on {2}.",
            "All of this {1} but {0} words stands in the longer one on {2}.",
            name,
            where,
          );
    case "truncated":
      return words`This ${name} is only the start of the one on ${where}, which goes on where this one breaks off.`;
  }
}

const NAMES: Readonly<Record<Named, Phrase>> = {
  paragraph: words`paragraph`,
  heading: words`heading`,
  caption: words`caption`,
};

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

function placeInWords(kept: readonly FoundPassage[]): Phrase {
  const [first] = kept;
  if (kept.length === 1 && first !== undefined) {
    return words`${linesOf(first.span, first.unit)}`;
  }
  const named = kept.slice(0, MOST_OTHERS).map(({ span, unit }) => words`${lineOf(span.start, unit)}`);
  const rest = kept.length - named.length;
  return words`lines ${wordsInList(rest === 0 ? named : [...named, words`${rest} more`])}`;
}

/** What stays first, then the other copies of it. */
function relatedPlaces({ kept, others }: FoundCopy): UnplacedRelation[] {
  const related = kept.slice(0, MOST_OTHERS + 1).map(({ span, unit }) => ({
    span,
    unit,
    message:
      kept.length === 1
        ? words`The one that stays, on ${linesOf(span, unit)}`
        : words`One of those that stay, on ${linesOf(span, unit)}`,
  }));
  const left = others.slice(0, MOST_OTHERS + 1 - related.length).map(({ span, unit }) => ({
    span,
    unit,
    message: words`Another copy, on ${linesOf(span, unit)}`,
  }));
  return [...related, ...left];
}

/** Between articles nothing is offered: each stays whole. */
function fixesFor({ scope, kind, copy, kept, isLiteral }: FoundCopy): UnplacedFix[] {
  const [first] = kept;
  if (scope === "file" || first === undefined) {
    return [];
  }
  const goes = copy.span;
  const stays = first.span;
  const name = NAMES[nameOf(copy)];
  const isEither = !isLiteral && kept.length === 1 && (kind === "near" || kind === "exact");
  const removal: UnplacedFix = {
    title: isEither ? words`Remove the ${name} and keep the other one` : words`Remove the ${name}`,
    safety: isLiteral ? "safe" : "review",
    operations: [{ kind: "remove", span: goes }],
    ...(isLiteral ? {} : { comparison: { goes, stays } }),
  };
  if (isLiteral) {
    return [{ ...removal, title: words`Remove the repeated ${name}` }];
  }
  const other: UnplacedFix = {
    title: words`Keep this ${name} and remove the other one`,
    safety: "review",
    operations: [{ kind: "remove", span: stays }],
    comparison: { goes: stays, stays: goes },
  };
  return isEither ? [removal, other] : [removal];
}

function nameOf({ blocks }: FoundPassage): Named {
  const role = blocks.length === 1 ? blocks[0]?.role : undefined;
  return role === "heading" || role === "caption" ? role : "paragraph";
}
