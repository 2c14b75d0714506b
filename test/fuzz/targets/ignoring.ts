import { ALL_CHECKS } from "../../../server/core/checks/all.ts";
import type { IgnoreEntry } from "../../../server/core/checks/shared/ignore-entry.ts";
import { ignoreKey } from "../../../server/core/checks/shared/ignore-entry.ts";
import {
  readIgnoreList,
  withIgnoreEntry,
  withoutIgnoreEntries,
} from "../../../server/core/checks/shared/ignore-list.ts";
import { indexIgnoreEntries, withoutIgnored } from "../../../server/core/checks/shared/ignored-findings.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import { ENGLISH } from "../../../server/core/text/phrases.ts";
import { provideIgnoredEntries } from "../../../server/features/ignore-list.ts";
import { analysisOf } from "../../support/analysis.ts";
import type { Random } from "../../support/random.ts";
import { readSample } from "../../support/samples.ts";
import { drawJson } from "../hostile-json.ts";
import { hold, shown, type Target } from "../property.ts";

/** Ignore files of any content: read without a word too many, changed only when they may be, and never losing an entry. */
export const ignoring: Target = {
  name: "ignoring",
  share: 1,
  make: (_corpus, random) =>
    drawJson(random, { version: 1, ignored: [drawEntry(random), drawEntry(random)] }),
  check(text, random) {
    const { entries, problem } = readIgnoreList(text);
    provideIgnoredEntries(text, ENGLISH);
    const { findings } = SAMPLE;
    const left = withoutIgnored(SAMPLE.lines, findings, indexIgnoreEntries(entries), "a.txt");
    hold(left.ignored + left.findings.length === findings.length, "findings are ignored or left", () =>
      shown(text),
    );
    const entry = drawEntry(random);
    if (problem !== undefined) {
      for (const change of [
        () => withIgnoreEntry(text, entry),
        () => withoutIgnoreEntries(text, new Set()),
      ]) {
        hold(throws(change), "a file that is not ours to change is not changed", () => shown(text));
      }
      return;
    }
    const more = readIgnoreList(withIgnoreEntry(text, entry));
    const keys = new Set(more.entries.map(ignoreKey));
    hold(more.problem === undefined, "the list with one more can be read", () => String(more.problem));
    hold(
      [...entries, entry].every((one) => keys.has(ignoreKey(one))),
      "no entry is lost when one is added",
      () => shown(text),
    );
    const fewer = readIgnoreList(
      withoutIgnoreEntries(withIgnoreEntry(text, entry), new Set([ignoreKey(entry)])),
    );
    hold(
      entries.filter((one) => ignoreKey(one) !== ignoreKey(entry)).length === fewer.entries.length,
      "only what is taken out is gone",
      () => shown(text),
    );
  },
};

const SAMPLE = sampleFindings();

function sampleFindings() {
  const text = readSample("harbour-talks.txt");
  return { lines: indexLines(text), findings: analysisOf(text).findings };
}

function drawEntry(random: Random): IgnoreEntry {
  const check = random.chance(0.9)
    ? random.pick(ALL_CHECKS).id
    : random.pick(["__proto__", "constructor", "x"]);
  return random.pick<IgnoreEntry>([
    { check, file: random.pick(["a.txt", "../a.txt", "__proto__", "ü/\n.txt"]) },
    { check, site: random.pick(["news.example", "harbour.example", "\ud800"]) },
    { check, fingerprint: random.pick(["0", "abc", "toString"]), text: "x\u0000y" },
  ]);
}

function throws(action: () => unknown): boolean {
  try {
    action();
    return false;
  } catch (error) {
    return error instanceof RangeError;
  }
}
