import type { Tag } from "./language.ts";
import type { Paragraph } from "./paragraph.ts";
import { isPastParticiple } from "./past-participles.ts";
import type { Token } from "./tokens.ts";

/** Tokens `[first, end)`. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/**
 * The noun phrase that ends right before a token: names and nouns with what stands before them, joined by prepositions
 * and `and` (`officials in Moscow`, `Kiev and several Western countries`), brackets (`(R-Ga.)`) included. Where two
 * phrases meet (`During the debate Clinton`), the second one. Undefined where no noun phrase ends there.
 */
export function nounPhraseBefore(paragraph: Paragraph, end: number, floor: number): TokenRange | undefined {
  const { tokens } = paragraph;
  const last = tokens[end - 1];
  if (end - 1 < floor || last === undefined) {
    return undefined;
  }
  const isRelativeThat =
    last.lower === "that" && end - 2 >= floor && isNominal((tokens[end - 2] as Token).tag);
  const isObject =
    objectPronouns.has(last.lower) && tokens[end - 2]?.tag === "preposition" && end - 2 > floor;
  if ((last.tag === "pronoun" && !isObject) || last.tag === "relative" || isRelativeThat) {
    return { first: end - 1, end };
  }
  if (last.tag === "conjunction" || last.tag === "preposition") {
    return undefined;
  }
  let first = end;
  let hasNoun = false;
  for (let at = end - 1; at >= floor; at--) {
    const token = tokens[at] as Token;
    if (token.tag === "close-bracket") {
      const open = openingBracket(tokens, at, floor);
      if (open < 0) {
        break;
      }
      at = open;
      first = open;
      continue;
    }
    if (!isPartOfPhrase(paragraph, at, floor)) {
      // A preposition that hangs on nothing before it opens a circumstance, whose noun is nobody's subject.
      first = token.tag === "preposition" && first < end && !clauseOpeners.has(token.lower) ? at : first;
      break;
    }
    hasNoun ||= isNominal(token.tag) || token.tag === "determiner" || token.tag === "number";
    first = at;
  }
  if (!hasNoun) {
    return undefined;
  }
  return withoutLead(paragraph, { first, end });
}

/** The names and nouns right before a token with what belongs to them, and nothing that prepositions or `and` join to them. */
export function simplePhraseBefore(
  { tokens }: Paragraph,
  end: number,
  floor: number,
): TokenRange | undefined {
  let first = end;
  while (first > floor && isInSimplePhrase((tokens[first - 1] as Token).tag)) {
    first--;
  }
  return first < end && tokens.slice(first, end).some(({ tag }) => isNominal(tag) || tag === "pronoun")
    ? { first, end }
    : undefined;
}

/** The same, behind a token. */
export function simplePhraseAfter(
  { tokens }: Paragraph,
  first: number,
  limit: number,
): TokenRange | undefined {
  let end = first;
  while (end < limit && isInSimplePhrase((tokens[end] as Token).tag)) {
    end++;
  }
  return end > first ? { first, end } : undefined;
}

function isInSimplePhrase(tag: Tag): boolean {
  return (
    isNominal(tag) || tag === "determiner" || tag === "adjective" || tag === "number" || tag === "possessive"
  );
}

