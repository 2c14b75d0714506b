import { describe, expect, test } from "vitest";
import { findMojibake } from "../../../server/core/checks/shared/mojibake.ts";

function garble(text: string, encoding: string): string {
  return new TextDecoder(encoding).decode(new TextEncoder().encode(text));
}

function repair(text: string): string {
  let at = 0;
  let repaired = "";
  for (const { span, repaired: meant } of findMojibake(text, { start: 0, end: text.length })) {
    repaired += text.slice(at, span.start) + (meant ?? "□");
    at = span.end;
  }
  return repaired + text.slice(at);
}

const LATIN = [
  "don’t wait",
  "“Hello” – she said…",
  "a café, naïve and Ærø",
  "São Paulo, ñandú, Übergröße",
  "Österreich",
  "škoda žluťoučký kůň",
  "Łódź żółć",
  "😀 and ✓",
  "it’s 5 € for №  3",
];

const OTHER_SCRIPTS = [
  "«Привет», мир",
  "при",
  "Сегодня в России",
  "він і вона",
  "νέα της πόλης",
  "שלום עולם",
  "مرحبا بالعالم",
  "日本語のテキスト",
  "한국어",
  "ไทย",
];

describe.each(["windows-1252", "windows-1250", "windows-1251", "macintosh", "koi8-r", "ibm866"])(
  "UTF-8 read as %s",
  (encoding) => {
    test.each(OTHER_SCRIPTS)("%s", (text) => {
      expect(repair(`she wrote ${garble(text, encoding)} today`)).toBe(`she wrote ${text} today`);
    });

    test.each(LATIN.slice(0, 2))("%s", (text) => {
      expect(repair(`she wrote ${garble(text, encoding)} today`)).toBe(`she wrote ${text} today`);
    });
  },
);

describe("UTF-8 read as windows-1252", () => {
  test.each(LATIN)("%s", (text) => {
    expect(repair(`she wrote ${garble(text, "windows-1252")} today`)).toBe(`she wrote ${text} today`);
  });

  test.each([...LATIN, ...OTHER_SCRIPTS.slice(0, 2)])("twice over: %s", (text) => {
    const twice = garble(garble(text, "windows-1252"), "windows-1252");
    expect(repair(`she wrote ${twice} today`)).toBe(`she wrote ${text} today`);
  });

  test("or as ISO 8859-1, with its controls", () => {
    const bytes = new TextEncoder().encode("don’t “wait”");
    expect(repair([...bytes].map((byte) => String.fromCharCode(byte)).join(""))).toBe("don’t “wait”");
  });

  test("and left without the byte that has no character, or with a space for a no-break space", () => {
    expect(repair("â€œWait,â€ he said; voilÃ , 10 kmÂ away")).toBe("“Wait,” he said; voilà, 10 km away");
  });

  test("says how often, and what it was read as", () => {
    const [found] = findMojibake("cafÃƒÂ©", { start: 0, end: 7 });
    expect(found).toEqual({
      span: { start: 3, end: 7 },
      encoding: "windows-1252",
      times: 2,
      repaired: "é",
    });
  });
});

test("lost characters have no repair", () => {
  expect(repair("caf\ufffd\ufffd and ï¿½")).toBe("caf□ and □");
});

describe("left alone", () => {
  test.each([
    "“AMANHÔ e “IRMÔ, “MANHÔ; SÃO JOÃO; NÃO",
    "Elle a été\u00a0», dit-il\u00a0; à\u00a0«\u00a0Paris\u00a0», l’été… là…»",
    "Рёрих и Рёв, В\u00a0Москве, «Зенит», № 1, ЁЛКА, Сёла",
    "Рівне, Січень, РІВНЕ, СІЛЬ, Їжак, СЄРІЙ",
    "MENÜ”, Spaß“, groß…, Ä…Ö…Ü…, ‚Ärger‘, ‚Äpfel‘",
    "Лига фермеров предупредила: руда, рынок и кроны не представят промышленность города",
    "Å² and Å³, ½ ¼, √2×√3, √π, 3×4, 5°, 10 º",
    "KALLÅ” sa han; ÎLE…; É… È… Ê…; “Ô; “voilá…”",
    "╔═══╗║ ░▒▓ ╚═╝ ┌─┐ ├─┤ └─┘",
    "Việt Nam: ĐÃ, ĐÂU, “ĐÃ”, “Ô; FĂRĂ “CASĂ”",
    "Љубљана, Ђорђе, ЂЂ; Ο Όμηρος «Ω»; Ç’a été",
    "депутатАО и советАЭС", // Words that were run together.
  ])("%s", (text) => {
    expect(findMojibake(text, { start: 0, end: text.length })).toEqual([]);
  });
});
