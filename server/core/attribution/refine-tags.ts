import type { Language, Tag } from "./language.ts";
import type { Token } from "./tokens.ts";

/**
 * Corrects the tags of a sentence, `tokens[first..end)`, by the words around: `the claims` is a noun, `he claims` a verb,
 * `Trump’s` owns, `he’s` is. One pass from left to right.
 */
export function refineTags(
  tokens: readonly Token[],
  first: number,
  end: number,
  language: Language,
  style: "headline" | "running",
): void {
  for (let at = first; at < end; at++) {
    const token = tokens[at] as Token;
    const before = at > first ? tokens[at - 1] : undefined;
    const next = at + 1 < end ? tokens[at + 1] : undefined;
    if (token.lower === "'s") {
      token.tag = isVerbalS(before, next) ? "auxiliary" : "possessive";
    } else if (token.tag === "infinitive" && next !== undefined && language.id === "en") {
      token.tag = before?.lower === "according" || isAfterTo(next) ? "preposition" : "infinitive";
    } else if (token.tag === "auxiliary" && opensIdiom(tokens, at, end)) {
      token.tag = "verb";
    } else if (token.lower === "her" || token.lower === "his") {
      token.tag = next !== undefined && startsNoun.has(next.tag) ? "determiner" : "pronoun";
    } else if (isNameInText(token, before, style, language)) {
      token.tag = "name";
    } else if (token.tag === "verb") {
      token.tag = isParticipleBeforeNoun(tokens, at, first, next)
        ? "adjective"
        : verbOrNoun(tokens, at, first, next, language);
    } else if (
      token.cue !== undefined &&
      token.cue.verbs.length > 0 &&
      before !== undefined &&
      isVerbPlace(before) &&
      (!closedTags.has(token.tag) || (token.tag === "adverb" && next?.tag === "determiner"))
    ) {
      token.tag = "verb";
    }
  }
}

/** `has no illusions about`, `had in mind`: an auxiliary that is the verb of a set phrase here. */
function opensIdiom(tokens: readonly Token[], at: number, end: number): boolean {
  const { cue } = tokens[at] as Token;
  return (
    cue?.verbs.some(
      ({ particles }) =>
        particles.length > 1 &&
        particles.every(
          (particle, offset) => at + 1 + offset < end && tokens[at + 1 + offset]?.lower === particle,
        ),
    ) === true
  );
}

/** Whether `to` leads to a thing: `an adviser to the campaign`, `testified to Congress`. */
function isAfterTo({ tag, isCapital, lower }: Token): boolean {
  return (
    tag === "determiner" ||
    tag === "name" ||
    tag === "number" ||
    tag === "pronoun" ||
    (isCapital && tag !== "verb") ||
    (tag === "noun" && lower.length > 4 && lower.endsWith("s"))
  );
}

const startsNoun: ReadonlySet<Tag> = new Set<Tag>(["noun", "name", "adjective", "number", "verb", "quote"]);

const closedTags: ReadonlySet<Tag> = new Set<Tag>([
  "determiner",
  "pronoun",
  "preposition",
  "conjunction",
  "auxiliary",
  "negation",
  "infinitive",
  "subordinator",
  "relative",
  "number",
  "adverb",
]);

function isVerbalS(before: Token | undefined, next: Token | undefined): boolean {
  if (
    before === undefined ||
    before.tag === "pronoun" ||
    before.tag === "relative" ||
    wordsBeforeIs.has(before.lower)
  ) {
    return true;
  }
  if (next === undefined) {
    return false;
  }
  return (
    next.tag === "negation" ||
    next.tag === "determiner" ||
    (next.tag === "verb" && next.lower.endsWith("ing")) ||
    next.lower === "been"
  );
}

const wordsBeforeIs: ReadonlySet<string> = new Set(["that", "there", "here", "what", "how", "where", "when"]);

/** In running text a capital inside a sentence makes a name of any word of the open classes; German nouns stay nouns. */
function isNameInText(
  token: Token,
  before: Token | undefined,
  style: "headline" | "running",
  language: Language,
): boolean {
  if (!token.isCapital || style === "headline" || before === undefined || language.id === "de") {
    return false;
  }
  const isStart =
    before.tag === "quote" || before.tag === "colon" || before.tag === "stop" || before.tag === "dash";
  if (isStart && token.cue === undefined) {
    return false;
  }
  return (
    token.tag === "verb" ||
    token.tag === "noun" ||
    token.tag === "adjective" ||
    (token.tag === "adverb" && !isStart)
  );
}

