import { indexOfWithin } from "../../text/index-of-within.ts";
import type { Span } from "../../text/span.ts";
import { isTrackingParameter } from "./tracking-parameter-names.ts";

/** The tracking parameters of one URL. */
export interface TrackingParameters {
  /** As written, in text order. */
  readonly names: readonly string[];
  /** What has to go so that the rest of the URL stays as it is, byte for byte; disjoint, in text order. */
  readonly removals: readonly Span[];
}

/** Finds the tracking parameters in the query and the fragment of a URL; undefined where there is none. Linear. */
export function findTrackingParameters(text: string, url: Span): TrackingParameters | undefined {
  const hash = indexOfWithin(text, "#", url);
  const queryEnd = hash < 0 ? url.end : hash;
  const question = indexOfWithin(text, "?", { start: url.start, end: queryEnd });
  const found = [
    question < 0 ? undefined : parametersOf(text, { start: question, end: queryEnd }),
    hash < 0 ? undefined : parametersOf(text, { start: hash, end: url.end }),
  ].filter((part) => part !== undefined);
  return found.length === 0
    ? undefined
    : {
        names: found.flatMap(({ names }) => names),
        removals: found.flatMap(({ removals }) => removals),
      };
}

interface Parameter {
  readonly span: Span;
  readonly isTracking: boolean;
}

/** @param part From its `?` or `#` to its end. */
function parametersOf(text: string, part: Span): TrackingParameters | undefined {
  const parameters = [...splitParameters(text, part)];
  if (!parameters.some(({ isTracking }) => isTracking)) {
    return undefined;
  }
  const removals: Span[] = [];
  /** Where the parameters that stay so far end, or the `?` itself stands. */
  let kept = part.start;
  let removing: number | undefined;
  for (const { span, isTracking } of parameters) {
    if (isTracking) {
      removing ??= span.start;
      continue;
    }
    if (removing !== undefined) {
      removals.push({ start: removing, end: span.start });
      removing = undefined;
    }
    kept = span.end;
  }
  if (removing !== undefined) {
    removals.push({ start: kept, end: part.end });
  }
  const names = parameters.filter(({ isTracking }) => isTracking).map(({ span }) => nameOf(text, span));
  return { names, removals };
}

/** `&`, `;` and `&amp;`, which is how a page's code writes the first, part the parameters. */
function* splitParameters(text: string, { start, end }: Span): Iterable<Parameter> {
  let from = start + 1;
  for (let at = from; at <= end; at++) {
    const unit = at === end ? AMPERSAND : text.charCodeAt(at);
    if (unit !== AMPERSAND && unit !== SEMICOLON) {
      continue;
    }
    const span = { start: from, end: at };
    yield { span, isTracking: isTrackingParameter(nameOf(text, span)) };
    if (at < end && unit === AMPERSAND && text.startsWith(ESCAPED_AMPERSAND, at)) {
      at += ESCAPED_AMPERSAND.length - 1;
    }
    from = at + 1;
  }
}

function nameOf(text: string, span: Span): string {
  const equals = indexOfWithin(text, "=", span);
  return text.slice(span.start, equals < 0 ? span.end : equals);
}

const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const ESCAPED_AMPERSAND = "&amp;";
