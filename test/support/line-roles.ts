import type { Block, Dump } from "../../server/core/article/model.ts";
import { indexLines, lineAt, lineSpan } from "../../server/core/text/lines.ts";
import { spansOverlap } from "../../server/core/text/span.ts";

/**
 * What a `.roles.tsv` says of the same text: for each line `line<TAB>role<TAB>zone`, where `*N` is a repeat of line N,
 * `@N` belongs to line N, `+` joins what stands on one line, and `#k` is the k-th paragraph of its article.
 */
export function lineRoles(dump: Dump): string[] {
  const lines = indexLines(dump.text);
  const numbers = paragraphNumbers(dump);
  const rows: string[] = [];
  let first = 0;
  for (let line = 0; line < lines.starts.length; line++) {
    const span = lineSpan(lines, line);
    if (span.end === span.start) {
      continue;
    }
    while ((dump.blocks[first] as Block).span.end <= span.start) {
      first++;
    }
    const here: Block[] = [];
    for (let index = first; index < dump.blocks.length; index++) {
      const block = dump.blocks[index] as Block;
      if (!spansOverlap(block.span, span)) {
        break;
      }
      here.push(block);
    }
    const roles = here.map((block) => {
      const original = block.repeats ?? block.relatesTo;
      const sign = block.repeats === undefined ? "@" : "*";
      const link = original === undefined ? "" : `${sign}${lineAt(lines, original.span.start) + 1}`;
      const number = numbers.get(block);
      return `${block.role}${number === undefined ? "" : `#${number}`}${link}`;
    });
    rows.push(`${line + 1}\t${roles.join("+")}\t${here[0]?.zone}`);
  }
  return rows;
}

/** The rows of a `.roles.tsv`, less its head. */
export function expectedLineRoles(table: string): string[] {
  return table.trimEnd().split("\n").slice(1);
}

function paragraphNumbers(dump: Dump): ReadonlyMap<Block, number> {
  const numbers = new Map<Block, number>();
  for (const { blocks } of dump.articles) {
    let count = 0;
    for (const block of blocks) {
      if (block.role === "paragraph") {
        count++;
        numbers.set(block, count);
      }
    }
  }
  return numbers;
}
