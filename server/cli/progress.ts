import type { InputFile } from "./input-files.ts";
import { isTerminal } from "./output.ts";
import type { Survey } from "./survey-files.ts";

/** How often the line is drawn at most, in milliseconds: often enough to see it live, too seldom to cost anything. */
const DRAWING_INTERVAL = 100;

/** In characters; the line with it fits into a terminal of 80. */
const BAR_WIDTH = 30;

export interface Progress {
  /** One more file is done. */
  advance(file: Pick<InputFile, "size">): void;
  /** Takes the line away, so that something else can be written; it comes again with the next file. */
  clear(): void;
}

/** A bar on standard error, by the bytes of the files, when that is a terminal; else nothing. */
export async function createProgress(survey: Survey): Promise<Progress> {
  // A single file has no progress to show.
  if (survey.known.length < 2 || !(await isTerminal("errors"))) {
    return { advance: () => {}, clear: () => {} };
  }
  let files = 0;
  let bytes = 0;
  let drawnAt = Date.now();
  let isDrawn = false;
  return {
    advance: ({ size }) => {
      files++;
      bytes += size;
      const now = Date.now();
      if (now - drawnAt >= DRAWING_INTERVAL) {
        drawnAt = now;
        isDrawn = true;
        process.stderr.write(`\r\u001b[K${progressLine(survey, files, bytes)}`);
      }
    },
    clear: () => {
      if (isDrawn) {
        isDrawn = false;
        process.stderr.write("\r\u001b[K");
      }
    },
  };
}

/** How many there are is known only where the survey came to its end. */
export function progressLine({ known, bytes: all, isWhole }: Survey, files: number, bytes: number): string {
  if (!isWhole) {
    return `${files.toLocaleString("en")} files checked`;
  }
  const share = all === 0 ? files / known.length : bytes / all;
  const filled = Math.floor(share * BAR_WIDTH);
  const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `${bar} ${percent} %  ${files.toLocaleString("en")} of ${known.length.toLocaleString("en")} files`;
}
