import { articleAddress } from "./addresses.ts";
import { type BodyDraft, insertAnywhere, takeParagraph } from "./body-draft.ts";
import { BOILERPLATE_LINES, type BoilerplateKind, type BoilerplateLists } from "./boilerplate-lines.ts";
import { misread, misreadSingleByte } from "./encodings.ts";
import type { EvaluationLanguage } from "./language/language.ts";
import type { LinkPlaces, PlantLink } from "./link-plants.ts";
import { decoy, joinMarked, type Plant, plain, planted, tolerating } from "./marked-text.ts";

const BOILERPLATE_KINDS: readonly BoilerplateKind[] = [
  "share buttons",
  "read more",
  "subscribe notice",
  "cookie notice",
  "advert",
  "comment widget",
];

export const NOISE_PLANTS: readonly PlantLink[] = [
  ...BOILERPLATE_KINDS.map(plantBoilerplate),
  plantDamagedMarks,
  plantDamagedParagraph,
  hiddenCharacter("bidi control", ["\u202e", "\u202d", "\u2066", "\u2067"]),
  hiddenCharacter("zero-width character", ["\u200b", "\u2060", "\ufeff"]),
  hiddenCharacter("tag character", ["\u{e0041}", "\u{e0062}\u{e0063}"]),
  hiddenCharacter("no-break space", ["\u00a0"]),
  hiddenCharacter("soft hyphen", ["\u00ad"]),
  plantTrackingParameter,
];

export const NOISE_DECOYS: readonly PlantLink[] = [
  plantProseAboutNotices,
  plantLegitimateHiddenCharacters,
  plantAccents,
  plantCleanQuery,
  plantShortLine,
];

function noisePlant(kind: string, check: string, more: Partial<Plant> = {}): Plant {
  return { group: "noise", kind, checks: [check], allowsSeveral: true, ...more };
}

function plantBoilerplate(kind: BoilerplateKind): PlantLink {
  return ({ draft }) => {
    const { language, random } = draft;
    const lists = listsFor(language.id);
    if (lists.length === 0) {
      return false;
    }
    const lines = random.pick(random.pick(lists)[kind]);
    const notice = planted(lines, noisePlant(`boilerplate: ${kind}`, "boilerplate"));
    insertAnywhere(draft, tolerating(notice, ["duplicate-paragraph"]));
    return true;
  };
}

/** In dumps in Latin script, half of the notices are in the other languages of that script that the issue names. */
function listsFor(language: EvaluationLanguage): readonly BoilerplateLists[] {
  const { en, ru, ja, de, fr, es } = BOILERPLATE_LINES;
  switch (language) {
    case "en":
      return [en, en, en, de, fr, es];
    case "ru":
      return [ru];
    case "ja":
      return [ja];
    case "ar":
      return [];
  }
}

/** Single quotation marks, dashes and accented letters of a paragraph, damaged one by one. */
function plantDamagedMarks({ draft }: LinkPlaces): boolean {
  if (draft.language.script !== "Latin") {
    return false;
  }
  const item = takeParagraph(draft, (text) => /[“”’–]/u.test(text));
  if (item === undefined) {
    return false;
  }
  const whole = item.content.text;
  const text = whole.replaceAll(/[“”’–áéü]/gu, (mark) => misread(mark, "windows-1252"));
  item.content = planted(text, noisePlant("mojibake: marks", "mojibake", { mended: whole }));
  return true;
}

function plantDamagedParagraph({ draft }: LinkPlaces): boolean {
  const { language, random } = draft;
  if (language.script === "Latin") {
    return false;
  }
  const item = takeParagraph(draft);
  if (item === undefined) {
    return false;
  }
  const whole = item.content.text;
  const ways: readonly (() => string)[] =
    language.script === "Cyrillic"
      ? [
          () => misread(whole, "windows-1252"),
          () => misread(whole, "windows-1251"),
          () => misreadSingleByte(whole.replaceAll(/[«»—–’]/gu, '"'), "windows-1251", "windows-1252"),
        ]
      : [() => misread(whole, "windows-1252")];
  const way = random.below(ways.length);
  const text = (ways[way] as () => string)();
  const mended = way === 2 ? whole.replaceAll(/[«»—–’]/gu, '"') : whole;
  item.content = planted(text, noisePlant("mojibake: paragraph", "mojibake", { mended }));
  return true;
}

