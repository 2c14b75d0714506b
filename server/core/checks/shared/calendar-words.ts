import type { CalendarDay } from "../../article/calendar-days.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `5 January 2022`, the form that no reader takes for another day. */
export function dayInWords({ year, month, day }: CalendarDay): string {
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Whole days from the first day to the second, negative when the second is earlier. */
export function daysBetween(first: CalendarDay, second: CalendarDay): number {
  return (numberOf(second) - numberOf(first)) / MILLISECONDS_OF_DAY;
}

const MILLISECONDS_OF_DAY = 86_400_000;

function numberOf({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day);
}
