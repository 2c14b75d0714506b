import {
  type DocumentSymbol,
  type Range,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver-types";
import {
  type Article,
  type Block,
  blocksOfRole,
  blockValue,
  type PlacedUnit,
  type Role,
  type Unit,
} from "../core/article/model.ts";
import { daysBetween } from "../core/checks/shared/calendar-words.ts";
import type { Phrases } from "../core/text/phrases.ts";
import { containsSpan, type Span, shiftSpan } from "../core/text/span.ts";
import { finish, type Steps } from "../core/text/steps.ts";
import type { Reading } from "./feature-context.ts";
import { dayInUrl, isoDay, statedDatesOf } from "./shared/dates.ts";
import { fieldNames } from "./shared/field-names.ts";
import { linkTitle } from "./shared/link-title.ts";
import { moveSymbol } from "./shared/move-symbol.ts";
import { previewText } from "./shared/preview.ts";
import { type Run, runsOf } from "./shared/runs.ts";
import { type BodySection, type Section, sectionsOf } from "./shared/sections.ts";

/** As many characters as an outline shows of a value before it would have to be scrolled sideways. */
const NAME_LENGTH = 70;
const DETAIL_LENGTH = 120;

/**
 * The outline: per article its metadata, one node per field, and its body, paragraphs below their headings.
 * Ranges nest and never overlap their neighbours, end before the final line break, and hold their selection range.
 */
export function provideDocumentSymbols(reading: Reading): DocumentSymbol[] {
  return finish(createDocumentSymbolsProvider()(reading));
}

/**
 * Provides the outlines of documents for one client, version after version: the symbols of an article that an edit did not reach are the
 * objects of before, or, where lines came or went above it, copies of them.
 */
export type DocumentSymbolsProvider = (reading: Reading) => Steps<DocumentSymbol[]>;

export function createDocumentSymbolsProvider(): DocumentSymbolsProvider {
  const known = new WeakMap<Unit, PlacedSymbol>();
  return function* (reading) {
    const symbols: DocumentSymbol[] = [];
    for (const placed of reading.dump.units) {
      const { unit, line } = placed;
      let own = known.get(unit);
      if (own === undefined) {
        own = { line, symbol: unitSymbol(reading, placed) };
        known.set(unit, own);
        yield;
      } else if (own.line !== line) {
        own = { line, symbol: own.symbol && moveSymbol(own.symbol, line - own.line) };
        known.set(unit, own);
      }
      if (own.symbol !== undefined) {
        symbols.push(own.symbol);
      }
    }
    return symbols;
  };
}

/** What an article shows, its first line being that of the document. */
interface PlacedSymbol {
  readonly line: number;
  readonly symbol: DocumentSymbol | undefined;
}

/** The same outline for clients that know only the flat form, each node with its parent's name. */
export function flattenSymbols(
  uri: string,
  symbols: readonly DocumentSymbol[],
  parent?: string,
): SymbolInformation[] {
  return symbols.flatMap((symbol) => [
    {
      name: symbol.name,
      kind: symbol.kind,
      location: { uri, range: symbol.range },
      ...(parent === undefined ? {} : { containerName: parent }),
    },
    ...flattenSymbols(uri, symbol.children ?? [], symbol.name),
  ]);
}

/** The text of one unit, and the way from its offsets to positions in the document. */
interface UnitReading extends Pick<Reading, "text" | "phrases"> {
  readonly rangeOf: (span: Span) => Range;
}

/** What the nodes of one article are made from. */
interface Outline {
  readonly reading: UnitReading;
  readonly article: Article;
  /** The date that the page showed for a related story, by the story's link. */
  readonly relatedDates: ReadonlyMap<Block, Block>;
}

/** What stands in the outline, in offsets; LSP's shape is made of it in one place. */
interface Node {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  /** What is selected when the node is chosen; the span's start where it is not inside the span. */
  readonly selection: Span;
  readonly children?: readonly Node[];
}

function unitSymbol({ convert, phrases }: Reading, { unit, start }: PlacedUnit): DocumentSymbol | undefined {
  const { text, article } = unit;
  const rangeOf = (span: Span): Range => convert.range(shiftSpan(span, start));
  return article === undefined ? undefined : articleSymbol({ text, phrases, rangeOf }, article);
}

function articleSymbol(reading: UnitReading, article: Article): DocumentSymbol | undefined {
  const outline: Outline = { reading, article, relatedDates: relatedDatesOf(article) };
  const { head, body, tail } = sectionsOf(article);
  const first = head ?? body ?? tail;
  const last = tail ?? body ?? head;
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const headline = article.blocks.find(({ role }) => role === "headline");
  const children = [
    ...metadataNodes(outline, head, reading.phrases.say("Metadata")),
    ...(body === undefined ? [] : [bodyNode(outline, body)]),
    ...metadataNodes(outline, tail, reading.phrases.say("Metadata below the body")),
  ];
  return toSymbol(reading, {
    name: articleName(outline, headline),
    detail: articleDetail(outline),
    kind: SymbolKind.File,
    span: { start: first.span.start, end: last.span.end },
    selection: headline?.content ?? first.span,
    children,
  });
}

function articleName({ reading, article }: Outline, headline: Block | undefined): string {
  const url = article.blocks.find(({ role }) => role === "url");
  const titles = [
    headline === undefined ? "" : blockValue(reading.text, headline),
    url === undefined ? "" : linkTitle(blockValue(reading.text, url)),
  ];
  return (
    titles.map((title) => previewText(title, 2 * NAME_LENGTH)).find((title) => title !== "") ??
    reading.phrases.say("Article without a headline")
  );
}

/** "2022-01-05 · updated 462 days later". */
function articleDetail({ reading, article }: Outline): string {
  const dates = (role: Role) => {
    const block = blocksOfRole(article, role)[0];
    return block === undefined ? [] : statedDatesOf(reading.text, block);
  };
  const [dateline, update] = dates("dateline");
  const published = dates("datePublished")[0] ?? dateline;
  const modified = dates("dateModified")[0] ?? update;
  const parts = published === undefined ? [] : [isoDay(published.day)];
  if (published !== undefined && modified !== undefined) {
    parts.push(updatedAfter(daysBetween(published.day, modified.day), reading.phrases));
  }
  return parts.join(" · ");
}

function updatedAfter(days: number, phrases: Phrases): string {
  if (days === 0) {
    return phrases.say("updated the same day");
  }
  return days > 0
    ? phrases.count(days, "updated {0} day later", "updated {0} days later")
    : phrases.count(-days, "updated {0} day earlier", "updated {0} days earlier");
}

/** Related stories alone, as they often stand below the body, are called that. */
function metadataNodes(outline: Outline, section: Section | undefined, name: string): readonly Node[] {
  const children = section === undefined ? [] : fieldNodes(outline, section);
  if (section === undefined || children.length === 0) {
    return [];
  }
  const isRelated = children.every((child) => child.name === relatedName(outline));
  return isRelated
    ? children
    : [{ name, kind: SymbolKind.Object, span: section.span, selection: titleOf(section), children }];
}

/**
 * What a section is found by: the headline, where it holds one. Sticky scroll shows the lines of the selections; that of
 * the article's node is its headline too, so that the reader sees it once and no line above it out of order.
 */
function titleOf({ span, blocks }: Section): Span {
  return blocks.find(({ role }) => role === "headline")?.content ?? span;
}

/**
 * One node per field, at its first run of lines. Further values and repeats of it elsewhere in the article are told in
 * the detail: nodes of their own would bury the fields that a reader looks for.
 */
function fieldNodes(outline: Outline, section: Section): Node[] {
  const nodes: Node[] = [];
  const shown = new Set<Role>();
  for (const run of runsOf(section.blocks, fieldOf)) {
    if (run.kind === "relatedLink") {
      nodes.push(relatedNode(outline, run));
    } else if (!shown.has(run.kind) && run.blocks.some(({ repeats }) => repeats === undefined)) {
      shown.add(run.kind);
      nodes.push(fieldNode(outline, section, run));
    }
  }
  return nodes;
}

/** The field that a block of metadata counts for; the date of a related story goes with the story's link. */
function fieldOf(block: Block): Role | undefined {
  if (block.role === "relatedDate") {
    return "relatedLink";
  }
  return block.zone === "none" || block.role === "unknown" ? undefined : block.role;
}

function fieldNode({ reading, article }: Outline, section: Section, run: Run<Role>): Node {
  const { phrases } = reading;
  const inSection = section.blocks.filter(({ role }) => role === run.kind);
  const values = inSection.filter(({ repeats }) => repeats === undefined);
  const repeats = article.blocks.filter(
    (block) => block.role === run.kind && block.repeats !== undefined && block.zone !== "body",
  ).length;
  const value = previewText(joinedValues(reading, values), DETAIL_LENGTH);
  const counts = [
    // Where the first value fills the detail, nothing else would tell that there are more.
    ...(values.length > 1 && value.endsWith("…")
      ? [phrases.count(values.length, "{0} value", "{0} values")]
      : []),
    ...(repeats > 0 ? [phrases.count(repeats, "{0} repeat", "{0} repeats")] : []),
  ];
  return {
    name: phrases.say(fieldNames[run.kind]),
    detail: [value, ...counts].join(" · "),
    kind: values.length > 1 ? SymbolKind.Array : SymbolKind.Property,
    span: run.span,
    selection: (run.blocks.find(({ repeats }) => repeats === undefined) ?? (run.blocks[0] as Block)).content,
  };
}

/** No more of the values than the detail can show, as one of them can be the whole article on one line. */
function joinedValues(reading: UnitReading, blocks: readonly Block[]): string {
  let joined = "";
  for (const block of blocks) {
    if (joined.length > DETAIL_LENGTH) {
      break;
    }
    joined += (joined === "" ? "" : ", ") + startOfValue(reading, block, DETAIL_LENGTH);
  }
  return joined;
}

function startOfValue(reading: UnitReading, block: Block, length: number): string {
  if (block.value === undefined && block.wraps.length === 0) {
    const { start, end } = block.content;
    return reading.text.slice(start, Math.min(end, start + 2 * length));
  }
  return blockValue(reading.text, block).slice(0, 2 * length);
}

function relatedNode(outline: Outline, run: Run<Role>): Node {
  const links = run.blocks.filter(({ role, repeats }) => role === "relatedLink" && repeats === undefined);
  return {
    name: relatedName(outline),
    detail: outline.reading.phrases.count(links.length, "{0} story", "{0} stories"),
    kind: SymbolKind.Namespace,
    ...spans(run.span),
    children: links.map((link) => relatedLinkNode(outline, link)),
  };
}

function relatedName({ reading }: Outline): string {
  return reading.phrases.say("Related");
}

function relatedLinkNode({ reading, relatedDates }: Outline, link: Block): Node {
  const url = blockValue(reading.text, link);
  const date = relatedDates.get(link);
  const day = date === undefined ? dayInUrl(url) : statedDatesOf(reading.text, date)[0]?.day;
  return {
    name: previewText(linkTitle(url), NAME_LENGTH),
    detail: day === undefined ? "" : isoDay(day),
    kind: SymbolKind.Key,
    ...spans(link.content),
  };
}

function relatedDatesOf(article: Article): ReadonlyMap<Block, Block> {
  const dates = new Map<Block, Block>();
  for (const block of article.blocks) {
    if (block.relatesTo !== undefined && !dates.has(block.relatesTo)) {
      dates.set(block.relatesTo, block);
    }
  }
  return dates;
}

function bodyNode(outline: Outline, body: BodySection): Node {
  const { reading } = outline;
  const numbers = new Map<Block, number>();
  for (const block of body.blocks) {
    if (block.role === "paragraph") {
      numbers.set(block, numbers.size + 1);
    }
  }
  const children = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => bodyBlockNode(outline, block, numbers.get(block)) ?? []);
  return {
    name: reading.phrases.say("Body"),
    detail: numbers.size === 0 ? "" : reading.phrases.count(numbers.size, "{0} paragraph", "{0} paragraphs"),
    kind: SymbolKind.Namespace,
    span: body.span,
    selection: startOfBody(body),
    children: [
      ...children(body.opening),
      ...body.parts.map((part) => ({
        name: previewText(blockValue(reading.text, part.heading), NAME_LENGTH),
        kind: SymbolKind.Module,
        span: part.span,
        selection: part.heading.content,
        children: children(part.blocks.slice(1)),
      })),
    ],
  };
}