/** `a widely read column`: between an article with an adverb and a noun a participle describes. */
function isParticipleBeforeNoun(
  tokens: readonly Token[],
  at: number,
  first: number,
  next: Token | undefined,
): boolean {
  const form = (tokens[at] as Token).cue?.form;
  return (
    at - 2 >= first &&
    (form === "past" || form === "participle") &&
    tokens[at - 1]?.tag === "adverb" &&
    tokens[at - 2]?.tag === "determiner" &&
    next !== undefined &&
    (next.tag === "noun" || next.tag === "name" || next.tag === "adjective")
  );
}

function titlesOf({ kinds }: Language): ReadonlySet<string> {
  return kinds.titles;
}

function verbOrNoun(
  tokens: readonly Token[],
  at: number,
  first: number,
  next: Token | undefined,
  language: Language,
): Tag {
  const token = tokens[at] as Token;
  const before = at > first ? tokens[at - 1] : undefined;
  if (language.id !== "en") {
    // `ungenannte Quellen`: before a noun and behind what opens a phrase, a form in -te describes.
    const describes =
      language.id === "de" && token.cue === undefined && next?.isCapital === true && !token.isCapital;
    const isInPhrase =
      before?.tag === "preposition" || before?.tag === "determiner" || before?.tag === "adjective";
    return describes && isInPhrase ? "adjective" : "verb";
  }
  const { lower } = token;
  // `Leaked documents show`: at the start of a sentence a participle before a noun describes it.
  const isFirst = before === undefined || (at - 1 === first && before.tag === "conjunction");
  const isBeforeNoun =
    next?.tag === "noun" || next?.tag === "name" || (next !== undefined && isPluralNoun(next));
  if (isFirst && lower.endsWith("ed") && isBeforeNoun) {
    return "adjective";
  }
  if (before === undefined) {
    const isNoun = token.cue?.verbs.some(({ isNounToo }) => isNounToo) === true || nounVerbs.has(lower);
    return isNoun && next?.tag !== "determiner" ? "noun" : "verb";
  }
  const opensPhrase = before.tag === "quote" || before.tag === "comma";
  if (
    opensPhrase &&
    token.cue === undefined &&
    lower.endsWith("ed") &&
    next !== undefined &&
    (next.tag === "name" || titlesOf(language).has(next.lower))
  ) {
    return "adjective";
  }
  const isAfterNounStart =
    before.tag === "determiner" ||
    before.tag === "adjective" ||
    before.tag === "possessive" ||
    before.tag === "number";
  if (lower.endsWith("ed") && lower !== "need") {
    return isAfterNounStart && next !== undefined && startsNoun.has(next.tag) ? "adjective" : "verb";
  }
  if (lower.endsWith("ing")) {
    if (!isAfterNounStart) {
      return "verb";
    }
    return next !== undefined && (next.tag === "noun" || next.tag === "name") ? "adjective" : "noun";
  }
  // `those said`, `many say`: a determiner can stand for a noun, but hardly before a past form.
  const isNounToo = token.cue?.verbs.some((verb) => verb.isNounToo) === true || nounVerbs.has(lower);
  const startsClause = next?.tag === "determiner" || next?.tag === "pronoun" || next?.lower === "that";
  if (before.tag === "determiner" && pluralHeads.has(before.lower) && (!isNounToo || startsClause)) {
    return "verb";
  }
  const isSingular = before.tag === "noun" && !before.lower.endsWith("s") && !collectives.has(before.lower);
  const agrees = token.cue?.form !== "base" || !isSingular || hasPluralBefore(tokens, at, first);
  const isAfterName = before.tag === "name" || (before.tag === "noun" && agrees);
  if (token.cue !== undefined && next?.lower === "that" && isAfterName) {
    return "verb";
  }
  const startsObject =
    next?.tag === "determiner" || next?.tag === "pronoun" || (next?.tag === "name" && next.isCapital);
  if (isAfterNounStart && before.tag === "number" && startsObject) {
    return "verb";
  }
  if (isAfterNounStart) {
    const isPast = token.cue?.form === "past" || token.cue?.form === "participle";
    return isPast && before.tag === "adjective" ? "verb" : isPast && !isNounToo ? "adjective" : "noun";
  }
  if (!isNounToo) {
    return "verb";
  }
  if (before.tag === "preposition") {
    return "noun";
  }
  // A noun is hardly ever followed by an article or a pronoun: `however, question the wisdom`.
  if (isVerbPlace(before) || next?.tag === "determiner" || next?.tag === "pronoun") {
    return "verb";
  }
  if (
    before.tag === "name" &&
    (next?.tag === "auxiliary" || (next?.tag === "verb" && next.cue === undefined))
  ) {
    return "noun";
  }
  if (before.tag === "name") {
    return lower.endsWith("s") || before.lower.endsWith("s") ? "verb" : "noun";
  }
  if (before.tag === "noun") {
    const { titles, documents, media, organisations, groups } = language.kinds;
    const isSpeaker = [titles, documents, media, organisations, groups].some((words) =>
      words.has(before.lower),
    );
    const isBeforeEnd =
      next === undefined ||
      (next.tag === "verb" && !next.lower.endsWith("ing") && !next.lower.endsWith("ed")) ||
      next.tag === "stop" ||
      next.tag === "comma" ||
      next.tag === "preposition" ||
      next.tag === "conjunction" ||
      next.tag === "auxiliary";
    if (isBeforeEnd && !isSpeaker) {
      return "noun";
    }
    const isPlural =
      before.lower.endsWith("s") || pluralHeads.has(before.lower) || hasPluralBefore(tokens, at, first);
    const isThird = lower.endsWith("s");
    return isPlural === isThird ? "noun" : "verb";
  }
  if (before.tag === "comma" && next?.tag === "infinitive") {
    return "verb";
  }
  return before.tag === "comma" || before.tag === "conjunction"
    ? lower.endsWith("s")
      ? "verb"
      : "noun"
    : "verb";
}

