import type { SourceReading } from "./kinds.ts";
import type { Language, Reference } from "./language.ts";
import type { SourceKind } from "./statement.ts";
import type { Token } from "./tokens.ts";

/**
 * Remembers who was named, in the order of the text, and names later sources by it: `Ushakov` by the full name, `FT` by
 * what it stood in brackets behind, `the spokeswoman` and `she` by the last source that fits. Lives for one body.
 */
export class NameRegister {
  readonly #language: Language;
  readonly #fullNames = new Map<string, string>();
  readonly #acronyms = new Map<string, { name: string; kind: SourceKind }>();
  readonly #byNoun = new Map<string, { name: string | undefined; kind: SourceKind }>();
  #lastMan: string | undefined;
  #lastWoman: string | undefined;
  #lastPerson: { name: string; gender: "man" | "woman" | undefined } | undefined;
  #lastThing: string | undefined;
  readonly #places = new Set<string>();
  readonly #surnames = new Set<string>();
  #lastRun: { name: string; end: number } | undefined;

  constructor(language: Language) {
    this.#language = language;
  }

  /**
   * Reads the names that `tokens[from..to)` hold, looking back before `from` where a name began there: full names by
   * their last word, abbreviations in brackets, and places whose ministers or envoys are named.
   */
  read(text: string, tokens: readonly Token[], from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const token = tokens[at] as Token;
      if (this.#isNamePart(token) && !this.#isNamePart(tokens[at + 1])) {
        let first = at;
        while (first > 0 && at - first < 4 && this.#isNamePart(tokens[first - 1])) {
          first--;
        }
        if (first < at) {
          this.#fullNames.set(token.lower, textOf(text, tokens.slice(first, at + 1)));
          this.#lastRun = { name: textOf(text, tokens.slice(first, at + 1)), end: token.end };
        }
      } else if (token.tag === "open-bracket") {
        this.#learnAcronym(text, tokens, at);
      } else if (token.tag === "possessive" && at > 0) {
        this.#learnPlace(tokens, at);
      }
    }
  }

  /** What kind of source this is and by which name it is known, now that the text before it is known. */
  identify(
    text: string,
    tokens: readonly Token[],
    reading: SourceReading,
  ): { kind: SourceKind; name: string | undefined } {
    const found = this.#identify(text, tokens, reading);
    this.#remember(found, reading, tokens);
    return found;
  }

  #identify(
    text: string,
    tokens: readonly Token[],
    reading: SourceReading,
  ): { kind: SourceKind; name: string | undefined } {
    const { kind, name, noun, isDefinite } = reading;
    if (kind === "pronoun") {
      return { kind, name: this.#pronounName(text, tokens[0]) };
    }
    const own = name.length === 0 ? undefined : textOf(text, name);
    const acronym = own === undefined ? undefined : this.#acronyms.get(own);
    if (acronym !== undefined) {
      return acronym;
    }
    if (kind === "person" && own !== undefined) {
      const last = name.at(-1)?.lower ?? "";
      const full = this.#fullNames.get(last);
      if (name.length === 1 && full === undefined && tokens.length <= 2) {
        const isState = this.#places.has(last);
        if (this.#isPeople(last)) {
          return { kind: "group", name: undefined };
        }
        const isSurname = this.#language.id === "ru" && genderOf(tokens) !== undefined;
        return { kind: isState ? "government" : isSurname ? "person" : "organisation", name: own };
      }
      return { kind, name: name.length === 1 ? (full ?? own) : own };
    }
    const known = noun !== undefined && isDefinite ? this.#byNoun.get(noun) : undefined;
    if (known !== undefined && (kind === "described" || kind === "group")) {
      return known.kind === "unnamed" ? { kind: "unnamed", name: undefined } : { kind, name: known.name };
    }
    return { kind, name: own };
  }

  #remember(
    found: { kind: SourceKind; name: string | undefined },
    reading: SourceReading,
    tokens: readonly Token[],
  ): void {
    const { kind, name } = found;
    if (reading.noun !== undefined && kind !== "pronoun") {
      this.#byNoun.set(reading.noun, found);
    }
    if (kind === "person" && name !== undefined) {
      const gender = genderOf(tokens);
      this.#lastPerson = {
        name,
        gender: gender ?? (this.#lastPerson?.name === name ? this.#lastPerson.gender : undefined),
      };
      if (gender !== "woman") {
        this.#lastMan = name;
      }
      if (gender !== "man") {
        this.#lastWoman = name;
      }
    } else if (
      name !== undefined &&
      (kind === "organisation" || kind === "government" || kind === "media" || kind === "document")
    ) {
      this.#lastThing = name;
    }
  }

  #pronounName(text: string, token: Token | undefined): string | undefined {
    if (token === undefined) {
      return undefined;
    }
    const reference: Reference | undefined = this.#language.pronouns.get(token.lower);
    switch (reference) {
      case "man":
        return this.#lastPerson?.gender === "woman"
          ? (this.#lastMan ?? undefined)
          : (this.#lastPerson?.name ?? undefined);
      case "woman":
        return this.#lastPerson?.gender === "man"
          ? (this.#lastWoman ?? undefined)
          : (this.#lastPerson?.name ?? undefined);
      case "person":
        return this.#antecedent(text, token);
      case "thing":
        return this.#lastThing;
      default:
        return undefined;
    }
  }

  /** `Investigators said` at the start of a sentence: people by what they do, unless the text has somebody of that name. */
  #isPeople(lower: string): boolean {
    return (
      this.#language.id === "en" &&
      /(?:ers|ors|ists|ians|ents|ants|ees|men)$/.test(lower) &&
      !this.#surnames.has(lower)
    );
  }

  /** Learns the last words of the full names of the whole text, so that a surname is known before its first name. */
  expect(tokens: readonly Token[]): void {
    for (let at = 1; at < tokens.length; at++) {
      const token = tokens[at] as Token;
      if (this.#isNamePart(token) && this.#isNamePart(tokens[at - 1]) && !this.#isNamePart(tokens[at + 1])) {
        this.#surnames.add(token.lower);
      }
    }
  }

  #isNamePart(token: Token | undefined): boolean {
    return token !== undefined && token.tag === "name" && token.isCapital && !this.#isNoName(token.lower);
  }

  /** `Corvania’s envoy`, `Norland’s transport minister`: who has such people is a state. */
  #learnPlace(tokens: readonly Token[], possessive: number): void {
    const owner = tokens[possessive - 1] as Token;
    if (!this.#isNamePart(owner) || this.#isNamePart(tokens[possessive - 2])) {
      return;
    }
    for (let at = possessive + 1; at < Math.min(tokens.length, possessive + 5); at++) {
      const { lower, tag } = tokens[at] as Token;
      if (statePeople.has(lower)) {
        this.#places.add(owner.lower);
        return;
      }
      if (tag === "preposition" || tag === "comma" || tag === "auxiliary") {
        return;
      }
    }
  }

  /** `the Harbour Gazette (HG)`: the capital words before the bracket. */
  #learnAcronym(text: string, tokens: readonly Token[], bracket: number): void {
    const inside = tokens[bracket + 1];
    if (
      inside === undefined ||
      tokens[bracket + 2]?.tag !== "close-bracket" ||
      !inside.isCapital ||
      inside.end - inside.start > 6
    ) {
      return;
    }
    const short = text.slice(inside.start, inside.end);
    if (short !== short.toUpperCase()) {
      return;
    }
    let first = bracket;
    while (first > 0 && bracket - first < short.length + 3) {
      const before = tokens[first - 1] as Token;
      const joins = before.tag === "preposition" || before.tag === "conjunction";
      if (!before.isCapital && !joins) {
        break;
      }
      first--;
    }
    while (first < bracket && !startsName(tokens[first] as Token)) {
      first++;
    }
    if (first < bracket) {
      const name = textOf(text, tokens.slice(first, bracket));
      const { media, mediaNames } = this.#language.kinds;
      const isMedia = tokens
        .slice(first, bracket)
        .some(({ lower }) => media.has(lower) || mediaNames.has(lower));
      this.#acronyms.set(short, { name, kind: isMedia ? "media" : "organisation" });
    }
  }

  /** The name right before `who`, with a comma at the most between them. */
  #antecedent(text: string, { start }: Token): string | undefined {
    const run = this.#lastRun;
    if (run === undefined || start - run.end > 3) {
      return undefined;
    }
    const between = text.slice(run.end, start).trim();
    return between === "" || between === "," ? run.name : undefined;
  }

  #isNoName(lower: string): boolean {
    const { titles, organisations, governments, media, mediaNames, documents, groups } = this.#language.kinds;
    const word = this.#language.headWord(lower);
    return [titles, organisations, governments, media, mediaNames, documents, groups].some((words) =>
      words.has(word),
    );
  }
}

