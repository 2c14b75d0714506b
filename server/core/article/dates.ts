import type { Span } from "../text/span.ts";
import { type CalendarDay, calendarDay, dayAt, skipFillers, skipWeekday } from "./calendar-days.ts";
import { type DateToken, tokeniseDate } from "./date-tokens.ts";

export type { CalendarDay } from "./calendar-days.ts";

/** A time of day as stated; the seconds are 0 where none are stated. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The zone as stated. `offset` is undefined for letters that name several zones: nothing is converted by guess. */
export interface StatedZone {
  readonly name: string;
  /** Minutes east of Greenwich. */
  readonly offset: number | undefined;
}

/** A date that stands in the text, with its time and zone where they are stated. */
export interface StatedDate {
  readonly day: CalendarDay;
  readonly time: ClockTime | undefined;
  readonly zone: StatedZone | undefined;
  readonly span: Span;
}

/** The visible date line of an article: `15:28 GMT 05.01.2022 (Updated: 17:14 GMT 12.04.2023)`. */
export interface StatedDateline {
  readonly published: StatedDate;
  readonly updated: StatedDate | undefined;
  /** From the first digit to the end of the last date or its closing bracket. */
  readonly span: Span;
}

/** No date is written with more code units than this; longer lines are not even looked at. */
const LONGEST_DATE = 64;

/** How much of a line a date line can take; text behind it is not looked at. */
const LONGEST_DATELINE = 160;

/**
 * Offsets of zones whose letters mean one zone only among news sources. `IST`, `BST`, `CST` and the like are left out
 * on purpose: each names several.
 */
const ZONE_OFFSETS: Readonly<Record<string, number>> = {
  GMT: 0,
  UTC: 0,
  UT: 0,
  Z: 0,
  WET: 0,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  МСК: 180,
  JST: 540,
  KST: 540,
  EST: -300,
  EDT: -240,
  PST: -480,
  PDT: -420,
};

export function sameDay(first: CalendarDay, second: CalendarDay): boolean {
  return first.day === second.day && first.month === second.month && first.year === second.year;
}

/** Minutes since 1970-01-01T00:00Z, undefined unless time and zone are stated: a zone is never guessed. */
export function instantOf(date: StatedDate): number | undefined {
  if (date.time === undefined || date.zone?.offset === undefined) {
    return undefined;
  }
  const { year, month, day } = date.day;
  return Date.UTC(year, month - 1, day, date.time.hour, date.time.minute) / 60_000 - date.zone.offset;
}

/**
 * Reads a span that is one ISO 8601 time and nothing else: `2022-01-05T15:28+0000`, `2022-01-05 15:28:00.123Z`.
 * A date alone (`2022-01-05`) has no time and is no ISO time; `readDate` reads it.
 */
export function readIsoTime(text: string, span: Span): StatedDate | undefined {
  const length = span.end - span.start;
  if (length < 16 || length > 40 || text.charCodeAt(span.start + 4) !== 45) {
    return undefined;
  }
  const match = ISO_TIME.exec(text.slice(span.start, span.end));
  if (match === null) {
    return undefined;
  }
  const day = calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
  const time = clockTime(Number(match[4]), Number(match[5]), Number(match[6] ?? 0));
  if (day === undefined || time === undefined) {
    return undefined;
  }
  const zone = match[7];
  return { day, time, zone: zone === undefined ? undefined : numericZone(zone), span };
}

/** Fixed widths but for the fraction of a second: linear. */
const ISO_TIME =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? ?(Z|z|[+-]\d\d:?\d\d|[+-]\d\d)?$/u;

/** Reads a span that is one date, in words or digits, with or without a time, and nothing else. */
export function readDate(text: string, span: Span): StatedDate | undefined {
  if (span.end - span.start < 6 || span.end - span.start > LONGEST_DATE) {
    return undefined;
  }
  const tokens = tokeniseDate(text, span);
  const found = dateAt(tokens, 0);
  return found !== undefined && found.next === tokens.length ? found.date : undefined;
}

/**
 * Reads the date line that a span starts with: a time and a date, in either order, and perhaps a second pair (or a date
 * and a second date alone) in brackets or behind a word and a colon. The words do not matter: `(Updated: …)`, `(обновлено: …)`.
 */
