import type { CalendarDay } from "../../article/calendar-days.ts";

/** Whole days from the first day to the second, negative when the second is earlier. */
export function daysBetween(first: CalendarDay, second: CalendarDay): number {
  return (numberOf(second) - numberOf(first)) / MILLISECONDS_OF_DAY;
}

const MILLISECONDS_OF_DAY = 86_400_000;

function numberOf({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day);
}
