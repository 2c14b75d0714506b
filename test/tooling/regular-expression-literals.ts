/** A regular expression as it stands in a source file. */
export interface RegularExpressionLiteral {
  readonly source: string;
  readonly flags: string;
  /** 1 for the first. */
  readonly line: number;
}

/** Behind one of these words a slash starts a regular expression; behind any other it divides. */
const WORDS_BEFORE = new Set([
  "return",
  "typeof",
  "case",
  "in",
  "of",
  "void",
  "yield",
  "await",
  "else",
  "do",
]);

/**
 * The regular expressions of a TypeScript source. Strings, templates and comments are skipped; whether a slash divides is
 * told by what stands before it, as TypeScript's own scanner does where a formatter has been at work.
 */
export function regularExpressionLiterals(source: string): readonly RegularExpressionLiteral[] {
  const found: RegularExpressionLiteral[] = [];
  /** Per template that is open, how many braces are open in its `${…}`. */
  const templates: number[] = [];
  let before = "";
  // A program's first line names what runs it.
  let at = source.startsWith("#!") ? endAt(source.indexOf("\n"), source) : 0;
  while (at < source.length) {
    const char = source.charAt(at);
    const next = source.charAt(at + 1);
    if (char === "/" && next === "/") {
      at = endAt(source.indexOf("\n", at), source);
    } else if (char === "/" && next === "*") {
      at = endAt(source.indexOf("*/", at + 2) + 2, source);
    } else if (char === '"' || char === "'") {
      at = closing(source, at + 1, char);
      before = '"';
    } else if (char === "`" || (char === "}" && templates.at(-1) === 0)) {
      if (char === "}") {
        templates.pop();
      }
      const end = templateEnd(source, at + 1);
      if (source.charAt(end - 1) === "{") {
        templates.push(0);
        before = "{";
      } else {
        before = '"';
      }
      at = end;
    } else if (char === "/" && startsExpression(before)) {
      const end = expressionEnd(source, at + 1);
      const flags = /^[a-z]*/.exec(source.slice(end + 1))?.[0] ?? "";
      const line = source.slice(0, at).split("\n").length;
      found.push({ source: source.slice(at + 1, end), flags, line });
      at = end + 1 + flags.length;
      before = '"';
    } else {
      if (templates.length > 0 && (char === "{" || char === "}")) {
        templates.push((templates.pop() ?? 0) + (char === "{" ? 1 : -1));
      }
      const word = /^[\w$]+/.exec(source.slice(at, at + 64))?.[0];
      before = word ?? (/\s/.test(char) ? before : char);
      at += word?.length ?? 1;
    }
  }
  return found;
}

function startsExpression(before: string): boolean {
  return before === "" || WORDS_BEFORE.has(before) || /^[(,=:[!&|?{};+\-*%<>~^]$/.test(before);
}

function endAt(index: number, source: string): number {
  return index < 2 ? source.length : index;
}

function closing(source: string, start: number, quote: string): number {
  let at = start;
  while (at < source.length && source.charAt(at) !== quote) {
    at += source.charAt(at) === "\\" ? 2 : 1;
  }
  return at + 1;
}

/** Behind the template's end, or behind the `${` that comes before it. */
function templateEnd(source: string, start: number): number {
  let at = start;
  while (at < source.length && source.charAt(at) !== "`") {
    if (source.startsWith("${", at)) {
      return at + 2;
    }
    at += source.charAt(at) === "\\" ? 2 : 1;
  }
  return at + 1;
}

function expressionEnd(source: string, start: number): number {
  let isInClass = false;
  let at = start;
  while (at < source.length && (isInClass || source.charAt(at) !== "/")) {
    const char = source.charAt(at);
    isInClass = char === "[" || (isInClass && char !== "]");
    at += char === "\\" ? 2 : 1;
  }
  return at;
}
