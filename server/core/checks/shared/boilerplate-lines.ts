import { foldForComparison } from "../../text/fold.ts";
import { isUnspacedScript, isWordCharacter } from "../../text/script.ts";
import { endsSentence } from "../../text/sentences.ts";
import { BOILERPLATE_PHRASES } from "./boilerplate-phrases/all.ts";
import { SHARE_BUTTONS } from "./boilerplate-phrases/networks.ts";
import type { BoilerplateKind } from "./boilerplate-phrases/phrases.ts";

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

/** Tells page furniture by its phrases; undefined for everything else. One look-up per line and word, no pattern is tried on the whole text. */
export function boilerplateLine(line: string): BoilerplateLine | undefined {
  if (line.length > LONGEST_LINE) {
    return undefined;
  }
  const words = wordsOf(line);
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
function wordsOf(line: string): readonly string[] {
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

function phraseOf(words: readonly string[]): string {
  return words.join(" ");
}

/** Single words that are nothing but a button's or a label's when they stand alone on a line. */
const STRONG_WORDS: ReadonlySet<string> = new Set(
  (
    "advertisement advertisements advert sponsored advertorial share tweet subscribe реклама поделиться подписаться anzeige werbung teilen " +
    "abonnieren publicité partager publicidad patrocinado compartir suscribirse suscríbete シェア ツイート 共有 広告 " +
    "impressum liveticker newsticker"
  )
    .split(" ")
    .map((word) => foldForComparison(word)),
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
}

const PHRASES: Phrases = readPhrases();

function readPhrases(): Phrases {
  const exact = new Map<string, BoilerplateKind>();
  const patterns = new Map<string, Pattern[]>();
  for (const language of BOILERPLATE_PHRASES) {
    for (const [kind, phrases] of Object.entries(language) as [BoilerplateKind, string][]) {
      for (const written of phrases.split("|")) {
        const words = patternWords(written);
        if (!words.some((word) => word.startsWith("*"))) {
          exact.set(phraseOf(words), kind);
          continue;
        }
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
  const buttons = new Set(SHARE_BUTTONS.split("|").map((name) => phraseOf(wordsOf(name))));
  return { exact, buttons, patterns };
}

/** `*` and `**` stay; the text between them is folded as a line is. */
function patternWords(written: string): readonly string[] {
  return written.split(/(\*+|#)/u).flatMap((part) => (/^(?:\*+|#)$/u.test(part) ? [part] : wordsOf(part)));
}
