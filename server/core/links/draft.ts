import type { Span } from "../text/span.ts";
import type { LinkEvidence } from "./evidence.ts";
import type { Certainty, LinkTrouble, LinkTroubleKind, Mend } from "./link.ts";

/** What a link is read in. */
export interface Scene {
  readonly text: string;
  /** The line that the link starts on, without its break and inside the span that is scanned. */
  readonly line: Span;
  /** The end of the span that is scanned: a link may go on in the next line up to here. */
  readonly limit: number;
  readonly evidence: LinkEvidence;
  /** Where Markdown is read, brackets around a link are its syntax. */
  readonly isMarkdown: boolean;
}

/** A link while it is read. */
export interface Draft {
  readonly start: number;
  /** Behind the separator; where there is no scheme, the start. */
  readonly hostStart: number;
  /** `https`; undefined where none is written. */
  readonly scheme: string | undefined;
  /** With the mends of its dots done; empty as long as it is not read. */
  host: string;
  /** Behind the host, before a port. */
  hostEnd: number;
  /** Behind the port: where path, query or fragment start, if there are any. */
  tailStart: number;
  end: number;
  readonly mends: Mend[];
  readonly troubles: LinkTrouble[];
}

export function addMend(draft: Draft, span: Span, newText: string): void {
  draft.mends.push({ span, newText });
}

export function addTrouble(
  draft: Draft,
  kind: LinkTroubleKind,
  span: Span,
  certainty: Certainty = "guess",
): void {
  if (!draft.troubles.some((trouble) => trouble.kind === kind)) {
    draft.troubles.push({ kind, span, certainty });
  }
}

/** Adds a mend and says what it is for. */
export function addMended(draft: Draft, kind: LinkTroubleKind, span: Span, newText: string): void {
  addMend(draft, span, newText);
  addTrouble(draft, kind, span);
}
