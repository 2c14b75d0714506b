import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { anchorAnnotations } from "../../server/core/annotations/anchor-annotations.ts";
import { readCollection } from "../../server/core/annotations/read-collection.ts";
import { writeCollection } from "../../server/core/annotations/write-collection.ts";
import { readIgnoreList } from "../../server/core/checks/shared/ignore-list.ts";
import { exportArticles } from "../../server/core/export/export-articles.ts";
import { provideCodeActions } from "../../server/features/code-actions.ts";
import { provideDiagnostics } from "../../server/features/diagnostics.ts";
import { provideDocumentLinks } from "../../server/features/document-links.ts";
import { provideDocumentSymbols } from "../../server/features/document-symbols.ts";
import { provideHover } from "../../server/features/hover.ts";
import { provideInlayHints } from "../../server/features/inlay-hints.ts";
import { analysisOf } from "../support/analysis.ts";
import { readFixture } from "../support/fixture-marks.ts";

const folder = new URL("../fixtures/hostile/", import.meta.url);

function readHostile(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

/** The dumps; each tries one thing in every field that something is shown of. */
const dumps = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/u.test(name))
  .map((name) => ({ name, text: readFixture(readHostile(name)).text }));

/** What would rearrange or hide what stands around it, or steer a terminal. */
const UNSEEN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\u{e0000}-\u{e007f}]/u;

function namesOf(symbols: readonly DocumentSymbol[]): string[] {
  return symbols.flatMap(({ name, detail, children }) => [name, detail ?? "", ...namesOf(children ?? [])]);
}

/** For a machine that does ten other things. In milliseconds. */
const PATIENCE = 120_000;

