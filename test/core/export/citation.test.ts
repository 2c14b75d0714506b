import { describe, expect, it } from "vitest";
import type { Article } from "../../../server/core/article/model.ts";
import { citation } from "../../../server/core/export/citation.ts";
import { type BlockNote, handMadeDump, notesOf } from "../../support/hand-made-dump.ts";

function cite(format: "csl" | "ris", ...notes: BlockNote[]): string {
  const dump = handMadeDump(notes);
  return citation(dump.text, dump.articles[0] as Article, format);
}

const notes = notesOf(`
  url: https://wire.example/1.html
  headline: A Ferry at Last
  publisher: Morrow Wire
  description: A ferry, at last
  datePublished: 2023-03-14T23:05-0800
  dateModified: 2023-11-02T12:40+0000
  keyword: ferry
  keyword: council
  author: Petra Lindqvist
  authorImage: https://img.wire.example/petra.jpg
  articleSection: News
  inLanguage: en_EN
`);

describe("citation", () => {
  it("writes RIS", () => {
    expect(cite("ris", ...notes)).toBe(
      [
        "TY  - NEWS",
        "TI  - A Ferry at Last",
        "AU  - Lindqvist, Petra",
        "T2  - Morrow Wire",
        "PY  - 2023",
        "DA  - 2023/03/14",
        "UR  - https://wire.example/1.html",
        "AB  - A ferry, at last",
        "SE  - News",
        "LA  - en_EN",
        "KW  - ferry",
        "KW  - council",
        "N1  - Published 2023-03-14T23:05-0800; Updated 2023-11-02T12:40+0000",
        "ER  - ",
        "",
      ].join("\r\n"),
    );
  });

  it("writes CSL-JSON without an access date", () => {
    expect(JSON.parse(cite("csl", ...notes))).toEqual([
      {
        id: "https://wire.example/1.html",
        type: "article-newspaper",
        title: "A Ferry at Last",
        author: [{ family: "Lindqvist", given: "Petra" }],
        "container-title": "Morrow Wire",
        issued: { "date-parts": [[2023, 3, 14]] },
        URL: "https://wire.example/1.html",
        abstract: "A ferry, at last",
        section: "News",
        language: "en_EN",
        keyword: "ferry, council",
        note: "Published 2023-03-14T23:05-0800; Updated 2023-11-02T12:40+0000",
      },
    ]);
  });

  it.each([
    ["Lindqvist, Petra", { family: "Lindqvist", given: "Petra" }],
    ["Anne-Marie O’Neill", { family: "O’Neill", given: "Anne-Marie" }],
    ["Олег Бурунов", { family: "Бурунов", given: "Олег" }],
    ["Associated Press", { literal: "Associated Press" }],
    ["AFP Staff", { literal: "AFP Staff" }],
    ["Jan van der Meer", { literal: "Jan van der Meer" }],
    ["Morrow Wire", { literal: "Morrow Wire" }],
    ["petra", { literal: "petra" }],
  ])("takes the name %s apart only where that is safe", (author, expected) => {
    const made = notesOf(
      `publisher: Morrow Wire\nauthor: ${author}\nauthorImage: https://img.wire.example/a.jpg`,
    );
    expect(JSON.parse(cite("csl", ...made))[0].author).toEqual([expected]);
  });

  it("does not take a name for a person's without the picture", () => {
    expect(JSON.parse(cite("csl", ...notesOf("author: Petra Lindqvist")))[0].author).toEqual([
      { literal: "Petra Lindqvist" },
    ]);
  });

  it("takes the day from the date line where the metadata has none", () => {
    const made = notesOf("headline: A\ndateline: 09:05 GMT 14.03.2023");
    expect(cite("ris", ...made)).toBe(
      "TY  - NEWS\r\nTI  - A\r\nPY  - 2023\r\nDA  - 2023/03/14\r\nN1  - Dated 09:05 GMT 14.03.2023\r\nER  - \r\n",
    );
  });

  it("forges no field out of the dump's words", () => {
    const made: BlockNote[] = [{ role: "headline", text: "A\u0085\u000bER  - \u2028TY  - BOOK\n" }];
    expect(cite("ris", ...made)).toBe("TY  - NEWS\r\nTI  - A ER - TY - BOOK\r\nER  - \r\n");
  });
});
