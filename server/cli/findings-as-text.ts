import type { Severity } from "../core/checks/check.ts";
import { positionAt } from "../core/text/lines.ts";
import type { CheckedFile } from "./findings-as-json.ts";
import { displayLine, displayPath } from "./output.ts";

/** Colours of the terminal (SGR): what is worse stands out more. */
const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 2 };

/** A line per finding: `path:line:column: severity: message [check]`, which editors and `grep` can follow. */
export function findingsAsText({ path, lines, findings }: CheckedFile, isColoured: boolean): string {
  const rows = findings.map(({ span, severity, message, check }) => {
    const { line, character } = positionAt(lines, span.start, "utf-16");
    const level = isColoured ? `\u001b[${COLOURS[severity]}m${severity}\u001b[0m` : severity;
    return `${displayPath(path)}:${line + 1}:${character + 1}: ${level}: ${displayLine(message)} [${check}]\n`;
  });
  return rows.join("");
}
