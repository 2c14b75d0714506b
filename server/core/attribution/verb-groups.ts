import type { CueVerb, Frame } from "./language.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";

/** A cue verb with its auxiliaries, negation, adverbs and particles: `has repeatedly denied`, `went on to point out`. */
export interface VerbGroup {
  readonly first: number;
  readonly end: number;
  /** The cue verb itself. */
  readonly head: number;
  /** What the verb can be here; never empty. All have the same particles. */
  readonly verbs: readonly CueVerb[];
  readonly shape: "finite" | "passive" | "participle" | "infinitive";
  /** `was critical of` rather than a verb. */
  readonly isAdjective: boolean;
  /** Where what is said begins, if words of circumstance stand between: `talked with police about the fire`. */
  readonly contentFirst?: number | undefined;
}

export function hasFrame({ verbs }: VerbGroup, ...frames: readonly Frame[]): boolean {
  return verbs.some(({ frame }) => frames.includes(frame));
}

export function takesThing({ verbs }: VerbGroup): boolean {
  return verbs.some((verb) => verb.takesThing);
}

/** The verb group around a token that can be a cue verb; undefined when it is a noun here or lacks its particles. */
export function verbGroupAt(paragraph: Paragraph, head: number, sentence: Sentence): VerbGroup | undefined {
  const { tokens, language } = paragraph;
  const token = tokens[head] as Token;
  if (token.cue === undefined) {
    return undefined;
  }
  const isAdjective =
    token.cue.adjectives.length > 0 &&
    isAfterBe(tokens, head, sentence.first) &&
    (tokens[head + 1]?.lower !== "by" || token.cue.adjectives.some(({ particles }) => particles[0] === "by"));
  if (!isAdjective && (token.tag !== "verb" || token.cue.verbs.length === 0)) {
    return undefined;
  }
  if (isAspect(paragraph, head, sentence.end)) {
    return undefined;
  }
  const isSeparable = language.separablePrefixes.size > 0;
  const candidates = isAdjective ? token.cue.adjectives : token.cue.verbs;
  const verbs = withParticles(tokens, head, sentence.end, candidates, isSeparable);
  const [verb] = verbs;
  if (verb === undefined) {
    return undefined;
  }
  const end = particlesEnd(tokens, head, sentence.end, verb, isSeparable) ?? head + 1;
  const distant = verb.particles.find((particle) => particle.startsWith(DISTANT));
  const contentFirst =
    distant === undefined ? undefined : behindCircumstances(tokens, end, sentence.end, distant.slice(1));
  // `backed off`, `called in`: with another particle it is another verb.
  if (
    verb.particles.length === 0 &&
    language.id === "en" &&
    otherParticles.has(tokens[end]?.lower ?? "") &&
    verb.frame !== "say"
  ) {
    return undefined;
  }
  let first = head;
  let shape: VerbGroup["shape"] = token.cue.form === "present-participle" ? "participle" : "finite";
  let isNearest = true;
  for (let at = head - 1; at >= sentence.first; at--) {
    const before = tokens[at] as Token;
    if (before.tag === "auxiliary") {
      const isHas = before.lower === "'s" && tokens[head + 1]?.lower !== "by";
      if (isNearest && !isHas && !isAdjective && isPassive(before, token, language.id)) {
        shape = "passive";
      } else if (shape === "participle") {
        shape = "finite";
      }
      isNearest = false;
      first = at;
    } else if (before.tag === "negation" || (before.tag === "adverb" && before.lower !== "here")) {
      first = before.tag === "negation" || isBound(tokens, at) ? at : first;
    } else if (isAdjective && isNearest && copulas.has(before.lower)) {
      first = at;
      isNearest = false;
    } else if (before.tag === "infinitive") {
      const carrier = carrierBefore(paragraph, at, sentence.first);
      if (carrier === undefined) {
        shape = "infinitive";
        first = at;
        break;
      }
      shape = "finite";
      first = carrier;
      at = carrier;
      isNearest = false;
    } else if (shape === "participle" && at === head - 1 && isAspectual(before, language.carriers)) {
      shape = "finite";
      first = at;
    } else {
      break;
    }
  }
  return { first, end, head, verbs, shape, isAdjective, contentFirst };
}

