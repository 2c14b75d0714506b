import { describe, expect, test } from "vitest";
import { type LinkEvidence, NO_EVIDENCE } from "../../../server/core/links/evidence.ts";
import { scanLinks } from "../../../server/core/links/scan.ts";

const KNOWN = new Set([
  "Meridian Wire International",
  "port talks",
  "desk@meridianwire.example",
  "+15550142270",
]);
const evidence: LinkEvidence = { ...NO_EVIDENCE, standsAlone: (text) => KNOWN.has(text) };

function scan(text: string) {
  return scanLinks(text, { start: 0, end: text.length }, { evidence }).map((link) => ({
    link: text.slice(link.span.start, link.span.end),
    troubles: link.troubles.map(({ kind, joint, certainty }) =>
      joint === undefined ? [kind] : [kind, text.slice(joint.stuck.start, joint.stuck.end), certainty],
    ),
  }));
}

describe("good links stay quiet", () => {
  test.each([
    "https://example.com",
    "https://example.com/",
    "http://example.com:8080/a/b?c=d&e=f#g",
    "https://en.example.org/wiki/A_(b)",
    "https://en.example.org/wiki/McDonald",
    "https://example.com/watch?v=dQw4w9WgXcQ",
    "https://cdn.example.com/img/07e5/0c/11/1071198820_0:297:3078:2028_1920x0_80_0_0_10a39823a9327797.jpg",
    "https://example.com/picture.jpg:large",
    "https://example.com/index.html?page=2",
    "https://example.com/archive.tar.gz",
    "https://example.com/a.html;v=2",
    "https://example.com/~user/page.shtml",
    "https://münchen.example/straße",
    "https://xn--mnchen-3ya.example/",
    "https://ru.example/новости/Москва",
    "https://ja.example/ニュース/東京",
    "HTTPS://EXAMPLE.COM/PATH",
    "https://GitHub.com/Foo/Bar",
    "https://www.YouTube.com",
    "http://192.168.0.1:3000/x",
    "http://[2001:db8::1]/x",
    "ftp://ftp.example.org/pub/file.zip",
    "https://web.archive.example/web/2020/https://example.com/story.html",
    "https://example.com/login?next=https://example.com/home",
    "https://example.com/share?text=Headline%20https://example.com/story",
    "https://example.com/20230314/unions-angry-about-talks-1071203348.html",
    "https://example.com/some-story-about-my-iPhone",
    "https://example.com/a-long-story-with-eBay",
    "https://example.com/tag/port",
    "https://user:secret@example.com/x",
    "https://example.com/100%25",
    "https://medium.example/@user/a-story-1a2B3c",
    "https://example.com/forum.phpBB3/",
    "https://example.com/a,b,c;d=1",
  ])("%s", (text) => {
    expect(scan(text)).toEqual([{ link: text, troubles: [] }]);
    expect(scan(`He wrote at ${text} that it was so.`)).toEqual([{ link: text, troubles: [] }]);
  });

  test("punctuation and brackets around a link are not part of it", () => {
    expect(scan("(see https://example.com/a_(b)), or as (https://example.com/c) has it.")).toEqual([
      { link: "https://example.com/a_(b)", troubles: [] },
      { link: "https://example.com/c", troubles: [] },
    ]);
    expect(scan("[the text](https://example.com/x.html)The rest")).toEqual([
      { link: "https://example.com/x.html", troubles: [] },
    ]);
    expect(scan("<https://example.com/a>, “https://example.com/b” or 'https://example.com/c …'.")).toEqual([
      { link: "https://example.com/a", troubles: [] },
      { link: "https://example.com/b", troubles: [] },
      { link: "https://example.com/c", troubles: [] },
    ]);
  });

  test("a list without spaces is two links; in a query it is one value", () => {
    const list = "https://example.com/a.jpg,https://example.com/b.jpg|https://example.com/c";
    expect(scan(list)).toEqual([
      { link: "https://example.com/a.jpg", troubles: [] },
      { link: "https://example.com/b.jpg", troubles: [] },
      { link: "https://example.com/c", troubles: [] },
    ]);
    const query = "https://example.com/all?of=https://example.com/a,https://example.com/b";
    expect(scan(query)).toEqual([{ link: query, troubles: [] }]);
  });

  test("a script without spaces may touch a link on both sides", () => {
    expect(scan("詳しくはhttps://example.com/a.htmlをご覧ください。")).toEqual([
      { link: "https://example.com/a.html", troubles: [] },
    ]);
  });
});

