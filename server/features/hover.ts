import type { Hover, MarkupKind, Position } from "vscode-languageserver-types";
import { type Block, blockValue, type PlacedUnit } from "../core/article/model.ts";
import { unitIndexAt } from "../core/article/place-units.ts";
import { linesInWords } from "../core/checks/shared/line-words.ts";
import type { Link } from "../core/links/link.ts";
import { lineAt, lineContentSpan } from "../core/text/lines.ts";
import type { Phrases } from "../core/text/phrases.ts";
import { type Span, shiftSpan, sliceSpan, spansOverlap, touchesOffset } from "../core/text/span.ts";
import type { Reading, ReadingOrAnalysis } from "./feature-context.ts";
import { copiesOf, type PlacedBlock, placedBlockAt, relatedTo } from "./shared/copies.ts";
import { dayInUrl, describeDate, statedDatesOf } from "./shared/dates.ts";
import { fieldNames } from "./shared/field-names.ts";
import { linkTitle } from "./shared/link-title.ts";
import { linksOfUnit } from "./shared/links.ts";
import { type Paragraph, type Piece, renderRichText } from "./shared/rich-text.ts";
import { explainRole, schemaTermOf } from "./shared/role-explanations.ts";

/** More line numbers than this help nobody. */
const MOST_LINES_NAMED = 12;

/**
 * What the line under the pointer is and how that is known; the link taken apart; times in UTC; where else it stands.
 *
 * @param kind What the client can show. Text of the dump comes out as the characters it is, in either.
 */
