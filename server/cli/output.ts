import { fstatSync, writeSync } from "node:fs";
import { explainFileError } from "./file-error.ts";
import { UsageError } from "./usage-error.ts";

/** The system's numbers of the standard streams. */
const STANDARD_OUTPUT = 1;
const STANDARD_ERROR = 2;

/**
 * Writes to standard output and waits while the reader is behind, so that a large result does not pile up in memory. Node's
 * own stream is taken only where the system asks to come again later, as it takes Node longer to make it ready than to check
 * a short file. `pressmark check … | head` ends without a word when `head` has seen enough.
 *
 * @throws UsageError when it cannot be written, as to a file on a full disk.
 */
export async function writeOut(text: string | Uint8Array): Promise<void> {
  let rest: Uint8Array = typeof text === "string" ? Buffer.from(text) : text;
  try {
    while (rest.length > 0) {
      rest = rest.subarray(writeSync(STANDARD_OUTPUT, rest));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") {
      endOnClosedPipe(error);
    }
    await writeToStream(rest);
  }
}

function writeToStream(bytes: Uint8Array): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    process.stdout.once("error", reject);
    process.stdout.write(bytes, () => {
      process.stdout.off("error", reject);
      resolve();
    });
  }).catch(endOnClosedPipe);
}

/** Windows says `EOF`. */
function endOnClosedPipe(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EPIPE" || code === "EOF") {
    process.exit();
  }
  throw new UsageError(`standard output: ${explainFileError(error)}`);
}

/** Whether a standard stream is a terminal. Most are not, which the system tells sooner than Node. */
export async function isTerminal(stream: "output" | "errors"): Promise<boolean> {
  const number = stream === "output" ? STANDARD_OUTPUT : STANDARD_ERROR;
  return fstatSync(number).isCharacterDevice() && (await import("node:tty")).isatty(number);
}

/** One line on standard error about one file; the other files go on. */
export function reportTrouble(path: string, what: string): void {
  process.stderr.write(`pressmark: ${displayPath(path)}: ${what}\n`);
}

/** A path for people, on one line. */
export function displayPath(path: string): string {
  return path === "-" ? "standard input" : displayLine(path);
}

/**
 * Text for a terminal, on one line: control characters, which it would obey, and marks that turn the reading direction
 * are shown as escapes. File names and quotations from dumps may hold them.
 */
export function displayLine(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
