import { parse } from "../../../server/core/article/parse.ts";
import type { ReportedFinding } from "../../../server/core/checks/check.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import type { BrokenLink } from "../../support/broken-link.ts";
import { BROKEN_LINK_KINDS } from "../../support/broken-links.ts";
import { GOOD_TEXTS } from "../../support/good-links.ts";
import { type Random, seededRandom } from "../../support/random.ts";

/** Where in a dump a link is planted. */
const PLACES = ["address", "head", "related", "paragraph", "between", "end"] as const;
type Place = (typeof PLACES)[number];

export interface Trial {
  readonly planted: number;
  readonly found: number;
  readonly mendable: number;
  readonly mended: number;
  readonly good: number;
  readonly kinds: ReadonlyMap<string, { planted: number; found: number; mendable: number; mended: number }>;
  readonly misses: readonly string[];
  readonly falseAlarms: readonly string[];
}

/** Plants every kind of broken link and of good one at every place of a dump, each in a dump of its own, and checks it. */
export function measureTrial({ seed, rounds }: { readonly seed: number; readonly rounds: number }): Trial {
  const random = seededRandom(seed);
  const kinds = new Map<string, { planted: number; found: number; mendable: number; mended: number }>();
  const misses: string[] = [];
  const falseAlarms: string[] = [];
  let good = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { family, kind, make } of BROKEN_LINK_KINDS) {
      const link = make(random);
      const place = random.pick(placesFor(link.place));
      const { text, start, end } = plant(link, place, random);
      const findings = linkFindings(text);
      const own = findings.filter(({ span }) => span.start < end && start < span.end);
      const answer = own.find(({ check }) => check === `${family}-link`);
      const count = kinds.get(`${family}: ${kind}`) ?? { planted: 0, found: 0, mendable: 0, mended: 0 };
      kinds.set(`${family}: ${kind}`, count);
      count.planted++;
      count.found += answer === undefined ? 0 : 1;
      const isMended = answer !== undefined && sameTargets(answer.data?.["repaired"], link.repaired);
      if (!link.repaired.includes(null)) {
        count.mendable++;
        count.mended += isMended ? 1 : 0;
      }
      if (answer === undefined || (!isMended && !link.repaired.includes(null))) {
        misses.push(
          `${family}: ${kind} in ${place}: ${link.text} -> ${describeAll(own)} (${link.repaired.join(" ")})`,
        );
      }
      falseAlarms.push(
        ...findings
          .filter((finding) => finding !== answer)
          .map((finding) => `${kind} in ${place}: ${describe(finding, text)}`),
      );
    }
    for (const { kind, place, make } of GOOD_TEXTS) {
      const where = place === "prose" ? "paragraph" : random.pick(PLACES);
      const { text } = plant({ text: make(random) }, where, random);
      good++;
      falseAlarms.push(
        ...linkFindings(text).map((finding) => `good ${kind} in ${where}: ${describe(finding, text)}`),
      );
    }
  }
  const sum = (count: "planted" | "found" | "mendable" | "mended") =>
    [...kinds.values()].reduce((total, each) => total + each[count], 0);
  return {
    planted: sum("planted"),
    found: sum("found"),
    mendable: sum("mendable"),
    mended: sum("mended"),
    good,
    kinds,
    misses,
    falseAlarms,
  };
}

function placesFor(place: BrokenLink["place"]): readonly Place[] {
  return place === "line" ? PLACES.filter((each) => each !== "paragraph") : PLACES;
}

interface Planted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const MARK = "\u0001";

function plant(
  { text, elsewhere = [] }: Pick<BrokenLink, "text" | "elsewhere">,
  place: Place,
  random: Random,
): Planted {
  const language = random.pick(["en", "en", "ru", "ja", "ar"] as const);
  const chosen = random.pick([newsPage, newsPage, newsPage, spacedNewsPage, urlDateTitle, markdown]);
  // In Markdown `<https://…>` is how a link is written.
  const layout = text.startsWith("<") ? newsPage : chosen;
  const page = `${layout({ place, elsewhere, prose: PROSE[language], introduction: random.pick(INTRODUCTIONS[language]) }).join("\n")}\n`;
  const start = page.indexOf(MARK);
  return { text: page.replace(MARK, () => text), start, end: start + text.length };
}

interface Layout {
  readonly place: Place;
  readonly elsewhere: readonly string[];
  readonly prose: readonly string[];
  /** A sentence with the mark in it. */
  readonly introduction: string;
}

const ADDRESS =
  "https://gazette.example/20220105/council-opens-second-ferry-line-to-the-northern-islands-1092041314.html";
const TITLE = "Council Opens Second Ferry Line to the Northern Islands";

