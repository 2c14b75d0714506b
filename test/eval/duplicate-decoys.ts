import { type BodyDraft, insertAnywhere, insertBehind, takeParagraph } from "./body-draft.ts";
import { decoy } from "./marked-text.ts";
import { lengthInWords, wordSpans } from "./word-edits.ts";

/** Plants one thing that looks like a repeat and is none; false when no paragraph is left that suits. */
export type PlantDecoy = (draft: BodyDraft) => boolean;

export const DUPLICATE_DECOYS: readonly PlantDecoy[] = [
  plantSameOpening,
  plantSameEnding,
  plantQuotation,
  plantTemplates,
  plantHeadings,
];

function plantSameOpening(draft: BodyDraft): boolean {
  const { language, random } = draft;
  const original = takeParagraph(draft, (text) => lengthInWords(text, language) >= 24);
  if (original === undefined) {
    return false;
  }
  const opening = firstWords(original.content.text, random.between(6, 11), draft);
  const rest = language.writeInside("sentence", random);
  const text = `${opening}${language.space}${rest}${language.space}${language.paragraph(1, random)}`;
  insertBehind(draft, original, decoy(text, "duplicates", "same opening"));
  return true;
}

function plantSameEnding(draft: BodyDraft): boolean {
  const { language, random } = draft;
  const original = takeParagraph(draft, (text) => lengthInWords(text, language) >= 24);
  if (original === undefined) {
    return false;
  }
  const own = language.paragraph(1, random).replace(/[.。؟]$/u, "");
  const text = `${language.paragraph(1, random)}${language.space}${own}${language.space}${lastWords(original.content.text, random.between(6, 11), draft)}`;
  insertBehind(draft, original, decoy(text, "duplicates", "same ending"));
  return true;
}

/** A passage that quotes at most 14 words of another. */
function plantQuotation(draft: BodyDraft): boolean {
  const { language, random } = draft;
  const original = takeParagraph(draft, (text) => lengthInWords(text, language) >= 24);
  if (original === undefined) {
    return false;
  }
  const quoted = firstWords(original.content.text, random.between(8, 14), draft).replaceAll(
    /[“”«»「」]/gu,
    "",
  );
  const marks = { Latin: "“”", Cyrillic: "«»", Japanese: "「」", Arabic: "«»" }[language.script];
  const before = language.paragraph(1, random).replace(/[.。؟]$/u, language.space === "" ? "、" : ":");
  const text = `${before}${language.space}${marks.charAt(0)}${quoted}${marks.charAt(1)}${language.space}${language.writeInside("sentence", random)}`;
  insertBehind(draft, original, decoy(text, "duplicates", "quotation"));
  return true;
}

/** Two or three fill-in sentences with other names and figures. */
function plantTemplates(draft: BodyDraft): boolean {
  const { language, random } = draft;
  const rule = `template${random.below(4)}`;
  for (let count = random.between(2, 3); count > 0; count--) {
    insertAnywhere(draft, decoy(language.write(rule, random), "duplicates", "fill-in template"));
  }
  return true;
}

/** A heading that pages have again and again. */
function plantHeadings(draft: BodyDraft): boolean {
  const heading = draft.language.write("commonHeading", draft.random);
  for (let count = 0; count < 2; count++) {
    insertAnywhere(draft, decoy(heading, "duplicates", "common heading"));
  }
  return true;
}

/** In a script without spaces, as many characters as about so many words have. */
function firstWords(text: string, count: number, { language }: BodyDraft): string {
  if (language.space === "") {
    return text.slice(0, count * 2);
  }
  return text.slice(0, wordSpans(text, language)[count - 1]?.end ?? text.length).replace(/[.,;:]$/u, "");
}

function lastWords(text: string, count: number, { language }: BodyDraft): string {
  if (language.space === "") {
    return text.slice(-count * 2);
  }
  return text.slice(wordSpans(text, language).at(-count)?.start ?? 0);
}
