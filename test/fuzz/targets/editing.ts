import { isDeepStrictEqual } from "node:util";
import { type ColumnEncoding, indexLines, positionAt } from "../../../server/core/text/lines.ts";
import { type SourceDocument, updateDocument } from "../../../server/wiring/source-document.ts";
import type { Random } from "../../support/random.ts";
import { drawMutatedDump } from "../corpus.ts";
import { CHARACTERS, LINES } from "../hostile-pieces.ts";
import { hold, shown, type Target } from "../property.ts";

/** Scripts of edits, as an editor sends them: the document kept up to date equals the document made anew. */
export const editing: Target = {
  name: "editing",
  share: 3,
  make: drawMutatedDump,
  check(text, random) {
    const encoding = random.pick<ColumnEncoding>(["utf-16", "utf-8"]);
    let document: SourceDocument = {
      uri: "file:///a.txt",
      languageId: "scraped-article",
      version: 0,
      lines: indexLines(text),
      edits: undefined,
    };
    for (let version = 1; version <= 12; version++) {
      const changes: { readonly range: unknown; readonly text: string }[] = [];
      let expected = document.lines.text;
      let { lines } = document;
      const count = random.pick([1, 1, 1, 2, 4]);
      for (let turn = 0; turn < count; turn++) {
        const edit = drawEdit(expected, random);
        changes.push({
          range: {
            start: positionAt(lines, edit.start, encoding),
            end: positionAt(lines, edit.end, encoding),
          },
          text: edit.newText,
        });
        expected = expected.slice(0, edit.start) + edit.newText + expected.slice(edit.end);
        lines = indexLines(expected);
      }
      document = updateDocument(document, changes as never, version, encoding);
      hold(document.lines.text === expected, "edits lead to the text that the editor has", () =>
        shown(expected),
      );
      hold(isDeepStrictEqual(document.lines.starts, lines.starts), "lines are kept up to date", () =>
        shown(expected),
      );
    }
  },
};

/** At places an editor's cursor can be: never inside a pair of surrogates or between CR and LF. */
function drawEdit(text: string, random: Random): { start: number; end: number; newText: string } {
  const start = cursorAt(text, random.below(text.length + 1));
  const length = random.pick([0, 0, 1, 5, 40, 400]);
  const end = cursorAt(text, Math.min(text.length, start + length));
  const newText = random.pick<() => string>([
    () => "",
    () => random.pick(["a", " ", "\n", "“", "."]),
    () => random.pick(CHARACTERS),
    () => `${random.pick(LINES)}\n`,
    () => text.slice(start, cursorAt(text, Math.min(text.length, start + 200))),
  ])();
  return { start, end: Math.max(start, end), newText };
}

function cursorAt(text: string, offset: number): number {
  const isInPair =
    /[\ud800-\udbff]/u.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/u.test(text.charAt(offset));
  const isInBreak = text.charAt(offset - 1) === "\r" && text.charAt(offset) === "\n";
  return isInPair || isInBreak ? offset - 1 : offset;
}
