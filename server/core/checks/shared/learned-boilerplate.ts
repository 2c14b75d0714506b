import {
  type Article,
  type Block,
  blocksOfRole,
  blockValue,
  type Dump,
  type Role,
} from "../../article/model.ts";
import { foldForComparison } from "../../text/fold.ts";
import { hashTextWide } from "../../text/hash.ts";
import { hostOf } from "./article-host.ts";

/** The lines that a site repeats in its articles, known from many files. Plain data, so that it can be sent anywhere. */
export interface LearnedBoilerplate {
  /** As `hostOf` gives it. */
  readonly host: string;
  /** Fingerprints of the lines, ascending. */
  readonly lines: readonly number[];
}

/** What was counted so far; grows with `countLines` and stays within bounds however many files there are. */
export interface LineTally {
  readonly hosts: Map<string, HostTally>;
}

interface HostTally {
  readonly articles: Set<number>;
  readonly counts: Map<number, number>;
}

/** A line is furniture when it stands in so many articles of its site, which differ in address or headline, … */
const LEAST_ARTICLES = 4;

/** … and in this share of them. A correction or a standing remark of one author stands in less. */
const LEAST_SHARE = 0.25;

/** Distinct lines kept per site; beyond that those met once are dropped, as in lossy counting (Manku and Motwani 2002). */
const MOST_LINES = 20_000;

/** Sites and articles beyond these are not learned from. */
const MOST_HOSTS = 500;
const MOST_ARTICLES = 5_000;

/** A longer line is a paragraph; code units. */
const LONGEST_LINE = 400;

/** What furniture can have been taken for. Fields of the head repeat from page to page and are none. */
const LEARNED_ROLES: ReadonlySet<Role> = new Set([
  "paragraph",
  "heading",
  "standfirst",
  "caption",
  "boilerplate",
  "unknown",
]);

export function newLineTally(): LineTally {
  return { hosts: new Map() };
}

/** The lines of one article that its site may repeat. Plain data, so that they can be found on another thread. */
export interface ArticleLines {
  readonly host: string;
  /** What it is told by from other articles. */
  readonly article: number;
  /** Fingerprints, each once. */
  readonly lines: readonly number[];
}

/** Whether so many articles, in all files together, can say anything about a site; finding their lines is idle otherwise. */
export function canLearnFrom(articles: number): boolean {
  return articles >= LEAST_ARTICLES;
}

/** The lines of a dump's articles, but for those that do not say which site they are from. */
export function articleLines({ units }: Pick<Dump, "units">): readonly ArticleLines[] {
  return units.flatMap(({ unit: { text, article } }) => {
    const host = article === undefined ? undefined : hostOf(text, article);
    if (article === undefined || host === undefined) {
      return [];
    }
    const own = article.blocks.filter(mayBeLearned).map((block) => lineFingerprint(text, block));
    return [{ host, article: identityOf(text, article), lines: [...new Set(own)] }];
  });
}

/** Counts the lines of a dump's articles, each once per article, and no article twice. */
export function countLines(tally: LineTally, dump: Dump): void {
  countArticleLines(tally, articleLines(dump));
}

export function countArticleLines({ hosts }: LineTally, found: readonly ArticleLines[]): void {
  for (const { host, article, lines } of found) {
    if (!hosts.has(host) && hosts.size >= MOST_HOSTS) {
      continue;
    }
    const tally = hosts.get(host) ?? { articles: new Set(), counts: new Map() };
    hosts.set(host, tally);
    if (tally.articles.has(article) || tally.articles.size >= MOST_ARTICLES) {
      continue;
    }
    tally.articles.add(article);
    for (const line of lines) {
      tally.counts.set(line, (tally.counts.get(line) ?? 0) + 1);
    }
    if (tally.counts.size > MOST_LINES) {
      dropRare(tally.counts);
    }
  }
}

/** The lines that the sites repeat, for sites of which enough articles were counted; by host. */
export function learnBoilerplate({ hosts }: LineTally): readonly LearnedBoilerplate[] {
  return [...hosts]
    .map(([host, { articles, counts }]) => {
      const least = Math.max(LEAST_ARTICLES, Math.ceil(articles.size * LEAST_SHARE));
      const lines = [...counts].filter(([, count]) => count >= least).map(([line]) => line);
      return { host, lines: lines.sort((first, second) => first - second) };
    })
    .filter(({ lines }) => lines.length > 0)
    .sort((first, second) => (first.host < second.host ? -1 : 1));
}

/** Whether a block is one of the lines that its site repeats. */
export function isLearned(text: string, block: Block, learned: LearnedBoilerplate | undefined): boolean {
  return learned !== undefined && mayBeLearned(block) && holds(learned.lines, lineFingerprint(text, block));
}

function mayBeLearned({ role, content }: Block): boolean {
  const length = content.end - content.start;
  return LEARNED_ROLES.has(role) && length > 0 && length <= LONGEST_LINE;
}

function lineFingerprint(text: string, block: Block): number {
  return hashTextWide(foldForComparison(blockValue(text, block)).trim());
}

/** The same article is often saved twice; counting it twice would make all of its lines furniture. */
function identityOf(text: string, article: Article): number {
  const [headline] = blocksOfRole(article, "headline");
  const [url] = blocksOfRole(article, "url");
  const named = headline ?? url;
  return hashTextWide(named === undefined ? "" : foldForComparison(blockValue(text, named)).trim());
}

function dropRare(counts: Map<number, number>): void {
  for (const [line, count] of counts) {
    if (count < 2) {
      counts.delete(line);
    }
  }
}

function holds(sorted: readonly number[], value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return sorted[low] === value;
}
