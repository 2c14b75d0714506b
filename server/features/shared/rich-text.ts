import { type MarkupContent, MarkupKind } from "vscode-languageserver-types";
import { previewText } from "./preview.ts";

/**
 * A text for users in which our own words and those of the dump are kept apart until it is rendered. The dump's words are
 * hostile: they may hold links, images that report a visit, HTML or commands, and must come out as the characters they are.
 */
export type RichText = readonly Paragraph[];

export type Paragraph = readonly Piece[];

/** A string is our own, and plain; a line break in it is one. `quote` is text of the dump. `strong` is our own, set off. */
export type Piece = string | { readonly quote: string } | { readonly strong: string };

/** A quotation in a hover is cut here: who wants to read more has the text below the pointer. */
const QUOTE_LENGTH = 300;

export function renderRichText(text: RichText, kind: MarkupKind): MarkupContent {
  const render = kind === MarkupKind.Markdown ? renderMarkdown : renderPlain;
  return { kind, value: text.map((paragraph) => paragraph.map(render).join("").trimEnd()).join("\n\n") };
}

function renderMarkdown(piece: Piece): string {
  if (typeof piece === "string") {
    // Two spaces before a line break keep it (CommonMark, section 6.7).
    return piece.split("\n").map(escapeMarkdown).join("  \n");
  }
  return "quote" in piece
    ? escapeMarkdown(previewText(piece.quote, QUOTE_LENGTH))
    : `**${escapeMarkdown(piece.strong)}**`;
}

function renderPlain(piece: Piece): string {
  if (typeof piece === "string") {
    return piece;
  }
  return "quote" in piece ? previewText(piece.quote, QUOTE_LENGTH) : piece.strong;
}

/**
 * The text as Markdown shows it character by character. CommonMark lets every ASCII punctuation mark be escaped
 * (section 2.4), which takes the meaning from emphasis, code, HTML, links, images, entities, lists and headings, and from
 * the bare addresses that GitHub's dialect would make links of. Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  let escaped = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) {
      escaped += " ";
    } else {
      escaped += isAsciiPunctuation(unit) ? `\\${text.charAt(at)}` : text.charAt(at);
    }
  }
  return escaped;
}

function isAsciiPunctuation(unit: number): boolean {
  return (
    (unit >= 0x21 && unit <= 0x2f) ||
    (unit >= 0x3a && unit <= 0x40) ||
    (unit >= 0x5b && unit <= 0x60) ||
    (unit >= 0x7b && unit <= 0x7e)
  );
}
