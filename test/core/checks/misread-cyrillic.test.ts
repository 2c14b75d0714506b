import { describe, expect, test } from "vitest";
import { findMisreadCyrillic } from "../../../server/core/checks/shared/misread-cyrillic.ts";
import { misread, misreadSingleByte } from "../../eval/encodings.ts";

function find(text: string, known?: Parameters<typeof findMisreadCyrillic>[2]) {
  return findMisreadCyrillic(text, { start: 0, end: text.length }, known);
}

const sentences = [
  "Глава города заявил во вторник, что переговоры с компанией Millstone продолжатся осенью.",
  "Україна та сусіди домовилися про нові правила торгівлі, повідомив міністр.",
  "Правителството прие бюджета за следващата година след дълги преговори.",
];

describe("Cyrillic text that was read in another encoding", () => {
  test.each([
    ["windows-1251", "windows-1252"],
    ["koi8-r", "windows-1252"],
    ["koi8-r", "windows-1251"],
  ] as const)("%s read as %s is told and repaired", (written, read) => {
    for (const sentence of sentences) {
      const found = find(misreadSingleByte(sentence, written, read));
      expect(found).toMatchObject({ written, read });
      // What the encoding does not have was lost before: a question mark.
      const meant = misreadSingleByte(sentence, written, written as "windows-1251");
      expect(meant.startsWith(found?.repaired ?? "-")).toBe(true);
    }
  });

  test("is not seen in texts of any language that were read well", () => {
    const texts = [
      ...sentences,
      ...sentences.map((sentence) => sentence.toUpperCase()),
      "Ça où été là à é; ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ; þæð öðö áéð þýð óæþ",
      "Ўзбекистон Республикаси Президенти ғалаба билан табриклади",
      "Қазақстан Республикасының Президенті Әбу-Дабиге барды",
      "Τον Ιανουάριο η κυβέρνηση ανακοίνωσε νέα μέτρα",
      "東京で会議が開かれた",
    ];
    expect(texts.filter((text) => find(text) !== undefined)).toEqual([]);
  });

  test("is not seen in UTF-8 that was read as one of them: the other search repairs that", () => {
    for (const sentence of sentences) {
      expect(find(misread(sentence, "windows-1252"))).toBeUndefined();
      expect(find(misread(sentence, "windows-1251"))).toBeUndefined();
    }
  });

  test("is told in a few letters where the encodings are known", () => {
    const tag = misreadSingleByte("экономика", "windows-1251", "windows-1252");
    expect(find(tag)).toBeUndefined();
    expect(find(tag, { written: "windows-1251", read: "windows-1252" })?.repaired).toBe("экономика");
    expect(find("Café", { written: "windows-1251", read: "windows-1252" })).toBeUndefined();
  });
});
