/** How the reader of news pages decides about the rendered article. */
import { describe, expect, test } from "vitest";
import { newsPage } from "../../../server/core/article/formats/news-page.ts";
import { blockValue } from "../../../server/core/article/model.ts";
import { parseAs } from "../../../server/core/article/parse-as.ts";
import {
  blocksOf,
  dateline,
  head,
  headline,
  page,
  paragraphs,
  picture,
  roles,
  rolesBelowHead,
  times,
} from "../../support/news-page.ts";

describe("the body", () => {
  test("date and announcement on one line are two blocks that share the line", () => {
    const text = page(
      ...head,
      headline,
      `${dateline} (Updated: 08:00 GMT 06.01.2022)  The boat is late. `,
      ...paragraphs,
    );
    const [date] = blocksOf(text, "dateline");
    const [standfirst] = blocksOf(text, "standfirst");
    expect(date && text.slice(date.span.start, date.span.end)).toBe(
      `${dateline} (Updated: 08:00 GMT 06.01.2022)  `,
    );
    expect(date && blockValue(text, date)).toBe(`${dateline} (Updated: 08:00 GMT 06.01.2022)`);
    expect(standfirst && text.slice(standfirst.span.start, standfirst.span.end)).toBe("The boat is late. \n");
    expect(standfirst && blockValue(text, standfirst)).toBe("The boat is late.");
  });

  test.each([
    "15:39 05.01.2022",
    "15:39 05.01.2022 (обновлено: 12:28 07.01.2022)",
    "10:42 GMT 05.01.2022 (Aktualisiert: 11:15 GMT 06.01.2022)",
    "05.01.2022 (actualizado: 06.01.2022)",
  ])("the date line %s", (line) => {
    expect(rolesBelowHead(headline, line, ...paragraphs)[1]).toBe("dateline");
  });

  test("a date in words right below the headline is the date line", () => {
    expect(rolesBelowHead(headline, "5 January 2022, 15:28 GMT", ...paragraphs)[1]).toBe("dateline");
  });

  test("a lone date belongs to the one related link of its day", () => {
    const [december, other] = [
      "https://gazette.example/20211222/harbour-office-asks-for-five-crowns-1091715005.html",
      "https://gazette.example/2021/12/16/first-plan-for-a-second-line-is-found",
    ];
    const dates = ["22 декабря 2021, 09:18", "16. Dezember 2021, 07:42", "1 May 2020"];
    const text = page(
      ...head,
      december,
      other,
      headline,
      dateline,
      paragraphs[0],
      dates[0] ?? "",
      paragraphs[1],
      dates[1] ?? "",
      paragraphs[2],
      dates[2] ?? "",
    );
    const related = roles(text).filter((role) => role.startsWith("relatedDate"));
    expect(related).toEqual(["relatedDate@10", "relatedDate@11", "relatedDate"]);
  });

  test("a date that two related links carry belongs to neither, unless it stands behind one", () => {
    const links = ["one-story-from-the-harbour", "another-story-from-the-harbour"].map(
      (slug) => `https://gazette.example/20211222/${slug}.html`,
    );
    const text = page(
      ...head,
      ...links,
      headline,
      dateline,
      paragraphs[0],
      "22 December 2021",
      paragraphs[1],
    );
    expect(roles(text)).toContain("relatedDate");
    const tidy = page(
      ...head,
      links[0] ?? "",
      "22 December 2021",
      links[1] ?? "",
      "22 December 2021",
      headline,
      dateline,
      ...paragraphs,
    );
    expect(roles(tidy).filter((role) => role.startsWith("relatedDate"))).toEqual([
      "relatedDate@10",
      "relatedDate@12",
    ]);
  });

  test("captions, credits and what is left below them are no paragraphs", () => {
    const caption = "The older boat at the quay of Ostrel";
    const below = rolesBelowHead(
      headline,
      dateline,
      caption,
      `${caption} - Gazette Wire, 1920, 05.01.2022`,
      "© Gazette Wire / Ada Quill",
      "Go to the picture desk",
      "© Another Agency / Ada Quill",
      paragraphs[0],
      paragraphs[1],
    );
    expect(below.slice(2)).toEqual([
      "caption",
      "caption",
      "caption",
      "boilerplate",
      "caption",
      "paragraph#1",
      "paragraph#2",
    ]);
  });

  test("a short line between paragraphs is a heading; a short sentence and a list are not", () => {
    const below = rolesBelowHead(
      headline,
      dateline,
      paragraphs[0],
      "Fares Before Faith",
      paragraphs[1],
      "It floats.",
      "- one boat",
      paragraphs[2],
    );
    expect(below.slice(2)).toEqual([
      "paragraph#1",
      "heading",
      "paragraph#2",
      "paragraph#3",
      "paragraph#4",
      "paragraph#5",
    ]);
  });

  test("addresses in the text part it without ending it", () => {
    const other = "https://gazette.example/20211222/harbour-office-asks-for-five-crowns-1091715005.html";
    const below = rolesBelowHead(
      headline,
      dateline,
      paragraphs[0],
      other,
      paragraphs[1],
      picture,
      paragraphs[2],
    );
    expect(below.slice(2)).toEqual(["paragraph#1", "relatedLink", "paragraph#2", "image*9", "paragraph#3"]);
  });

  test("the first text below a lone date line is the announcement when the long line leaves it out", () => {
    const announcement = "Ten years of waiting end with a bottle that would not break.";
    expect(
      rolesBelowHead(paragraphs.join(""), headline, dateline, announcement, ...paragraphs).slice(2, 5),
    ).toEqual(["dateline", "standfirst", "paragraph#1"]);
    expect(rolesBelowHead(paragraphs.join(""), headline, dateline, ...paragraphs).slice(2, 4)).toEqual([
      "dateline",
      "paragraph#1",
    ]);
  });
});

