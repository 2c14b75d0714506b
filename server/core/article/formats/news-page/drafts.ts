import type { Span } from "../../../text/span.ts";
import { trimSpan } from "../../../text/white-space.ts";
import type { Block, Role, Wrap, Zone } from "../../model.ts";

/** A block before its links to other blocks are known. Drafts are made in text order and tile the article. */
export interface Draft {
  readonly role: Role;
  readonly zone: Zone;
  readonly span: Span;
  readonly content: Span;
  readonly wraps: readonly Wrap[];
  /** Of a related date: the draft of the link it belongs to is found by the day. */
  readonly row: number;
}

export function draftOf(
  text: string,
  role: Role,
  zone: Zone,
  place: { readonly span: Span; readonly row: number },
): Draft {
  return { role, zone, span: place.span, content: trimSpan(text, place.span), wraps: [], row: place.row };
}

export function blockOf(draft: Draft): Block {
  return { role: draft.role, zone: draft.zone, span: draft.span, content: draft.content, wraps: draft.wraps };
}

/** The zone that a role lies in outside the body. */
export function zoneOfRole(role: Role): Zone {
  switch (role) {
    case "url":
      return "source";
    case "relatedLink":
    case "relatedDate":
      return "related";
    case "standfirst":
    case "paragraph":
    case "heading":
      return "body";
    case "blank":
      return "none";
    default:
      return "metadata";
  }
}
