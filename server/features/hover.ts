import type { Hover, MarkupKind, Position } from "vscode-languageserver-types";
import { type Block, blockValue } from "../core/article/model.ts";
import { dayInWords } from "../core/checks/shared/calendar-words.ts";
import { lineNumber, linesInWords } from "../core/checks/shared/line-words.ts";
import { countOf, listOf } from "../core/checks/shared/quote-text.ts";
import type { Link } from "../core/links/link.ts";
import { lineAt, lineContentSpan } from "../core/text/lines.ts";
import { type Span, sliceSpan, spansOverlap, touchesOffset } from "../core/text/span.ts";
import type { Reading } from "./feature-context.ts";
import { copiesOf, type PlacedBlock, placedBlockAt, relatedTo } from "./shared/copies.ts";
import { dayInUrl, describeDate, statedDatesOf } from "./shared/dates.ts";
import { fieldNames } from "./shared/field-names.ts";
import { linkTitle } from "./shared/link-title.ts";
import { linksToOpen } from "./shared/links.ts";
import { type Paragraph, type Piece, renderRichText } from "./shared/rich-text.ts";
import { explainRole, schemaTermOf } from "./shared/role-explanations.ts";

/** More line numbers than this help nobody. */
const MOST_LINES_NAMED = 12;

/**
 * What the line under the pointer is and how that is known; the link taken apart; times in UTC; where else it stands.
 *
 * @param kind What the client can show. Text of the dump comes out as the characters it is, in either.
 */
export function provideHover(reading: Reading, position: Position, kind: MarkupKind): Hover | null {
  const offset = reading.convert.offset(position);
  const placed = placedBlockAt(reading.dump, offset);
  if (placed === undefined) {
    return null;
  }
  const { block } = placed;
  const paragraphs = [
    title(reading, placed),
    evidenceFor(placed),
    ...statedDatesOf(reading.text, block).map((date, index) =>
      dateParagraph(reading, block, date.span, describeDate(date), index),
    ),
    linkParagraph(reading, placed, offset),
    relatedParagraph(reading, placed),
    copiesParagraph(reading, placed),
    wrapParagraph(reading, block),
  ];
  const known = paragraphs.filter((paragraph) => paragraph !== undefined);
  return { contents: renderRichText(known, kind), range: reading.convert.range(block.content) };
}

function title(reading: Reading, { block, article }: PlacedBlock): Paragraph {
  const term = schemaTermOf(block.role);
  const number = block.role === "paragraph" ? ` ${paragraphNumber(article.blocks, block)}` : "";
  const name = block.role === "keyword" ? "Keyword" : fieldNames[block.role];
  const explanation = explainRole(block.role, block.zone);
  return [
    { strong: `${name}${number}` },
    ` (${linesInWords(reading.lines, block.content)}${term === undefined ? "" : `, schema.org ${term}`})\n`,
    explanation,
  ];
}

function paragraphNumber(blocks: readonly Block[], block: Block): string {
  const paragraphs = blocks.filter(({ role, zone }) => role === "paragraph" && zone === "body");
  const index = paragraphs.indexOf(block);
  return index < 0 ? "" : `${index + 1} of ${paragraphs.length}`;
}

/** What the recogniser saw just here, the most telling first. */
function evidenceFor({ block, article }: PlacedBlock): Paragraph | undefined {
  const [strongest] = article.evidence
    .filter(({ span }) => spansOverlap(span, block.span))
    .sort((first, second) => second.weight - first.weight);
  return strongest === undefined ? undefined : [`Seen here: ${strongest.summary}`];
}

/** The date in words, beside the characters that state it, so that nobody has to trust a conversion. */
function dateParagraph(reading: Reading, block: Block, span: Span, words: string, index: number): Paragraph {
  const label = block.role === "dateline" && index === 1 ? "Updated" : fieldNames[block.role];
  const stated = blockValue(reading.text, block).slice(span.start, span.end);
  return [`${label}: ${words}, stated as `, { quote: stated }];
}

