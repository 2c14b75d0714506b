import { isDeepStrictEqual } from "node:util";
import { parse, parseAgain } from "../../../server/core/article/parse.ts";
import { changeOf } from "../../../server/core/article/text-change.ts";
import { createChecker } from "../../../server/core/checks/checker.ts";
import { placeFindings } from "../../../server/core/checks/place-findings.ts";
import { checkDump, DEFAULT_CONFIGURATION } from "../../../server/core/checks/run-checks.ts";
import { type ColumnEncoding, indexLines, positionAt } from "../../../server/core/text/lines.ts";
import { ENGLISH } from "../../../server/core/text/phrases.ts";
import { finish } from "../../../server/core/text/steps.ts";
import { type SourceDocument, updateDocument } from "../../../server/wiring/source-document.ts";
import { plainDump } from "../../support/plain-dump.ts";
import { plainFindings } from "../../support/plain-findings.ts";
import type { Random } from "../../support/random.ts";
import { drawMutatedDump } from "../corpus.ts";
import { CHARACTERS, LINES } from "../hostile-pieces.ts";
import { hold, shown, type Target } from "../property.ts";

/**
 * Scripts of edits, as an editor sends them: the document, its reading and its findings, kept up to date, equal those that
 * are made anew.
 */
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
    let dump = parse(text, document.lines);
    const check = createChecker(DEFAULT_CONFIGURATION);
    finish(check(dump, document.lines));
    for (let version = 1; version <= 8; version++) {
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
      dump = finish(parseAgain(dump, document.lines, changeOf(document.edits ?? [])));
      const fresh = parse(expected);
      hold(plainDump(dump) === plainDump(fresh), "reading again equals reading", () => shown(expected));
      // Not every version is checked while somebody types fast.
      if (random.chance(0.7)) {
        const findings = plainFindings(placeFindings(finish(check(dump, document.lines)), ENGLISH));
        hold(findings === plainFindings(checkDump(fresh)), "checking again equals checking", () =>
          shown(expected),
        );
      }
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
