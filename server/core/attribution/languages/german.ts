import { lazily } from "../../text/lazily.ts";
import type { CueForm, CueVerb, Frame, Language, Reference, Tag, VerbForm } from "../language.ts";
import { germanKinds } from "./german-kinds.ts";
import { CueFormTable, phraseList, taggedWords, wordList, wordSet } from "./word-lists.ts";

/**
 * German verbs of reporting, a frame each, with the forms that stand in news: third person present, past, participle,
 * subjunctive. `*` marks verbs whose object alone can be what is said; the prefix of a separable verb stands behind `+`.
 */
const verbs: Readonly<Record<Frame, string>> = {
  say: `sagt sagte sagten sagen gesagt erklärt* erklärte* erklärten* erklären* betont* betonte* betonten* betonen* berichtet berichtete berichteten berichten schreibt schrieb schrieben schreiben
    meldet meldete meldeten melden meint meinte meinten ergänzte ergänzt fügte fügt behauptet* behauptete* behaupteten* behaupten* bestätigt* bestätigte* bestätigten* bestätigen* bestreitet* bestritt*
    bestritten* bestreiten* dementiert* dementierte* dementierten* warnt warnte warnten warnen kündigt+an* kündigte+an* kündigten+an* angekündigt* teilt+mit* teilte+mit* teilten+mit* mitgeteilt mitteilte mitteilten
    mitteilt forderte* fordert* forderten* fordern* verlangt* verlangte* verlangten* räumte+ein räumt+ein einräumte versichert versicherte versicherten verspricht* versprach* versprachen* weist+zurück* wies+zurück*
    wiesen+zurück* antwortete antwortet fragte fragt zitiert* zitierte* äußerte* äußert* äußerten* argumentiert argumentierte argumentierten unterstreicht* unterstrich* beklagt* beklagte* kritisiert* kritisierte* kritisierten*
    kritisieren* lobt* lobte* verkündete* verkündet* verkündeten* hervorhob erwiderte gab+bekannt* gibt+bekannt* gab+zu* gibt+zu* hob+hervor* hebt+hervor* stellte+fest* stellt+fest* ergab* schlug+vor* schlägt+vor* rief+auf ruft+auf
    twitterte twittert prognostiziert* prognostizierte* erläuterte* erläutert* erinnerte mahnte mahnt bekräftigte* bekräftigt* drohte droht beteuerte beteuert`,
  tell: "",
  think: `glaubt glaubte glauben hofft hoffte hoffen fürchtet* fürchtete* fürchten* befürchtet* befürchtete* befürchten* erwartet* erwartete* erwarten* vermutet* vermutete* vermuten* denkt dachte will wollen wollte hält findet plant* plante*
    planen* bezweifelt* bezweifelte* bezweifeln* lehnt+ab* lehnte+ab* lehnten+ab* begrüßt* begrüßte* begrüßten*`,
  show: "zeigt zeigte zeigten zeigen belegt* belegte* belegen* ermittelte*",
  ask: "bittet bat baten drängt drängte",
  judge: `wirft+vor* warf+vor* warfen+vor* werfen+vor* beschuldigt* beschuldigte* beschuldigten* beschuldigen* nennt* nannte* nannten* bezeichnet* bezeichnete* bezeichneten* verurteilt* verurteilte* verurteilten*
    unterstützt* unterstützte* ablehnt*`,
};

