import { filledCount, type LineIndex, lineCount, lineSpan } from "../../../text/lines.ts";
import type { Span } from "../../../text/span.ts";
import { inOneStep, type Steps } from "../../../text/steps.ts";
import { isBlankSpan } from "../../../text/white-space.ts";
import { createBlankBlock, createBlock, linkRepeats } from "../../blocks.ts";
import type { ReadArticle, Split } from "../../format.ts";
import type { Article, Block } from "../../model.ts";
import { parsePlainBody } from "../plain-body.ts";
import { type RecordHead, recordHeadAt } from "./head.ts";
import { weighRecord } from "./recognise.ts";

/** Linear in the number of lines: each is asked once whether it starts a record, which it mostly denies at its first letter. */
export function* splitUrlDateTitle(lines: LineIndex): Steps<Split> {
  const starts: number[] = [];
  for (let line = 0; line < lineCount(lines); line++) {
    const head = recordHeadAt(lines, line);
    if (head !== undefined) {
      starts.push(head.urlLine);
      line = head.titleLine;
      yield;
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
  const head = recordHeadAt(lines, 0);
  if (head === undefined) {
    return undefined;
  }
  const blocks: Block[] = [];
  for (let line = head.urlLine; line <= head.titleLine; line++) {
    blocks.push(headBlock(text, head, line, lineSpan(lines, line)));
  }
  parsePlainBody(lines, { first: head.titleLine + 1, end: filledCount(lines), title: head.title }, blocks);
  const { confidence, evidence } = weighRecord(lines, head);
  return {
    format: "url-date-title",
    confidence,
    evidence,
    span: { start: 0, end: text.length },
    blocks: linkRepeats(text, blocks),
  };
}

function headBlock(text: string, head: RecordHead, line: number, span: Span): Block {
  switch (line) {
    case head.urlLine:
      return createBlock(text, "url", "source", span);
    case head.dateLine:
      return createBlock(text, "datePublished", "metadata", span);
    case head.titleLine:
      return createBlock(text, "headline", "metadata", span);
    default:
      // Between the address and the date may stand the rest of an address that is broken over lines.
      return isBlankSpan(text, span)
        ? createBlankBlock(text, span)
        : createBlock(text, "unknown", "source", span);
  }
}
