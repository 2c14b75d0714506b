import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { blockValue } from "../../../server/core/article/model.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { csvCell } from "../../../server/core/export/csv-table.ts";
import { escapeMarkdown } from "../../../server/core/export/escape-markdown.ts";
import { exportArticles } from "../../../server/core/export/export-articles.ts";
import { handMadeDump, notesOf } from "../../support/hand-made-dump.ts";

const head = notesOf(`
  url: https://wire.example/20230314/ferry-1.html
  headline: Council Opens “Second” Ferry, Report Says
  headline: Council Opens “Second” Ferry, Report Says
  publisher: Morrow Wire
  description: A ferry, at last
  datePublished: 2023-03-14T09:05+0000
  datePublished: 2023-03-14T09:05+0000
  dateModified: 2023-11-02T12:40+0000
  keyword: ferry
  keyword: council
  image: https://img.wire.example/1.jpg
  articleBody: The ferry runs at seven.It ran late.
  relatedLink: https://wire.example/20230301/pier-2.html
  email: desk@wire.example
  telephone: +15550142270
  legalName: MW „Morrow“
  copyrightYear: 2023
  author: Petra Lindqvist
  authorImage: https://img.wire.example/petra.jpg
  articleSection: News
  inLanguage: en_EN
  keywords: ferry, harbour
  keywords: ferry, harbour
`);

const body = [
  ...notesOf("dateline: 09:05 GMT 14.03.2023\nstandfirst: *Nobody* asked."),
  { role: "paragraph", text: "The ferry\nruns at seven.\n" },
  { role: "relatedDate", text: "1 March 2023\n", relatesTo: 12 },
  ...notesOf(
    "heading: # 1. Tides & <b>times</b>\nparagraph: 2. It ran late.\ncaption: - Morrow Wire, 1920, 14.03.2023",
  ),
] as const;

const dump = handMadeDump([...head, ...body], notesOf("headline: Only a Title\narticleBody: One.Two."));

const flowing = [
  "*Nobody* asked.",
  "The ferry runs at seven.",
  "# 1. Tides & <b>times</b>",
  "2. It ran late.",
];

