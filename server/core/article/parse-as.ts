import { indexLines, indexWithin, type LineIndex, lineAt, lineSpan } from "../text/lines.ts";
import { ownText, type Span } from "../text/span.ts";
import { finish, inOneStep, type Steps } from "../text/steps.ts";
import { isBlankSpan } from "../text/white-space.ts";
import { carryKeys } from "./block-keys.ts";
import { createBlock } from "./blocks.ts";
import { editBlock, type UnitEdit } from "./edit-block.ts";
import type { DumpFormat, LineChange, Split } from "./format.ts";
import type { Block, Dump, PlacedUnit, Unit } from "./model.ts";
import { createDump, unitIndexAt } from "./place-units.ts";
import type { TextChange } from "./text-change.ts";

/** A dump, with what the next version of the text can be read from. */
export interface ParsedDump extends Dump {
  readonly reading: DumpReading;
}

export interface DumpReading {
  readonly format: DumpFormat | undefined;
  readonly lines: LineIndex;
  readonly starts: Split["starts"];
  readonly state: Split["state"];
  /** What happened to the version before, where it was so little. */
  readonly edit?: UnitEdit;
}

/**
 * Reads a text as a dump of the given format, or, where there is none, as text that is nobody's article. What the
 * format leaves between its articles becomes `unknown` and `blank` blocks of zone `none`, one per line.
 *
 * @param lines The line index of `text` when the caller has one already.
 */
export function parseAs(
  text: string,
  format: DumpFormat | undefined,
  lines: LineIndex = indexLines(text),
): ParsedDump {
  return finish(parseInSteps(lines, format));
}

/** The same, article by article. */
export function parseInSteps(lines: LineIndex, format: DumpFormat | undefined): Steps<ParsedDump> {
  return readUnits(lines, format, undefined);
}

/**
 * Reads a text after an edit. Articles that the edit does not touch are the very units of before; the rest is read again, and the result is
 * what `parseAs` gives.
 */
export function parseAgainAs(
  before: ParsedDump,
  lines: LineIndex,
  change: TextChange,
  format: DumpFormat | undefined,
): Steps<ParsedDump> {
  return readUnits(lines, format, format === before.reading.format ? { dump: before, change } : undefined);
}

/**
 * Reads a text after an edit inside one paragraph that leaves everything but that paragraph's text as it is.
 *
 * @returns undefined where the edit is another one.
 */
export function parseEditedBlock(
  before: ParsedDump,
  lines: LineIndex,
  change: TextChange,
): ParsedDump | undefined {
  const { format, lines: oldLines, starts, state } = before.reading;
  const edited = format === undefined ? undefined : editBlock(before.units, oldLines, lines, change, format);
  return edited === undefined
    ? undefined
    : withReading(createDump(lines.text, edited.units), {
        format,
        lines,
        starts,
        state,
        edit: edited.edit,
      });
}

interface Before {
  readonly dump: ParsedDump;
  readonly change: TextChange;
}

function* readUnits(
  lines: LineIndex,
  format: DumpFormat | undefined,
  before: Before | undefined,
): Steps<ParsedDump> {
  const split = yield* splitText(lines, format, before);
  const { starts, state } = split;
  const units: PlacedUnit[] = [];
  const { length } = lines.text;
  const firstStart = starts.length === 0 ? length : (lines.starts[starts[0] as number] as number);
  if (firstStart > 0) {
    const span = { start: 0, end: firstStart };
    units.push(
      keptUnit(span, 0, before) ?? placeUnit(new OutsideUnit(ownLines(lines, span)), span, 0, before),
    );
  }
  for (let index = 0; index < starts.length; index++) {
    const line = starts[index] as number;
    const next = starts[index + 1];
    const span = {
      start: lines.starts[line] as number,
      end: next === undefined ? length : (lines.starts[next] as number),
    };
    const kept = keptUnit(span, line, before);
    if (kept === undefined) {
      const unit = yield* readUnit(split, index, ownLines(lines, span));
      units.push(placeUnit(unit, span, line, before));
      yield;
    } else {
      units.push(kept);
    }
  }
  return withReading(createDump(lines.text, units), { format, lines, starts, state });
}

