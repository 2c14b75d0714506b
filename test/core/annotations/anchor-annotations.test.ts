import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { anchorAnnotations } from "../../../server/core/annotations/anchor-annotations.ts";
import { describeTargets } from "../../../server/core/annotations/describe-targets.ts";
import { makeAnnotation } from "../../../server/core/annotations/make-annotation.ts";
import { languageOf } from "../../eval/language/language.ts";
import { seededRandom } from "../../support/random.ts";

const english = languageOf("Latin");
const random = seededRandom(12);
const paragraphs = Array.from({ length: 8 }, () => english.paragraph(3, random));
const text = `${paragraphs.join("\n\n")}\n`;

/** Anchors a mark on the words, written in one text, in another; `nth` from 0 where they stand several times. */
function anchor(oldText: string, newText: string, words: string, nth = 0, others: readonly string[] = []) {
  const marks = [words, ...others].map((each, index) => {
    let start = oldText.indexOf(each);
    for (let count = 0; index === 0 && count < nth; count++) start = oldText.indexOf(each, start + 1);
    return makeAnnotation({ id: `urn:${index}`, spans: [{ start, end: start + each.length }] });
  });
  const { outcomes } = anchorAnnotations(newText, describeTargets(oldText, marks), {
    isSameText: oldText === newText,
    oldLength: oldText.length,
  });
  const { state, span, reason } = outcomes[0] as (typeof outcomes)[number];
  return { state, words: span && newText.slice(span.start, span.end), start: span?.start, reason };
}

/** Words of a paragraph, from one to another. */
function wordsOf(paragraph: number, from: number, to: number): string {
  return (paragraphs[paragraph] as string).split(" ").slice(from, to).join(" ");
}

const phrase = wordsOf(4, 3, 9);

describe("a mark is found", () => {
  it("where it was", () => {
    expect(anchor(text, text, phrase)).toMatchObject({ state: "exact", words: phrase });
    expect(anchor(text, `${text}More of it.\n`, phrase)).toMatchObject({ state: "exact", words: phrase });
  });

  it("where it went: text before it, its paragraph moved, its lines wrapped or joined, other line ends", () => {
    expect(anchor(text, `A line before.\n${text}`, phrase)).toMatchObject({ state: "moved", words: phrase });
    const moved = [...paragraphs.slice(5), paragraphs[4], ...paragraphs.slice(0, 4)].join("\n\n");
    expect(anchor(text, moved, phrase)).toMatchObject({ state: "moved", words: phrase });
    const squeeze = (words: string | undefined) => words?.replaceAll(/\s+/gu, " ");
    const wrapped = text.replaceAll(/((?:\S+ ){5}\S+) /gu, "$1\n");
    expect(squeeze(anchor(text, wrapped, phrase).words)).toBe(phrase);
    expect(
      squeeze(
        anchor(wrapped, text, wrapped.slice(wrapped.indexOf("\n") - 9, wrapped.indexOf("\n") + 9)).words,
      ),
    ).toMatch(/^.{9} .{8}$/u);
    expect(anchor(text, text.replaceAll("\n", "\r\n"), phrase)).toMatchObject({
      state: "moved",
      words: phrase,
    });
    expect(anchor(text, text.replaceAll(" ", "  "), phrase).words?.replaceAll("  ", " ")).toBe(phrase);
  });

  it("with quotation marks and dashes of another kind", () => {
    const quoted = text.replace(phrase, `“${phrase}” – so`);
    const straight = quoted.replaceAll(/[“”]/gu, '"').replaceAll("–", "-");
    expect(anchor(quoted, straight, `“${phrase}”`)).toMatchObject({
      words: `"${phrase.replaceAll("–", "-")}"`,
    });
  });

  it("with a word in it changed, put in, left out or misspelt, and says how alike it is", () => {
    const [one, two, three, ...rest] = phrase.split(" ") as [string, string, string, ...string[]];
    for (const changed of [
      [one, "somethingelse", three, ...rest],
      [one, two, "inserted", three, ...rest],
      [one, three, ...rest],
      [one, two, `${three}x`, ...rest],
    ]) {
      const now = changed.join(" ");
      const outcome = anchor(text, text.replace(phrase, now), phrase);
      expect(outcome).toMatchObject({ state: "approximate", words: now });
    }
  });

  it("when its first or last word was replaced", () => {
    const words = phrase.split(" ");
    const first = ["Other", ...words.slice(1)].join(" ");
    expect(anchor(text, text.replace(phrase, first), phrase).words).toBe(first);
    const last = [...words.slice(0, -1), "other"].join(" ");
    expect(anchor(text, text.replace(phrase, last), phrase).words).toBe(last);
  });

  it("when it is a whole article, by its two ends", () => {
    const long = paragraphs.slice(1, 7).join("\n\n");
    expect(long.length).toBeGreaterThan(1500);
    const edited = `New.\n${text.replace(wordsOf(4, 3, 5), "something")}`;
    const { words } = anchor(text, edited, long);
    expect(words?.startsWith(paragraphs[1] as string)).toBe(true);
    expect(words?.endsWith(paragraphs[6] as string)).toBe(true);
  });

  it("inside a word, and with white space at its edges", () => {
    const inside = phrase.slice(2, 9);
    expect(anchor(text, `Before. ${text}`, inside)).toMatchObject({ words: inside });
    expect(anchor(text, `Before. ${text}`, ` ${phrase} `)).toMatchObject({ words: ` ${phrase} ` });
  });
});

