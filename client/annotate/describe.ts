import * as vscode from "vscode";
import { plainText } from "../plain-text.ts";
import type { Annotation } from "./annotation.ts";

/** What a mark is, in a few words: "claim, needs check", "statement", "note". */
export function kindOf({ labels, statement, notes }: Annotation): string {
  if (labels.length > 0) {
    return plainText(labels.join(", "));
  }
  if (statement !== null) {
    return vscode.l10n.t("statement");
  }
  return notes.length > 0 ? vscode.l10n.t("note") : vscode.l10n.t("mark");
}

/** Who says it: the name, else the words of the text; undefined where it is no statement or names nobody. */
export function sourceNameOf({ statement }: Annotation): string | undefined {
  const name = statement?.name ?? statement?.sourceText ?? undefined;
  return name === undefined ? undefined : plainText(name);
}

/** "Sputnik ← Financial Times ← unnamed sources"; undefined where there is none. */
export function chainOf({ statement }: Annotation): string | undefined {
  const names = statement?.chain.map(({ name }) => name) ?? [];
  return names.length === 0 ? undefined : plainText(names.join(" ← "));
}

/** The beginning of a text on one line. */
export function shortened(text: string, limit: number): string {
  const line = plainText(text).replace(/\s+/gu, " ").trim();
  return line.length <= limit ? line : `${Array.from(line).slice(0, limit).join("").trimEnd()}…`;
}

/** How the kinds of sources of attribution are called where a person chooses one. */
export function sourceKinds(): Readonly<Record<string, string>> {
  return {
    person: vscode.l10n.t("named person"),
    described: vscode.l10n.t("titled or described person"),
    government: vscode.l10n.t("government or state"),
    organisation: vscode.l10n.t("organisation"),
    group: vscode.l10n.t("group"),
    document: vscode.l10n.t("document"),
    media: vscode.l10n.t("other media"),
    unnamed: vscode.l10n.t("unnamed"),
    pronoun: vscode.l10n.t("pronoun"),
  };
}

/** For people: what is no kind of ours is shown as it is. */
export function kindName(kind: string): string {
  const kinds = sourceKinds();
  return Object.hasOwn(kinds, kind) ? (kinds[kind] as string) : plainText(kind);
}