function startsName({ isCapital, tag }: Token): boolean {
  return isCapital && tag !== "determiner" && tag !== "preposition" && tag !== "conjunction";
}

function genderOf(tokens: readonly Token[]): "man" | "woman" | undefined {
  const last = tokens.at(-1)?.lower ?? "";
  if (/(?:овой|евой|иной|ской|цкой)$/.test(last)) {
    return "woman";
  }
  if (/(?:ов|ев|ин|ский|цкий|енко)$/.test(last)) {
    return "man";
  }
  for (const { lower } of tokens) {
    if (womanWords.has(lower)) {
      return "woman";
    }
    if (manWords.has(lower)) {
      return "man";
    }
  }
  return undefined;
}

const statePeople: ReadonlySet<string> = new Set(
  "minister ministers ministry government president prime envoy ambassador parliament embassy army foreign министр министра посол президент правительство außenminister regierung präsident botschafter".split(
    " ",
  ),
);

const womanWords: ReadonlySet<string> = new Set(
  "mrs ms miss spokeswoman chairwoman congresswoman businesswoman queen princess mother wife daughter sister woman actress frau sprecherin ministerin kanzlerin präsidentin официальная".split(
    " ",
  ),
);
const manWords: ReadonlySet<string> = new Set(
  "mr spokesman chairman congressman businessman king prince father husband son brother man actor herr sprecher pope".split(
    " ",
  ),
);

/** The words as they stand, with one space wherever white space is. */
function textOf(text: string, tokens: readonly Token[]): string {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) {
    return "";
  }
  return text.slice(first.start, last.end).split(/\s+/).join(" ");
}
