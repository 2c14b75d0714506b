import type { LinkFamily } from "../../server/core/links/link.ts";
import type { Random } from "./random.ts";

/** A link as it was broken, and as it was. */
export interface BrokenLink {
  readonly family: LinkFamily;
  /** What was done to it, finer than the family. */
  readonly kind: string;
  /** As it stands in the text; may hold line breaks. */
  readonly text: string;
  /** The right targets in order; null where no one can know. */
  readonly repaired: readonly (string | null)[];
  /** Lines that have to stand elsewhere in the dump. */
  readonly elsewhere?: readonly string[];
  /** `line`: it only means anything on a line of its own. */
  readonly place: "line" | "anywhere";
}

type Maker = (random: Random) => Omit<BrokenLink, "family" | "kind" | "place">;

const HOSTS = (
  "sputnikglobe.example valleyherald.com www.coastpost.org news.hilltribune.co.uk dergrenzbote.de lequotidien.fr " +
  "portnews.ru elpuerto.es harbour.news m.daily-ledger.net nikkan.co.jp akhbar.ae kyivgazeta.com.ua t.me blog.wire.io"
).split(" ");
const WORDS =
  "council votes bridge flood talks ferry harbour budget strike vote minister region report storm rail school court mayor pipeline summit border grain".split(
    " ",
  );
const NAMES = [
  "Valley Herald",
  "Sputnik International",
  "Read more",
  "Ada Brandt",
  "Photo by Iris Holt",
  "Subscribe",
];
const FOREIGN_NAMES = ["Читать далее", "Долинный вестник", "اقرأ المزيد", "Διαβάστε περισσότερα"];

function words(random: Random, least: number, most: number): string {
  return Array.from({ length: random.between(least, most) }, () => random.pick(WORDS)).join("-");
}

function host(random: Random): string {
  return random.pick(HOSTS);
}

const digits = (random: Random, count: number): string =>
  String(random.between(10 ** (count - 1), 10 ** count - 1));

const PATHS: readonly ((random: Random) => string)[] = [
  (random) =>
    `/${random.between(2012, 2024)}0${random.between(1, 9)}1${random.between(0, 9)}/${words(random, 4, 8)}-${digits(random, 10)}.html`,
  (random) => `/news/${random.between(2012, 2024)}/0${random.between(1, 9)}/${words(random, 3, 6)}/`,
  (random) => `/world/${words(random, 4, 8)}`,
  (random) => `/a/${digits(random, 8)}`,
  (random) => `/articles/${words(random, 3, 5)}-${digits(random, 6)}`,
  (random) => `/story.php?id=${digits(random, 5)}&lang=en&page=${random.between(1, 9)}`,
  (random) => `/${words(random, 2, 3)}.shtml#part-${random.between(1, 9)}`,
];

const FILES: readonly ((random: Random) => string)[] = [
  (random) =>
    `/img/07e5/0c/11/${digits(random, 10)}_0:${random.between(0, 300)}:3078:2028_1920x0_80_0_0_${hex(random)}.jpg`,
  (random) => `/files/${words(random, 2, 4)}.pdf`,
  (random) => `/media/${digits(random, 7)}_${words(random, 1, 2)}.png`,
  (random) => `/${words(random, 4, 7)}-${digits(random, 9)}.html`,
];

function hex(random: Random): string {
  return Array.from({ length: 32 }, () => random.below(16).toString(16)).join("");
}

export function goodLink(random: Random): string {
  return `${random.chance(0.85) ? "https" : "http"}://${host(random)}${random.pick(PATHS)(random)}`;
}

function secureLink(random: Random): string {
  return `https://${host(random)}${random.pick(PATHS)(random)}`;
}

function fileLink(random: Random): string {
  return `https://${host(random)}${random.pick(FILES)(random)}`;
}

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

const MAKERS: readonly (readonly [LinkFamily, string, "line" | "anywhere", Maker])[] = [
  [
    "glued",
    "a known name behind a file",
    "line",
    (random) => {
      const url = fileLink(random);
      const name = random.pick(NAMES);
      return { text: url + name, repaired: [url], elsewhere: [name] };
    },
  ],
  [
    "glued",
    "a name behind a file",
    "line",
    (random) => {
      const url = fileLink(random);
      return { text: url + random.pick([...NAMES, ...FOREIGN_NAMES]), repaired: [url] };
    },
  ],
  [
    "glued",
    "words behind a link without extension",
    "line",
    (random) => {
      const url = `https://${host(random)}/world/${words(random, 4, 7)}`;
      return { text: url + random.pick([...NAMES, ...FOREIGN_NAMES]), repaired: [url] };
    },
  ],
  [
    "glued",
    "words behind a number",
    "line",
    (random) => {
      const url = `https://${host(random)}/world/${words(random, 4, 7)}-${digits(random, 9)}`;
      return { text: url + random.pick([...NAMES, ...FOREIGN_NAMES]), repaired: [url] };
    },
  ],
  [
    "glued",
    "words behind a host",
    "line",
    (random) => {
      const url = `https://${host(random)}`;
      return { text: url + random.pick([...NAMES, ...FOREIGN_NAMES]), repaired: [url] };
    },
  ],
  [
    "glued",
    "a known keyword behind a number",
    "line",
    (random) => {
      const url = `https://${host(random)}/${words(random, 4, 7)}-${digits(random, 9)}`;
      const word = random.pick(WORDS);
      return { text: url + word, repaired: [url], elsewhere: [word] };
    },
  ],
  [
    "glued",
    "a time behind a file",
    "line",
    (random) => {
      const url = fileLink(random);
      return { text: `${url}2022-01-05T15:28+0000`, repaired: [url] };
    },
  ],
  [
    "glued",
    "words before",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return {
        text: random.pick(["Read more", "Source", "Читать далее", "Lesen Sie"]) + url,
        repaired: [url],
      };
    },
  ],
  [
    "glued",
    "two links",
    "line",
    (random) => {
      const [first, second] = [fileLink(random), secureLink(random)];
      return { text: first + second, repaired: [first, second] };
    },
  ],
  [
    "glued",
    "two links without extension",
    "line",
    (random) => {
      const first = `https://${host(random)}/world/${words(random, 3, 6)}`;
      const second = secureLink(random);
      return { text: first + second, repaired: [first, second] };
    },
  ],
  [
    "glued",
    "three links",
    "line",
    (random) => {
      const links = [fileLink(random), fileLink(random), fileLink(random)];
      return { text: links.join(""), repaired: links };
    },
  ],
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

