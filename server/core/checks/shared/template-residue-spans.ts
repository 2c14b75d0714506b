import { type Span, sliceSpan, spanLength } from "../../text/span.ts";
import { isWhiteSpace } from "../../text/white-space.ts";

/** What a program left behind where text should be. */
export interface TemplateResidue {
  readonly kind: "template" | "xpath" | "object";
  readonly span: Span;
}

/**
 * Finds template tags (`{% raw %}`, `{{ title }}`, `<% … %>`, in any escaping), XPath expressions and printed objects in a
 * span, in text order, never overlapping. Linear: every pattern starts with a character that is looked for by hand
 * and reads a bounded number of characters on.
 */
export function findTemplateResidue(text: string, span: Span): TemplateResidue[] {
  const found: TemplateResidue[] = [];
  if (!MAY_HOLD.test(sliceSpan(text, span))) {
    return found;
  }
  let at = span.start;
  while (at < span.end) {
    const unit = text.charCodeAt(at);
    const residue = MAY_START.has(unit) ? residueAt(text, at, span) : undefined;
    if (residue === undefined) {
      at++;
    } else {
      found.push(residue);
      at = residue.span.end;
    }
  }
  return found;
}

/** What all that is looked for has in it; in prose none of it stands. */
const MAY_HOLD = /[{&\\%<$/]|\[object/;

/** The first characters of what is looked for: `{ & \ % < $ / .` and `[`. */
const MAY_START: ReadonlySet<number> = new Set([..."{&\\%<$/.["].map((character) => character.charCodeAt(0)));

function residueAt(text: string, at: number, span: Span): TemplateResidue | undefined {
  const unit = text.charCodeAt(at);
  if (unit !== SLASH && unit !== FULL_STOP && unit !== SQUARE_OPEN) {
    return templateTagAt(text, at, span.end);
  }
  if (text.startsWith(PRINTED_OBJECT, at)) {
    return { kind: "object", span: { start: at, end: at + PRINTED_OBJECT.length } };
  }
  const isWordStart = at === span.start || isWhiteSpace(text.charCodeAt(at - 1));
  const end = isWordStart ? xpathEnd(text, { start: at, end: span.end }) : undefined;
  return end === undefined ? undefined : { kind: "xpath", span: { start: at, end } };
}

function templateTagAt(text: string, at: number, limit: number): TemplateResidue | undefined {
  const head = text.slice(at, Math.min(limit, at + LONGEST_TAG));
  for (const pattern of TEMPLATE_PATTERNS) {
    const match = pattern.exec(head);
    if (match !== null) {
      return { kind: "template", span: { start: at, end: at + match[0].length } };
    }
  }
  return undefined;
}

const PRINTED_OBJECT = "[object Object]";

/** Code units; a longer tag holds a program and was not left behind by accident. */
const LONGEST_TAG = 240;

/** `{` and `}` as they stand, escaped for HTML in all ways, for a URL, or with a backslash. */
const OPEN = String.raw`(?:\\?\{|&#0*123;|&#x0*7b;|&lbrace;|&lcub;|%7b)`;
const CLOSE = String.raw`(?:\\?\}|&#0*125;|&#x0*7d;|&rbrace;|&rcub;|%7d)`;
const PERCENT = "(?:%(?:25)?|&#0*37;|&percnt;)";

/** Each is anchored, and its one open run is bounded by LONGEST_TAG, so a try costs a constant. */
const TEMPLATE_PATTERNS: readonly RegExp[] = [
  new RegExp(`^${OPEN}${PERCENT}[-+~]?\\s{0,4}[a-z_][^\\n\\r]{0,200}?[-+~]?${PERCENT}${CLOSE}`, "iu"),
  new RegExp(
    `^${OPEN}${OPEN}[-~#/^&>!]?\\s{0,4}[a-z_$@][\\w$@.|:,'"()\\[\\]\\- ]{0,120}?[-~]?${CLOSE}${CLOSE}`,
    "iu",
  ),
  /^(?:<|&lt;|&#0*60;)%[-=#@!]?[^\n\r]{1,200}?%(?:>|&gt;|&#0*62;)/iu,
  /^(?:<|&lt;|&#0*60;)\?(?:php|=)[^\n\r]{0,200}?\?(?:>|&gt;|&#0*62;)/iu,
  /^\$(?:\{|&#0*123;)[a-z_$][\w$]{0,60}(?:\.[a-z_$][\w$]{0,60}){0,6}(?:\}|&#0*125;)/iu,
];

/**
 * The end of an XPath expression: a path of steps with a predicate on an attribute, or one that ends in an attribute or in
 * `text()`. A plain path such as `/usr/local/bin` or `/@name` is none.
 */
function xpathEnd(text: string, span: Span): number | undefined {
  if (!startsPath(text, span.start)) {
    return undefined;
  }
  let depth = 0;
  let at = span.start;
  const limit = Math.min(span.end, span.start + LONGEST_XPATH);
  while (at < limit) {
    const unit = text.charCodeAt(at);
    if (unit === SQUARE_OPEN) {
      depth++;
    } else if (unit === SQUARE_CLOSE) {
      depth--;
    } else if (unit === 10 || unit === 13 || (depth === 0 && isWhiteSpace(unit))) {
      break;
    }
    at++;
  }
  const path = { start: span.start, end: at };
  return spanLength(path) >= 6 && depth === 0 && isXpath(text.slice(path.start, path.end)) ? at : undefined;
}

const LONGEST_XPATH = 400;
const FULL_STOP = 0x2e;
const SLASH = 0x2f;
const SQUARE_OPEN = 0x5b;
const SQUARE_CLOSE = 0x5d;

function startsPath(text: string, at: number): boolean {
  return text.charCodeAt(at) === SLASH || text.startsWith(".//", at);
}

function isXpath(path: string): boolean {
  const hasPredicate = path.includes("[@") || path.includes("[contains(") || path.includes("[text()");
  const ending = path.slice(path.lastIndexOf("/") + 1);
  const isAttributeOfElement = ending.startsWith("@") && path.lastIndexOf("/") > 0 && !path.includes(":");
  const isText = ending === "text()" || ending === "node()" || ending === "string()";
  return (
    hasPredicate || isText || (isAttributeOfElement && (path.startsWith("//") || path.startsWith("/html")))
  );
}
