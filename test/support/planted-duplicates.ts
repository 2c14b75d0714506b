import type { Random } from "./random.ts";
import type { LanguageId } from "./word-lists.ts";
import { capital, filled, paragraph, type Writer, writerOf } from "./writers.ts";

/** What is planted into the body of a dump, and what has to be said of it. */
export interface Plant {
  readonly variant: string;
  /** The kinds that a finding may give it; none for a decoy, which must not be marked. */
  readonly kinds: readonly string[];
  /** The lines of the text, counted from 0, that the plant has, first and last. */
  readonly lines: readonly [number, number];
  /** The lines of what it repeats or looks like. */
  readonly partner: readonly [number, number];
}

export interface PlantedDump {
  readonly text: string;
  readonly plants: readonly Plant[];
}

/** The words as edits see them; of a script without spaces, pieces of two characters. */
function wordsOf(writer: Writer, text: string): string[] {
  return writer.space === " " ? text.split(" ") : (text.match(/[0-9]+|[^0-9]{1,2}/gsu) ?? []);
}

function edited(writer: Writer, text: string, edit: (words: string[]) => void): string {
  const words = wordsOf(writer, text);
  edit(words);
  return words.join(writer.space);
}

/** So many different places of a list, of which the last, which carries the full stop, is none. */
function places(count: number, length: number, random: Random): number[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, length - 1)) {
    chosen.add(random.below(length - 1));
  }
  return [...chosen].sort((first, second) => second - first);
}

function replaced(writer: Writer, text: string, count: number, random: Random): string {
  return edited(writer, text, (words) => {
    for (const at of places(count, words.length, random)) {
      words[at] = random.pick(writer.words);
    }
  });
}

function mistyped(writer: Writer, text: string, count: number, random: Random): string {
  let result = text;
  const letters = writer.words.join("");
  for (let done = 0; done < count; done++) {
    const at = random.between(1, result.length - 3);
    const letter = letters.charAt(random.below(letters.length));
    const kind = random.below(3);
    result = result.slice(0, at) + (kind === 1 ? "" : letter) + result.slice(kind === 2 ? at : at + 1);
  }
  return result;
}

function cut(writer: Writer, text: string, share: number): string {
  const words = wordsOf(writer, text);
  return words.slice(0, Math.floor(words.length * share)).join(writer.space);
}

function wrapped(writer: Writer, text: string, width: number): string {
  if (writer.space === "") {
    return (text.match(new RegExp(`.{1,${width >> 1}}`, "gsu")) ?? []).join("\n");
  }
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}

interface Variant {
  readonly kinds: readonly string[];
  /** The least words of the original. */
  readonly least: number;
  write(writer: Writer, original: string, random: Random): string;
  /** Whether the plant is what is kept and its partner what goes. */
  readonly isLonger?: boolean;
}

const EXACT = ["exact"];
const NEAR = ["near"];
const EITHER = ["exact", "near"];

