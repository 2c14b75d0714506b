import { parse } from "../../../server/core/article/parse.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { exportArticles } from "../../../server/core/export/export-articles.ts";
import type { Random } from "../../support/random.ts";
import { CHARACTERS } from "../hostile-pieces.ts";
import { hold, type Target } from "../property.ts";
import { holdSound } from "../sound-dump.ts";

/** Front matter that is built to exhaust or mislead a reader of YAML; the article behind it must still be one. */
export const frontMatter: Target = {
  name: "front-matter",
  share: 1,
  make: (_corpus, random) => drawFrontMatter(random),
  check(text) {
    const dump = parse(text);
    holdSound(text, dump);
    checkDump(dump);
    const exported = exportArticles(dump, "jsonl");
    // Aliases that multiply would make a small head a large value.
    hold(
      exported.length <= 20 * text.length + 2000,
      "no value grows beyond its text",
      () => `${exported.length} of ${text.length}`,
    );
  },
};

function drawFrontMatter(random: Random): string {
  const fields = [
    "title: A Story of the Harbour",
    "url: https://news.example/20200105/a-story-1.html",
    "date: 2020-01-05T10:00:00Z",
    "author: Ilse Brandt",
    "tags: [harbour, ferry]",
    "source: Morrow Wire",
  ];
  const count = random.below(6);
  for (let turn = 0; turn < count; turn++) {
    fields.splice(random.below(fields.length + 1), 0, drawField(random));
  }
  const lineBreak = random.pick(["\n", "\n", "\r\n", "\r"]);
  const close = random.pick(["---", "---", "...", "--- ", ""]);
  return ["---", ...fields, close, "", "The council voted on Monday to keep the ferry.", ""]
    .join("\n")
    .replaceAll("\n", lineBreak);
}

function drawField(random: Random): string {
  const key = random.pick([
    "title",
    "url",
    "date",
    "author",
    "tags",
    "description",
    "__proto__",
    "<<",
    "?",
    "a b",
    "é",
  ]);
  const depth = random.pick([3, 60, 70, 5000]);
  const value = random.pick<() => string>([
    () => laughs(random.pick([3, 9, 20])),
    () => "[".repeat(depth),
    () => `${"[".repeat(depth)}${"]".repeat(depth)}`,
    () => `${"{a: ".repeat(depth)}b${"}".repeat(depth)}`,
    () => `${"- ".repeat(depth)}x`,
    () => "!!js/function 'function () { return 1 }'",
    () => "!!python/object/apply:os.system ['id']",
    () => "!<tag:yaml.org,2002:binary> R0lGODlh",
    () => "&a *a",
    () => "*missing",
    () => "|\n  one\n\n  two\n",
    () => ">-\n  folded\n  lines",
    () => "|9\n x",
    () => '"an open quote',
    () => "'it''s' # comment",
    () => '"\\uD800 \\x00 \\U0010FFFF \\q"',
    () => "{a: 1, a: 2}",
    () => "? complex\n: value",
    () => "0x1F",
    () => "2001-12-14t21:59:43.10-05:00",
    () => `x${random.pick(CHARACTERS)}y`,
    () => "%YAML 1.1",
    () => "x".repeat(random.pick([10, 3000, 40_000])),
  ])();
  return `${key}: ${value}`;
}

/** Aliases of aliases, each level nine times the one before. */
function laughs(levels: number): string {
  const lines = ["&l0 [lol, lol]"];
  for (let level = 1; level < levels; level++) {
    lines.push(`l${level}: &l${level} [${Array.from({ length: 9 }, () => `*l${level - 1}`).join(", ")}]`);
  }
  return lines.join("\n");
}