export function readDateline(text: string, span: Span): StatedDateline | undefined {
  const tokens = tokeniseDate(text, {
    start: span.start,
    end: Math.min(span.end, span.start + LONGEST_DATELINE),
  });
  const first = dateAt(tokens, 0);
  if (first === undefined) {
    return undefined;
  }
  const updated = updateAt(tokens, first.next);
  if (first.date.time === undefined && updated === undefined) {
    return undefined;
  }
  const last = tokens[(updated?.next ?? first.next) - 1];
  return {
    published: first.date,
    updated: updated?.date,
    span: { start: span.start, end: last?.span.end ?? first.date.span.end },
  };
}

/**
 * The day that the path of a URL carries: `/20220105/`, `/2022/01/05/`, `/2022-01-05/`; undefined when it carries
 * none. Numbers inside longer numbers (an article's id) are no days.
 */
export function dayOfUrl(text: string, span: Span): CalendarDay | undefined {
  let runStart = -1;
  for (let at = span.start; at <= span.end; at++) {
    if (at < span.end && isDigit(text.charCodeAt(at))) {
      if (runStart < 0) {
        runStart = at;
      }
      continue;
    }
    if (runStart >= 0) {
      const day = dayOfDigits(text, { start: runStart, end: at }, span);
      if (day !== undefined) {
        return day;
      }
      runStart = -1;
    }
  }
  return undefined;
}

function dayOfDigits(text: string, run: Span, url: Span): CalendarDay | undefined {
  const length = run.end - run.start;
  if (length === 8) {
    const digits = text.slice(run.start, run.end);
    return calendarDay(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  }
  if (length !== 4) {
    return undefined;
  }
  const match = YEAR_MONTH_DAY.exec(text.slice(run.start, Math.min(run.start + 11, url.end)));
  return match === null ? undefined : calendarDay(Number(match[1]), Number(match[3]), Number(match[4]));
}

const YEAR_MONTH_DAY = /^(\d{4})([/_-])(\d{1,2})\2(\d{1,2})(?!\d)/u;

interface Found {
  readonly date: StatedDate;
  /** The token behind it. */
  readonly next: number;
}

/** A date with an optional time before or behind it. */
function dateAt(tokens: readonly DateToken[], at: number): Found | undefined {
  const leading = timeAt(tokens, at);
  if (leading !== undefined) {
    const day = dayAt(tokens, skipFillers(tokens, leading.next));
    return day === undefined ? undefined : found(tokens, { at, day: day.day, time: leading, next: day.next });
  }
  const day = dayAt(tokens, skipWeekday(tokens, at));
  if (day === undefined) {
    return undefined;
  }
  const trailing = timeAt(tokens, skipFillers(tokens, day.next));
  return found(tokens, { at, day: day.day, time: trailing, next: trailing?.next ?? day.next });
}

function found(
  tokens: readonly DateToken[],
  parts: { at: number; day: CalendarDay; time: FoundTime | undefined; next: number },
): Found {
  // A full stop or "Uhr", "г." behind the last part belongs to the date, a word of the text does not.
  let next = parts.next;
  const closing = tokens[next];
  if (closing?.kind === "word" && CLOSING_WORDS.has(closing.text)) {
    next++;
    if (tokens[next]?.text === ".") {
      next++;
    }
  }
  const start = (tokens[parts.at] as DateToken).span.start;
  const end = (tokens[next - 1] as DateToken).span.end;
  return {
    date: { day: parts.day, time: parts.time?.time, zone: parts.time?.zone, span: { start, end } },
    next,
  };
}

const CLOSING_WORDS: ReadonlySet<string> = new Set(["uhr", "г", "год", "года", "ч", "h"]);

/** What follows a date line's first date when the page was changed: brackets, or a word and a colon, round a second one. */
function updateAt(tokens: readonly DateToken[], at: number): Found | undefined {
  let next = at;
  while (isSeparator(tokens[next])) {
    next++;
  }
  const isBracketed = OPENING_BRACKETS.has(tokens[next]?.text ?? "");
  if (isBracketed) {
    next++;
  }
  let words = 0;
  while (tokens[next]?.kind === "word" && words < 4) {
    next++;
    words++;
  }
  const hasColon = tokens[next]?.text === ":" || tokens[next]?.text === "：";
  if (hasColon) {
    next++;
  }
  if (!isBracketed && (!hasColon || words === 0)) {
    return undefined;
  }
  const second = dateAt(tokens, next);
  if (second === undefined) {
    return undefined;
  }
  const isClosed = isBracketed && CLOSING_BRACKETS.has(tokens[second.next]?.text ?? "");
  return { date: second.date, next: isClosed ? second.next + 1 : second.next };
}

const OPENING_BRACKETS: ReadonlySet<string> = new Set(["(", "[", "（"]);
const CLOSING_BRACKETS: ReadonlySet<string> = new Set([")", "]", "）"]);

function isSeparator(token: DateToken | undefined): boolean {
  return (
    token !== undefined &&
    (token.text === "|" || token.text === "/" || token.text === "," || token.text === "•")
  );
}

interface FoundTime {
  readonly time: ClockTime;
  readonly zone: StatedZone | undefined;
  readonly next: number;
}

function timeAt(tokens: readonly DateToken[], at: number): FoundTime | undefined {
  const hour = tokens[at];
  const minute = tokens[at + 2];
  if (hour?.kind !== "number" || tokens[at + 1]?.text !== ":" || minute?.kind !== "number") {
    return undefined;
  }
  if (hour.text.length > 2 || minute.text.length !== 2) {
    return undefined;
  }
  let next = at + 3;
  let seconds = 0;
  const second = tokens[next + 1];
  if (tokens[next]?.text === ":" && second?.kind === "number" && second.text.length === 2) {
    seconds = Number(second.text);
    next += 2;
  }
  let hours = Number(hour.text);
  const half = halfOfDayAt(tokens, next);
  if (half !== undefined) {
    hours = (hours % 12) + (half.isAfternoon ? 12 : 0);
    next = half.next;
  }
  const time = clockTime(hours, Number(minute.text), seconds);
  if (time === undefined) {
    return undefined;
  }
  const zone = zoneAt(tokens, next);
  return { time, zone: zone?.zone, next: zone?.next ?? next };
}

function halfOfDayAt(
  tokens: readonly DateToken[],
  at: number,
): { isAfternoon: boolean; next: number } | undefined {
  const word = tokens[at]?.text;
  if (word === "am" || word === "pm") {
    return { isAfternoon: word === "pm", next: at + 1 };
  }
  const isDotted =
    tokens[at + 1]?.text === "." && tokens[at + 2]?.text === "m" && tokens[at + 3]?.text === ".";
  return (word === "a" || word === "p") && isDotted ? { isAfternoon: word === "p", next: at + 4 } : undefined;
}

/** Two to five capitals, `Z`, or a signed number; `GMT+3` too. */
function zoneAt(tokens: readonly DateToken[], at: number): { zone: StatedZone; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind === "word" && token.isCapitals && token.text.length <= 5) {
    const name = token.original;
    const shift = signedAt(tokens, at + 1);
    const base = ZONE_OFFSETS[name];
    if (shift !== undefined && base !== undefined) {
      return { zone: { name: name + shift.name, offset: base + shift.offset }, next: shift.next };
    }
    const isZone = base !== undefined || (name.length >= 3 && isAsciiWord(name));
    return isZone ? { zone: { name, offset: base }, next: at + 1 } : undefined;
  }
  const shift = signedAt(tokens, at);
  return shift === undefined
    ? undefined
    : { zone: { name: shift.name, offset: shift.offset }, next: shift.next };
}

