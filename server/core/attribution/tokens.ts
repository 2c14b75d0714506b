import { isDash, isQuote } from "../text/characters.ts";
import { isClosingBracket, isOpeningBracket, isSentenceTerminator, isWordCharacter } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { isWhiteSpace } from "../text/white-space.ts";
import type { CueForm, Language, Tag } from "./language.ts";

/** A word or a mark. Tags are guesses from the word and its neighbours. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case, with straight apostrophes; of a mark the mark itself. */
  readonly lower: string;
  readonly isCapital: boolean;
  /** Capitals throughout, two at least: `EU`, `NATO`. */
  readonly isUpper: boolean;
  tag: Tag;
  /** What the word can be as a cue verb. */
  readonly cue: CueForm | undefined;
}

/**
 * The tokens of a span. Words keep hyphens (`Spanish-speaking`), dots of abbreviations (`U.S.`) and apostrophes inside;
 * a final `’s` is a token of its own, as it may own what follows or stand for `is`. Linear.
 */
export function tokenise(text: string, span: Span, language: Language): Token[] {
  const tokens: Token[] = [];
  let at = span.start;
  while (at < span.end) {
    const unit = text.charCodeAt(at);
    if (isWhiteSpace(unit)) {
      at++;
    } else if (isWordUnit(text, at)) {
      at = addWord(tokens, text, at, span.end, language);
    } else if (isDoubledApostrophe(text, at, span.end)) {
      tokens.push({
        start: at,
        end: at + 2,
        lower: '"',
        isCapital: false,
        isUpper: false,
        tag: "quote",
        cue: undefined,
      });
      at += 2;
    } else {
      tokens.push(markToken(text, at, unit));
      at++;
    }
  }
  return tokens;
}

/** `''` and ```` `` ````, which archives write for a double quotation mark. */
function isDoubledApostrophe(text: string, at: number, limit: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit === 0x27 || unit === 0x60) && at + 1 < limit && text.charCodeAt(at + 1) === unit;
}

function addWord(tokens: Token[], text: string, start: number, limit: number, language: Language): number {
  const end = wordEnd(text, start, limit);
  const whole = text.slice(start, end).replaceAll("\u2019", "'").toLowerCase();
  const clitic = cliticLength(whole);
  const wordLength = whole.length - clitic;
  if (clitic > 0 && wordLength > 0 && end - start === whole.length) {
    tokens.push(wordToken(text, start, start + wordLength, whole.slice(0, wordLength), language));
    tokens.push(wordToken(text, start + wordLength, end, whole.slice(wordLength), language));
  } else {
    tokens.push(wordToken(text, start, end, whole, language));
  }
  return end;
}

function wordToken(text: string, start: number, end: number, lower: string, language: Language): Token {
  const first = text.charAt(start);
  const isCapital = first !== first.toLowerCase();
  const unit = lower.charCodeAt(0);
  const known = language.words.get(lower);
  const cue = language.cueForms.get(lower);
  let tag: Tag;
  if (known !== undefined) {
    tag = known;
  } else if (cue !== undefined && cue.verbs.length > 0) {
    tag = "verb";
  } else if (unit >= 0x30 && unit <= 0x39) {
    tag = "number";
  } else if (lower === "'s" || lower === "'") {
    tag = "possessive";
  } else {
    tag = language.guess(lower, isCapital);
  }
  const isUpper = isCapital && end - start > 1 && isAllUpper(text, start, end);
  return { start, end, lower, isCapital, isUpper, tag, cue };
}

function isAllUpper(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  return word === word.toUpperCase();
}

function markToken(text: string, at: number, unit: number): Token {
  return {
    start: at,
    end: at + 1,
    lower: text.charAt(at),
    isCapital: false,
    isUpper: false,
    tag: markTag(unit),
    cue: undefined,
  };
}

function markTag(unit: number): Tag {
  if (unit === 0x2c || unit === 0x3b || unit === 0x060c || unit === 0x3001) {
    return "comma";
  }
  if (unit === 0x3a || unit === 0xff1a) {
    return "colon";
  }
  if (isQuote(unit)) {
    return "quote";
  }
  if (isDash(unit)) {
    return "dash";
  }
  if (isSentenceTerminator(unit)) {
    return "stop";
  }
  if (isOpeningBracket(unit)) {
    return "open-bracket";
  }
  if (isClosingBracket(unit)) {
    return "close-bracket";
  }
  return unit === 0x26 ? "conjunction" : unit === 0x25 || unit === 0x24 ? "noun" : "other";
}

function isWordUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    isWordCharacter(unit) || (unit >= 0xd800 && unit <= 0xdbff && isWordCharacter(text.codePointAt(at) ?? 0))
  );
}

function wordEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    if (isWordUnit(text, at)) {
      const unit = text.charCodeAt(at);
      at += unit >= 0xd800 && unit <= 0xdbff && at + 1 < limit ? 2 : 1;
      continue;
    }
    if (!joinsWord(text, start, at, limit) || isDoubledApostrophe(text, at, limit)) {
      return at;
    }
    at++;
  }
  return at;
}

/** Whether the mark at an offset belongs to the word before it: `doesn’t`, `so-called`, `3.5`, `@name` not, `U.S.` and `Sen.` so. */
function joinsWord(text: string, start: number, at: number, limit: number): boolean {
  const unit = text.charCodeAt(at);
  const hasNext = at + 1 < limit && isWordUnit(text, at + 1);
  if (unit === 0x27 || unit === 0x2019 || unit === 0x2d || unit === 0x2011) {
    return hasNext;
  }
  if (unit === 0x2c) {
    return hasNext && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
  }
  if (unit !== 0x2e) {
    return false;
  }
  if (hasNext) {
    // `saying.The` is two sentences run together, `U.S.` and `3.5` are one word.
    return at - start <= 1 || isDigit(text.charCodeAt(at - 1)) || text.charCodeAt(at - 2) === 0x2e;
  }
  const isInitials = at - start === 1 || text.charCodeAt(at - 2) === 0x2e;
  return isInitials
    ? isCapitalAt(text, at - 1) && at + 1 < limit
    : at - start <= 4 && abbreviations.has(text.slice(start, at).toLowerCase());
}

function isCapitalAt(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Of `trump's` 2, of `we'll` 3, of `doesn't` 3 is left alone: its negation stays with the auxiliary. */
function cliticLength(lower: string): number {
  for (const clitic of clitics) {
    if (lower.endsWith(clitic)) {
      return clitic.length;
    }
  }
  return 0;
}

const clitics: readonly string[] = ["'s", "'re", "'ve", "'ll", "'d", "'m"];

/** Titles whose stop is part of the word. */
const abbreviations: ReadonlySet<string> = new Set(
  "mr mrs ms dr sen rep gov gen col lt sgt capt prof st jr sr reps sens vs д-р им".split(" "),
);
