import type { SemanticTokensEdit, SemanticTokensLegend } from "vscode-languageserver-types";
import type { Block } from "../core/article/model.ts";
import { lineAt, lineContentSpan } from "../core/text/lines.ts";
import type { Span } from "../core/text/span.ts";
import type { Analysis } from "./feature-context.ts";
import { removableText } from "./shared/removable.ts";

/**
 * The groups that a reader tells apart at a glance. package.json declares them and maps them to TextMate scopes, as no
 * standard token type says what they are; a test holds the two lists to be the same.
 */
export const semanticTokenTypes = ["source", "metadata", "repeat", "heading", "date"] as const;

/** `removable` is set on what a check marks as unnecessary, whatever its group. */
export const semanticTokenModifiers = ["removable"] as const;

export type SemanticTokenGroup = (typeof semanticTokenTypes)[number];

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...semanticTokenTypes],
  tokenModifiers: [...semanticTokenModifiers],
};

/** The numbers that one token takes in LSP's encoding: line and start as differences, length, type, modifiers. */
const NUMBERS_PER_TOKEN = 5;
const REMOVABLE = 1 << semanticTokenModifiers.indexOf("removable");

/**
 * The tokens of the document, or of the blocks that a span touches, in LSP's encoding. No token crosses a line break,
 * as not every client can draw that.
 */
export function provideSemanticTokens(analysis: Analysis, within?: Span): number[] {
  const data: number[] = [];
  const isRemovable = removableText(analysis.findings);
  let last = { line: 0, character: 0 };
  const { blocks } = analysis.dump;
  for (let index = firstBlockIn(blocks, within); index < blocks.length; index++) {
    const block = blocks[index] as Block;
    if (within !== undefined && block.span.start >= within.end && block.span.start > within.start) {
      break;
    }
    const removable = isRemovable(block.content);
    const group = removable ? "repeat" : groupOf(block);
    if (group === undefined) {
      continue;
    }
    for (const span of linesOf(analysis, block.content)) {
      const start = analysis.convert.position(span.start);
      const end = analysis.convert.position(span.end);
      const isSameLine = start.line === last.line;
      data.push(
        start.line - last.line,
        isSameLine ? start.character - last.character : start.character,
        end.character - start.character,
        semanticTokenTypes.indexOf(group),
        removable ? REMOVABLE : 0,
      );
      last = start;
    }
  }
  return data;
}

/**
 * What turns one encoding into the other: at most one edit, of what lies between their common start and end. The edit
 * begins and ends at whole tokens, so that a client may apply it token by token.
 */
export function diffSemanticTokens(
  before: readonly number[],
  after: readonly number[],
): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }
  if (start === before.length && start === after.length) {
    return [];
  }
  start -= start % NUMBERS_PER_TOKEN;
  let common = 0;
  while (
    common < shorter - start &&
    before[before.length - 1 - common] === after[after.length - 1 - common]
  ) {
    common++;
  }
  common -= common % NUMBERS_PER_TOKEN;
  return [
    { start, deleteCount: before.length - common - start, data: after.slice(start, after.length - common) },
  ];
}

function groupOf(block: Block): SemanticTokenGroup | undefined {
  if (block.repeats !== undefined && block.zone !== "body") {
    return "repeat";
  }
  switch (block.role) {
    case "url":
      return "source";
    case "headline":
    case "heading":
      return "heading";
    case "datePublished":
    case "dateModified":
    case "dateline":
    case "relatedDate":
      return "date";
    case "paragraph":
    case "standfirst":
    case "blank":
    case "unknown":
      return undefined;
    default:
      return "metadata";
  }
}

/** By binary search, so that a range costs what it shows, not what stands above it. */
function firstBlockIn(blocks: readonly Block[], within: Span | undefined): number {
  if (within === undefined) {
    return 0;
  }
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle] as Block).span.end <= within.start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function* linesOf({ lines }: Analysis, span: Span): Iterable<Span> {
  for (let line = lineAt(lines, span.start); line < lines.starts.length; line++) {
    const content = lineContentSpan(lines, line);
    const start = Math.max(content.start, span.start);
    const end = Math.min(content.end, span.end);
    if (start >= span.end) {
      return;
    }
    if (start < end) {
      yield { start, end };
    }
  }
}
