import { describe, expect, test } from "vitest";
import { parse } from "../../../server/core/article/parse.ts";
import { findStatements } from "../../../server/core/attribution/find-statements.ts";
import type { Statement } from "../../../server/core/attribution/statement.ts";
import { readSample, readSeed } from "../../support/samples.ts";
import { words } from "./said.ts";

/** The statement with a source that begins so and a cue that is so. */
function finder(text: string) {
  const statements = findStatements(parse(text));
  return (source: string, cue: string): Statement => {
    const found = statements.find(
      (statement) =>
        statement.source !== undefined &&
        words(text, statement.source.span).startsWith(source) &&
        statement.cue !== undefined &&
        words(text, statement.cue) === cue,
    );
    if (found === undefined) {
      throw new Error(`There is no statement ${source} | ${cue}.`);
    }
    return found;
  };
}

describe("an article with the constructions of the real one", () => {
  const text = readSample("harbour-talks.txt");
  const find = finder(text);
  const content = (statement: Statement) => statement.content.map((span) => words(text, span)).join(" … ");
  const chain = (statement: Statement) => statement.chain.map(({ name }) => name).join(" ← ");

  test("a paper that cites unnamed officials: three deep", () => {
    const paper = find("the Harbour Gazette (HG)", "has cited");
    const officials = find("unnamed officials close to the unions", "as saying");
    expect(paper.source?.kind).toBe("media");
    expect(officials.source?.kind).toBe("unnamed");
    expect(officials.within).toBe(paper.id);
    expect(content(officials)).toMatch(/^The dockers’ federation wants a seat .* the Strait Commission$/);
    expect(chain(officials)).toBe(
      "Meridian Wire International ← Harbour Gazette ← unnamed officials close to the unions",
    );
  });

  test("the same officials later, through the paper’s abbreviation", () => {
    const paper = find("HG", "according to");
    const officials = find("The officials", "voiced annoyance about");
    expect(paper.source).toMatchObject({ kind: "media", name: "Harbour Gazette" });
    expect(officials).toMatchObject({ within: paper.id, quotation: "mixed", source: { kind: "unnamed" } });
    expect(find("one of the officials", "argued")).toMatchObject({
      quotation: "direct",
      source: { kind: "unnamed" },
    });
    expect(find("The insiders", "also claimed").source?.kind).toBe("unnamed");
    expect(content(find("The insiders", "arguing"))).toMatch(/^that “in the present mood/);
  });

  test("titled persons, before and behind their names", () => {
    expect(find("the federation’s general secretary, Maud Ferrant", "asserted")).toMatchObject({
      quotation: "mixed",
      source: { kind: "person", name: "Maud Ferrant" },
    });
    expect(find("She", "said").source).toMatchObject({ kind: "pronoun", name: "Maud Ferrant" });
    expect(find("Ilan Dravic, Corvania’s envoy to the Strait Commission", "telling").source?.name).toBe(
      "Ilan Dravic",
    );
    expect(find("Dravic", "stressed").source?.name).toBe("Ilan Dravic");
    expect(find("Transport Ministry spokesman Anselm Roke", "confirmed").source?.name).toBe("Anselm Roke");
    expect(find("The spokesman", "also said").source).toMatchObject({
      kind: "described",
      name: "Anselm Roke",
    });
  });

  test("a conversation at second hand", () => {
    const aide = find("cabinet aide Rufus Pell", "according to");
    const minister = find("Halsk", "told");
    expect(minister.within).toBe(aide.id);
    expect(chain(minister)).toBe("Meridian Wire International ← Rufus Pell ← Teodora Halsk");
    expect(content(minister)).toBe(
      "that Aldermouth needs written guarantees on the inspection of containers",
    );
    expect(content(find("Pell", "told"))).toMatch(/^The prime ministers also “agreed .* both leaders”$/);
  });

  test("who does not want to be named, in two ways", () => {
    const member = find("a member of the federation’s council", "said");
    expect(member).toMatchObject({ quotation: "direct", source: { kind: "unnamed" } });
    expect(content(member)).toBe(
      "“We were told that the minister ‘had no view’ on whether the unions should come,” … “Somebody had a view.”",
    );
    expect(find("A senior official in Vell", "said").source?.kind).toBe("unnamed");
    expect(content(find("A senior official in Vell", "added"))).toMatch(/“before lunch”$/);
  });

  test("governments demand, are accused and deny", () => {
    expect(find("Corvania", "also demanded").source?.kind).toBe("government");
    const accusers = find("shipowners on both shores", "continue to accuse");
    expect(accusers.source?.kind).toBe("group");
    expect(content(accusers)).toBe("the two governments of using safety checks to slow each other's trade");
    expect(content(find("they", "claim"))).toMatch(/^allegedly cost them/);
    expect(find("Both capitals", "have repeatedly denied").source?.kind).toBe("government");
    expect(content(find("Both capitals", "saying"))).toMatch(/^that the checks are purely precautionary/);
    expect(content(find("Both capitals", "stressed"))).toMatch(/^that they have the right to inspect/);
  });
});

describe.skipIf(readSeed() === undefined)("the real one (skipped without ../shared)", () => {
  const text = readSeed() ?? "";

  test("its sources and chains", () => {
    const find = finder(text);
    const unnamed = find("unnamed highly placed European sources", "as saying");
    expect(unnamed.chain).toHaveLength(3);
    expect(unnamed.within).toBe(find("the Financial Times (FT)", "has cited").id);
    expect(find("FT", "according to").source?.name).toBe("Financial Times");
    expect(find("the EU’s Foreign Policy Chief Josep Borrel", "asserted").source?.kind).toBe("person");
    expect(find("Vladimir Chizhov, Russia’s Permanent Representative", "telling").source?.name).toBe(
      "Vladimir Chizhov",
    );
    expect(find("Putin", "told").within).toBe(find("Kremlin aide Yuri Ushakov", "according to").id);
    expect(find("Russian Foreign Ministry spokeswoman Maria Zakharova", "confirmed").source?.name).toBe(
      "Maria Zakharova",
    );
    expect(find("Kiev and several Western countries", "continue to accuse").source?.kind).toBe("government");
    expect(find("Moscow", "has repeatedly denied").source?.kind).toBe("government");
  });
});
