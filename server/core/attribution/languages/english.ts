import { lazily } from "../../text/lazily.ts";
import type { CueForm, CueVerb, Frame, Language, Reference, Tag } from "../language.ts";
import { inflectEnglish } from "./english-inflection.ts";
import { englishKinds } from "./english-kinds.ts";
import { type EnglishVerbClass, englishVerbClasses } from "./english-verb-classes.ts";
import {
  englishCarriers,
  englishCitingPhrases,
  englishCueAdjectives,
  englishCueNouns,
  englishCueVerbs,
  englishLightVerbs,
  englishReceivedNouns,
  englishReceivingVerbs,
  englishSourcePhrases,
  englishStanceNouns,
  englishViewNouns,
} from "./english-verbs.ts";
import { englishOtherVerbs, englishQuestionWords, englishWords } from "./english-words.ts";
import { CueFormTable, phraseList, taggedWords, wordList, wordSet } from "./word-lists.ts";

const kindNouns = lazily(
  (): ReadonlySet<string> => new Set(Object.values(englishKinds()).flatMap((words) => [...words])),
);

/** By the end of the word: what is neither an adverb, a participle nor an adjective is taken for a noun. */
function guessEnglish(lower: string, isCapital: boolean): Tag {
  if (isCapital) {
    return "name";
  }
  if (kindNouns().has(lower)) {
    return "noun";
  }
  if (lower.length > 4) {
    if (lower.endsWith("ly")) {
      return "adverb";
    }
    if (lower.endsWith("ed") || lower.endsWith("ing")) {
      return "verb";
    }
    if (/(?:ive|ous|ful|less|able|ible|ical|ish|ary|ory|lar|esque)$/.test(lower)) {
      return "adjective";
    }
  }
  return "noun";
}

function cueForms(
  verbs: Readonly<Record<Frame, string>>,
  classes: readonly EnglishVerbClass[],
): ReadonlyMap<string, CueForm> {
  const table = new CueFormTable();
  for (const [frame, list] of Object.entries(verbs) as [Frame, string][]) {
    for (const entry of wordList(list)) {
      addForms(table, frame, entry);
    }
  }
  for (const { frame, verbs: list } of classes) {
    for (const entry of wordList(list)) {
      addForms(table, frame, entry);
    }
  }
  for (const entry of wordList(englishCueAdjectives)) {
    const [adjective = "", ...particles] = entry.split("+");
    // `that` and `to` open what is said and stay with it.
    const own = particles.filter((particle) => particle !== "that" && particle !== "to");
    const verb: CueVerb = {
      lemma: entry.replaceAll("+", " "),
      frame: "think",
      takesThing: own.length > 0,
      isNounToo: false,
      particles: own,
    };
    table.addAdjective(adjective, verb);
  }
  return table.finish();
}

/** Reads an entry such as `speak/spoke/spoken+about*~` (see english-verbs.ts). */
function addForms(table: CueFormTable, frame: Frame, entry: string): void {
  const takesThing = entry.includes("*") || frame === "judge";
  const isNounToo = entry.includes("~");
  const [stem = "", ...particles] = entry.replaceAll("*", "").replaceAll("~", "").split("+");
  const forms = inflectEnglish(irregularOf(stem));
  const verb: CueVerb = {
    lemma: [forms.base, ...particles].join(" "),
    frame,
    takesThing,
    isNounToo,
    particles,
  };
  table.addVerb(forms.past, "past", verb);
  if (forms.participle !== forms.past) {
    table.addVerb(forms.participle, "participle", verb);
  }
  if (forms.base !== forms.past) {
    table.addVerb(forms.base, "base", verb);
  }
  table.addVerb(forms.third, "third", verb);
  table.addVerb(forms.ing, "present-participle", verb);
}

/** Irregular verbs that stand without their forms, once for all lists. */
function irregularOf(verb: string): string {
  return irregularVerbs().get(verb) ?? verb;
}

const irregularVerbs = lazily(
  (): ReadonlyMap<string, string> =>
    new Map(
      wordList(
        `begin/began/begun go/went/gone come/came/come seek/sought/sought want love get/got/got have/had/had use
    keep/kept/kept make/made/made let/let/let`,
      ).map((verb) => [verb.split("/")[0] ?? verb, verb]),
    ),
);

export const english = lazily(
  (): Language => ({
    id: "en",
    marks: wordSet(
      "the of and to in that is was for on with as he his it by at from said has have not are be",
    ),
    words: taggedWords([
      ...(Object.entries(englishWords) as [Tag, string][]),
      [
        "verb",
        wordList(englishOtherVerbs)
          .flatMap((verb) => Object.values(inflectEnglish(verb)))
          .join(" "),
      ],
    ]),
    cueForms: cueForms(englishCueVerbs, englishVerbClasses),
    cueNouns: wordSet(englishCueNouns),
    sourcePhrases: phraseList(englishSourcePhrases, "before"),
    citingPhrases: phraseList(englishCitingPhrases, "before"),
    complementisers: wordSet("that"),
    questionWords: wordSet(englishQuestionWords),
    stanceNouns: wordSet(englishStanceNouns),
    viewNouns: wordSet(englishViewNouns),
    receivingVerbs: new Set(
      wordList(englishReceivingVerbs).flatMap((verb) => Object.values(inflectEnglish(irregularOf(verb)))),
    ),
    receivedNouns: wordSet(englishReceivedNouns),
    lightVerbs: new Set(
      wordList(englishLightVerbs).flatMap((verb) => Object.values(inflectEnglish(irregularOf(verb)))),
    ),
    carriers: new Set(
      wordList(englishCarriers).flatMap((verb) => Object.values(inflectEnglish(irregularOf(verb)))),
    ),
    pronouns: new Map<string, Reference>([
      ["he", "man"],
      ["she", "woman"],
      ["it", "thing"],
      ["they", "several"],
      ["who", "person"],
      ["which", "thing"],
      ["his", "man"],
      ["her", "woman"],
      ["its", "thing"],
      ["their", "several"],
      ["him", "man"],
      ["them", "several"],
    ]),
    kinds: englishKinds(),
    headWord: (lower) => lower,
    insertsInQuotations: false,
    separablePrefixes: new Set(),
    guess: guessEnglish,
  }),
);
