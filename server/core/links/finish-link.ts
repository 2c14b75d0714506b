import { continueLink } from "./continuation.ts";
import { addTrouble, type Draft, type Scene } from "./draft.ts";
import { mendEscapes } from "./escapes.ts";
import { hasPublicSuffix, isIpv4, isTopLevelDomain, lastLabel, looksLikeIpv4 } from "./hosts.ts";
import { findJointBehind } from "./joint.ts";
import { type Link, type LinkTrouble, mended, sortTroubles } from "./link.ts";
import { findLookalike } from "./lookalikes.ts";
import { editDistance } from "./schemes.ts";
import { findSecondLink, listedEnd, nextSchemeStart } from "./second-link.ts";
import { completed, findCut } from "./truncation.ts";
import { trimTrailingPunctuation, urlRunEnd } from "./units.ts";
import { findWrapper } from "./wrappers.ts";

/** Code units. Browsers and servers refuse longer addresses, and it bounds what one scheme in a long run can cost. */
const LONGEST_LINK = 4096;

/** What became of a draft, and where the scan goes on. */
export interface FinishedLink {
  readonly link: Link | undefined;
  readonly resume: number;
  /** Whether another link starts right where this one ends, as this one's trouble says. */
  readonly hasSecond: boolean;
}

/** Finds the end of a link whose host is read, what is wrong with the rest of it, and its target. */
export function finishLink(scene: Scene, draft: Draft): FinishedLink {
  const { text } = scene;
  if (draft.host === "") {
    return { link: undefined, resume: draft.hostStart, hasSecond: false };
  }
  const { rawEnd, second } = runEnd(scene, draft);
  const cut = findCut(text, { start: draft.hostEnd, end: rawEnd });
  let joint: LinkTrouble | undefined;
  if (cut !== undefined && cut.kind === "cut-off") {
    draft.end = cut.end;
    addTrouble(draft, "cut-off", cut.span);
  } else {
    const run = { start: draft.start, end: rawEnd };
    const trimmed = Math.max(
      draft.tailStart,
      trimTrailingPunctuation(text, { start: draft.tailStart, end: listedEnd(text, draft, run) }),
    );
    const found = findJointBehind(scene, draft, second?.joint?.at ?? trimmed);
    draft.end = found?.end ?? second?.joint?.at ?? trimmed;
    joint = found === undefined ? second : found.trouble;
    const wentOn = found === undefined && second === undefined && continueLink(scene, draft, rawEnd);
    if (wentOn) {
      joint = findJointBehind(scene, draft, draft.end)?.trouble;
      draft.end = joint?.joint?.at ?? draft.end;
    }
    if (cut !== undefined && cut.span.end < draft.end) {
      addTrouble(draft, "cut-out", cut.span);
    }
  }
  if (joint !== undefined) {
    draft.troubles.push(joint);
  }
  if (draft.end < draft.hostEnd) {
    draft.host = draft.host.slice(0, draft.host.length - (draft.hostEnd - draft.end));
    draft.hostEnd = draft.end;
    draft.tailStart = draft.end;
  }
  mendEscapes(scene, draft);
  const target = targetOf(scene, draft);
  if (joint === undefined) {
    const wrapper = findWrapper(scene, draft);
    if (wrapper !== undefined) {
      draft.troubles.push(wrapper);
    }
  }
  const isLink = isLinkAtAll(scene, draft);
  return {
    link: isLink ? linkOf(text, draft, target) : undefined,
    resume: Math.max(draft.end, draft.hostStart),
    hasSecond: isLink && joint?.kind === "second-link",
  };
}

/**
 * The end of a link's run, and the second link that is stuck to it. The run is read up to the next scheme first: where that is
 * stuck, nothing behind it needs to be read here, so that a thousand links in a row cost no more than one after the other.
 */
