import type { Article, Block, Dump, Role, Zone } from "../../server/core/article/model.ts";
import { shiftBlocks } from "../../server/core/article/place-units.ts";
import { indexLines, lineAt } from "../../server/core/text/lines.ts";
import type { Span } from "../../server/core/text/span.ts";
import { trimSpan } from "../../server/core/text/white-space.ts";

/** A block as a test writes it down: its role, and its text with the line break or what else is behind it. */
export interface BlockNote {
  readonly role: Role;
  readonly text: string;
  /** What joins its lines when it is a wrapped paragraph; a space unless said otherwise. */
  readonly joiner?: " " | "";
  /** The place in the list of the related link that it belongs to. */
  readonly relatesTo?: number;
}

const BODY_ROLES: ReadonlySet<Role> = new Set(["dateline", "standfirst", "caption", "paragraph", "heading"]);

/** A dump of one article per list, whose roles are those that the test says: no parser has a part in it. */
export function handMadeDump(...articles: readonly (readonly BlockNote[])[]): Dump {
  const text = articles
    .flat()
    .map((note) => note.text)
    .join("");
  const made: Article[] = [];
  let at = 0;
  for (const notes of articles) {
    const start = at;
    const blocks: Block[] = [];
    let hasBody = false;
    for (const note of notes) {
      const zone = zoneOf(note.role, hasBody);
      hasBody ||= zone === "body";
      blocks.push(blockOf(text, { start: at, end: at + note.text.length }, note, zone, blocks));
      at += note.text.length;
    }
    made.push({ format: "news-page", confidence: 1, evidence: [], span: { start, end: at }, blocks });
  }
  const lines = indexLines(text);
  const units = made.map(({ span, ...article }) => {
    const own = text.slice(span.start, span.end);
    const blocks = shiftBlocks(article.blocks, -span.start);
    const whole = { ...article, span: { start: 0, end: own.length }, blocks };
    const unit = { text: own, lines: indexLines(own), article: whole, blocks, keys: blocks };
    return { unit, start: span.start, line: lineAt(lines, span.start) };
  });
  return { text, units, articles: made, blocks: made.flatMap(({ blocks }) => blocks) };
}

/** `role: text` per line, each with a line break; for what has no wraps and no glued lines. */
export function notesOf(lines: string): BlockNote[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [role, ...rest] = line.trim().split(": ");
      return { role: role as Role, text: `${rest.join(": ")}\n` };
    });
}

function blockOf(text: string, span: Span, note: BlockNote, zone: Zone, before: readonly Block[]): Block {
  const content = trimSpan(text, span);
  const inner = text.slice(content.start, content.end);
  const wraps = [...inner.matchAll(/\s*[\r\n]+\s*/gu)].map((match) => {
    const at = content.start + match.index;
    return {
      span: { start: at, end: at + match[0].length },
      joiner: note.joiner ?? " ",
      proved: false,
    } as const;
  });
  const block = { role: note.role, zone, span, content, wraps };
  const owner = note.relatesTo === undefined ? undefined : before[note.relatesTo];
  return owner === undefined ? block : { ...block, relatesTo: owner };
}

function zoneOf(role: Role, hasBody: boolean): Zone {
  if (role === "url") {
    return "source";
  }
  if (role === "relatedLink" || role === "relatedDate") {
    return "related";
  }
  if (role === "blank" || role === "unknown") {
    return "none";
  }
  return BODY_ROLES.has(role) || hasBody ? "body" : "metadata";
}
