import type { Random } from "./random.ts";

/** Made-up sites; their names are nobody's. */
const HOSTS = (
  "sputnikglobe.example valleyherald.com www.coastpost.org news.hilltribune.co.uk dergrenzbote.de lequotidien.fr " +
  "portnews.ru elpuerto.es harbour.news m.daily-ledger.net nikkan.co.jp akhbar.ae kyivgazeta.com.ua t.me blog.wire.io"
).split(" ");
export const WORDS =
  "council votes bridge flood talks ferry harbour budget strike vote minister region report storm rail school court mayor pipeline summit border grain".split(
    " ",
  );
export function words(random: Random, least: number, most: number): string {
  return Array.from({ length: random.between(least, most) }, () => random.pick(WORDS)).join("-");
}

export function host(random: Random): string {
  return random.pick(HOSTS);
}

export const digits = (random: Random, count: number): string =>
  String(random.between(10 ** (count - 1), 10 ** count - 1));

export const PATHS: readonly ((random: Random) => string)[] = [
  (random) =>
    `/${random.between(2012, 2024)}0${random.between(1, 9)}1${random.between(0, 9)}/${words(random, 4, 8)}-${digits(random, 10)}.html`,
  (random) => `/news/${random.between(2012, 2024)}/0${random.between(1, 9)}/${words(random, 3, 6)}/`,
  (random) => `/world/${words(random, 4, 8)}`,
  (random) => `/a/${digits(random, 8)}`,
  (random) => `/articles/${words(random, 3, 5)}-${digits(random, 6)}`,
  (random) => `/story.php?id=${digits(random, 5)}&lang=en&page=${random.between(1, 9)}`,
  (random) => `/${words(random, 2, 3)}.shtml#part-${random.between(1, 9)}`,
];

const FILES: readonly ((random: Random) => string)[] = [
  (random) =>
    `/img/07e5/0c/11/${digits(random, 10)}_0:${random.between(0, 300)}:3078:2028_1920x0_80_0_0_${hex(random)}.jpg`,
  (random) => `/files/${words(random, 2, 4)}.pdf`,
  (random) => `/media/${digits(random, 7)}_${words(random, 1, 2)}.png`,
  (random) => `/${words(random, 4, 7)}-${digits(random, 9)}.html`,
];

export function hex(random: Random): string {
  return Array.from({ length: 32 }, () => random.below(16).toString(16)).join("");
}

export function secureLink(random: Random): string {
  return `https://${host(random)}${random.pick(PATHS)(random)}`;
}

export function fileLink(random: Random): string {
  return `https://${host(random)}${random.pick(FILES)(random)}`;
}