export function provideHover(reading: ReadingOrAnalysis, position: Position, kind: MarkupKind): Hover | null {
  const offset = reading.convert.offset(position);
  const placed = placedBlockAt(reading.dump, offset);
  if (placed === undefined) {
    return null;
  }
  const { block } = placed;
  const paragraphs = [
    title(reading, placed),
    evidenceFor(reading, placed),
    ...statedDatesOf(reading.text, block).map((date, index) =>
      dateParagraph(reading, block, date.span, describeDate(date, reading.phrases), index),
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
  const { phrases } = reading;
  const where = [linesOfBlock(reading, block), ...(term === undefined ? [] : [`schema.org ${term}`])];
  return [
    { strong: nameOf(reading, article.blocks, block) },
    ` (${where.join(", ")})\n`,
    phrases.say(explainRole(block.role, block.zone)),
  ];
}

function nameOf({ phrases }: Reading, blocks: readonly Block[], block: Block): string {
  if (block.role === "keyword") {
    return phrases.say("Keyword");
  }
  const paragraphs =
    block.role === "paragraph"
      ? blocks.filter(({ role, zone }) => role === "paragraph" && zone === "body")
      : [];
  const index = paragraphs.indexOf(block);
  return index < 0
    ? phrases.say(fieldNames[block.role])
    : phrases.say("Paragraph {0} of {1}", index + 1, paragraphs.length);
}

function linesOfBlock({ phrases, lines }: Reading, { content }: Block): string {
  const last = Math.max(content.start, content.end - 1);
  return linesInWords(phrases, lineAt(lines, content.start) + 1, lineAt(lines, last) + 1);
}

/** What the recogniser saw just here, the most telling first. */
function evidenceFor({ phrases }: Reading, { block, article }: PlacedBlock): Paragraph | undefined {
  const [strongest] = article.evidence
    .filter(({ span }) => spansOverlap(span, block.span))
    .sort((first, second) => second.weight - first.weight);
  return strongest === undefined
    ? undefined
    : [phrases.say("Seen here: {0}", phrases.say(strongest.summary))];
}

/** The date in words, beside the characters that state it, so that nobody has to trust a conversion. */
function dateParagraph(reading: Reading, block: Block, span: Span, words: string, index: number): Paragraph {
  const { phrases } = reading;
  const isUpdate = block.role === "dateline" && index === 1;
  const label = isUpdate ? phrases.say("Updated") : phrases.say(fieldNames[block.role]);
  const stated = blockValue(reading.text, block).slice(span.start, span.end);
  return [phrases.say("{0}: {1}, stated as ", label, words), { quote: stated }];
}

function linkParagraph(
  reading: ReadingOrAnalysis,
  { block }: PlacedBlock,
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
  const { units } = reading.dump;
  const { unit, start } = units[unitIndexAt(units, offset)] as PlacedUnit;
  const links = linksOfUnit(reading, unit)
    .map((link) => ({ ...link, span: shiftSpan(link.span, start) }))
    .filter(({ span }) => spansOverlap(span, within));
  const link =
    links.find(({ span }) => touchesOffset(span, offset)) ?? (block.zone === "body" ? undefined : links[0]);
  if (link === undefined) {
    return undefined;
  }
  const isBroken = link.troubles.length > 0;
  const shown = isBroken && link.target !== null ? link.target : sliceSpan(reading.text, link.span);
  const day = dayInUrl(shown);
  return [
    ...partsOfUrl(shown, reading.phrases),
    ...(day === undefined
      ? []
      : [reading.phrases.say("Date in the path: {0}", reading.phrases.day(day)), "\n"]),
    ...brokenLinkLines(link).map((line) => reading.phrases.say(line)),
  ];
}

function brokenLinkLines({ target, troubles }: Link): string[] {
  if (target === null) {
    return troubles.some(({ letters }) => letters !== undefined)
      ? ["Letters of this link’s host are not what they seem, so it is not opened."]
      : ["This link cannot be opened: it is no web address."];
  }
  if (troubles.length === 0) {
    return [];
  }
  return troubles.some(({ joint }) => joint !== undefined)
    ? ["Something is stuck to this link. Opening it opens the repaired link."]
    : ["This link is broken. Opening it opens the repaired link."];
}

function partsOfUrl(url: string, phrases: Phrases): Piece[] {
  const separator = url.indexOf("://");
  const schemeEnd = Math.max(separator, 0);
  const hostStart = separator < 0 ? 0 : separator + 3;
  const pathStart = firstOf(url, "/?#", hostStart);
  const queryStart = firstOf(url, "?#", pathStart);
  const fragmentStart = firstOf(url, "#", queryStart);
  return [
    ...part(phrases.say("Scheme"), url.slice(0, schemeEnd)),
    ...part(phrases.say("Host"), url.slice(hostStart, pathStart)),
    ...part(phrases.say("Path"), url.slice(pathStart, queryStart)),
    ...part(phrases.say("Query"), url.slice(queryStart + 1, fragmentStart)),
    ...part(phrases.say("Fragment"), url.slice(fragmentStart + 1)),
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
    return [
      reading.phrases.say("Belongs to the related story on {0}: ", linesOf(reading, [first])),
      { quote: linkTitle(blockValue(reading.text, first)) },
    ];
  }
  return [reading.phrases.say("The page showed its date on {0}.", linesOf(reading, related))];
}

function copiesParagraph(reading: Reading, placed: PlacedBlock): Paragraph | undefined {
  const { phrases } = reading;
  const others = copiesOf(placed).filter((copy) => copy !== placed.block);
  if (others.length === 0) {
    return undefined;
  }
  const first = placed.block.repeats;
  if (first === undefined) {
    return [
      phrases.count(
        others.length,
        "Stands {0} more time: {1}.",
        "Stands {0} more times: {1}.",
        linesOf(reading, others),
      ),
    ];
  }
  const rest = others.filter((copy) => copy !== first);
  const also = rest.length === 0 ? [] : [phrases.say("It also stands on {0}.", linesOf(reading, rest))];
  return [[phrases.say("The same as {0}.", linesOf(reading, [first])), ...also].join(" ")];
}

function wrapParagraph(reading: Reading, block: Block): Paragraph | undefined {
  if (block.wraps.length === 0) {
    return undefined;
  }
  const { phrases } = reading;
  const where = linesOfBlock(reading, block);
  const sentences = [
    phrases.say("One paragraph over {0}, broken where the page had a link.", where),
    ...(block.wraps.every(({ proved }) => proved)
      ? [phrases.say("The copy of the article on one line shows how they join.")]
      : []),
  ];
  return [sentences.join(" ")];
}

function linesOf({ lines, phrases }: Reading, blocks: readonly Block[]): string {
  const numbers = blocks.map(({ content }) => String(lineAt(lines, content.start) + 1));
  const named = numbers.slice(0, MOST_LINES_NAMED);
  const more = numbers.length - named.length;
  const list = phrases.list(more === 0 ? named : [...named, phrases.say("{0} more", more)]);
  return numbers.length === 1 ? phrases.say("line {0}", list) : phrases.say("lines {0}", list);
}
