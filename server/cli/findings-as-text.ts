import type { Severity } from "../core/checks/check.ts";
import type { CheckedFile, FindingsForm } from "./findings-writer.ts";
import { displayLine, displayPath } from "./output.ts";
import { rangeAmong } from "./ranges.ts";

/** Colours of the terminal (SGR): what is worse stands out more. */
const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 2 };

/** A line per finding: `path:line:column: severity: message [check]`, which editors and `grep` can follow. */
export function findingsAsText({ path, units }: CheckedFile, isColoured: boolean): FindingsForm {
  const name = displayPath(path);
  return {
    start: "",
    separator: "",
    end: "",
    write: ({ span, severity, message, check }) => {
      const { line, character } = rangeAmong(units, span).start;
      const level = isColoured ? `\u001b[${COLOURS[severity]}m${severity}\u001b[0m` : severity;
      return `${name}:${line + 1}:${character + 1}: ${level}: ${displayLine(message)} [${check}]\n`;
    },
  };
}
