import { glob, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { collectMessages } from "../../build/collect-messages.ts";
import { LANGUAGES, readBundles } from "../../build/messages.ts";
import { inProject, root } from "../../build/paths.ts";
import { parse } from "../../server/core/article/parse.ts";
import { ALL_CHECKS } from "../../server/core/checks/all.ts";
import { checkDump } from "../../server/core/checks/run-checks.ts";
import { indexLines } from "../../server/core/text/lines.ts";
import {
  ENGLISH,
  FORM_SEPARATOR,
  formsKey,
  type Phrases,
  pluralForms,
} from "../../server/core/text/phrases.ts";
import { readFixture } from "../support/fixture-marks.ts";

describe("messages", () => {
  test("of every part are collected", async () => {
    const messages = await collectMessages();
    for (const message of [
      "Show Log",
      "{0} warning ‖ {0} warnings",
      "Join the {0} line ‖ Join the {0} lines",
      "The end of this link is cut off.",
      "Headline",
      "Two identical headlines one after the other",
      "Remove {0} repeat ‖ Remove {0} repeats",
      "lines {0} to {1}",
    ]) {
      expect(messages.has(message), message).toBe(true);
    }
  });
});

describe.each(LANGUAGES)("in %s", (language) => {
  test("nothing is missing, and nothing is there that nobody says", async () => {
    for (const { path, wanted, present } of await readBundles(language)) {
      expect(
        wanted.filter((key) => !Object.hasOwn(present, key)),
        `missing in ${path}; npm run messages lists them`,
      ).toEqual([]);
      expect(
        Object.keys(present).filter((key) => !wanted.includes(key)),
        `said by nobody, in ${path}`,
      ).toEqual([]);
    }
  });

  test("every message has the places for its values, and one form for each kind of number", async () => {
    const forms = pluralForms(language).length;
    for (const { path, present } of await readBundles(language)) {
      for (const [english, text] of Object.entries(present)) {
        const place = `${path}: ${english}`;
        expect(text.trim(), place).not.toBe("");
        const isCounted = english.includes(FORM_SEPARATOR);
        expect(text.split(FORM_SEPARATOR).length, place).toBe(isCounted ? forms : 1);
        const wanted = placeholders(
          path.startsWith("l10n") ? (english.split(FORM_SEPARATOR).at(-1) ?? "") : "",
        );
        for (const form of text.split(FORM_SEPARATOR)) {
          // The number itself may be left out where the form says it: "the paragraph".
          const found = placeholders(form).filter((one) => !isCounted || one !== "{0}");
          expect(found, place).toEqual(wanted.filter((one) => !isCounted || one !== "{0}"));
        }
      }
    }
  });
});

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();
}

/** Those that are off by default, too. */
const EVERY_CHECK = Object.fromEntries(ALL_CHECKS.map(({ id }) => [id, "warning" as const]));

describe("what is said of every fixture of the checks", () => {
  test("is made of messages that are collected", async () => {
    const known = await collectMessages();
    const said = new Set<string>();
    const recorder: Phrases = {
      ...ENGLISH,
      say: (english, ...values) => {
        said.add(english);
        return ENGLISH.say(english, ...values);
      },
      count: (count, one, other, ...values) => {
        said.add(formsKey(one, other));
        return ENGLISH.count(count, one, other, ...values);
      },
    };
    const files: string[] = [];
    for await (const file of glob("test/fixtures/checks/*/firing*.txt", { cwd: root })) {
      files.push(file);
    }
    expect(files.length).toBeGreaterThan(25);
    for (const file of files) {
      const { text } = readFixture(await readFile(inProject(file), "utf8"));
      const dump = parse(text);
      checkDump(dump, { severities: EVERY_CHECK }, indexLines(text), recorder);
    }
    expect(said.size).toBeGreaterThan(60);
    // A message that is nothing but values is put together of others.
    const missing = [...said].filter((key) => !known.has(key) && /\p{L}/u.test(key.replace(/\{\d+\}/g, "")));
    expect(missing).toEqual([]);
  });
});
