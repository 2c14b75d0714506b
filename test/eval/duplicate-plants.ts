import { type BodyDraft, insertBefore, insertBehind, takeParagraph } from "./body-draft.ts";
import {
  joinMarked,
  type Plant,
  type PlantId,
  plain,
  planted,
  tolerating,
  withPartner,
} from "./marked-text.ts";
import { addWords, cutOff, dropWords, hardWrap, lengthInWords, mistype, replaceWords } from "./word-edits.ts";

/** Plants one pair of the kind; false when no paragraph is left that suits. */
export type PlantDuplicate = (draft: BodyDraft) => boolean;

/** Every way in which the issue lets a paragraph repeat another inside one article. */
export const DUPLICATE_PLANTS: readonly PlantDuplicate[] = [
  repeat("exact copy", ["exact"], 9, (text) => text),
  repeat("exact copy", ["exact"], 9, (text) => text),
  repeat("exact copy", ["exact"], 9, (text) => text),
  repeat("exact: quotes and dashes", ["exact"], 9, (text) => swapQuotes(text)),
  repeat("exact: case", ["exact"], 9, (text) => text.toUpperCase(), hasCase),
  repeat(
    "exact: spaces",
    ["exact"],
    9,
    (text, { random }) => otherSpaces(text, random.chance(0.5)),
    hasSpaces,
  ),
  repeat("near: characters", ["near"], 14, (text, { random }) => mistype(text, random.between(1, 4), random)),
  repeat("near: words replaced", ["near"], 16, (text, { language, random }) =>
    replaceWords(text, random.between(1, 3), language, random),
  ),
  repeat("near: words dropped", ["near"], 16, (text, { language, random }) =>
    dropWords(text, random.between(1, 3), language, random),
  ),
  repeat("near: words added", ["near"], 16, (text, { language, random }) =>
    addWords(text, random.between(1, 3), language, random),
  ),
  repeat("near: up to 15 % replaced", ["near"], 30, (text, { language, random }) => {
    const most = Math.floor(lengthInWords(text, language) * 0.14);
    return replaceWords(text, random.between(Math.ceil(most / 2), most), language, random);
  }),
  repeat("near: punctuation", ["near", "exact"], 12, otherPunctuation, (text) => /[,;:、،؛]/u.test(text)),
  repeat("near: end cut off", ["near"], 20, (text, { language, random }) =>
    cutOff(text, 0.8 + random.next() * 0.09, language),
  ),
  repeat("near: attribution", ["near"], 20, (text, { language, random }) =>
    text.replace(/[.。؟]?$/u, (end) => language.write("attribution", random) + (end === "。" ? end : ".")),
  ),
  plantHardWrapped,
  plantContained("behind"),
  plantContained("before"),
  plantTruncated("behind"),
  plantTruncated("before"),
];

export const DUPLICATE_CHECKS = ["duplicate-paragraph"];

function repeat(
  kind: string,
  dataKinds: readonly string[],
  leastWords: number,
  vary: (text: string, draft: BodyDraft) => string,
  suits: (text: string) => boolean = () => true,
): PlantDuplicate {
  return (draft) => {
    const original = takeParagraph(
      draft,
      (text) => suits(text) && lengthInWords(text, draft.language) >= leastWords,
    );
    if (original === undefined) {
      return false;
    }
    const copy = vary(original.content.text, draft);
    const plant: Plant = { group: "duplicates", kind, checks: DUPLICATE_CHECKS, dataKinds, scope: "article" };
    const id: PlantId = { kind };
    if (dataKinds[0] === "near") {
      original.content = withPartner(original.content, id);
    }
    insertBehind(draft, original, tolerating(planted(copy, plant, id), OTHER_SPACES));
    return true;
  };
}

/** No-break spaces of a copy are no other trouble of it that this truth would know. */
const OTHER_SPACES = ["hidden-character", "wrapped-paragraph"];

function plantHardWrapped(draft: BodyDraft): boolean {
  const { language, random } = draft;
  const original = takeParagraph(draft, (text) => lengthInWords(text, language) >= 30);
  if (original === undefined) {
    return false;
  }
  const width = random.between(58, 80) / (language.space === " " ? 1 : 2);
  const copy = hardWrap(original.content.text, Math.floor(width), language);
  const plant: Plant = {
    group: "duplicates",
    kind: "near: hard-wrapped",
    checks: DUPLICATE_CHECKS,
    dataKinds: ["near", "exact"],
    scope: "article",
    allowsSeveral: true,
  };
  const id: PlantId = { kind: plant.kind };
  original.content = withPartner(original.content, id);
  insertBehind(draft, original, planted(copy, plant, id));
  return true;
}

/** A paragraph again inside a longer one, which stands behind or before it. */
function plantContained(place: "behind" | "before"): PlantDuplicate {
  return (draft) => {
    const { language, random } = draft;
    const original = takeParagraph(draft, (text) => {
      const words = lengthInWords(text, language);
      return words >= 18 && words <= 60;
    });
    if (original === undefined) {
      return false;
    }
    const around = [
      language.paragraph(random.between(1, 2), random),
      original.content.text,
      language.paragraph(random.between(1, 2), random),
    ];
    const plant: Plant = {
      group: "duplicates",
      kind: place === "behind" ? "contained in a later one" : "contained in an earlier one",
      checks: DUPLICATE_CHECKS,
      dataKinds: ["contained"],
      scope: "article",
    };
    const id: PlantId = { kind: plant.kind };
    original.content = planted(original.content.text, plant, id);
    const longer = withPartner(joinMarked(around.map(plain), language.space), id);
    if (place === "behind") {
      insertBehind(draft, original, longer);
    } else {
      insertBefore(draft, original, longer);
    }
    return true;
  };
}

/** The start of a paragraph, ended by dots, behind or before it. */
function plantTruncated(place: "behind" | "before"): PlantDuplicate {
  return (draft) => {
    const { language, random } = draft;
    const original = takeParagraph(draft, (text) => lengthInWords(text, language) >= 26);
    if (original === undefined) {
      return false;
    }
    const dots = random.pick(["…", "...", " …"]);
    const start = cutOff(original.content.text, 0.35 + random.next() * 0.4, language) + dots;
    const plant: Plant = {
      group: "duplicates",
      kind: place === "behind" ? "truncated, behind" : "truncated, before",
      checks: DUPLICATE_CHECKS,
      dataKinds: ["truncated"],
      scope: "article",
    };
    if (place === "behind") {
      insertBehind(draft, original, planted(start, plant));
    } else {
      insertBefore(draft, original, planted(start, plant));
    }
    return true;
  };
}

function hasCase(text: string): boolean {
  return text.toUpperCase() !== text && !text.includes("ß");
}

function hasSpaces(text: string): boolean {
  return text.includes(" ");
}

const QUOTES: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "«": "“",
  "»": "”",
  "’": "'",
  "–": "—",
  "—": "–",
};

function swapQuotes(text: string): string {
  return text.replaceAll(/[“”«»’–—]/gu, (mark) => QUOTES[mark] ?? mark);
}

function otherSpaces(text: string, isHard: boolean): string {
  let count = 0;
  return text.replaceAll(" ", () => (count++ % 3 === 1 ? (isHard ? "\u00a0" : "  ") : " "));
}

/** Every second comma or semicolon gives way to another mark or goes. */
function otherPunctuation(text: string, { random }: BodyDraft): string {
  return text.replaceAll(/[,;:、،؛]/gu, (mark) => (random.chance(0.5) ? "" : mark === "," ? ";" : mark));
}
