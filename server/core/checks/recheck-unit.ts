import type { UnitEdit } from "../article/edit-block.ts";
import type { Article, Block, Unit } from "../article/model.ts";
import { mayHoldLink } from "../links/scan.ts";
import type { UnitLinks } from "../links/unit-links.ts";
import type { Steps } from "../text/steps.ts";
import type { AskedPlaces } from "./asked-places.ts";
import type { EditReach, OwnBlock, ParagraphEdit, UnitMemory } from "./check.ts";
import type { UnitFinding } from "./checked-dump.ts";
import { moveFinding, moveList } from "./move-finding.ts";
import {
  type ActiveCheck,
  type ArticleChecks,
  contextsOf,
  memoryOfBlocks,
  runOnArticle,
  withLevels,
} from "./run-on-unit.ts";
import { isSameFinding } from "./same-finding.ts";

/** What is known of a unit behind an edit. */
export interface EditedUnit {
  readonly links: UnitLinks;
  readonly keepsLinks: boolean;
  readonly memory: UnitMemory;
  /** Where the checks saw lines stand before the edit, moved along with it; takes what they ask for now. */
  readonly places: AskedPlaces;
}

/**
 * What each check finds in a unit after an edit inside one paragraph: what it found before, moved along with the text, and anew what the edit
 * can have changed.
 *
 * @param before What each check found before the edit.
 */
export function* recheckUnit(
  checks: readonly ActiveCheck<ArticleChecks>[],
  edit: UnitEdit,
  before: readonly (readonly UnitFinding[])[],
  { links, keepsLinks, memory, places }: EditedUnit,
): Steps<readonly (readonly UnitFinding[])[]> {
  const contextFor = contextsOf(edit.after, links, memory, places);
  const article = edit.after.article as Article;
  const both = <T>(read: (own: OwnBlock) => T): readonly [T, T] => [
    memory.perBlock(edit.before, edit.block, read),
    memory.perBlock(edit.after, edit.block, read),
  ];
  const perBlock = memoryOfBlocks(edit.after, memory);
  const all: (readonly UnitFinding[])[] = [];
  for (const [index, one] of checks.entries()) {
    const old = before[index] as readonly UnitFinding[];
    const moved = old.length === 0 ? old : moveList(old, (finding) => moveFinding(finding, edit.change));
    const reach = reachOf(one, { both, perBlock, found: moved, keepsLinks, article, options: one.options });
    // Most edits reach few checks: what a check sees is put together for these alone.
    const context = reach === "nothing" ? undefined : contextFor(one);
    if (context === undefined) {
      all.push(moved);
    } else if (reach === "block" && one.check.reach === "block") {
      const found = one.check.run(blockOf(edit.after, edit.block), context);
      all.push(withKnown(replaceInBlock(edit, moved, withLevels(found, one)), moved));
    } else {
      places.delete(one.check);
      all.push(withKnown(yield* runOnArticle(one, article, context), moved));
    }
  }
  return all;
}

function reachOf({ check }: ActiveCheck<ArticleChecks>, edit: ParagraphEdit): EditReach {
  if (check.reachOf !== undefined) {
    return check.reachOf(edit);
  }
  return check.reach === "block" && edit.keepsLinks ? "block" : "article";
}

/** The findings of the block are new ones; those above it come first, as the check goes through the blocks in order. */
function replaceInBlock(
  { after, block }: UnitEdit,
  moved: readonly UnitFinding[],
  now: readonly UnitFinding[],
): readonly UnitFinding[] {
  const { span } = blockOf(after, block);
  const isElsewhere = (finding: UnitFinding): boolean =>
    finding.span.start < span.start || finding.span.start >= span.end;
  if (now.length === 0 && moved.every(isElsewhere)) {
    return moved;
  }
  return [
    ...moved.filter((finding) => finding.span.start < span.start),
    ...now,
    ...moved.filter((finding) => finding.span.start >= span.end),
  ];
}

/** What was found, those being the known objects that say the same; the list of known ones where it has no others. */
function withKnown(found: readonly UnitFinding[], known: readonly UnitFinding[]): readonly UnitFinding[] {
  if (found === known) {
    return known;
  }
  let next = 0;
  const all = found.map((finding) => {
    const start = finding.span.start;
    while (next < known.length && (known[next] as UnitFinding).span.start < start) {
      next++;
    }
    const old = known[next];
    return old !== undefined && isSameFinding(old, finding) ? old : finding;
  });
  return all.length === known.length && all.every((finding, index) => finding === known[index]) ? known : all;
}

function blockOf(unit: Unit, index: number): Block {
  return unit.blocks[index] as Block;
}

/**
 * Whether an edit leaves the links of its article what they were: no link starts in the paragraph, before or behind the edit, and none comes to
 * it from the text above, which ends with some words without a sign of one. A link never reaches back over the start of its line.
 */
export function keepsLinksOf({ before, after, block }: UnitEdit, memory: UnitMemory): boolean {
  const above = filledBlockAbove(after, block);
  return (
    above >= 0 &&
    memory.perBlock(after, above, signsOf).endsPlain &&
    !memory.perBlock(before, block, signsOf).mayHoldLink &&
    !memory.perBlock(after, block, signsOf).mayHoldLink
  );
}

function filledBlockAbove({ blocks }: Unit, index: number): number {
  let at = index - 1;
  while (blocks[at]?.role === "blank") {
    at--;
  }
  return at;
}

interface LinkSigns {
  readonly mayHoldLink: boolean;
  /** Whether it ends with words that no link has. */
  readonly endsPlain: boolean;
}

/** Code units at a text's end, and the words in them, over which no link goes on, broken though it be. */
const PLAIN_END = 80;
const PLAIN_WORDS = 4;

function signsOf({ text, content }: OwnBlock): LinkSigns {
  const start = Math.max(content.start, content.end - PLAIN_END);
  const end = { start, end: content.end };
  return {
    mayHoldLink: mayHoldLink(text, { start: 0, end: text.length }),
    endsPlain: !mayHoldLink(text, end) && text.slice(start, content.end).split(" ").length > PLAIN_WORDS,
  };
}
