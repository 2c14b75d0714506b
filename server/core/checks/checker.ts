import type { Article, Block, Dump, Unit } from "../article/model.ts";
import { createLinkReader, type LinksOfUnits, readUnitLinks, type UnitLinks } from "../links/unit-links.ts";
import type { LineIndex } from "../text/lines.ts";
import { compareSpans } from "../text/span.ts";
import { ALL_CHECKS } from "./all.ts";
import type {
  AnyCheck,
  CheckConfiguration,
  CheckContext,
  Finding,
  ScopeOf,
  Severity,
  UnitMemory,
} from "./check.ts";
import type { CheckedDump, UnitFinding } from "./checked-dump.ts";
import { createUnitMemory, NO_MEMORY } from "./unit-memory.ts";

/** Checks version after version of a document at the same levels: what an edit cannot reach is not looked at again. */
export type Checker = (dump: Dump, lines: LineIndex) => CheckedDump;

export function createChecker(configuration: CheckConfiguration): Checker {
  const readLinks = createLinkReader();
  const check = checkerWith(configuration, createUnitMemory());
  return (dump, lines) => check(dump, lines, readLinks);
}

/** Checks a dump that is looked at once, and keeps nothing. */
export function checkOnce(dump: Dump, lines: LineIndex, configuration: CheckConfiguration): CheckedDump {
  return checkerWith(configuration, NO_MEMORY)(dump, lines, readUnitLinks);
}

/** A check that is on, at its level. */
interface ActiveCheck<C extends AnyCheck = AnyCheck> {
  readonly check: C;
  readonly level: Severity | "built-in";
  readonly options: object;
}

interface KnownUnit {
  readonly links: UnitLinks;
  /** Of the checks that look at the article alone, in the order of the checks. */
  readonly own: readonly UnitFinding[];
  /** What the checks of the whole dump gave for this unit. */
  readonly ofDump: readonly (readonly Finding[])[];
  readonly all: readonly UnitFinding[];
}

function checkerWith(
  configuration: CheckConfiguration,
  memory: UnitMemory,
): (dump: Dump, lines: LineIndex, linksOf: (units: readonly Unit[]) => LinksOfUnits) => CheckedDump {
  const active = activeChecks(configuration);
  const ofArticle = active.filter(isArticleCheck);
  const ofFile = active.filter((one) => one.check.reach === "file");
  const ofDump = active.flatMap((one) =>
    one.check.reach === "dump" ? [{ one, run: one.check.begin(one.options) }] : [],
  );
  let known: ReadonlyMap<Unit, KnownUnit> = new Map();

  return (dump, lines, linksOf) => {
    const units = dump.units.map(({ unit }) => unit);
    if (!units.some(({ article }) => article !== undefined)) {
      known = new Map();
      return { dump, byUnit: units.map(() => []), ofFile: [] };
    }
    const links = linksOf(units);
    const dumpFindings = ofDump.map(({ run }) => run(units, memory));
    const now = new Map<Unit, KnownUnit>();
    const byUnit = units.map((unit, index) => {
      const found = checkUnit(unit, index, links(unit), dumpFindings);
      now.set(unit, found);
      return found.all;
    });
    known = now;
    return { dump, byUnit, ofFile: checkFile(lines, units) };
  };

  function checkUnit(
    unit: Unit,
    index: number,
    links: UnitLinks,
    dumpFindings: readonly (readonly (readonly Finding[])[])[],
  ): KnownUnit {
    const before = known.get(unit);
    const given = dumpFindings.map((findings) => findings[index] as readonly Finding[]);
    const isOwnKnown = before?.links === links;
    if (isOwnKnown && given.every((findings, check) => findings === before.ofDump[check])) {
      return before;
    }
    const own = isOwnKnown ? before.own : [...runOnUnit(ofArticle, unit, links, memory)];
    return { links, own, ofDump: given, all: inTextOrder(own, given) };
  }

  function inTextOrder(
    own: readonly UnitFinding[],
    given: readonly (readonly Finding[])[],
  ): readonly UnitFinding[] {
    const all = [...own];
    for (const [check, findings] of given.entries()) {
      const { one } = ofDump[check] as (typeof ofDump)[number];
      for (const finding of findings) {
        all.push(withLevel(finding, one));
      }
    }
    return all.sort(compareFindings);
  }

  function checkFile(lines: LineIndex, units: readonly Unit[]): readonly UnitFinding[] {
    return ofFile.flatMap((one) =>
      one.check.reach === "file"
        ? [...one.check.run({ lines, units, memory }, one.options)].map((finding) => withLevel(finding, one))
        : [],
    );
  }
}

