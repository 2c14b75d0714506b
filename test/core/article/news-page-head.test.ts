/** How the reader of news pages decides about the head, each decision on a page that is as small as it can be. */
import { describe, expect, test } from "vitest";
import { blockValue } from "../../../server/core/article/model.ts";
import {
  address,
  blocksOf,
  dateline,
  head,
  headline,
  page,
  paragraphs,
  picture,
  portrait,
  roles,
  rolesBelowHead,
  times,
} from "../../support/news-page.ts";

describe("the head", () => {
  test("is read in its usual order", () => {
    expect(roles(page(...head, headline, dateline, ...paragraphs))).toEqual([
      "url",
      "headline",
      "headline*2",
      "datePublished",
      "dateModified",
      "keyword",
      "keyword",
      "keyword",
      "image",
      "headline*2",
      "dateline",
      "paragraph#1",
      "paragraph#2",
      "paragraph#3",
    ]);
  });

  test("knows publisher and description above the times, whatever they say", () => {
    const text = page(
      address,
      headline,
      "Wire of the North",
      paragraphs[0],
      ...times,
      "ferries",
      "islands",
      picture,
    );
    expect(roles(text).slice(2, 4)).toEqual(["publisher", "description"]);
  });

  test("a time in another zone that is the same instant is the publication, but no copy to remove", () => {
    const text = page(
      address,
      headline,
      "2022-01-05T15:28+0000",
      "2022-01-05T16:28+0100",
      "2022-01-05T15:28+0000",
    );
    expect(roles(text).slice(2)).toEqual(["datePublished", "datePublished", "datePublished*3"]);
  });

  test("a contact block tells publisher and legal name, a portrait the author, a language the section", () => {
    const below = rolesBelowHead(
      "Wire of the North",
      "desk@wire.example",
      "+15550142270",
      "Northern Wire Ltd",
      "2022",
      "Ada Quill",
      portrait,
      "Ada Quill",
      portrait,
      "News",
      "en_EN",
      headline,
      dateline,
      ...paragraphs,
    );
    expect(below.slice(0, 11)).toEqual([
      "publisher",
      "email",
      "telephone",
      "legalName",
      "copyrightYear",
      "author",
      "authorImage",
      "author*15",
      "authorImage*16",
      "articleSection",
      "inLanguage",
    ]);
  });

  test("a picture that stands twice below the same name is a portrait without being small", () => {
    const face = "https://cdn.gazette.example/people/ada-quill.jpg";
    expect(rolesBelowHead("Ada Quill", face, "News", "en_EN", "Ada Quill", face).slice(0, 2)).toEqual([
      "author",
      "authorImage",
    ]);
  });

  test("a tag that stands again is a tag wherever it stands", () => {
    const below = rolesBelowHead(
      "islands",
      "Wire of the North",
      "desk@wire.example",
      "+15550142270",
      headline,
      dateline,
      ...paragraphs,
    );
    expect(below[0]).toBe("keyword*7");
    expect(rolesBelowHead("islands", "desk@wire.example", headline, dateline, ...paragraphs)[0]).toBe(
      "keyword*7",
    );
  });

  test("lists of tags are told by the tags, by standing twice, or by ending the head", () => {
    expect(rolesBelowHead("ferries, islands, boats", headline, dateline, ...paragraphs)[0]).toBe("keywords");
    expect(
      rolesBelowHead("Boats, Fares, Crews", "Boats, Fares, Crews", "2022", headline, dateline).slice(0, 2),
    ).toEqual(["keywords", "keywords*10"]);
    expect(rolesBelowHead("boats, fares, crews", headline, dateline, ...paragraphs)[0]).toBe("keywords");
  });

  test("lists that differ in case are two values, for nothing is a copy of what it is not", () => {
    expect(
      rolesBelowHead("ferries, islands, us", "Ferries, Islands, US", headline, dateline).slice(0, 2),
    ).toEqual(["keywords", "keywords"]);
  });

  test("text stuck to an address is a block of its own, told by the value or by what follows", () => {
    const text = page(
      ...head,
      "Wire of the North",
      "desk@wire.example",
      `${picture}Wire of the North`,
      "desk@wire.example",
    );
    expect(roles(text).slice(-2)).toEqual(["image+publisher", "email*11"]);
    expect(roles(page(...head, `${picture}Somebody Else`, "desk@wire.example", "2022"))[head.length]).toBe(
      "image+publisher",
    );
    const [first] = blocksOf(page(...head, `${picture}Somebody Else`, "2022"), "unknown");
    expect(first).toMatchObject({ zone: "metadata" });
  });

  test("a second address stuck to the first is a block of its own", () => {
    const other = "https://gazette.example/20211222/harbour-office-asks-for-five-crowns-1091715005.html";
    expect(rolesBelowHead(`${other}${picture}`, headline, dateline, ...paragraphs)[0]).toBe(
      "relatedLink+image",
    );
  });

  test("paths that found nothing are unknown and part no run of tags", () => {
    const residue = "/html/head/meta[@name='og:title']/@content";
    const text = page(address, headline, headline, ...times, "ferries", residue, "islands", picture);
    expect(roles(text).slice(5)).toEqual(["keyword", "unknown", "keyword", "image"]);
  });

  test("what nothing tells is unknown", () => {
    expect(rolesBelowHead("2022", "zx 81 / 4", headline, dateline, ...paragraphs)[1]).toBe("unknown");
  });

  test("what stands above address and headline is the page's furniture", () => {
    const text = page(
      "International",
      "LIVE: Third Boat Arrives",
      "- Gazette Wire, 1920",
      paragraphs[2],
      ...head,
    );
    expect(roles(text).slice(0, 5)).toEqual([
      "boilerplate",
      "boilerplate",
      "boilerplate",
      "boilerplate",
      "url",
    ]);
  });

  test("a headline above its address is no furniture", () => {
    expect(roles(page(headline, address, ...times, "ferries", "islands", picture)).slice(0, 2)).toEqual([
      "headline",
      "url",
    ]);
  });

  test("metadata may stand below the text", () => {
    const text = page(
      headline,
      headline,
      dateline,
      ...paragraphs,
      address,
      ...times,
      "ferries",
      "islands",
      picture,
    );
    expect(roles(text)).toEqual([
      "headline",
      "headline*1",
      "dateline",
      "paragraph#1",
      "paragraph#2",
      "paragraph#3",
      "url",
      "datePublished",
      "dateModified",
      "keyword",
      "keyword",
      "image",
    ]);
  });
});

