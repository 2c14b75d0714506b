import type { Random } from "../support/random.ts";
import type { Language } from "./language/language.ts";
import { type MarkedText, plain } from "./marked-text.ts";

/** One block of an article's body: a paragraph, a heading, or a line that some trouble left behind. */
export interface BodyItem {
  content: MarkedText;
  /** Whether nothing was done with it yet: an item takes part in one plant at most, so that each has one truth. */
  isFree: boolean;
  /** Whether the run-together line of the head says it too. */
  readonly isOriginal: boolean;
  readonly isHeading: boolean;
}

/** The body of an article while troubles are planted into it. */
export interface BodyDraft {
  readonly language: Language;
  readonly random: Random;
  readonly items: BodyItem[];
}

/** A body of so many paragraphs, of one to four sentences each, with a heading now and then. */
export function draftBody(paragraphs: number, language: Language, random: Random): BodyDraft {
  const items: BodyItem[] = [];
  for (let index = 0; index < paragraphs; index++) {
    if (index > 0 && random.chance(0.06)) {
      items.push(newItem(plain(language.write("heading", random)), "heading"));
    }
    items.push(newItem(plain(language.paragraph(random.pick([1, 2, 2, 3, 3, 4]), random)), "original"));
  }
  return { language, random, items };
}

export function newItem(content: MarkedText, origin: "original" | "heading" | "added"): BodyItem {
  return {
    content,
    isFree: origin === "original",
    isOriginal: origin !== "added",
    isHeading: origin === "heading",
  };
}

/** A paragraph that nothing was done with yet and that suits, marked as taken. */
export function takeParagraph(
  { items, random }: BodyDraft,
  suits: (text: string) => boolean = () => true,
): BodyItem | undefined {
  const free = items.filter((item) => item.isFree && suits(item.content.text));
  const taken = free.length === 0 ? undefined : random.pick(free);
  if (taken !== undefined) {
    taken.isFree = false;
  }
  return taken;
}

/** Puts a new item somewhere behind another. */
export function insertBehind({ items, random }: BodyDraft, item: BodyItem, added: MarkedText): void {
  const place = items.indexOf(item) + 1;
  items.splice(random.between(place, items.length), 0, newItem(added, "added"));
}

/** Puts a new item somewhere before another; never first, where a standfirst would stand. */
export function insertBefore({ items, random }: BodyDraft, item: BodyItem, added: MarkedText): void {
  const place = Math.max(1, items.indexOf(item));
  items.splice(random.between(Math.min(1, place), place), 0, newItem(added, "added"));
}

/** Puts a new item anywhere but first. */
export function insertAnywhere({ items, random }: BodyDraft, added: MarkedText): void {
  items.splice(random.between(Math.min(1, items.length), items.length), 0, newItem(added, "added"));
}