/** The noun phrase that begins at a token, with the phrases that hang on it by prepositions; undefined where there is none. */
export function nounPhraseAfter(paragraph: Paragraph, first: number, limit: number): TokenRange | undefined {
  const { tokens } = paragraph;
  const start = tokens[first];
  if (start === undefined || first >= limit) {
    return undefined;
  }
  if (start.tag === "pronoun" && start.lower !== "one") {
    return { first, end: first + 1 };
  }
  let at = first;
  let end = first;
  let mayEndHere = false;
  while (at < limit) {
    const token = tokens[at] as Token;
    if (token.tag === "open-bracket" && end > first) {
      const close = closingBracket(tokens, at, limit);
      if (close < 0) {
        break;
      }
      at = close + 1;
      end = at;
      continue;
    }
    if (isNominal(token.tag) || token.tag === "number") {
      // `Trump Clinton`: a lower-case noun is rarely followed by the next phrase's name or article.
      mayEndHere = true;
      at++;
      end = at;
    } else if (token.tag === "determiner" || token.tag === "adjective") {
      if (mayEndHere && token.tag === "determiner") {
        break;
      }
      mayEndHere = mayEndHere || token.tag === "determiner";
      at++;
      end = token.tag === "determiner" ? at : end;
    } else if (token.tag === "possessive") {
      mayEndHere = false;
      at++;
      end = at;
    } else if (token.tag === "adverb" && !mayEndHere && isDescribed(tokens[at + 1])) {
      // `far fewer publications`, `unnamed highly placed sources`
      at++;
    } else if (
      (token.tag === "preposition" || token.tag === "conjunction") &&
      end === at &&
      end > first &&
      joins(tokens, at, limit)
    ) {
      mayEndHere = false;
      at++;
    } else if (token.tag === "quote" && paragraph.quotationAt[at] !== -1 && isNameQuotation(paragraph, at)) {
      const quotation = paragraph.quotations[paragraph.quotationAt[at] as number];
      at = (quotation?.last ?? at) + 1;
      end = at;
      mayEndHere = true;
    } else {
      break;
    }
  }
  return end > first ? { first, end } : undefined;
}

/** A quotation of a few words without a stop is a name or a word held at a distance: `MIA „Rossiya Segodnya“`. */
export function isNameQuotation({ tokens, quotations, quotationAt }: Paragraph, at: number): boolean {
  const quotation = quotations[quotationAt[at] as number];
  if (quotation === undefined || !quotation.isClosed || quotation.first !== at || quotation.last - at > 6) {
    return false;
  }
  const last = tokens[quotation.last - 1] as Token;
  return (tokens[at + 1]?.isCapital ?? false) && last.tag !== "stop" && last.tag !== "comma";
}

export function isNominal(tag: Tag): boolean {
  return tag === "noun" || tag === "name" || tag === "time";
}

function isDescribed(next: Token | undefined): boolean {
  return (
    next !== undefined &&
    (next.tag === "adjective" ||
      next.tag === "determiner" ||
      next.tag === "noun" ||
      (next.tag === "verb" && next.lower.endsWith("ed")))
  );
}

function joins(tokens: readonly Token[], at: number, limit: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (next === undefined || at + 1 >= limit) {
    return false;
  }
  const continues =
    isNominal(next.tag) || next.tag === "determiner" || next.tag === "adjective" || next.tag === "number";
  if (token.tag === "preposition") {
    const isComparing = token.lower === "as" && tokens[at - 1]?.lower !== "such";
    return continues && next.tag !== "time" && !isComparing;
  }
  return continues && token.lower !== "but";
}

/** Whether a token may belong to a noun phrase that goes on behind it. */
function isPartOfPhrase({ tokens, quotationAt, quotations }: Paragraph, at: number, floor: number): boolean {
  const token = tokens[at] as Token;
  const before = at > floor ? tokens[at - 1] : undefined;
  switch (token.tag) {
    case "noun":
    case "name":
    case "adjective":
    case "determiner":
    case "number":
    case "possessive":
      return true;
    case "time":
      return (
        before?.tag !== "time" && token.isCapital === false && before !== undefined && before.tag !== "comma"
      );
    case "preposition":
      return (
        before !== undefined &&
        !clauseOpeners.has(token.lower) &&
        (isNominal(before.tag) ||
          before.tag === "determiner" ||
          before.tag === "number" ||
          before.tag === "close-bracket" ||
          before.tag === "conjunction" ||
          (before.tag === "adjective" && startsDescription(tokens[at - 2])) ||
          (before.tag === "quote" &&
            (quotationAt[at - 1] as number) >= 0 &&
            quotationAt[at - 1] !== quotationAt[at]) ||
          (before.tag === "verb" && (isPastParticiple(before.lower) || before.lower.endsWith("ing"))))
      );
    case "conjunction":
      return (
        token.lower !== "but" &&
        token.lower !== "so" &&
        token.lower !== "yet" &&
        before !== undefined &&
        (isNominal(before.tag) || before.tag === "close-bracket" || before.tag === "pronoun")
      );
    case "verb": {
      // `judges handling lawsuits`, `an analysis released by the ministry`
      const next = tokens[at + 1];
      const isParticiple =
        token.lower.endsWith("ing") ||
        (isPastParticiple(token.lower) && (next?.tag === "preposition" || next?.tag === "time"));
      return isParticiple && before !== undefined && isNominal(before.tag) && next !== undefined;
    }
    case "pronoun":
      return (
        tokens[at + 1]?.tag === "conjunction" ||
        (objectPronouns.has(token.lower) && before?.tag === "preposition")
      );
    case "quote": {
      const quotation = quotations[quotationAt[at] as number];
      return quotation !== undefined && quotation.last - quotation.first <= 6 && quotation.isClosed;
    }
    default:
      return false;
  }
}

