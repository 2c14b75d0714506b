/**
 * A text without the code units at its end for which the test holds. By hand, as a regular expression that asks for the
 * text's end (`/\.+$/`) starts anew at each unit of every run that does not reach it, which is quadratic.
 */
export function trimEndWhile(text: string, holds: (unit: number) => boolean): string {
  let end = text.length;
  while (end > 0 && holds(text.charCodeAt(end - 1))) {
    end--;
  }
  return text.slice(0, end);
}

/** A host's name without the full stops behind it: those of the sentence, or the root's. */
export function withoutFinalDots(host: string): string {
  return trimEndWhile(host, (unit) => unit === 0x2e);
}
