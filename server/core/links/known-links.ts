import { ownText, sliceSpan } from "../text/span.ts";
import type { Steps } from "../text/steps.ts";
import { lastLabel, looksLikeIpv4 } from "./hosts.ts";
import type { Link } from "./link.ts";

/** How often something was counted. */
type Counts = Map<string, number>;

/**
 * The good links of a dump, counted: links come and go one by one, and what is said of them depends on those that are there, not on the
 * order in which they came.
 */
export class KnownLinks {
  readonly #urls: Counts = new Map();
  /** By host in lower case: how many links each scheme has. */
  readonly #schemes = new Map<string, Counts>();
  /** By a domain that no host should end in: its links. */
  readonly #suffixes = new Map<string, Counts>();
  #secure = 0;
  #insecure = 0;
  /** Made when they are first asked for; then kept in order. */
  #byUrl: string[] | undefined;
  #byBare: BareUrl[] | undefined;
  #hosts: readonly string[] | undefined;
  /** What was asked of links that come again and again, until a link comes or goes. */
  readonly #goingOn = new Map<string, boolean>();
  readonly #starts = new Map<string, string | undefined>();
  #version = 0;

  /** Another number whenever an answer may have become another. */
  get version(): number {
    return this.#version;
  }

  /** Puts in order, one kind after the other, what is else put in order when it is first asked for. */
  *prepare(): Steps<void> {
    this.#sortedByUrl();
    yield;
    this.#sortedByBare();
    yield;
    this.hosts();
  }

  /** Counts a link of a text, or takes it away again. */
  count(text: string, link: Link, by: 1 | -1): void {
    const slice = sliceSpan(text, link.span);
    // A slice would keep this version of the text in memory.
    const url = this.#urls.has(slice) ? slice : ownText(text, link.span);
    if (!url.includes("://")) {
      return;
    }
    if (isOfUnknownSuffix(link)) {
      const suffix = lastLabel(hostOf(url).replace(/\.$/, ""));
      const before = this.suffixUses(suffix);
      countIn(this.#suffixes, suffix, url, by);
      this.#version += this.suffixUses(suffix) === before ? 0 : 1;
    }
    if (link.troubles.length === 0 && link.target === url) {
      this.#countGood(url, by);
    }
  }

  isKnown(url: string): boolean {
    return this.#urls.has(url);
  }

  isKnownHost(host: string): boolean {
    return this.#schemes.has(host);
  }

  /** Ascending. */
  hosts(): readonly string[] {
    this.#hosts ??= [...this.#schemes.keys()].sort(compare);
    return this.#hosts;
  }

  schemeOf(host: string): string | undefined {
    return this.#schemeOfHost(host) ?? this.#schemeOfSite(host) ?? this.#commonScheme();
  }

  suffixUses(suffix: string): number {
    return this.#suffixes.get(suffix)?.size ?? 0;
  }

  /** See `LinkEvidence`. */
  completions(start: string, end: string): string[] {
    const sorted = this.#sortedByBare();
    const bare = withoutScheme(start);
    const first = lowerBound(sorted.length, (index) => (sorted[index] as BareUrl).bare < bare);
    const found: BareUrl[] = [];
    for (let index = first; index < sorted.length && index < first + MOST_CANDIDATES; index++) {
      const candidate = sorted[index] as BareUrl;
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

  /** See `LinkEvidence`. */
  goesOn(start: string): boolean {
    const known = this.#goingOn.get(start);
    if (known !== undefined) {
      return known;
    }
    const sorted = this.#sortedByBare();
    const bare = withoutScheme(start);
    let index = lowerBound(sorted.length, (at) => (sorted[at] as BareUrl).bare < bare);
    while (sorted[index]?.bare === bare) {
      index++;
    }
    const goesOn = sorted[index]?.bare.startsWith(bare) === true;
    this.#goingOn.set(start, goesOn);
    return goesOn;
  }

  /** The longest link that a text starts with and is longer than. */
  knownStart(text: string): string | undefined {
    const known = this.#starts.get(text);
    if (known !== undefined || this.#starts.has(text)) {
      return known;
    }
    const start = this.#findStart(text);
    this.#starts.set(text, start);
    return start;
  }

  #findStart(text: string): string | undefined {
    const sorted = this.#sortedByUrl();
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

  #countGood(url: string, by: 1 | -1): void {
    const isOther = changeCount(this.#urls, url, by);
    if (isOther) {
      this.#version++;
      this.#goingOn.clear();
      this.#starts.clear();
      this.#keepInOrder(url, by);
    }
    const common = this.#commonScheme();
    const scheme = url.slice(0, url.indexOf(":")).toLowerCase();
    const host = hostOf(url);
    if (!looksLikeIpv4(host) && !host.startsWith("[")) {
      this.#secure += scheme === "https" ? by : 0;
      this.#insecure += scheme === "http" ? by : 0;
    }
    const before = this.#schemeOfHost(host);
    countIn(this.#schemes, host, scheme, by);
    const after = this.#schemeOfHost(host);
    if ((before === undefined) !== (after === undefined)) {
      this.#hosts = undefined;
    }
    this.#version += before === after && common === this.#commonScheme() ? 0 : 1;
  }

  #keepInOrder(url: string, by: 1 | -1): void {
    const [urls, bares] = [this.#byUrl, this.#byBare];
    if (urls !== undefined) {
      const place = lowerBound(urls.length, (index) => (urls[index] as string) < url);
      by === 1 ? urls.splice(place, 0, url) : urls.splice(place, 1);
    }
    if (bares !== undefined) {
      const own = bareUrl(url);
      const place = lowerBound(bares.length, (index) => compareBare(bares[index] as BareUrl, own) < 0);
      by === 1 ? bares.splice(place, 0, own) : bares.splice(place, 1);
    }
  }

  /** A host that has `https` at all is asked for so. */
  #schemeOfHost(host: string): string | undefined {
    const schemes = this.#schemes.get(host);
    return schemes === undefined
      ? undefined
      : (["https", "http", "ftp"].find((scheme) => schemes.has(scheme)) ??
          [...schemes.keys()].sort(compare)[0]);
  }

  /** The scheme of a host of the same site: `www.example.com` and `img.example.com` are of `example.com`. */
  #schemeOfSite(host: string): string | undefined {
    const site = host.replace(/^www\./, "");
    for (const known of this.hosts()) {
      const other = known.replace(/^www\./, "");
      if (other === site || other.endsWith(`.${site}`) || site.endsWith(`.${other}`)) {
        return this.#schemeOfHost(known);
      }
    }
    return undefined;
  }

  /** A few old links prove nothing. */
  #commonScheme(): string | undefined {
    if (this.#urls.size === 0) {
      return undefined;
    }
    return this.#insecure > 2 * this.#secure && this.#insecure > 1 ? "http" : "https";
  }

  #sortedByUrl(): readonly string[] {
    this.#byUrl ??= [...this.#urls.keys()].sort(compare);
    return this.#byUrl;
  }

