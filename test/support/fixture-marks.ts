import type { CheckConfiguration } from "../../server/core/checks/check.ts";

/** A finding that a fixture states: the id of the check and the span it marks in the text without marks. */
export interface Mark {
  readonly check: string;
  readonly start: number;
  readonly end: number;
}

/** A fixture taken apart. */
export interface Fixture {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The text after all safe fixes; `text` itself where the fixture states none. */
  readonly fixed: string;
  readonly configuration: CheckConfiguration;
  /** Text and fixed text as a page about the check shows them: with characters that cannot be seen still named. */
  readonly shown: { readonly text: string; readonly fixed: string };
}

const SETTINGS_LINE = "──── settings ";
const FIXED_LINE = "──── fixed\n";
const OPEN = "⟦";
const BAR = "|";
const CLOSE = "⟧";

/**
 * Reads a fixture: an optional first line `──── settings {…}` with a CheckConfiguration as JSON, the dump with the
 * findings marked as `⟦check-id|text⟧` (nested, and over several lines, as they come), and an optional line
 * `──── fixed` with the dump after all safe fixes behind it. Without that line nothing may change. A character that cannot be
 * seen, or that an editor would change, is written as `⟪U+202E⟫`.
 *
 * @throws Error when a mark is not closed, or closed without having been opened.
 */
export function readFixture(source: string): Fixture {
  const { configuration, rest } = takeSettings(source);
  const border = rest.startsWith(FIXED_LINE) ? 0 : rest.indexOf(`\n${FIXED_LINE}`) + 1;
  const hasFixed = border > 0 || rest.startsWith(FIXED_LINE);
  const marked = hasFixed ? rest.slice(0, border) : rest;
  const { text, marks } = takeMarks(withCharacters(marked));
  const shownText = takeMarks(marked).text;
  const shownFixed = hasFixed ? rest.slice(border + FIXED_LINE.length) : shownText;
  return {
    text,
    marks,
    fixed: withCharacters(shownFixed),
    configuration,
    shown: { text: shownText, fixed: shownFixed },
  };
}

/** Puts the characters themselves in place of their names. */
function withCharacters(named: string): string {
  return named.replace(/⟪U\+([0-9A-F]{4,6})⟫/gu, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

function takeSettings(source: string): { readonly configuration: CheckConfiguration; readonly rest: string } {
  if (!source.startsWith(SETTINGS_LINE)) {
    return { configuration: { severities: {} }, rest: source };
  }
  const end = source.indexOf("\n");
  const stated = JSON.parse(source.slice(SETTINGS_LINE.length, end)) as Partial<CheckConfiguration>;
  return { configuration: { severities: {}, ...stated }, rest: source.slice(end + 1) };
}

function takeMarks(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const open: { readonly check: string; readonly start: number }[] = [];
  let text = "";
  let at = 0;
  while (at < marked.length) {
    const character = marked.charAt(at);
    if (character === OPEN) {
      const bar = marked.indexOf(BAR, at);
      open.push({ check: marked.slice(at + 1, bar), start: text.length });
      at = bar + 1;
    } else if (character === CLOSE) {
      const last = open.pop();
      if (last === undefined) {
        throw new Error(`A mark is closed that was not opened, behind: ${text.slice(-40)}`);
      }
      marks.push({ ...last, end: text.length });
      at++;
    } else {
      text += character;
      at++;
    }
  }
  if (open.length > 0) {
    throw new Error(`A mark is not closed: ${open.map(({ check }) => check).join(", ")}`);
  }
  return { text, marks };
}
