import type { UnitEdit } from "../article/edit-block.ts";
import type { Article, Block, Unit } from "../article/model.ts";
import { mayHoldLink } from "../links/scan.ts";
import type { UnitLinks } from "../links/unit-links.ts";
import type { EditReach, OwnBlock, ParagraphEdit, UnitMemory } from "./check.ts";
import type { UnitFinding } from "./checked-dump.ts";
import { moveFinding } from "./move-finding.ts";
import { type ActiveCheck, type ArticleChecks, contextsOf, runOnArticle, withLevels } from "./run-on-unit.ts";

/** What is known of a unit behind an edit. */
export interface EditedUnit {
  readonly links: UnitLinks;
  readonly keepsLinks: boolean;
  readonly memory: UnitMemory;
}

/**
 * What each check finds in a unit after an edit inside one paragraph: what it found before, moved along with the text, and anew what the edit
 * can have changed.
 *
 * @param before What each check found before the edit.
 */
export function recheckUnit(
  checks: readonly ActiveCheck<ArticleChecks>[],
  edit: UnitEdit,
  before: readonly (readonly UnitFinding[])[],
  { links, keepsLinks, memory }: EditedUnit,
): readonly (readonly UnitFinding[])[] {
  const contextFor = contextsOf(edit.after, links, memory);
  const article = edit.after.article as Article;
  const both = <T>(read: (own: OwnBlock) => T): readonly [T, T] => [
    memory.perBlock(edit.before, edit.block, read),
    memory.perBlock(edit.after, edit.block, read),
  ];
  return checks.map((one, index): readonly UnitFinding[] => {
    const context = contextFor(one);
    if (context === undefined) {
      return [];
    }
    const old = before[index] as readonly UnitFinding[];
    const reach = reachOf(one, { both, keepsLinks, article, options: one.options });
    if (reach === "nothing") {
      return old.map((finding) => moveFinding(finding, edit.change));
    }
    return reach === "block" && one.check.reach === "block"
      ? replaceInBlock(edit, old, withLevels(one.check.run(blockOf(edit.after, edit.block), context), one))
      : withLevels(runOnArticle(one.check, article, context), one);
  });
}

function reachOf({ check }: ActiveCheck<ArticleChecks>, edit: ParagraphEdit): EditReach {
  if (check.reachOf !== undefined) {
    return check.reachOf(edit);
  }
  return check.reach === "block" && edit.keepsLinks ? "block" : "article";
}

/** The findings of the block are new ones; those above it come first, as the check goes through the blocks in order. */
function replaceInBlock(
  { before, block, change }: UnitEdit,
  old: readonly UnitFinding[],
  found: readonly UnitFinding[],
): readonly UnitFinding[] {
  const { span } = blockOf(before, block);
  return [
    ...old.filter((finding) => finding.span.start < span.start),
    ...found,
    ...old.filter((finding) => finding.span.start >= span.end).map((finding) => moveFinding(finding, change)),
  ];
}

function blockOf(unit: Unit, index: number): Block {
  return unit.blocks[index] as Block;
}

/**
 * Whether an edit leaves the links of its article what they were: no link starts in the paragraph or in what stands next to it, before or
 * behind the edit, and none comes to it over the text above, which has more words than one.
 */
export function keepsLinksOf({ before, after, block }: UnitEdit, memory: UnitMemory): boolean {
  const above = filledBlock(after, block, -1);
  const below = filledBlock(after, block, 1);
  const isPlain = (unit: Unit, index: number): boolean => memory.perBlock(unit, index, signsOf) !== "links";
  return (
    above >= 0 &&
    memory.perBlock(after, above, signsOf) === "words" &&
    isPlain(before, block) &&
    isPlain(after, block) &&
    (below < 0 || isPlain(after, below))
  );
}

function filledBlock({ blocks }: Unit, index: number, step: 1 | -1): number {
  let at = index + step;
  while (blocks[at]?.role === "blank") {
    at += step;
  }
  return blocks[at] === undefined ? -1 : at;
}

function signsOf({ text, content }: OwnBlock): "links" | "words" | "word" {
  if (mayHoldLink(text, { start: 0, end: text.length })) {
    return "links";
  }
  return text.slice(content.start, content.end).includes(" ") ? "words" : "word";
}
