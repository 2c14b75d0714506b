import { isAsciiDigit } from "../../../text/characters.ts";
import { dayOfUrl, sameDay } from "../../dates.ts";
import type { Evidence } from "../../model.ts";
import { slugResemblance, slugWords } from "./addresses.ts";
import { NAMING_RESEMBLANCE } from "./headline.ts";
import { isLabel, isTitleLike, type NewsLine } from "./news-lines.ts";
import { createRows, hasValue, type LineFacts, listParts, type Rows, rowValue, saySame } from "./rows.ts";
import {
  contentOf,
  evidenceOf,
  groupByKind,
  isAboveText,
  isPlainTitle,
  isRunTogether,
  isWideProse,
  rowsOfKind,
  type Scene,
} from "./scene.ts";

/**
 * What speaks for a scraped news page in the lines of a text's head. Each observation is about how lines stand to each
 * other, never about who published them, and each alone stays below what recognition asks for: one odd line proves
 * nothing. The weights were set on the pages of `samples/ria-layout` and on texts of other kinds.
 */
export function findEvidence(
  text: string,
  lines: readonly NewsLine[],
  facts: LineFacts,
): readonly Evidence[] {
  const rows = createRows(text, lines, facts);
  const scene: Scene = { ...rows, byKind: groupByKind(rows.lines) };
  const evidence: Evidence[] = [];
  for (const observe of OBSERVATIONS) {
    const observed = observe(scene);
    if (observed !== undefined) {
      evidence.push(observed);
    }
  }
  return evidence;
}

type Observation = (rows: Scene) => Evidence | undefined;

const OBSERVATIONS: readonly Observation[] = [
  observeNamedHeadline,
  observeWholePage,
  observeDoubledHeadline,
  observeHeadlineAgain,
  observeTimes,
  observeDateline,
  observeRunTogetherLine,
  observeTagRun,
  observeKeywordList,
  observePicture,
  observePortrait,
  observeContacts,
  observeRelatedDate,
  observeResidue,
  observeCaptions,
  observeCredit,
  observeLanguage,
];

function observeNamedHeadline(rows: Scene): Evidence | undefined {
  for (const row of rowsOfKind(rows, "page", 0.4)) {
    const line = rows.lines[row] as NewsLine;
    const words = slugWords(rows.text, { start: line.content.start, end: line.partEnd });
    for (const next of [row + 1, row + 2]) {
      const title = rows.lines[next];
      const isNamed =
        title !== undefined &&
        isTitleLike(rows.text, title) &&
        slugResemblance(words, rows.text, title.content) >= NAMING_RESEMBLANCE;
      if (isNamed) {
        return evidenceOf(
          "A page address whose words the line below it says again",
          0.45,
          contentOf(rows, row, next),
        );
      }
    }
  }
  return undefined;
}

/** A dated or numbered address on top, the title that it names, and text: a page of which nothing else is left. */
function observeWholePage(rows: Scene): Evidence | undefined {
  const [address, title] = [rows.lines[0], rows.lines[1]];
  if (address?.kind !== "page" || title === undefined || (rows.byKind.get("page") ?? []).length > 6) {
    return undefined;
  }
  const span = { start: address.content.start, end: address.partEnd };
  const isNamed =
    isPlainTitle(rows, title) &&
    slugResemblance(slugWords(rows.text, span), rows.text, title.content) >= NAMING_RESEMBLANCE;
  return isNamed && dayOfUrl(rows.text, span) !== undefined && isAboveText(rows, 1)
    ? evidenceOf("A dated page address on top of a title and text", 0.2, contentOf(rows, 0, 1))
    : undefined;
}

/** Copies of a headline stand near the top, twice or three times; a refrain comes back all over a text. */
function observeDoubledHeadline(rows: Scene): Evidence | undefined {
  let pairs = 0;
  let first = -1;
  for (let row = 0; row + 1 < rows.lines.length; row++) {
    const line = rows.lines[row] as NewsLine;
    const isPair = saySame(rows, row, row + 1) && isPlainTitle(rows, line);
    // A name that stands twice above an address is a signature, not a headline.
    if (isPair && rows.lines[row + 2]?.kind !== "email" && listParts(rows, row) === undefined) {
      pairs++;
      first = first < 0 ? row : first;
    }
  }
  const isRare = pairs * 12 <= rows.lines.length + 24;
  return first < 0 || first > 60 || !isRare
    ? undefined
    : evidenceOf("Two identical headlines one after the other", 0.4, contentOf(rows, first, first + 1));
}

