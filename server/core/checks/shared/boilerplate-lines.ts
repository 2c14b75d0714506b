import { foldForComparison } from "../../text/fold.ts";
import { isUnspacedScript, isWordCharacter } from "../../text/script.ts";
import { endsSentence } from "../../text/sentences.ts";
import { BOILERPLATE_PHRASES } from "./boilerplate-phrases/all.ts";
import { SHARE_BUTTONS } from "./boilerplate-phrases/networks.ts";
import { type BoilerplateKind, listedPhrases } from "./boilerplate-phrases/phrases.ts";

/**
 * What a line is by its words alone. `weak` ones are page furniture only beside others or behind the article: `Comments` and
 * `Facebook` can be headings.
 */
export interface BoilerplateLine {
  readonly kind: BoilerplateKind;
  readonly strength: "strong" | "weak";
}

/** Cookie notices are the longest furniture; a longer line is a paragraph. In code units. */
const LONGEST_LINE = 700;

/** Tells page furniture by its phrases; undefined for everything else. Most lines are told by their first word not to be one; no pattern is tried on the whole text. */
export function boilerplateLine(line: string): BoilerplateLine | undefined {
  if (line.length > LONGEST_LINE || !PHRASES.firstWords.has(firstWordOf(line))) {
    return undefined;
  }
  const words = boilerplateWords(line);
  const phrase = phraseOf(words.filter((word) => word !== COLON));
  const kind = PHRASES.exact.get(phrase);
  if (kind !== undefined) {
    return { kind, strength: isStrong(phrase) ? "strong" : "weak" };
  }
  if (PHRASES.buttons.has(phrase)) {
    return { kind: "share", strength: "weak" };
  }
  if (isRowOfButtons(words)) {
    return { kind: "share", strength: "strong" };
  }
  // What somebody said stands in quotation marks, also when it is about cookies.
  const starts = OPENING_QUOTE.test(line) ? undefined : PHRASES.patterns.get(words[0] ?? "");
  const isSentence = endsSentence(line, { start: 0, end: line.trimEnd().length });
  const pattern = starts?.find(
    (candidate) => matches(candidate, words) && !(isSentence && candidate.words.at(-1) === "*"),
  );
  return pattern === undefined ? undefined : { kind: pattern.kind, strength: "strong" };
}

const OPENING_QUOTE = /^\s*["'“‘„«»‹「『]/u;
const COLON = ":";
const NUMBER = "#";

/**
 * The words of a line as phrases are compared: folded, numbers as `#`, colons kept, other marks and signs dropped. Words of a
 * script without spaces stay together as they are written.
 */
export function boilerplateWords(line: string): readonly string[] {
  const folded = foldForComparison(line);
  const words: string[] = [];
  let word = "";
  function end(): void {
    if (word !== "") {
      words.push(/^\p{N}+$/u.test(word) ? NUMBER : word);
    }
    word = "";
  }
  for (const character of folded) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isWordCharacter(codePoint)) {
      // `コメント3件` and `残り500文字` are written without spaces.
      const isDigit = codePoint >= 0x30 && codePoint <= 0x39;
      const last = word.codePointAt(word.length - 1) ?? 0;
      const isBorder = isDigit ? isUnspacedScript(last) : isUnspacedScript(codePoint) && /^\d+$/u.test(word);
      if (isBorder) {
        end();
      }
      word += character;
    } else {
      end();
      if ((character === ":" || character === "：") && words.at(-1) !== COLON) {
        words.push(COLON);
      }
    }
  }
  end();
  return words;
}

/** The first word that is no colon; empty where there is none. No word reaches over a space, so no more of the line is folded than it takes. */
function firstWordOf(line: string): string {
  let start = 0;
  while (start < line.length) {
    const space = line.indexOf(" ", start);
    const end = space < 0 ? line.length : space;
    const written = line.slice(start, end);
    // Plain letters are one word, and folded by small ones.
    const word = PLAIN_LETTERS.test(written)
      ? written.toLowerCase()
      : boilerplateWords(written).find((one) => one !== COLON);
    if (word !== undefined) {
      return word;
    }
    start = end + 1;
  }
  return "";
}