describe("exportArticles", () => {
  it("writes text", () => {
    expect(exportArticles(dump, "txt")).toBe(
      [
        "Council Opens “Second” Ferry, Report Says",
        "09:05 GMT 14.03.2023",
        ...flowing,
        "* * *",
        "Only a Title",
        "One.Two.\n",
      ].join("\n\n"),
    );
  });

  it("states the dates of the metadata where the page shows none", () => {
    const bare = handMadeDump(notesOf("headline: A\ndatePublished: 2023-03-14\ndateModified: 2023-03-15"));
    expect(exportArticles(bare, "txt")).toBe("A\n\nPublished 2023-03-14\nUpdated 2023-03-15\n");
  });

  it("writes Markdown in which nothing works as markup", () => {
    const [first] = dump.articles;
    expect(first && exportArticles(dump, "md", [first])).toBe(`---
title: "Council Opens “Second” Ferry, Report Says"
url: "https://wire.example/20230314/ferry-1.html"
source: "Morrow Wire"
date: "2023-03-14T09:05+0000"
modified: "2023-11-02T12:40+0000"
description: "A ferry, at last"
language: "en_EN"
section: "News"
copyright_year: "2023"
legal_name: "MW „Morrow“"
email: "desk@wire.example"
telephone: "+15550142270"
author: "Petra Lindqvist"
image: "https://img.wire.example/1.jpg"
tags: ["ferry", "council", "harbour"]
---

# Council Opens “Second” Ferry, Report Says

09:05 GMT 14.03.2023

\\*Nobody\\* asked.

The ferry runs at seven.

## \\# 1. Tides \\& \\<b\\>times\\</b\\>

2\\. It ran late.
`);
  });

  it("writes front matter that is read back as what it was", () => {
    const hostile = 'a: "b" # c\\ \u0085\u2028\u007f \uFEFF {{d}} <e> [f](command:g)';
    const made = handMadeDump([{ role: "headline", text: `${hostile}\n` }]);
    const markdown = exportArticles(made, "md");
    const [, frontMatter] = markdown.split("---\n");
    const { headline } = { headline: parseYaml(frontMatter ?? "").title };
    expect(headline).toBe(hostile);
    const [first] = dump.articles;
    const again = parse(first === undefined ? "" : exportArticles(dump, "md", [first]));
    expect(again.articles.map(({ format }) => format)).toEqual(["yaml-front-matter"]);
    const title = again.articles[0]?.blocks.find(({ role }) => role === "headline");
    expect(title && blockValue(again.text, title)).toBe("Council Opens “Second” Ferry, Report Says");
  });

  it("writes JSON Lines, one per article", () => {
    const lines = exportArticles(dump, "jsonl").split("\n");
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      url: "https://wire.example/20230314/ferry-1.html",
      headline: "Council Opens “Second” Ferry, Report Says",
      publisher: "Morrow Wire",
      description: "A ferry, at last",
      datePublished: "2023-03-14T09:05+0000",
      dateModified: "2023-11-02T12:40+0000",
      dateline: "09:05 GMT 14.03.2023",
      articleSection: "News",
      inLanguage: "en_EN",
      copyrightYear: "2023",
      email: "desk@wire.example",
      telephone: "+15550142270",
      legalName: "MW „Morrow“",
      author: ["Petra Lindqvist"],
      authorImage: ["https://img.wire.example/petra.jpg"],
      keywords: ["ferry", "council", "harbour"],
      image: ["https://img.wire.example/1.jpg"],
      relatedLink: [{ url: "https://wire.example/20230301/pier-2.html", date: "1 March 2023" }],
      caption: ["- Morrow Wire, 1920, 14.03.2023"],
      articleBody: flowing.join("\n\n"),
    });
    expect(lines[1]).toBe('{"headline":"Only a Title","articleBody":"One.Two."}');
  });

  it("writes CSV as RFC 4180 has it", () => {
    const rows = exportArticles(dump, "csv");
    expect(
      rows.startsWith("url,headline,publisher,author,datePublished,dateModified,dateline,description,"),
    ).toBe(true);
    expect(rows).toContain(
      '\r\nhttps://wire.example/20230314/ferry-1.html,"Council Opens “Second” Ferry, Report Says",Morrow Wire,Petra Lindqvist,',
    );
    expect(rows).toContain(
      ",ferry; council; harbour,News,en_EN,2023,MW „Morrow“,desk@wire.example,+15550142270,",
    );
    expect(rows.endsWith(",,,,,,,,,,,,,,,One.Two.\r\n")).toBe(true);
    expect(exportArticles(handMadeDump(), "csv").split("\r\n")).toHaveLength(2);
    expect(['a"b', "a,b", "a\nb", " a", "a b", "=1+1"].map(csvCell)).toEqual([
      '"a""b"',
      '"a,b"',
      '"a\nb"',
      '" a"',
      "a b",
      "=1+1",
    ]);
  });

  it("writes a schema.org NewsArticle, and several as a graph", () => {
    const [first, second] = dump.articles;
    expect(JSON.parse((first && exportArticles(dump, "jsonld", [first])) ?? "")).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      url: "https://wire.example/20230314/ferry-1.html",
      headline: "Council Opens “Second” Ferry, Report Says",
      description: "A ferry, at last",
      datePublished: "2023-03-14T09:05+0000",
      dateModified: "2023-11-02T12:40+0000",
      dateline: "09:05 GMT 14.03.2023",
      author: { "@type": "Person", name: "Petra Lindqvist", image: "https://img.wire.example/petra.jpg" },
      publisher: {
        "@type": "Organization",
        name: "Morrow Wire",
        legalName: "MW „Morrow“",
        email: "desk@wire.example",
        telephone: "+15550142270",
      },
      image: "https://img.wire.example/1.jpg",
      articleSection: "News",
      keywords: ["ferry", "council", "harbour"],
      inLanguage: "en_EN",
      copyrightYear: 2023,
      articleBody: flowing.join("\n\n"),
    });
    const two = JSON.parse(exportArticles(dump, "jsonld"));
    expect(two["@graph"]).toHaveLength(2);
    expect(two["@graph"][1]).toEqual({
      "@type": "NewsArticle",
      headline: "Only a Title",
      articleBody: "One.Two.",
    });
    expect(second && JSON.parse(exportArticles(dump, "jsonld", [second])).headline).toBe("Only a Title");
  });

  it("gives nothing for a dump without articles", () => {
    const none = parse("just text\n");
    expect(["txt", "md", "jsonl", "jsonld"].map((format) => exportArticles(none, format as "txt"))).toEqual([
      "",
      "",
      "",
      "",
    ]);
  });
});

describe("escapeMarkdown", () => {
  it.each([
    ["# a", "\\# a"],
    ["1) a", "1\\) a"],
    ["1984 was", "1984 was"],
    ["- a", "\\- a"],
    ["--- ", "\\---"],
    ["===", "\\==="],
    ["![a](b)", "!\\[a\\](b)"],
    ["`a` \\ *b* _c_ ~~d~~ $e$ {f} ^g", "\\`a\\` \\\\ \\*b\\* \\_c\\_ \\~\\~d\\~\\~ \\$e\\$ \\{f\\} \\^g"],
    ["<img src=x> &amp; a|b", "\\<img src=x\\> \\&amp; a\\|b"],
    ["    code\n\n\tmore", "code\\\nmore"],
    ["> quote\r\n+ list", "\\> quote\\\n\\+ list"],
  ])("writes %j as %j", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});
