import { letterCase } from "../../../text/script.ts";
import { endsSentence } from "../../../text/sentences.ts";
import type { Span } from "../../../text/span.ts";
import type { Steps } from "../../../text/steps.ts";
import { trimSpan } from "../../../text/white-space.ts";
import { visualWidth } from "../../line-kinds.ts";
import type { Role, Wrap } from "../../model.ts";
import type { Draft } from "./drafts.ts";
import { zoneOfRole } from "./drafts.ts";
import type { HeadlineFinding } from "./headline.ts";
import { type BodyRegion, isTextOfTail } from "./layout.ts";
import { isLabel, type NewsLine, WIDEST_TITLE } from "./news-lines.ts";
import { countContained, findJoins, type Join, type TextPart } from "./paragraphs.ts";
import { hasValue, type Rows, rowValue, saySame, wordCount } from "./rows.ts";
import { isStandfirst } from "./standfirst.ts";

/** What the body's reader knows of the rest of the article. */
export interface BodyContext {
  readonly headline: HeadlineFinding | undefined;
  readonly articleBodies: readonly Span[];
  readonly description: Span | undefined;
  /** Whether a date line stands in the head. */
  readonly hasDatelineAbove: boolean;
  readonly isTidy: boolean;
}

/** A run of lines of the body that is one thing: a line whose form tells its role, or text that is still to be told. */
interface Unit {
  /** Undefined while the unit is text of unknown role. */
  role: Role | undefined;
  readonly row: number;
  span: Span;
  content: Span;
  readonly wraps: Wrap[];
}

/** Reads the rows of the rendered article as drafts, in text order. The rows' typed roles are kept. */
export function* readBody(rows: Rows, region: BodyRegion, context: BodyContext): Steps<readonly Draft[]> {
  const units = yield* readUnits(rows, region, context);
  assignTextRoles(rows, units, context);
  return units.map(({ role, row, span, content, wraps }) => {
    const known = role ?? "paragraph";
    return { role: known, zone: zoneInBody(known, rows.roles[row]), span, content, wraps, row };
  });
}

/** Roles that belong to the article where they stand in it, and to the metadata elsewhere. */
function zoneInBody(role: Role, typed: Role | undefined): Draft["zone"] {
  const isOfBody =
    role === "headline" ||
    role === "dateline" ||
    role === "caption" ||
    role === "boilerplate" ||
    (role === "unknown" && typed === undefined);
  return isOfBody ? "body" : zoneOfRole(role);
}

function* readUnits(rows: Rows, region: BodyRegion, context: BodyContext): Steps<readonly Unit[]> {
  const roles = roleByForm(rows, region, context);
  yield;
  const parts: TextPart[] = [];
  for (let row = region.start; row < region.end; row++) {
    const line = rows.lines[row] as NewsLine;
    const role = roles[row - region.start];
    const rest = role === "dateline" ? restOf(rows.text, line) : undefined;
    if (role === undefined || rest !== undefined) {
      parts.push({ span: rest ?? line.content, line: line.number, isPlain: true });
    }
  }
  const { joins, sideBySide } = yield* findJoins(rows.text, parts, context.articleBodies);
  rows.facts.sideBySide = sideBySide;
  const units: Unit[] = [];
  let part = 0;
  for (let row = region.start; row < region.end; row++) {
    const line = rows.lines[row] as NewsLine;
    const role = roles[row - region.start];
    if (role === undefined) {
      addText(units, row, { span: line.span, part: parts[part] as TextPart, join: joins[part] });
      part++;
      continue;
    }
    const rest = role === "dateline" ? restOf(rows.text, line) : undefined;
    if (rest === undefined) {
      units.push({ role, row, span: line.span, content: line.content, wraps: [] });
      continue;
    }
    // The date's block takes the white space behind it and ends inside the line.
    const date = { start: line.content.start, end: line.partEnd };
    units.push({ role, row, span: { start: line.span.start, end: rest.start }, content: date, wraps: [] });
    units.push({
      role: "standfirst",
      row,
      span: { start: rest.start, end: line.span.end },
      content: rest,
      wraps: [],
    });
    part++;
  }
  return units;
}

