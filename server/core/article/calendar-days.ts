import type { DateToken } from "./date-tokens.ts";
import { monthOfName } from "./month-names.ts";

/** A day of the calendar as a text states it, in whatever zone the text means. Month and day count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A day, and the piece of the text behind it. */
export interface FoundDay {
  readonly day: CalendarDay;
  readonly next: number;
}

/** The day that is written from a piece on, in any of the orders that news pages use. */
export function dayAt(tokens: readonly DateToken[], at: number): FoundDay | undefined {
  const first = tokens[at];
  if (first?.kind === "number") {
    return first.text.length === 4 ? yearFirstAt(tokens, at) : dayFirstAt(tokens, at);
  }
  return monthFirstAt(tokens, at);
}

/** `2022-01-05`, `2022/01/05`, `2022.01.05`, `2022年1月5日`, `2022년 1월 5일`. */
function yearFirstAt(tokens: readonly DateToken[], at: number): FoundDay | undefined {
  const [year, between, month, again, day] = tokens.slice(at, at + 5);
  if (year?.kind !== "number" || month?.kind !== "number" || day?.kind !== "number") {
    return undefined;
  }
  const mark = between?.text ?? "";
  const isPlain = mark === again?.text && (mark === "-" || mark === "/" || mark === ".");
  const isEastAsian = (mark === "年" && again?.text === "月") || (mark === "년" && again?.text === "월");
  if (!isPlain && !isEastAsian) {
    return undefined;
  }
  const closing = tokens[at + 5]?.text;
  const next = isEastAsian && (closing === "日" || closing === "일") ? at + 6 : at + 5;
  return withNext(calendarDay(Number(year.text), Number(month.text), Number(day.text)), next);
}

/** `05.01.2022`, `22 December 2021`, `16. Dezember 2021`, `22nd of December 2021`, `22 de diciembre de 2021`. */
function dayFirstAt(tokens: readonly DateToken[], at: number): FoundDay | undefined {
  const day = tokens[at] as DateToken;
  const mark = tokens[at + 1]?.text;
  const month = tokens[at + 2];
  const year = tokens[at + 4];
  if (
    (mark === "." || mark === "/" || mark === "-") &&
    month?.kind === "number" &&
    tokens[at + 3]?.text === mark
  ) {
    if (year?.kind !== "number" || year.text.length !== 4) {
      return undefined;
    }
    const first = Number(day.text);
    const second = Number(month.text);
    // Full stops mean day first everywhere; a slash does not say, unless one number can be no month.
    if (mark !== "." && first <= 12 && second <= 12 && first !== second) {
      return undefined;
    }
    const isMonthFirst = mark !== "." && second > 12;
    const numbers = isMonthFirst ? [second, first] : [first, second];
    return withNext(calendarDay(Number(year.text), numbers[1] as number, numbers[0] as number), at + 5);
  }
  if (day.text.length > 2) {
    return undefined;
  }
  let next = at + 1;
  while (mark !== undefined && (tokens[next]?.text === "." || ORDINALS.has(tokens[next]?.text ?? ""))) {
    next++;
  }
  next = skipFillers(tokens, next);
  const named = tokens[next];
  const number = named?.kind === "word" ? monthOfName(named.text) : undefined;
  if (number === undefined) {
    return undefined;
  }
  return yearBehind(tokens, next + 1, { month: number, day: Number(day.text) });
}

/** `December 16, 2021`, `Dec. 16th 2021`. */
function monthFirstAt(tokens: readonly DateToken[], at: number): FoundDay | undefined {
  const word = tokens[at];
  const month = word?.kind === "word" ? monthOfName(word.text) : undefined;
  if (month === undefined) {
    return undefined;
  }
  const next = tokens[at + 1]?.text === "." ? at + 2 : at + 1;
  const day = tokens[next];
  if (day?.kind !== "number" || day.text.length > 2) {
    return undefined;
  }
  const behind = ORDINALS.has(tokens[next + 1]?.text ?? "") ? next + 2 : next + 1;
  return yearBehind(tokens, behind, { month, day: Number(day.text) });
}

const ORDINALS: ReadonlySet<string> = new Set(["st", "nd", "rd", "th", "er", "º", "ª"]);

function yearBehind(
  tokens: readonly DateToken[],
  at: number,
  parts: { readonly month: number; readonly day: number },
): FoundDay | undefined {
  const next = skipFillers(tokens, at);
  const year = tokens[next];
  if (year?.kind !== "number" || year.text.length !== 4) {
    return undefined;
  }
  return withNext(calendarDay(Number(year.text), parts.month, parts.day), next + 1);
}

function withNext(day: CalendarDay | undefined, next: number): FoundDay | undefined {
  return day === undefined ? undefined : { day, next };
}

/** Skips commas, full stops, dashes and the words that link a date's parts. */
export function skipFillers(tokens: readonly DateToken[], at: number): number {
  let next = at;
  for (let token = tokens[next]; token !== undefined && next < at + 4; token = tokens[next]) {
    const isMark = token.kind === "mark" && (token.text === "," || token.text === "." || token.text === "|");
    const isDash = token.text === "-" || token.text === "–" || token.text === "—";
    if (!isMark && !isDash && !(token.kind === "word" && FILLERS.has(token.text))) {
      break;
    }
    next++;
  }
  return next;
}

/** `Thursday, 16 December 2021`: one word and a comma, whatever the language, when a date follows. */
export function skipWeekday(tokens: readonly DateToken[], at: number): number {
  const word = tokens[at];
  if (word?.kind !== "word" || monthOfName(word.text) !== undefined) {
    return at;
  }
  const behind = tokens[at + 1]?.text === "." ? at + 2 : at + 1;
  const hasComma = tokens[behind]?.text === ",";
  return hasComma ? behind + 1 : at;
}

/** The day, or undefined when there is none such, or none that a news page can mean. */
export function calendarDay(year: number, month: number, day: number): CalendarDay | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) {
    return undefined;
  }
  return { year, month, day };
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) {
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Words that may stand between a date and a time, or around them, in the languages of the month table. */
const FILLERS: ReadonlySet<string> = new Set(
  "at on um uhr à a às as alle ore las le el den der am the of de del di в г год года о об o saat na dne os kl klo tháng".split(
    " ",
  ),
);
