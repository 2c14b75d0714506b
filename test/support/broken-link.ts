import type { LinkFamily } from "../../server/core/links/link.ts";
import type { Random } from "./random.ts";

/** A link as it was broken, and as it was. */
export interface BrokenLink {
  readonly family: LinkFamily;
  /** What was done to it, finer than the family. */
  readonly kind: string;
  /** As it stands in the text; may hold line breaks. */
  readonly text: string;
  /** The right targets in order; null where no one can know. */
  readonly repaired: readonly (string | null)[];
  /** Lines that have to stand elsewhere in the dump. */
  readonly elsewhere?: readonly string[];
  /** `line`: it only means anything on a line of its own. */
  readonly place: "line" | "anywhere";
}

/** Makes a broken link of one kind. */
export type Maker = (random: Random) => Omit<BrokenLink, "family" | "kind" | "place">;

/** Family, kind, place, and how to make one. */
export type BrokenLinkEntry = readonly [LinkFamily, string, BrokenLink["place"], Maker];