describe("what is stuck to a link", () => {
  test.each([
    [
      "https://a.example/x_80.jpgMeridian Wire International",
      "https://a.example/x_80.jpg",
      "Meridian Wire International",
    ],
    ["https://a.example/x_80.jpgPetra Lindqvist", "https://a.example/x_80.jpg", "Petra Lindqvist"],
    ["https://a.example/x.htmlРанее", "https://a.example/x.html", "Ранее"],
    [
      "https://a.example/x.jpgdesk@meridianwire.example",
      "https://a.example/x.jpg",
      "desk@meridianwire.example",
    ],
    ["https://a.example/x.jpg+15550142270", "https://a.example/x.jpg", "+15550142270"],
    ["https://a.example/x.jpg2023-03-14T09:05+0000", "https://a.example/x.jpg", "2023-03-14T09:05+0000"],
    [
      "https://a.example/story-1071203348Meridian Wire International",
      "https://a.example/story-1071203348",
      "Meridian Wire International",
    ],
    ["https://a.example/x.jpgport talks", "https://a.example/x.jpg", "port talks"],
  ])("behind it, certain: %s", (text, link, stuck) => {
    expect(scan(text)).toEqual([{ link, troubles: [["text-behind", stuck, "certain"]] }]);
  });

  test.each([
    ["https://a.exampleRead more", "https://a.example", "Read more"],
    [
      "https://a.example/unions-angry-about-talksRead more here",
      "https://a.example/unions-angry-about-talks",
      "Read more here",
    ],
    ["https://a.example/x.jpgharbour", "https://a.example/x.jpg", "harbour"],
  ])("behind it, a guess: %s", (text, link, stuck) => {
    expect(scan(text)).toEqual([{ link, troubles: [["text-behind", stuck, "guess"]] }]);
  });

  test("words before it", () => {
    expect(scan("Read morehttps://a.example/x")).toEqual([
      { link: "https://a.example/x", troubles: [["text-before", "Read more", "certain"]] },
    ]);
  });

  test("a second link", () => {
    expect(scan("https://a.example/x.htmlhttps://b.example/y.html")).toEqual([
      {
        link: "https://a.example/x.html",
        troubles: [["second-link", "https://b.example/y.html", "certain"]],
      },
      { link: "https://b.example/y.html", troubles: [] },
    ]);
  });

  test("a second link of the same host behind a slash is only a guess", () => {
    expect(scan("https://a.example/x/https://a.example/y/")).toEqual([
      { link: "https://a.example/x/", troubles: [["second-link", "https://a.example/y/", "guess"]] },
      { link: "https://a.example/y/", troubles: [] },
    ]);
  });

  test("three links, and words behind the last", () => {
    expect(
      scan(
        "https://a.example/1.jpghttps://a.example/2.jpghttps://a.example/3.jpgMeridian Wire International",
      ),
    ).toEqual([
      { link: "https://a.example/1.jpg", troubles: [["second-link", expect.any(String), "certain"]] },
      { link: "https://a.example/2.jpg", troubles: [["second-link", expect.any(String), "certain"]] },
      {
        link: "https://a.example/3.jpg",
        troubles: [["text-behind", "Meridian Wire International", "certain"]],
      },
    ]);
  });

  test("stays inside the span it was given", () => {
    const text = "https://a.example/x.jpgFirst https://b.example/y";
    expect(scanLinks(text, { start: 0, end: 23 })).toMatchObject([
      { span: { start: 0, end: 23 }, troubles: [] },
    ]);
  });
});

test("a megabyte of one run without white space is read in linear time", () => {
  const started = performance.now();
  for (const unit of ["https://", "a.jpg", "https://a.b/", "://", "(", "a.jpgA", "https://a.b/c.jpgA"]) {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    scanLinks(text, { start: 0, end: text.length }, { evidence });
    scanLinks(`https://a.example/${text}`, { start: 0, end: text.length }, { evidence });
  }
  // Linear takes well under a second for each; a quadratic scan takes minutes.
  expect(performance.now() - started).toBeLessThan(15_000);
});
