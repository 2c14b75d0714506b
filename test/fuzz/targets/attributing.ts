import { parse } from "../../../server/core/article/parse.ts";
import { findStatements } from "../../../server/core/attribution/find-statements.ts";
import { drawMutatedDump } from "../corpus.ts";
import { hold, type Target } from "../property.ts";

/** Who says what: all spans lie in the text, and what stands within something does not stand within itself. */
export const attributing: Target = {
  name: "attributing",
  share: 2,
  make: drawMutatedDump,
  check(text) {
    const statements = findStatements(parse(text));
    for (const [index, { id, source, cue, content, within }] of statements.entries()) {
      hold(id === index, "statements are numbered in order", () => `${id} at ${index}`);
      hold(content.length > 0, "a statement says something", () => String(id));
      const spans = [
        ...content,
        ...(cue === undefined ? [] : [cue]),
        ...(source === undefined ? [] : [source.span]),
      ];
      for (const { start, end } of spans) {
        hold(
          start >= 0 && end > start && end <= text.length,
          "a statement's parts lie in the text",
          () => `${start}-${end}`,
        );
      }
      const seen = new Set<number>([id]);
      for (let outer = within; outer !== undefined; outer = statements[outer]?.within) {
        hold(outer < statements.length && !seen.has(outer), "statements nest", () => `${id} in ${outer}`);
        seen.add(outer);
      }
    }
  },
};