function isVerbPlace({ tag }: Token): boolean {
  return (
    tag === "pronoun" ||
    tag === "auxiliary" ||
    tag === "negation" ||
    tag === "infinitive" ||
    tag === "relative"
  );
}

const pluralHeads: ReadonlySet<string> = new Set(
  "many some others most both all several few those".split(" "),
);

/** Nouns more often than verbs, where the words around do not tell. */
const nounVerbs: ReadonlySet<string> = new Set(
  `return returns campaign vote run plan act force share face head host focus benefit work need help travel visit cause cut hit change stop start end play
  show move offer return score save build matter rally trust wait lead use campaigns votes runs acts forces shares faces heads hosts benefits
  works needs visits causes cuts hits changes stops ends plays shows moves offers returns scores uses leads sign signs cost costs arrest arrests issue issues record records study studies concern concerns deal deals damage design display delay debut double drop fire fund funds function grant guarantee hand hands
  impact influence jail jump land lands last limit limits line lines link links list lists mark match measure measures note notes process press present
  prompt purchase push race races range rank ranks record respect rest result results review reviews ring rings roll rush schedule search shape shift
  slide slip smile spark speed spin split spread stage stages star stars step steps stick strike strikes strip supply surge surprise swing switch target
  targets tax taxes test tests tie ties top touch trade train treat trigger update value values view views wake wash water wound zero appeal appeals attempt
  attempts award awards aid aim aims cast check checks climb crash cross cover cry cure defeat exercise express float flood fuel halt hire lower offer park
  patent ride slow feature features track tracks increase increases releases draft lack`.split(/\s+/),
);

/** Singular nouns that take a plural verb. */
const collectives: ReadonlySet<string> = new Set(
  "police people media men women children staff majority minority half number couple public crew team family group government".split(
    " ",
  ),
);

/** `documents from his tax return show`: the phrase whose last noun is singular may have a plural head. */
function hasPluralBefore(tokens: readonly Token[], at: number, first: number): boolean {
  for (let earlier = at - 1; earlier >= Math.max(first, at - 8); earlier--) {
    const { tag, lower } = tokens[earlier] as Token;
    if (tag === "verb" || tag === "auxiliary" || tag === "comma" || tag === "quote" || tag === "stop") {
      return false;
    }
    if (tag === "conjunction" || (tag === "noun" && lower.endsWith("s"))) {
      return true;
    }
  }
  return false;
}

function isPluralNoun({ tag, lower, cue }: Token): boolean {
  return tag === "verb" && lower.endsWith("s") && cue?.verbs.some(({ isNounToo }) => isNounToo) === true;
}
