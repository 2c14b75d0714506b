import type { AnchorOutcome } from "../core/annotations/anchor-annotations.ts";
import { indexLines, type LineIndex, lineAt } from "../core/text/lines.ts";
import { type AnnotatedFile, annotatedFiles } from "./annotated-files.ts";
import { EXIT_CLEAN, EXIT_FOUND, EXIT_TROUBLE } from "./command.ts";
import { oneOf, readOptions } from "./options.ts";
import { displayLine, displayPath, writeOut } from "./output.ts";
import { rangeOf } from "./ranges.ts";
import { countOutcomes } from "./sidecar-file.ts";

/** `pressmark annotations verify`. */
export async function verifyAnnotationsOf(parameters: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions("annotations verify", parameters, {
    format: { type: "string", default: "text" },
    encoding: { type: "string" },
  });
  const format = oneOf("--format", values.format, ["text", "json"]);
  const annotated = annotatedFiles(positionals, values.encoding);
  let needsEyes = false;
  for await (const file of annotated.files) {
    const { outcomes, problems } = file.sidecar;
    needsEyes ||=
      problems.length > 0 || outcomes.some(({ state }) => state === "approximate" || state === "orphan");
    const lines = indexLines(file.read.text);
    await writeOut(format === "json" ? asJson(file, lines) : asText(file, lines));
  }
  if (annotated.hadTrouble()) {
    return EXIT_TROUBLE;
  }
  return needsEyes ? EXIT_FOUND : EXIT_CLEAN;
}

function asJson({ file, sidecar }: AnnotatedFile, lines: LineIndex): string {
  const record = {
    path: file.path,
    unchanged: sidecar.isSameText,
    counts: countOutcomes(sidecar.outcomes),
    annotations: sidecar.outcomes.map(({ id, role, state, span, score, reason, before }) => ({
      id,
      role,
      state,
      range: span === undefined ? null : rangeOf(lines, span),
      score,
      quote: before.quote?.exact ?? null,
      reason: reason ?? null,
    })),
    problems: sidecar.problems.map(({ index, reason }) => ({ index: index ?? null, reason })),
  };
  return `${JSON.stringify(record)}\n`;
}

/** The longest quotation shown in a text list, in UTF-16 units. */
const SHOWN_LENGTH = 80;

function asText({ file, sidecar }: AnnotatedFile, lines: LineIndex): string {
  const { outcomes, problems } = sidecar;
  const counts = Object.entries(countOutcomes(outcomes)).map(([state, count]) => `${count} ${state}`);
  const head = `${displayPath(file.path)}: ${counts.join(", ")}${problems.length === 0 ? "" : `, ${problems.length} not understood`}\n`;
  const marks = outcomes
    .filter(({ state }) => state !== "exact")
    .map((outcome) => outcomeAsText(outcome, lines));
  const faults = problems.map(
    ({ index, reason }) => `  entry ${index === undefined ? "?" : index + 1}: ${displayLine(reason)}\n`,
  );
  return [head, ...marks, ...faults].join("");
}

function outcomeAsText(
  { state, span, before, reason, score, role }: AnchorOutcome,
  lines: LineIndex,
): string {
  const words = displayLine((before.quote?.exact ?? "").split(/\s+/u).join(" "));
  const shown = words.length > SHOWN_LENGTH ? `${words.slice(0, SHOWN_LENGTH - 1)}…` : words;
  const place = span === undefined ? "" : `line ${lineAt(lines, span.start) + 1}`;
  const part = role === "content" ? "" : ` (${role})`;
  const how = state === "approximate" ? `, ${Math.floor(score * 100)} % the same` : "";
  const why = reason === undefined ? "" : `: ${reason}`;
  return `  ${state.padEnd(11)} ${place.padEnd(9)} “${shown}”${part}${how}${why}\n`;
}