const PLAIN_LETTERS = /^[A-Za-z]+$/;

function phraseOf(words: readonly string[]): string {
  return words.join(" ");
}

/** Single words that are nothing but a button's or a label's when they stand alone on a line. */
const STRONG_WORDS: ReadonlySet<string> = new Set(
  (
    "advertisement advertisements advert sponsored advertorial share tweet subscribe реклама поделиться подписаться anzeige werbung teilen " +
    "abonnieren publicité partager publicidad patrocinado compartir suscribirse suscríbete シェア ツイート 共有 広告 " +
    "impressum liveticker newsticker"
  ).split(" "),
);

/** Four characters of a script without spaces are more than a word. */
function isStrong(phrase: string): boolean {
  const isUnspaced = isUnspacedScript(phrase.codePointAt(0) ?? 0);
  return STRONG_WORDS.has(phrase) || (isUnspaced ? phrase.length >= 4 : phrase.includes(" "));
}

/** `Facebook Twitter WhatsApp`: two buttons at least, and nothing else. Shortest names first would split `x twitter`, so the longest are tried first. */
function isRowOfButtons(words: readonly string[]): boolean {
  let buttons = 0;
  let at = 0;
  while (at < words.length) {
    const length = [3, 2, 1].find((count) => {
      const name = words.slice(at, at + count);
      return name.length === count && PHRASES.buttons.has(phraseOf(name));
    });
    if (length === undefined) {
      return false;
    }
    buttons++;
    at += length;
  }
  return buttons >= 2;
}

interface Pattern {
  readonly kind: BoilerplateKind;
  /** Words with `*` and, at the end, `**`. */
  readonly words: readonly string[];
}

const MOST_WILD_WORDS = 8;

/** `More from The Courier`; what has more words behind it, or ends as a sentence does, says something. */
const MOST_WILD_WORDS_AT_END = 5;

/** Matches word by word; a `*` takes as few words as it can, so every word is looked at a bounded number of times. */
function matches({ words: pattern }: Pattern, words: readonly string[]): boolean {
  let at = 0;
  for (let index = 0; index < pattern.length; index++) {
    const wanted = pattern[index] as string;
    if (wanted === "**") {
      return at < words.length;
    }
    if (wanted !== "*") {
      if (words[at] !== wanted) {
        return false;
      }
      at++;
      continue;
    }
    const next = pattern[index + 1];
    if (next === undefined) {
      const left = words.length - at;
      return left >= 1 && left <= MOST_WILD_WORDS_AT_END;
    }
    const found = words.indexOf(next, at + 1);
    if (found < 0 || found - at > MOST_WILD_WORDS) {
      return false;
    }
    at = found;
  }
  return at === words.length;
}

interface Phrases {
  readonly exact: ReadonlyMap<string, BoilerplateKind>;
  readonly buttons: ReadonlySet<string>;
  /** By their first word. */
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
  /** Of all of the above. */
  readonly firstWords: ReadonlySet<string>;
}

const PHRASES: Phrases = readPhrases();

/** The phrases stand in the sources as lines are compared, for folding them took longer than checking a short file. */
function readPhrases(): Phrases {
  const exact = new Map<string, BoilerplateKind>();
  const patterns = new Map<string, Pattern[]>();
  const buttons = new Set(listedPhrases(SHARE_BUTTONS));
  for (const language of BOILERPLATE_PHRASES) {
    for (const [kind, phrases] of Object.entries(language) as [BoilerplateKind, string][]) {
      for (const phrase of listedPhrases(phrases)) {
        if (!phrase.includes("*")) {
          exact.set(phrase, kind);
          continue;
        }
        const words = phrase.split(" ");
        const first = words[0] as string;
        const others = patterns.get(first);
        if (others === undefined) {
          patterns.set(first, [{ kind, words }]);
        } else {
          others.push({ kind, words });
        }
      }
    }
  }
  const firstWords = new Set(patterns.keys());
  for (const phrases of [exact.keys(), buttons]) {
    for (const phrase of phrases) {
      const end = phrase.indexOf(" ");
      firstWords.add(end < 0 ? phrase : phrase.slice(0, end));
    }
  }
  return { exact, buttons, patterns, firstWords };
}