function signedAt(
  tokens: readonly DateToken[],
  at: number,
): { name: string; offset: number; next: number } | undefined {
  const sign = tokens[at]?.text;
  const number = tokens[at + 1];
  if ((sign !== "+" && sign !== "-") || number?.kind !== "number" || number.text.length > 4) {
    return undefined;
  }
  const minutes = tokens[at + 3];
  const hasMinutes =
    tokens[at + 2]?.text === ":" &&
    number.text.length <= 2 &&
    minutes?.kind === "number" &&
    minutes.text.length === 2;
  const name = sign + number.text + (hasMinutes ? `:${minutes.text}` : "");
  return { name, offset: numericZone(name).offset ?? 0, next: hasMinutes ? at + 4 : at + 2 };
}

/** `Z`, `+3`, `+03`, `+0300`, `+03:00`. */
function numericZone(name: string): StatedZone {
  if (name === "Z" || name === "z") {
    return { name, offset: 0 };
  }
  const digits = name.slice(1).replace(":", "");
  const hours = Number(digits.length > 2 ? digits.slice(0, -2) : digits);
  const minutes = digits.length > 2 ? Number(digits.slice(-2)) : 0;
  return { name, offset: (name.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) };
}

function clockTime(hour: number, minute: number, second: number): ClockTime | undefined {
  return hour > 23 || minute > 59 || second > 60 ? undefined : { hour, minute, second };
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isAsciiWord(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) > 127) {
      return false;
    }
  }
  return true;
}
