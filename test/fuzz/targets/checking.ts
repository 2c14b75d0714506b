import { parse } from "../../../server/core/article/parse.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import {
  countLines,
  learnBoilerplate,
  newLineTally,
} from "../../../server/core/checks/shared/learned-boilerplate.ts";
import { composeOperations } from "../../../server/core/cleanup/compose.ts";
import { applyEdits } from "../../../server/core/text/edits.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import { drawMutatedDump } from "../corpus.ts";
import { hold, type Target } from "../property.ts";

/** Every check: findings lie in the text and in order, say something, and each of their fixes can be applied alone. */
export const checking: Target = {
  name: "checking",
  share: 4,
  make: drawMutatedDump,
  check(text) {
    const dump = parse(text);
    const lines = indexLines(text);
    const tally = newLineTally();
    countLines(tally, dump);
    const options = { boilerplate: { learned: learnBoilerplate(tally) } };
    const findings = checkDump(dump, { severities: {}, options }, lines);
    let last = 0;
    for (const { check, span, message, fixes = [], related = [], data } of findings) {
      const where = () => `${check} ${span.start}-${span.end}: ${message}`;
      hold(span.start >= last, "findings come in text order", where);
      last = span.start;
      hold(span.start < span.end && span.end <= text.length, "a finding marks text", where);
      hold(
        message.trim() !== "" && !/\bundefined\b|\bNaN\b|\[object /u.test(withoutQuotes(message)),
        "a message is words",
        where,
      );
      for (const place of related) {
        hold(
          place.span.start <= place.span.end && place.span.end <= text.length,
          "a related place lies in the text",
          where,
        );
      }
      hold(JSON.stringify(data ?? {}) !== undefined, "data is JSON", where);
      for (const fix of fixes) {
        const { edits, dropped, text: composed } = composeOperations(lines, fix.operations);
        hold(dropped.length === 0, "a fix alone can be applied", () => `${where()} ${fix.title}`);
        // applyEdits throws where two edits overlap.
        const mended = applyEdits(text, edits);
        hold(mended === composed, "edits lead to the composed text", () => `${where()} ${fix.title}`);
        hold(mended !== text, "a fix changes something", () => `${where()} ${fix.title}`);
      }
    }
  },
};

/** What a message shows of the dump may hold any word. */
function withoutQuotes(message: string): string {
  return message.replaceAll(/“.*”/gsu, "");
}
