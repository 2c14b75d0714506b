import type { KindWords, Language } from "./language.ts";
import type { SourceKind } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** What the words of a source say about it, before other sentences are asked. */
export interface SourceReading {
  readonly kind: SourceKind;
  /** The tokens of a person's, organisation's or place's proper name; empty where there is none. */
  readonly name: readonly Token[];
  /** The noun that says what it is: `spokeswoman`, `officials`; lower case. */
  readonly noun: string | undefined;
  readonly isDefinite: boolean;
}

/**
 * Reads the words of a source. The head of the phrase decides: `Kremlin aide Yuri Ushakov` is a person, `a spokesman for
 * the Kremlin` described, `the Kremlin` a government. What stands behind a comma only adds a name.
 */
export function readSource(tokens: readonly Token[], language: Language): SourceReading {
  const { kinds, pronouns } = language;
  const [first] = tokens;
  if (first === undefined) {
    return { kind: "described", name: [], noun: undefined, isDefinite: false };
  }
  if (
    tokens.length === 1 &&
    (first.tag === "pronoun" || first.tag === "relative" || pronouns.has(first.lower))
  ) {
    return { kind: "pronoun", name: [], noun: undefined, isDefinite: true };
  }
  const quoted = quotedName(tokens, language);
  if (quoted !== undefined) {
    return quoted;
  }
  const main = mainPhrase(tokens);
  const head = headOf(main);
  const isDefinite = definiteWords.has(main[0]?.lower ?? "");
  const noun = main.findLast(
    ({ tag, lower }) => tag === "noun" || kinds.titles.has(kindWord(lower, language)),
  )?.lower;
  const isUnnamed =
    tokens.some(({ lower }) => kinds.unnamedMarks.has(lower)) ||
    main.some(({ lower }) => kinds.unnamedNouns.has(lower));
  if (isUnnamed) {
    return { kind: "unnamed", name: [], noun, isDefinite };
  }
  const kind = headKind(main, head, language);
  if (kind === "person") {
    return { kind, name: properName(main, language), noun, isDefinite };
  }
  if (kind === "described") {
    const added = properName(behindComma(tokens), language);
    return added.length > 1
      ? { kind: "person", name: added, noun, isDefinite }
      : { kind, name: [], noun, isDefinite };
  }
  const isProper =
    head?.isCapital === true && !isCommonGerman(main, head, language) && !isCommonPlural(main, head);
  return { kind, name: isProper ? withoutArticle(main) : [], noun, isDefinite };
}

/** `газета «Маяк»`, `die Zeitung „Bote“`: the noun says what it is, the quotation how it is called. */
function quotedName(tokens: readonly Token[], language: Language): SourceReading | undefined {
  const open = tokens.findIndex(({ tag }) => tag === "quote");
  const close = tokens.findLastIndex(({ tag }) => tag === "quote");
  if (open < 1 || close <= open + 1 || close - open > 7) {
    return undefined;
  }
  const before = tokens.slice(0, open);
  const kind = headKind(before, headOf(before), language);
  const isNamed = kind === "media" || kind === "organisation" || kind === "document";
  const noun = before.findLast(({ tag }) => tag === "noun" || tag === "name")?.lower;
  return isNamed ? { kind, name: tokens.slice(open + 1, close), noun, isDefinite: true } : undefined;
}

/** German nouns have capitals: `die Regierung` is no name, `das Auswärtige Amt` is. */
function isCommonGerman(phrase: readonly Token[], head: Token, { id }: Language): boolean {
  return (
    id === "de" &&
    head.tag === "noun" &&
    phrase.filter(({ isCapital, tag }) => isCapital && tag !== "determiner").length === 1
  );
}

/** `Critics`, `Unions`: a capital at the start of a sentence makes no name of a plural; `Americans` and `Democrats` are names. */
function isCommonPlural(phrase: readonly Token[], head: Token): boolean {
  return (
    phrase.length === 1 && !head.isUpper && /s$/.test(head.lower) && !/(?:ans|crats|us|ss)$/.test(head.lower)
  );
}

/** The words before the first comma, bracket or relative clause, without `one of`, and without what hangs on prepositions. */
function mainPhrase(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(
    ({ tag, lower }, at) =>
      tag === "comma" ||
      tag === "relative" ||
      lower === "who" ||
      tag === "open-bracket" ||
      (tag === "verb" && at > 0 && (tokens[at - 1]?.tag === "noun" || tokens[at - 1]?.tag === "name")),
  );
  const phrase = end > 0 ? tokens.slice(0, end) : tokens;
  const of = phrase.findIndex(({ tag }) => tag === "preposition");
  if (of < 0) {
    return phrase;
  }
  const before = phrase.slice(0, of);
  const isQuantity = before.every(
    ({ tag, lower }) =>
      tag === "determiner" ||
      tag === "number" ||
      tag === "adjective" ||
      lower === "dozens" ||
      lower === "none",
  );
  return isQuantity || of === 0 ? mainPhrase(phrase.slice(of + 1)) : before;
}