const orders: ReadonlyMap<string, number> = new Map(ALL_CHECKS.map(({ id }, order) => [id, order]));

/** In text order; the sort is stable, so findings of one check at one place keep the order they came in. */
export function compareFindings(first: UnitFinding, second: UnitFinding): number {
  return (
    compareSpans(first.span, second.span) ||
    (orders.get(first.check) as number) - (orders.get(second.check) as number)
  );
}

function activeChecks(configuration: CheckConfiguration): readonly ActiveCheck[] {
  return ALL_CHECKS.flatMap((check) => {
    const level = levelOf(check, configuration);
    const options = { ...check.defaults, ...configuration.options?.[check.id] };
    return level === "off" ? [] : [{ check, level, options }];
  });
}

/** Where a level is set: for the check itself, else for its group; `built-in` when neither says anything. */
export function levelOf(check: AnyCheck, configuration: CheckConfiguration): Severity | "off" | "built-in" {
  const own = configuration.severities[check.id] ?? "inherit";
  if (own !== "inherit") {
    return own;
  }
  const group = check.group === undefined ? "inherit" : (configuration.severities[check.group] ?? "inherit");
  return group === "inherit" ? (check.builtInLevel ?? "built-in") : group;
}

type ArticleChecks = Exclude<AnyCheck, { readonly reach: "dump" | "file" }>;

function isArticleCheck(one: ActiveCheck): one is ActiveCheck<ArticleChecks> {
  return one.check.reach !== "dump" && one.check.reach !== "file";
}

function* runOnUnit(
  checks: readonly ActiveCheck<ArticleChecks>[],
  unit: Unit,
  links: UnitLinks,
  memory: UnitMemory,
): Iterable<UnitFinding> {
  const { article, text, lines } = unit;
  if (article === undefined) {
    return;
  }
  const perBlock = memoryOfBlocks(unit, memory);
  const once = readingsOf(unit);
  for (const one of checks) {
    const context: CheckContext = { unit, text, lines, article, links, perBlock, once, options: one.options };
    for (const finding of runOnArticle(one.check, article, context)) {
      yield withLevel(finding, one);
    }
  }
}

/** Checks go through the blocks in order, so the index of the next one is mostly the one behind the last. */
function memoryOfBlocks(unit: Unit, memory: UnitMemory): CheckContext["perBlock"] {
  let next = 0;
  return (block, read) => {
    const index = unit.blocks[next] === block ? next : unit.blocks.indexOf(block);
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

function* runOnArticle(check: ArticleChecks, article: Article, context: CheckContext): Iterable<Finding> {
  switch (check.reach) {
    case "article":
      yield* check.run(article, context);
      return;
    case "block":
      for (const block of article.blocks) {
        yield* check.run(block, context);
      }
      return;
    case "neighbours":
      for (const neighbours of neighboursOf(article.blocks)) {
        yield* check.run(neighbours, context);
      }
  }
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

function withLevel(finding: Finding, { check, level }: ActiveCheck): UnitFinding {
  const severity = level === "built-in" ? (finding.severity ?? check.severity) : level;
  return { ...finding, check: check.id, severity };
}