function newsPage({ place, elsewhere, prose, introduction }: Layout): string[] {
  const at = (where: Place): string[] => (where === place ? [MARK] : []);
  return [
    place === "address" ? MARK : ADDRESS,
    TITLE,
    TITLE,
    "Gazette International",
    "The council of Ostrel has opened a second ferry line to the northern islands, ten years after the plan",
    "2022-01-05T15:28+0000",
    "2022-01-06T08:00+0000",
    "ferries",
    "islands",
    ...elsewhere,
    "https://cdn.gazette.example/img/1091602305_0:297:3078:2028_1920x0_80_0_0_10a39823a9327797.jpg",
    ...at("head"),
    "https://gazette.example/20211222/first-round-of-talks-on-ferries-1091715005.html",
    ...at("related"),
    "desk@gazette.example",
    "+15550100123",
    "Ada Lind",
    "News",
    "en_EN",
    TITLE,
    "15:28 GMT 05.01.2022 (Updated: 08:00 GMT 06.01.2022)",
    ...body({ place, prose, introduction }),
  ];
}

/** As some extractors write them: a blank line between any two blocks. */
function spacedNewsPage(layout: Layout): string[] {
  return newsPage(layout).flatMap((line) => [line, ""]);
}

function urlDateTitle({ place, elsewhere, prose, introduction }: Layout): string[] {
  const heads = place === "head" || place === "related" ? [MARK] : [];
  return [
    place === "address" ? MARK : ADDRESS,
    "2022-01-05T15:28:00+00:00",
    TITLE,
    ...body({ place, prose, introduction }),
    ...heads,
    ...elsewhere,
  ];
}

function markdown({ place, elsewhere, prose, introduction }: Layout): string[] {
  const isInFields = place === "address" || place === "head";
  return [
    "---",
    `title: ${TITLE}`,
    `url: ${ADDRESS}`,
    "date: 2022-01-05T15:28:00+00:00",
    "author: Ada Lind",
    "---",
    "",
    ...body({ place, prose, introduction }).flatMap((line) => [line, ""]),
    ...(isInFields || place === "related" ? [MARK, ""] : []),
    ...elsewhere.flatMap((line) => [line, ""]),
  ];
}

function body({ place, prose, introduction }: Omit<Layout, "elsewhere">): string[] {
  const at = (where: Place): string[] => (where === place ? [MARK] : []);
  return [
    prose[0] ?? "",
    place === "paragraph" ? introduction : (prose[1] ?? ""),
    ...at("between"),
    prose[2] ?? "",
    prose[3] ?? "",
    ...at("end"),
  ];
}

const PROSE = {
  en: [
    "The council of Ostrel opened a second ferry line to the northern islands on Monday, ten years after the plan.",
    "Mayor Ada Lind said that the boat was late, but that it floats.",
    "The fare will be four crowns, according to the harbour office, which had asked for five.",
    "Two members of the council voted against the line and asked for a bridge instead.",
  ],
  ru: [
    "Совет Острела открыл в понедельник вторую паромную линию к северным островам, через десять лет после решения.",
    "Мэр Ада Линд сказала, что судно опоздало, но держится на воде.",
    "Проезд будет стоить четыре кроны, сообщили в управлении порта, где просили пять.",
    "Двое депутатов голосовали против и просили построить мост.",
  ],
  ja: [
    "オストレル市議会は月曜日、計画から十年を経て、北の島々への第二のフェリー航路を開いたと発表した。",
    "アダ・リンド市長は、船は遅れたが浮かんでいると述べた。",
    "運賃は四クローネになると港湾局は説明しており、同局は五クローネを求めていたという。",
    "二人の議員は反対票を投じ、代わりに橋を求めたことも明らかになった。",
  ],
  ar: [
    "افتتح مجلس مدينة أوستريل يوم الاثنين خط عبارات ثانيا إلى الجزر الشمالية بعد عشر سنوات من الخطة.",
    "وقالت رئيسة البلدية آدا ليند إن القارب تأخر لكنه يطفو.",
    "وستبلغ الأجرة أربع كرونات بحسب مكتب الميناء الذي طلب خمسا.",
    "وصوت عضوان في المجلس ضد الخط وطالبا بجسر بدلا منه.",
  ],
} as const;

const INTRODUCTIONS = {
  en: [
    `Mayor Ada Lind said that the plan, as printed ${MARK} in May, was late.`,
    `The fare is on ${MARK}`,
    `As ${MARK} has it, the council was “late, but right”, said Ada Lind.`,
    `${MARK} has the plan, said the mayor.`,
  ],
  ru: [`Мэр Ада Линд сказала, что план, как указано на ${MARK} в мае, опоздал.`, `Подробнее: ${MARK}`],
  ja: [`市長は ${MARK} に計画があると述べた。`, `詳細： ${MARK}`],
  ar: [`وقالت رئيسة البلدية إن الخطة منشورة على ${MARK} منذ مايو.`, `المزيد على ${MARK}`],
} as const;

function linkFindings(text: string): readonly ReportedFinding[] {
  return checkDump(parse(text)).filter(({ check }) => check.endsWith("-link"));
}

function sameTargets(stated: unknown, wanted: readonly (string | null)[]): boolean {
  return (
    Array.isArray(stated) &&
    stated.length === wanted.length &&
    stated.every((target, at) => target === wanted[at])
  );
}

function describeAll(findings: readonly ReportedFinding[]): string {
  return findings.map(({ check, data }) => `${check} ${JSON.stringify(data)}`).join("; ") || "nothing";
}

function describe({ check, span, data }: ReportedFinding, text: string): string {
  return `${check} «${text.slice(span.start, span.end)}» ${JSON.stringify(data)}`;
}
