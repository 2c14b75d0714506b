import { parse } from "../../../server/core/article/parse.ts";
import { findStatements } from "../../../server/core/attribution/find-statements.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { planCleanUp } from "../../../server/core/cleanup/plan.ts";
import { exportArticles } from "../../../server/core/export/export-articles.ts";
import type { Random } from "../../support/random.ts";
import { type Corpus, drawMutatedDump } from "../corpus.ts";
import { WorkCounter } from "../count-work.ts";
import { LINES } from "../hostile-pieces.ts";
import { linesOf } from "../mutate.ts";
import { hold, type Target } from "../property.ts";

/** How many times as long the second text is. */
const FACTOR = 4;

/** Linear is FACTOR, quadratic its square, and what is sorted or looked up in trees lies a little above the first. */
const MOST_GROWTH = FACTOR * 2;

/** Less than this is start-up, not work that grows. In blocks of the program. */
const LEAST_WORK = 20_000;

/** Times below this say nothing on a busy machine. In milliseconds. */
const SLOW = 40;

/** The text that grows, in code units; the larger one is FACTOR times as long. */
const SMALL_LENGTH = 8_000;

/**
 * Time is linear: with a part of a dump repeated until it is four times as long, no step does more than about four
 * times the work. What V8 does inside itself is watched by the clock, far more loosely.
 */
export const growing: Target = {
  name: "growing",
  share: 1,
  make: drawGrowth,
  check(text, random) {
    const { head, unit } = JSON.parse(text) as Growth;
    if (unit === "") {
      return;
    }
    const [small, large] = [1, FACTOR].map((factor) => grown(head, unit, factor * SMALL_LENGTH)) as [
      string,
      string,
    ];
    using counter = new WorkCounter();
    const [step, prepare] = random.pick(STEPS);
    const [before, after] = [measure(counter, prepare(small)), measure(counter, prepare(large))];
    const growth = after.work / Math.max(before.work, LEAST_WORK);
    hold(
      growth <= MOST_GROWTH,
      `${step} takes time linear in the text`,
      () => `${before.work} and ${after.work} for ${FACTOR} times the text`,
    );
    const slowed = after.milliseconds / Math.max(before.milliseconds, SLOW);
    hold(
      slowed <= FACTOR * FACTOR,
      `${step} does not slow down inside V8`,
      () => `${before.milliseconds} and ${after.milliseconds} ms`,
    );
  },
};

interface Growth {
  readonly head: string;
  readonly unit: string;
}

const STEPS: readonly (readonly [string, (text: string) => () => void])[] = [
  ["reading", (text) => () => void parse(text)],
  [
    "checking",
    (text) => {
      const dump = parse(text);
      return () => void checkDump(dump);
    },
  ],
  [
    "cleaning",
    (text) => {
      const dump = parse(text);
      const findings = checkDump(dump);
      return () => void planCleanUp(dump, findings);
    },
  ],
  [
    "attributing",
    (text) => {
      const dump = parse(text);
      return () => void findStatements(dump);
    },
  ],
  [
    "exporting",
    (text) => {
      const dump = parse(text);
      return () => void exportArticles(dump, "csv");
    },
  ],
];

/** The head of a dump, so that it is one, and a few of its lines, or a hostile one, to be repeated with or without line breaks. */
function drawGrowth(corpus: Corpus, random: Random): string {
  const lines = linesOf(drawMutatedDump(corpus, random));
  const place = random.below(Math.max(lines.length, 1));
  const taken = random.chance(0.3)
    ? random.pick(LINES)
    : lines.slice(place, place + random.pick([1, 1, 2, 3, 6])).join("");
  const unit = random.chance(0.3) ? taken.replaceAll(/[\r\n]+/gu, "") : taken.replace(/[\r\n]*$/u, "\n");
  const growth: Growth = { head: lines.slice(0, place).join("").slice(0, 4000), unit: unit.slice(0, 3000) };
  return JSON.stringify(growth);
}

function grown(head: string, unit: string, length: number): string {
  return head + unit.repeat(Math.ceil(length / unit.length));
}

function measure(counter: WorkCounter, work: () => void): { work: number; milliseconds: number } {
  const started = performance.now();
  const count = counter.count(work);
  return { work: count, milliseconds: performance.now() - started };
}
