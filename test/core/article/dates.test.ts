import { describe, expect, test } from "vitest";
import {
  dayOfUrl,
  instantOf,
  readDate,
  readDateline,
  readIsoTime,
} from "../../../server/core/article/dates.ts";

const whole = (text: string) => ({ start: 0, end: text.length });

/** A date as `2021-12-22 09:18 GMT`, for reading in a test. */
function shown(date: ReturnType<typeof readDate>): string | undefined {
  if (date === undefined) {
    return undefined;
  }
  const two = (number: number) => String(number).padStart(2, "0");
  const { year, month, day } = date.day;
  const time = date.time === undefined ? "" : ` ${two(date.time.hour)}:${two(date.time.minute)}`;
  return `${year}-${two(month)}-${two(day)}${time}${date.zone === undefined ? "" : ` ${date.zone.name}`}`;
}

describe("dates alone on a line", () => {
  test.each([
    ["22 December 2021, 09:18 GMT", "2021-12-22 09:18 GMT"],
    ["16 декабря 2021, 10:42", "2021-12-16 10:42"],
    ["16. Dezember 2021, 07:42", "2021-12-16 07:42"],
    ["16. Dezember 2021, 07:42 Uhr", "2021-12-16 07:42"],
    ["December 16, 2021", "2021-12-16"],
    ["Dec. 16, 2021 at 7:42 PM EST", "2021-12-16 19:42 EST"],
    ["Thursday, 16 December 2021", "2021-12-16"],
    ["16 décembre 2021 à 07:42", "2021-12-16 07:42"],
    ["16 de diciembre de 2021, 07:42 GMT", "2021-12-16 07:42 GMT"],
    ["16 dicembre 2021", "2021-12-16"],
    ["16 de dezembro de 2021", "2021-12-16"],
    ["16 Aralık 2021, 07:42", "2021-12-16 07:42"],
    ["16 grudnia 2021", "2021-12-16"],
    ["16 ديسمبر 2021, 07:42 GMT", "2021-12-16 07:42 GMT"],
    ["2021年12月16日", "2021-12-16"],
    ["2021년 12월 16일, 07:42", "2021-12-16 07:42"],
    ["16.12.2021", "2021-12-16"],
    ["2021-12-16", "2021-12-16"],
    ["31/12/2021", "2021-12-31"],
    ["12/31/2021", "2021-12-31"],
    ["27.02.2026 15:39 МСК", "2026-02-27 15:39 МСК"],
    ["5 May 2022, 10:00 GMT+3", "2022-05-05 10:00 GMT+3"],
  ])("%s", (text, expected) => {
    expect(shown(readDate(text, whole(text)))).toBe(expected);
  });

  test.each([
    ["05/06/2021", "which number is the month, nobody can say"],
    ["31 June 2021", "no such day"],
    ["29 February 2021", "no leap year"],
    ["22 December 2021, 09:18 GMT he said", "text follows"],
    ["December", "a month only"],
    ["On 22 December 2021", "a word before it"],
    ["7 2022", "no month"],
    ["1:2:3", "a score"],
    ["", "nothing"],
  ])("is none: %j, %s", (text) => {
    expect(readDate(text, whole(text))).toBeUndefined();
  });
});

describe("date lines", () => {
  test("with a change in brackets and text behind it", () => {
    const text = "15:28 GMT 05.01.2022 (Updated: 17:14 GMT 12.04.2023) Last week, somebody said.";
    const dateline = readDateline(text, whole(text));
    expect(shown(dateline?.published)).toBe("2022-01-05 15:28 GMT");
    expect(shown(dateline?.updated)).toBe("2023-04-12 17:14 GMT");
    expect(text.slice(dateline?.span.end)).toBe(" Last week, somebody said.");
  });

  test.each([
    ["15:39 27.02.2026", "2026-02-27 15:39", undefined],
    ["11:45 17.12.2021 (обновлено: 12:28 17.12.2021)", "2021-12-17 11:45", "2021-12-17 12:28"],
    [
      "10:42 GMT 03.05.2021 (Aktualisiert: 11:15 GMT 03.05.2021)",
      "2021-05-03 10:42 GMT",
      "2021-05-03 11:15 GMT",
    ],
    ["10:42 03.05.2021 / mis à jour : 11:15 03.05.2021", "2021-05-03 10:42", "2021-05-03 11:15"],
    ["10:42 03.05.2021（更新：11:15 03.05.2021）", "2021-05-03 10:42", "2021-05-03 11:15"],
  ])("%s", (text, published, updated) => {
    const dateline = readDateline(text, whole(text));
    expect(shown(dateline?.published)).toBe(published);
    expect(shown(dateline?.updated)).toBe(updated);
  });

  test("are none without a time or without a date", () => {
    for (const text of [
      "05.01.2022 Last week",
      "15:28 Last week",
      "15:28 GMT",
      "25:61 05.01.2022",
      "12:30:01 INFO start",
    ]) {
      expect(readDateline(text, whole(text)), text).toBeUndefined();
    }
  });

  test("a sentence behind a date that names another date is text", () => {
    const text = "15:28 GMT 05.01.2022 The talks began at 10:00 GMT 04.01.2022 in Geneva.";
    expect(readDateline(text, whole(text))?.updated).toBeUndefined();
  });
});

describe("ISO times and instants", () => {
  test.each([
    ["2022-01-05T15:28+0000", 27356608],
    ["2022-01-05T15:28:00Z", 27356608],
    ["2022-01-05 16:28:00.123+01:00", 27356608],
    ["2022-01-05T18:28+03", 27356608],
  ])("%s", (text, minutes) => {
    const date = readIsoTime(text, whole(text));
    expect(date === undefined ? undefined : instantOf(date)).toBe(minutes);
  });

  test("a time without a zone has no instant, nor has one whose letters name several zones", () => {
    for (const text of ["2022-01-05T15:28", "2022-01-05T15:28:30"]) {
      const date = readIsoTime(text, whole(text));
      expect(date).toBeDefined();
      expect(date === undefined ? 0 : instantOf(date)).toBeUndefined();
    }
    const ambiguous = "15:28 IST 05.01.2022";
    const published = readDateline(ambiguous, whole(ambiguous))?.published;
    expect(published?.zone).toEqual({ name: "IST", offset: undefined });
    expect(published === undefined ? 0 : instantOf(published)).toBeUndefined();
  });

  test("nothing may follow or be out of range", () => {
    for (const text of [
      "2022-01-05",
      "2022-01-05T15:28+0000 x",
      "2022-13-05T15:28Z",
      "2022-01-05T25:28Z",
      "2022-02-30T10:00Z",
    ]) {
      expect(readIsoTime(text, whole(text)), text).toBeUndefined();
    }
  });
});

test.each([
  ["https://a.example/20220105/some-words-1092041314.html", { year: 2022, month: 1, day: 5 }],
  ["https://a.example/2022/01/05/some-words", { year: 2022, month: 1, day: 5 }],
  ["https://a.example/news/2022-1-5-some-words", { year: 2022, month: 1, day: 5 }],
  ["https://a.example/some-words-1092041314.html", undefined],
  ["https://a.example/2022/some-words", undefined],
  ["https://a.example/20221305/some-words", undefined],
])("the day of %s", (url, day) => {
  expect(dayOfUrl(url, whole(url))).toEqual(day);
});
