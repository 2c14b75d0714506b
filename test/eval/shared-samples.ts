import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "../../server/core/article/parse.ts";
import { checkDump } from "../../server/core/checks/run-checks.ts";
import { indexLines, lineAt } from "../../server/core/text/lines.ts";

/** The real layouts beside the project, when they are there. They are read, never copied. */
export const SAMPLES_FOLDER: string = fileURLToPath(new URL("../../../shared/samples", import.meta.url));

export interface Sample {
  /** Below the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function readSamples(): readonly Sample[] {
  if (!existsSync(SAMPLES_FOLDER)) {
    return [];
  }
  return readdirSync(SAMPLES_FOLDER, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(txt|md|story|sgm)$/iu.test(name) && name !== "README.md")
    .sort()
    .map((path) => ({ path, text: readText(join(SAMPLES_FOLDER, path)) }));
}

export interface SampleFinding {
  readonly path: string;
  readonly check: string;
  readonly line: number;
  readonly severity: string;
  /** With text of the sample: for a terminal, never for a committed file. */
  readonly message: string;
  readonly excerpt: string;
}

/** All findings on the samples, to be read one by one. */
export function findingsOnSamples(samples: readonly Sample[]): readonly SampleFinding[] {
  return samples.flatMap(({ path, text }) => {
    const lines = indexLines(text);
    return checkDump(parse(text)).map(({ check, severity, message, span }) => ({
      path,
      check,
      severity,
      message,
      line: lineAt(lines, span.start) + 1,
      excerpt: text.slice(span.start, Math.min(span.end, span.start + 100)),
    }));
  });
}

/** UTF-8, or the Latin-1 of the old wire services. */
function readText(path: string): string {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}
