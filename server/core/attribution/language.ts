/** What a word does in a sentence, as far as finding sources needs it. */
export type Tag =
  | "determiner"
  | "adjective"
  | "noun"
  | "name"
  | "number"
  | "pronoun"
  | "possessive"
  | "preposition"
  | "conjunction"
  | "subordinator"
  | "relative"
  | "auxiliary"
  | "negation"
  | "adverb"
  | "infinitive"
  | "verb"
  | "time"
  | "comma"
  | "colon"
  | "dash"
  | "open-bracket"
  | "close-bracket"
  | "quote"
  | "stop"
  | "other";

/**
 * How a cue verb stands to what is said:
 * `say` takes a clause or a quotation, before or behind it; `tell` does so after its addressee;
 * `think` takes a clause or an infinitive behind it; `show` a clause alone (`the poll found that`), never a thing (`found a dog`);
 * `ask` a person and what they are to do; `judge` a thing or a person and, with it, an opinion (`criticised the plan`).
 */
export type Frame = "say" | "tell" | "think" | "show" | "ask" | "judge";

export interface CueVerb {
  readonly lemma: string;
  readonly frame: Frame;
  /** Whether a noun phrase alone can be what is said: `denied the allegations`. */
  readonly takesThing: boolean;
  /** Whether the form is a noun as well: `claims`. */
  readonly isNounToo: boolean;
  /** Words that have to follow: `out` of `point out`. Several ways are several cue verbs. */
  readonly particles: readonly string[];
}

/** `past` is the participle as well, where the language has one form for both. */
export type VerbForm = "base" | "third" | "past" | "participle" | "present-participle";

export interface CueForm {
  /** Undefined for what is only an adjective. */
  readonly form: VerbForm | undefined;
  /** The longest particles first. */
  readonly verbs: readonly CueVerb[];
  /** What the word is behind `be`: `worried about`. */
  readonly adjectives: readonly CueVerb[];
}

/** A phrase that stands before (`according to X`) or behind (`X zufolge`) a source and makes it one. */
export interface SourcePhrase {
  readonly words: readonly string[];
  readonly place: "before" | "behind";
}

/** Everything the engine knows about one language. Words are lower case, apostrophes straight. */
export interface Language {
  readonly id: "en" | "ru" | "de";
  /** Frequent words that tell a text of this language from others. */
  readonly marks: ReadonlySet<string>;
  readonly words: ReadonlyMap<string, Tag>;
  readonly cueForms: ReadonlyMap<string, CueForm>;
  /** Nouns that are cues with `that`, `of` or an owner: `claim`, `accusation`. */
  readonly cueNouns: ReadonlySet<string>;
  readonly sourcePhrases: readonly SourcePhrase[];
  /** Verbs and phrases whose object is the source of the source: `citing`, `with reference to`. */
  readonly citingPhrases: readonly SourcePhrase[];
  /** Opens the clause that is the content, and belongs to it: `that`, `dass`, `что`. */
  readonly complementisers: ReadonlySet<string>;
  readonly questionWords: ReadonlySet<string>;
  /** Nouns that say what somebody holds of a thing: `opponent` in `is an opponent of the toll`. */
  readonly stanceNouns: ReadonlySet<string>;
  /** Nouns by which a phrase gives a sentence to somebody: `in her view`, `by its own admission`. */
  readonly viewNouns: ReadonlySet<string>;
  /** Verbs whose subject is spoken of, `drew` in `drew criticism`, with the nouns they take. */
  readonly receivingVerbs: ReadonlySet<string>;
  readonly receivedNouns: ReadonlySet<string>;
  /** Verbs that only carry a noun of speech: `made` in `made a promise`. */
  readonly lightVerbs: ReadonlySet<string>;
  /** Verbs that carry a cue verb behind them: `continue to accuse`, `went on to explain`. */
  readonly carriers: ReadonlySet<string>;
  /** Third-person pronouns and what they can stand for. */
  readonly pronouns: ReadonlyMap<string, Reference>;
  readonly kinds: KindWords;
  /** The part of a word that says what it is: of the German `Verkehrsminister` the `minister`; elsewhere the word. */
  headWord(lower: string): string;
  /** Whether author's words may stand inside the quotation marks, between dashes: «A, — сказал он. — B». */
  readonly insertsInQuotations: boolean;
  /** Prefixes that stand alone at the end of a clause: `wies … zurück`. */
  readonly separablePrefixes: ReadonlySet<string>;
  /** A guess for a word that no list knows. */
  guess(lower: string, isCapital: boolean): Tag;
}

export type Reference = "man" | "woman" | "person" | "thing" | "several";

/** Nouns that tell what a source is; lower case, singular and plural alike. */
export interface KindWords {
  readonly unnamedMarks: ReadonlySet<string>;
  readonly unnamedNouns: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  readonly governments: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
  /** Words that are media as names alone: `Times`, `Economist`. */
  readonly mediaNames: ReadonlySet<string>;
}
