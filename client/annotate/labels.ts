import * as vscode from "vscode";

/** A label of the set in `pressmark.annotations.labels`. */
export interface Label {
  readonly name: string;
  /** Id of a theme colour. */
  readonly color: string;
  readonly description: string;
  /** `1` to `8`, the key that sets it; undefined for one without. */
  readonly key: string | undefined;
}

/** What marks without a label are drawn in, and labels that the set does not know. */
export const NEUTRAL_COLOR = "pressmark.annotations.grey";

const KEYS = /^[1-8]$/u;

/** The label set that applies to a document. Entries that make no sense are left out: the setting may have been written by hand. */
export function labelsFor(uri: vscode.Uri | undefined): readonly Label[] {
  const setting = vscode.workspace.getConfiguration("pressmark", uri).get<unknown>("annotations.labels");
  const entries = Array.isArray(setting) ? (setting as readonly unknown[]) : [];
  const labels: Label[] = [];
  for (const entry of entries) {
    const label = labelOf(entry);
    if (label !== undefined && !labels.some(({ name }) => name === label.name)) {
      labels.push(label);
    }
  }
  return labels;
}

export function labelWithKey(labels: readonly Label[], key: string): Label | undefined {
  return labels.find((label) => label.key === key);
}

/** Who is named as the one who marks something; null for nobody. */
export function creatorFor(uri: vscode.Uri): string | null {
  const creator = vscode.workspace.getConfiguration("pressmark", uri).get<unknown>("annotations.creator");
  return typeof creator === "string" && creator.trim() !== "" ? creator.trim() : null;
}

function labelOf(entry: unknown): Label | undefined {
  const { name, colour, color, description, key } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || name.trim() === "") {
    return undefined;
  }
  return {
    name: name.trim(),
    color: [colour, color].filter((id) => typeof id === "string").find((id) => id !== "") ?? NEUTRAL_COLOR,
    description: typeof description === "string" ? description : "",
    key: typeof key === "string" && KEYS.test(key) ? key : undefined,
  };
}
