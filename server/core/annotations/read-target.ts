import type { RawPlace, Target, TextQuote } from "./annotation.ts";
import { isJsonObject, type JsonObject, type JsonValue, listOf, otherProperties, property } from "./json.ts";
import { PLACE_KEYS, readOffset, readText } from "./read-fields.ts";
import { OWN } from "./vocabulary.ts";

export interface ReadTarget {
  /** Undefined when it is no place in this dump. */
  readonly target?: Target;
  /** What is wrong with it; a target of another file is nothing wrong. */
  readonly reason?: string;
}

/** Reads a SpecificResource with the selectors that say where in the text it is. */
export function readTarget(value: JsonValue, accepts: (source: string) => boolean): ReadTarget {
  if (!isJsonObject(value)) {
    return {};
  }
  const { source } = value;
  const address = readText(source) ?? (isJsonObject(source) ? readText(property(source, "id")) : undefined);
  if (address === undefined || !accepts(address)) {
    return {};
  }
  const read = readSelectors(property(value, "selector"));
  if (read.position === undefined && read.quote === undefined) {
    return { reason: read.reason ?? "It does not say which words of the dump it is about." };
  }
  const orphan = readText(property(value, OWN.orphan));
  const raw = readRawPlace(property(value, OWN.raw));
  return {
    target: {
      ...(read.position === undefined ? {} : { position: read.position }),
      ...(read.quote === undefined ? {} : { quote: read.quote }),
      ...(orphan === undefined ? {} : { orphan }),
      ...(raw === undefined ? {} : { raw }),
      otherSelectors: read.others,
      extra: otherProperties(value, PLACE_KEYS),
    },
    ...(read.reason === undefined ? {} : { reason: read.reason }),
  };
}

function readSelectors(value: JsonValue | undefined) {
  let position: Target["position"];
  let quote: TextQuote | undefined;
  let reason: string | undefined;
  const others: JsonValue[] = [];
  for (const selector of listOf(value)) {
    const type = isJsonObject(selector) && property(selector, "refinedBy") === undefined && selector["type"];
    if (type === "TextPositionSelector" && position === undefined) {
      position = readPosition(selector as JsonObject);
      if (position === undefined) reason = "Its TextPositionSelector has no start and end that can be.";
    } else if (type === "TextQuoteSelector" && quote === undefined) {
      quote = readQuote(selector as JsonObject);
      if (quote === undefined) reason = "Its TextQuoteSelector has no exact text.";
    } else {
      others.push(selector);
    }
  }
  return { position, quote, reason, others };
}

function readPosition(selector: JsonObject): Target["position"] {
  const start = readOffset(property(selector, "start"));
  const end = readOffset(property(selector, "end"));
  return start === undefined || end === undefined || end < start ? undefined : { start, end };
}

function readQuote(selector: JsonObject): TextQuote | undefined {
  const exact = readText(property(selector, "exact"));
  if (exact === undefined) {
    return undefined;
  }
  const copies = readOffset(property(selector, OWN.copies));
  const apart = readOffset(property(selector, OWN.apart));
  return {
    exact,
    prefix: readText(property(selector, "prefix")) ?? "",
    suffix: readText(property(selector, "suffix")) ?? "",
    ...(copies === undefined || copies < 2 ? {} : { copies }),
    ...(apart === undefined ? {} : { apart }),
  };
}

function readRawPlace(value: JsonValue | undefined): RawPlace | undefined {
  if (!isJsonObject(value)) {
    return undefined;
  }
  const [first, last] = listOf(property(value, OWN.lines)).map(readOffset);
  const start = readOffset(property(value, OWN.start));
  const end = readOffset(property(value, OWN.end));
  if (first === undefined || last === undefined || start === undefined || end === undefined) {
    return undefined;
  }
  return { lines: [first, last], span: { start, end } };
}
