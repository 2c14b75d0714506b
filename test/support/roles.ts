import { readFileSync } from "node:fs";
import type { Block, Dump } from "../../server/core/article/model.ts";
import { indexLines, lineAt, lineCount, lineSpan } from "../../server/core/text/lines.ts";

/** One row of a `.roles.tsv`: what a line is, in the notation of design.md §1 (`name*N`, `name@N`, `a+b`, `paragraph#k`). */
export interface LineReading {
  readonly line: number;
  readonly role: string;
  readonly zone: string;
}

/** Reads a `.roles.tsv`, with its heading. */
export function readRoles(file: URL): readonly LineReading[] {
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((row) => {
      const [line = "", role = "", zone = ""] = row.split("\t");
      return { line: Number(line), role, zone };
    });
}

/** A parse in the same notation: one reading per line that holds a character. Paragraphs are numbered per article. */
export function rolesOfDump(dump: Dump): readonly LineReading[] {
  const lines = indexLines(dump.text);
  const paragraphs = paragraphNumbers(dump);
  const readings: LineReading[] = [];
  let first = 0;
  for (let line = 0; line < lineCount(lines); line++) {
    const span = lineSpan(lines, line);
    if (span.end === span.start) {
      continue;
    }
    while (first < dump.blocks.length && (dump.blocks[first] as Block).span.end <= span.start) {
      first++;
    }
    const parts: Block[] = [];
    for (let index = first; index < dump.blocks.length; index++) {
      const block = dump.blocks[index] as Block;
      if (block.span.start >= span.end) {
        break;
      }
      parts.push(block);
    }
    const words = parts.map((block) =>
      roleWord(block, {
        paragraphs,
        isAlone: parts.length === 1,
        lineOf: (offset) => lineAt(lines, offset) + 1,
      }),
    );
    readings.push({ line: line + 1, role: words.join("+"), zone: parts[0]?.zone ?? "" });
  }
  return readings;
}

/** The lines on which a parse and a reading differ, as a table for people; empty when there are none. */
export function differenceTable(dump: Dump, expected: readonly LineReading[]): string {
  const lines = indexLines(dump.text);
  const actual = rolesOfDump(dump);
  const rows: string[] = [];
  for (let index = 0; index < Math.max(actual.length, expected.length); index++) {
    const [got, wanted] = [actual[index], expected[index]];
    if (got?.line === wanted?.line && got?.role === wanted?.role && got?.zone === wanted?.zone) {
      continue;
    }
    const span = lineSpan(lines, (wanted?.line ?? got?.line ?? 1) - 1);
    const start = dump.text.slice(span.start, span.start + 60).trimEnd();
    rows.push(`line ${wanted?.line ?? got?.line}: ${show(got)} instead of ${show(wanted)} | ${start}`);
  }
  return rows.join("\n");
}

function show(reading: LineReading | undefined): string {
  return reading === undefined ? "nothing" : `${reading.role} (${reading.zone})`;
}

function paragraphNumbers(dump: Dump): ReadonlyMap<Block, number> {
  const numbers = new Map<Block, number>();
  for (const article of dump.articles) {
    let number = 0;
    for (const block of article.blocks) {
      if (block.role === "paragraph") {
        number++;
        numbers.set(block, number);
      }
    }
  }
  return numbers;
}

function roleWord(
  block: Block,
  context: {
    readonly paragraphs: ReadonlyMap<Block, number>;
    readonly isAlone: boolean;
    readonly lineOf: (offset: number) => number;
  },
): string {
  if (block.role === "paragraph") {
    return `paragraph#${context.paragraphs.get(block) ?? "?"}`;
  }
  if (block.relatesTo !== undefined) {
    return `${block.role}@${context.lineOf(block.relatesTo.content.start)}`;
  }
  // The readings name a repeat only where it is a line of its own.
  if (block.repeats !== undefined && context.isAlone) {
    return `${block.role}*${context.lineOf(block.repeats.content.start)}`;
  }
  return block.role;
}
