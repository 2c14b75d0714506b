import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../../server/core/article/parse.ts";
import { findStatements } from "../../../server/core/attribution/find-statements.ts";
import { generatedDump } from "../../support/generated-dumps.ts";
import { readSample } from "../../support/samples.ts";

/** Pieces that mean something to the engine, in senseless order. */
const piece = fc.constantFrom(
  ..."“ ” „ « » ' ’ ‘ \" '' , . : ; — - ( ) ? ! \n \n\n said says that according to citing as saying Moscow the Gazette sources he who Voss by was is to denied and but in not claims accuse of \ud800 \u0000 сказал что — «А sagte dass zufolge laut"
    .split(" ")
    .filter((word) => word !== ""),
);
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" ")),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
);

function checkStatements(text: string): void {
  const statements = findStatements(parse(text));
  const ids = new Set(statements.map(({ id }) => id));
  statements.forEach(({ id, source, cue, content, within, chain }, index) => {
    expect(id).toBe(index);
    expect(content.length).toBeGreaterThan(0);
    for (const span of [
      ...content,
      ...(cue === undefined ? [] : [cue]),
      ...(source === undefined ? [] : [source.span]),
    ]) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
    expect(within === undefined || (ids.has(within) && within !== id)).toBe(true);
    expect(chain.length).toBeLessThanOrEqual(statements.length + 1);
  });
  for (const { id } of statements) {
    // Going outwards ends: nothing stands within itself.
    const seen = new Set<number>();
    for (let at: number | undefined = id; at !== undefined; at = statements[at]?.within) {
      expect(seen.has(at)).toBe(false);
      seen.add(at);
    }
  }
}

describe("on any text", () => {
  test("nothing throws, all spans lie in the text, nothing stands within itself", () => {
    fc.assert(fc.property(anything, checkStatements), { numRuns: 400 });
  });

  test("the same on generated dumps", () => {
    fc.assert(
      fc.property(generatedDump, ({ text }) => checkStatements(text)),
      { numRuns: 30 },
    );
  });

  test("the same text gives the same statements", () => {
    const text = readSample("harbour-talks.txt");
    expect(findStatements(parse(text))).toEqual(findStatements(parse(text)));
  });
});

describe("time", () => {
  const dump = parse(readSample("harbour-talks.txt")).articles[0];
  const body = (dump?.blocks ?? [])
    .filter(({ role }) => role === "paragraph")
    .map(({ content }) =>
      readSample("harbour-talks.txt").slice(content.start, content.end).replaceAll("\n", " "),
    );

  test.each([
    ["paragraphs", body.join("\n\n")],
    ["one line", body.join(" ")],
    ["one sentence that never ends", "Voss said that Roke denied the claim and "],
    ["marks that never close", "“He said "],
    ["marks that only close", "he said” "],
    ["brackets", "( he said "],
    ["one word", "said "],
    ["apostrophes", "' ’ ‘ "],
  ])("four times the text takes about four times as long: %s", (_, unit) => {
    const measure = (length: number) => {
      const parsed = parse(unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 2; run++) {
        const start = performance.now();
        findStatements(parsed);
        best = Math.min(best, performance.now() - start);
      }
      return best;
    };
    const small = measure(25_000);
    const large = measure(100_000);
    // Four times is linear, sixteen quadratic; between them, with room for a busy machine.
    expect(large).toBeLessThan(Math.max(small, 4) * 10);
  });
});