function runEnd(
  scene: Scene,
  draft: Draft,
): { readonly rawEnd: number; readonly second: LinkTrouble | undefined } {
  const { text, limit } = scene;
  const farthest = Math.min(limit, draft.tailStart + LONGEST_LINK);
  const next = nextSchemeStart(text, draft, farthest);
  if (next < farthest && tailEnd(scene, draft, next) === next) {
    const second = findSecondLink(scene, draft, Math.min(farthest, next + LONGEST_SECOND));
    if (second?.joint !== undefined) {
      return { rawEnd: second.joint.at, second };
    }
  }
  const rawEnd = endOfText(text, draft.tailStart, tailEnd(scene, draft, farthest));
  return { rawEnd, second: findSecondLink(scene, draft, rawEnd) };
}

/** The end before `\\n`, `\\r`, `\\t` or `\\"` of a program's text; `\\news` is a path with the wrong slash. */
function endOfText(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === BACKSLASH && /^\\(?:[nrt](?![a-z])|["'])/.test(text.slice(at, at + 3))) {
      return at;
    }
  }
  return end;
}

const BACKSLASH = 0x5c;

/** Code units: enough of a second link to know its host. */
const LONGEST_SECOND = 300;

/** The end of the characters that path, query and fragment could take in, final punctuation included. */
function tailEnd({ text }: Scene, draft: Draft, farthest: number): number {
  const first = text.charAt(draft.tailStart);
  if (first === "%" && draft.troubles.some(({ kind }) => kind === "escaped-whole")) {
    return urlRunEnd(text, draft.tailStart, farthest);
  }
  if (/^[!$^|*~`@%<]/.test(first) && !hasPublicSuffix(draft.host)) {
    // What cannot stand in a host belongs to the host that cannot be.
    return urlRunEnd(text, draft.tailStart, farthest);
  }
  if (first === "…" || text.startsWith("...", draft.tailStart) || /^\/|^[?#\\]/.test(first)) {
    return urlRunEnd(text, draft.tailStart, farthest);
  }
  if (
    /^[[(]/.test(first) &&
    /^[[(](?:…|\.\.\.)[\])]/.test(text.slice(draft.tailStart, draft.tailStart + 5))
  ) {
    return urlRunEnd(text, draft.tailStart, farthest);
  }
  return draft.tailStart;
}

/** A scheme's word and separator with nothing behind them that could be a host is no link, broken or not. */
function isLinkAtAll(scene: Scene, draft: Draft): boolean {
  if (draft.scheme === undefined) {
    const isLinkText = scene.text.charAt(draft.start - 1) === "[" && scene.text.startsWith("](", draft.end);
    const isWhole = hasPublicSuffix(draft.host) && !isLinkText;
    return isWhole || draft.troubles.some(({ kind }) => kind === "cut-off");
  }
  return draft.end > draft.hostStart && /[\p{L}\p{N}]/u.test(draft.host) && !isPlaceholder(scene, draft);
}

/** `http://…`, `https://host`: shapes of links, not links. */
function isPlaceholder({ text }: Scene, draft: Draft): boolean {
  return (
    draft.tailStart === draft.end &&
    /^(?:host|hostname|server|domain|url)$/i.test(text.slice(draft.hostStart, draft.end))
  );
}

function linkOf(text: string, draft: Draft, target: string | null): Link {
  const span = { start: draft.start, end: draft.end };
  return {
    span,
    target,
    mends:
      target === null || mended(text, span, draft.mends) !== target
        ? wholeMend(text, span, target)
        : draft.mends,
    troubles: sortTroubles(draft.troubles),
  };
}

function wholeMend(text: string, span: Link["span"], target: string | null): Link["mends"] {
  return target === null || text.slice(span.start, span.end) === target ? [] : [{ span, newText: target }];
}

/** The link as it is meant; null where no one can know. Adds what is wrong with the host. */
function targetOf(scene: Scene, draft: Draft): string | null {
  const { text, evidence } = scene;
  const cut = draft.troubles.find(({ kind }) => kind === "cut-off" || kind === "cut-out");
  if (cut !== undefined) {
    const written = { start: draft.start, end: cut.span.start };
    const start = mended(
      text,
      written,
      draft.mends.filter(({ span }) => span.end <= cut.span.start),
    );
    return completed(scene, start, text.slice(cut.span.end, draft.end));
  }
  const lookalike = findLookalike(draft.host, evidence.isKnownHost);
  let host = draft.host;
  if (lookalike !== undefined) {
    const { letters, kind } = lookalike;
    draft.troubles.push({
      kind,
      span: { start: draft.hostStart, end: draft.hostEnd },
      certainty: "guess",
      letters,
    });
    const meant = knownHostLike(scene, host) ?? lookalike.meant;
    if (meant === undefined) {
      return null;
    }
    host = meant;
  }
  const judged = judgeHost(scene, draft, host);
  if (judged === null) {
    return null;
  }
  const span = { start: draft.start, end: draft.end };
  if (judged !== draft.host) {
    replaceHost(draft, judged);
  }
  const target = mended(text, span, draft.mends);
  if (URL.canParse(target)) {
    return target;
  }
  addTrouble(draft, "impossible-host", { start: draft.hostStart, end: draft.hostEnd });
  return null;
}

/** A host of the dump that differs only where letters of other scripts stand. */
function knownHostLike({ evidence }: Scene, host: string): string | undefined {
  const letters = [...host];
  return evidence
    .hosts()
    .find(
      (known) =>
        known.length === letters.length &&
        letters.every((letter, at) => letter > "\x7f" || letter.toLowerCase() === known[at]),
    );
}

function replaceHost(draft: Draft, host: string): void {
  const inside = (at: number) => at >= draft.hostStart && at < draft.hostEnd;
  const others = draft.mends.filter(({ span }) => !inside(span.start));
  const before = others.filter(({ span }) => span.end <= draft.hostStart);
  const behind = others.filter(({ span }) => span.end > draft.hostStart);
  draft.mends.splice(
    0,
    draft.mends.length,
    ...before,
    { span: { start: draft.hostStart, end: draft.hostEnd }, newText: host },
    ...behind,
  );
}

/** The host, mended where the dump has one that it must be; null where no host can be like this. */
function judgeHost(scene: Scene, draft: Draft, host: string): string | null {
  if (host.startsWith("[") || isIpv4(host) || host.toLowerCase() === "localhost") {
    return host;
  }
  const span = { start: draft.hostStart, end: draft.hostEnd };
  if (looksLikeIpv4(host)) {
    addTrouble(draft, "impossible-host", span);
    return null;
  }
  const name = host.endsWith(".") ? host.slice(0, -1) : host;
  if (hasPublicSuffix(name)) {
    return host;
  }
  // A name alone with a port is a machine of somebody's own network.
  const isLocal = !name.includes(".") && draft.tailStart > draft.hostEnd;
  if (isLocal || isLinkOfMarkup(scene, draft) || isOwnSuffix(scene, name)) {
    return host;
  }
  addTrouble(draft, "no-public-suffix", span);
  return nearestHost(scene, name.toLowerCase());
}

/** A link that somebody put into Markdown leads where the page led, whatever is to be thought of it. */
function isLinkOfMarkup({ text }: Scene, draft: Draft): boolean {
  return text.charAt(draft.start - 1) === "(" && text.charAt(draft.start - 2) === "]";
}

/** Where several links of the dump end in the same unknown domain it is a network's own, or made up throughout. */
function isOwnSuffix({ evidence }: Scene, name: string): boolean {
  const suffix = lastLabel(name).toLowerCase();
  return name.includes(".") && evidence.suffixUses(suffix) > 1;
}

/** The one host of the dump that a slip of the keyboard or a missing end away; else a slip in `.com` and the like. */
function nearestHost({ evidence }: Scene, name: string): string | null {
  const hosts = evidence.hosts();
  const near = hosts.filter(
    (host) =>
      host.startsWith(`${name}.`) ||
      (host.length < 60 &&
        name.length > 6 &&
        Math.abs(host.length - name.length) < 3 &&
        editDistance(host, name) <= 2),
  );
  if (near.length > 0) {
    return near.length === 1 ? (near[0] as string) : null;
  }
  const dot = name.lastIndexOf(".");
  const suffix = name.slice(dot + 1);
  const meant =
    dot > 0 && /^[a-z0-9]{2,5}$/.test(suffix)
      ? ["com", "org", "net"].filter((known) => editDistance(suffix, known) === 1)
      : [];
  return meant.length === 1 && isTopLevelDomain(meant[0] as string)
    ? `${name.slice(0, dot)}.${meant[0]}`
    : null;
}
