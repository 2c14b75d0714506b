import { isJsonObject, isList, type JsonValue } from "./json.ts";

/** What is no longer than this stands on one line: a selector does, so that a mark that moved changes one line. */
const LINE_LENGTH = 110;

/**
 * JSON to be kept in git: the same value always gives the same text, two spaces per level, short objects and lists on one
 * line, a line break at the end.
 *
 * @param value Not nested deeper than the stack allows; `readCollection` refuses what is.
 */
export function formatJson(value: JsonValue): string {
  return `${formatted(value, "")}\n`;
}

function formatted(value: JsonValue, indent: string): string {
  const short = onOneLine(value, LINE_LENGTH - indent.length);
  if (short !== undefined) {
    return short;
  }
  const inner = `${indent}  `;
  if (isList(value)) {
    return `[\n${value.map((item) => `${inner}${formatted(item, inner)}`).join(",\n")}\n${indent}]`;
  }
  if (isJsonObject(value)) {
    const lines = Object.entries(value).map(
      ([key, item]) => `${inner}${JSON.stringify(key)}: ${formatted(item, inner)}`,
    );
    return `{\n${lines.join(",\n")}\n${indent}}`;
  }
  return JSON.stringify(value);
}

/** Undefined when it would be longer than `room`, or holds a list of objects, whose items stand each on lines of their own. */
function onOneLine(value: JsonValue, room: number): string | undefined {
  if (isList(value)) {
    return value.some((item) => isJsonObject(item)) ? undefined : joined(value, room, "[", "]");
  }
  if (isJsonObject(value)) {
    return joined(Object.entries(value), room, "{ ", " }");
  }
  const text = JSON.stringify(value);
  return text.length <= room ? text : undefined;
}

type Item = JsonValue | readonly [string, JsonValue];

function joined(items: readonly Item[], room: number, open: string, close: string): string | undefined {
  if (items.length === 0) {
    return open.trim() + close.trim();
  }
  const isObject = open.startsWith("{");
  const parts: string[] = [];
  let left = room - open.length - close.length;
  for (const item of items) {
    const [key, value] = isObject ? (item as readonly [string, JsonValue]) : [undefined, item as JsonValue];
    const text = onOneLine(value, left);
    if (text === undefined) {
      return undefined;
    }
    const part = key === undefined ? text : `${JSON.stringify(key)}: ${text}`;
    left -= part.length + ", ".length;
    if (left < -", ".length) {
      return undefined;
    }
    parts.push(part);
  }
  return `${open}${parts.join(", ")}${close}`;
}
