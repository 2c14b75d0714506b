/**
 * What the snapshot and assertion runners cannot say: that no line, however long or hostile, makes the grammar slow, that an
 * unbalanced mark never runs on into the next line, and that the language configuration fits prose.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

/** The part of vscode-textmate that is used here; the package itself comes with vscode-tmgrammar-test, which is declared. */
interface Grammar {
  tokenizeLine(line: string, stack: unknown): { tokens: Token[]; ruleStack: unknown };
}
interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}

const root = new URL("../../", import.meta.url);
const grammarText = readFileSync(new URL("syntaxes/scraped-article.tmLanguage.json", root), "utf8");
const configuration = JSON.parse(readFileSync(new URL("syntaxes/language-configuration.json", root), "utf8"));
const length = 20_000;

let grammar: Grammar;
let initial: unknown;

beforeAll(async () => {
  const require = createRequire(import.meta.resolve("vscode-tmgrammar-test/package.json"));
  const textmate = require("vscode-textmate");
  const oniguruma = require("vscode-oniguruma");
  await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(grammarText, "scraped-article.tmLanguage.json"),
  });
  grammar = await registry.loadGrammar("text.scraped-article");
  initial = textmate.INITIAL;
});

describe("a line of 20,000 characters is coloured in time that grows with its length only", () => {
  const units = [
    ...[
      '"',
      "'",
      "“",
      "”",
      "„",
      "«",
      "‘",
      "’",
      "「",
      "『",
      "*",
      "(",
      "{",
      "{%",
      "{{",
      "&",
      "&#",
      "a",
      "A",
      "1",
      "-",
      " ",
      "\t",
    ],
    ...[
      "http://",
      "https://a",
      "https://a.",
      "https://a/b.jpg",
      "http://a/.jpg.",
      "a@",
      "a@a.",
      "a.",
      "a,",
      "a, ",
      ", ",
    ],
    ...[
      "1:11 ",
      "2022-",
      "2022-01-05T15:28",
      "- A",
      " - A, 1",
      "- A, 1920",
      "‘a",
      "’a",
      '"a ',
      "“a‘b",
      "+1",
      "0 ",
      "/html/",
      "©",
    ],
    ...[
      "---",
      "a-",
      "a b ",
      "ä",
      "年",
      "2022年1",
      "{% a ",
      "&#123;% a ",
      "{{a",
      "\\",
      '"\\',
      "\u{1f600}",
      "\u0000",
      "\ufeff",
    ],
  ];

  test.each(units)("%j", (unit) => {
    for (const text of hostileLines(unit)) {
      // The budget is many times what is needed here (under 40 ms each), and far below what a quadratic pattern takes.
      expect(shortestTime(text), JSON.stringify(text.slice(0, 40))).toBeLessThan(400);
    }
  });

  function hostileLines(unit: string): string[] {
    const run = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    return [
      run,
      `https://a.example/${run}`,
      `“${run}`,
      `15:28 GMT 05.01.2022 (${run}`,
      `${run}\t`,
      `title: "${run}`,
    ];
  }
});

test("the same holds inside front matter", () => {
  for (const unit of ['"', '"\\', "\\", "a: ", "'", "- ", "[", "2024-"]) {
    const line = `title: "${unit.repeat(length / unit.length)}`;
    expect(shortestTime(line, tokenize("---", initial).ruleStack), unit).toBeLessThan(400);
  }
});

test("an unbalanced mark colours nothing, on its own line or on the next", () => {
  for (const mark of ['"', "“", "„", "«", "‘", "「", "『", "{%", "{{", "(", "`"]) {
    const first = tokenize(`They said ${mark}we are not done yet, and went on`, initial);
    expect(
      first.tokens.flatMap(({ scopes }) => scopes.slice(1)),
      mark,
    ).toEqual([]);
    const second = tokenize("An ordinary sentence follows.", first.ruleStack);
    expect(
      second.tokens.flatMap(({ scopes }) => scopes.slice(1)),
      mark,
    ).toEqual([]);
  }
});

test("front matter that is never closed ends where the lines stop looking like it", () => {
  let { ruleStack } = tokenize("---", initial);
  ({ ruleStack } = tokenize('title: "An oven"', ruleStack));
  const { tokens } = tokenize("The oven was lit on Monday.", ruleStack);
  expect(tokens.flatMap(({ scopes }) => scopes.slice(1))).toEqual([]);
});

test("every include names a rule, and every rule is included", () => {
  const { repository } = JSON.parse(grammarText);
  const included = [...grammarText.matchAll(/"include":\s*"#([^"]+)"/g)].map(([, name]) => name);
  expect([...new Set(included)].sort()).toEqual(Object.keys(repository).sort());
});

test("every scope ends in the language's own name", () => {
  const names = [...grammarText.matchAll(/"name":\s*"([^"]+)"/g)].map(([, name]) => name);
  expect(names.filter((name) => name !== "Scraped Article" && !name?.endsWith(".scraped-article"))).toEqual(
    [],
  );
});

describe("language configuration", () => {
  const word = new RegExp(configuration.wordPattern.pattern, `${configuration.wordPattern.flags}g`);

  test.each([
    ["the dockers’ federation doesn't", ["the", "dockers", "federation", "doesn't"]],
    ["l’été, O’Brien", ["l’été", "O’Brien"]],
    ["Россия, „Straße“ en_EN", ["Россия", "Straße", "en_EN"]],
    ["灯籠を「流す」", ["灯籠を", "流す"]],
    ["नमस्ते दुनिया", ["नमस्ते", "दुनिया"]],
  ])("words of %j", (text, words) => {
    expect(text.match(word)).toEqual(words);
  });

  test("the word pattern is linear", () => {
    const started = performance.now();
    for (const unit of ["a", "a'", "'", "’", " ", "ä’"]) {
      unit.repeat(200_000).match(word);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("nothing closes or comments by itself", () => {
    expect(configuration.autoClosingPairs).toEqual([]);
    expect(configuration.comments).toEqual({});
  });
});

test("the assertions in cases/ hold", () => {
  const folder = new URL("test/grammar/cases/", root);
  const cases = readdirSync(folder).map((name) => `test/grammar/cases/${name}`);
  const runner = createRequire(import.meta.url).resolve("vscode-tmgrammar-test/dist/unit.js");
  const options = ["--config", "none.json", "--grammar", "syntaxes/scraped-article.tmLanguage.json"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [runner, ...options, ...cases], {
    cwd: fileURLToPath(root),
    encoding: "utf8",
  });
  expect(status, stdout + stderr).toBe(0);
  expect(stdout.match(/run successfuly/g)).toHaveLength(cases.length);
});

test("every snapshot has its case", () => {
  const files = readdirSync(new URL("test/grammar/", root), { recursive: true, encoding: "utf8" });
  for (const name of files.filter((file) => file.endsWith(".snap"))) {
    expect(files).toContain(name.slice(0, -".snap".length));
  }
});

/** The best of three, so that another process on the machine does not fail the test. */
function shortestTime(text: string, stack: unknown = initial): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && best > 100; attempt += 1) {
    const started = performance.now();
    tokenize(text, stack);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function tokenize(line: string, stack: unknown): ReturnType<Grammar["tokenizeLine"]> {
  return grammar.tokenizeLine(line, stack);
}
