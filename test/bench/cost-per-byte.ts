import { parse } from "../../server/core/article/parse.ts";
import { checkDump } from "../../server/core/checks/run-checks.ts";
import { meanCases } from "./mean-cases.ts";
import { median } from "./statistics.ts";

/**
 * Prints what parsing and checking one mean case costs per byte at the lengths given, as JSON: NAME LENGTH… . A process of
 * its own, so that one case's optimised code is not another's. Each length is run until some megabytes are done, so that
 * all of them are measured warm.
 */
const [name, ...lengths] = process.argv.slice(2);
const meanCase = meanCases.find((one) => one.name === name);
if (meanCase === undefined) {
  throw new Error(`There is no case ${JSON.stringify(name)}.`);
}
const costs = lengths.map((length) => costAt(meanCase.text(Number(length))));
process.stdout.write(`${JSON.stringify(costs)}\n`);

/** In nanoseconds per code unit, warm. */
function costAt(text: string): number {
  const runs = Math.max(2, Math.min(30, Math.round(3_000_000 / text.length)));
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    checkDump(parse(text));
    times.push(performance.now() - start);
  }
  // The first half is cold where a text is short.
  return (median(times.slice(times.length >> 1)) * 1e6) / text.length;
}
