import type { BrokenLinkEntry } from "./broken-link.ts";
import { digits, fileLink, host, secureLink, WORDS, words } from "./link-makers.ts";

const NAMES = [
  "Valley Herald",
  "Sputnik International",
  "Read more",
  "Ada Brandt",
  "Photo by Iris Holt",
  "Subscribe",
];
const FOREIGN_NAMES = ["Читать далее", "Долинный вестник", "اقرأ المزيد", "Διαβάστε περισσότερα"];

/** Links that something is stuck to. */
export const GLUED_LINKS: readonly BrokenLinkEntry[] = [
  [
    "glued",
    "a known name behind a file",
    "line",
    (random) => {
      const url = fileLink(random);
      const name = random.pick(NAMES);
      return { text: url + name, repaired: [url], elsewhere: [name] };
    },
  ],
  [
    "glued",
    "a name behind a file",
    "line",
    (random) => {
      const url = fileLink(random);
      return { text: url + random.pick([...NAMES, ...FOREIGN_NAMES]), repaired: [url] };
    },
  ],
  [
    "glued",
    "words behind a link without extension",
    "line",
    (random) => {
      const url = `https://${host(random)}/world/${words(random, 4, 7)}`;
      return { text: url + random.pick([...NAMES, ...FOREIGN_NAMES]), repaired: [url] };
    },
  ],
  [
    "glued",
    "words behind a number",
    "line",
    (random) => {
      const url = `https://${host(random)}/world/${words(random, 4, 7)}-${digits(random, 9)}`;
      return { text: url + random.pick([...NAMES, ...FOREIGN_NAMES]), repaired: [url] };
    },
  ],
  [
    "glued",
    "words behind a host",
    "line",
    (random) => {
      const url = `https://${host(random)}`;
      return { text: url + random.pick([...NAMES, ...FOREIGN_NAMES]), repaired: [url] };
    },
  ],
  [
    "glued",
    "a known keyword behind a number",
    "line",
    (random) => {
      const url = `https://${host(random)}/${words(random, 4, 7)}-${digits(random, 9)}`;
      const word = random.pick(WORDS);
      return { text: url + word, repaired: [url], elsewhere: [word] };
    },
  ],
  [
    "glued",
    "a time behind a file",
    "line",
    (random) => {
      const url = fileLink(random);
      return { text: `${url}2022-01-05T15:28+0000`, repaired: [url] };
    },
  ],
  [
    "glued",
    "words before",
    "anywhere",
    (random) => {
      const url = secureLink(random);
      return {
        text: random.pick(["Read more", "Source", "Читать далее", "Lesen Sie"]) + url,
        repaired: [url],
      };
    },
  ],
  [
    "glued",
    "two links",
    "line",
    (random) => {
      const [first, second] = [fileLink(random), secureLink(random)];
      return { text: first + second, repaired: [first, second] };
    },
  ],
  [
    "glued",
    "two links without extension",
    "line",
    (random) => {
      const first = `https://${host(random)}/world/${words(random, 3, 6)}`;
      const second = secureLink(random);
      return { text: first + second, repaired: [first, second] };
    },
  ],
  [
    "glued",
    "three links",
    "line",
    (random) => {
      const links = [fileLink(random), fileLink(random), fileLink(random)];
      return { text: links.join(""), repaired: links };
    },
  ],
];