function observeHeadlineAgain(rows: Scene): Evidence | undefined {
  const firsts = new Set<string>();
  for (let row = 0; row < rows.lines.length; row++) {
    const line = rows.lines[row] as NewsLine;
    const below = rows.lines[row + 1];
    const isAboveBody = below?.kind === "dateline" || (below !== undefined && isWideProse(rows, below));
    if (line.kind !== "text" || !(isAboveBody || row < 60) || !isPlainTitle(rows, line)) {
      continue;
    }
    const value = rowValue(rows, row);
    if (isAboveBody && firsts.has(value) && !hasValue(rows, row - 1, value)) {
      return evidenceOf("The headline stands again above the text", 0.3, line.content);
    }
    if (row < 60) {
      firsts.add(value);
    }
  }
  return undefined;
}

function observeTimes(rows: Scene): Evidence | undefined {
  const times = rowsOfKind(rows, "time", 0.2);
  const run = times.find((row) => rows.lines[row + 1]?.kind === "time");
  if (run !== undefined) {
    return evidenceOf("Times in ISO form, each alone on its line", 0.45, contentOf(rows, run, run + 1));
  }
  const [only] = times;
  return only === undefined
    ? undefined
    : evidenceOf("A time in ISO form, alone on its line", 0.25, contentOf(rows, only, only));
}

function observeDateline(rows: Scene): Evidence | undefined {
  for (const row of rowsOfKind(rows, "dateline", 0.1)) {
    const line = rows.lines[row] as NewsLine;
    const above = rows.lines[row - 1];
    const isBelowTitle = above !== undefined && (isTitleLike(rows.text, above) || above.kind === "image");
    if (!isBelowTitle) {
      continue;
    }
    if (line.isMarked) {
      return evidenceOf("A date line below a title that says when the page was changed", 0.6, {
        start: line.content.start,
        end: line.partEnd,
      });
    }
    const isWhole = isPlainTitle(rows, above) && isAboveText(rows, row);
    const weight = isWhole ? 0.55 : 0.45;
    const summary = isWhole
      ? "A title, a date line with a time, and running text"
      : "A date line with a time below a title";
    return evidenceOf(summary, weight, { start: line.content.start, end: line.partEnd });
  }
  return undefined;
}

/** More than this share of the lines run together: then the whole text lacks spaces, and that says nothing. */
function observeRunTogetherLine(rows: Scene): Evidence | undefined {
  let found = -1;
  let count = 0;
  for (let row = 0; row < rows.lines.length; row++) {
    if (isRunTogether(rows, row)) {
      count++;
      found = found < 0 ? row : found;
    }
  }
  return found < 0 || count > Math.max(1, rows.lines.length * 0.15)
    ? undefined
    : evidenceOf("A long line of text whose paragraphs run together", 0.4, contentOf(rows, found, found));
}

function observeTagRun(rows: Scene): Evidence | undefined {
  for (const time of rowsOfKind(rows, "time", 0.2)) {
    let row = time + 1;
    let labels = 0;
    for (let line = rows.lines[row]; line !== undefined && labels < 60; line = rows.lines[++row]) {
      if (line.kind !== "residue" && !isLabel(rows.text, line)) {
        break;
      }
      labels += line.kind === "text" ? 1 : 0;
    }
    if (labels >= 2 && rows.lines[row]?.kind === "image") {
      return evidenceOf(
        "Short lines between a time and a picture's address",
        0.35,
        contentOf(rows, time + 1, row),
      );
    }
  }
  return undefined;
}

/** A list on one line that says again what stands on lines of its own, or that stands twice. */
function observeKeywordList(rows: Scene): Evidence | undefined {
  const labels = new Set<string>();
  for (let row = 0; row < rows.lines.length; row++) {
    const line = rows.lines[row] as NewsLine;
    const parts = isLabel(rows.text, line) || line.kind === "text" ? listParts(rows, row) : undefined;
    if (parts === undefined) {
      if (isLabel(rows.text, line) && labels.size < 200) {
        labels.add(rowValue(rows, row).toLowerCase());
      }
      continue;
    }
    const known = parts.filter((part) => labels.has(part.toLowerCase())).length;
    if (parts.length >= 3 && known >= 2) {
      return evidenceOf("A list of tags that stand on lines of their own, too", 0.25, line.content);
    }
    const isBelowArticle = [row - 1, row - 2, row - 3].some((above) => isRunTogether(rows, above));
    if (parts.length >= 3 && isBelowArticle) {
      return evidenceOf("A list of tags below a line whose paragraphs run together", 0.3, line.content);
    }
    const isTwice =
      parts.length >= 3 && rowValue(rows, row + 1).toLowerCase() === rowValue(rows, row).toLowerCase();
    if (isTwice) {
      return evidenceOf("A list of tags that stands twice", 0.25, line.content);
    }
  }
  return undefined;
}

