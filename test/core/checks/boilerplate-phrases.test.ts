import { expect, test } from "vitest";
import { boilerplateLine, boilerplateWords } from "../../../server/core/checks/shared/boilerplate-lines.ts";
import { BOILERPLATE_PHRASES } from "../../../server/core/checks/shared/boilerplate-phrases/all.ts";
import { SHARE_BUTTONS } from "../../../server/core/checks/shared/boilerplate-phrases/networks.ts";
import { listedPhrases } from "../../../server/core/checks/shared/boilerplate-phrases/phrases.ts";

/** `*`, `**` and `#` stand for words; the others must be as the words of a line are. */
const PLACEHOLDER = /^(?:\*{1,2}|#)$/;

function asCompared(phrase: string): string {
  return phrase
    .split(" ")
    .flatMap((word) => (PLACEHOLDER.test(word) ? [word] : boilerplateWords(word)))
    .join(" ");
}

const lists = [...BOILERPLATE_PHRASES.flatMap((language) => Object.values(language)), SHARE_BUTTONS];

test("phrases are written as lines are compared, once each", () => {
  for (const phrases of lists.map(listedPhrases)) {
    expect(phrases).toEqual(phrases.map(asCompared));
    expect(phrases).toEqual([...new Set(phrases)]);
  }
});

test.each([
  ["Read More »", "read-more"],
  ["=== Read more: The mill on the hill ===", "read-more"],
  [": : Subscribe to our newsletter", "subscribe"],
  ["© 2024 The Daily Courier. All rights reserved.", "navigation"],
  ["12 comments", "comments"],
  ["コメント3件", "comments"],
  ["Facebook | Twitter | WhatsApp", "share"],
])("%s is furniture of the page", (line, kind) => {
  expect(boilerplateLine(line)?.kind).toBe(kind);
});

test.each(["Read the report before the vote.", "", "* * *", ":", "The mill on the hill: read more of it"])(
  "%s is none",
  (line) => {
    expect(boilerplateLine(line)).toBeUndefined();
  },
);
