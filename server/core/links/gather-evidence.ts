import type { Unit } from "../article/model.ts";
import { lineContentSpan, lineCount } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { trimSpan } from "../text/white-space.ts";
import type { LinkEvidence } from "./evidence.ts";
import { lastLabel, looksLikeIpv4 } from "./hosts.ts";
import type { Link } from "./link.ts";
import { scanLinks } from "./scan.ts";

/** What a dump says about its links, with the place of what stands alone. */
export interface DumpEvidence extends LinkEvidence {
  /** The first line of the dump that holds a text and nothing else. */
  readonly placeOf: (text: string) => UnitPlace | undefined;
}

/** A span of a unit's text. */
export interface UnitPlace {
  readonly unit: Unit;
  readonly span: Span;
}

/** Gathers evidence from version after version of a document's units. What it gave before need not hold any more. */
export type EvidenceGatherer = (units: readonly Unit[]) => DumpEvidence;

export function createEvidence(): EvidenceGatherer {
  return gatherEvidence;
}

/**
 * Gathers what a dump says about its links. Nothing is looked at before it is asked for: most links are good, and the form of
 * most others says enough.
 */
export function gatherEvidence(units: readonly Unit[]): DumpEvidence {
  const places = once(() => new Map(shortLines(units)));
  const words = once(() => wordsOf(places().keys()));
  const known = once(() => knownLinks(units));
  const placeOf = (text: string) => (text.length > LONGEST_STANDING ? undefined : places().get(text));
  return {
    placeOf,
    standsAlone: (text) => placeOf(text) !== undefined,
    isKnownLink: (url) => known().urls.has(url),
    completions: (start, end) => completionsIn(known().sorted, start, end),
    knownStart: (text) => longestStart(known().byUrl, text),
    isKnownHost: (host) => known().schemes.has(host),
    hosts: () => known().hosts,
    schemeOf: (host) => known().schemes.get(host) ?? schemeOfSite(known(), host) ?? known().commonScheme,
    suffixUses: (suffix) => known().suffixes.get(suffix)?.size ?? 0,
    hasWord: (word) => words().has(word),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Longer lines are paragraphs, and no one sticks a paragraph to a link. */
const LONGEST_STANDING = 240;

function* shortLines(units: readonly Unit[]): Iterable<[string, UnitPlace]> {
  const seen = new Set<string>();
  for (const unit of units) {
    const { lines } = unit;
    for (let line = 0; line < lineCount(lines); line++) {
      const span = trimSpan(lines.text, lineContentSpan(lines, line));
      if (span.end > span.start && span.end - span.start <= LONGEST_STANDING) {
        const text = lines.text.slice(span.start, span.end);
        if (!seen.has(text)) {
          seen.add(text);
          yield [text, { unit, span }];
        }
      }
    }
  }
}

/** The words of headlines, names and keywords; addresses and pieces of them say nothing on what is a word. */
function wordsOf(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    const isWords = text.includes(" ") ? !text.includes("/") : /^\p{L}+$/u.test(text);
    if (isWords) {
      for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
        words.add(word);
      }
    }
  }
  return words;
}

