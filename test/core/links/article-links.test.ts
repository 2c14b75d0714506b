import { describe, expect, test } from "vitest";
import type { Article, Dump } from "../../../server/core/article/model.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { readArticleLinks } from "../../../server/core/links/article-links.ts";
import { brokenPlaces } from "../../../server/core/links/broken-places.ts";
import { gatherEvidence } from "../../../server/core/links/gather-evidence.ts";
import type { Link } from "../../../server/core/links/link.ts";

const HEAD = [
  "https://kettlecourier.example/20240611/council-votes-to-rebuild-the-old-mill-bridge-118004217.html",
  "2024-06-11T08:20:00+00:00",
  "Council Votes to Rebuild the Old Mill Bridge",
  "The council of Kettle voted on Monday to rebuild the Old Mill Bridge, which has been closed since the flood.",
];

/** Reads the links of a dump's articles with what the whole dump says of them. */
function linksOfDump(dump: Dump): (article: Article) => readonly Link[] {
  const evidence = gatherEvidence(dump.units.map(({ unit }) => unit));
  return (article) => readArticleLinks(dump.text, article, evidence);
}

/** What is broken in a dump with these lines in its body: kind, and what each link is mended to. */
function brokenIn(...lines: readonly string[]): unknown[] {
  const dump = parse(
    [...HEAD, ...lines, "The work is to start in August and to cost three million crowns.", ""].join("\n"),
  );
  const links = linksOfDump(dump);
  return dump.articles.flatMap((article) =>
    brokenPlaces(links(article)).map(({ troubles, links: own }) => [
      troubles[0]?.kind,
      ...own.map(({ target }) => target),
    ]),
  );
}

describe("what the rest of the dump says", () => {
  test("a cut link is completed by the one link that starts so, and by none where there are two", () => {
    const whole = "https://kettle.example/plans/old-mill-bridge-1180.html";
    expect(brokenIn(whole, "See https://kettle.example/plans/old-mi… for it.")).toEqual([["cut-off", whole]]);
    expect(brokenIn(whole, "See kettle.example/plans/old-mi... for it.")).toEqual([["cut-off", whole]]);
    expect(brokenIn(whole, "See https://kettle.example/…/old-mill-bridge-1180.html")).toEqual([
      ["cut-out", whole],
    ]);
    const other = "https://kettle.example/plans/old-mint-1181.html";
    expect(brokenIn(whole, other, "See https://kettle.example/plans/old-mi… for it.")).toEqual([
      ["cut-off", null],
    ]);
  });

  test("a link without scheme gets that of its host", () => {
    expect(brokenIn("See http://old.kettle.example/a and old.kettle.example/b for it.")).toEqual([
      ["no-scheme", "http://old.kettle.example/b"],
    ]);
    expect(brokenIn("See kettle.example/b for it.")).toEqual([["no-scheme", "https://kettle.example/b"]]);
  });

  test("a word of the headline that is cut in two shows that a line goes on", () => {
    expect(brokenIn("https://kettle.example/world/council-votes-to-reb", "uild-the-old-mill-bridge")).toEqual(
      [["line-break", "https://kettle.example/world/council-votes-to-rebuild-the-old-mill-bridge"]],
    );
    expect(brokenIn("https://kettle.example/world/council-votes", "bridge", "old mill")).toEqual([]);
  });

  test("a host that the dump names is what a slip or a look-alike means", () => {
    const known = "See https://kettlecourier.example/plans and";
    expect(brokenIn(`${known} https://kettlecourier.exmaple/b for it.`)).toEqual([
      ["no-public-suffix", "https://kettlecourier.example/b"],
    ]);
    expect(brokenIn(`${known} https://kettlecouriеr.example/b for it.`)).toEqual([
      ["mixed-scripts", "https://kettlecourier.example/b"],
    ]);
  });

  test("an ending that several links of the dump have is its own", () => {
    const links = ["a", "b", "c"].map((page) => `See https://desk.kettlenet/${page} for it.`);
    expect(brokenIn(...links.slice(0, 1))).toHaveLength(1);
    expect(brokenIn(...links)).toEqual([]);
  });

  test("names that stand alone elsewhere prove where a link ends", () => {
    expect(brokenIn("Ada Brandt", "https://kettle.example/a/118004Ada Brandt")).toEqual([
      ["text-behind", "https://kettle.example/a/118004"],
    ]);
  });
});

test("links that touch are one place, links apart are several", () => {
  expect(brokenIn("https://a.example/1.jpghttps://a.example/2.jpgwww.b.example/3")).toEqual([
    ["second-link", "https://a.example/1.jpg", "https://a.example/2.jpg", "https://www.b.example/3"],
  ]);
  expect(brokenIn("See www.a.example and hxxps://b.example/a for it.")).toEqual([
    ["no-scheme", "https://www.a.example"],
    ["defanged-scheme", "https://b.example/a"],
  ]);
});

test("the letters of a look-alike are named", () => {
  const dump = parse(
    [...HEAD, "Pay at https://kеttlе-bаnk.example/a now, said the letter that came with it.", ""].join("\n"),
  );
  const [place] = dump.articles.flatMap((article) => brokenPlaces(linksOfDump(dump)(article)));
  expect(place?.troubles[0]?.letters).toEqual([
    { letter: "е", script: "Cyrillic", looksLike: "e" },
    { letter: "а", script: "Cyrillic", looksLike: "a" },
  ]);
});

test("values of front matter are read without their syntax", () => {
  const text = `---\ntitle: "Council Votes to Rebuild the Bridge"\nurl: "https://kettle.example/a"\nimage: <https://kettle.example/a.png>\ndate: 2024-06-11\n---\n\nThe council of Kettle voted on Monday to rebuild the bridge, [as planned](https://kettle.example/b).\n`;
  const dump = parse(text);
  expect(dump.articles).toHaveLength(1);
  expect(dump.articles.flatMap((article) => brokenPlaces(linksOfDump(dump)(article)))).toEqual([]);
});