function headOf(phrase: readonly Token[]): Token | undefined {
  return (
    phrase.findLast(({ tag }) => tag === "noun" || tag === "name" || tag === "number" || tag === "verb") ??
    phrase.at(-1)
  );
}

function headKind(phrase: readonly Token[], head: Token | undefined, language: Language): SourceKind {
  const { kinds, id } = language;
  if (head === undefined) {
    return "described";
  }
  const { isCapital } = head;
  const lower = kindWord(head.lower, language);
  const isPlural = id === "en" && lower.endsWith("s") && !lower.endsWith("ss");
  const isMedia = kinds.media.has(lower) && (isCapital || !kinds.documents.has(lower));
  if (isMedia || (isCapital && kinds.mediaNames.has(lower))) {
    return "media";
  }
  if (kinds.governments.has(lower)) {
    return "government";
  }
  if (kinds.organisations.has(lower)) {
    return "organisation";
  }
  if (kinds.documents.has(lower)) {
    return "document";
  }
  if (kinds.groups.has(lower)) {
    return "group";
  }
  if (kinds.titles.has(lower)) {
    return isPlural ? "group" : "described";
  }
  if (head.tag === "name" && isCapital) {
    return nameKind(phrase, head, kinds);
  }
  if (phrase.some((token) => token.tag === "determiner" && pluralWords.has(token.lower)) || isPlural) {
    return "group";
  }
  return "described";
}

/** A proper name whose last word says nothing: an abbreviation or something with an article is no person. */
function nameKind(phrase: readonly Token[], head: Token, { media, mediaNames }: KindWords): SourceKind {
  const isAcronym = head.isUpper && head.lower.length <= 5 && phrase.length <= 2;
  if (
    phrase.some(({ lower, isCapital }) => isCapital && (media.has(lower) || mediaNames.has(lower))) &&
    phrase[0]?.tag === "determiner"
  ) {
    return "media";
  }
  return isAcronym ? "organisation" : "person";
}

/** The name itself: the last run of capital words that are no titles, stop at owners and nouns. */
function properName(phrase: readonly Token[], language: Language): readonly Token[] {
  let end = phrase.length;
  while (end > 0 && !isNamePart(phrase[end - 1] as Token)) {
    end--;
  }
  let first = end;
  while (
    first > 0 &&
    isNamePart(phrase[first - 1] as Token) &&
    !isNoNamePart((phrase[first - 1] as Token).lower, language)
  ) {
    first--;
  }
  return phrase.slice(first, end);
}

/** The word, or the end of a compound, that the lists of kinds know. */
function kindWord(lower: string, { headWord }: Language): string {
  return headWord(lower);
}

/** What ends a person's name to the left: a title, an office, a state. */
function isNoNamePart(lower: string, language: Language): boolean {
  const { titles, governments, organisations } = language.kinds;
  const word = kindWord(lower, language);
  return titles.has(word) || governments.has(word) || organisations.has(word);
}

function isNamePart({ tag, isCapital, lower }: Token): boolean {
  return (tag === "name" && isCapital) || nameParticles.has(lower) || (isCapital && tag === "noun");
}

function behindComma(tokens: readonly Token[]): readonly Token[] {
  const comma = tokens.findIndex(({ tag }) => tag === "comma");
  if (comma < 0) {
    return [];
  }
  const rest = tokens.slice(comma + 1);
  const end = rest.findIndex(({ tag, lower }) => tag === "comma" || lower === "who" || tag === "relative");
  const phrase = end >= 0 ? rest.slice(0, end) : rest;
  return phrase[0]?.tag === "name" ? phrase : [];
}

function withoutArticle(phrase: readonly Token[]): readonly Token[] {
  const start = phrase.findIndex(({ tag, lower }) => tag !== "determiner" || lower === "no");
  const named = start < 0 ? phrase : phrase.slice(start);
  const end = named.findIndex(({ tag }) => tag === "possessive");
  return end === named.length - 1 ? named.slice(0, end) : named;
}

const definiteWords: ReadonlySet<string> = new Set(
  "the this that these those der die das dieser diese dieses этот эта эти".split(" "),
);
const pluralWords: ReadonlySet<string> = new Set(
  "some many several few both all most others these those".split(" "),
);
const nameParticles: ReadonlySet<string> = new Set("von van de der den di da al bin la le du".split(" "));
