import { type Article, type Block, blockValue, type Role } from "../article/model.ts";
import { startsLowerCase } from "../text/script.ts";
import { endsSentence } from "../text/sentences.ts";
import type { Check, Finding, OwnBlock, Phrase } from "./check.ts";
import { hostOf } from "./shared/article-host.ts";
import { type BoilerplateLine, boilerplateLine } from "./shared/boilerplate-lines.ts";
import type { BoilerplateKind } from "./shared/boilerplate-phrases/phrases.ts";
import { isLearned, type LearnedBoilerplate } from "./shared/learned-boilerplate.ts";
import { countedWords, words, wordsInList } from "./shared/line-words.ts";

interface BoilerplateOptions {
  /** What the files around this one say about their sites. */
  readonly learned: readonly LearnedBoilerplate[];
}

/**
 * Text of the page around the article: share buttons, notices, calls to read on. Told by whole lines that hold nothing else, by
 * what a site repeats from article to article, and by where the parser found text that belongs to no part of the article;
 * never by being short.
 */
export const boilerplate: Check<"article", BoilerplateOptions> = {
  id: "boilerplate",
  summary: "Text of the page around the article: buttons, notices, adverts",
  severity: "information",
  bestFix: "review",
  reach: "article",
  defaults: { learned: [] },
  reachOf: ({ both, options }) =>
    options.learned.length > 0 || both(isFurniture).some(Boolean) ? "article" : "nothing",
  *run(article, { text, options }) {
    const host = hostOf(text, article);
    const learned = host === undefined ? undefined : options.learned.find((site) => site.host === host);
    for (const run of furnitureRuns(text, article, learned)) {
      yield findingFor(run);
    }
  },
};

function isFurniture(own: OwnBlock): boolean {
  return boilerplateLine(blockValue(own.text, own)) !== undefined;
}

type FurnitureKind = BoilerplateKind | "page" | "repeated-on-site";

interface Furniture {
  readonly block: Block;
  readonly kind: FurnitureKind;
}

/** Roles that furniture is taken for. What is a field of the head or a link to another story is none. */
const FURNITURE_ROLES: ReadonlySet<Role> = new Set([
  "paragraph",
  "heading",
  "standfirst",
  "caption",
  "unknown",
  "boilerplate",
]);

/** Furniture that stands together, blank lines aside. */
function furnitureRuns(
  text: string,
  article: Article,
  learned: LearnedBoilerplate | undefined,
): readonly (readonly Furniture[])[] {
  const blocks = article.blocks.filter(({ role }) => role !== "blank");
  const kinds = kindsOf(text, blocks, learned);
  const runs: Furniture[][] = [];
  let run: Furniture[] | undefined;
  for (const [index, block] of blocks.entries()) {
    const kind = kinds[index];
    if (kind === undefined) {
      run = undefined;
    } else if (run === undefined) {
      run = [{ block, kind }];
      runs.push(run);
    } else {
      run.push({ block, kind });
    }
  }
  return runs;
}

function kindsOf(
  text: string,
  blocks: readonly Block[],
  learned: LearnedBoilerplate | undefined,
): readonly (FurnitureKind | undefined)[] {
  const lines = blocks.map((block, index) =>
    FURNITURE_ROLES.has(block.role) && !breaksSentence(text, blocks, index)
      ? boilerplateLine(blockValue(text, block))
      : undefined,
  );
  const tail = tailStart(blocks, lines);
  const sure = blocks.map((block, index): FurnitureKind | undefined => {
    const line = lines[index];
    if (line?.strength === "strong") {
      return line.kind;
    }
    if (isLearned(text, block, learned)) {
      return "repeated-on-site";
    }
    return block.role === "boilerplate" ? (line?.kind ?? "page") : undefined;
  });
  return sure.map((kind, index) => kind ?? weakKind(lines, sure, index, tail));
}

/** A weak line counts beside a sure one or beside another weak one, over any number of weak ones, and behind the article. */
function weakKind(
  lines: readonly (BoilerplateLine | undefined)[],
  sure: readonly (FurnitureKind | undefined)[],
  index: number,
  tail: number,
): FurnitureKind | undefined {
  const line = lines[index];
  if (line === undefined) {
    return undefined;
  }
  const hasNeighbour = [index - 1, index + 1].some((at) => sure[at] !== undefined || lines[at] !== undefined);
  return hasNeighbour || index >= tail ? line.kind : undefined;
}

/** Where the lines behind the last paragraph start that are furniture by their words, all of them. */
function tailStart(blocks: readonly Block[], lines: readonly (BoilerplateLine | undefined)[]): number {
  let start = blocks.length;
  while (start > 0 && lines[start - 1] !== undefined) {
    start--;
  }
  return blocks.slice(0, start).some(({ role, zone }) => role === "paragraph" && zone === "body")
    ? start
    : blocks.length;
}

/** A word on a line of its own, where the page had a link, can be a part of the sentence around it. */
function breaksSentence(text: string, blocks: readonly Block[], index: number): boolean {
  const before = blocks[index - 1];
  const behind = blocks[index + 1];
  const isOpen = before !== undefined && isRunningText(before) && !endsSentence(text, before.content);
  const goesOn = behind !== undefined && isRunningText(behind) && startsLowerCase(text, behind.content.start);
  return isOpen && goesOn;
}

function isRunningText({ role, zone }: Block): boolean {
  return zone === "body" && (role === "paragraph" || role === "standfirst");
}

const WHAT: Readonly<Record<FurnitureKind, Phrase>> = {
  share: words`share buttons`,
  "read-more": words`links to read on`,
  subscribe: words`a call to subscribe`,
  cookies: words`a notice about cookies or terms`,
  advertisement: words`a mark of an advertisement`,
  comments: words`the page’s comments`,
  "live-ticker": words`a live ticker`,
  account: words`a form to sign in`,
  navigation: words`the page’s navigation`,
  page: words`text beside it`,
  "repeated-on-site": words`repeated on many pages of this site`,
};

/** So many kinds a message names. */
const MOST_NAMED = 3;

function findingFor(run: readonly Furniture[]): Finding {
  const first = run[0] as Furniture;
  const last = run.at(-1) as Furniture;
  const kinds = [...new Set(run.map(({ kind }) => kind))];
  // What has a name of its own says more than that it is no part of the article.
  const named = kinds.length > 1 ? kinds.filter((kind) => kind !== "page") : kinds;
  const isOne = run.length === 1;
  const what = wordsInList(named.slice(0, MOST_NAMED).map((kind) => WHAT[kind]));
  return {
    span: { start: first.block.content.start, end: last.block.content.end },
    message: [
      countedWords(
        run.length,
        "This line belongs to the page around the article ({1}).",
        "These {0} lines belong to the page around the article ({1}).",
        what,
      ),
      isOne ? "Remove it if you do not need it." : "Remove them if you do not need them.",
    ],
    data: { kinds, count: run.length },
    unnecessary: true,
    fixes: [
      {
        title: countedWords(
          run.length,
          "Remove {0} line of the page around the article",
          "Remove {0} lines of the page around the article",
        ),
        safety: "review",
        operations: run.map(({ block }) => ({ kind: "remove", span: block.content })),
      },
    ],
  };
}
