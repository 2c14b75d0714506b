import { describe, expect, it } from "vitest";
import { quotation } from "../../../server/core/export/quotation.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import { handMadeDump, notesOf } from "../../support/hand-made-dump.ts";

const dump = handMadeDump([
  { role: "blank", text: "\n" },
  ...notesOf(`
    url: https://wire.example/1.html
    headline: A Ferry at Last
    publisher: Morrow Wire
    datePublished: 2023-03-14T09:05+0000
    dateModified: 2023-11-02T12:40+0000
    author: Petra Lindqvist
    relatedLink: https://wire.example/2.html
  `),
  { role: "paragraph", text: "Nobody asked\nus, the mayor\nsaid.\n" },
  { role: "relatedDate", text: "1 March 2023\n", relatesTo: 7 },
  { role: "paragraph", text: "“It was late.”\n" },
]);

function quote(first: string, last: string, file = "ferry.txt"): string | undefined {
  const start = dump.text.indexOf(first);
  return quotation(dump, indexLines(dump.text), { start, end: dump.text.indexOf(last) + last.length }, file);
}

const source = `[speaker]
Petra Lindqvist: “A Ferry at Last”, Morrow Wire
Published 2023-03-14T09:05+0000, updated 2023-11-02T12:40+0000
https://wire.example/1.html
`;

describe("quotation", () => {
  it("joins the wrapped lines and says where the words stand in the raw file", () => {
    expect(quote("asked", "mayor")).toBe(`“asked us, the mayor”\n${source}ferry.txt, lines 9-10\n`);
    expect(quote("the mayor\n", "mayor")).toBe(`“the mayor”\n${source}ferry.txt, line 10\n`);
  });

  it("gives words in quotation marks no second pair, and leaves out another story's date", () => {
    expect(quote("“It", "late.”")).toBe(`“It was late.”\n${source}ferry.txt, line 13\n`);
    expect(quote("said", "late.”")).toBe(`“said.\n“It was late.””\n${source}ferry.txt, lines 11-13\n`);
    expect(quote("1 March", "2023\n“")?.startsWith("“1 March 2023\n“”")).toBe(true);
  });

  it("leaves out what the dump does not hold", () => {
    const bare = handMadeDump([{ role: "paragraph", text: "It was late.\n" }]);
    const lines = indexLines(bare.text);
    expect(quotation(bare, lines, { start: 0, end: 6 }, "a.txt")).toBe(
      "“It was”\n[speaker]\na.txt, line 1\n",
    );
  });

  it("is nothing without words or outside articles", () => {
    const lines = indexLines(dump.text);
    expect(quotation(dump, lines, { start: 3, end: 3 }, "a.txt")).toBeUndefined();
    expect(quotation(dump, lines, { start: 0, end: 1 }, "a.txt")).toBeUndefined();
    expect(quotation({ ...dump, articles: [] }, lines, { start: 5, end: 9 }, "a.txt")).toBeUndefined();
  });
});