describe("wrapped paragraphs", () => {
  const broken = [
    "The council of Ostrel opened a second ferry line to",
    "the Northern Islands",
    "on Monday, ten years after the plan.",
  ] as const;

  function wrapsOf(text: string): readonly (readonly [string, boolean])[] {
    return parseAs(text, newsPage).blocks.flatMap(({ wraps }) =>
      wraps.map(({ joiner, proved }) => [joiner, proved] as const),
    );
  }

  test("are joined by what the long line says", () => {
    const whole = `${broken.join(" ")}${paragraphs[1]}${paragraphs[2]}`;
    const text = page(...head, whole, headline, dateline, ...broken, paragraphs[1], paragraphs[2]);
    expect(wrapsOf(text)).toEqual([
      [" ", true],
      [" ", true],
    ]);
    expect(roles(text).slice(-5)).toEqual([
      "paragraph#1",
      "paragraph#1",
      "paragraph#1",
      "paragraph#2",
      "paragraph#3",
    ]);
    const [first] = blocksOf(text, "paragraph");
    expect(first && blockValue(text, first)).toBe(broken.join(" "));
  });

  test("are joined at a sentence's end, too, when the long line has a space there", () => {
    const whole = `${paragraphs[0]} ${paragraphs[1]}${paragraphs[2]}`;
    const text = page(...head, whole, headline, dateline, ...paragraphs);
    expect(wrapsOf(text)).toEqual([[" ", true]]);
  });

  test("are not joined by a long line that keeps a space between all paragraphs", () => {
    const text = page(...head, paragraphs.join(" "), headline, dateline, ...paragraphs);
    expect(wrapsOf(text)).toEqual([]);
  });

  test("are not joined where the long line has an edge", () => {
    const heading = "Waiting for the";
    const whole = `${paragraphs[0]}${heading}${paragraphs[1]}${paragraphs[2]}`;
    const text = page(
      ...head,
      whole,
      headline,
      dateline,
      paragraphs[0],
      heading,
      paragraphs[1],
      paragraphs[2],
    );
    expect(wrapsOf(text)).toEqual([]);
  });

  test("are joined without a space where the long line has none inside a word", () => {
    const whole = `The second-hand boat, built in 1988, had been waiting for a co-owner since spring.${paragraphs[1]}${paragraphs[2]}`;
    const text = page(
      ...head,
      whole,
      headline,
      dateline,
      "The second-",
      "hand boat, built in 1988, had been waiting for a co-owner since spring.",
      paragraphs[1],
      paragraphs[2],
    );
    expect(wrapsOf(text)).toEqual([["", true]]);
  });

  test("are joined by a clearly continuing start where no long line tells", () => {
    expect(wrapsOf(page(...head, headline, dateline, ...broken, paragraphs[1]))).toEqual([
      [" ", false],
      [" ", false],
    ]);
    expect(
      wrapsOf(
        page(...head, headline, dateline, paragraphs[0], "fares first, faith later, said nobody at all."),
      ),
    ).toEqual([]);
  });

  test("of scripts without spaces are joined by nothing", () => {
    const text = page(
      "https://gazette.example/20220105/1053377140.html",
      "市議会が北の島々への第二フェリー航路を開設、十年越しの計画",
      "市議会が北の島々への第二フェリー航路を開設、十年越しの計画",
      ...times,
      "フェリー",
      "市議会",
      picture,
      "市議会が北の島々への第二フェリー航路を開設、十年越しの計画",
      dateline,
      "市議会は月曜日、北の島々への第二フェリー航路を開設した、",
      "市長は「船は遅れたが浮いている」と述べ、乗組員に感謝した。",
      "運賃は四クローネになると港湾事務所は説明している。",
    );
    expect(wrapsOf(text)).toEqual([["", false]]);
  });

  test("of a text that was wrapped at a column end with a short line or a blank one", () => {
    const wrapped = (text: string): string[] =>
      text
        .replaceAll(/(.{1,60})(?: |$)/gu, "$1\n")
        .trimEnd()
        .split("\n");
    const first = wrapped(`${paragraphs[0]} ${paragraphs[1]}`);
    const second = wrapped(`${paragraphs[1]} ${paragraphs[2]}`);
    const text = page(
      ...head,
      headline,
      dateline,
      ...first,
      ...second,
      "",
      "Fares Before Faith",
      "",
      ...second,
    );
    expect(roles(text).slice(head.length + 2)).toEqual([
      ...first.map(() => "paragraph#1"),
      ...second.map(() => "paragraph#2"),
      "blank",
      "heading",
      "blank",
      ...second.map(() => "paragraph#3"),
    ]);
  });

  test("are found across ten thousand lines", () => {
    const many = Array.from(
      { length: 10_000 },
      (_, index) => `and so the boat went on its way for the ${index + 1}th time`,
    );
    const dump = parseAs(page(...head, headline, dateline, paragraphs[0], ...many), newsPage);
    expect(dump.blocks.at(-1)?.wraps).toHaveLength(9_999);
  });
});
