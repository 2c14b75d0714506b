import fc from "fast-check";
import { parse } from "../../server/core/article/parse.ts";
import { checkDump } from "../../server/core/checks/run-checks.ts";
import { generatedDump } from "../support/generated-dumps.ts";
import { makeDump, SIZES, type Size } from "./dump.ts";
import { judgeFindings } from "./judge-findings.ts";
import { SCRIPTS } from "./language/language.ts";
import { lossOf } from "./loss.ts";
import { addToTally, newTally, type Tally } from "./tally.ts";

/** How much is measured. */
export interface Extent {
  readonly seed: number;
  /** Dumps per script, by their number of paragraphs. */
  readonly dumps: Readonly<Record<Size, number>>;
  /** Dumps that are cleaned: so many of this generator, and as many of the clean-up's own (test/support). */
  readonly cleaned: number;
}

export const FULL: Extent = { seed: 20_220_105, dumps: { 10: 150, 60: 30, 400: 6 }, cleaned: 5000 };

/** For every push: other dumps than those of the full extent, in a time that nobody minds. */
export const QUICK: Extent = { seed: 1604, dumps: { 10: 80, 60: 16, 400: 2 }, cleaned: 250 };

/** Checks planted dumps and sets what is found against what was planted. */
export function measureAccuracy({ seed, dumps }: Extent): Tally {
  const tally = newTally();
  for (const script of SCRIPTS) {
    for (const size of SIZES) {
      for (let index = 0; index < dumps[size]; index++) {
        const dump = makeDump({ seed, script, size, index });
        addToTally(tally, dump, judgeFindings(dump, checkDump(parse(dump.text))));
      }
    }
  }
  return tally;
}

export interface LossCounts {
  dumps: number;
  changed: number;
  lost: number;
  otherFields: number;
  notIdempotent: number;
  notSameArticle: number;
  /** The first few texts of which something is lost, to look at. */
  readonly examples: string[];
}

/** Cleans generated dumps, and `others`, and counts what is lost. */
export function measureLoss({ seed, cleaned }: Extent, others: Iterable<string> = []): LossCounts {
  const counts: LossCounts = {
    dumps: 0,
    changed: 0,
    lost: 0,
    otherFields: 0,
    notIdempotent: 0,
    notSameArticle: 0,
    examples: [],
  };
  for (const text of textsToClean(seed, cleaned, others)) {
    const loss = lossOf(text);
    counts.dumps++;
    counts.changed += Number(loss.isChanged);
    counts.lost += loss.lost.length;
    counts.otherFields += loss.otherFields.length;
    counts.notIdempotent += Number(!loss.isIdempotent);
    counts.notSameArticle += Number(!loss.isSameArticle);
    const isGood = loss.lost.length === 0 && loss.isIdempotent && loss.isSameArticle;
    if (!isGood && counts.examples.length < MOST_EXAMPLES) {
      const what = loss.lost.map((piece) => JSON.stringify(piece.slice(0, 200)));
      const how = `${loss.isIdempotent ? "" : "not idempotent "}${loss.isSameArticle ? "" : "not the same article"}`;
      counts.examples.push(`${how}\n${what.join("\n")}\n${text}`);
    }
  }
  return counts;
}

const MOST_EXAMPLES = 20;

function* textsToClean(seed: number, count: number, others: Iterable<string>): Iterable<string> {
  yield* others;
  for (let index = 0; index < count; index++) {
    const script = SCRIPTS[index % SCRIPTS.length] ?? "Latin";
    // Behind the dumps that accuracy is measured on: other indexes give other dumps.
    yield makeDump({ seed, script, size: 10, index: 1000 + index }).text;
  }
  for (const { text } of fc.sample(generatedDump, { numRuns: count, seed })) {
    yield text;
  }
}
