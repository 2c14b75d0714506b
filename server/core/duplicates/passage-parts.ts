import type { Block } from "../article/model.ts";
import type { Span } from "../text/span.ts";
import type { Passage } from "./passage.ts";
import type { WordRun, WordStream } from "./word-stream.ts";

/** Whether two runs have the same words in the same order; fingerprints alone may collide. */
export function haveSameWords({ hashes }: WordStream, first: WordRun, second: WordRun): boolean {
  const length = first.to - first.from;
  if (length !== second.to - second.from) {
    return false;
  }
  for (let word = 0; word < length; word++) {
    if (hashes[first.from + word] !== hashes[second.from + word]) {
      return false;
    }
  }
  return true;
}

/** Neighbours as one passage. */
export function joinPassages(passages: readonly Passage[]): Passage {
  const first = passages[0] as Passage;
  const last = passages.at(-1) as Passage;
  return {
    blocks: passages.flatMap(({ blocks }) => blocks),
    span: { start: first.span.start, end: last.span.end },
    run: { from: first.run.from, to: last.run.to },
  };
}

/** Some lines of a passage as one. */
export function takeLines({ starts }: WordStream, { blocks, run }: Passage, span: Span): Passage {
  let { from } = run;
  while (from < run.to && (starts[from] as number) < span.start) {
    from++;
  }
  let to = from;
  while (to < run.to && (starts[to] as number) < span.end) {
    to++;
  }
  return { blocks, span, run: { from, to } };
}

/** The part of a passage that has the words of another one, with as many marks around them as that one has. */
export function holderOf(
  { starts, ends }: WordStream,
  holder: Passage,
  part: Passage,
  place: WordRun,
): Passage {
  const lead = (starts[part.run.from] as number) - part.span.start;
  const tail = part.span.end - (ends[part.run.to - 1] as number);
  const span = {
    start: Math.max(holder.span.start, (starts[place.from] as number) - lead),
    end: Math.min(holder.span.end, (ends[place.to - 1] as number) + tail),
  };
  return { blocks: holder.blocks, span, run: place };
}

/** Whether words of a paragraph are whole lines of it, which only its parser joined with the others. */
export function areWholeLines(
  { starts, ends }: WordStream,
  { blocks, run }: Passage,
  place: WordRun,
): boolean {
  const wraps = (blocks[0] as Block).wraps.filter(({ proved }) => !proved);
  if (wraps.length === 0) {
    return false;
  }
  const start = starts[place.from] as number;
  const end = ends[place.to - 1] as number;
  const before = ends[place.from - 1] as number;
  const behind = starts[place.to] as number;
  const startsLine =
    place.from === run.from || wraps.some(({ span }) => before <= span.start && span.end <= start);
  const endsLine = place.to === run.to || wraps.some(({ span }) => end <= span.start && span.end <= behind);
  return startsLine && endsLine;
}