  #sortedByBare(): readonly BareUrl[] {
    this.#byBare ??= [...this.#urls.keys()].map(bareUrl).sort(compareBare);
    return this.#byBare;
  }
}

/** A link with and without scheme and `www.`. */
interface BareUrl {
  readonly bare: string;
  readonly url: string;
}

/** So many links with one beginning are looked through; more are no answer. */
const MOST_CANDIDATES = 64;

/** @returns whether it was or is no longer there at all. */
export function changeCount(counts: Counts, key: string, by: 1 | -1): boolean {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) {
    counts.set(key, count);
  } else {
    counts.delete(key);
  }
  return by === 1 ? count === 1 : count === 0;
}

function countIn(counts: Map<string, Counts>, key: string, inner: string, by: 1 | -1): void {
  const own = counts.get(key) ?? new Map<string, number>();
  counts.set(key, own);
  changeCount(own, inner, by);
  if (own.size === 0) {
    counts.delete(key);
  }
}

function isOfUnknownSuffix({ troubles }: Link): boolean {
  return troubles.length === 1 && troubles[0]?.kind === "no-public-suffix";
}

function hostOf(url: string): string {
  const start = url.indexOf("://") + 3;
  const end = url.slice(start).search(/[/?#:]/);
  return (end < 0 ? url.slice(start) : url.slice(start, start + end)).toLowerCase();
}

function bareUrl(url: string): BareUrl {
  return { bare: withoutScheme(url), url };
}

function withoutScheme(url: string): string {
  return url.replace(/^(?:[a-z]{3,5}:)?\/\//i, "").replace(/^www\./i, "");
}

function compareBare(first: BareUrl, second: BareUrl): number {
  return compare(first.bare, second.bare) || compare(first.url, second.url);
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
