import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar } from "yaml";
import { type LineIndex, lineAt, lineContentSpan, lineSpan } from "../../../text/lines.ts";
import { type Span, sliceSpan } from "../../../text/span.ts";
import { trimSpan } from "../../../text/white-space.ts";
import { RECOGNITION_HEAD_LENGTH } from "../../format.ts";
import type { Role } from "../../model.ts";
import { roleOfKey } from "./roles.ts";
import { addressEntry, type FrontMatterHead, isIndented } from "./scan.ts";

/** A key of a front matter with its value. Fields come in text order and share no line. */
export interface FrontMatterField {
  readonly role: Role;
  readonly firstLine: number;
  readonly lastLine: number;
  /** The value as it is written, without its quotes or brackets. */
  readonly content: Span;
  /** The value as it is meant, where it is not what is written: escapes undone, folded lines joined, lists by comma. */
  readonly value?: string;
}

/**
 * Reads the fields with the `yaml` package. Scrapers that write YAML by hand leave a colon or a quote unescaped now and
 * then; where YAML finds an error, or the head is built to exhaust a parser, the lines are taken literally instead.
 */
export function readFields(lines: LineIndex, head: FrontMatterHead): readonly FrontMatterField[] {
  const fields = isHarmless(lines, head) ? readYaml(lines, head) : undefined;
  return fields ?? readLiterally(lines, head);
}

/** undefined where the head is no mapping of a key per line, or no YAML at all. */
function readYaml(lines: LineIndex, head: FrontMatterHead): FrontMatterField[] | undefined {
  const inside = insideSpan(lines, head);
  // To YAML a lone CR ends no line, to an editor it does; offsets stay the same.
  const document = parseDocument(sliceSpan(lines.text, inside).replaceAll(/\r(?!\n)/g, "\n"), {
    // Keys are looked at one by one, the first of two wins below: a repeated key is no reason to give up the rest.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
    // Aliases are never resolved here, so that none can multiply; merge keys would be the other way to do it.
    merge: false,
    schema: "core",
  });
  if (document.errors.length > 0 || !isMap(document.contents) || document.contents.flow === true) {
    return undefined;
  }
  const address = addressEntry(lines.text, head);
  const fields: FrontMatterField[] = [];
  for (const pair of document.contents.items) {
    const field = readPair(lines, inside.start, pair);
    if (field === undefined || field.firstLine <= (fields.at(-1)?.lastLine ?? head.openLine)) {
      return undefined;
    }
    fields.push(field.firstLine === address?.line ? { ...field, role: "url" } : field);
  }
  return fields;
}

function readPair(lines: LineIndex, base: number, pair: Pair): FrontMatterField | undefined {
  const { key, value } = pair;
  if (!isScalar(key) || !key.range) {
    return undefined;
  }
  const keyStart = base + key.range[0];
  const role = roleOfKey(String(key.value).replaceAll(/[ -]/g, "_").toLowerCase());
  const firstLine = lineAt(lines, keyStart);
  const range = isScalar(value) || isSeq(value) || isMap(value) || isAlias(value) ? value.range : undefined;
  if (!range) {
    const end = base + key.range[1];
    return { role, firstLine, lastLine: firstLine, content: { start: end, end } };
  }
  const written = trimSpan(lines.text, { start: base + range[0], end: base + range[1] });
  const lastLine = Math.max(firstLine, lineAt(lines, Math.max(written.end - 1, keyStart)));
  const content = isScalar(value)
    ? scalarContent(lines.text, written, value)
    : listContent(lines.text, written);
  return { role, firstLine, lastLine, content, ...differingValue(lines.text, content, meaning(value)) };
}

/** `[a, b]` without its brackets; other lists and mappings as they stand. */
function listContent(text: string, written: Span): Span {
  const isFlow = text.charCodeAt(written.start) === 0x5b && text.charCodeAt(written.end - 1) === 0x5d;
  return isFlow ? trimSpan(text, { start: written.start + 1, end: written.end - 1 }) : written;
}

function scalarContent(text: string, written: Span, scalar: Scalar): Span {
  switch (scalar.type) {
    case "QUOTE_DOUBLE":
    case "QUOTE_SINGLE":
      return trimSpan(text, { start: written.start + 1, end: Math.max(written.end - 1, written.start + 1) });
    case "BLOCK_FOLDED":
    case "BLOCK_LITERAL": {
      // Behind the line of the indicator, which may hold a comment.
      let start = written.start;
      while (start < written.end && text.charCodeAt(start) !== 0x0a) {
        start++;
      }
      return trimSpan(text, { start, end: written.end });
    }
    default:
      return written;
  }
}

/** What a value says as text; undefined where that is no more than what is written. */
function meaning(value: unknown): string | undefined {
  if (isScalar(value)) {
    return typeof value.value === "string" ? value.value.trim() : undefined;
  }
  if (isSeq(value)) {
    const items = value.items.map((item) =>
      isScalar(item) ? (item.source ?? String(item.value)) : undefined,
    );
    return items.every((item) => item !== undefined) ? items.join(", ") : undefined;
  }
  return undefined;
}

function differingValue(text: string, content: Span, value: string | undefined): { readonly value?: string } {
  return value === undefined || value === sliceSpan(text, content) ? {} : { value };
}

/**
 * A field per line that starts with a key, with what stands behind it. A value that is not whole on its line, because its
 * quote does not close or an indented line follows, is nobody's: half a description would pass for a whole one.
 */
function readLiterally(lines: LineIndex, head: FrontMatterHead): FrontMatterField[] {
  const { text } = lines;
  const address = addressEntry(text, head);
  return head.entries.map((entry) => {
    const { line, value } = entry;
    const first = text.charCodeAt(value.start);
    const isOpen = value.end > value.start && (first === DOUBLE_QUOTE || first === SINGLE_QUOTE);
    const goesOn = line + 1 < head.closeLine && isIndented(text, lineContentSpan(lines, line + 1));
    const isWhole = !isOpen && !goesOn && lineAt(lines, value.start) === line;
    const role = entry === address ? "url" : entry.role;
    const end = lineContentSpan(lines, line).end;
    const content = lineAt(lines, value.start) === line ? value : { start: end, end };
    return { role: isWhole ? role : "unknown", firstLine: line, lastLine: line, content };
  });
}

function insideSpan(lines: LineIndex, head: FrontMatterHead): Span {
  return { start: lineSpan(lines, head.openLine).end, end: lineSpan(lines, head.closeLine).start };
}

/**
 * Whether the head can be given to a recursive parser: not longer than what recognition reads, and not nested deeper
 * than any real front matter, be it by brackets or by a row of indicators (`- - - -`).
 */
function isHarmless(lines: LineIndex, head: FrontMatterHead): boolean {
  const inside = insideSpan(lines, head);
  if (inside.end - inside.start > RECOGNITION_HEAD_LENGTH) {
    return false;
  }
  let depth = 0;
  let indicators = 0;
  for (let at = inside.start; at < inside.end; at++) {
    const unit = lines.text.charCodeAt(at);
    if (unit === 0x5b || unit === 0x7b) {
      depth++;
    } else if ((unit === 0x5d || unit === 0x7d) && depth > 0) {
      depth--;
    }
    if (unit === 0x2d || unit === 0x3f || unit === 0x3a) {
      indicators++;
    } else if (unit !== 0x20 && unit !== 0x09) {
      indicators = 0;
    }
    if (depth > DEEPEST_NESTING || indicators > DEEPEST_NESTING) {
      return false;
    }
  }
  return true;
}

const DEEPEST_NESTING = 64;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
