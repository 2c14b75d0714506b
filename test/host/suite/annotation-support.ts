import { ok } from "node:assert";
import * as vscode from "vscode";
import type { PressmarkApi } from "../../../client/extension.ts";
import { readText, waitFor } from "./support.ts";

/** The parts of a sidecar that the tests look at. */
interface Sidecar {
  readonly "pressmark:raw"?: { readonly "pressmark:name": string; readonly "pressmark:sha256": string };
  readonly first: { readonly items: readonly SidecarItem[] };
}

export interface SidecarItem {
  readonly id: string;
  readonly creator?: { readonly name: string };
  readonly body?: readonly {
    readonly purpose?: string;
    readonly value?: string;
    readonly "pressmark:role"?: string;
  }[];
  readonly target: SidecarTarget | readonly SidecarTarget[];
  readonly [key: `pressmark:${string}`]: unknown;
}

export interface SidecarTarget {
  readonly selector: readonly Selector[];
}

interface Selector {
  readonly type: string;
  readonly start?: number;
  readonly end?: number;
  readonly exact?: string;
}

export function sidecarOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: `${uri.path}.annotations.jsonld` });
}

/** Waits for the sidecar: VS Code renames a file over another by deleting that first. */
export async function readSidecar(uri: vscode.Uri): Promise<Sidecar> {
  const text = await waitFor("the sidecar is there", () =>
    readText(sidecarOf(uri)).then(
      (found) => found.endsWith("}\n") && found,
      () => undefined,
    ),
  );
  return JSON.parse(text) as Sidecar;
}

export async function itemsOf(uri: vscode.Uri): Promise<readonly SidecarItem[]> {
  return (await readSidecar(uri)).first.items;
}

/** "claim: the words", for each mark of the sidecar in its order. */
export async function marksOf(uri: vscode.Uri): Promise<readonly string[]> {
  return (await itemsOf(uri)).map((item) => {
    const labels = bodiesOf(item, "tagging");
    return `${labels.join(",")}: ${targetsOf(item).map(quoteOf).join(" … ")}`;
  });
}

/** The values of the bodies that serve a purpose. */
export function bodiesOf({ body }: SidecarItem, purpose: string): readonly string[] {
  return (body ?? []).filter((one) => one.purpose === purpose).map(({ value }) => value ?? "");
}

export function targetsOf({ target }: SidecarItem): readonly SidecarTarget[] {
  return Array.isArray(target) ? (target as readonly SidecarTarget[]) : [target as SidecarTarget];
}

export function quoteOf({ selector }: SidecarTarget): string {
  return selector.find(({ type }) => type === "TextQuoteSelector")?.exact ?? "";
}

/** The words that stand where the sidecar says. */
export function textAt(text: string, { selector }: SidecarTarget): string {
  const position = selector.find(({ type }) => type === "TextPositionSelector");
  return text.slice(position?.start, position?.end);
}

/** Selects a place of a text, as with the mouse. */
export function select(
  editor: vscode.TextEditor,
  text: string,
  which: "first" | "last" = "first",
): vscode.Range {
  const whole = editor.document.getText();
  const at = which === "first" ? whole.indexOf(text) : whole.lastIndexOf(text);
  ok(at >= 0, `"${text}" stands in the sample`);
  const { document } = editor;
  editor.selection = new vscode.Selection(document.positionAt(at), document.positionAt(at + text.length));
  return editor.selection;
}

/** Labels a text by the key of the label, as after Ctrl+K. */
export async function label(
  editor: vscode.TextEditor,
  text: string,
  key: string,
  which: "first" | "last" = "first",
): Promise<void> {
  select(editor, text, which);
  await vscode.commands.executeCommand("pressmark.labelWithKey", key);
}

export function pressmark(): PressmarkApi {
  const extension = vscode.extensions.getExtension<PressmarkApi>("pressmark.pressmark");
  ok(extension?.isActive, "the extension is active");
  return extension.exports;
}

/** What the view says of each mark, in its order. */
export function entriesOfView(): readonly string[] {
  return pressmark()
    .annotationGroups()
    .flatMap(({ entries }) => entries);
}
