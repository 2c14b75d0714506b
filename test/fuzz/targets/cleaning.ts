import { parse } from "../../../server/core/article/parse.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import type { Composition } from "../../../server/core/cleanup/compose.ts";
import { planCleanUp } from "../../../server/core/cleanup/plan.ts";
import { applyEdits } from "../../../server/core/text/edits.ts";
import { mapSpanThroughPassages } from "../../../server/core/text/passage-map.ts";
import { drawMutatedDump } from "../corpus.ts";
import { lostBy } from "../nothing-lost.ts";
import { hold, shown, type Target } from "../property.ts";

/**
 * A damaged dump may be cleaned a few times before nothing more happens: what is taken out can be what kept a line from
 * being understood, and of a whole body that is there twice each reading takes one paragraph for the run-together line.
 */
const MOST_ROUNDS = 40;

/** The clean-up: nothing is lost, by the proof and by a second opinion; the outcome is a dump again; it comes to rest. */
export const cleaning: Target = {
  name: "cleaning",
  share: 5,
  make: drawMutatedDump,
  check(text) {
    let current = text;
    for (let round = 1; ; round++) {
      const cleaned = cleanOnce(current);
      if (cleaned === current) {
        return;
      }
      hold(round < MOST_ROUNDS, "cleaning comes to rest", () => shown(cleaned));
      current = cleaned;
    }
  },
};

function cleanOnce(text: string): string {
  const dump = parse(text);
  const plan = planCleanUp(dump, checkDump(dump));
  const { edits, text: cleaned } = plan.composition;
  hold(plan.proof.ok, "the plan is proved", () => plan.proof.lost.map(({ reason }) => reason).join(" "));
  hold(plan.isEmpty === (edits.length === 0), "an empty plan changes nothing", () => shown(cleaned));
  hold(applyEdits(text, edits) === cleaned, "edits lead to the cleaned text", () => shown(cleaned));
  holdMap(text, plan.composition);
  const after = parse(cleaned);
  hold(
    dump.articles.length === 0 || after.articles.length > 0,
    "a cleaned dump is recognised again",
    () => `${dump.articles.length} articles before, ${after.articles.length} after`,
  );
  const lost = lostBy(dump, edits, after);
  hold(lost.length === 0, "nothing is lost", () => lost.map((piece) => shown(piece)).join("\n"));
  return cleaned;
}

function holdMap(text: string, { offsetMap, text: cleaned }: Composition): void {
  hold(
    offsetMap.oldLength === text.length && offsetMap.newLength === cleaned.length,
    "the offset map leads from text to text",
    () => `${offsetMap.oldLength} ${offsetMap.newLength}`,
  );
  for (const passage of offsetMap.passages) {
    const [image] = passage.kind === "gone" ? [] : mapSpanThroughPassages(offsetMap, passage);
    hold(
      image === undefined || cleaned.slice(image.start, image.end) === text.slice(passage.start, passage.end),
      "the offset map leads to the same text",
      () => `${passage.start}-${passage.end}`,
    );
  }
}