function addText(
  units: Unit[],
  row: number,
  text: { readonly span: Span; readonly part: TextPart; readonly join: Join | undefined },
): void {
  const { span, part, join } = text;
  const before = units.at(-1);
  if (join === undefined || before === undefined) {
    units.push({ role: undefined, row, span, content: part.span, wraps: [] });
    return;
  }
  before.wraps.push({ span: { start: before.content.end, end: part.span.start }, ...join });
  before.span = { start: before.span.start, end: span.end };
  before.content = { start: before.content.start, end: part.span.end };
}

function restOf(text: string, line: NewsLine): Span | undefined {
  const rest = trimSpan(text, { start: line.partEnd, end: line.content.end });
  return rest.end > rest.start ? rest : undefined;
}

/** What the lines' form tells; undefined for text. Captions are told by the tails, credits and texts next to them. */
function roleByForm(rows: Rows, region: BodyRegion, context: BodyContext): (Role | undefined)[] {
  const roles: (Role | undefined)[] = [];
  let hasDateline = false;
  for (let row = region.start; row < region.end; row++) {
    const role = roleOfLine(rows, row, { context, hasDateline, above: roles.at(-1) });
    hasDateline ||= role === "dateline";
    roles.push(role);
  }
  markCaptionTexts(rows, region, roles);
  return roles;
}

function roleOfLine(
  rows: Rows,
  row: number,
  place: { readonly context: BodyContext; readonly hasDateline: boolean; readonly above: Role | undefined },
): Role | undefined {
  const line = rows.lines[row] as NewsLine;
  const { headline } = place.context;
  if (rows.roles[row] !== undefined) {
    return rows.roles[row];
  }
  switch (line.kind) {
    case "dateline": {
      const isAlone = line.partEnd === line.content.end;
      if (place.hasDateline) {
        return isAlone ? "relatedDate" : undefined;
      }
      return "dateline";
    }
    case "date":
      return !place.hasDateline && place.above === "headline" ? "dateline" : "relatedDate";
    case "captionTail":
    case "credit":
      return "caption";
    case "text":
      return headline !== undefined && hasValue(rows, row, headline.value) ? "headline" : undefined;
    default:
      return "unknown";
  }
}

/** The text of a picture also stands alone, above its tail or below its credit, sometimes with a few words more. */
function markCaptionTexts(rows: Rows, region: BodyRegion, roles: (Role | undefined)[]): void {
  let last = "";
  for (let row = region.start; row < region.end; row++) {
    const index = row - region.start;
    const line = rows.lines[row] as NewsLine;
    if (line.kind === "captionTail") {
      last = rowValue(rows, row).slice(0, line.partEnd - line.content.start);
      continue;
    }
    if (roles[index] !== undefined) {
      continue;
    }
    const below = rows.lines[row + 1];
    const isAbove = row + 1 < region.end && below !== undefined && isTextOfTail(rows, row, below);
    const isBehind =
      roles[index - 1] === "caption" && last.length >= 12 && rowValue(rows, row).startsWith(last);
    const isBetween =
      rows.lines[row - 1]?.kind === "credit" && below?.kind === "credit" && saySame(rows, row - 1, row + 1);
    if (isAbove || isBehind || isBetween) {
      roles[index] = "caption";
    }
  }
}

function assignTextRoles(rows: Rows, units: readonly Unit[], context: BodyContext): void {
  const below = textBelow(units);
  const leftovers = countLeftovers(rows, units);
  for (let index = 0; index < units.length; index++) {
    const unit = units[index] as Unit;
    if (unit.role !== undefined) {
      continue;
    }
    const place: Place = { units, index, next: below[index], leftovers };
    if (isAnnouncement(rows, place, context)) {
      unit.role = "standfirst";
    } else {
      unit.role = roleOfText(rows, place);
    }
  }
}

interface Place {
  readonly units: readonly Unit[];
  readonly index: number;
  /** The next text in the body, whatever stands between. */
  readonly next: Unit | undefined;
  /** How often a label stands right below a picture's lines. */
  readonly leftovers: ReadonlyMap<string, number>;
}

function textBelow(units: readonly Unit[]): readonly (Unit | undefined)[] {
  const below: (Unit | undefined)[] = new Array(units.length);
  let next: Unit | undefined;
  for (let index = units.length - 1; index >= 0; index--) {
    below[index] = next;
    const unit = units[index] as Unit;
    if (unit.role === undefined) {
      next = unit;
    } else if (unit.role === "headline" || unit.role === "dateline") {
      next = undefined;
    }
  }
  return below;
}

