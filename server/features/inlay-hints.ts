import { type InlayHint, InlayHintKind } from "vscode-languageserver-types";
import type { Block, Role } from "../core/article/model.ts";
import { isWordCharacter } from "../core/text/script.ts";
import type { Span } from "../core/text/span.ts";
import type { Reading } from "./feature-context.ts";
import { fieldNames } from "./shared/field-names.ts";

/**
 * The field's name before each metadata line that a span of the text touches: once per run of keywords, related
 * stories or page furniture, none on repeats, none behind a key of the text's own, none in the body, where the outline
 * says enough.
 */
export function provideInlayHints(reading: Reading, within: Span): InlayHint[] {
  const hints: InlayHint[] = [];
  for (const article of reading.dump.articles) {
    if (article.span.end < within.start || article.span.start > within.end) {
      continue;
    }
    let previous: Block | undefined;
    for (const block of article.blocks) {
      if (block.role === "blank") {
        continue;
      }
      if (block.span.start > within.end) {
        break;
      }
      if (hasHint(block, previous) && block.span.end > within.start && !isNamedInText(reading, block)) {
        hints.push({
          position: reading.convert.position(block.content.start),
          label: `${reading.phrases.say(fieldNames[block.role])}:`,
          kind: InlayHintKind.Type,
          paddingRight: true,
        });
      }
      previous = block;
    }
  }
  return hints;
}

/** What comes in rows of lines, where one name is enough. */
const rolesInRuns: ReadonlySet<Role> = new Set<Role>(["keyword", "relatedLink", "boilerplate"]);

/** Whether the text names the value itself, as the keys of front matter do: a second name behind the key would be in the way. */
function isNamedInText({ text }: Reading, { span, content }: Block): boolean {
  for (let offset = span.start; offset < content.start; offset++) {
    if (isWordCharacter(text.charCodeAt(offset))) {
      return true;
    }
  }
  return false;
}

function hasHint(block: Block, previous: Block | undefined): boolean {
  if (block.repeats !== undefined || block.role === "unknown" || block.role === "relatedDate") {
    return false;
  }
  const isField = block.zone === "source" || block.zone === "metadata" || block.role === "relatedLink";
  const goesOnRun =
    rolesInRuns.has(block.role) && previous?.role === block.role && previous.repeats === undefined;
  return isField && !goesOnRun;
}