describe("the article on one line", () => {
  const whole = paragraphs.join("");

  test("is told by its sentences that run together, and belongs to the metadata beside the text", () => {
    const text = page(...head, whole, headline, dateline, ...paragraphs);
    const [block] = blocksOf(text, "articleBody");
    expect(block?.zone).toBe("metadata");
    expect(block && blockValue(text, block)).toBe(whole);
  });

  test("is the body where there is no other", () => {
    expect(blocksOf(page(...head, whole), "articleBody")[0]?.zone).toBe("body");
  });

  test("is told by holding the paragraphs when its sentences keep their spaces", () => {
    const spaced = paragraphs.join(" ");
    const below = rolesBelowHead(spaced, headline, dateline, ...paragraphs);
    expect(below).toEqual([
      "articleBody",
      "headline*2",
      "dateline",
      "paragraph#1",
      "paragraph#2",
      "paragraph#3",
    ]);
    // Nothing but the paragraphs themselves tells it here.
    expect(roles(page(headline, headline, ...times, spaced, ...paragraphs)).slice(4)).toEqual([
      "articleBody",
      "paragraph#1",
      "paragraph#2",
      "paragraph#3",
    ]);
  });

  test("a paragraph in which one space is missing stays a paragraph", () => {
    const glued =
      "The boat left at nine.Nobody waved, for nobody had been told that it would leave at nine.The cat stayed. " +
      "It has lived on the quay for eleven years, longer than the council has been waiting for the boat to leave.";
    expect(rolesBelowHead(headline, dateline, glued, paragraphs[1], paragraphs[2]).slice(2)).toEqual([
      "paragraph#1",
      "paragraph#2",
      "paragraph#3",
    ]);
  });
});
