import type { SemanticTokensEdit, SemanticTokensLegend } from "vscode-languageserver-types";
import type { Block, PlacedUnit, Unit } from "../core/article/model.ts";
import { unitIndexAt } from "../core/article/place-units.ts";
import type { UnitFinding } from "../core/checks/checked-dump.ts";
import { lineAt, lineContentSpan } from "../core/text/lines.ts";
import { type Span, shiftSpan } from "../core/text/span.ts";
import { finish, type Steps } from "../core/text/steps.ts";
import type { Analysis, ReadingOrAnalysis } from "./feature-context.ts";
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
  return finish(createSemanticTokensProvider()(analysis, within));
}

/**
 * Provides the tokens of version after version of a document; those of an article that an edit did not reach are kept. What a span touches can be
 * shown before the document is checked, without what only a check tells: the repeats.
 */
export interface SemanticTokensProvider {
  (analysis: Analysis): Steps<number[]>;
  (reading: ReadingOrAnalysis, within: Span | undefined): Steps<number[]>;
}

export function createSemanticTokensProvider(): SemanticTokensProvider {
  const known = new WeakMap<readonly UnitFinding[], UnitTokens>();

  function tokensOf(analysis: ReadingOrAnalysis, index: number): readonly number[] {
    const { unit } = analysis.dump.units[index] as PlacedUnit;
    const findings = findingsOf(analysis, index);
    const before = known.get(findings);
    if (before?.unit === unit) {
      return before.data;
    }
    const data = unitTokens(analysis, index, { start: 0, end: unit.text.length });
    known.set(findings, { unit, data });
    return data;
  }

  return function* (analysis: ReadingOrAnalysis, within?: Span) {
    const { units } = analysis.dump;
    const first = within === undefined ? 0 : unitIndexAt(units, within.start);
    const last = within === undefined ? units.length - 1 : unitIndexAt(units, within.end);
    const data: number[] = [];
    let lastLine = 0;
    for (let index = first; index <= last && index < units.length; index++) {
      const { start, line } = units[index] as PlacedUnit;
      const own =
        within === undefined
          ? tokensOf(analysis, index)
          : unitTokens(analysis, index, shiftSpan(within, -start));
      let at = line;
      for (let token = 0; token < own.length; token += NUMBERS_PER_TOKEN) {
        at += own[token] as number;
        // A unit starts at the start of a line, so no token of it is on a line of the one before.
        data.push(token === 0 ? at - lastLine : (own[token] as number));
        for (let number = 1; number < NUMBERS_PER_TOKEN; number++) {
          data.push(own[token + number] as number);
        }
        lastLine = at;
      }
      if (index % UNITS_PER_STEP === UNITS_PER_STEP - 1) {
        yield;
      }
    }
    return data;
  };
}

function findingsOf({ checked }: ReadingOrAnalysis, index: number): readonly UnitFinding[] {
  return checked?.byUnit[index] ?? NOT_CHECKED;
}

const NOT_CHECKED: readonly UnitFinding[] = [];

const UNITS_PER_STEP = 16;

interface UnitTokens {
  readonly unit: Unit;
  /** In LSP's encoding, the first line counted from the unit's. */
  readonly data: readonly number[];
}

/** The tokens of the blocks of a unit that a span of it touches. */
function unitTokens(analysis: ReadingOrAnalysis, index: number, within: Span): readonly number[] {
  const { unit, start: unitStart, line: unitLine } = analysis.dump.units[index] as PlacedUnit;
  const { blocks } = unit;
  const isRemovable = removableText(findingsOf(analysis, index));
  const data: number[] = [];
  let last = { line: unitLine, character: 0 };
  for (let at = firstBlockIn(blocks, within); at < blocks.length; at++) {
    const block = blocks[at] as Block;
    if (block.span.start >= within.end && block.span.start > within.start) {
      break;
    }
    const removable = isRemovable(block.content);
    const group = removable ? "repeat" : groupOf(block);
    if (group === undefined) {
      continue;
    }
    for (const span of linesOf(unit, block.content)) {
      const start = analysis.convert.position(unitStart + span.start);
      const end = analysis.convert.position(unitStart + span.end);
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
function firstBlockIn(blocks: readonly Block[], within: Span): number {
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

function* linesOf({ lines }: Unit, span: Span): Iterable<Span> {
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
