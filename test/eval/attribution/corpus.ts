import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "../../../server/core/article/parse.ts";
import { findStatements } from "../../../server/core/attribution/find-statements.ts";
import { type Attribution, readBrat } from "./brat.ts";
import { fOne, parts, type Score, scoreArticle } from "./score.ts";

/** The articles of the corpus beside the project (PolNeAR, brat standoff). It is measured on and never copied. */
export interface AnnotatedArticle {
  readonly name: string;
  readonly text: string;
  /** One list for each annotator. */
  readonly annotations: readonly (readonly Attribution[])[];
  /**
   * By a hash of the name: rules are made looking at the first half, later at the third quarter and at four more articles,
   * and believed when the twenty that are left agree, which are only counted.
   */
  readonly part: ArticlePart;
}

export type ArticlePart = "first half" | "third quarter" | "four more" | "held out";

const folder = fileURLToPath(new URL("../../../../shared/polnear/dev", import.meta.url));

/** @returns undefined where the corpus is not there. */
export function readCorpus(): AnnotatedArticle[] | undefined {
  if (!existsSync(folder)) {
    return undefined;
  }
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => file.endsWith(".txt"))
    .map((file) => {
      const name = file.slice(0, -".txt".length);
      const text = readFileSync(join(folder, file), "utf8");
      const annotations = files
        .filter((other) => other.startsWith(`${name}_`) && other.endsWith(".ann"))
        .map((other) => readBrat(readFileSync(join(folder, other), "utf8"), text));
      return { name, text, annotations, part: partOf(name) };
    });
}

/** What the engine finds. Nested statements are left out, as the corpus gives each token to one attribution at the most. */
export function findAttributions(text: string): Attribution[] {
  return findStatements(parse(text))
    .filter(({ within }) => within === undefined)
    .map(({ source, cue, content }) => ({
      source: source === undefined ? [] : [source.span],
      cue: cue === undefined ? [] : [cue],
      content,
    }));
}

/** Against the annotator with whom it agrees best. */
export function scoreBest(article: AnnotatedArticle, found: readonly Attribution[]): Score {
  const scores = article.annotations.map((wanted) => scoreArticle(article.text, found, wanted));
  const agreement = ({ overlap }: Score) => parts.reduce((sum, part) => sum + fOne(overlap[part]), 0);
  return scores.reduce((best, score) => (agreement(score) > agreement(best) ? score : best));
}

/** FNV-1a, two of its middle bits. */
function partOf(name: string): ArticlePart {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0;
  }
  if (((hash >>> 7) & 1) === 0) {
    return "first half";
  }
  if (((hash >>> 9) & 1) === 0) {
    return "third quarter";
  }
  return hash < FOUR_MORE_BELOW ? "four more" : "held out";
}

/** The four articles of the last quarter with the lowest hashes. */
const FOUR_MORE_BELOW = 0x1c000000;