describe("a mark is an orphan, with the reason", () => {
  test.each([
    ["its words are gone", text, text.replace(paragraphs[4] as string, "")],
    ["its words were replaced where they stood", text, text.replace(phrase, "Entirely different matter")],
    ["the text is another", text, Array.from({ length: 9 }, () => english.paragraph(3, random)).join("\n")],
    ["the text is empty", text, ""],
  ])("%s", (_, before, after) => {
    const outcome = anchor(before, after, phrase);
    expect(outcome).toMatchObject({ state: "orphan", words: undefined });
    expect(outcome.reason).toMatch(/^[A-Z].*\.$/u);
  });

  it("its words stand elsewhere, but its place shows that they were others", () => {
    const twice = text.replace(paragraphs[6] as string, `${phrase} was said. ${paragraphs[6]}`);
    const edited = twice.replace(phrase, "Entirely different matter");
    expect(anchor(twice, edited, phrase)).toMatchObject({ state: "orphan" });
  });
});

describe("a passage that stands twice", () => {
  const repeated = [...paragraphs, paragraphs[2]].join("\n\n");
  const twin = wordsOf(2, 2, 8);
  const around = [wordsOf(1, 1, 6), wordsOf(3, 1, 6), wordsOf(5, 1, 6), wordsOf(7, 1, 6)];

  it("each mark stays on its own copy when text moves", () => {
    const edited = `Before it all.\n${repeated}`;
    expect(anchor(repeated, edited, twin, 0, around).start).toBe(edited.indexOf(twin));
    expect(anchor(repeated, edited, twin, 1, around).start).toBe(edited.lastIndexOf(twin));
  });

  it("is never taken for the other when one is taken away", () => {
    const withoutFirst = repeated.replace(`${paragraphs[2]}\n\n`, "");
    expect(anchor(repeated, withoutFirst, twin, 0, around).state).toBe("orphan");
    expect(anchor(repeated, withoutFirst, twin, 0).state).toBe("orphan");
    const withoutSecond = repeated.slice(0, repeated.lastIndexOf(paragraphs[2] as string));
    expect(anchor(repeated, withoutSecond, twin, 1, around).state).toBe("orphan");
    expect(anchor(repeated, withoutSecond, twin, 0, around)).toMatchObject({ state: "exact", words: twin });
  });
});

it("an orphan comes back when its text does", () => {
  const [mark] = describeTargets(text, [
    makeAnnotation({
      id: "urn:1",
      spans: [{ start: text.indexOf(phrase), end: text.indexOf(phrase) + phrase.length }],
    }),
  ]);
  const gone = anchorAnnotations(text.replace(phrase, ""), [mark as NonNullable<typeof mark>], {
    isSameText: false,
  });
  expect(gone.annotations[0]?.targets[0]?.orphan).toBeDefined();
  const back = anchorAnnotations(text, gone.annotations, { isSameText: false });
  expect(back.outcomes[0]).toMatchObject({ state: "exact" });
  expect(back.annotations[0]?.targets[0]?.orphan).toBeUndefined();
});

it("whatever the texts are: no throw, places inside the text, marks in the order of their annotations, the same twice", () => {
  const piece = fc.constantFrom(
    ...paragraphs.flatMap((paragraph) => paragraph.split(/(?<=\.) /u)),
    "\n",
    "\r\n",
    " ",
    "🚢",
    "日本語の文",
    "\ud800",
  );
  const anyText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(" "));
  fc.assert(
    fc.property(
      anyText,
      anyText,
      fc.array(fc.tuple(fc.nat(), fc.nat(300)), { maxLength: 12 }),
      (before, after, places) => {
        const marks =
          before === ""
            ? []
            : places.map(([at, length], index) => {
                const start = at % before.length;
                return makeAnnotation({
                  id: `urn:${index}`,
                  spans: [{ start, end: Math.min(before.length, start + 1 + length) }],
                });
              });
        const described = describeTargets(before, marks);
        const options = { isSameText: false, oldLength: before.length };
        const { annotations, outcomes } = anchorAnnotations(after, described, options);
        expect(outcomes).toHaveLength(marks.length);
        expect(new Set(annotations.map(({ id }) => id)).size).toBe(marks.length);
        for (const { span, state, score, after: target } of outcomes) {
          expect(span === undefined).toBe(state === "orphan");
          expect(target.orphan === undefined).toBe(state !== "orphan");
          if (span !== undefined) {
            expect(0 <= span.start && span.start < span.end && span.end <= after.length).toBe(true);
            expect(score > 0 && score <= 1).toBe(true);
          }
        }
        expect(anchorAnnotations(after, described, options).outcomes).toEqual(outcomes);
        const own = anchorAnnotations(before, described, { isSameText: true });
        expect(own.outcomes.every(({ state }) => state === "exact")).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});

it("ten thousand marks in a text of a megabyte are anchored in a time that is linear", () => {
  const source = seededRandom(5);
  const parts: string[] = [];
  for (let length = 0; length < 1_000_000; length += (parts.at(-1) as string).length + 1)
    parts.push(english.paragraph(4, source));
  const long = parts.join("\n");
  const marks = Array.from({ length: 10_000 }, (_, index) => {
    const start = source.below(long.length - 200);
    return makeAnnotation({ id: `urn:${index}`, spans: [{ start, end: start + source.between(5, 150) }] });
  });
  const described = describeTargets(long, marks);
  const edited = `One line more.\n${long.replaceAll(/crowns/gu, "crones")}`;
  const started = process.cpuUsage();
  const { outcomes } = anchorAnnotations(edited, described, { isSameText: false, oldLength: long.length });
  // About half a second on an idle machine; the bound only has to tell linear from quadratic.
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(6);
  expect(outcomes.filter(({ state }) => state === "orphan").length).toBeLessThan(200);
}, 60_000);
