/** How often the line is drawn at most, in milliseconds: often enough to see it live, too seldom to cost anything. */
const DRAWING_INTERVAL = 100;

export interface Progress {
  /** One more file is done. */
  advance(): void;
  /** Takes the line away. */
  end(): void;
}

/** A line on standard error that counts the files, when that is a terminal; else nothing. */
export function createProgress(): Progress {
  if (process.stderr.isTTY !== true) {
    return { advance: () => {}, end: () => {} };
  }
  let done = 0;
  let drawnAt = Date.now();
  let isDrawn = false;
  return {
    advance: () => {
      done++;
      const now = Date.now();
      if (now - drawnAt >= DRAWING_INTERVAL) {
        drawnAt = now;
        isDrawn = true;
        process.stderr.write(`\r\u001b[K${done} files checked`);
      }
    },
    end: () => {
      if (isDrawn) {
        process.stderr.write("\r\u001b[K");
      }
    },
  };
}
