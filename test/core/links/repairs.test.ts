import { expect, test } from "vitest";
import { parse } from "../../../server/core/article/parse.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { composeOperations } from "../../../server/core/cleanup/compose.ts";
import { planCleanUp } from "../../../server/core/cleanup/plan.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import { BROKEN_LINK_KINDS } from "../../support/broken-links.ts";
import { seededRandom } from "../../support/random.ts";

const HEAD =
  "https://kettlecourier.example/20240611/council-votes-to-rebuild-the-old-mill-bridge-118004217.html\n2024-06-11T08:20:00+00:00\n" +
  "Council Votes to Rebuild the Old Mill Bridge\n" +
  "The council of Kettle voted on Monday to rebuild the Old Mill Bridge, which has been closed since the flood.\n";
const END =
  "The work is to start in August and to cost three million crowns, of which the county pays half.\n";

test.each(BROKEN_LINK_KINDS)(
  "$family, $kind: the fix gives the stated target, the clean-up loses nothing",
  ({ make }) => {
    const random = seededRandom(5);
    for (let round = 0; round < 8; round++) {
      const { text: link, place, elsewhere = [] } = make(random);
      const line =
        place === "line" || random.chance(0.5) ? link : `The plan is at ${link} and more, said the mayor.`;
      const text = `${HEAD}${line}\n${END}${elsewhere.map((other) => `${other}\n`).join("")}`;
      const dump = parse(text);
      const findings = checkDump(dump);
      const plan = planCleanUp(dump, findings);
      expect(plan.proof.lost).toEqual([]);
      expect(plan.held).toEqual([]);
      for (const { check, data, fixes = [] } of findings.filter((finding) =>
        finding.check.endsWith("-link"),
      )) {
        const stated = (data?.["repaired"] ?? []) as readonly (string | null)[];
        const repaired = stated.filter((target) => target !== null);
        for (const { operations } of fixes) {
          const composition = composeOperations(indexLines(text), operations);
          expect(composition.dropped).toEqual([]);
          expect(
            repaired.filter((target) => !composition.text.includes(target)),
            `${check}: ${line}`,
          ).toEqual([]);
        }
      }
    }
  },
);
