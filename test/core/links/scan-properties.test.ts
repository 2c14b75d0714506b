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
    { numRuns: 4000 },
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
