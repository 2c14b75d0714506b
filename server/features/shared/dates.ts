import type { CalendarDay } from "../../core/article/calendar-days.ts";
import {
  dayOfUrl,
  instantOf,
  readDate,
  readDateline,
  readIsoTime,
  type StatedDate,
} from "../../core/article/dates.ts";
import { type Block, blockValue } from "../../core/article/model.ts";
import type { Phrases } from "../../core/text/phrases.ts";

const MILLISECONDS_PER_MINUTE = 60_000;

/** The dates that a block states: of a dateline the day of publication and, where it tells one, of the last update. */
export function statedDatesOf(text: string, block: Block): readonly StatedDate[] {
  const value = blockValue(text, block);
  const span = { start: 0, end: value.length };
  if (block.role === "dateline") {
    const dateline = readDateline(value, span);
    if (dateline !== undefined) {
      return dateline.updated === undefined ? [dateline.published] : [dateline.published, dateline.updated];
    }
  }
  const date = readIsoTime(value, span) ?? readDate(value, span);
  return date === undefined ? [] : [date];
}

/** The day that a URL carries in its path, if any. */
export function dayInUrl(url: string): CalendarDay | undefined {
  return dayOfUrl(url, { start: 0, end: url.length });
}

/** `2022-01-05`, which every reader takes for the same day. */
export function isoDay({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/**
 * A date in words, in UTC where its zone is stated; a zone is never guessed. "5 January 2022, 15:28 UTC";
 * "14 December 2021, 09:05, no time zone stated".
 */
export function describeDate(date: StatedDate, phrases: Phrases): string {
  const instant = instantOf(date);
  if (instant !== undefined) {
    const utc = new Date(instant * MILLISECONDS_PER_MINUTE);
    const day = { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
    return `${phrases.day(day)}, ${twoDigits(utc.getUTCHours())}:${twoDigits(utc.getUTCMinutes())} UTC`;
  }
  if (date.time === undefined) {
    return phrases.day(date.day);
  }
  const time = `${twoDigits(date.time.hour)}:${twoDigits(date.time.minute)}`;
  const day = phrases.day(date.day);
  return date.zone === undefined
    ? phrases.say("{0}, {1}, no time zone stated", day, time)
    : phrases.say("{0}, {1} {2}, which can mean several time zones", day, time, date.zone.name);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
