import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { makeDump } from "../eval/dump.ts";
import { SCRIPTS } from "../eval/language/language.ts";
import { readSamples } from "../eval/shared-samples.ts";
import { readFixture } from "../support/fixture-marks.ts";
import { generatedDump } from "../support/generated-dumps.ts";
import type { Random } from "../support/random.ts";
import { LINES } from "./hostile-pieces.ts";
import { mutate } from "./mutate.ts";

/** Longer samples are cut: a fault shows in a short text as well, and more of those are tried. In code units. */
const LONGEST_SAMPLE = 12_000;

/** Texts to begin with: the project's fixtures and, when they are there, the real layouts beside it, which are read only. */
export interface Corpus {
  readonly texts: readonly string[];
}

export function readCorpus(): Corpus {
  const fixtures = textsBelow("checks").map((source) => readFixture(source).text);
  const others = ["samples", "readings", "negatives"].flatMap(textsBelow);
  const samples = readSamples().map(({ text }) => text);
  return { texts: [...fixtures, ...others, ...samples].map((text) => text.slice(0, LONGEST_SAMPLE)) };
}

/** A dump as it comes: of the corpus, or made up by one of the generators, or lines thrown together. */
export function drawDump(corpus: Corpus, random: Random): string {
  const draw = random.next();
  if (draw < 0.4) {
    return random.pick(corpus.texts);
  }
  if (draw < 0.65) {
    const [made] = fc.sample(generatedDump, { seed: random.below(0x7fffffff), numRuns: 1 });
    return made?.text ?? "";
  }
  if (draw < 0.9) {
    return makeDump({
      seed: random.below(1_000_000),
      script: random.pick(SCRIPTS),
      size: 10,
      index: random.below(1000),
    }).text;
  }
  return Array.from(
    { length: random.below(40) },
    () => random.pick(LINES) + random.pick(["\n", "\n", "\r\n", ""]),
  ).join("");
}

/** The same, changed in ways that dumps are damaged in. */
export function drawMutatedDump(corpus: Corpus, random: Random): string {
  return mutate(drawDump(corpus, random), random, () => drawDump(corpus, random));
}

function textsBelow(folder: string): string[] {
  const path = fileURLToPath(new URL(`../fixtures/${folder}`, import.meta.url));
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".tsv"))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, "utf8"))
    .sort();
}