function observePicture(rows: Scene): Evidence | undefined {
  for (const row of rowsOfKind(rows, "image", 0.3)) {
    const line = rows.lines[row] as NewsLine;
    const above = rows.lines[row - 1];
    const isAmongLabels =
      above !== undefined && (isLabel(rows.text, above) || above.kind === "residue" || above.kind === "time");
    if (isAmongLabels && !line.isMarked) {
      return evidenceOf("A picture's address among short lines", 0.2, line.content);
    }
  }
  return undefined;
}

function observePortrait(rows: Scene): Evidence | undefined {
  const row = rowsOfKind(rows, "image", 0.3).find(
    (image) => rows.lines[image]?.isMarked === true && isLabelAt(rows, image - 1),
  );
  return row === undefined
    ? undefined
    : evidenceOf("A name above the address of a small square picture", 0.2, contentOf(rows, row - 1, row));
}

function isLabelAt(rows: Rows, row: number): boolean {
  const line = rows.lines[row];
  return line !== undefined && isLabel(rows.text, line);
}

function observeContacts(rows: Scene): Evidence | undefined {
  const email = rowsOfKind(rows, "email", 0.2).find((row) => rows.lines[row + 1]?.kind === "telephone");
  return email === undefined
    ? undefined
    : evidenceOf(
        "An e-mail address and a telephone number, each alone on its line",
        0.3,
        contentOf(rows, email, email + 1),
      );
}

function observeRelatedDate(rows: Scene): Evidence | undefined {
  const dates = rowsOfKind(rows, "date", 0.2);
  if (dates.length === 0) {
    return undefined;
  }
  for (const page of rowsOfKind(rows, "page", 0.4)) {
    const line = rows.lines[page] as NewsLine;
    const day = dayOfUrl(rows.text, { start: line.content.start, end: line.partEnd });
    const date = day === undefined ? undefined : dates.find((row) => isDay(rows, row, day));
    if (date !== undefined) {
      return evidenceOf(
        "A date alone on its line, the same as in a page's address",
        0.3,
        contentOf(rows, date, date),
      );
    }
  }
  return undefined;
}

function isDay(rows: Rows, row: number, day: Parameters<typeof sameDay>[0]): boolean {
  const date = rows.lines[row]?.date;
  return date !== undefined && sameDay(date.day, day);
}

function observeResidue(rows: Scene): Evidence | undefined {
  const row = rowsOfKind(rows, "residue", 0.3).find(
    (residue) => rows.text.charCodeAt((rows.lines[residue] as NewsLine).content.start) === 0x2f,
  );
  return row === undefined
    ? undefined
    : evidenceOf("A path into the page's source that found nothing", 0.35, contentOf(rows, row, row));
}

function observeCaptions(rows: Scene): Evidence | undefined {
  const [row] = rowsOfKind(rows, "captionTail", 0.2);
  return row === undefined
    ? undefined
    : evidenceOf("A picture's text that ends with a source and a size", 0.4, contentOf(rows, row, row));
}

/** A credit names who took the picture; a licence's line names a year. */
function observeCredit(rows: Scene): Evidence | undefined {
  const row = rowsOfKind(rows, "credit", 0.2).find((credit) => isPictureCredit(rows, credit));
  return row === undefined ? undefined : evidenceOf("A picture's credit", 0.15, contentOf(rows, row, row));
}

function isPictureCredit(rows: Rows, row: number): boolean {
  const value = rowValue(rows, row);
  const hasParts = value.includes(" / ") || value.includes(" : ") || value.includes(". ");
  return hasParts && !isAsciiDigit(value.charCodeAt(2));
}

function observeLanguage(rows: Scene): Evidence | undefined {
  const row = rowsOfKind(rows, "language", 0.1).find((language) => isLabelAt(rows, language - 1));
  return row === undefined
    ? undefined
    : evidenceOf("A section's name above a language", 0.15, contentOf(rows, row - 1, row));
}
