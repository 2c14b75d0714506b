import type { LinkFamily } from "../../server/core/links/link.ts";
import type { BrokenLink, BrokenLinkEntry, Maker } from "./broken-link.ts";
import { GLUED_LINKS } from "./glued-links.ts";
import { digits, fileLink, host, PATHS, secureLink, WORDS, words } from "./link-makers.ts";
import type { Random } from "./random.ts";

const hostOf = (url: string): string => url.slice(url.indexOf("://") + 3).split("/", 1)[0] ?? "";
const pathStart = (url: string): number => url.indexOf("/", url.indexOf("://") + 3);

function broken(url: string, from: string, to: string): ReturnType<Maker> {
  return { text: url.replace(from, () => to), repaired: [url] };
}

/** Breaks a link at as many places behind its host, never so that a part is whole by itself. */
function wrapped(random: Random, breaks: number): ReturnType<Maker> {
  const url = fileLink(random);
  const places = new Set<number>();
  while (places.size < breaks) {
    places.add(random.between(pathStart(url) + 3, url.length - 2));
  }
  const cuts = [0, ...[...places].sort((first, second) => first - second), url.length];
  const parts = cuts.slice(1).map((end, index) => url.slice(cuts[index], end));
  return { text: parts.join("\n"), repaired: [url] };
}

function spaced(random: Random): ReturnType<Maker> {
  const url = fileLink(random);
  const at = random.between(pathStart(url) + 3, url.length - 5);
  return { text: `${url.slice(0, at)} ${url.slice(at)}`, repaired: [url] };
}

function cut(random: Random, isKnown: "known" | "unknown"): ReturnType<Maker> {
  const url = `https://${host(random)}/${words(random, 5, 8)}-${digits(random, 9)}.html`;
  const text = `${url.slice(0, random.between(pathStart(url) + 9, url.length - 6))}${random.pick(["…", "...", "[…]", "[...]"])}`;
  return isKnown === "known" ? { text, repaired: [url], elsewhere: [url] } : { text, repaired: [null] };
}

const LOOKALIKES: Readonly<Record<string, readonly string[]>> = {
  a: ["а", "α"],
  c: ["с"],
  e: ["е"],
  i: ["і"],
  o: ["о", "ο"],
  p: ["р"],
  x: ["х"],
  y: ["у"],
};

function lookalike(random: Random): ReturnType<Maker> {
  const url = secureLink(random);
  const name = hostOf(url);
  const places = [...name.slice(0, name.lastIndexOf("."))].flatMap((letter, at) =>
    LOOKALIKES[letter] ? [at] : [],
  );
  if (places.length === 0) {
    return lookalike(random);
  }
  const at = random.pick(places);
  const changed = name.slice(0, at) + random.pick(LOOKALIKES[name.charAt(at)] ?? []) + name.slice(at + 1);
  return broken(url, name, changed);
}

