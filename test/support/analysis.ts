import type { Dump } from "../../server/core/article/model.ts";
import { parse } from "../../server/core/article/parse.ts";
import { checkOnce } from "../../server/core/checks/checker.ts";
import { placeFindings } from "../../server/core/checks/place-findings.ts";
import { DEFAULT_CONFIGURATION } from "../../server/core/checks/run-checks.ts";
import { type ColumnEncoding, indexLines } from "../../server/core/text/lines.ts";
import { ENGLISH } from "../../server/core/text/phrases.ts";
import { createConverter } from "../../server/features/convert.ts";
import type { Analysis } from "../../server/features/feature-context.ts";

export const ANALYSIS_URI = "file:///dumps/dump.txt";

/** A text, read and checked at the built-in levels. */
export function analysisOf(text: string, encoding: ColumnEncoding = "utf-16"): Analysis {
  return analysisOfDump(parse(text), encoding);
}

/** A dump, whoever read it, checked at the built-in levels. */
export function analysisOfDump(dump: Dump, encoding: ColumnEncoding = "utf-16"): Analysis {
  const lines = indexLines(dump.text);
  const checked = checkOnce(dump, lines, DEFAULT_CONFIGURATION);
  return {
    uri: ANALYSIS_URI,
    version: 1,
    text: dump.text,
    lines,
    dump,
    convert: createConverter(lines, encoding),
    phrases: ENGLISH,
    checked,
    findings: placeFindings(checked, ENGLISH),
  };
}
