import { glob, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { collectMessages } from "../../build/collect-messages.ts";
import { inProject, root } from "../../build/paths.ts";
import { placeFindings } from "../../server/core/checks/place-findings.ts";
import { ENGLISH, FORM_SEPARATOR, formsKey, type Phrases } from "../../server/core/text/phrases.ts";
import { provideCleanUp } from "../../server/features/clean-up.ts";
import { provideCodeActions } from "../../server/features/code-actions.ts";
import { provideDiagnostics } from "../../server/features/diagnostics.ts";
import { provideDocumentLinks } from "../../server/features/document-links.ts";
import { provideDocumentSymbols } from "../../server/features/document-symbols.ts";
import type { Analysis } from "../../server/features/feature-context.ts";
import { provideFoldingRanges } from "../../server/features/folding-ranges.ts";
import { provideHover } from "../../server/features/hover.ts";
import { provideInlayHints } from "../../server/features/inlay-hints.ts";
import { createStatusProvider } from "../../server/features/status.ts";
import { analysisOf } from "../support/analysis.ts";
import { readFixture } from "../support/fixture-marks.ts";

/** A language whose every letter is this one: what is left in English, or put together of English parts, has others. */
const LETTER = "ж";
const strange = (english: string): string =>
  english.replace(/\{\d+\}|\p{L}/gu, (part) => (part.length > 1 ? part : LETTER));
const said = new Set<string>();
const STRANGE: Phrases = {
  ...ENGLISH,
  locale: "xx",
  say: (english, ...values) => {
    said.add(english);
    return ENGLISH.say(strange(english), ...values);
  },
  count: (count, one, other, ...values) => {
    said.add(formsKey(one, other));
    return ENGLISH.count(count, strange(one), strange(other), ...values);
  },
  list: (words) => words.join(", "),
  day: ({ year, month, day }) => `${year}-${month}-${day}`,
};

/** Names of things, which are the same in every language, and words of schema.org. */
const NAMES =
  /\b(?:schema\.org [a-zA-Z]+|UTC|GMT|URL|Pressmark|U\+[0-9A-F]{4,6}|CRLF|CR|LF|Windows-\d+|Mac OS Roman)\b/g;

const FILES = ["test/fixtures/samples/*.{txt,md}", "test/fixtures/checks/*/firing*.txt"];

describe("in another language", () => {
  test("no English word stands between others in whatever an editor shows", async () => {
    const files: string[] = [];
    for await (const file of glob(FILES, { cwd: root })) {
      files.push(file);
    }
    expect(files.length).toBeGreaterThan(60);
    const strays = new Map<string, string>();
    for (const file of files) {
      const { text } = readFixture(await readFile(inProject(file), "utf8"));
      const analysis = strangeAnalysis(text);
      for (const { what, shown } of everythingShown(analysis)) {
        for (const word of englishWords(shown, text)) {
          strays.set(`${what}: ${word}`, `${file}: ${shown}`);
        }
      }
    }
    expect(Object.fromEntries(strays)).toEqual({});
    const known = await collectMessages();
    const untranslated = [...said].filter(
      (key) => !known.has(key) && /\p{L}/u.test(key.replace(/\{\d+\}/g, "")),
    );
    expect(untranslated, "said, and not collected for translation").toEqual([]);
  });
});

describe("the client", () => {
  test("says no sentence that has no translations, save to its log", async () => {
    const known = [...(await collectMessages()).keys()].flatMap((key) => key.split(FORM_SEPARATOR));
    const strays: string[] = [];
    let count = 0;
    for await (const file of glob("client/**/*.ts", { cwd: root })) {
      const source = (await readFile(inProject(file), "utf8")).replace(/^\s*(?:\/\/|\/?\*).*$/gm, "");
      for (const { 0: literal, 1: text = "", index } of source.matchAll(SENTENCE)) {
        count++;
        const isLogged = /\blog\.\w+\(\s*$/u.test(source.slice(0, index));
        if (!isLogged && !known.includes(text)) {
          strays.push(`${file}: ${literal}`);
        }
      }
    }
    expect(count).toBeGreaterThan(150);
    expect(strays).toEqual([]);
  });
});

/** A literal that starts like a sentence and goes on for three words. */
const SENTENCE = /["`]([A-Z][^"`\n]*? [a-z][^"`\n]*? [^"`\n]*)["`]/g;

function strangeAnalysis(text: string): Analysis {
  const analysis = analysisOf(text);
  return { ...analysis, phrases: STRANGE, findings: placeFindings(analysis.checked, STRANGE) };
}

interface Shown {
  readonly what: string;
  readonly shown: string;
}

function* everythingShown(analysis: Analysis): Iterable<Shown> {
  const whole = analysis.convert.range({ start: 0, end: analysis.text.length });
  const ways = { limit: 1000, relatedInformation: true, tags: true, documentation: undefined } as const;
  for (const { message, relatedInformation } of provideDiagnostics(analysis, ways)) {
    yield { what: "finding", shown: typeof message === "string" ? message : message.value };
    for (const related of relatedInformation ?? []) {
      yield { what: "related", shown: related.message };
    }
  }
  yield* outline(provideDocumentSymbols(analysis));
  for (const { collapsedText } of provideFoldingRanges(analysis, { collapsedText: true })) {
    yield { what: "fold", shown: collapsedText ?? "" };
  }
  for (const { tooltip } of provideDocumentLinks(analysis)) {
    yield { what: "link", shown: tooltip ?? "" };
  }
  for (const hint of provideInlayHints(analysis, { start: 0, end: analysis.text.length })) {
    yield { what: "hint", shown: JSON.stringify([hint.label, hint.tooltip ?? ""]) };
  }
  for (let line = 0; line <= whole.end.line; line++) {
    const hover = provideHover(analysis, { line, character: 2 }, "plaintext");
    yield { what: "hover", shown: (hover?.contents as { readonly value: string } | undefined)?.value ?? "" };
    const range = { start: { line, character: 0 }, end: { line, character: 500 } };
    const options = { edits: "lazy", versions: "named", reach: "exact" } as const;
    for (const { title } of provideCodeActions(analysis, { range, diagnostics: [] }, options)) {
      yield { what: "action", shown: title };
    }
  }
  const { summary, groups } = provideCleanUp(analysis, {});
  yield { what: "clean-up", shown: [summary, ...groups.map(({ title }) => title)].join("\n") };
  const status = createStatusProvider()(analysis, { limit: 1 });
  for (const { formatName, evidence } of status?.articles ?? []) {
    yield { what: "status", shown: [formatName, ...evidence, ...(status?.omitted ?? [])].join("\n") };
  }
}

interface OutlineNode {
  readonly name: string;
  readonly detail?: string;
  readonly children?: readonly OutlineNode[];
}

function* outline(nodes: readonly OutlineNode[]): Iterable<Shown> {
  for (const { name, detail = "", children = [] } of nodes) {
    yield { what: "outline", shown: `${name}\n${detail}` };
    yield* outline(children);
  }
}

/** The words in Latin letters that are none of the dump's. An outline has capitals and joins lines where the dump does not. */
function englishWords(shown: string, dump: string): string[] {
  const lines = withoutHidden(dump).toLowerCase();
  const own = `${lines}\n${lines.replace(/\s+/g, "")}`;
  const rest = withoutHidden(shown)
    .replace(/“[^”]*”/g, "")
    .replace(NAMES, "");
  const words = rest.match(/(?<![\p{L}\d])[A-Za-z]{2,}(?![\p{L}\d])/gu) ?? [];
  return words.filter((word) => !own.includes(word.toLowerCase()));
}

function withoutHidden(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}
