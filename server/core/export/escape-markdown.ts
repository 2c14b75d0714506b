/**
 * Text that Markdown (CommonMark 0.31, GitHub's extensions) shows as it is: no emphasis, link, picture, HTML, entity,
 * heading, list, table, formula or code can come of it. Line breaks stay, as breaks inside the paragraph; blank lines
 * and indentation, which would start something else, go. A plain address may still be made clickable by a viewer.
 */
export function escapeMarkdown(text: string): string {
  return text
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(escapeLine)
    .join("\\\n");
}

function escapeLine(line: string): string {
  return escapeStart(line.replaceAll(/[\\`*_[\]<>&~|$^{}]/gu, "\\$&"));
}

/** What means something at the start of a line only: `#`, `+`, `-`, `=`, `:` and numbers with `.` or `)`. */
function escapeStart(line: string): string {
  if (/^[#+\-=:]/u.test(line)) {
    return `\\${line}`;
  }
  let digits = 0;
  while (digits < line.length && line.charCodeAt(digits) >= 0x30 && line.charCodeAt(digits) <= 0x39) {
    digits++;
  }
  const mark = line.charAt(digits);
  const isListNumber = digits > 0 && (mark === "." || mark === ")");
  return isListNumber ? `${line.slice(0, digits)}\\${line.slice(digits)}` : line;
}
