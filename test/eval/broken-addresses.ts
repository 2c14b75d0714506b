import type { Random } from "../support/random.ts";
import { articleAddress, fileAddress, imageAddress, otherSite, type Site, slug } from "./addresses.ts";

/** A link as it was damaged, and as it was. */
export interface BrokenAddress {
  /** May hold "\n". */
  readonly text: string;
  /** The right targets in order; null where no one can know. */
  readonly repaired: readonly (string | null)[];
  /** A line that must stand somewhere else in the dump for the repair to be known. */
  readonly evidence?: string;
}

export interface Damage {
  readonly kind: string;
  /** The checks that may report it, the first by the list of families. */
  readonly checks: readonly string[];
  /** `line`: it stands on a line of its own only; `prose`: inside a sentence as well. */
  readonly place: "line" | "prose";
  damage(site: Site, random: Random): BrokenAddress;
}

const one = (text: string, target: string | null): BrokenAddress => ({ text, repaired: [target] });

export const DAMAGES: readonly Damage[] = [
  {
    kind: "wrapped over 2 lines",
    checks: ["wrapped-link"],
    place: "line",
    damage: (site, random) => wrapped(fileAddress(site, random), 1, random),
  },
  {
    kind: "wrapped over 3 lines",
    checks: ["wrapped-link"],
    place: "line",
    damage: (site, random) => wrapped(imageAddress(site, random), 2, random),
  },
  {
    kind: "space in the path",
    checks: ["spaced-link"],
    place: "line",
    damage: (site, random) => {
      const url = fileAddress(site, random);
      const joints = [...url.matchAll(/[/-](?=[^/])/gu)].map(({ index }) => index + 1);
      const at = random.pick(joints.filter((joint) => joint > url.indexOf(site.host) + site.host.length));
      return one(`${url.slice(0, at)} ${url.slice(at)}`, url);
    },
  },
  {
    kind: "space in the scheme",
    checks: ["spaced-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      return one(
        url.replace("https://", random.pick(["https: //", "https:// ", "https :// ", "https ://"])),
        url,
      );
    },
  },
  {
    kind: "no scheme: host and path",
    checks: ["schemeless-link"],
    place: "prose",
    damage: (site, random) => {
      const url = `https://${site.host}/${slug(random)}-${random.between(1000, 99_999)}.html`;
      return one(url.slice("https://".length), url);
    },
  },
  {
    kind: "no scheme: www",
    checks: ["schemeless-link"],
    place: "prose",
    damage: (site, random) => {
      const url = `https://www.${site.host}/${slug(random)}`;
      return one(url.slice("https://".length), url);
    },
  },
  {
    kind: "no scheme: //host",
    checks: ["schemeless-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      return one(url.slice("https:".length), url);
    },
  },
  {
    kind: "wrong scheme",
    checks: ["malformed-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      const wrong = random.pick([
        "htps://",
        "https//",
        "https:/",
        "https;//",
        "ttps://",
        "htttps://",
        "http//:",
      ]);
      return one(url.replace("https://", wrong), wrong === "http//:" ? url.replace("https", "http") : url);
    },
  },
  {
    kind: "host with two dots",
    checks: ["malformed-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      return one(url.replace(site.host, site.host.replace(".", "..")), url);
    },
  },
  {
    kind: "host with a leading dot",
    checks: ["malformed-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      return one(url.replace("https://", "https://."), url);
    },
  },
  {
    kind: "comma for a dot in the host",
    checks: ["malformed-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      return one(url.replace(site.host, site.host.replace(".", ",")), url);
    },
  },
  {
    kind: "impossible port",
    checks: ["malformed-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      return one(url.replace(site.host, `${site.host}:${random.pick(["port", "99999", "80a"])}`), null);
    },
  },
  {
    kind: "no public suffix",
    checks: ["malformed-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      const stem = site.host.slice(0, site.host.indexOf("."));
      return one(url.replace(site.host, `${stem}${random.pick(["", ".comm", ".htm", ".nwes"])}`), null);
    },
  },
  {
    kind: "cut off, full form elsewhere",
    checks: ["truncated-link"],
    place: "prose",
    damage: (site, random) => {
      const url = `https://${site.host}/${slug(random, 6, 9)}-${random.between(100_000, 999_999)}.html`;
      return { ...one(cut(url, random), url), evidence: url };
    },
  },
  {
    kind: "cut off",
    checks: ["truncated-link"],
    place: "prose",
    damage: (site, random) =>
      one(cut(`https://${site.host}/${slug(random, 7, 9)}-${random.below(9999)}`, random), null),
  },
  {
    kind: "in quotes or brackets",
    checks: ["quoted-link"],
    place: "line",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      const [open = "", close = ""] = random
        .pick(["“ ”", "« »", '" "', "[ ]", "< >", "( )", "' '"])
        .split(" ");
      return one(open + url + close, url);
    },
  },
  {
    kind: "stray closing bracket",
    checks: ["quoted-link"],
    place: "line",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      return one(url + random.pick([")", "]", ">", "»", "”"]), url);
    },
  },
  {
    kind: "&amp; in the query",
    checks: ["escaped-link"],
    place: "prose",
    damage: (site, random) => {
      const url = `https://${site.host}/story?id=${random.below(99_999)}&lang=en&page=${random.below(9)}`;
      return one(url.replaceAll("&", "&amp;"), url);
    },
  },
  {
    kind: "bad percent escape",
    checks: ["escaped-link", "malformed-link"],
    place: "prose",
    damage: (site, random) => {
      const bad = random.pick(["%2-", "%zz", "%D0%B-", "%-", "%u0434"]);
      return one(`https://${site.host}/${slug(random, 2, 3)}${bad}${slug(random, 2, 3)}`, null);
    },
  },
  {
    kind: "defanged scheme",
    checks: ["defanged-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      return one(url.replace("https", random.pick(["hxxps", "hXXps"])), url);
    },
  },
  {
    kind: "defanged host",
    checks: ["defanged-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      const dot = random.pick(["[.]", "[.]", "(.)", "[dot]"]);
      const text = url.replace(site.host, site.host.replaceAll(".", dot));
      return one(random.chance(0.3) ? text.replace("https://", "hxxps[:]//") : text, url);
    },
  },
  {
    kind: "backslashes",
    checks: ["malformed-link", "escaped-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      return one(random.chance(0.5) ? url.replaceAll("/", "\\") : url.replace("://", ":\\\\"), url);
    },
  },
  {
    kind: "hidden character inside",
    checks: ["malformed-link", "escaped-link", "spaced-link", "lookalike-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      const at = random.between("https://".length + 2, url.length - 3);
      return one(
        url.slice(0, at) + random.pick(["\u200b", "\u00ad", "\ufeff", "\u2060", "\u200e"]) + url.slice(at),
        url,
      );
    },
  },
  {
    kind: "look-alike letters in the host",
    checks: ["lookalike-link"],
    place: "prose",
    damage: (site, random) => {
      const url = articleAddress(site, random);
      const stem = site.host.slice(0, site.host.indexOf("."));
      const places = [...stem.matchAll(/[aceopx]/gu)].map(({ index }) => index);
      const at = random.pick(places);
      const mixed = stem.slice(0, at) + LOOKALIKES[stem.charAt(at)] + stem.slice(at + 1);
      return one(url.replace(stem, mixed), null);
    },
  },
  {
    kind: "two links in one",
    checks: ["glued-link"],
    place: "line",
    damage: (site, random) => {
      const first = fileAddress(site, random);
      const second = articleAddress(random.chance(0.5) ? site : otherSite(site, random), random);
      return { text: first + second, repaired: [first, second] };
    },
  },
];

const LOOKALIKES: Readonly<Record<string, string>> = { a: "а", c: "с", e: "е", o: "о", p: "р", x: "х" };

/** Broken anywhere in the path; no line is so short that it could not be told from anything else. */
function wrapped(url: string, breaks: number, random: Random): BrokenAddress {
  const least = 8;
  const from = url.indexOf("/", "https://".length) + 4;
  const places: number[] = [];
  while (places.length < breaks) {
    const place = random.between(from, url.length - least);
    if (places.every((other) => Math.abs(other - place) >= least)) {
      places.push(place);
    }
  }
  let text = url;
  for (const place of places.sort((first, second) => second - first)) {
    text = `${text.slice(0, place)}\n${text.slice(place)}`;
  }
  return one(text, url);
}

function cut(url: string, random: Random): string {
  const from = url.indexOf("/", "https://".length) + 12;
  return url.slice(0, random.between(from, url.length - 12)) + random.pick(["…", "..."]);
}
