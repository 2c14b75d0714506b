import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { domainToASCII } from "node:url";
import { parse } from "tldts";

/** As many characters of names as stand on one line of the written file. */
const LINE_WIDTH = 90;

/**
 * The text of server/core/links/top-level-domains.ts: the last labels of all public suffixes of the ICANN part of the
 * Public Suffix List, as the `tldts` package knows them, in letters and in Punycode.
 *
 * The package's interface answers for one host at a time, so the candidates are the labels of its data file, and each is
 * put to that interface.
 */
export function topLevelDomainsModule(): string {
  const known = new Set<string>();
  for (const label of labelsOfTldts()) {
    if (isTopLevelDomain(label)) {
      known.add(label);
      known.add(domainToASCII(label));
    }
  }
  const names = [...known].sort((first, second) => (first < second ? -1 : 1));
  return `// Written by npm run generate from the tldts package.

/**
 * The top-level domains of the Public Suffix List's ICANN part, in letters and in Punycode, with spaces between them. The package itself takes 9 ms to load, a third of the time in which the
 * command line starts, and knows a hundred kilobytes of suffixes below these, which say nothing on whether a host can exist.
 */
export const TOP_LEVEL_DOMAINS: string =
${literalOf(names)};
`;
}

export function isTopLevelDomain(label: string): boolean {
  // A label below catches suffixes that are only known with one, such as `*.ck`.
  return parse(`b.a.${label}`, { validateHostname: false }).isIcann === true;
}

function labelsOfTldts(): ReadonlySet<string> {
  const require = createRequire(import.meta.url);
  const data = join(dirname(require.resolve("tldts")), "src/data/trie.js");
  const { labelText, edgeLength } = require(data) as { labelText: string; edgeLength: Uint8Array };
  const labels = new Set<string>();
  let at = 0;
  for (const length of edgeLength) {
    labels.add(labelText.slice(at, at + length));
    at += length;
  }
  if (at !== labelText.length) {
    throw new Error("The data of tldts is laid out differently than it was: read it anew.");
  }
  labels.delete("*");
  return labels;
}

function literalOf(names: readonly string[]): string {
  const lines: string[] = [];
  let line = "";
  for (const name of names) {
    if (line.length + name.length > LINE_WIDTH) {
      lines.push(line);
      line = "";
    }
    line += `${name} `;
  }
  lines.push(line);
  return lines.map((part) => `  ${JSON.stringify(part)}`).join(" +\n");
}