function linkParagraph(
  reading: Reading,
  { block, article }: PlacedBlock,
  offset: number,
): Paragraph | undefined {
  const line = lineContentSpan(reading.lines, lineAt(reading.lines, offset));
  const within = {
    start: Math.max(line.start, block.content.start),
    end: Math.min(line.end, block.content.end),
  };
  if (within.end <= within.start) {
    return undefined;
  }
  const links = linksToOpen(reading.dump)(article).filter(({ span }) => spansOverlap(span, within));
  const link =
    links.find(({ span }) => touchesOffset(span, offset)) ?? (block.zone === "body" ? undefined : links[0]);
  if (link === undefined) {
    return undefined;
  }
  const isBroken = link.troubles.length > 0;
  const shown = isBroken && link.target !== null ? link.target : sliceSpan(reading.text, link.span);
  const day = dayInUrl(shown);
  return [
    ...partsOfUrl(shown),
    ...(day === undefined ? [] : [`Date in the path: ${dayInWords(day)}\n`]),
    ...brokenLinkLines(link),
  ];
}

function brokenLinkLines({ target, troubles }: Link): Piece[] {
  if (target === null) {
    return troubles.some(({ letters }) => letters !== undefined)
      ? ["Letters of this link’s host are not what they seem, so it is not opened.\n"]
      : ["This link cannot be opened: it is no web address.\n"];
  }
  if (troubles.length === 0) {
    return [];
  }
  return troubles.some(({ joint }) => joint !== undefined)
    ? ["Something is stuck to this link. Opening it opens the repaired link.\n"]
    : ["This link is broken. Opening it opens the repaired link.\n"];
}

function partsOfUrl(url: string): Piece[] {
  const separator = url.indexOf("://");
  const schemeEnd = Math.max(separator, 0);
  const hostStart = separator < 0 ? 0 : separator + 3;
  const pathStart = firstOf(url, "/?#", hostStart);
  const queryStart = firstOf(url, "?#", pathStart);
  const fragmentStart = firstOf(url, "#", queryStart);
  return [
    ...part("Scheme", url.slice(0, schemeEnd)),
    ...part("Host", url.slice(hostStart, pathStart)),
    ...part("Path", url.slice(pathStart, queryStart)),
    ...part("Query", url.slice(queryStart + 1, fragmentStart)),
    ...part("Fragment", url.slice(fragmentStart + 1)),
  ];
}

function part(name: string, value: string): Piece[] {
  return value === "" ? [] : [`${name}: `, { quote: value }, "\n"];
}

function firstOf(text: string, marks: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (marks.includes(text.charAt(at))) {
      return at;
    }
  }
  return text.length;
}

function relatedParagraph(reading: Reading, placed: PlacedBlock): Paragraph | undefined {
  const related = relatedTo(placed);
  const first = related[0];
  if (first === undefined) {
    return undefined;
  }
  if (first.role === "relatedLink") {
    const line = lineNumber(reading.lines, first.content.start);
    return [
      `Belongs to the related story on line ${line}: `,
      { quote: linkTitle(blockValue(reading.text, first)) },
    ];
  }
  return [`The page showed its date on ${linesOf(reading, related)}.`];
}

function copiesParagraph(reading: Reading, placed: PlacedBlock): Paragraph | undefined {
  const others = copiesOf(placed).filter((copy) => copy !== placed.block);
  if (others.length === 0) {
    return undefined;
  }
  const first = placed.block.repeats;
  if (first === undefined) {
    return [`Stands ${countOf(others.length, "more time")}: ${linesOf(reading, others)}.`];
  }
  const rest = others.filter((copy) => copy !== first);
  const also = rest.length === 0 ? "" : ` It also stands on ${linesOf(reading, rest)}.`;
  return [`The same as line ${lineNumber(reading.lines, first.content.start)}.${also}`];
}

function wrapParagraph({ lines }: Reading, block: Block): Paragraph | undefined {
  if (block.wraps.length === 0) {
    return undefined;
  }
  const proof = block.wraps.every(({ proved }) => proved)
    ? " The copy of the article on one line shows how they join."
    : "";
  return [
    `One paragraph over ${linesInWords(lines, block.content)}, broken where the page had a link.${proof}`,
  ];
}

function linesOf({ lines }: Reading, blocks: readonly Block[]): string {
  const numbers = blocks.map(({ content }) => String(lineNumber(lines, content.start)));
  const named = numbers.slice(0, MOST_LINES_NAMED);
  const more = numbers.length - named.length;
  const words = more === 0 ? listOf(named) : `${named.join(", ")} and ${more} more`;
  return `${numbers.length === 1 ? "line" : "lines"} ${words}`;
}