describe.each(dumps)("$name", ({ text }) => {
  const analysis = analysisOf(text);
  const everywhere = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

  test("is a dump, and everything that an editor asks for is answered", () => {
    expect(analysis.dump.articles).toHaveLength(1);
    expect(analysis.dump.articles[0]?.confidence).toBeGreaterThanOrEqual(0.9);
  });

  test("no hover makes markup of it", () => {
    let hovers = 0;
    for (const { span } of analysis.dump.blocks) {
      const hover = provideHover(analysis, analysis.convert.position(span.start), "markdown");
      const { value = "" } = (hover?.contents ?? {}) as { readonly value?: string };
      hovers += Number(value !== "");
      // Every mark that Markdown or HTML could see stands behind a backslash; an address is no link then either.
      expect(value).not.toMatch(/(?<!\\)(?:\\\\)*[<[\]!`|]/u);
      expect(value).not.toMatch(/(?:https?|command|javascript|file|data|vscode):/iu);
      expect(value.replaceAll("\n", "")).not.toMatch(UNSEEN);
    }
    expect(hovers).toBeGreaterThan(3);
  });

  test("what is listed, drawn or offered is one plain line each", () => {
    const options = { limit: 1000, relatedInformation: true, tags: true, documentation: undefined } as const;
    const shown = [
      ...namesOf(provideDocumentSymbols(analysis)),
      ...provideDiagnostics(analysis, options).map(({ message }) => JSON.stringify(message)),
      ...provideInlayHints(analysis, { start: 0, end: text.length }).map(({ label }) =>
        JSON.stringify(label),
      ),
      ...provideCodeActions(
        analysis,
        { range: everywhere, diagnostics: [] },
        { edits: "lazy", versions: "named", reach: "exact", ignore: "command" },
      ).map(({ title }) => title),
    ];
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((line) => UNSEEN.test(line))).toEqual([]);
  });

  test("only addresses of the web are links", () => {
    for (const { target } of provideDocumentLinks(analysis)) {
      expect(target).toMatch(/^https?:\/\//u);
    }
  });

  test("nothing of it works in an export", () => {
    const markdown = exportArticles(analysis.dump, "md").replace(/^---\n[\s\S]*?\n---\n/u, "");
    expect(markdown).not.toMatch(/(?<!\\)(?:\\\\)*[<[\]`|]/u);
    const cells = exportArticles(analysis.dump, "csv").split(/(?:^|,|\r\n)"?/u);
    expect(cells.filter((cell) => /^(?:[=@\t＝]|[+-].*[\p{L}|!])/u.test(cell))).toEqual([]);
    for (const form of ["jsonl", "jsonld"] as const) {
      expect(JSON.parse(exportArticles(analysis.dump, form))).not.toHaveProperty("polluted");
    }
    expect(exportArticles(analysis.dump, "jsonl").length).toBeLessThan(20 * text.length);
  });
});

describe("an ignore file that lies", () => {
  test("ignores what makes sense of it and nothing else", () => {
    const { entries, problem } = readIgnoreList(readHostile("ignore-file-that-lies.json"));
    expect(problem).toBeUndefined();
    expect(entries.map(({ check, file }) => `${check} ${file}`)).toEqual([
      "stray-date x.txt",
      "__proto__ y",
      "stray-date ../../../etc/passwd",
      "hidden-character a",
    ]);
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
  });

  test(
    "with a million entries is read in seconds",
    () => {
      const entry = (number: number) => `{"check":"stray-date","file":"${number}.txt"}`;
      const list = `{"version":1,"ignored":[${Array.from({ length: 1_000_000 }, (_, number) => entry(number)).join(",")}]}`;
      const started = performance.now();
      expect(readIgnoreList(list).entries).toHaveLength(1_000_000);
      expect(performance.now() - started).toBeLessThan(60_000);
    },
    PATIENCE,
  );
});

describe("a sidecar that lies", () => {
  const { text } = dumps.find(({ name }) => name === "markdown-and-html.txt") as (typeof dumps)[number];

  test("is read as far as it makes sense, kept whole, and leads nowhere outside the text", () => {
    const json = readHostile("sidecar-that-lies.jsonld").replaceAll("DUMP", "a.txt");
    const count = (JSON.parse(json) as { first: { items: unknown[] } }).first.items.length;
    const options = { dumpName: "a.txt", sources: "own", newId: () => "urn:uuid:new" } as const;
    const { collection, problems } = readCollection(json, options);
    expect(problems.length).toBeGreaterThan(5);
    if (collection === undefined) {
      throw new Error("It was not read.");
    }
    const { annotations } = anchorAnnotations(text, collection.annotations, { isSameText: false });
    for (const { targets } of annotations) {
      for (const { position, orphan } of targets) {
        const isInside =
          position !== undefined &&
          position.start >= 0 &&
          position.end <= text.length &&
          position.start <= position.end;
        expect(orphan !== undefined || isInside).toBe(true);
      }
    }
    const again = readCollection(writeCollection({ ...collection, annotations }), options).collection;
    expect((again?.annotations.length ?? 0) + (again?.foreign.length ?? 0)).toBe(count);
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
  });

  test(
    "with a hundred thousand marks is read and found in seconds, with a million it is refused",
    () => {
      const item = (number: number) =>
        `{"id":"urn:uuid:${number}","type":"Annotation","target":{"source":"a.txt","selector":[{"type":"TextPositionSelector","start":${number},"end":${number + 5}},{"type":"TextQuoteSelector","exact":"nowhere"}]}}`;
      const sidecarOf = (count: number) => {
        const items = Array.from({ length: count }, (_, number) => item(number)).join(",");
        return `{"type":"AnnotationCollection","first":{"type":"AnnotationPage","items":[${items}]}}`;
      };
      const tooMany = readCollection(sidecarOf(1_000_000), { dumpName: "a.txt", sources: "own" });
      expect(tooMany).toEqual({
        collection: undefined,
        problems: [{ index: undefined, reason: "It is larger than any annotations are." }],
      });
      const json = sidecarOf(100_000);
      const started = performance.now();
      const { collection } = readCollection(json, { dumpName: "a.txt", sources: "own" });
      expect(collection?.annotations).toHaveLength(100_000);
      const { annotations } = anchorAnnotations(text, collection?.annotations ?? [], { isSameText: false });
      expect(annotations).toHaveLength(100_000);
      expect(performance.now() - started).toBeLessThan(60_000);
    },
    PATIENCE,
  );
});
