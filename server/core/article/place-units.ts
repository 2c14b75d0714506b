import { type Span, shiftSpan } from "../text/span.ts";
import type { Article, Block, Dump, PlacedUnit, Wrap } from "./model.ts";

/** The dump that units make. Articles and blocks with offsets of the whole text are made when they are asked for. */
export function createDump(text: string, units: readonly PlacedUnit[]): Dump {
  return new UnitsDump(text, units);
}

/**
 * A class, because an engine makes a hidden class of its own for each object that is written down with getters, and keeps it, with all that they
 * can reach, until it looks at all of its memory: a text and its blocks for each key stroke.
 */
class UnitsDump implements Dump {
  readonly text: string;
  readonly units: readonly PlacedUnit[];
  #articles: readonly Article[] | undefined;
  #blocks: readonly Block[] | undefined;

  constructor(text: string, units: readonly PlacedUnit[]) {
    this.text = text;
    this.units = units;
  }

  get articles(): readonly Article[] {
    this.#articles ??= this.units.flatMap((one) => placeArticle(one) ?? []);
    return this.#articles;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= allBlocks(this.units, this.articles);
    return this.#blocks;
  }
}

/** The dump again where only its units were kept, so that the text did not take up memory twice. */
export function joinUnits(units: readonly PlacedUnit[]): Dump {
  return createDump(units.map(({ unit }) => unit.text).join(""), units);
}

/** Not `flatMap` over the blocks: an article can have more of them than a call can have arguments. */
function allBlocks(units: readonly PlacedUnit[], articles: readonly Article[]): readonly Block[] {
  const [only] = units;
  if (only !== undefined && units.length === 1) {
    return articles[0]?.blocks ?? only.unit.blocks;
  }
  const all: Block[] = [];
  let next = 0;
  for (const { unit, start } of units) {
    const own =
      unit.article === undefined ? shiftBlocks(unit.blocks, start) : (articles[next++] as Article).blocks;
    for (const block of own) {
      all.push(block);
    }
  }
  return all;
}

/** A unit's article with offsets of the whole text; undefined for what is none. */
export function placeArticle({ unit: { article }, start }: PlacedUnit): Article | undefined {
  if (article === undefined || start === 0) {
    return article;
  }
  return new PlacedArticle(article, start);
}

/** A class for the same reason. */
class PlacedArticle implements Article {
  readonly format: Article["format"];
  readonly confidence: number;
  readonly evidence: Article["evidence"];
  readonly span: Span;
  readonly #own: Article;
  #blocks: readonly Block[] | undefined;

  constructor(own: Article, start: number) {
    this.format = own.format;
    this.confidence = own.confidence;
    this.evidence = own.evidence.map((one) => ({ ...one, span: shiftSpan(one.span, start) }));
    this.span = shiftSpan(own.span, start);
    this.#own = own;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= shiftBlocks(this.#own.blocks, this.span.start);
    return this.#blocks;
  }
}

/**
 * The same blocks so many characters further down, tied to each other as before.
 *
 * @param behind Only those from an index on move; the block before that is another one.
 */
export function shiftBlocks(
  blocks: readonly Block[],
  shift: number,
  behind?: { readonly from: number; readonly edited: Block },
): readonly Block[] {
  if (shift === 0) {
    return blocks;
  }
  const from = behind?.from ?? 0;
  const moved: MovedBlock[] = blocks.map((block, index) =>
    index < from
      ? block
      : {
          ...block,
          span: shiftSpan(block.span, shift),
          content: shiftSpan(block.content, shift),
          wraps: shiftWraps(block.wraps, shift),
        },
  );
  if (behind !== undefined) {
    moved[from - 1] = behind.edited;
  }
  let numbers: ReadonlyMap<Block, number> | undefined;
  for (const [index, block] of moved.entries()) {
    const tied = [block.repeats, block.relatesTo].filter((other) => other !== undefined);
    if (tied.length === 0) {
      continue;
    }
    numbers ??= new Map(blocks.map((one, number) => [one, number]));
    const isTiedToMoved = tied.some((other) => (numbers?.get(other) as number) >= from - 1);
    if (index >= from) {
      retie(block, moved, numbers);
    } else if (isTiedToMoved) {
      const copy = { ...block };
      retie(copy, moved, numbers);
      moved[index] = copy;
    }
  }
  return moved;
}

type MovedBlock = { -readonly [Key in keyof Block]: Block[Key] };

function retie(block: MovedBlock, moved: readonly MovedBlock[], numbers: ReadonlyMap<Block, number>): void {
  const { repeats, relatesTo } = block;
  if (repeats !== undefined) {
    block.repeats = moved[numbers.get(repeats) as number] as Block;
  }
  if (relatesTo !== undefined) {
    block.relatesTo = moved[numbers.get(relatesTo) as number] as Block;
  }
}

function shiftWraps(wraps: readonly Wrap[], shift: number): readonly Wrap[] {
  return wraps.length === 0 ? wraps : wraps.map((wrap) => ({ ...wrap, span: shiftSpan(wrap.span, shift) }));
}

/** The unit that holds an offset, by binary search: its index in the list; at the end of the text the last one. */
export function unitIndexAt(units: readonly PlacedUnit[], offset: number): number {
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((units[middle] as PlacedUnit).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The lines of the whole text that a unit starts with is what `line` of a placed unit counts from. */
export function spanOfUnit({ unit, start }: PlacedUnit): Span {
  return { start, end: start + unit.text.length };
}
