/**
 * Writes to standard output and waits while the reader is behind, so that a large result does not pile up in memory.
 */
export async function writeOut(text: string): Promise<void> {
  if (text === "" || process.stdout.write(text)) {
    return;
  }
  await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
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

/** `pressmark check … | head` ends without a word when `head` has seen enough. */
export function quietlyEndOnClosedPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") {
      process.exit();
    }
    throw error;
  });
}
