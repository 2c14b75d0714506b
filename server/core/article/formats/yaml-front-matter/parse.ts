import { filledCount, type LineIndex, lineCount, lineSpan } from "../../../text/lines.ts";
import { inOneStep, type Steps } from "../../../text/steps.ts";
import { createBlankBlock, createBlock, linkRepeats } from "../../blocks.ts";
import type { ReadArticle, Split } from "../../format.ts";
import type { Article, Block } from "../../model.ts";
import { parseMarkdownBody } from "./markdown-body.ts";
import { readFields } from "./read-fields.ts";
import { weighFrontMatter } from "./recognise.ts";
import { addressEntry, type FrontMatterHead, frontMatterAt, titleEntry } from "./scan.ts";

/**
 * A line of dashes in a body is a rule, unless a title, an address and another line of dashes follow: then it starts
 * the next record. Linear: from each line of dashes the search goes no further than to the next.
 */
export function* splitFrontMatterDump(lines: LineIndex): Steps<Split> {
  const starts: number[] = [];
  for (let line = 0; line < lineCount(lines); line++) {
    const head = frontMatterAt(lines, line);
    if (
      head !== undefined &&
      addressEntry(lines.text, head) !== undefined &&
      titleEntry(head) !== undefined
    ) {
      starts.push(head.openLine);
      line = head.closeLine;
      yield;
    } else if (head !== undefined) {
      line = head.closeLine - 1;
    }
  }
  return { starts: Int32Array.from(starts), read: (_, own) => inOneStep(() => readRecord(own)) };
}

function readRecord(lines: LineIndex): ReadArticle | undefined {
  const article = parseRecord(lines);
  return article === undefined ? undefined : { article };
}

function parseRecord(lines: LineIndex): Article | undefined {
  const { text } = lines;
  const head = frontMatterAt(lines, 0);
  if (head === undefined) {
    return undefined;
  }
  const blocks: Block[] = [createBlock(text, "unknown", "metadata", lineSpan(lines, head.openLine))];
  addFields(lines, head, blocks);
  blocks.push(createBlock(text, "unknown", "metadata", lineSpan(lines, head.closeLine)));
  const headline = blocks.find(({ role }) => role === "headline");
  parseMarkdownBody(lines, { first: head.closeLine + 1, end: filledCount(lines), headline }, blocks);
  const { confidence, evidence } = weighFrontMatter(lines, head);
  return {
    format: "yaml-front-matter",
    confidence,
    evidence,
    span: { start: 0, end: text.length },
    blocks: linkRepeats(text, blocks),
  };
}

/** A block per field; what stands between the fields (comments, blank lines, what is no YAML) gets a block per line. */
function addFields(lines: LineIndex, head: FrontMatterHead, blocks: Block[]): void {
  let line = head.openLine + 1;
  for (const field of readFields(lines, head)) {
    addLinesBetween(lines, line, field.firstLine, blocks);
    const isEmpty = field.content.end === field.content.start;
    const role = isEmpty ? "unknown" : field.role;
    const span = { start: lineSpan(lines, field.firstLine).start, end: lineSpan(lines, field.lastLine).end };
    const zone = role === "url" ? "source" : "metadata";
    const value = field.value === undefined || isEmpty ? {} : { value: field.value };
    blocks.push({ role, zone, span, content: field.content, ...value, wraps: [] });
    line = field.lastLine + 1;
  }
  addLinesBetween(lines, line, head.closeLine, blocks);
}

function addLinesBetween(lines: LineIndex, first: number, end: number, blocks: Block[]): void {
  for (let line = first; line < end; line++) {
    const block = createBlock(lines.text, "unknown", "metadata", lineSpan(lines, line));
    const isBlank = block.content.end === block.content.start;
    blocks.push(isBlank ? createBlankBlock(lines.text, block.span) : block);
  }
}
