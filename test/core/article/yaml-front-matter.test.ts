import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Block, blockValue, type Dump } from "../../../server/core/article/model.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { recognise } from "../../../server/core/article/recognise.ts";
import { differenceTable, readRoles } from "../../support/roles.ts";

const samples = new URL("../../fixtures/samples/", import.meta.url);
const sentence = "A sentence that is long enough to be read as running text.";

function describeBlocks({ text, blocks }: Dump): string[] {
  const describeBlock = (block: Block) => `${block.role}/${block.zone}: ${blockValue(text, block)}`;
  return blocks.filter(({ role }) => role !== "blank").map(describeBlock);
}

/** The blocks of a front matter between its lines of dashes. */
function fieldsOf(inside: string): string[] {
  const blocks = describeBlocks(parse(`---\n${inside}---\n${sentence}\n`));
  expect([blocks[0], blocks.at(-2)]).toEqual(["unknown/metadata: ---", "unknown/metadata: ---"]);
  return blocks.slice(1, -2);
}

test("the lines of community-oven", () => {
  const dump = parse(readFileSync(new URL("community-oven.md", samples), "utf8"));
  expect(differenceTable(dump, readRoles(new URL("community-oven.roles.tsv", samples)))).toBe("");
});

describe("recognition", () => {
  test.each([
    ["any order, no quotes", "url: https://a.example/1\ntitle: A title\n"],
    ["single quotes", "title: 'A title'\nurl: 'https://a.example/1'\n"],
    ["a folded title", "title: >-\n  A title\n  in two lines\nurl: https://a.example/1\n"],
    ["keys in capitals, with hyphens", "Title: A title\nSource-URL: https://a.example/1\n"],
    ["the address as the source", "title: A title\nsource: https://a.example/1\n"],
    ["a colon too many", "title: A title: with more\nurl: https://a.example/1\n"],
  ])("does not mind %s", (_, inside) => {
    for (const text of [
      `---\n${inside}---\n${sentence}`,
      `\ufeff---\r\n${inside.replaceAll("\n", "\r\n")}---  \r\n${sentence}`,
    ]) {
      expect(recognise(text).confidence).toBeGreaterThanOrEqual(0.9);
    }
  });

  test.each([
    ["no address", "title: A title\ndate: 2020-01-01\nsource: News\n"],
    ["an address that is a path", "title: A title\nurl: /about/\n"],
    ["no title", "url: https://a.example/1\ndate: 2020-01-01\n"],
    ["an empty title", "title:\nurl: https://a.example/1\n"],
    ["an address further in", "title: A title\nsite:\n  url: https://a.example/1\n"],
  ])("takes no front matter with %s", (_, inside) => {
    expect(recognise(`---\n${inside}---\n${sentence}`).format).toBeNull();
  });

  test.each([
    ["text before it", `Text\n---\ntitle: A title\nurl: https://a.example/1\n---\n${sentence}`],
    ["no end", `---\ntitle: A title\nurl: https://a.example/1\n${sentence}`],
    ["four dashes", `----\ntitle: A title\nurl: https://a.example/1\n----\n${sentence}`],
  ])("takes no head with %s", (_, text) => {
    expect(recognise(text).format).toBeNull();
  });
});

