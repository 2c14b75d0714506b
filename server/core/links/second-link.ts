import { indexOfWithin } from "../text/index-of-within.ts";
import type { Span } from "../text/span.ts";
import { withoutFinalDots } from "../text/trim-end.ts";
import type { Draft, Scene } from "./draft.ts";
import { hasPublicSuffix } from "./hosts.ts";
import { certaintyOf, type LinkTrouble } from "./link.ts";
import { isWordUnit, urlRunEnd } from "./units.ts";

/** The schemes that are read as links, the longer before its own start so that `https` is not taken for `http` + `s`. */
const SCHEMES = ["https", "http", "ftp"] as const;

const SEPARATOR = "://";

/** Finds the next `scheme://` whose scheme is one we know; its span takes in the `://`. */
function nextScheme(text: string, from: number, limit: number): Span | undefined {
  const next = (start: number) => indexOfWithin(text, SEPARATOR, { start, end: limit });
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

/**
 * The end of the first URL of a list that has no spaces: `https://…,https://…`. In a query such marks part the URLs of one
 * value and end nothing.
 */
export function listedEnd(text: string, draft: Draft, run: Span): number {
  const second = nextScheme(text, draft.hostEnd, run.end);
  if (
    second === undefined ||
    second.start <= draft.hostEnd ||
    !",;|".includes(text.charAt(second.start - 1))
  ) {
    return run.end;
  }
  const hasQuery = indexOfWithin(text, "?", { start: draft.tailStart, end: second.start }) >= 0;
  return hasQuery ? run.end : second.start - 1;
}

/**
 * A second URL that starts inside the run, directly behind a letter, a digit or an ending such as `/`. Archive and redirect
 * services carry a whole URL in their path or query (`/web/2020/https://…`, `?url=https://…`); behind `/` only a URL of
 * the same host, or one whose first part stands alone elsewhere, is taken for stuck.
 */
export function findSecondLink(scene: Scene, draft: Draft, end: number): LinkTrouble | undefined {
  const { text, evidence, line } = scene;
  const second = nextScheme(text, draft.hostStart, end) ?? nextWww(text, draft.tailStart, end);
  if (second === undefined || second.start <= draft.hostStart) {
    return undefined;
  }
  const joint = second.start;
  const head = text.slice(draft.start, joint);
  const headStandsAlone = evidence.standsAlone(head) || (evidence.isKnownLink(head) && /[^/]\/?$/.test(head));
  const hasQuery = head.includes("?");
  const trouble = (isCertain: boolean): LinkTrouble => ({
    kind: "second-link",
    span: { start: draft.start, end: second.end },
    certainty: certaintyOf(isCertain && draft.mends.length === 0),
    joint: {
      at: joint,
      stuck: {
        start: joint,
        end: urlRunEnd(text, second.end, Math.min(line.end, second.end + LONGEST_STUCK)),
      },
      evidence: headStandsAlone ? "stands-alone" : "scheme",
    },
  });
  const before = text.charAt(joint - 1);
  if (before === "/") {
    const isSameHost = hostAt(text, { start: second.end, end }) === draft.host.toLowerCase();
    return headStandsAlone || (!hasQuery && isSameHost) ? trouble(headStandsAlone) : undefined;
  }
  if (!isWordUnit(text, joint - 1) || text.charAt(joint - 3) === "%") {
    return headStandsAlone ? trouble(headStandsAlone) : undefined;
  }
  return trouble(!hasQuery || headStandsAlone);
}

/** `www.` right behind a letter or digit of a path, with a host behind it. */
function nextWww(text: string, from: number, limit: number): Span | undefined {
  const next = (start: number) => indexOfWithin(text, "www.", { start, end: limit });
  for (let at = next(from + 1); at >= 0; at = next(at + 4)) {
    if (isWordUnit(text, at - 1) && startsWwwHost(text, at, limit)) {
      return { start: at, end: at };
    }
  }
  return undefined;
}

/** Code units of a second link that a message may show. */
const LONGEST_STUCK = 240;

/** The offset of the next scheme behind the host in the same word, up to which a link's run is read first; else the limit. */
export function nextSchemeStart(text: string, draft: Draft, limit: number): number {
  for (let at = draft.hostEnd; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 32) {
      return limit;
    }
    if (unit === COLON && text.startsWith(SEPARATOR, at)) {
      const found = nextScheme(text, Math.max(draft.hostEnd, at - 5), at + SEPARATOR.length);
      if (found !== undefined) {
        return found.start;
      }
    }
  }
  return limit;
}

const COLON = 0x3a;

/** The host of the URL that a span starts with, as written but in lower case. */
function hostAt(text: string, url: Span): string {
  let end = url.start;
  while (end < url.end && end - url.start < LONGEST_HOST && !"/?#".includes(text.charAt(end))) {
    end++;
  }
  return text.slice(url.start, end).toLowerCase();
}

/** RFC 1035, section 2.3.4. */
const LONGEST_HOST = 255;

/** Whether a whole host stands at an offset, as of a second link without a scheme. */
function startsWwwHost(text: string, at: number, limit: number): boolean {
  if (!/^www\.[a-z0-9]/i.test(text.slice(at, at + 5))) {
    return false;
  }
  let end = at;
  while (end < limit && end - at < 120 && /[a-z0-9.-]/i.test(text.charAt(end))) {
    end++;
  }
  return hasPublicSuffix(withoutFinalDots(text.slice(at, end)));
}
