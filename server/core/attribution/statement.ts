import type { Span } from "../text/span.ts";

/**
 * What a source is, as the words of the text tell it. `person` is named (`Maud Ferrant`), `described` has a title or a
 * description and no name (`the spokesman`, `a resident`), `government` is a state, its capital or its organs speaking
 * for it (`Moscow`, `Western countries`, `the Foreign Ministry`), `group` is people without names (`critics`),
 * `unnamed` is a source that does not want to be known (`a source said`, `unnamed officials`).
 */
export type SourceKind =
  | "person"
  | "described"
  | "government"
  | "organisation"
  | "group"
  | "document"
  | "media"
  | "unnamed"
  | "pronoun";

export interface Source {
  /** The source as the sentence names it, with what describes it: `Vladimir Chizhov, Russia’s Permanent Representative to the EU`. */
  readonly span: Span;
  readonly kind: SourceKind;
  /**
   * The name by which it is known: of `Kremlin aide Yuri Ushakov` the person’s name, of `Ushakov` the full name where the
   * text gave it before, of a pronoun the last source that fits. Undefined where nothing names it.
   */
  readonly name: string | undefined;
}

export type QuotationForm = "direct" | "indirect" | "mixed";

/** One attribution: that a source says, writes, believes or is told to have said something. */
export interface Statement {
  /** Counts from 0 in the order of `findStatements`. */
  readonly id: number;
  /** Undefined where the text names none: `the deal was reported to be dead`. */
  readonly source: Source | undefined;
  /** The words that tie content and source together: `has denied`, `according to`. Undefined where a mark does it. */
  readonly cue: Span | undefined;
  /** What is said, in text order: several spans where the cue stands between (`“A,” she said. “B.”`). Never empty. */
  readonly content: readonly Span[];
  readonly quotation: QuotationForm;
  /** The id of the smallest statement whose content holds this one. */
  readonly within: number | undefined;
  /** From the first to the last through whom this came: the site, who told it, whom they cite. */
  readonly chain: readonly ChainLink[];
}

export interface ChainLink {
  readonly name: string;
  readonly kind: SourceKind;
  /** The statement whose source this is; undefined for the site that published the text. */
  readonly statement: number | undefined;
}