/**
 * Takes off what stands before the phrase proper: a leading preposition with its own phrase (`In July Gingrich`, `During
 * the debate Clinton`), conjunctions, adverbs. The second phrase starts where a name, an article or a pronoun follows a
 * noun that is no title.
 */
function withoutLead(paragraph: Paragraph, { first, end }: TokenRange): TokenRange | undefined {
  const { tokens, language } = paragraph;
  let start = first;
  while (start < end && leading.has((tokens[start] as Token).tag)) {
    start++;
  }
  if (start >= end) {
    return undefined;
  }
  const lead = tokens[start] as Token;
  if (lead.tag === "preposition") {
    const following = tokens[start + 1];
    if (following?.lower === "least" || following?.lower === "most") {
      return withoutLead(paragraph, { first: start + 2, end });
    }
    if (following?.tag === "number" || following?.lower === "half") {
      return quantities.has(lead.lower) ? { first: start, end } : undefined;
    }
    const next = secondPhrase(paragraph, start + 1, end, language.kinds.titles);
    return next === undefined ? undefined : withoutLead(paragraph, { first: next, end });
  }
  return { first: start, end };
}

/** `about half of the voters`, `over 60 percent`. */
const quantities: ReadonlySet<string> = new Set(["about", "over", "under", "around"]);

const leading: ReadonlySet<Tag> = new Set<Tag>([
  "conjunction",
  "adverb",
  "time",
  "possessive",
  "quote",
  "comma",
]);

function secondPhrase(
  { tokens }: Paragraph,
  first: number,
  end: number,
  titles: ReadonlySet<string>,
): number | undefined {
  for (let at = first + 1; at < end; at++) {
    const before = tokens[at - 1] as Token;
    const token = tokens[at] as Token;
    const isAfterNoun = isNominal(before.tag) || before.tag === "number" || before.tag === "pronoun";
    if (!isAfterNoun) {
      continue;
    }
    if (token.tag === "determiner" || token.tag === "pronoun") {
      return at;
    }
    const isNameAfterNoun =
      token.tag === "name" &&
      (before.tag === "time" ||
        before.tag === "number" ||
        (before.tag === "noun" && !titles.has(before.lower)));
    if (isNameAfterNoun || (before.tag === "time" && token.tag !== "preposition" && token.tag !== "time")) {
      return at;
    }
  }
  return undefined;
}

/** Prepositions that open a clause as well: `as police say`, `than he said`. */
const clauseOpeners: ReadonlySet<string> = new Set([
  "as",
  "than",
  "like",
  "since",
  "except",
  "per",
  "wie",
  "als",
]);

function openingBracket(tokens: readonly Token[], close: number, floor: number): number {
  const lowest = Math.max(floor, close - 12);
  for (let at = close - 1; at >= lowest; at--) {
    if ((tokens[at] as Token).tag === "open-bracket") {
      return at;
    }
  }
  return -1;
}

function closingBracket(tokens: readonly Token[], open: number, limit: number): number {
  const highest = Math.min(limit, open + 12);
  for (let at = open + 1; at < highest; at++) {
    if ((tokens[at] as Token).tag === "close-bracket") {
      return at;
    }
  }
  return -1;
}

/** `Those close to him say`: these are nobody's subject. */
const objectPronouns: ReadonlySet<string> = new Set(["him", "them", "me", "us", "whom", "her", "it"]);

/** `those close to him`, `a source close to the council` */
function startsDescription(token: Token | undefined): boolean {
  return token !== undefined && (token.tag === "determiner" || isNominal(token.tag));
}
