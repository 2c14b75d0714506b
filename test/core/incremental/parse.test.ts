import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, parseAgain } from "../../../server/core/article/parse.ts";
import { changeOf } from "../../../server/core/article/text-change.ts";
import { editLines } from "../../../server/core/text/edit-lines.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import { finish } from "../../../server/core/text/steps.ts";
import { editsFor, startingDump } from "../../support/edit-scripts.ts";
import { plainDump } from "../../support/plain-dump.ts";
import { seededRandom } from "../../support/random.ts";
import { LONGEST_RUN, runParameters } from "../../support/run-parameters.ts";

let few = 0;
let all = 0;

test(
  "a dump read edit by edit is the dump read at once",
  () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        fc.integer({ min: 1, max: 12 }),
        (seed, steps) => {
          const random = seededRandom(seed);
          let dump = parse(startingDump(random));
          let previous: string | undefined;
          for (let step = 0; step < steps; step++) {
            const edits = editsFor(random, dump.text, previous);
            previous = dump.text;
            const lines = edits.reduce(editLines, dump.reading.lines);
            dump = finish(parseAgain(dump, lines, changeOf(edits)));
            all++;
            few += dump.reading.edit === undefined ? 0 : 1;
            expect(lines).toEqual(indexLines(lines.text));
            expect(plainDump(dump)).toBe(plainDump(parse(lines.text)));
          }
        },
      ),
      runParameters(120),
    );
    // A share of the edits is inside a paragraph and changes nothing else: that case is tried, too.
    expect(few).toBeGreaterThan(all / 50);
    if (process.env.PRESSMARK_RUNS !== undefined) {
      process.stdout.write(`${few} of ${all} edits were inside a paragraph and changed nothing else.\n`);
    }
  },
  LONGEST_RUN,
);
