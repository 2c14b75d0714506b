import type { Severity } from "../core/checks/check.ts";
import type { FileCheck } from "./check-file.ts";
import { checkFiles } from "./check-files.ts";
import { type CheckOptions, isAtLeast, readCheckOptions } from "./check-options.ts";
import { type Command, EXIT_CLEAN, EXIT_FOUND, EXIT_TROUBLE } from "./command.ts";
import { SARIF_END, sarifStart } from "./findings-as-sarif.ts";
import { searchFiles } from "./input-files.ts";
import { reportTrouble, writeOut } from "./output.ts";
import { PathSample } from "./path-sample.ts";
import { createProgress } from "./progress.ts";
import { surveyFiles } from "./survey-files.ts";
import { programVersion } from "./version.ts";

const HELP = `Usage: pressmark check [OPTIONS] PATH...

Finds what is repeated or broken in dumps of scraped articles.

  --format text|json|sarif  text: a line per finding; json: a line per file; sarif: one log of all
  --select IDS              only these checks or groups, comma-separated
  --ignore IDS              all checks but these
  --min-severity LEVEL      print nothing below hint, information, warning or error (default: hint)
  --fail-on LEVEL           exit 1 from this level on, or never (default: warning)
  --summary                 counts per check instead of the findings
  --sample N [--seed S]     N paths to look at, drawn from the files with findings; the same S draws the same
  --jobs N                  files checked at once (default: the number of cores)
  --encoding NAME           of files that are not UTF-8 and have no byte order mark, as windows-1252
  --no-ignore-file          report also what .pressmark/ignore.json, in the file's folder or above, names

Examples:
  pressmark check dumps/
  pressmark check --format json --min-severity warning dumps/ > findings.jsonl
  pressmark check --summary --sample 20 --seed 7 dumps/

Exit code: 0 nothing from --fail-on on, 1 something, 2 a wrong call or a file that could not be read.
`;

export const checkCommand: Command = {
  help: HELP,
  async run(parameters, { workerProgram }) {
    const options = await readCheckOptions(parameters);
    const search = searchFiles(options.paths);
    const survey = surveyFiles(search);
    const progress = await createProgress(survey);
    const tally = new Tally(options);
    const reported = new Set<string>();
    if (options.file.format === "sarif") {
      await writeOut(sarifStart(programVersion()));
    }
    for await (const checked of checkFiles(survey, options, workerProgram)) {
      const output = tally.add(checked);
      if (output.length > 0 || checked.trouble !== undefined || checked.ignoreTrouble !== undefined) {
        progress.clear();
      }
      if (checked.trouble !== undefined) {
        reportTrouble(checked.path, checked.trouble);
      }
      const { ignoreTrouble } = checked;
      if (ignoreTrouble !== undefined && !reported.has(ignoreTrouble.path)) {
        reported.add(ignoreTrouble.path);
        reportTrouble(ignoreTrouble.path, ignoreTrouble.reason);
      }
      for (const part of output) {
        await writeOut(part);
      }
      progress.advance(checked);
    }
    progress.clear();
    await writeOut(tally.end());
    if (search.hadTrouble() || tally.hadTrouble) {
      return EXIT_TROUBLE;
    }
    return options.failOn !== undefined && tally.isWorst(options.failOn) ? EXIT_FOUND : EXIT_CLEAN;
  },
};

/** Answers the tasks of the command's own worker threads; run in such a thread. */
export async function serveChecks(): Promise<void> {
  (await import("./check-worker.ts")).serveChecks();
}

/** Gathers the files' results as they come, in the order of the files. */
class Tally {
  hadTrouble = false;
  readonly #options: CheckOptions;
  readonly #counts = new Map<string, number>();
  readonly #sample: PathSample | undefined;
  #files = 0;
  #dumps = 0;
  #filesWithFindings = 0;
  #results = 0;
  #ignored = 0;
  #worst: Severity | undefined;

  constructor(options: CheckOptions) {
    this.#options = options;
    this.#sample =
      options.sample === undefined ? undefined : new PathSample(options.sample.size, options.sample.seed);
  }

  /** @returns what is to be written for this file. */
  add(checked: FileCheck): readonly (string | Uint8Array)[] {
    if (checked.trouble !== undefined) {
      this.hadTrouble = true;
      return [];
    }
    this.hadTrouble ||= checked.ignoreTrouble !== undefined;
    this.#ignored += checked.ignored;
    this.#files++;
    this.#dumps += checked.isDump ? 1 : 0;
    if (checked.worst !== undefined && (this.#worst === undefined || isAtLeast(checked.worst, this.#worst))) {
      this.#worst = checked.worst;
    }
    const counts = Object.entries(checked.counts);
    for (const [check, count] of counts) {
      this.#counts.set(check, (this.#counts.get(check) ?? 0) + count);
    }
    if (counts.length > 0) {
      this.#filesWithFindings++;
      this.#sample?.offer(checked.path);
    }
    if (this.#options.file.format !== "sarif" || checked.output.length === 0) {
      return checked.output;
    }
    this.#results++;
    return [this.#results === 1 ? "\n" : ",\n", ...checked.output];
  }

  /** @returns what is to be written behind all files. */
  end(): string {
    switch (this.#options.file.format) {
      case "sarif":
        return SARIF_END;
      case "json":
        return this.#options.file.isDetailed ? "" : `${JSON.stringify(this.#summary())}\n`;
      case "text":
        return this.#endOfText();
    }
  }

  isWorst(least: Severity): boolean {
    return this.#worst !== undefined && isAtLeast(this.#worst, least);
  }

  #summary(): object {
    return {
      ...(this.#options.isSummary
        ? {
            files: this.#files,
            dumps: this.#dumps,
            filesWithFindings: this.#filesWithFindings,
            ignored: this.#ignored,
            findings: Object.fromEntries(this.#sortedCounts()),
          }
        : {}),
      ...(this.#sample === undefined ? {} : { sample: this.#sample.paths() }),
    };
  }

  #endOfText(): string {
    const parts: string[] = [];
    if (this.#options.isSummary) {
      parts.push(
        ...this.#sortedCounts().map(([check, count]) => `${String(count).padStart(8)}  ${check}\n`),
        `${counted(this.#files, "file")}, ${counted(this.#dumps, "dump")}, ${this.#filesWithFindings} with findings${this.#ignored === 0 ? "" : `, ${counted(this.#ignored, "finding")} ignored`}\n`,
      );
    }
    if (this.#sample !== undefined) {
      parts.push(...this.#sample.paths().map((path) => `${path}\n`));
    }
    return parts.join("");
  }

  /** The most frequent first; by name where two are as frequent. */
  #sortedCounts(): [string, number][] {
    return [...this.#counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
