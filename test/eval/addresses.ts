import type { Random } from "../support/random.ts";
import { readWordLists } from "../support/word-lists.ts";

/** A made-up news site and the addresses of its pages. */
export interface Site {
  /** `norvalwire.com` */
  readonly host: string;
  /** `Norval Wire` */
  readonly name: string;
}

const STEMS =
  "norval corvan dunmere ostermark kettleharbour vellfjord tarrowby grenholt redmoorland westerlund".split(
    " ",
  );
const KINDS = "wire courier post herald tribune gazette dispatch observer monitor telegraph".split(" ");
const SUFFIXES = "com com net org news co.uk ru de fr co.jp jp info ae com.eg".split(" ");

export function makeSite(random: Random): Site {
  const stem = random.pick(STEMS);
  const kind = random.pick(KINDS);
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return { host: `${stem}${kind}.${random.pick(SUFFIXES)}`, name: `${capital(stem)} ${capital(kind)}` };
}

/** A site of another stem, so that the two are not taken for one. */
export function otherSite(site: Site, random: Random): Site {
  for (;;) {
    const other = makeSite(random);
    if (other.host.slice(0, 4) !== site.host.slice(0, 4)) {
      return other;
    }
  }
}

const SLUG_WORDS = (readWordLists("en").get("nouns") ?? []).filter((word) => /^[a-z]+$/u.test(word));

export function slug(random: Random, least = 4, most = 9): string {
  return Array.from({ length: random.between(least, most) }, () => random.pick(SLUG_WORDS)).join("-");
}

/** `20220105`, or with the given mark between the parts. */
export function datePath(random: Random, mark = ""): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return [random.between(2012, 2024), two(random.between(1, 12)), two(random.between(1, 28))].join(mark);
}

export function articleAddress(site: Site, random: Random): string {
  const id = random.between(100_000_000, 1_200_000_000);
  switch (random.below(4)) {
    case 0:
      return `https://${site.host}/news/${datePath(random, "/")}/${slug(random)}/`;
    case 1:
      return `https://www.${site.host}/${random.pick(["politics", "world", "economy", "sport"])}/${slug(random)}-${id}`;
    default:
      return `https://${site.host}/${datePath(random)}/${slug(random)}-${id}.html`;
  }
}

/** An address whose last part has an extension. */
export function fileAddress(site: Site, random: Random): string {
  switch (random.below(3)) {
    case 0:
      return imageAddress(site, random);
    case 1:
      return `https://files.${site.host}/reports/${random.between(2012, 2024)}/${slug(random, 2, 4)}.pdf`;
    default:
      return `https://${site.host}/${datePath(random)}/${slug(random)}-${random.between(10_000, 99_999)}.html`;
  }
}

export function imageAddress(site: Site, random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join("");
  const id = random.between(100_000_000, 1_200_000_000);
  const size = `0:${random.between(0, 400)}:${random.between(1000, 3200)}:${random.between(900, 2100)}`;
  const extension = random.pick(["jpg", "jpg", "png", "webp"]);
  return `https://cdn${random.between(1, 4)}.img.${site.host}/img/07e${random.below(9)}/0c/1${random.below(9)}/${id}_${size}_1920x0_80_0_0_${hex}.${extension}`;
}

/** Addresses that are right although they look odd, by what is odd about them. */
export const GOOD_ADDRESSES: Readonly<Record<string, (site: Site, random: Random) => string>> = {
  "parentheses in the path": ({ host }, random) =>
    `https://${host}/wiki/${random.pick(["Mercury", "Vell", "Harbour"])}_(${random.pick(SLUG_WORDS)})`,
  port: ({ host }, random) => `https://${host}:8443/${slug(random, 2, 4)}`,
  query: ({ host }, random) =>
    `https://${host}/search?q=${slug(random, 1, 2)}&page=${random.below(9)}&sort=date`,
  fragment: ({ host }, random) => `https://${host}/${slug(random, 2, 4)}#section-${random.below(9)}`,
  "IDN host": (_, random) =>
    `https://${random.pick(["новости-порта.рф", "пример.укр", "müller-zeitung.de", "港湾新聞.jp", "القاهرة-اليوم.مصر"])}/${slug(random, 2, 3)}`,
  "punycode host": (_, random) => `https://xn--mller-zeitung-wob.de/${slug(random, 2, 3)}`,
  "percent escapes": ({ host }, random) => `https://${host}/tag/%D0%BF%D0%BE%D1%80%D1%82-${random.below(99)}`,
  "IPv4 host": (_, random) => `http://192.0.2.${random.between(1, 250)}/${slug(random, 1, 3)}`,
  "IPv6 host": (_, random) => `http://[2001:db8::${random.between(1, 99)}]/${slug(random, 1, 3)}`,
  ftp: ({ host }, random) => `ftp://ftp.${host}/pub/${slug(random, 1, 2)}.zip`,
  tilde: ({ host }, random) => `https://www.${host}/~archive/${slug(random, 1, 3)}.html`,
  "semicolon parameter": ({ host }, random) =>
    `https://${host}/${slug(random, 2, 3)};v=${random.below(9)}.${random.below(9)}`,
  "commas and colons in the path": (site, random) => imageAddress(site, random).replace("_80_", ",80,"),
  "upper-case scheme and host": ({ host }, random) =>
    `HTTPS://WWW.${host.toUpperCase()}/${slug(random, 2, 3)}`,
  "non-ASCII path": ({ host }, random) =>
    `https://${host}/${random.pick(["новости/порт-открыт", "ニュース/港湾", "städte/münchen", "أخبار/الميناء"])}-${random.below(999)}`,
  "long tracking query": ({ host }, random) =>
    `https://${host}/${slug(random, 3, 5)}?utm_source=newsletter&utm_medium=email&utm_campaign=${slug(random, 2, 3)}`,
  "archived address": ({ host }, random) =>
    `https://web.archive.org/web/${datePath(random)}120000/https://${host}/${slug(random, 3, 5)}`,
  "address in a query": ({ host }, random) =>
    `https://${host}/share?url=https%3A%2F%2F${host}%2F${slug(random, 2, 3)}`,
};