interface KnownLinks {
  readonly urls: ReadonlySet<string>;
  /** Ascending. */
  readonly byUrl: readonly string[];
  /** Without scheme and `www.`, ascending, each with the whole link. */
  readonly sorted: readonly { readonly bare: string; readonly url: string }[];
  readonly hosts: readonly string[];
  /** By host in lower case. */
  readonly schemes: ReadonlyMap<string, string>;
  readonly commonScheme: string | undefined;
  readonly suffixes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The good links of a dump. */
function knownLinks(units: readonly Unit[]): KnownLinks {
  const urls = new Set<string>();
  const schemes = new Map<string, string>();
  const suffixes = new Map<string, Set<string>>();
  let secure = 0;
  let insecure = 0;
  for (const { link, text } of linksOfUnits(units)) {
    const url = text.slice(link.span.start, link.span.end);
    if (isOfUnknownSuffix(link)) {
      const suffix = lastLabel(hostOf(url).replace(/\.$/, ""));
      suffixes.set(suffix, (suffixes.get(suffix) ?? new Set()).add(url));
    }
    if (link.troubles.length > 0 || link.target !== url || !url.includes("://")) {
      continue;
    }
    urls.add(url);
    const scheme = url.slice(0, url.indexOf(":")).toLowerCase();
    const host = hostOf(url);
    if (!looksLikeIpv4(host) && !host.startsWith("[")) {
      secure += scheme === "https" ? 1 : 0;
      insecure += scheme === "http" ? 1 : 0;
    }
    if (schemes.get(host) !== "https") {
      schemes.set(host, scheme);
    }
  }
  const byUrl = [...urls].sort(compare);
  const sorted = byUrl
    .map((url) => ({ bare: withoutScheme(url), url }))
    .sort((first, second) => compare(first.bare, second.bare));
  // A few old links prove nothing.
  const commonScheme = insecure > 2 * secure && insecure > 1 ? "http" : "https";
  return {
    urls,
    byUrl,
    sorted,
    hosts: [...schemes.keys()],
    schemes,
    commonScheme: urls.size > 0 ? commonScheme : undefined,
    suffixes,
  };
}

function* linksOfUnits(units: readonly Unit[]): Iterable<{ readonly link: Link; readonly text: string }> {
  for (const { text } of units) {
    for (const link of scanLinks(text, { start: 0, end: text.length })) {
      yield { link, text };
    }
  }
}

/** The scheme of a host of the same site: `www.example.com` and `img.example.com` are of `example.com`. */
function schemeOfSite({ schemes }: KnownLinks, host: string): string | undefined {
  const site = host.replace(/^www\./, "");
  for (const [known, scheme] of schemes) {
    const other = known.replace(/^www\./, "");
    if (other === site || other.endsWith(`.${site}`) || site.endsWith(`.${other}`)) {
      return scheme;
    }
  }
  return undefined;
}

function isOfUnknownSuffix({ troubles }: Link): boolean {
  return troubles.length === 1 && troubles[0]?.kind === "no-public-suffix";
}

function hostOf(url: string): string {
  const start = url.indexOf("://") + 3;
  const end = url.slice(start).search(/[/?#:]/);
  return (end < 0 ? url.slice(start) : url.slice(start, start + end)).toLowerCase();
}

function withoutScheme(url: string): string {
  return url.replace(/^(?:[a-z]{3,5}:)?\/\//i, "").replace(/^www\./i, "");
}

function compare(first: string, second: string): number {
  return first < second ? -1 : Number(first > second);
}

/** The first index whose text is not before the sought one. */
function lowerBound(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** So many links with one beginning are looked through; more are no answer. */
const MOST_CANDIDATES = 64;

function completionsIn(sorted: KnownLinks["sorted"], start: string, end: string): string[] {
  const bare = withoutScheme(start);
  const first = lowerBound(sorted.length, (index) => (sorted[index] as { bare: string }).bare < bare);
  const found: { readonly bare: string; readonly url: string }[] = [];
  for (let index = first; index < sorted.length && index < first + MOST_CANDIDATES; index++) {
    const candidate = sorted[index] as (typeof sorted)[number];
    if (!candidate.bare.startsWith(bare)) {
      break;
    }
    const isLonger = candidate.bare.length > bare.length + end.length;
    if (isLonger && candidate.bare.endsWith(end) && found.at(-1)?.bare !== candidate.bare) {
      found.push(candidate);
      if (found.length > 1) {
        break;
      }
    }
  }
  return found.map(({ url }) => url);
}

/** The longest of the sorted texts that another starts with and is longer than. */
function longestStart(sorted: readonly string[], text: string): string | undefined {
  let sought = text;
  while (sought !== "") {
    const index = lowerBound(sorted.length, (at) => (sorted[at] as string) < sought) - 1;
    const candidate = sorted[index];
    if (candidate === undefined) {
      return undefined;
    }
    if (text.startsWith(candidate)) {
      return candidate;
    }
    let common = 0;
    while (common < sought.length && candidate.charCodeAt(common) === sought.charCodeAt(common)) {
      common++;
    }
    // Whatever starts the text and comes before the candidate is no longer than what the two have in common.
    sought = common < sought.length ? `${sought.slice(0, common)}\u0000` : "";
  }
  return undefined;
}
