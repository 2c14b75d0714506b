import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenPlaces } from "../../../server/core/links/broken-places.ts";
import { NO_EVIDENCE } from "../../../server/core/links/evidence.ts";
import { mended } from "../../../server/core/links/link.ts";
import { scanLinks } from "../../../server/core/links/scan.ts";
import { BROKEN_LINK_KINDS } from "../../support/broken-links.ts";
import { seededRandom } from "../../support/random.ts";

/** What links and their ruins are made of. */
const PIECES = [
  ..."https http hxxps htps ftp www. :// : / // \\ \\\\ ; , . .. ... … ? & &amp; &#47; % %2 %20 = # - _ ~ @ [ ] ( ) { } < > \" ' “ ” « » [.] (dot) [:]".split(
    " ",
  ),
  ..."example.com example com .org a ab story-about report.pdf image.jpg .html 2022 1092041314 2022-01-05T15:28 Sputnik Read ещё экс 東京 を ü о ƒ \u{1d41a} 😀 localhost [::1] 192.0.2.1".split(
    " ",
  ),
  " ",
  "  ",
  "\n",
  "\r\n",
  "\r",
  "\t",
  "\u00a0",
  "\u200b",
  "\u202e",
  "\ufeff",
  "\ud800",
  "\u{e0041}",
  "\u0000",
];

const ruins = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(""));
const knowing = {
  ...NO_EVIDENCE,
  standsAlone: (text: string) => text.length % 3 === 0,
  hasWord: (word: string) => word.length % 2 === 0,
  schemeOf: () => "http",
  isKnownHost: (host: string) => host === "example.com",
  hosts: () => ["example.com", "a.example.org"],
  completions: (start: string) => (start.length % 5 === 0 ? [`https://${start}x`] : []),
  goesOn: () => true,
  knownStart: (text: string) => (text.length > 24 ? text.slice(0, 20) : undefined),
};

test.each([
  ["nothing is known", NO_EVIDENCE],
  ["the dump says something", knowing],
])("links come in order, apart from each other, and mended as they say: %s", (_, evidence) => {
  fc.assert(
    fc.property(ruins, (text) => {
      const links = scanLinks(text, { start: 0, end: text.length }, { evidence });
      let last = 0;
      for (const { span, mends, target, troubles } of links) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        last = span.end;
        let at = span.start;
        for (const mend of mends) {
          expect(mend.span.start).toBeGreaterThanOrEqual(at);
          expect(mend.span.end).toBeGreaterThanOrEqual(mend.span.start);
          at = mend.span.end;
        }
        expect(at).toBeLessThanOrEqual(span.end);
        if (target !== null) {
          expect(mended(text, span, mends)).toBe(target);
          expect(URL.canParse(target)).toBe(true);
        }
        // What is changed, and what cannot be known, is said.
        if (mends.length > 0 || target === null) {
          expect(troubles).not.toEqual([]);
        }
      }
      for (const place of brokenPlaces(links)) {
        expect(place.span.start).toBeGreaterThanOrEqual(0);
        expect(place.span.end).toBeLessThanOrEqual(text.length);
      }
    }),
    // Half of two backslashes: the link ends before the second.
    { numRuns: 4000, examples: [["www.example.com\\\\'"]] },
  );
});

test("a mended link is good", () => {
  const random = seededRandom(11);
  for (let round = 0; round < 40; round++) {
    for (const { kind, make } of BROKEN_LINK_KINDS) {
      const { text } = make(random);
      for (const { target } of scanLinks(text, { start: 0, end: text.length })) {
        const again = scanLinks(target ?? "", { start: 0, end: target?.length ?? 0 });
        expect(
          again.flatMap(({ troubles }) => troubles),
          `${kind}: ${text}`,
        ).toEqual([]);
      }
    }
  }
});

/** Lines with a link of the plainest kind, or nearly so, and what may stand below. */
const nearlyPlain = fc
  .array(
    fc.tuple(
      fc.constantFrom("https://", "http://", "HTTPS://", " https://", "see https://", "ftp://"),
      fc.constantFrom(
        "example.com",
        "cdn1.img.example.org",
        "example",
        "www.example.com",
        "a..com",
        "Example.com",
        "xn--a.com",
      ),
      fc
        .array(
          fc.constantFrom(
            ..."/ / /a story-about -talks 2022 1092041314 123456abc .html .jpg .php ? =1 &b=2 # : _ , www. A Read é % .".split(
              " ",
            ),
          ),
          { maxLength: 8 },
        )
        .map((pieces) => `/${pieces.join("")}`),
      fc.constantFrom("\n", "\r\n", "\n\n", " \n", " and more\n", ""),
      fc.constantFrom(
        "",
        "Read more\n",
        "html\n",
        "Sputnik",
        "2022-01-05T15:28\n",
        "-with-us.html\n",
        "News\n",
        "  indented\n",
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((lines) => lines.flat().join(""));

test.each([
  ["nothing is known", NO_EVIDENCE],
  ["the dump says something", knowing],
  [
    "nothing goes on, and a start is known",
    { ...knowing, goesOn: () => false, completions: () => [], isKnownLink: () => false },
  ],
])("the plainest links are read in one go as they are piece by piece: %s", (_, evidence) => {
  let plain = 0;
  fc.assert(
    fc.property(fc.oneof(nearlyPlain, ruins), (text) => {
      const span = { start: 0, end: text.length };
      const links = scanLinks(text, span, { evidence });
      expect(links).toEqual(scanLinks(text, span, { evidence, plainLinks: "piece by piece" }));
      plain += links.filter(({ troubles }) => troubles.length === 0).length;
    }),
    { numRuns: 1_500 },
  );
  expect(plain).toBeGreaterThan(100);
});
