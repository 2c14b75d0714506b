import { indexOfWithin } from "../text/index-of-within.ts";
import type { Span } from "../text/span.ts";
import { findJointBehind } from "./joint.ts";
import { certaintyOf, type Link, type LinkContext, type LinkTrouble, NO_CONTEXT } from "./link.ts";
import { isLetter, isWordUnit, trimTrailingPunctuation, urlRunEnd } from "./units.ts";

/** The schemes that are read as links, the longer before its own start so that `https` is not taken for `http` + `s`. */
const SCHEMES = ["https", "http", "ftp"] as const;

const SEPARATOR = "://";

/**
 * The URLs with a scheme in a span of a text, in text order, each with what is stuck to it. Looks at the span alone and is
 * linear in its length; white space ends a URL, so a span may hold many lines.
 *
 * @param context What stands alone elsewhere in the dump: it proves joints that the URL itself does not.
 */
export function scanLinks(text: string, span: Span, context: LinkContext = NO_CONTEXT): Link[] {
  const links: Link[] = [];
  let scheme = nextScheme(text, span.start, span);
  let stuckToPrevious = false;
  let floor = span.start;
  while (scheme !== undefined) {
    const run = linkRun(text, scheme, span);
    const troubles: LinkTrouble[] = [];
    if (!stuckToPrevious) {
      const before = troubleBefore(text, scheme.start, floor);
      if (before !== undefined) {
        troubles.push(before);
      }
    }
    const { end, next, trouble } = endOfLink(text, { start: scheme.start, end: run }, span, context);
    if (trouble !== undefined) {
      troubles.push(trouble);
    }
    const linkSpan = { start: scheme.start, end };
    const written = text.slice(linkSpan.start, linkSpan.end);
    if (end > scheme.end) {
      links.push({ span: linkSpan, target: URL.canParse(written) ? written : null, troubles });
    }
    floor = end;
    stuckToPrevious = trouble?.kind === "second-link";
    scheme = nextScheme(text, Math.max(next, scheme.end), span);
  }
  return links;
}

/** Finds the next `scheme://` whose scheme is one we know; its span takes in the `://`. */
function nextScheme(text: string, from: number, span: Span): Span | undefined {
  const next = (start: number) => indexOfWithin(text, SEPARATOR, { start, end: span.end });
  for (let at = next(from); at >= 0; at = next(at + 1)) {
    const end = at + SEPARATOR.length;
    for (const scheme of SCHEMES) {
      const start = at - scheme.length;
      if (start >= from && text.slice(start, at).toLowerCase() === scheme) {
        return { start, end };
      }
    }
  }
  return undefined;
}

/** Code units. Browsers and servers refuse longer addresses, and it bounds what one scheme in a long run can cost. */
const LONGEST_LINK = 4096;

function linkRun(text: string, scheme: Span, span: Span): number {
  const limit = Math.min(span.end, scheme.end + LONGEST_LINK);
  const end = urlRunEnd(text, scheme.end, limit);
  return trimTrailingPunctuation(text, {
    start: scheme.end,
    end: listedEnd(text, { start: scheme.end, end }),
  });
}

/**
 * The end of the first URL of a list that has no spaces: `https://…,https://…`. In a query such marks part the URLs of one
 * value and end nothing.
 */
function listedEnd(text: string, rest: Span): number {
  const second = nextScheme(text, rest.start, rest);
  if (second === undefined || second.start === rest.start || !",;|".includes(text.charAt(second.start - 1))) {
    return rest.end;
  }
  const hasQuery = indexOfWithin(text, "?", { start: rest.start, end: second.start }) >= 0;
  return hasQuery ? rest.end : second.start - 1;
}

/**
 * A letter or digit right before the scheme is stuck to it. Scripts that write without spaces are the exception: there a URL
 * may follow a word directly, and no one would break the line.
 */
function troubleBefore(text: string, start: number, floor: number): LinkTrouble | undefined {
  if (start <= floor || !isWordUnit(text, start - 1)) {
    return undefined;
  }
  const lineStart = lineStartBefore(text, start, floor);
  return {
    kind: "text-before",
    joint: start,
    stuck: { start: lineStart, end: start },
    evidence: "letter",
    certainty: certaintyOf(isLetter(text, start - 1)),
  };
}

function lineStartBefore(text: string, offset: number, floor: number): number {
  let at = offset;
  while (at > floor && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) {
    at--;
  }
  return at;
}

/** Where a link ends inside its run of URL characters, what is stuck to it, and where the scan goes on. */
function endOfLink(
  text: string,
  run: Span,
  span: Span,
  context: LinkContext,
): { readonly end: number; readonly next: number; readonly trouble?: LinkTrouble } {
  const second = secondScheme(text, run, context);
  const limit = second?.joint ?? run.end;
  const behind = findJointBehind(text, { start: run.start, end: limit }, span, context);
  if (behind !== undefined) {
    const trouble = behind.trouble;
    return trouble === undefined
      ? { end: behind.end, next: behind.end }
      : { end: behind.end, next: behind.end, trouble };
  }
  if (second !== undefined) {
    return { end: second.joint, next: second.joint, trouble: second };
  }
  return { end: run.end, next: run.end };
}

/**
 * A second URL that starts inside the run, directly behind a letter, a digit or an ending such as `/`. Archive and redirect
 * services carry a whole URL in their path or query (`/web/2020/https://…`, `?url=https://…`); behind `/` only a URL of
 * the same host, or one whose first part stands alone elsewhere, is taken for stuck.
 */
function secondScheme(text: string, run: Span, context: LinkContext): LinkTrouble | undefined {
  const first = nextScheme(text, run.start, run);
  const from = first === undefined ? run.start : first.end;
  const second = nextScheme(text, from, run);
  if (second === undefined || second.start <= from) {
    return undefined;
  }
  const joint = second.start;
  const head = text.slice(run.start, joint);
  const headStandsAlone = context.standsAlone(head);
  const query = head.indexOf("?");
  const trouble = (isCertain: boolean): LinkTrouble => ({
    kind: "second-link",
    joint,
    stuck: { start: joint, end: run.end },
    evidence: headStandsAlone ? "stands-alone" : "scheme",
    certainty: certaintyOf(isCertain && URL.canParse(head)),
  });
  const before = text.charAt(joint - 1);
  if (before === "/") {
    const isSameHost = hostAt(text, run) === hostAt(text, { start: joint, end: run.end });
    return headStandsAlone || (query < 0 && isSameHost) ? trouble(headStandsAlone) : undefined;
  }
  if (!isWordUnit(text, joint - 1) || isPercentEscape(text, joint - 3)) {
    return headStandsAlone ? trouble(headStandsAlone) : undefined;
  }
  return trouble(query < 0 || headStandsAlone);
}

/** The host of the URL that a span starts with, as written but in lower case. */
function hostAt(text: string, url: Span): string {
  const start = indexOfWithin(text, SEPARATOR, url) + SEPARATOR.length;
  let end = start;
  while (end < url.end && end - start < LONGEST_HOST && !"/?#".includes(text.charAt(end))) {
    end++;
  }
  return text.slice(start, end).toLowerCase();
}

/** RFC 1035, section 2.3.4. */
const LONGEST_HOST = 255;

function isPercentEscape(text: string, at: number): boolean {
  return text.charAt(at) === "%";
}
