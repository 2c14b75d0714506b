import { articleAddress, datePath, imageAddress, type Site, slug } from "./addresses.ts";
import type { BodyDraft } from "./body-draft.ts";
import { decoy, joinMarked, type MarkedText, plain, planted } from "./marked-text.ts";

/** `news-page`: the layout of the seed; the others are the two further formats that the recogniser knows. */
export type Layout = "news-page" | "news-page, blank lines" | "url-date-title" | "yaml-front-matter";

/** Whether the layout has a head in which lines of links can stand. */
export function hasLinkLines(layout: Layout): boolean {
  return layout === "news-page" || layout === "news-page, blank lines";
}

/** An article, written out with "\n", without a final line break. */
export function writeArticle(
  layout: Layout,
  draft: BodyDraft,
  site: Site,
  headLines: readonly MarkedText[],
): MarkedText {
  const body = draft.items.map(({ content }) => content);
  switch (layout) {
    case "news-page":
      return joinMarked([...newsPageHead(draft, site, headLines), ...body], "\n");
    case "news-page, blank lines":
      return joinMarked([...newsPageHead(draft, site, headLines), ...body], "\n\n");
    case "url-date-title":
      return joinMarked([joinMarked(urlDateTitleHead(draft, site), "\n"), ...body], "\n\n");
    case "yaml-front-matter":
      return joinMarked([joinMarked(frontMatter(draft, site), "\n"), ...body], "\n\n");
  }
}

function newsPageHead(draft: BodyDraft, site: Site, headLines: readonly MarkedText[]): readonly MarkedText[] {
  const { language, random } = draft;
  const headline = language.write("headline", random);
  const day = datePath(random, "-");
  const published = `${day}T${random.between(10, 19)}:${random.between(10, 59)}+0000`;
  const { person, personAlike } = twoPeople(draft);
  const tags = tagsOf(draft);
  const keywords = tags.map((tag) => tag.text).join(", ");
  const image = imageAddress(site, random);
  const avatar = imageAddress(site, random).replace("1920x0", "100x100");
  const contact = [
    `desk@${site.host}`,
    `+1555${random.between(1_000_000, 9_999_999)}`,
    `${site.name} Media Ltd`,
  ];
  const [year, month, date] = day.split("-");
  const repeatedHeadline = random.chance(0.7);
  const contactBlocks = random.below(3);
  return [
    plain(
      `https://${site.host}/${day.replaceAll("-", "")}/${slug(random)}-${random.between(100_000_000, 999_999_999)}.html`,
    ),
    plain(headline),
    ...(repeatedHeadline ? [repeat(headline)] : []),
    plain(site.name),
    plain(language.write("sentence", random)),
    plain(published),
    ...(random.chance(0.6) ? [repeat(published)] : []),
    ...(random.chance(0.5) ? [decoy(laterDay(published), "duplicates", "dates alike")] : []),
    ...tags,
    plain(image),
    ...runTogetherLine(draft),
    ...inSomeOrder(
      [plain(articleAddress(site, random)), plain(articleAddress(site, random)), ...headLines],
      draft,
    ),
    repeat(site.name),
    ...contact.map(plain),
    ...(random.chance(0.6) ? [plain(year ?? "")] : []),
    plain(person),
    plain(avatar),
    ...(random.chance(0.5) ? [repeat(`${person}\n${avatar}`)] : []),
    ...(random.chance(0.4) ? [decoy(personAlike, "duplicates", "names alike")] : []),
    plain("News"),
    plain(language.code),
    ...Array.from({ length: contactBlocks }, () => repeat([site.name, ...contact].join("\n"))),
    plain(keywords),
    ...(random.chance(0.6) ? [repeat(keywords)] : []),
    plain(headline),
    plain(`${random.between(10, 19)}:${random.between(10, 59)} GMT ${date}.${month}.${year}`),
    plain(language.write("sentence", random)),
  ];
}

/** A value or a block of the head over again. Laid out with blank lines, its lines stay one block. */
function repeat(text: string): MarkedText {
  return planted(text, {
    group: "duplicates",
    kind: text.includes("\n") ? "repeated block" : "repeated value",
    checks: ["repeated-metadata"],
  });
}

function runTogetherLine({ items, language, random }: BodyDraft): readonly MarkedText[] {
  // Broken and good links stand in both: they are to be reported below, and not again here.
  const own = items.filter(
    ({ isOriginal, content }) =>
      isOriginal &&
      content.marks.every(
        (mark) => (mark.mark !== "plant" && mark.mark !== "decoy") || mark.group === "links",
      ),
  );
  // In a script without spaces nothing tells a heading run together with its paragraph from one paragraph.
  const said = language.space === "" ? own.filter(({ isHeading }) => !isHeading) : own;
  if (said.length < 4 || random.chance(0.6)) {
    return [];
  }
  const plant = {
    group: "duplicates",
    kind: "run-together body",
    checks: ["repeated-article-body"],
  } as const;
  return [planted(said.map(({ content }) => content.text).join(""), plant)];
}

/** Several tags, two of which look alike. */
function tagsOf({ language, random }: BodyDraft): readonly MarkedText[] {
  const tags = new Set<string>();
  for (let count = random.between(3, 7); tags.size < count; ) {
    tags.add(language.writeInside("tag", random).toLowerCase());
  }
  const [first = ""] = tags;
  const alike = `${first}${{ en: "s", ru: "ы", ja: "会", ar: "ات" }[language.id]}`;
  return [...[...tags].map(plain), decoy(alike, "duplicates", "tags alike")];
}

function twoPeople({ language, random }: BodyDraft): { person: string; personAlike: string } {
  const person = language.write("person", random);
  const personAlike = `${person}${{ en: "a", ru: "а", ja: "子", ar: "ي" }[language.id]}`;
  return { person, personAlike };
}

function laterDay(published: string): string {
  const day = Number(published.slice(8, 10)) + 1;
  return `${published.slice(0, 8)}${String(day).padStart(2, "0")}${published.slice(10)}`;
}

function inSomeOrder(lines: readonly MarkedText[], { random }: BodyDraft): readonly MarkedText[] {
  return lines
    .map((line) => ({ line, key: random.next() }))
    .sort((first, second) => first.key - second.key)
    .map(({ line }) => line);
}

function urlDateTitleHead({ language, random }: BodyDraft, site: Site): readonly MarkedText[] {
  return [
    plain(`http://www.${site.host}/article/${slug(random, 1, 1)}/${random.between(1_000_000, 9_999_999)}/`),
    plain(`${datePath(random, "-")}T${random.between(10, 19)}:30:00+0900`),
    plain(language.write("headline", random)),
  ];
}

function frontMatter({ language, random }: BodyDraft, site: Site): readonly MarkedText[] {
  return [
    plain("---"),
    plain(`title: ${JSON.stringify(language.write("headline", random))}`),
    plain(`source: ${JSON.stringify(site.name)}`),
    plain(`url: ${JSON.stringify(articleAddress(site, random))}`),
    plain(`scraped_at: "${datePath(random, "-")}T09:21:05.582559694+00:00"`),
    plain(`language: "${language.id}"`),
    plain("---"),
  ];
}