function withReading(dump: Dump, reading: DumpReading): ParsedDump {
  return Object.defineProperty(dump, "reading", { value: reading }) as ParsedDump;
}

function* splitText(
  lines: LineIndex,
  format: DumpFormat | undefined,
  before: Before | undefined,
): Steps<Split> {
  if (format === undefined) {
    return { starts: new Int32Array(0), read: () => inOneStep(() => undefined) };
  }
  if (before === undefined) {
    return yield* format.split(lines);
  }
  const { starts, state, lines: oldLines } = before.dump.reading;
  const change = changedLines(oldLines, lines, before.change);
  return yield* format.split(lines, { starts, ...(state === undefined ? {} : { state }), change });
}

/** A line more at the start: a line feed that is put in or taken out behind a carriage return changes the line before. */
function changedLines(oldLines: LineIndex, lines: LineIndex, change: TextChange): LineChange {
  return {
    first: Math.max(0, lineAt(oldLines, change.start) - 1),
    oldEnd: lineAt(oldLines, change.oldEnd) + 1,
    newEnd: lineAt(lines, change.newEnd) + 1,
  };
}

/** The unit of before that holds the same text at the same place, or at one that moved with the edit. */
function keptUnit(span: Span, line: number, before: Before | undefined): PlacedUnit | undefined {
  if (before === undefined) {
    return undefined;
  }
  const { start, oldEnd, newEnd } = before.change;
  const { units } = before.dump;
  const isAbove = span.end <= start;
  if (!isAbove && span.start < newEnd) {
    return undefined;
  }
  const oldStart = isAbove ? span.start : span.start + oldEnd - newEnd;
  const old = units[unitIndexAt(units, oldStart)];
  if (old === undefined || old.start !== oldStart || old.unit.text.length !== span.end - span.start) {
    return undefined;
  }
  if (!isAbove && oldStart < oldEnd) {
    return undefined;
  }
  return oldStart === span.start && old.line === line ? old : { unit: old.unit, start: span.start, line };
}

/** The lines of a span with a text of their own. */
function ownLines(lines: LineIndex, span: Span): LineIndex {
  return indexWithin(lines, span, ownText(lines.text, span));
}

function placeUnit(unit: Unit, span: Span, line: number, before: Before | undefined): PlacedUnit {
  return { unit: before === undefined ? unit : withOldKeys(unit, span, before), start: span.start, line };
}

/** Blocks of the unit that was here before and that the edit did not touch keep the objects that stand for them. */
function withOldKeys(unit: Unit, { start }: Span, { dump: { units }, change }: Before): Unit {
  const old = units[unitIndexAt(units, start)];
  return old === undefined || old.start !== start || unit.article === undefined
    ? unit
    : {
        ...unit,
        keys: carryKeys(old.unit, unit, {
          start: change.start - start,
          oldEnd: change.oldEnd - start,
          newEnd: change.newEnd - start,
        }),
      };
}

function* readUnit(split: Split, index: number, own: LineIndex): Steps<Unit> {
  const read = yield* split.read(index, own);
  if (read === undefined) {
    return new OutsideUnit(own);
  }
  const { article, hints } = read;
  return { text: own.text, lines: own, article, blocks: article.blocks, keys: article.blocks, hints };
}

/**
 * Its blocks are made when they are asked for: a text of another kind may be long, and nobody looks at its lines. A class for the reason that
 * `UnitsDump` is one.
 */
class OutsideUnit implements Unit {
  readonly text: string;
  readonly lines: LineIndex;
  readonly article = undefined;
  #blocks: readonly Block[] | undefined;

  constructor(lines: LineIndex) {
    this.text = lines.text;
    this.lines = lines;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= outsideBlocks(this.lines);
    return this.#blocks;
  }

  get keys(): readonly Block[] {
    return this.blocks;
  }
}

function outsideBlocks(lines: LineIndex): readonly Block[] {
  const blocks: Block[] = [];
  for (let line = 0; line < lines.starts.length; line++) {
    const span = lineSpan(lines, line);
    if (span.end > span.start) {
      blocks.push(createBlock(lines.text, isBlankSpan(lines.text, span) ? "blank" : "unknown", "none", span));
    }
  }
  return blocks;
}