export const german = lazily(
  (): Language => ({
    id: "de",
    marks: wordSet(
      "der die das und in den von zu mit sich auf für ist im dem nicht ein eine als auch es an hat nach bei",
    ),
    words: taggedWords([
      [
        "adjective",
        [...germanKinds().unnamedMarks].filter((word) => !germanKinds().unnamedNouns.has(word)).join(" "),
      ],
      [
        "determiner",
        "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem kein keine keinen mehrere einige viele alle beide sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere jeder jede jedes",
      ],
      ["pronoun", "er sie es ich wir ihm ihn ihnen uns mir mich man niemand"],
      [
        "preposition",
        "in im am an auf aus bei beim mit nach seit von vom zu zum zur für gegen ohne um über unter vor zwischen durch während wegen trotz bis gegenüber neben hinter ab als wie",
      ],
      ["conjunction", "und oder aber doch sondern sowie"],
      ["subordinator", "dass daß wenn weil obwohl ob nachdem bevor während-dessen damit falls sobald"],
      ["relative", "welche welcher welches was deren dessen wer"],
      [
        "auxiliary",
        "ist sind war waren sei seien wäre wären hat haben hatte hatten habe hätte hätten wird werden wurde wurden werde würde würden kann können könne könnte könnten muss müssen müsse müsste soll sollen solle sollte sollten darf dürfen dürfe möchte möchten worden gewesen",
      ],
      ["negation", "nicht nie niemals"],
      [
        "adverb",
        "auch noch schon nur sehr bereits zudem außerdem jedoch dabei dann jetzt heute gestern morgen zuletzt zuvor später erneut wieder weiter hier dort so demnach hingegen unterdessen inzwischen mehrfach wiederholt zunächst ebenfalls kürzlich",
      ],
      [
        "time",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember abend mittag vormittag nachmittag woche jahr uhr",
      ],
      ["number", "zwei drei vier fünf sechs sieben acht neun zehn hundert tausend millionen milliarden"],
    ]),
    cueForms: cueForms(),
    cueNouns: new Set(),
    sourcePhrases: [
      ...phraseList(
        "laut; nach angaben von; nach angaben der; nach angaben des; nach den worten von; nach den worten des; nach den worten der; nach ansicht von; nach ansicht der; nach ansicht des; nach meinung von; nach aussage von; nach einschätzung von; gemäß; so",
        "before",
      ),
      ...phraseList("zufolge", "behind"),
    ],
    citingPhrases: phraseList("unter berufung auf; mit verweis auf; unter verweis auf", "before"),
    complementisers: wordSet("dass daß"),
    questionWords: wordSet("wie warum weshalb ob wer was wann wo"),
    stanceNouns: new Set(),
    viewNouns: new Set(),
    receivingVerbs: new Set(),
    receivedNouns: new Set(),
    lightVerbs: new Set(),
    carriers: new Set(),
    pronouns: new Map<string, Reference>([
      ["er", "man"],
      ["sie", "woman"],
      ["es", "thing"],
    ]),
    kinds: germanKinds(),
    headWord: germanHead,
    insertsInQuotations: false,
    separablePrefixes: wordSet("an mit zurück ein zu vor bekannt hervor fest auf ab"),
    guess: guessGerman,
  }),
);

/** Nouns and names have capitals; of the rest the ending tells verbs from adjectives, roughly. */
function guessGerman(lower: string, isCapital: boolean): Tag {
  if (isCapital) {
    return germanNouns().has(germanHead(lower)) ||
      /(?:ung|heit|keit|schaft|tion|ion|ismus|tät|nis|tum|ment)(?:en|s)?$/.test(lower)
      ? "noun"
      : "name";
  }
  if (lower.length > 3) {
    if (/(?:lich|isch|ig|bar|sam|haft|los)(?:e|en|er|es|em)?$/.test(lower)) {
      return "adjective";
    }
    if (/(?:te|ten|iert|ierte|ierten)$/.test(lower) || /^ge.*(?:t|en)$/.test(lower)) {
      return "verb";
    }
    if (/(?:en|er|es|em|e)$/.test(lower)) {
      return "adjective";
    }
  }
  return "adverb";
}

const germanNouns = lazily(
  (): ReadonlySet<string> => new Set(Object.values(germanKinds()).flatMap((words) => [...words])),
);

/** The longest known noun that a compound ends with: `Verkehrsminister`, `Hafenbehörde`, `Abendzeitung`. */
function germanHead(lower: string): string {
  for (let start = 3; start <= lower.length - 4; start++) {
    const end = lower.slice(start);
    if (germanNouns().has(end)) {
      return end;
    }
  }
  return lower;
}

function cueForms(): ReadonlyMap<string, CueForm> {
  const table = new CueFormTable();
  for (const [frame, list] of Object.entries(verbs) as [Frame, string][]) {
    for (const entry of wordList(list)) {
      const [form = "", ...particles] = entry.replaceAll("*", "").split("+");
      const verb: CueVerb = {
        lemma: entry,
        frame,
        takesThing: entry.includes("*") || frame === "judge",
        isNounToo: false,
        particles,
      };
      table.addVerb(form, formKind(form), verb);
    }
  }
  return table.finish();
}

function formKind(form: string): VerbForm {
  if (form.startsWith("ge")) {
    return "participle";
  }
  return form.endsWith("te") || form.endsWith("ten") ? "past" : "third";
}