/** Every way in which a paragraph repeats another. */
export const VARIANTS: Readonly<Record<string, Variant>> = {
  "exact: verbatim": { kinds: EXACT, least: 6, write: (_, text) => text },
  "exact: quotes": {
    kinds: EXACT,
    least: 6,
    write: (_, text) => text.replaceAll(/[“”«»「」]/gu, '"').replaceAll(/[’]/gu, "'"),
  },
  "exact: case": { kinds: EXACT, least: 6, write: (_, text) => text.toUpperCase() },
  "exact: spaces": {
    kinds: EXACT,
    least: 6,
    write: (_, text) => text.replace(" ", "\u00a0").replace(/ (?=\S+$)/u, "  "),
  },
  "near: characters": {
    kinds: NEAR,
    least: 10,
    write: (writer, text, random) => mistyped(writer, text, random.between(1, 4), random),
  },
  "near: replaced": {
    kinds: NEAR,
    least: 10,
    write: (writer, text, random) => replaced(writer, text, random.between(1, 3), random),
  },
  "near: dropped": {
    kinds: NEAR,
    least: 10,
    write: (writer, text, random) =>
      edited(writer, text, (words) => {
        for (const at of places(random.between(1, 3), words.length, random)) {
          words.splice(at, 1);
        }
      }),
  },
  "near: added": {
    kinds: NEAR,
    least: 10,
    write: (writer, text, random) =>
      edited(writer, text, (words) => {
        for (const at of places(random.between(1, 3), words.length, random)) {
          words.splice(at + 1, 0, random.pick(writer.words));
        }
      }),
  },
  "near: 15 %": {
    kinds: NEAR,
    least: 24,
    write: (writer, text, random) =>
      replaced(writer, text, Math.floor(wordsOf(writer, text).length * 0.15), random),
  },
  "near: punctuation": {
    kinds: EITHER,
    least: 6,
    write: (_, text) => text.replaceAll(/[,،、，]/gu, ";").replace(/[.。]$/u, "!"),
  },
  "near: cut off": {
    kinds: NEAR,
    least: 10,
    write: (writer, text, random) => cut(writer, text, 0.8 + random.next() * 0.1),
  },
  "near: attribution": {
    kinds: NEAR,
    least: 10,
    write: (writer, text, random) =>
      text.slice(0, -1) + filled(writer, random.pick(writer.attributions), random),
  },
  "near: hard-wrapped": {
    kinds: EITHER,
    least: 20,
    write: (writer, text, random) => wrapped(writer, text, random.between(56, 80)),
  },
  "contained: in a longer one": {
    kinds: ["contained"],
    least: 8,
    isLonger: true,
    write: (writer, text, random) =>
      random.chance(0.5)
        ? text + writer.space + paragraph(writer, random.between(8, 30), random)
        : paragraph(writer, random.between(8, 30), random) + writer.space + text,
  },
  "contained: its last sentences": {
    kinds: ["contained"],
    least: 40,
    write: (writer, text) => {
      const at = text.indexOf(writer.stop, text.length >> 1) + 1;
      return at < text.length ? text.slice(at).trim() : text.slice(text.indexOf(writer.stop) + 1).trim();
    },
  },
  "truncated: …": {
    kinds: ["truncated"],
    least: 14,
    write: (writer, text, random) =>
      `${cut(writer, text, random.between(40, 80) / 100)}${random.pick(["…", "...", " …", " [...]"])}`,
  },
};

/** What looks like a repeat and is none. */
export const DECOYS: Readonly<Record<string, Omit<Variant, "kinds">>> = {
  "decoy: same opening": {
    least: 20,
    write: (writer, text, random) => {
      const words = wordsOf(writer, text).slice(0, random.between(6, 11));
      return (
        words.join(writer.space) +
        writer.space +
        paragraph(writer, random.between(8, 25), random).toLowerCase()
      );
    },
  },
  "decoy: same ending": {
    least: 20,
    write: (writer, text, random) => {
      const words = wordsOf(writer, text).slice(-random.between(6, 11));
      return (
        paragraph(writer, random.between(8, 25), random).slice(0, -1) +
        writer.space +
        words.join(writer.space)
      );
    },
  },
  "decoy: quotation": {
    least: 18,
    write: (writer, text, random) => {
      const words = wordsOf(writer, text);
      const from = random.below(words.length - 15);
      const quoted = words.slice(from, from + random.between(8, 14)).join(writer.space);
      const [open, close] = writer.quotes;
      const lead = paragraph(writer, random.between(4, 20), random).slice(0, -1);
      return `${lead}${writer.space}${open}${quoted}${close}${writer.space}${paragraph(writer, 5, random).toLowerCase()}`;
    },
  },
};

