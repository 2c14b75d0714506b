import { indexWithin, type LineIndex, lineAt } from "../text/lines.ts";
import { ownText } from "../text/span.ts";
import { trimSpan } from "../text/white-space.ts";
import { type DumpFormat, RECOGNITION_HEAD_LENGTH } from "./format.ts";
import { type Article, type Block, blockAt, type PlacedUnit, type Unit } from "./model.ts";
import { moveSpan } from "./move-span.ts";
import { shiftBlocks, unitIndexAt } from "./place-units.ts";
import type { TextChange } from "./text-change.ts";

/** What an edit inside one paragraph did to a unit: one block has another text, those behind it moved, and nothing else is different. */
export interface UnitEdit {
  readonly before: Unit;
  readonly after: Unit;
  /** The index of the block, in both. */
  readonly block: number;
  /** In offsets of the units. */
  readonly change: TextChange;
}

/** The units of a text before and after an edit. */
export interface EditedUnits {
  readonly units: readonly PlacedUnit[];
  readonly edit: UnitEdit;
}

/** The units after an edit that leaves the structure as it is; undefined where they have to be read again. */
export function editBlock(
  units: readonly PlacedUnit[],
  oldLines: LineIndex,
  lines: LineIndex,
  change: TextChange,
  format: DumpFormat,
): EditedUnits | undefined {
  const index = unitIndexAt(units, change.start);
  const placed = units[index];
  if (
    placed === undefined ||
    format.keepsStructure === undefined ||
    !keepsHeads(oldLines, lines, placed, change)
  ) {
    return undefined;
  }
  const { unit, start } = placed;
  const own = { start: change.start - start, oldEnd: change.oldEnd - start, newEnd: change.newEnd - start };
  const block = unit.article === undefined ? -1 : blockIndexAt(unit.blocks, own.start);
  if (block < 0 || own.oldEnd >= unit.text.length || lines.starts.length !== oldLines.starts.length) {
    return undefined;
  }
  if (lineAt(unit.lines, own.start) !== lineAt(unit.lines, own.oldEnd) || holdsBreak(lines.text, change)) {
    return undefined;
  }
  const span = { start, end: start + unit.text.length + own.newEnd - own.oldEnd };
  const ownLines = indexWithin(lines, span, ownText(lines.text, span));
  // The block itself may be the old one, where nothing moved.
  const key = { ...(unit.blocks[block] as Block) };
  const hints = format.keepsStructure({
    unit,
    block,
    key,
    lines: ownLines,
    change: own,
    firstLine: firstLineOf(units),
  });
  if (hints === undefined) {
    return undefined;
  }
  const after = { ...movedUnit(unit, ownLines, { index: block, key }, own), hints };
  const shift = own.newEnd - own.oldEnd;
  return {
    units: units.map((one, at) => {
      if (at === index) {
        return { ...placed, unit: after };
      }
      return at < index || shift === 0 ? one : { ...one, start: one.start + shift };
    }),
    edit: { before: unit, after, block, change: own },
  };
}

/**
 * Whether the same lines are seen by those who look at a head of so many characters only: the recogniser of the file's, the reader of an
 * article at the article's. A line break that the edit takes out or puts in keeps them from being counted.
 */
function keepsHeads(
  oldLines: LineIndex,
  lines: LineIndex,
  { unit, start }: PlacedUnit,
  change: TextChange,
): boolean {
  const longest = Math.max(oldLines.text.length, lines.text.length);
  const unitEnd = start + unit.text.length + Math.max(0, change.newEnd - change.oldEnd);
  const keepsHead = (from: number, end: number): boolean => {
    const limit = from + RECOGNITION_HEAD_LENGTH;
    const isOutside = change.start > limit || end <= limit;
    return isOutside || (isSameHead(oldLines, lines, limit) && isSameHead(oldLines, lines, limit + 1));
  };
  return keepsHead(0, longest) && keepsHead(start, unitEnd);
}

/** Whether as many lines start below an offset; half a head without a line break is cut inside a line. */
function isSameHead(oldLines: LineIndex, lines: LineIndex, limit: number): boolean {
  const line = lineAt(lines, limit - 1);
  return (
    line === lineAt(oldLines, limit - 1) &&
    limit - (lines.starts[line] as number) < RECOGNITION_HEAD_LENGTH / 2 &&
    limit - (oldLines.starts[line] as number) < RECOGNITION_HEAD_LENGTH / 2
  );
}

function holdsBreak(text: string, { start, newEnd }: TextChange): boolean {
  return /[\n\r]/.test(text.slice(start, newEnd));
}

function blockIndexAt(blocks: readonly Block[], offset: number): number {
  const block = blockAt(blocks, offset);
  return block === undefined ? -1 : blocks.indexOf(block);
}

/** The first line of a file that holds something, without white space around it; it is kept, and must not keep a version of the text with it. */
function firstLineOf(units: readonly PlacedUnit[]): string {
  for (const { unit } of units) {
    const first = trimSpan(unit.text, { start: 0, end: unit.text.length });
    if (first.end > first.start) {
      const line = lineAt(unit.lines, first.start);
      const end = unit.lines.starts[line + 1] ?? unit.text.length;
      const content = trimSpan(unit.text, { start: first.start, end });
      return ownText(unit.text, content);
    }
  }
  return "";
}

function movedUnit(
  unit: Unit,
  lines: LineIndex,
  { index, key }: { readonly index: number; readonly key: object },
  change: TextChange,
): Unit {
  const shift = change.newEnd - change.oldEnd;
  const edited = unit.blocks[index] as Block;
  const blocks =
    shift === 0
      ? unit.blocks
      : shiftBlocks(unit.blocks, shift, {
          from: index + 1,
          edited: {
            ...edited,
            span: moveSpan(edited.span, change),
            content: moveSpan(edited.content, change),
            wraps: edited.wraps.map((wrap) => ({ ...wrap, span: moveSpan(wrap.span, change) })),
          },
        });
  const keys = [...unit.keys];
  keys[index] = key;
  const article = unit.article as Article;
  return {
    text: lines.text,
    lines,
    article: {
      ...article,
      evidence: article.evidence.map((one) => ({ ...one, span: moveSpan(one.span, change) })),
      span: { start: 0, end: lines.text.length },
      blocks,
    },
    blocks,
    keys,
  };
}
