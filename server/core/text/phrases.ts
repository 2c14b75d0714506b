/** What stands in a message in place of `{0}`, `{1}`, … A number is written as the language does. */
export type PhraseValue = string | number;

/**
 * Messages in the reader's language. The English text of a message is its key: what a bundle does not hold is said in
 * English. A test holds that every bundle holds every message.
 */
export interface Phrases {
  /** A BCP 47 language tag. */
  readonly locale: string;
  /** The message with `{0}`, `{1}`, … replaced by the values. */
  say(english: string, ...values: readonly PhraseValue[]): string;
  /**
   * The form that goes with a number, which is `{0}`; further values are `{1}`, … In a bundle its key is
   * `formsKey(one, other)`, its text the forms of the language in the order of `pluralForms`, with `FORM_SEPARATOR` between.
   */
  count(count: number, one: string, other: string, ...values: readonly PhraseValue[]): string;
  /** `a`, `a and b`, `a, b and c`. */
  list(words: readonly string[]): string;
  number(value: number): string;
  /** `5 January 2022`, the form that no reader takes for another day. */
  day(day: { readonly year: number; readonly month: number; readonly day: number }): string;
}

/** Between the forms of one message for different numbers. It stands in no message. */
export const FORM_SEPARATOR = " ‖ ";

/** By message; what is no string is left alone. */
export type PhraseBundle = Readonly<Record<string, unknown>>;

/** English, and messages as they are written. Needs nothing of `Intl`, which takes milliseconds to load. */
export const ENGLISH: Phrases = {
  locale: "en",
  say: (english, ...values) => fillIn(english, values.map(englishValue)),
  count: (count, one, other, ...values) =>
    fillIn(count === 1 ? one : other, [count, ...values].map(englishValue)),
  list: (words) => {
    const last = words.at(-1) ?? "";
    return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
  },
  number: englishValue,
  day: ({ year, month, day }) => `${day} ${MONTHS[month - 1]} ${year}`,
};

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** @param locale English, and what `Intl` does not know, give `ENGLISH`. */
export function createPhrases(locale: string, bundle: PhraseBundle): Phrases {
  const language = knownLocale(locale);
  if (language === undefined || language === "en" || language.startsWith("en-")) {
    return ENGLISH;
  }
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const lists = new Intl.ListFormat(language, { type: "conjunction" });
  const days = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const forms = pluralForms(language);
  const inWords = (value: PhraseValue): string => (typeof value === "number" ? numbers.format(value) : value);
  const translationOf = (key: string): string | undefined => {
    const text = Object.hasOwn(bundle, key) ? bundle[key] : undefined;
    return typeof text === "string" ? text : undefined;
  };
  return {
    locale: language,
    say: (english, ...values) => fillIn(translationOf(english) ?? english, values.map(inWords)),
    count: (count, one, other, ...values) => {
      const translated = translationOf(formsKey(one, other))?.split(FORM_SEPARATOR);
      const form = translated?.[forms.indexOf(rules.select(count))] ?? translated?.at(-1);
      return fillIn(form ?? (count === 1 ? one : other), [count, ...values].map(inWords));
    },
    list: (words) => lists.format(words),
    number: (value) => numbers.format(value),
    day: ({ year, month, day }) => days.format(Date.UTC(year, month - 1, day)),
  };
}

/** Under which a bundle holds the forms of a message for different numbers. */
export function formsKey(one: string, other: string): string {
  return `${one}${FORM_SEPARATOR}${other}`;
}

/**
 * The plural forms of a language that a whole number can ask for, in the order in which a bundle lists them. Source: CLDR 46.
 * French asks for `many` at whole millions only, with a `de` that no message of ours needs: the last form serves.
 */
export function pluralForms(locale: string): readonly Intl.LDMLPluralRule[] {
  const rules = new Intl.PluralRules(locale);
  const asked = new Set(Array.from({ length: LARGEST_ASKED + 1 }, (_, number) => rules.select(number)));
  return FORMS.filter((form) => asked.has(form));
}

const FORMS: readonly Intl.LDMLPluralRule[] = ["zero", "one", "two", "few", "many", "other"];

/** Every form that numbers of things ask for turns up below it, in the languages of CLDR 46. */
const LARGEST_ASKED = 200;

function fillIn(message: string, values: readonly string[]): string {
  let filled = "";
  let from = 0;
  for (let open = message.indexOf("{"); open >= 0; open = message.indexOf("{", open + 1)) {
    const close = message.indexOf("}", open);
    const name = message.slice(open + 1, close);
    const value = close > open && /^\d+$/.test(name) ? values[Number(name)] : undefined;
    if (value !== undefined) {
      filled += message.slice(from, open) + value;
      from = close + 1;
    }
  }
  return from === 0 ? message : filled + message.slice(from);
}

function englishValue(value: PhraseValue): string {
  const isGrouped = typeof value === "number" && Math.abs(value) >= 1_000;
  return isGrouped ? value.toLocaleString("en") : String(value);
}

function knownLocale(locale: string): string | undefined {
  try {
    return Intl.PluralRules.supportedLocalesOf([locale])[0];
  } catch {
    // What is no language tag at all.
    return undefined;
  }
}
