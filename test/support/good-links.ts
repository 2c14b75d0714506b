import { fileLink, hex, host, secureLink, WORDS, words } from "./link-makers.ts";
import type { Random } from "./random.ts";

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
