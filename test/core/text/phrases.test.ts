import { describe, expect, test } from "vitest";
import { createPhrases, ENGLISH, formsKey, pluralForms } from "../../../server/core/text/phrases.ts";

const files = ["{0} file in {1}", "{0} files in {1}"] as const;

describe("phrases", () => {
  test("of English need no bundle", () => {
    expect(ENGLISH.say("Lines {0} to {1}", 3, 1200)).toBe("Lines 3 to 1,200");
    expect([0, 1, 2, 1200].map((count) => ENGLISH.count(count, ...files, "x"))).toEqual([
      "0 files in x",
      "1 file in x",
      "2 files in x",
      "1,200 files in x",
    ]);
    expect(ENGLISH.list(["a", "b", "c"])).toBe("a, b and c");
    expect(ENGLISH.list([])).toBe("");
  });

  test("take the plural form that the language asks for", () => {
    const russian = createPhrases("ru", { [formsKey(...files)]: "{0} файл ‖ {0} файла ‖ {0} файлов в {1}" });
    const said = [1, 2, 5, 11, 21, 22].map((count) => russian.count(count, ...files, "x"));
    expect(said).toEqual(["1 файл", "2 файла", "5 файлов в x", "11 файлов в x", "21 файл", "22 файла"]);
    expect(pluralForms("ru")).toEqual(["one", "few", "many"]);
    expect(pluralForms("de")).toEqual(["one", "other"]);
    expect(pluralForms("fr")).toEqual(["one", "other"]);
  });

  test("that a bundle does not hold are said in English", () => {
    const german = createPhrases("de", { Title: "Titel", toString: 7 });
    expect(german.say("Title")).toBe("Titel");
    expect(german.say("Nothing of it")).toBe("Nothing of it");
    expect(german.say("toString")).toBe("toString");
    expect(german.count(1, ...files, "x")).toBe("1 file in x");
    expect(german.number(1234.5)).toBe("1.234,5");
  });

  test("of a language that nobody knows are English", () => {
    expect(createPhrases("not a tag", {})).toBe(ENGLISH);
    expect(createPhrases("en-GB", { Title: "Titel" })).toBe(ENGLISH);
  });

  test("leave a value's own braces alone", () => {
    expect(ENGLISH.say("{0} and {1}", "{1}", "b")).toBe("{1} and b");
    expect(ENGLISH.say("{3}")).toBe("{3}");
  });
});
