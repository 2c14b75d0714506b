import { monthOfName } from "../article/month-names.ts";
import { isAsciiDigit } from "../text/characters.ts";
import { isSentenceTerminator, letterCase, startsUpperCase } from "../text/script.ts";
import { readWords, type WordRun, type WordStream } from "./word-stream.ts";

/**
 * How much a word looks like what a form is filled in with. `certain`: a figure, a day of the week, a month, or a capitalised
 * word inside a sentence; `possible`: a capitalised word that starts a sentence, any word of a script without capitals, where
 * names look like all words; `none`: an ordinary word.
 */
export type ValueLikeness = "certain" | "possible" | "none";

/**
 * Where more of the words inside sentences than this are capitalised, capitals do not tell names: English and Russian news have
 * 10 to 20 %, German text, where every noun has one, 30 % and more, titles all.
 */
const MOST_CAPITALS = 0.26;

/** So many words are looked at to learn how a text uses capitals. */
const LEARNED_WORDS = 20_000;

/** Words inside sentences, and how many of them start with a capital. */
export interface CapitalUse {
  /** All words, those that start sentences and those of scripts without spaces too. */
  readonly words: number;
  readonly letters: number;
  readonly capitals: number;
}

/** How a passage, given by itself, uses capitals. */
export function capitalUse(passage: string): CapitalUse {
  const { stream } = readWords(passage, [{ start: 0, end: passage.length }]);
  const words = stream.starts.length;
  let letters = 0;
  let capitals = 0;
  for (let word = 0; word < Math.min(words, LEARNED_WORDS); word++) {
    if (stream.unspaced[word] === 0 && !startsSentence(stream, word)) {
      letters++;
      capitals += startsUpperCase(stream.text, stream.starts[word] as number) ? 1 : 0;
    }
  }
  return { words, letters, capitals };
}

/**
 * Whether capitals inside sentences tell names from ordinary words in a text.
 *
 * @param passages In text order; no more are looked at than it takes to know.
 */
export function capitalsTellNames(passages: Iterable<CapitalUse>): boolean {
  let words = 0;
  let letters = 0;
  let capitals = 0;
  for (const passage of passages) {
    words += passage.words;
    letters += passage.letters;
    capitals += passage.capitals;
    if (words >= LEARNED_WORDS) {
      break;
    }
  }
  return capitals <= MOST_CAPITALS * letters;
}

/** @param withCapitals Whether capitals tell names in this text. */
export function valueLikeness(stream: WordStream, word: number, withCapitals: boolean): ValueLikeness {
  if (isFigure(stream, word) || isDayOrMonth(stream, word)) {
    return "certain";
  }
  if (letterCase(stream.text, stream.starts[word] as number) === "none") {
    return "possible";
  }
  if (!withCapitals || !startsUpperCase(stream.text, stream.starts[word] as number)) {
    return "none";
  }
  return startsSentence(stream, word) ? "possible" : "certain";
}

/** Whether all words of a run hold a digit or are a number in Chinese or Japanese writing. */
export function isAllFigures(stream: WordStream, { from, to }: WordRun): boolean {
  for (let word = from; word < to; word++) {
    if (!isFigure(stream, word)) {
      return false;
    }
  }
  return true;
}

function isFigure({ text, starts, ends }: WordStream, word: number): boolean {
  for (let at = starts[word] as number; at < (ends[word] as number); at++) {
    if (isDigit(text.charCodeAt(at))) {
      return true;
    }
  }
  return CHINESE_NUMERALS.has(text.charCodeAt(starts[word] as number));
}

/** ASCII, Arabic, Persian, Devanagari, Bengali, Thai and full-width digits. */
function isDigit(unit: number): boolean {
  return (
    isAsciiDigit(unit) ||
    (unit >= 0x0660 && unit <= 0x0669) ||
    (unit >= 0x06f0 && unit <= 0x06f9) ||
    (unit >= 0x0966 && unit <= 0x096f) ||
    (unit >= 0x09e6 && unit <= 0x09ef) ||
    (unit >= 0x0e50 && unit <= 0x0e59) ||
    (unit >= 0xff10 && unit <= 0xff19)
  );
}

function units(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

const CHINESE_NUMERALS = units("〇零一二三四五六七八九十百千万億亿兩两");

/** Behind these, 周 星期 礼拜, and before 曜, stands a day of the week. */
const BEFORE_DAY = units("周週期拜");
const DAYS = units("日月火水木金土天");
const BEHIND_DAY = units("曜");

function isDayOrMonth({ text, starts, ends, unspaced }: WordStream, word: number): boolean {
  const start = starts[word] as number;
  const end = ends[word] as number;
  if (unspaced[word] === 1) {
    return (
      DAYS.has(text.charCodeAt(start)) &&
      (BEHIND_DAY.has(text.charCodeAt(end)) || BEFORE_DAY.has(text.charCodeAt(start - 1)))
    );
  }
  if (end - start > LONGEST_DAY) {
    return false;
  }
  const name = text.slice(start, end).toLowerCase();
  return WEEKDAYS.has(name) || monthOfName(name) !== undefined;
}

/** Code units. */
const LONGEST_DAY = 14;

/** Days of the week in languages that write them small, in the forms that news uses; capitals tell the others. Source: CLDR 46. */
const WEEKDAYS: ReadonlySet<string> = new Set(
  [
    "monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    "понедельник понедельника вторник вторника среда среду среды четверг четверга пятница пятницу пятницы суббота субботу субботы воскресенье воскресенья",
    "понеділок понеділка вівторок вівторка середа середу середи четвер четверга п'ятниця п’ятницю субота суботу неділя неділю",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "segunda terça quarta quinta sexta feira",
    "poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę",
    "الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد",
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
  ].flatMap((line) => line.split(" ")),
);

/** Whether a sentence ended, or a line or a quotation started, right before a word. */
function startsSentence({ text, starts, ends }: WordStream, word: number): boolean {
  const start = starts[word] as number;
  const from = word === 0 ? Math.max(0, start - NEAR) : Math.max(ends[word - 1] as number, start - NEAR);
  for (let at = start - 1; at >= from; at--) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d || unit === COLON || OPENING_QUOTES.has(unit)) {
      return true;
    }
    if (isSentenceTerminator(unit)) {
      return at + 1 < start;
    }
  }
  return word === 0;
}

/** Code units between two words that are looked at. */
const NEAR = 8;
const COLON = 0x3a;
const OPENING_QUOTES = units('“„«「『"‘');
