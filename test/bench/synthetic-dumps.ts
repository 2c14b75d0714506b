import { type Random, seededRandom } from "../support/random.ts";
import { readWordLists } from "../support/word-lists.ts";

/**
 * Dumps of the seed's layout in invented text, as large as wanted: the head with its repeats, the article run together
 * on one line, two related links, contact blocks, a link with a name stuck to it, the headline again, the byline date
 * with the standfirst behind it, paragraphs of which some are wrapped, a heading, dates of the related stories.
 */

/** What parts of the body one article has; the seed has fifteen. */
const PARAGRAPHS_OF_AN_ARTICLE = 15;

/** Articles of about the seed's length (9 KB), one behind the other, up to `length` code units. */
export function manyArticles(seed: number, length: number): string {
  const writer = createWriter(seed);
  const parts: string[] = [];
  let left = length;
  for (let number = 0; left > 0; number++) {
    const article = writer.article(number, PARAGRAPHS_OF_AN_ARTICLE);
    parts.push(article);
    left -= article.length;
  }
  return cutAtLine(parts.join(""), length);
}

/** One article of `length` code units: half of it is the run-together line. */
export function oneArticle(seed: number, length: number): string {
  const writer = createWriter(seed);
  // A paragraph has some 350 characters and stands twice.
  return cutAtLine(writer.article(0, Math.ceil(length / 600) + PARAGRAPHS_OF_AN_ARTICLE), length);
}

/** The head of one article with a short body, for text to be put below. */
export function articleStart(seed: number): string {
  return createWriter(seed).article(0, PARAGRAPHS_OF_AN_ARTICLE);
}

export interface TextSource {
  /** One to three sentences. */
  paragraph(): string;
  sentence(): string;
  random: Random;
}

export function createTextSource(seed: number): TextSource {
  const random = seededRandom(seed);
  const lists = readWordLists("en");
  const list = (name: string): readonly string[] => lists.get(name) ?? [];
  const nouns = list("nouns");
  const verbs = list("verbs");
  const adjectives = list("adjectives");
  const functionWords = list("function words");
  const names = [...list("people"), ...list("places"), ...list("organisations")];

  function word(): string {
    const kind = random.below(100);
    if (kind < 38) return random.pick(functionWords);
    if (kind < 68) return random.pick(nouns);
    if (kind < 80) return random.pick(verbs);
    if (kind < 90) return random.pick(adjectives);
    return kind < 98 ? random.pick(names) : String(random.between(2, 400));
  }

  function sentence(): string {
    const words = [capital(random.pick(functionWords))];
    const length = random.between(9, 26);
    for (let index = 0; index < length; index++) {
      words.push(word() + (index > 2 && index < length - 2 && random.chance(0.08) ? "," : ""));
    }
    const text = words.join(" ");
    return random.chance(0.2) ? `“${text}”, said ${random.pick(names)}.` : `${text}.`;
  }

  return {
    random,
    sentence,
    paragraph: () => Array.from({ length: random.between(1, 3) }, sentence).join(" "),
  };
}

interface Writer {
  article(number: number, paragraphs: number): string;
}

function createWriter(seed: number): Writer {
  const source = createTextSource(seed);
  const { random } = source;
  const site = "https://morrow-wire.example";

  function headline(): string {
    return source
      .sentence()
      .replaceAll(/[“”.,]/g, "")
      .split(" ")
      .slice(0, 10)
      .map(capital)
      .join(" ");
  }

  function story(day: number): { readonly link: string; readonly date: string } {
    const slug = headline()
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-");
    return {
      link: `${site}/202112${twoDigits(day)}/${slug}-10917${random.between(10_000, 99_999)}.html`,
      date: `${day} December 2021, ${twoDigits(random.between(6, 20))}:18 GMT`,
    };
  }

  function picture(crop: string): string {
    const hash = Array.from({ length: 32 }, () => random.below(16).toString(16)).join("");
    return `https://cdn1.img.morrow-wire.example/img/07e5/0c/11/10916${random.between(10_000, 99_999)}_${crop}_${hash}.jpg`;
  }

  function article(number: number, paragraphCount: number): string {
    const title = headline();
    const day = random.between(1, 28);
    const address = `${site}/202201${twoDigits(day)}/${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-10920${10_000 + number}.html`;
    const published = `2022-01-${twoDigits(day)}T15:28+0000`;
    const tags = Array.from({ length: 7 }, (_, index) => `${random.pick(TAGS)} ${index}`);
    const contact = ["Morrow Wire", "feedback@morrow-wire.example", "+15550142000", "MW „Morrow Wire“"];
    const author = ["Ilse Brandt", picture("0:0:2048:2048_100x100_80_0_0")];
    const related = [story(22), story(16)];
    const body = Array.from({ length: paragraphCount }, source.paragraph);
    const keywords = `${tags.slice(0, 4).join(", ")}, wire`;
    const rendered = body.flatMap((paragraph, index) => [
      ...(index % 15 === 11 ? [headline()] : []),
      wrapped(paragraph, random),
      ...(index === 5 || index === 12 ? [(related[index === 5 ? 0 : 1] as { date: string }).date] : []),
    ]);
    const lines = [
      address,
      title,
      title,
      "Morrow Wire",
      source.sentence().slice(0, -1),
      published,
      published,
      "2023-04-12T17:14+0000",
      ...tags,
      picture("0:297:3078:2028_1920x0_80_0_0"),
      body.slice(0, Math.max(3, body.length - 3)).join(""),
      ...related.map(({ link }) => link),
      tags[1] as string,
      ...contact,
      "2022",
      ...author,
      ...author,
      "News",
      "en_EN",
      ...contact,
      `${picture("173:0:2904:2048_1920x0_80_0_0")}Morrow Wire`,
      ...contact.slice(1),
      ...author,
      keywords,
      keywords,
      title,
      `15:28 GMT ${twoDigits(day)}.01.2022 (Updated: 17:14 GMT 12.04.2023) ${source.sentence()}`,
      ...rendered,
    ];
    return `${lines.join("\n")}\n`;
  }

  return { article };
}

const TAGS = ["harbour", "ferries", "budget", "strike", "council of ostrel", "security", "pipeline", "talks"];

/** Some paragraphs are broken before and behind what was a link on the page. */
function wrapped(paragraph: string, random: Random): string {
  if (!random.chance(0.15)) {
    return paragraph;
  }
  const words = paragraph.split(" ");
  const at = random.between(3, Math.max(3, words.length - 4));
  const isClean = /^[a-z]+$/.test(words[at - 1] ?? "") && /^[a-z]/.test(words[at] ?? "");
  return isClean ? `${words.slice(0, at).join(" ")}\n${words.slice(at).join(" ")}` : paragraph;
}

/** The text up to its last line break within `length`; all of it where it is shorter or that would give up half of it. */
function cutAtLine(text: string, length: number): string {
  const end = text.lastIndexOf("\n", length - 1) + 1;
  return text.length <= length || end < length / 2 ? text.slice(0, length) : text.slice(0, end);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