/** Good links and what only looks like a broken one: nothing is to be said of any. `place` as for broken links. */
export const GOOD_TEXTS: readonly {
  readonly kind: string;
  readonly place: "line" | "anywhere" | "prose";
  make(random: Random): string;
}[] = (
  [
    ["plain", "anywhere", secureLink],
    ["file", "anywhere", fileLink],
    ["parentheses", "anywhere", (random) => `https://${host(random)}/wiki/Bridge_(${random.pick(WORDS)})`],
    ["port", "anywhere", (random) => `http://${host(random)}:8080/${words(random, 1, 3)}`],
    [
      "fragment",
      "anywhere",
      (random) => `https://${host(random)}/${words(random, 2, 3)}#${random.pick(WORDS)}`,
    ],
    [
      "IDN",
      "anywhere",
      (random) =>
        random.pick([
          "https://пример.рф/новости",
          "https://bücher.example/ä",
          "https://日本語.jp/ニュース",
          "https://παράδειγμα.gr/νέα",
          "https://مثال.مصر/خبر",
        ]),
    ],
    ["punycode", "anywhere", () => "https://xn--e1afmkfd.xn--p1ai/a"],
    ["percent escapes", "anywhere", (random) => `https://${host(random)}/%D0%BC%D0%B8%D1%80/100%25`],
    ["IP", "anywhere", () => "http://192.0.2.7:8080/a"],
    ["IPv6", "anywhere", () => "http://[2001:db8::7]/a"],
    ["ftp", "anywhere", (random) => `ftp://ftp.${host(random).replace("www.", "")}/pub/a.zip`],
    ["tilde", "anywhere", (random) => `https://${host(random)}/~holt/;v=${random.between(1, 9)}`],
    ["capitals", "anywhere", () => "HTTPS://WWW.VALLEYHERALD.COM/News/McDonald-iPhone"],
    ["bare host", "anywhere", (random) => `https://${host(random)}`],
    [
      "archive",
      "anywhere",
      (random) =>
        `https://web.archive.org/web/20220105000000/https://${host(random)}/${words(random, 2, 3)}.html`,
    ],
    [
      "link in a query",
      "anywhere",
      (random) => `https://${host(random)}/login?next=https://${host(random)}/a`,
    ],
    ["random id", "anywhere", () => "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    [
      "long query",
      "anywhere",
      (random) => `https://${host(random)}/a?sid=${hex(random)}&ref=home&page=2&q=a+b,c:d`,
    ],
    ["at a sentence's end", "prose", (random) => `see ${secureLink(random)}.`],
    ["with a comma", "prose", (random) => `at ${fileLink(random)}, the mayor said,`],
    ["in parentheses", "prose", (random) => `(${secureLink(random)})`],
    ["in parentheses with words", "prose", (random) => `(see ${secureLink(random)}),`],
    ["before a dash", "prose", (random) => `at ${secureLink(random)} - a report`],
    ["before and/or", "prose", (random) => `at ${secureLink(random)} and/or by post`],
    ["e-mail", "anywhere", (random) => `desk@${host(random)}`],
    ["file name", "prose", () => "in report.pdf and budget-2023.xlsx"],
    ["version", "prose", () => "version 1.2.3/4 of v2.10"],
    ["abbreviations", "prose", () => "the U.S./U.K. line, e.g./i.e., a.m./p.m., St.Petersburg"],
    ["names", "prose", () => "Amazon.com said that Booking.com and/or ASP.NET/IIS"],
    ["times and ratios", "prose", () => "at 10:30, 3:1 and 24/7 on 10/12/2021"],
    ["XPath", "prose", () => "by //div/a or /html/body/p"],
    ["Windows path", "prose", () => "in C:\\Users\\holt\\a.txt or \\\\server\\share"],
    ["JSON", "prose", () => 'as {"url": "https://valleyherald.com/a", "n": 1}'],
    ["CSS", "prose", () => 'with url("https://valleyherald.com/a.png") no-repeat'],
    ["bare name", "prose", (random) => `as ${host(random).replace("www.", "")} wrote`],
    [
      "other scheme",
      "prose",
      () => "by mailto:desk@valleyherald.com, tel:+15550100123 or git://valleyherald.com/a",
    ],
    ["word http", "prose", () => "the http: protocol or http/2 and https"],
  ] as const satisfies readonly (readonly [
    string,
    "line" | "anywhere" | "prose",
    (random: Random) => string,
  ])[]
).map(([kind, place, make]) => ({ kind, place, make }));
