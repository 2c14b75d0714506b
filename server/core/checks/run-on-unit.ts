import type { Article, Block, Unit } from "../article/model.ts";
import type { UnitLinks } from "../links/unit-links.ts";
import type { Steps } from "../text/steps.ts";
import { type AskedPlaces, notePlace } from "./asked-places.ts";
import type { AnyCheck, CheckContext, Finding, ScopeOf, Severity, UnitMemory } from "./check.ts";
import type { UnitFinding } from "./checked-dump.ts";

/** A check that is on, at its level. */
export interface ActiveCheck<C extends AnyCheck = AnyCheck> {
  readonly check: C;
  readonly level: Severity | "built-in";
  readonly options: object;
}

export type ArticleChecks = Exclude<AnyCheck, { readonly reach: "dump" | "file" }>;

export function isArticleCheck(one: ActiveCheck): one is ActiveCheck<ArticleChecks> {
  return one.check.reach !== "dump" && one.check.reach !== "file";
}

/** What each check finds in a unit. */
export function* runOnUnit(
  checks: readonly ActiveCheck<ArticleChecks>[],
  unit: Unit,
  links: UnitLinks,
  memory: UnitMemory,
  places: AskedPlaces,
): Steps<readonly (readonly UnitFinding[])[]> {
  const contextFor = contextsOf(unit, links, memory, places);
  const all: (readonly UnitFinding[])[] = [];
  for (const one of checks) {
    const context = contextFor(one);
    all.push(context === undefined ? [] : yield* runOnArticle(one, context.article, context));
  }
  return all;
}

/**
 * Makes what a check sees of a unit; undefined where there is no article.
 *
 * @param places Takes note of the places that checks ask for.
 */
export function contextsOf(
  unit: Unit,
  known: UnitLinks,
  memory: UnitMemory,
  places: AskedPlaces,
): (one: ActiveCheck) => CheckContext | undefined {
  const { article, text, lines } = unit;
  const linksFor = (one: ActiveCheck): UnitLinks => ({
    ...known,
    placeOf: (asked) => {
      const place = known.placeOf(asked);
      notePlace(places, one.check, asked, place);
      return place;
    },
  });
  const perBlock = memoryOfBlocks(unit, memory);
  const once = readingsOf(unit);
  return (one) => {
    const { options } = one;
    return article === undefined
      ? undefined
      : { unit, text, lines, article, links: linksFor(one), perBlock, once, options };
  };
}

export function withLevels(findings: Iterable<Finding>, one: ActiveCheck): readonly UnitFinding[] {
  return Array.from(findings, (finding) => withLevel(finding, one));
}

/** Checks go through the blocks in order, so the next one is mostly right behind the last. */
export function memoryOfBlocks(unit: Unit, memory: UnitMemory): CheckContext["perBlock"] {
  let next = 0;
  return (block, read) => {
    const ahead = unit.blocks.indexOf(block, next);
    const index = ahead < 0 ? unit.blocks.indexOf(block) : ahead;
    next = index + 1;
    return memory.perBlock(unit, index, read);
  };
}

/** What several checks ask of one article is read once. */
function readingsOf(unit: Unit): CheckContext["once"] {
  const known = new Map<unknown, unknown>();
  return <T>(read: (unit: Unit) => T): T => {
    if (!known.has(read)) {
      known.set(read, read(unit));
    }
    return known.get(read) as T;
  };
}

/** Between so many blocks somebody else may have a turn. */
const BLOCKS_PER_STEP = 32;

/** What one check finds in an article. */
export function* runOnArticle(
  one: ActiveCheck<ArticleChecks>,
  article: Article,
  context: CheckContext,
): Steps<readonly UnitFinding[]> {
  const { check } = one;
  const found: UnitFinding[] = [];
  if (check.reach === "article") {
    for (const finding of check.run(article, context)) {
      found.push(withLevel(finding, one));
      yield;
    }
    yield;
    return found;
  }
  const take = (findings: Iterable<Finding>): void => {
    for (const finding of findings) {
      found.push(withLevel(finding, one));
    }
  };
  let count = 0;
  if (check.reach === "block") {
    for (const block of article.blocks) {
      take(check.run(block, context));
      if (++count % BLOCKS_PER_STEP === 0) {
        yield;
      }
    }
  } else {
    for (const neighbours of neighboursOf(article.blocks)) {
      take(check.run(neighbours, context));
      if (++count % BLOCKS_PER_STEP === 0) {
        yield;
      }
    }
  }
  return found;
}

/** Each block that is not blank between its nearest neighbours that are not blank. */
function* neighboursOf(blocks: readonly Block[]): Iterable<ScopeOf<"neighbours">> {
  let previous: Block | undefined;
  let block: Block | undefined;
  for (const next of blocks) {
    if (next.role === "blank") {
      continue;
    }
    if (block !== undefined) {
      yield { previous, block, next };
    }
    previous = block;
    block = next;
  }
  if (block !== undefined) {
    yield { previous, block, next: undefined };
  }
}

export function withLevel(finding: Finding, { check, level }: ActiveCheck): UnitFinding {
  const severity = level === "built-in" ? (finding.severity ?? check.severity) : level;
  return { ...finding, check: check.id, severity };
}
