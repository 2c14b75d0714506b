import { articleAddress, fileAddress, GOOD_ADDRESSES, otherSite, type Site, slug } from "./addresses.ts";
import { type BodyDraft, insertAnywhere, takeParagraph } from "./body-draft.ts";
import { type BrokenAddress, DAMAGES, type Damage } from "./broken-addresses.ts";
import { decoy, joinMarked, type MarkedText, type Plant, plain, planted, tolerating } from "./marked-text.ts";

/** What a link plant adds: into the body, where it puts it itself, or lines for the head. */
export interface LinkPlaces {
  readonly draft: BodyDraft;
  readonly site: Site;
  /** Lines that go among the related links of the head. */
  readonly headLines: MarkedText[];
}

export type PlantLink = (places: LinkPlaces) => boolean;

export const LINK_PLANTS: readonly PlantLink[] = [
  ...DAMAGES.map(plantDamage),
  plantTextBehindFile,
  plantTextBehindKnown,
  plantTextBehindInProse,
  plantTextBefore,
];

export const LINK_DECOYS: readonly PlantLink[] = [
  ...Object.keys(GOOD_ADDRESSES).map(plantGoodAddress),
  plantBareHost,
  plantBracketed,
  plantAtSentenceEnd,
  plantNoLinks,
];

function linkPlant(kind: string, checks: readonly string[], repaired: readonly (string | null)[]): Plant {
  return { group: "links", kind, checks, repaired };
}

function plantDamage(damage: Damage): PlantLink {
  return (places) => {
    const { site, draft } = places;
    const broken = damage.damage(
      draft.random.chance(0.6) ? site : otherSite(site, draft.random),
      draft.random,
    );
    const link = planted(broken.text, linkPlant(damage.kind, damage.checks, broken.repaired));
    plantEvidence(broken, places);
    if (damage.place === "prose" && draft.random.chance(0.6)) {
      return putIntoProse(link, draft);
    }
    putOnLine(link, places);
    return true;
  };
}

function plantEvidence({ evidence }: BrokenAddress, { headLines }: LinkPlaces): void {
  if (evidence !== undefined) {
    headLines.push(plain(evidence));
  }
}

function putOnLine(link: MarkedText, { draft, headLines }: LinkPlaces): void {
  if (draft.random.chance(0.5)) {
    headLines.push(link);
  } else {
    insertAnywhere(draft, tolerating(link, ["boilerplate"]));
  }
}

/** Between two sentences of a paragraph, introduced as news texts do. */
function putIntoProse(link: MarkedText, draft: BodyDraft): boolean {
  const { language } = draft;
  const item = takeParagraph(draft, (text) => SENTENCE_JOINT.test(text));
  if (item === undefined) {
    return false;
  }
  const text = item.content.text;
  const behind = text.search(SENTENCE_JOINT);
  const before = `${text.slice(0, behind)}${language.space === "" ? "" : ","} ${INTRODUCTIONS[language.id]} `;
  item.content = joinMarked([plain(before), link, plain(` ${text.slice(behind + 1).trim()}`)]);
  return true;
}

const SENTENCE_JOINT = /[.؟] \S|。\S/u;

const INTRODUCTIONS = { en: "as stated at", ru: "как указано на", ja: "（詳細）", ar: "كما ورد في" };

/** The publisher's name behind a picture's address, as in the seed; the name stands alone elsewhere in the head. */
function plantTextBehindKnown({ site, draft, headLines }: LinkPlaces): boolean {
  const url = fileAddress(site, draft.random);
  headLines.push(
    tolerating(planted(`${url}${site.name}`, linkPlant("text behind: a known line", ["glued-link"], [url])), [
      "repeated-metadata",
    ]),
  );
  return true;
}

function plantTextBehindFile(places: LinkPlaces): boolean {
  const { site, draft } = places;
  const url = fileAddress(site, draft.random);
  const words = { en: "Read more", ru: "Читать далее", ja: "Photo", ar: "اقرأ المزيد" }[draft.language.id];
  const link = planted(`${url}${words}`, linkPlant("text behind: an extension", ["glued-link"], [url]));
  putOnLine(tolerating(link, ["boilerplate"]), places);
  return true;
}

function plantTextBehindInProse({ site, draft }: LinkPlaces): boolean {
  const { language, random } = draft;
  if (language.script !== "Latin" && language.script !== "Cyrillic") {
    return false;
  }
  const item = takeParagraph(draft, (text) => /^\p{Lu}/u.test(text));
  if (item === undefined) {
    return false;
  }
  const hasExtension = random.chance(0.25);
  const url = hasExtension
    ? `https://${site.host}/${slug(random)}-${random.between(1000, 99_999)}.html`
    : `https://${site.host}/world/${slug(random, 5, 8)}`;
  const kind = hasExtension ? "text behind: an extension" : "text behind: a capital";
  const link = planted(url, linkPlant(kind, ["glued-link"], [url]));
  item.content = joinMarked([
    plain(`${language.write("clause", random)}, ${INTRODUCTIONS[language.id]} `),
    link,
    plain(item.content.text),
  ]);
  return true;
}

/** A word right before the scheme; scripts without spaces write so. */
function plantTextBefore(places: LinkPlaces): boolean {
  const { site, draft } = places;
  const url = articleAddress(site, draft.random);
  const words = { en: "Read more", ru: "Читать далее", ja: "Source", ar: "المصدر" }[draft.language.id];
  const link = planted(`${words}${url}`, linkPlant("text before", ["glued-link"], [url]));
  putOnLine(tolerating(link, ["boilerplate"]), places);
  return true;
}

function plantGoodAddress(kind: string): PlantLink {
  return (places) => {
    const { draft, site } = places;
    const url = GOOD_ADDRESSES[kind]?.(site, draft.random) ?? "";
    const good = decoy(url, "links", kind);
    const link = kind === "long tracking query" ? tolerating(good, ["tracking-parameter"]) : good;
    if (draft.random.chance(0.5)) {
      return putIntoProse(link, draft);
    }
    putOnLine(link, places);
    return true;
  };
}

function plantBareHost({ draft, site }: LinkPlaces): boolean {
  return putIntoProse(
    decoy(draft.random.chance(0.5) ? site.host : "example.org", "links", "bare host"),
    draft,
  );
}

/** In prose, brackets and quotes around an address are the sentence's. */
function plantBracketed({ draft, site }: LinkPlaces): boolean {
  const url = articleAddress(site, draft.random);
  return putIntoProse(
    decoy(draft.random.pick([`(${url})`, `(see ${url})`, `(${url}),`]), "links", "in brackets in prose"),
    draft,
  );
}

function plantAtSentenceEnd({ draft, site }: LinkPlaces): boolean {
  const url = articleAddress(site, draft.random).replace(/\/$/u, "");
  return putIntoProse(
    decoy(`${url}${draft.random.pick([".", ",", ";", "!"])}`, "links", "before punctuation"),
    draft,
  );
}

/** Dots and slashes that are no addresses. */
function plantNoLinks({ draft }: LinkPlaces): boolean {
  const { random } = draft;
  const text = random.pick([
    `U.S. and/or U.K.`,
    `desk@${random.pick(["norvalwire.com", "vell.org"])}`,
    `report.txt`,
    `${random.between(1, 9)}.${random.between(1, 9)} km/h`,
    `St.Petersburg`,
    `a.m./p.m.`,
    `24/7`,
    `http`,
    `Node.js/Express`,
    `e.g./i.e.`,
    `10/12/2021`,
  ]);
  return putIntoProse(decoy(text, "links", "no link"), draft);
}
