/** Splits what VS Code reads as a link (`[words](command:…)`) or an icon (`$(name)`) without a visible change. */
const WORD_JOINER = "\u2060";

/**
 * Makes a text that others wrote (a file's name, words of a dump) mean nothing but itself where VS Code shows messages,
 * labels and list entries: none of it becomes a link or an icon, and it stays on one line.
 */
export function plainText(text: string): string {
  return text
    .replaceAll("](", `]${WORD_JOINER}(`)
    .replaceAll("$(", `$${WORD_JOINER}(`)
    .replace(/[\r\n\u2028\u2029]/g, " ");
}

/** "2 warnings, 5 notes, 9 repeats". */
export function listed(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(", ");
}

/** Rounded down: 99.6 % is not certainty. */
export function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}