/** A dump in the layout of the seed whose body holds about so many paragraphs, with plants among them. */
export function plantDuplicates(id: LanguageId, size: number, random: Random): PlantedDump {
  const writer = writerOf(id);
  const body: Piece[] = [];
  const add = (text: string, plant?: Omit<Piece, "text">): Piece => {
    const piece = { text, ...plant };
    body.push(piece);
    return piece;
  };
  while (body.length < size) {
    const length = random.chance(0.3) ? random.between(10, 14) : random.between(15, 70);
    add(paragraph(writer, length, random));
  }
  const originals = [...body];
  const variants = Object.entries(VARIANTS);
  const decoys = Object.entries(DECOYS);
  for (const [index, original] of originals.entries()) {
    const chance = random.next();
    const long = wordsOf(writer, original.text).length;
    const isPlant = chance < 0.3;
    const [name, variant] = isPlant ? random.pick(variants) : random.pick(decoys);
    if (chance > 0.42 || long < variant.least) {
      continue;
    }
    const copy = {
      text: variant.write(writer, original.text, random),
      variant: name,
      kinds: isPlant ? (variant as Variant).kinds : [],
      partner: original,
    };
    const at = variant.isLonger === true && random.chance(0.5) ? body.indexOf(original) : body.length;
    body.splice(
      random.between(
        Math.min(at, body.indexOf(originals[index] as Piece) + (at === body.length ? 1 : 0)),
        at,
      ),
      0,
      copy,
    );
  }
  plantForms(writer, body, random);
  return layOut(writer, originals, body, random);
}

interface Piece {
  readonly text: string;
  readonly variant?: string;
  readonly kinds?: readonly string[];
  readonly partner?: Piece;
}

function plantForms(writer: Writer, body: Piece[], random: Random): void {
  const form = random.pick(writer.forms);
  const first: Piece = { text: filled(writer, form, random), variant: "decoy: form", kinds: [] };
  body.splice(random.between(1, body.length), 0, first);
  for (let count = random.between(1, 3); count > 0; count--) {
    const text = filled(writer, form, random);
    if (text !== first.text) {
      body.splice(random.between(1, body.length), 0, { ...first, text, partner: first });
    }
  }
  const heading = random.pick(writer.headings);
  for (let count = 0; count < 2; count++) {
    const at = random.between(1, body.length - 1);
    body.splice(at, 0, { text: heading, variant: "decoy: heading", kinds: [] });
  }
}

function layOut(
  writer: Writer,
  originals: readonly Piece[],
  body: readonly Piece[],
  random: Random,
): PlantedDump {
  const headline = capital(
    Array.from({ length: 8 }, () => random.pick(writer.words)).join(writer.space || "・"),
  );
  const day = String(random.between(10, 28));
  const stamp = `2022-01-${day}T15:28+0000`;
  const image = (name: string) =>
    `https://cdn1.img.wire.example/img/07e5/0c/11/${name}_0:0:1200:800_600x0_80_0_0_10a3.jpg`;
  const contact = ["Harbour Wire International", "desk@wire.example", "+74955550123", "HWI „Harbour Wire“"];
  const lines = [
    `https://wire.example/202201${day}/story-about-the-harbour-and-the-council-1092041314.html`,
    headline,
    headline,
    contact[0] as string,
    paragraph(writer, 18, random).slice(0, -1),
    stamp,
    stamp,
    ...Array.from({ length: 4 }, () => random.pick(writer.words)),
    image("a1"),
    ...(random.chance(0.7) ? [originals.map(({ text }) => text).join("")] : []),
    `https://wire.example/20211222/first-round-of-talks-set-for-early-spring-1091715005.html`,
    ...contact,
    "2022",
    "Ilse Brandt",
    image("b2"),
    "News",
    "en_EN",
    headline,
    `15:28 GMT ${day}.01.2022 ${paragraph(writer, 20, random)}`,
  ];
  const place = new Map<Piece, readonly [number, number]>();
  for (const piece of body) {
    const own = piece.text.split("\n");
    place.set(piece, [lines.length, lines.length + own.length - 1]);
    lines.push(...own);
  }
  const plants = body.flatMap((piece): Plant[] => {
    if (piece.variant === undefined) {
      return [];
    }
    const own = place.get(piece) as readonly [number, number];
    const partner = piece.partner === undefined ? own : (place.get(piece.partner) ?? own);
    return [{ variant: piece.variant, kinds: piece.kinds ?? [], lines: own, partner }];
  });
  return { text: `${lines.join("\n")}\n`, plants };
}
