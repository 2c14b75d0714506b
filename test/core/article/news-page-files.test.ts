/** Several articles in a file, what is recognised at all, and texts that are no page. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newsPage } from "../../../server/core/article/formats/news-page.ts";
import type { Block, Dump } from "../../../server/core/article/model.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { parseAs } from "../../../server/core/article/parse-as.ts";
import { recognise } from "../../../server/core/article/recognise.ts";
import {
  address,
  dateline,
  head,
  headline,
  page,
  paragraphs,
  picture,
  portrait,
} from "../../support/news-page.ts";

describe("several articles in a file", () => {
  const other = [
    "https://elsewhere.example/20180919/wind-farm-vote-ends-in-tie-for-the-third-time-1053377140.html",
    "Wind Farm Vote Ends in Tie for the Third Time",
    "Wind Farm Vote Ends in Tie for the Third Time",
    "2018-09-19T19:40+0000",
    "ferries",
    "votes",
    picture,
    "Wind Farm Vote Ends in Tie for the Third Time",
    "19:40 GMT 19.09.2018 Fourteen were for it, fourteen against.",
    "The council of Hamm tied for the third time this year on Wednesday, the town clerk said.",
  ];
  const one = page(...head, headline, dateline, ...paragraphs);

  function articles(text: string): readonly string[] {
    const dump: Dump = parseAs(text, newsPage);
    return dump.articles.map(({ span }) => text.slice(span.start, span.end));
  }

  test("start at an address with a head behind it, each with its own copies", () => {
    const text = `${one}\n${page(...other)}`;
    expect(articles(text)).toEqual([`${one}\n`, page(...other)]);
    const second = parseAs(text, newsPage).articles[1];
    const blocks = new Set(second?.blocks);
    expect(
      second?.blocks
        .filter(({ repeats }) => repeats !== undefined)
        .every(({ repeats }) => blocks.has(repeats as Block)),
    ).toBe(true);
    expect(second?.blocks.find(({ role }) => role === "keyword")?.repeats).toBeUndefined();
    expect(second?.confidence).toBeGreaterThan(0.9);
    expect(second?.evidence.every(({ span }) => span.start >= one.length)).toBe(true);
  });

  test("do not start at related links, pictures, or the same address again", () => {
    const links = [
      "https://gazette.example/20211222/harbour-office-asks-for-five-crowns-1.html",
      address,
      picture,
    ];
    expect(articles(page(...head, ...links, "islands", headline, dateline, ...paragraphs))).toHaveLength(1);
    expect(
      articles(
        page(
          ...head,
          headline,
          dateline,
          paragraphs[0],
          links[0] ?? "",
          "Harbour Office Asks for Five Crowns",
          "22 December 2021",
          paragraphs[1],
        ),
      ),
    ).toHaveLength(1);
  });

  test("a preamble behind the only blank line belongs to the article below it", () => {
    const preamble = page("International", "LIVE: Third Boat Arrives at Last");
    expect(articles(`${one}\n\n${preamble}\n${page(...other)}`)).toEqual([
      `${one}\n\n`,
      `${preamble}\n${page(...other)}`,
    ]);
  });

  test("a preamble like the first article's is known without a blank line", () => {
    const preamble = page("International", "LIVE: Third Boat Arrives at Last");
    const text = `${preamble}\n${one}\n${preamble}\n${page(...other)}`;
    expect(articles(text)[1]).toBe(`${preamble}\n${page(...other)}`);
  });

  test("without an address start at two identical headlines above a time", () => {
    const rest = page(...other.slice(1));
    expect(articles(`${one}\n${rest}`)).toEqual([`${one}\n`, rest]);
  });
});

describe("recognition", () => {
  test("rests on several observations, none of which is enough", () => {
    const { evidence } = recognise(page(...head, headline, dateline, ...paragraphs));
    expect(evidence.length).toBeGreaterThan(4);
    expect(evidence.filter(({ weight }) => weight >= 0.9)).toEqual([]);
  });

  test("names nothing of the text in its evidence", () => {
    const { evidence } = recognise(page(...head, headline, dateline, ...paragraphs));
    expect(evidence.filter(({ summary }) => /Ostrel|ferr|gazette|GMT/iu.test(summary))).toEqual([]);
  });

  test.each([
    ["a log of times", Array.from({ length: 40 }, (_, index) => `2022-01-05T15:${10 + index}+0000`)],
    [
      "a log of dated lines",
      Array.from(
        { length: 40 },
        (_, index) => `15:${10 + index} 05.01.2022 boat ${index} left the quay and came back.`,
      ),
    ],
    [
      "addresses",
      Array.from(
        { length: 40 },
        (_, index) => `https://gazette.example/20220105/story-of-boat-number-${index}.html`,
      ),
    ],
    [
      "addresses with titles",
      Array.from(
        { length: 20 },
        (_, index) =>
          `https://gazette.example/story-of-boat-number-${index}.html\nStory of Boat Number ${index}`,
      ),
    ],
    [
      "a song",
      [
        "Row, row, row the second boat",
        "Row, row, row the second boat",
        "Over to the isles,",
        "Row, row, row the second boat",
        "Row, row, row the second boat",
        "Seven hundred miles.",
      ],
    ],
    [
      "a visiting card",
      ["Ada Quill of Ostrel", "desk@wire.example", "+15550142270", "https://wire.example/"],
    ],
  ])("leaves %s alone", (_, lines) => {
    expect(recognise(lines.join("\n")).confidence).toBeLessThan(0.5);
    expect(parse(lines.join("\n")).articles).toEqual([]);
  });
});

test("any mixture of a page's lines is read without loss", () => {
  const pool = [
    ...head,
    ...paragraphs,
    dateline,
    portrait,
    "desk@wire.example",
    "+15550142270",
    "2022",
    "en_EN",
    "a, b, c",
    "News",
    "",
    " ",
    "22 December 2021",
    "the rest of it",
    "© A / B",
    "x - Wire, 1920, 05.01.2022",
    "\ud800",
    "\0",
  ];
  const line = fc.oneof(fc.constantFrom(...pool), fc.string());
  const end = fc.constantFrom("\n", "\r\n", "\r", "", "\u2028");
  fc.assert(
    fc.property(fc.array(fc.tuple(line, end), { maxLength: 40 }), (parts) => {
      const text = parts.map(([content, lineEnd]) => content + lineEnd).join("");
      const dump = parseAs(text, newsPage);
      expect(dump.blocks.map(({ span }) => text.slice(span.start, span.end)).join("")).toBe(text);
      for (const { blocks } of dump.articles) {
        const known = new Set(blocks);
        for (const { repeats, relatesTo } of blocks) {
          expect(repeats === undefined || known.has(repeats)).toBe(true);
          expect(relatesTo === undefined || known.has(relatesTo)).toBe(true);
        }
      }
    }),
    { numRuns: 400 },
  );
});
