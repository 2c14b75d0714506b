import type { SourceKind } from "../attribution/statement.ts";
import type { Agent } from "./annotation.ts";
import { isJsonObject, type JsonObject, type JsonValue, otherProperties, property } from "./json.ts";
import { OWN } from "./vocabulary.ts";

/** A string that is not empty. */
export function readText(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

const KINDS: readonly SourceKind[] = [
  "person",
  "described",
  "government",
  "organisation",
  "group",
  "document",
  "media",
  "unnamed",
  "pronoun",
];

export function readKind(value: JsonValue | undefined): SourceKind | undefined {
  return KINDS.find((kind) => kind === value);
}

/** A whole number that can be an offset or a count. */
export function readOffset(value: JsonValue | undefined): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** Who made something; what cannot be read as one agent with a name is left to be written back as it was. */
export function readAgent(value: JsonValue | undefined): {
  readonly creator: Agent | undefined;
  readonly leftover: JsonObject;
} {
  if (value === undefined) {
    return { creator: undefined, leftover: {} };
  }
  const plain = readText(value);
  if (plain !== undefined) {
    return { creator: { name: plain, extra: {} }, leftover: {} };
  }
  const name = isJsonObject(value) ? readText(property(value, "name")) : undefined;
  return isJsonObject(value) && name !== undefined
    ? { creator: { name, extra: otherProperties(value, new Set(["name"])) }, leftover: {} }
    : { creator: undefined, leftover: { creator: value } };
}

/** What Pressmark itself says of a target or body; all else is another tool's. */
export const PLACE_KEYS: ReadonlySet<string> = new Set([
  ...["type", "@type", "source", "selector", "purpose", OWN.role, OWN.orphan, OWN.raw],
  ...[OWN.kind, OWN.name, OWN.sameAs],
]);