/** One or two of the characters inside or between words of a paragraph. */
function hiddenCharacter(kind: string, characters: readonly string[]): PlantLink {
  return ({ draft }) => {
    const { random } = draft;
    const item = takeParagraph(draft);
    if (item === undefined) {
      return false;
    }
    const text = item.content.text;
    // Isolates are how Arabic pages set Latin names; an override is never needed.
    const isIsolate = draft.language.script === "Arabic" && kind === "bidi control";
    const character = isIsolate ? "\u202e" : random.pick(characters);
    // Beside figures, dashes and short words a no-break space is good typography.
    const place = kind === "no-break space" ? /(?<=\p{L}{4}) (?=\p{L}{4})/gu : /(?<=\p{L})(?=\p{L})/gu;
    const places = [...text.matchAll(place)].map(({ index }) => index);
    if (places.length === 0) {
      return false;
    }
    const at = random.pick(places);
    const behind = kind === "no-break space" ? at + 1 : at;
    item.content = joinMarked([
      plain(text.slice(0, at)),
      planted(character, noisePlant(`hidden: ${kind}`, "hidden-character")),
      plain(text.slice(behind)),
    ]);
    return true;
  };
}

const TRACKERS = [
  "utm_source=newsletter&utm_medium=email",
  "utm_campaign=spring&utm_content=top",
  "fbclid=IwAR0x3k9QpVt7",
  "gclid=EAIaIQobChMI8q",
  "yclid=5521904418",
  "mc_cid=6f2a81&mc_eid=91bd",
];

function plantTrackingParameter({ draft, site, headLines }: LinkPlaces): boolean {
  const { random } = draft;
  const own = random.chance(0.4) ? `id=${random.below(999)}&` : "";
  const url = `${articleAddress(site, random)}?${own}${random.pick(TRACKERS)}`;
  headLines.push(planted(url, noisePlant("tracking parameter", "tracking-parameter")));
  return true;
}

function plantProseAboutNotices({ draft }: LinkPlaces): boolean {
  insertAnywhere(draft, decoy(draft.language.write("prose", draft.random), "noise", "prose about notices"));
  return true;
}

/** What scripts and emoji need: joiners, marks of direction beside figures, a flag made of tag characters. */
function plantLegitimateHiddenCharacters({ draft }: LinkPlaces): boolean {
  const { language, random } = draft;
  const needed =
    language.script === "Arabic"
      ? random.pick([
          "می‌شود و نمی‌خواهد",
          "شركة AT&T\u200f (نيويورك)",
          "بنسبة 45\u200f٪",
          "تقرير \u200eBBC\u200f اليوم",
        ])
      : random.pick(["👩‍👩‍👧", "क्‍ष", "می‌شود", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️", "👩🏽‍🚒", "ශ්‍රී"]);
  const text = `${language.paragraph(1, random)}${language.space}${needed}${language.space}${language.writeInside("sentence", random)}`;
  insertAnywhere(draft, decoy(text, "noise", "needed hidden characters"));
  return true;
}

/** Letters that mojibake is full of, in words that are right. */
function plantAccents({ draft }: LinkPlaces): boolean {
  const { language, random } = draft;
  const words = random.pick([
    "São Tomé",
    "Âlvaro JOÃO",
    "pâté de château",
    "Ðakovo",
    "ÅLAND Ängelholm",
    "Łódź–Kraków",
    "Tiếng Việt",
    "naïve café",
    "50 €",
    "Ğ, Ş and İ",
    "† 1961",
    "100 ‰",
    "„Œuvre“ ™",
  ]);
  const text = `${language.paragraph(1, random)}${language.space}${words}${language.space}${language.writeInside("sentence", random)}`;
  insertAnywhere(draft, decoy(text, "noise", "accents and signs"));
  return true;
}

function plantCleanQuery({ draft, site, headLines }: LinkPlaces): boolean {
  const { random } = draft;
  const query = random.pick([
    "id=4711",
    "page=2&sort=date",
    "v=dQw4w9&t=90",
    "q=harbour&lang=en",
    "article_id=22&source_id=5",
  ]);
  headLines.push(decoy(`${articleAddress(site, random)}?${query}`, "noise", "clean query"));
  return true;
}

/** A line is no boilerplate for being short. */
function plantShortLine({ draft }: LinkPlaces): boolean {
  insertAnywhere(draft, decoy(draft.language.write("heading", draft.random), "noise", "short line"));
  return true;
}

/** What a live ticker puts before the page's own text. */
export function tickerPreamble({ language, random }: BodyDraft, name: string) {
  const live = { en: "LIVE: ", ru: "Прямая трансляция: ", ja: "ライブ：", ar: "مباشر: " }[language.id];
  const lines = [
    language.write("tag", random),
    live + language.write("headline", random),
    `- ${name}, 1920`,
    language.write("tag", random),
    language.paragraph(2, random),
  ];
  return planted(lines.join("\n"), noisePlant("boilerplate: live ticker", "boilerplate"));
}