const MAKERS: readonly BrokenLinkEntry[] = [
  ...GLUED_LINKS,
  ["wrapped", "over 2 lines", "line", (random) => wrapped(random, 1)],
  ["wrapped", "over 3 lines", "line", (random) => wrapped(random, 2)],
  [
    "wrapped",
    "behind the scheme",
    "line",
    (random) => {
      const url = secureLink(random);
      return broken(url, "https://", "https://\n");
    },
  ],
  ["spaced", "in the path", "line", spaced],
  [
    "spaced",
    "in the scheme",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return broken(
        url,
        "https://",
        random.pick(["https: //", "https:// ", "https ://", "http s://", "https:/ /"]),
      );
    },
  ],
  [
    "spaced",
    "in the host",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      const name = hostOf(url);
      const dot = name.lastIndexOf(".");
      return broken(url, name, `${name.slice(0, dot + 1)} ${name.slice(dot + 1)}`);
    },
  ],
  [
    "spaced",
    "for %20",
    "line",
    (random) => {
      const [first, second] = [random.pick(WORDS), random.pick(WORDS)];
      const base = `https://${host(random)}/files/`;
      return {
        text: `${base}${first} ${second} 2023.pdf`,
        repaired: [`${base}${first}%20${second}%202023.pdf`],
      };
    },
  ],
  [
    "schemeless",
    "host and path",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return broken(url, "https://", "");
    },
  ],
  [
    "schemeless",
    "www",
    "anywhere",
    (random) => {
      const url = `https://www.${random.pick(["coastpost.org", "valleyherald.com", "grenzbote.de"])}${random.chance(0.5) ? "" : random.pick(PATHS)(random)}`;
      return broken(url, "https://", "");
    },
  ],
  [
    "schemeless",
    "two slashes",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return broken(url, "https:", "");
    },
  ],
  [
    "malformed",
    "scheme",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      const wrong = random.pick(
        "htps:// htpps:// httsp:// ttps:// hhttps:// htttps:// https// https:/ https;// https:/// https.// https,// https:: https:".split(
          " ",
        ),
      );
      return broken(url, "https://", wrong === "https::" ? "https:://" : wrong);
    },
  ],
  [
    "malformed",
    "http scheme",
    "anywhere",
    (random) => {
      const url = secureLink(random).replace("https", "http");
      return broken(
        url,
        "http://",
        random.pick(["htp://", "htpp://", "http//", "http:/", "ttp://", "http;//", "hhttp://"]),
      );
    },
  ],
  [
    "malformed",
    "doubled scheme",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return broken(url, "https://", random.pick(["http://https://", "https://https://"]));
    },
  ],
  [
    "malformed",
    "two dots",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return broken(url, hostOf(url), hostOf(url).replace(".", ".."));
    },
  ],
  [
    "malformed",
    "leading dot",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return broken(url, "https://", "https://.");
    },
  ],
  [
    "malformed",
    "comma",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return broken(url, hostOf(url), hostOf(url).replace(".", ","));
    },
  ],
  [
    "malformed",
    "port missing",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return broken(url, hostOf(url), `${hostOf(url)}:`);
    },
  ],
  [
    "malformed",
    "port impossible",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      const text = url.replace(hostOf(url), `${hostOf(url)}:${random.pick(["port", "99999", "808O", "-1"])}`);
      return { text, repaired: [null] };
    },
  ],
  [
    "malformed",
    "no public suffix",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      const text = url.replace(
        hostOf(url),
        `${random.pick(WORDS)}${random.pick(WORDS)}.${random.pick(["newz", "kom", "invalidtld", "c0m"])}`,
      );
      return { text, repaired: [null] };
    },
  ],
  [
    "malformed",
    "no dot in the host",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return {
        text: url.replace(hostOf(url), `${random.pick(WORDS)}${random.pick(WORDS)}`),
        repaired: [null],
      };
    },
  ],
  [
    "malformed",
    "backslashes",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return {
        text: random.chance(0.5) ? url.replaceAll("/", "\\") : url.replace("//", "\\\\"),
        repaired: [url],
      };
    },
  ],
  [
    "malformed",
    "hidden character",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      const at = random.between("https://".length + 1, url.length - 2);
      const hidden = random.pick(["\u200b", "\u200c", "\u00ad", "\ufeff", "\u2060", "\u200e", "\u202a"]);
      return { text: url.slice(0, at) + hidden + url.slice(at), repaired: [url] };
    },
  ],
  ["truncated", "known elsewhere", "anywhere", (random) => cut(random, "known")],
  ["truncated", "unknown", "anywhere", (random) => cut(random, "unknown")],
  [
    "truncated",
    "as social networks show links",
    "anywhere",
    (random) => {
      const url = `https://${host(random)}/${words(random, 5, 7)}-${digits(random, 8)}.html`;
      const text = `${url.replace(/^https:\/\/(?:www\.)?/, "").slice(0, 38)}…`;
      return { text, repaired: [url], elsewhere: [url] };
    },
  ],
  [
    "quoted",
    "quotes or brackets",
    "line",
    (random) => {
      const url = secureLink(random);
      const [open = "", close = ""] = random
        .pick(["“ ”", "« »", '" "', "[ ]", "< >", "( )", "' '", "{ }", "„ “", "「 」"])
        .split(" ");
      return { text: open + url + close, repaired: [url] };
    },
  ],
  [
    "quoted",
    "stray mark",
    "line",
    (random) => {
      const url = secureLink(random);
      return { text: url + random.pick([")", "]", ">", "»", "”", '"', "}"]), repaired: [url] };
    },
  ],
  [
    "escaped",
    "&amp;",
    "anywhere",
    (random) => {
      const url = `https://${host(random)}/story?id=${digits(random, 5)}&lang=en&page=${random.between(1, 9)}`;
      return {
        text: url.replaceAll("&", random.pick(["&amp;", "&#38;", "&#x26;", "&amp;amp;"])),
        repaired: [url],
      };
    },
  ],
  [
    "escaped",
    "percent",
    "anywhere",
    (random) => ({
      text: `https://${host(random)}/${words(random, 2, 3)}${random.pick(["%2-", "%zz", "%G1", "%-", "%u0434"])}${words(random, 1, 2)}`,
      repaired: [null],
    }),
  ],
  [
    "escaped",
    "program text",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return { text: url.replaceAll("/", "\\/"), repaired: [url] };
    },
  ],
  [
    "defanged",
    "scheme",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return broken(url, "https", random.pick(["hxxps", "hXXps", "h**ps"]));
    },
  ],
  [
    "defanged",
    "separator",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return broken(url, "https://", random.pick(["hxxps[:]//", "https[:]//", "https[://]"]));
    },
  ],
  [
    "defanged",
    "dots",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      const dot = random.pick(["[.]", "(.)", "[dot]", "(dot)", "{.}"]);
      const name = hostOf(url);
      return broken(
        url,
        name,
        random.chance(0.5) ? name.replaceAll(".", dot) : name.replace(/\.(?=[^.]*$)/, dot),
      );
    },
  ],
  [
    "defanged",
    "host alone",
    "anywhere",
    (random) => {
      const name = host(random);
      return { text: name.replaceAll(".", random.pick(["[.]", "(dot)"])), repaired: [`https://${name}`] };
    },
  ],
  ["lookalike", "mixed scripts", "anywhere", lookalike],
];

/** The ways in which links are broken, each with how to make one. */
export const BROKEN_LINK_KINDS: readonly {
  readonly family: LinkFamily;
  readonly kind: string;
  make(random: Random): BrokenLink;
}[] = MAKERS.map(([family, kind, place, maker]) => ({
  family,
  kind,
  make: (random) => ({ family, kind, place, ...maker(random) }),
}));
