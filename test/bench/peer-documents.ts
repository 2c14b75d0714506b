/** The text of a dump in the peers' own languages: about as many bytes, a line for each of its lines. */

export function asJson(dump: string): string {
  const lines = linesOf(dump).map((line, index) => `  { "line": ${index}, "text": ${JSON.stringify(line)} }`);
  return `[\n${lines.join(",\n")}\n]\n`;
}

export function asHtml(dump: string): string {
  const lines = linesOf(dump).map((line) =>
    isAddress(line) ? `<a href="${escaped(line)}">link</a>` : `<p>${escaped(line)}</p>`,
  );
  return `<!DOCTYPE html>\n<html>\n<body>\n${lines.join("\n")}\n</body>\n</html>\n`;
}

export function asMarkdown(dump: string): string {
  return linesOf(dump)
    .map((line, index) => (isAddress(line) ? `[link](<${line}>)` : index % 60 === 1 ? `# ${line}` : line))
    .join("\n\n");
}

function linesOf(dump: string): readonly string[] {
  return dump.split("\n").filter((line) => line !== "");
}

function isAddress(line: string): boolean {
  return line.startsWith("https://");
}

function escaped(line: string): string {
  return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