function countLeftovers(rows: Rows, units: readonly Unit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let index = 1; index < units.length; index++) {
    const unit = units[index] as Unit;
    if (
      unit.role === undefined &&
      units[index - 1]?.role === "caption" &&
      isLabel(rows.text, rows.lines[unit.row] as NewsLine)
    ) {
      const value = rowValue(rows, unit.row);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** The announce text: below a date line that stands alone, or between the headline and its picture. */
function isAnnouncement(rows: Rows, { units, index, next }: Place, context: BodyContext): boolean {
  const unit = units[index] as Unit;
  const above = units[index - 1];
  if (above?.role === "headline") {
    const line = rows.lines[unit.row + 1];
    const isAbovePicture =
      units[index + 1]?.role === "caption" && (line?.kind === "credit" || line?.kind === "captionTail");
    const isTitle = !endsSentence(rows.text, unit.content);
    return isAbovePicture && (context.hasDatelineAbove || isTitle);
  }
  if (above?.role !== "dateline" || isHeading(rows, unit, next)) {
    return false;
  }
  const { articleBodies } = context;
  const isInArticleBody = (unit: Unit): boolean => standsInOneOf(rows.text, unit, articleBodies);
  return isStandfirst(rows.text, {
    span: unit.content,
    next: next?.content,
    description: context.description,
    isInArticleBody: articleBodies.length > 0 ? isInArticleBody(unit) : undefined,
    isNextInArticleBody: next !== undefined && isInArticleBody(next),
    isTidy: context.isTidy,
  });
}

/** A paragraph whose wraps are proved stands there; else its first line tells. */
function standsInOneOf(text: string, unit: Unit, articleBodies: readonly Span[]): boolean {
  if (unit.wraps.some(({ proved }) => proved)) {
    return true;
  }
  const firstLine = { start: unit.content.start, end: unit.wraps[0]?.span.start ?? unit.content.end };
  return articleBodies.some((whole) => countContained(text, [firstLine], whole).found > 0);
}

function roleOfText(rows: Rows, { units, index, next, leftovers }: Place): Role {
  const unit = units[index] as Unit;
  const above = units[index - 1]?.role;
  const isShort = unit.wraps.length === 0 && isLabel(rows.text, rows.lines[unit.row] as NewsLine);
  if (isShort && above === "caption" && !endsSentence(rows.text, unit.content)) {
    const below = units[index + 1];
    const isLeftOver =
      below === undefined || below.role === "caption" || (leftovers.get(rowValue(rows, unit.row)) ?? 0) > 1;
    if (isLeftOver) {
      return "boilerplate";
    }
  }
  if (isHeading(rows, unit, next)) {
    return "heading";
  }
  // A few words below the last paragraph that are no sentence are what the page had there: a button, a name.
  const isLast = index === units.length - 1 && index > 0;
  const isFragment =
    isShort && !endsSentence(rows.text, unit.content) && wordCount(rowValue(rows, unit.row)) < 8;
  return isLast && isFragment && above === "paragraph" ? "unknown" : "paragraph";
}

const WIDEST_HEADING = 100;

/** A short line that is no sentence and no piece of one, with running text below. */
function isHeading(rows: Rows, unit: Unit, next: Unit | undefined): boolean {
  const { text } = rows;
  if (next === undefined || unit.wraps.length > 0) {
    return false;
  }
  const { start, end } = unit.content;
  const isTooWide = visualWidth(text, unit.content, WIDEST_HEADING + 1) > WIDEST_HEADING;
  if (isTooWide || endsSentence(text, unit.content) || letterCase(text, start) === "lower") {
    return false;
  }
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  if (
    isBullet(first) ||
    last === 0x3a ||
    last === 0xff1a ||
    last === 0x2c ||
    last === 0x3b ||
    last === 0x3001
  ) {
    return false;
  }
  const isProseBelow =
    next.wraps.length > 0 ||
    endsSentence(text, next.content) ||
    visualWidth(text, next.content, WIDEST_TITLE + 1) > WIDEST_HEADING;
  return isProseBelow && letterCase(text, next.content.start) !== "lower";
}

function isBullet(unit: number): boolean {
  return (
    unit === 0x2d || unit === 0x2a || unit === 0x2022 || unit === 0x2013 || unit === 0x2014 || unit === 0xb7
  );
}