/** Marks a particle that stands behind circumstances: `talked to reporters on Monday about`. */
const DISTANT = "»";

const otherParticles: ReadonlySet<string> = new Set([
  "off",
  "out",
  "up",
  "down",
  "away",
  "back",
  "in",
  "into",
]);

/**
 * `continue` in `continue to accuse` is a part of the cue behind it. Verbs of wanting and refusing are cues themselves,
 * and what is wanted is their content.
 */
function isAspect({ tokens, language }: Paragraph, head: number, limit: number): boolean {
  if (!isAspectual(tokens[head] as Token, language.carriers)) {
    return false;
  }
  let at = head + 1;
  if (tokens[at]?.tag !== "infinitive") {
    return false;
  }
  at++;
  while (at < limit && tokens[at]?.tag === "adverb") {
    at++;
  }
  return at < limit && tokens[at]?.tag === "verb" && tokens[at]?.cue !== undefined;
}

function isAspectual({ lower, cue }: Token, carriers: ReadonlySet<string>): boolean {
  return (
    carriers.has(lower) &&
    cue?.verbs.some(({ frame, particles }) => frame === "think" && particles.length === 0) !== true
  );
}

function isAfterBe(tokens: readonly Token[], head: number, floor: number): boolean {
  for (let at = head - 1; at >= Math.max(floor, head - 4); at--) {
    const { tag, lower } = tokens[at] as Token;
    if (copulas.has(lower)) {
      return true;
    }
    if (tag === "auxiliary") {
      return beForms.has(lower) || lower === "'s";
    }
    if (tag !== "adverb" && tag !== "negation") {
      return false;
    }
  }
  return false;
}

/** An adverb belongs to the group where no comma parts it from the verb; a leading one at the clause's start does not. */
function isBound(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before !== undefined && (before.tag === "comma" || before.tag === "conjunction")) {
    return (tokens[at] as Token).lower.endsWith("ly") && tokens[at + 1]?.tag === "verb";
  }
  return before !== undefined && before.tag !== "stop";
}

function isPassive(auxiliary: Token, verb: Token, language: string): boolean {
  const form = verb.cue?.form;
  if (form !== "past" && form !== "participle") {
    return false;
  }
  return language === "de" ? germanPassive.has(auxiliary.lower) : beForms.has(auxiliary.lower);
}

const beForms: ReadonlySet<string> = new Set(
  "is are was were be been being am 're 'm 's isn't aren't wasn't weren't".split(" "),
);
/** Verbs that stand for `be` before an adjective: `seemed unsure`, `grew worried`. */
const copulas: ReadonlySet<string> = new Set(
  "seem seems seemed appear appears appeared feel feels felt remain remains remained become becomes became grow grows grew grown look looks looked sound sounds sounded".split(
    " ",
  ),
);
const germanPassive: ReadonlySet<string> = new Set(
  "wird werden wurde wurden worden werde würde würden".split(" "),
);

/** The token of `continue` before the `to` of `continue to accuse`, when there is one. */
function carrierBefore(
  { tokens, language }: Paragraph,
  infinitive: number,
  floor: number,
): number | undefined {
  for (let at = infinitive - 1; at >= Math.max(floor, infinitive - 3); at--) {
    const token = tokens[at] as Token;
    if (isAspectual(token, language.carriers) || isAble(tokens, at, floor)) {
      return at;
    }
    if (token.tag !== "adverb" && token.lower !== "on" && token.lower !== "out" && token.tag !== "time") {
      return undefined;
    }
  }
  return undefined;
}

/** `was able to`, `has been slow to`, `has yet to`: what carries a verb besides verbs. */
function isAble(tokens: readonly Token[], at: number, floor: number): boolean {
  const { lower } = tokens[at] as Token;
  const before = at > floor ? tokens[at - 1] : undefined;
  return before?.tag === "auxiliary" && (lower === "yet" || abilities.has(lower));
}

const abilities: ReadonlySet<string> = new Set(
  "able unable quick quicker slow likely unlikely set poised bound free due going".split(" "),
);