/** Sticky scroll has the headline above this already, so that the line below a headline says more. */
function startOfBody({ span, opening }: BodySection): Span {
  const [first, second] = opening;
  return first?.role === "headline" && second !== undefined ? second.content : span;
}

/** What a reader goes to; the headline that opens the body is the body's own start, a related date is told at its link. */
function bodyBlockNode(outline: Outline, block: Block, number: number | undefined): Node | undefined {
  const value = () => startOfValue(outline.reading, block, NAME_LENGTH);
  switch (block.role) {
    case "paragraph":
      return {
        name: previewText(`${number}. ${value()}`, NAME_LENGTH),
        kind: SymbolKind.String,
        ...spans(block.content),
      };
    case "dateline":
    case "standfirst":
    case "caption":
      return {
        name: outline.reading.phrases.say(fieldNames[block.role]),
        detail: previewText(value(), DETAIL_LENGTH),
        kind: block.role === "dateline" ? SymbolKind.Event : SymbolKind.String,
        ...spans(block.content),
      };
    case "relatedLink":
      return relatedLinkNode(outline, block);
    default:
      return undefined;
  }
}

function spans(span: Span): { readonly span: Span; readonly selection: Span } {
  return { span, selection: span };
}

/** VS Code refuses a whole outline when one node has no name or selects what lies outside its range. */
function toSymbol(reading: UnitReading, node: Node): DocumentSymbol {
  const range = reading.rangeOf(node.span);
  const symbol: DocumentSymbol = {
    name: node.name === "" ? "(empty)" : node.name,
    kind: node.kind,
    range,
    selectionRange: node.selection === node.span ? range : selectionRange(reading, node),
  };
  if (node.detail !== undefined && node.detail !== "") {
    symbol.detail = node.detail;
  }
  if (node.children !== undefined) {
    symbol.children = node.children.map((child) => toSymbol(reading, child));
  }
  return symbol;
}

function selectionRange({ rangeOf }: UnitReading, { span, selection }: Node): Range {
  return rangeOf(containsSpan(span, selection) ? selection : { start: span.start, end: span.start });
}
