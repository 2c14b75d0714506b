import { describe, expect, test } from "vitest";
import type { SelectionRange } from "vscode-languageserver-types";
import { provideDefinition } from "../../server/features/definition.ts";
import { provideDocumentHighlights } from "../../server/features/document-highlights.ts";
import { provideDocumentLinks } from "../../server/features/document-links.ts";
import { provideReferences } from "../../server/features/references.ts";
import { provideSections } from "../../server/features/sections.ts";
import { provideSelectionRanges } from "../../server/features/selection-ranges.ts";
import { ANALYSIS_URI, analysisOf, analysisOfDump } from "../support/analysis.ts";
import { handMadeDump, notesOf } from "../support/hand-made-dump.ts";
import { readSample } from "../support/samples.ts";

const harbour = analysisOf(readSample("harbour-talks.txt"));

const at = (line: number, character = 2) => ({ line: line - 1, character });
const startLines = (places: readonly { readonly range: { readonly start: { readonly line: number } } }[]) =>
  places.map(({ range }) => range.start.line + 1);

describe("definition", () => {
  test.each([
    ["a repeat", 34, [4]],
    ["a related date", 57, [20]],
    ["a related link", 20, [57]],
    ["the first of several copies", 4, [4]],
    ["what stands alone", 5, []],
    ["a paragraph", 50, []],
  ])("of %s", (_, line, targets) => {
    expect(startLines(provideDefinition(harbour, at(line)))).toEqual(targets);
  });

  test("underlines all of the line it leads from", () => {
    const [target] = provideDefinition(harbour, at(34));
    expect(target).toMatchObject({ uri: ANALYSIS_URI, origin: { start: at(34, 0), end: at(34, 27) } });
  });
});

describe("a paragraph that stands twice", () => {
  const lines = readSample("harbour-talks.txt").trimEnd().split("\n");
  // The paragraph of line 50 once more behind the last.
  const twice = analysisOf(`${[...lines, lines[49]].join("\n")}\n`);
  const last = lines.length + 1;

  test("leads to the one that it repeats, and this one to itself", () => {
    expect(startLines(provideDefinition(twice, at(last)))).toEqual([50]);
    expect(startLines(provideDefinition(twice, at(50)))).toEqual([50]);
  });

  test("is found from either", () => {
    expect(startLines(provideReferences(twice, at(50), { includeDeclaration: true }))).toEqual([50, last]);
    expect(startLines(provideReferences(twice, at(last), { includeDeclaration: false }))).toEqual([last]);
  });
});

describe("references", () => {
  test.each([
    ["a copy", 34, "with", [4, 23, 34, 38]],
    ["a copy", 34, "without", [23, 34, 38]],
    ["a related link", 20, "with", [20, 57]],
    ["a related date", 57, "with", [20, 57]],
    ["a related date", 57, "without", [57]],
  ])("of %s on line %i, %s the declaration", (_, line, declaration, places) => {
    const includeDeclaration = declaration === "with";
    const found = provideReferences(harbour, at(line), { includeDeclaration });
    expect(startLines(found)).toEqual(places);
  });
});

describe("highlights", () => {
  const dump = handMadeDump(
    notesOf(`
      author: Ada Low
      keyword: norland
      keyword: low
      publisher: The Wire
      paragraph: Norland said no, wrote Ada Low. NORLAND’s envoy and the Norlanders left; Lowell and Low stayed.
    `),
    notesOf("author: Ada Low"),
  );
  const analysis = analysisOfDump(dump);

  function highlighted(line: number, character: number): string[] | undefined {
    return provideDocumentHighlights(analysis, { line, character })?.map(({ range }) =>
      analysis.text.slice(analysis.convert.offset(range.start), analysis.convert.offset(range.end)),
    );
  }

  test("a keyword stands in the text in any case, as a whole word", () => {
    expect(highlighted(1, 3)).toEqual(["norland", "Norland", "NORLAND"]);
    expect(highlighted(4, 1)).toEqual(["norland", "Norland", "NORLAND"]);
  });

  test("the longest name under the pointer counts, in its own article only", () => {
    expect(highlighted(0, 5)).toEqual(["Ada Low", "Ada Low"]);
    const lastName = (analysis.text.split("\n")[4] ?? "").indexOf("Low stayed");
    expect(highlighted(4, lastName)).toEqual(["Low", "low", "Low", "Low"]);
  });

  test("no name, no answer: the editor then falls back to the word, which it does not for an empty list", () => {
    expect(highlighted(4, 70)).toBeUndefined();
  });
});

