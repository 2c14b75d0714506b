/** A label that marks can carry. */
export interface Label {
  /** What marks store and people read; two labels never share one. */
  readonly name: string;
  /** The editor's theme colour that it is shown in, or `#rrggbb`. */
  readonly colour: string;
  readonly description: string;
  /** The key of the annotating session, `1`-`8`; none when undefined. */
  readonly key?: string;
}

/** The labels of who has set none (the setting `pressmark.annotations.labels`). */
export const DEFAULT_LABELS: readonly Label[] = [
  {
    name: "claim",
    colour: "charts.blue",
    description: "Something said to be so that can be checked",
    key: "1",
  },
  { name: "quotation", colour: "charts.green", description: "Words of somebody else", key: "2" },
  { name: "source", colour: "charts.purple", description: "Who says it", key: "3" },
  { name: "person", colour: "charts.orange", description: "A person by name or description", key: "4" },
  {
    name: "organisation",
    colour: "charts.yellow",
    description: "A body, company, party or state organ",
    key: "5",
  },
  { name: "place", colour: "charts.lines", description: "A place", key: "6" },
  {
    name: "loaded language",
    colour: "charts.red",
    description: "Words that judge while they tell",
    key: "7",
  },
  { name: "needs check", colour: "charts.foreground", description: "To be looked into", key: "8" },
];

/**
 * The label set that a setting states, in its order. What is no label is left out: an entry without a name, and the second of
 * a name. Only the name is asked for.
 *
 * @param value What the user wrote, of any shape.
 */
export function readLabelSet(value: unknown): readonly Label[] {
  if (!Array.isArray(value)) {
    return DEFAULT_LABELS;
  }
  const byName = new Map<string, Label>();
  for (const entry of value as readonly unknown[]) {
    const label = readLabel(entry);
    if (label !== undefined && !byName.has(label.name)) {
      byName.set(label.name, label);
    }
  }
  return [...byName.values()];
}

/** The colour of a label that states none. */
const PLAIN_COLOUR = "charts.foreground";

function readLabel(entry: unknown): Label | undefined {
  if (typeof entry === "string" && entry.trim() !== "") {
    return { name: entry.trim(), colour: PLAIN_COLOUR, description: "" };
  }
  if (typeof entry !== "object" || entry === null) {
    return undefined;
  }
  const text = (key: string): string | undefined => {
    const value: unknown = Object.hasOwn(entry, key) ? (entry as Record<string, unknown>)[key] : undefined;
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const name = text("name");
  const key = text("key");
  return name === undefined
    ? undefined
    : {
        name,
        colour: text("colour") ?? text("color") ?? PLAIN_COLOUR,
        description: text("description") ?? "",
        ...(key === undefined ? {} : { key }),
      };
}