describe("the fields", () => {
  test("every key has its role, and the values are what YAML says", () => {
    const inside = [
      "# a comment",
      'title: "A \\"quoted\\" title \\u2014 twice "',
      "url: https://a.example/1 # where it was",
      "source: 'It''s News'",
      "date: 2020-01-01",
      "updated: 2020-01-02T10:00:00Z",
      "scraped_at: 2021-01-01T00:00:00Z",
      "lang: en",
      "",
      "description: >",
      "  Folded over",
      "  two lines",
      "summary: |",
      "  Kept on",
      "  two lines",
      'tags: [mill, "the sea", 214]',
      "keywords:",
      "  - one",
      "  - two",
      "authors: [Grace Okonjo]",
      "image: https://a.example/1.jpg",
      "section: Local",
      "copyright_year: 2020",
      "rating:",
      "  stars: 5",
      "publisher:",
      "",
    ].join("\n");
    expect(fieldsOf(inside)).toEqual([
      "unknown/metadata: # a comment",
      'headline/metadata: A "quoted" title — twice',
      "url/source: https://a.example/1",
      "publisher/metadata: It's News",
      "datePublished/metadata: 2020-01-01",
      "dateModified/metadata: 2020-01-02T10:00:00Z",
      "unknown/metadata: 2021-01-01T00:00:00Z",
      "inLanguage/metadata: en",
      "description/metadata: Folded over two lines",
      "description/metadata: Kept on\ntwo lines",
      "keywords/metadata: mill, the sea, 214",
      "keywords/metadata: one, two",
      "author/metadata: Grace Okonjo",
      "image/metadata: https://a.example/1.jpg",
      "articleSection/metadata: Local",
      "copyrightYear/metadata: 2020",
      "unknown/metadata: stars: 5",
      "unknown/metadata: ",
    ]);
  });

  test("a block holds its key and quotes, its content does not, and its value is given only where it differs", () => {
    const text = `---\ntitle: "A title"\nurl: 'https://a.example/it''s'\n---\n${sentence}\n`;
    const [, title, url] = parse(text).blocks as [Block, Block, Block];
    expect(text.slice(title.span.start, title.span.end)).toBe('title: "A title"\n');
    expect(text.slice(title.content.start, title.content.end)).toBe("A title");
    expect(title).not.toHaveProperty("value");
    expect(text.slice(url.content.start, url.content.end)).toBe("https://a.example/it''s");
    expect(url.value).toBe("https://a.example/it's");
  });

  test("what is no YAML is read as it stands", () => {
    expect(
      fieldsOf(
        'title: A title: with more\nurl: "https://a.example/1"\ndescription: "open\nlines of\nnothing\ndate: 2020-01-01\n',
      ),
    ).toEqual([
      "headline/metadata: A title: with more",
      "url/source: https://a.example/1",
      'unknown/metadata: "open',
      "unknown/metadata: lines of",
      "unknown/metadata: nothing",
      "datePublished/metadata: 2020-01-01",
    ]);
  });

  test("the address is the address, whatever its key", () => {
    expect(fieldsOf("title: A title\nsource: https://a.example/1\n")).toEqual([
      "headline/metadata: A title",
      "url/source: https://a.example/1",
    ]);
  });

  test("aliases are not followed, and nothing can make the reader fail or hang", () => {
    const start = "title: A title\nurl: https://a.example/1\n";
    const bomb = `a: &a [x, x]\n${[..."bcdefghij"].map((key, index) => `${key}: &${key} [${`*${"abcdefghi"[index]}, `.repeat(9)}]\n`).join("")}tags: *j\n`;
    const nested = [
      `x: ${"[".repeat(50_000)}\n`,
      `x: ${"{a: ".repeat(10_000)}\n`,
      `x:\n  ${"- ".repeat(20_000)}a\n`,
      `x:\n  ${"? ".repeat(20_000)}a\n`,
      Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}k:\n`).join(""),
      `x: ${"!a ".repeat(10_000)}\n`,
      `x: ${"&a ".repeat(10_000)}\n`,
      `"${"k".repeat(2_000)}": x\n`,
      `x: ${"a".repeat(60_000)}\n`,
    ];
    for (const inside of [bomb, ...nested]) {
      const started = performance.now();
      const fields = fieldsOf(start + inside);
      expect(fields.slice(0, 2)).toEqual(["headline/metadata: A title", "url/source: https://a.example/1"]);
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});

describe("the text", () => {
  function bodyOf(body: string): string[] {
    const head = "---\ntitle: A title\nurl: https://a.example/1\n---\n";
    return describeBlocks(parse(head + body)).slice(4);
  }

  test.each<readonly [string, string, readonly string[]]>([
    [
      "headings of both kinds, and the title again",
      "# A  title #\n\n## **Who** Sweeps? ##\n\n### **All strong**\n\nUnderlined\n===\n\nLess so\n---\n\n#hashtag\n",
      [
        "headline/body: A  title",
        "heading/body: **Who** Sweeps?",
        "heading/body: All strong",
        "heading/body: Underlined",
        "heading/body: Less so",
        "paragraph/body: #hashtag",
      ],
    ],
    [
      "a date above the text is the date line, one inside it is text",
      `Kicker\n\nOct 5, 2024\n\n${sentence}\n\nOct 6, 2024\n`,
      [
        "paragraph/body: Kicker",
        "dateline/body: Oct 5, 2024",
        `paragraph/body: ${sentence}`,
        "paragraph/body: Oct 6, 2024",
      ],
    ],
    [
      "pictures, addresses and rules",
      "![Alt (a)](images/a.webp)\n\n![](b.jpg) and text\n\nhttps://a.example/c.png\n\nhttps://a.example/2\n\n* * *\n",
      [
        "image/body: images/a.webp",
        "paragraph/body: ![](b.jpg) and text",
        "image/body: https://a.example/c.png",
        "relatedLink/related: https://a.example/2",
        "unknown/body: * * *",
      ],
    ],
    [
      "template residue in any escaping",
      "{% raw %}\n&#123;% raw %}\n&amp;#123;% endraw %&amp;#125;\n&lcub;%- raw -%&rcub;\n{% raw %} text\n",
      [
        "unknown/metadata: {% raw %}",
        "unknown/metadata: &#123;% raw %}",
        "unknown/metadata: &amp;#123;% endraw %&amp;#125;",
        "unknown/metadata: &lcub;%- raw -%&rcub;",
        "paragraph/body: {% raw %} text",
      ],
    ],
    [
      "lists, quotations, tables and code keep their lines apart",
      "- one\n- two\n1. three\n> quoted\n> more\n| a | b |\n| c | d |\n```\n# code\n```\n",
      [
        "paragraph/body: - one",
        "paragraph/body: - two",
        "paragraph/body: 1. three",
        "paragraph/body: quoted",
        "paragraph/body: more",
        "paragraph/body: | a | b |",
        "paragraph/body: | c | d |",
        "unknown/body: ```",
        "paragraph/body: # code",
        "unknown/body: ```",
      ],
    ],
    [
      "wrapped lines are joined, a paragraph per line is not, and breaks that are meant stay",
      "Some nine thousand loaves later, the village has learned that\nFlour is cheap.\nWood is not.\nFlour,  \nwood\\\nash\n",
      [
        "paragraph/body: Some nine thousand loaves later, the village has learned that Flour is cheap.",
        "paragraph/body: Wood is not.",
        "paragraph/body: Flour,",
        "paragraph/body: wood\\",
        "paragraph/body: ash",
      ],
    ],
  ])("%s", (_, body, expected) => {
    expect(bodyOf(body)).toEqual(expected);
  });
});

test("several records in a file are articles of their own, and a rule is none", () => {
  const first = `---\ntitle: One\nurl: https://a.example/1\n---\n${sentence}\n\n---\n\nMore of it.\n\n`;
  const second = `---\ntitle: Two\nurl: https://a.example/2\n---\n${sentence}\n`;
  const text = first + second;
  expect(parse(text).articles.map(({ span }) => text.slice(span.start, span.end))).toEqual([first, second]);
});