describe("links", () => {
  test("good ones lead to themselves, a broken one to what it was, and both are told apart", () => {
    const links = provideDocumentLinks(harbour);
    expect(startLines(links)).toEqual([1, 18, 20, 21, 29, 31, 38, 43]);
    for (const { range, target, tooltip } of links) {
      const { start, end } = harbour.convert.span(range);
      expect(target).toBe(harbour.text.slice(start, end));
      expect(tooltip === undefined).toBe(range.start.line !== 37);
    }
    expect(links.find(({ range }) => range.start.line === 37)?.target).toMatch(/\.jpg$/u);
  });

  test("a broken one leads to what it is mended to, and nowhere where no one can know or a host imitates another", () => {
    const lines = [
      "https://wire.example/20240611/council-votes-to-rebuild-the-old-mill-bridge-1180.html",
      "2024-06-11T08:20:00+00:00",
      "Council Votes to Rebuild the Old Mill Bridge",
      "The council voted on Monday, as www.wire.example/plans and htps://wire.example/map have it, to rebuild the bridge.",
      "https://wire.example/20240530/flood-da",
      "mage-put-at-four-million-1179.html",
      "More is at https://wire.example/plans/old-… and hxxps://b[.]example/a, not at https://wirе.example/pay, said the mayor.",
      "",
    ];
    const analysis = analysisOf(lines.join("\n"));
    expect(
      provideDocumentLinks(analysis).map(({ target, tooltip }) => [target, tooltip !== undefined]),
    ).toEqual([
      [lines[0], false],
      ["https://www.wire.example/plans", true],
      ["https://wire.example/map", true],
      ["https://wire.example/20240530/flood-damage-put-at-four-million-1179.html", true],
      ["https://b.example/a", true],
    ]);
    const [, , , wrapped] = provideDocumentLinks(analysis);
    expect(wrapped?.range).toEqual({ start: { line: 4, character: 0 }, end: { line: 5, character: 34 } });
  });

  test("only the schemes of the web are ever opened", () => {
    const dump = handMadeDump(
      notesOf(`
        url: https://wire.example/a
        relatedLink: command:workbench.action.quit
        relatedLink: javascript:alert(1)
        relatedLink: file:///etc/passwd
        relatedLink: vscode://extension/x
        relatedLink: data:text/html,x
        relatedLink: ftp://files.example/b.txt
      `),
    );
    expect(provideDocumentLinks(analysisOfDump(dump)).map(({ target }) => target)).toEqual([
      "https://wire.example/a",
      "ftp://files.example/b.txt",
    ]);
  });
});

describe("selection", () => {
  function steps(line: number, character: number): string[] {
    const [range] = provideSelectionRanges(harbour, [{ line: line - 1, character }]);
    const texts: string[] = [];
    for (let step: SelectionRange | undefined = range; step !== undefined; step = step.parent) {
      texts.push(
        harbour.text.slice(harbour.convert.offset(step.range.start), harbour.convert.offset(step.range.end)),
      );
    }
    return texts;
  }

  test("grows from word to sentence, paragraph, section and article", () => {
    // A paragraph below the heading of line 64, of more sentences than one.
    const texts = steps(69, 3);
    const line = harbour.text.split("\n")[68] ?? "";
    expect(texts[0]).toBe("Norland");
    expect(texts[1]).toBe("Norland has not answered in public.");
    expect(texts[2]).toBe(line);
    expect(texts[3]).toMatch(/^Corvania's Draft Rules for the Strait\n/u);
    expect(texts[4]).toMatch(/^Harbour Unions Angry[^\n]*\n09:05 GMT/u);
    expect(texts.at(-1)).toBe(harbour.text);
  });

  test("each step lies inside the next and is larger than the one before", () => {
    for (let line = 1; line <= 70; line++) {
      const texts = steps(line, 5);
      expect(texts.at(-1)).toBe(harbour.text);
      for (const [index, text] of texts.slice(1).entries()) {
        expect(text).toContain(texts[index] ?? "");
        expect(text.length).toBeGreaterThan(texts[index]?.length ?? 0);
      }
    }
  });
});

test("sections of the article at a position", () => {
  const two = analysisOf(readSample("two-dumps.txt"));
  expect(provideSections(two, at(17))).toMatchObject({
    metadata: { start: at(1, 0) },
    body: { start: at(15, 0) },
  });
  expect(provideSections(two, at(43))).toMatchObject({
    metadata: { start: at(20, 0) },
    body: { start: at(37, 0) },
  });
  expect(provideSections(analysisOf("Notes.\n"), at(1))).toBeNull();
});