/** The verbs whose particles stand behind the head; those with the most. */
function withParticles(
  tokens: readonly Token[],
  head: number,
  limit: number,
  verbs: readonly CueVerb[],
  isSeparable: boolean,
): CueVerb[] {
  let most = -1;
  const fitting: CueVerb[] = [];
  for (const verb of verbs) {
    const fits =
      verb.particles.length === 0 || particlesEnd(tokens, head, limit, verb, isSeparable) !== undefined;
    if (fits && verb.particles.length >= most) {
      most = verb.particles.length;
      fitting.push(verb);
    }
  }
  return fitting;
}

/** `wies die Vorwürfe zurück`: the prefix at the end of the clause; the cue is the verb alone then. */
function separatedEnd(
  tokens: readonly Token[],
  head: number,
  limit: number,
  prefix: string,
): number | undefined {
  for (let at = head + 2; at < Math.min(limit, head + 25); at++) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    const isLast =
      next === undefined ||
      at + 1 >= limit ||
      next.tag === "stop" ||
      next.tag === "comma" ||
      next.tag === "colon";
    if (token.lower === prefix && isLast) {
      return head + 1;
    }
    if (token.tag === "comma" || token.tag === "stop") {
      return undefined;
    }
  }
  return undefined;
}

/** Behind the particles; a word of time or an adverb may stand before them (`called Friday for`). */
function particlesEnd(
  tokens: readonly Token[],
  head: number,
  limit: number,
  verb: CueVerb,
  isSeparable: boolean,
): number | undefined {
  if (verb.particles.length === 0) {
    return head + 1;
  }
  let at = head + 1;
  for (const particle of verb.particles) {
    // `called Friday for`, `spoke out Tuesday about`
    while (at < limit && isLight(tokens[at] as Token) && tokens[at]?.lower !== particle) {
      at++;
    }
    if (particle === "that") {
      // It has to follow, and opens what is said.
      return at < limit && tokens[at]?.lower === particle ? at : undefined;
    }
    if (particle.startsWith(DISTANT)) {
      return behindCircumstances(tokens, at, limit, particle.slice(1)) === undefined ? undefined : at;
    }
    if (particle.startsWith("…")) {
      return hasLater(tokens, at, limit, particle.slice(1)) ? head + 1 : undefined;
    }
    if (at >= limit || tokens[at]?.lower !== particle) {
      return isSeparable ? separatedEnd(tokens, head, limit, particle) : undefined;
    }
    at++;
  }
  return at;
}

function isLight({ tag }: Token): boolean {
  return tag === "time" || tag === "adverb";
}

/** Behind the particle, where only phrases of circumstance part it from the verb: no other verb, no mark. */
function behindCircumstances(
  tokens: readonly Token[],
  start: number,
  limit: number,
  word: string,
): number | undefined {
  const opener = tokens[start]?.tag;
  if (opener !== "preposition" && opener !== "infinitive") {
    return undefined;
  }
  for (let at = start + 1; at < Math.min(limit, start + LONGEST_OBJECT); at++) {
    const { tag, lower } = tokens[at] as Token;
    if (lower === word) {
      return at + 1;
    }
    if (!isPhrasal(tag)) {
      return undefined;
    }
  }
  return undefined;
}

function isPhrasal(tag: Token["tag"]): boolean {
  return (
    tag === "preposition" ||
    tag === "determiner" ||
    tag === "adjective" ||
    tag === "noun" ||
    tag === "name" ||
    tag === "number" ||
    tag === "pronoun" ||
    tag === "possessive" ||
    tag === "adverb" ||
    tag === "conjunction" ||
    tag === "time"
  );
}

/** `see the comment as a dig`, `puts the figure at $498 billion`: the word stands behind the object, in the same clause. */
function hasLater(tokens: readonly Token[], start: number, limit: number, word: string): boolean {
  for (let at = start + 1; at < Math.min(limit, start + LONGEST_OBJECT); at++) {
    const { tag, lower } = tokens[at] as Token;
    if (lower === word) {
      return true;
    }
    if (tag === "comma" || tag === "stop" || tag === "verb" || tag === "auxiliary" || tag === "colon") {
      return false;
    }
  }
  return false;
}

/** Tokens between a verb and the particle behind its object. */
const LONGEST_OBJECT = 12;
