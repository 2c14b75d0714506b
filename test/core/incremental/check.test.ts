import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, parseAgain } from "../../../server/core/article/parse.ts";
import { changeOf } from "../../../server/core/article/text-change.ts";
import { createChecker } from "../../../server/core/checks/checker.ts";
import { placeFindings } from "../../../server/core/checks/place-findings.ts";
import { checkDump, DEFAULT_CONFIGURATION } from "../../../server/core/checks/run-checks.ts";
import { editLines } from "../../../server/core/text/edit-lines.ts";
import { ENGLISH } from "../../../server/core/text/phrases.ts";
import { finish } from "../../../server/core/text/steps.ts";
import { editsFor, startingDump } from "../../support/edit-scripts.ts";
import { plainFindings } from "../../support/plain-findings.ts";
import { seededRandom } from "../../support/random.ts";
import { LONGEST_RUN, runParameters } from "../../support/run-parameters.ts";

test(
  "findings after edits are those of a fresh check",
  () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 8 }), (seed, steps) => {
        const random = seededRandom(seed);
        const check = createChecker(DEFAULT_CONFIGURATION);
        let dump = parse(startingDump(random));
        finish(check(dump, dump.reading.lines));
        let previous: string | undefined;
        for (let step = 0; step < steps; step++) {
          const edits = editsFor(random, dump.text, previous);
          previous = dump.text;
          const lines = edits.reduce(editLines, dump.reading.lines);
          dump = finish(parseAgain(dump, lines, changeOf(edits)));
          // Not each version is checked, as not each is when somebody types fast.
          if (random.chance(0.8)) {
            const findings = placeFindings(finish(check(dump, lines, dump.reading.edit)), ENGLISH);
            expect(plainFindings(findings)).toBe(plainFindings(checkDump(parse(lines.text))));
          }
        }
      }),
      runParameters(60),
    );
  },
  LONGEST_RUN,
);
