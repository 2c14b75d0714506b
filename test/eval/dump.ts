import { type Random, seededRandom } from "../support/random.ts";
import { makeSite, type Site } from "./addresses.ts";
import { type BodyDraft, draftBody, insertAnywhere, takeParagraph } from "./body-draft.ts";
import { DUPLICATE_DECOYS } from "./duplicate-decoys.ts";
import { DUPLICATE_CHECKS, DUPLICATE_PLANTS } from "./duplicate-plants.ts";
import { languageOf, SCRIPTS, type Script } from "./language/language.ts";
import { LINK_DECOYS, LINK_PLANTS } from "./link-plants.ts";
import {
  joinMarked,
  type Mark,
  type MarkedText,
  type Plant,
  planted,
  withLineBreaks,
} from "./marked-text.ts";
import { NOISE_DECOYS, NOISE_PLANTS, tickerPreamble } from "./noise-plants.ts";
import { hasLinkLines, type Layout, writeArticle } from "./page-layout.ts";
import { mistype } from "./word-edits.ts";

export type Size = 10 | 60 | 400;

export const SIZES: readonly Size[] = [10, 60, 400];

export interface DumpPlan {
  readonly seed: number;
  readonly script: Script;
  /** Paragraphs, over all articles of the file. */
  readonly size: Size;
  /** Its number among the dumps of that script and size: kinds are taken in turn, so that all come up equally. */
  readonly index: number;
}

/** A dump with all that is planted in it. */
export interface PlantedDump {
  readonly plan: DumpPlan;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Per article in order: every sentence, value and line that was written, planted or not, for the oracle of loss. */
  readonly articles: number;
}

/** The same plan gives the same dump, on every machine. */
export function makeDump(plan: DumpPlan): PlantedDump {
  const random = seededRandom(
    plan.seed * 1_000_003 + SCRIPTS.indexOf(plan.script) * 100_003 + plan.size * 1009 + plan.index,
  );
  const articles = plan.size > 10 && random.chance(0.2) ? random.between(2, 3) : 1;
  const layout = layoutOf(articles, random);
  const drafts = Array.from({ length: articles }, () =>
    makeArticle(plan, layout, Math.ceil(plan.size / articles), random),
  );
  plantAcrossArticles(drafts.map(({ draft }) => draft));
  const written = drafts.map(({ draft, site, headLines }) => writeArticle(layout, draft, site, headLines));
  const [first] = drafts;
  const hasPreamble = first !== undefined && layout === "news-page" && random.chance(0.08);
  const preamble = hasPreamble ? [tickerPreamble(first.draft, first.site.name)] : [];
  const gap = layout === "news-page" && random.chance(0.5) ? "\n" : "\n\n";
  const whole = joinMarked([...preamble, joinMarked(written, gap)], "\n");
  return { plan, articles, ...withEndings(whole, random) };
}

function layoutOf(articles: number, random: Random): Layout {
  const draw = random.next();
  if (articles > 1 || draw < 0.55) {
    return "news-page";
  }
  return draw < 0.7 ? "news-page, blank lines" : draw < 0.85 ? "url-date-title" : "yaml-front-matter";
}

interface ArticleDraft {
  readonly draft: BodyDraft;
  readonly site: Site;
  readonly headLines: MarkedText[];
}

function makeArticle(
  { script, index }: DumpPlan,
  layout: Layout,
  paragraphs: number,
  random: Random,
): ArticleDraft {
  const draft = draftBody(paragraphs, languageOf(script), random);
  const site = makeSite(random);
  const headLines: MarkedText[] = [];
  const places = { draft, site, headLines };
  const share = (part: number): number => Math.floor(paragraphs * part + random.next());
  inTurn(DUPLICATE_PLANTS, index, share(0.09), (plant) => plant(draft));
  inTurn(DUPLICATE_DECOYS, index, share(0.05), (plant) => plant(draft));
  inTurn(LINK_PLANTS, index, share(0.09), (plant) => plant(places));
  inTurn(LINK_DECOYS, index, share(0.08), (plant) => plant(places));
  inTurn(NOISE_PLANTS, index, share(0.06), (plant) => plant(places));
  inTurn(NOISE_DECOYS, index, share(0.05), (plant) => plant(places));
  if (!hasLinkLines(layout)) {
    for (const line of headLines.splice(0)) {
      insertAnywhere(draft, line);
    }
  }
  return { draft, site, headLines };
}

/** Calls so many of the planters, beginning further on for every dump; one that finds no place gives way to the next. */
function inTurn<Planter>(
  planters: readonly Planter[],
  index: number,
  count: number,
  plant: (planter: Planter) => boolean,
): void {
  let planted = 0;
  for (let turn = 0; planted < count && turn < count + planters.length; turn++) {
    const planter = planters[(index * STRIDE + turn) % planters.length];
    if (planter !== undefined && plant(planter)) {
      planted++;
    }
  }
}

/** A prime that divides no list's length, so that small dumps come to every kind. */
const STRIDE = 11;

/** Paragraphs of an earlier article again in a later one, one as it is and one with slips of the pen. */
function plantAcrossArticles(drafts: readonly BodyDraft[]): void {
  for (const [index, draft] of drafts.entries()) {
    const earlier = drafts[index - 1];
    if (earlier !== undefined) {
      plantCopyIn(draft, earlier, "exact", (text) => text);
      plantCopyIn(draft, earlier, "near", (text) => mistype(text, 3, draft.random));
    }
  }
}

function plantCopyIn(
  draft: BodyDraft,
  earlier: BodyDraft,
  dataKind: "exact" | "near",
  vary: (text: string) => string,
): void {
  const original = takeParagraph(earlier, (text) => text.length > 120);
  if (original !== undefined) {
    const plant: Plant = {
      group: "duplicates",
      kind: `in another article, ${dataKind}`,
      checks: DUPLICATE_CHECKS,
      dataKinds: [dataKind],
      scope: "file",
    };
    insertAnywhere(draft, planted(vary(original.content.text), plant));
  }
}

function withEndings(whole: MarkedText, random: Random): { text: string; marks: readonly Mark[] } {
  const draw = random.next();
  const main = draw < 0.2 ? "\r\n" : "\n";
  const other = main === "\n" ? "\r\n" : "\n";
  const isMixed = random.chance(0.08);
  const every = random.between(3, 9);
  const content = withLineBreaks(whole, (index) => (isMixed && index % every === 2 ? other : main));
  const ended = random.chance(0.8) ? content.text + main : content.text;
  if (!isMixed) {
    return { text: ended, marks: content.marks };
  }
  const mixed = planted(ended, {
    group: "noise",
    kind: "mixed line endings",
    checks: ["mixed-line-endings"],
    allowsSeveral: true,
  });
  return { text: ended, marks: [...content.marks, ...mixed.marks] };
}
