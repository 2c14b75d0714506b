import { describe, expect, test } from "vitest";
import { countSources, groupSources } from "../../client/sources/group-sources.ts";
import type { Statement } from "../../client/sources/statement.ts";

function statement(
  id: number,
  source: string | null,
  kind: string | null,
  more: Partial<Statement> = {},
): Statement {
  return {
    id,
    content: [],
    cue: null,
    source: null,
    sourceText: source,
    name: null,
    kind,
    within: null,
    chain: [],
    ...more,
  };
}

const gazette = statement(0, "the Harbour Gazette (HG)", "media", { name: "Harbour Gazette" });
const officials = statement(1, "unnamed officials", "unnamed", { within: 0 });
const ferrant = statement(2, "Maud Ferrant, the secretary", "person", { name: "Maud Ferrant" });
const she = statement(3, "She", "pronoun", { name: "Maud Ferrant" });
const critics = statement(4, "critics", "group");
const criticsAgain = statement(5, "Critics", "group");
const envoy = statement(6, "the envoy Ilan Dravic", "person", { name: "Ilan Dravic", within: 0 });
const nobody = statement(7, null, null);
const he = statement(8, "He", "pronoun");
const all = [gazette, officials, ferrant, she, critics, criticsAgain, envoy, nobody, he];

describe("sources of a document", () => {
  test("each once, pronouns with whom they stand for, those without a source last", () => {
    expect(
      groupSources(all, "count").map(({ name, kind, statements }) => [name, kind, statements.length]),
    ).toEqual([
      ["critics", "group", 2],
      ["Maud Ferrant", "person", 2],
      ["Harbour Gazette", "media", 1],
      ["He", "pronoun", 1],
      ["Ilan Dravic", "person", 1],
      ["unnamed officials", "unnamed", 1],
      [undefined, null, 1],
    ]);
  });

  test("by name and by kind", () => {
    expect(groupSources(all, "name").map(({ name }) => name)).toEqual([
      "critics",
      "Harbour Gazette",
      "He",
      "Ilan Dravic",
      "Maud Ferrant",
      "unnamed officials",
      undefined,
    ]);
    expect(groupSources(all, "kind").map(({ kind }) => kind)).toEqual([
      "group",
      "media",
      "person",
      "person",
      "pronoun",
      "unnamed",
      null,
    ]);
  });

  test("are counted by sort", () => {
    expect(countSources(groupSources(all, "count"))).toEqual({
      total: 5,
      named: 1,
      described: 1,
      unnamed: 1,
      viaMedia: 2,
    });
  });

  test("a circle of statements ends", () => {
    const first = statement(0, "A", "person", { within: 1 });
    const second = statement(1, "B", "person", { within: 0 });
    expect(groupSources([first, second], "count").map(({ isViaMedia }) => isViaMedia)).toEqual([
      false,
      false,
    ]);
  });
});
