import * as vscode from "vscode";
import { baseNameOf } from "../file-name.ts";
import { plainText } from "../plain-text.ts";
import { type Annotation, comparePlaces, extentOf } from "./annotation.ts";
import { kindOf, shortened, sourceNameOf } from "./describe.ts";
import { type Label, labelsFor, NEUTRAL_COLOR } from "./labels.ts";

/** What the marks of the view are put together by. */
export type Grouping = "file" | "label" | "source";

export type TreeNode = GroupNode | ClosedFileNode | MarkNode | ProblemNode;

export interface GroupNode {
  readonly kind: "group";
  readonly name: string;
  readonly icon: vscode.ThemeIcon;
  readonly marks: readonly (MarkNode | ProblemNode)[];
}

/** A file that is not open, whose sidecar is read when the node is opened. */
export interface ClosedFileNode {
  readonly kind: "closed-file";
  readonly uri: vscode.Uri;
}

/** Commands of the context menu take it for a `MarkReference`. */
export interface MarkNode {
  readonly kind: "mark";
  /** Of the file that is marked. */
  readonly uri: vscode.Uri;
  readonly id: string;
  readonly annotation: Annotation;
}

/** A sidecar that was not understood. */
export interface ProblemNode {
  readonly kind: "problem";
  readonly message: string;
}

export interface AnnotatedFile {
  readonly uri: vscode.Uri;
  readonly state: { readonly annotations: readonly Annotation[]; readonly problem: string | null };
}

const QUOTE_LENGTH = 80;
const SOURCE_LENGTH = 40;

/** The groups of the view: marks that hold the filter's words, and those without a place by themselves at the end. */
export function groupsOf(
  files: readonly AnnotatedFile[],
  grouping: Grouping,
  filter: string,
): readonly GroupNode[] {
  const groups = new Map<string, { icon: vscode.ThemeIcon; marks: (MarkNode | ProblemNode)[] }>();
  const lost: MarkNode[] = [];
  const put = (name: string, icon: string, mark: MarkNode | ProblemNode): void => {
    const known = groups.get(name) ?? { icon: new vscode.ThemeIcon(icon), marks: [] };
    known.marks.push(mark);
    groups.set(name, known);
  };
  for (const { uri, state } of files) {
    const fileName = plainText(baseNameOf(uri.path));
    if (state.problem !== null) {
      put(fileName, "file", { kind: "problem", message: plainText(state.problem) });
    }
    for (const annotation of [...state.annotations].sort(comparePlaces)) {
      const mark: MarkNode = { kind: "mark", uri, id: annotation.id, annotation };
      if (!matches(annotation, filter)) {
        continue;
      }
      if (annotation.orphan !== null) {
        lost.push(mark);
        continue;
      }
      for (const { name, icon } of placesOf(annotation, grouping, fileName)) {
        put(name, icon, mark);
      }
    }
  }
  const named = [...groups].map(([name, group]): GroupNode => ({ kind: "group", name, ...group }));
  if (grouping !== "file") {
    named.sort((first, second) => first.name.localeCompare(second.name));
  }
  const lostGroup: GroupNode = {
    kind: "group",
    name: vscode.l10n.t("Not Found in the Text"),
    icon: new vscode.ThemeIcon("warning"),
    marks: lost,
  };
  return lost.length === 0 ? named : [...named, lostGroup];
}

/** How a node looks, and what a screen reader says of it. */
export function treeItemOf(node: TreeNode): vscode.TreeItem {
  switch (node.kind) {
    case "group":
      return groupItem(node);
    case "closed-file":
      return closedFileItem(node);
    case "mark":
      return markItem(node);
    case "problem": {
      const item = new vscode.TreeItem(node.message);
      item.iconPath = new vscode.ThemeIcon("error");
      item.tooltip = node.message;
      item.accessibilityInformation = { label: node.message };
      return item;
    }
  }
}

function groupItem({ name, icon, marks }: GroupNode): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.description = String(marks.length);
  item.iconPath = icon;
  item.contextValue = "group";
  item.accessibilityInformation = { label: vscode.l10n.t("{0}, annotations: {1}", name, marks.length) };
  return item;
}

/** The words of its folder tell files of one name apart. */
function closedFileItem({ uri }: ClosedFileNode): vscode.TreeItem {
  const name = plainText(baseNameOf(uri.path));
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  const path = vscode.workspace.asRelativePath(uri);
  item.id = `closed ${uri.toString()}`;
  item.description = plainText(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  item.iconPath = new vscode.ThemeIcon("file");
  item.contextValue = "closedFile";
  item.accessibilityInformation = { label: vscode.l10n.t("{0}, not open", name) };
  return item;
}

/** What is marked in a file that is not open. */
export function marksOf(
  { uri }: ClosedFileNode,
  state: AnnotatedFile["state"],
): readonly (MarkNode | ProblemNode)[] {
  return groupsOf([{ uri, state }], "file", "").flatMap(({ marks }) => marks);
}

function markItem({ uri, id, annotation }: MarkNode): vscode.TreeItem {
  const kind = kindOf(annotation);
  const words = shortened(annotation.quote, QUOTE_LENGTH);
  const source = sourceNameOf(annotation);
  // In a narrow view nothing is seen of what stands behind.
  const quote = source === undefined ? words : `${shortened(source, SOURCE_LENGTH)}: ${words}`;
  const note = annotation.notes[0];
  const details = [
    kind,
    note && shortened(note.text, QUOTE_LENGTH),
    annotation.comparison?.verdict && shortened(annotation.comparison.verdict, QUOTE_LENGTH),
  ].filter((part) => part);
  const item = new vscode.TreeItem(quote === "" ? kind : quote);
  item.id = `${uri.toString()} ${id} ${annotation.labels.join()} ${kind}`;
  item.description = annotation.orphan === null ? details.join(" · ") : plainText(annotation.orphan);
  item.iconPath = iconOf(annotation, labelsFor(uri));
  item.contextValue = annotation.orphan === null ? "annotation" : "orphan";
  item.tooltip = tooltipOf(annotation);
  const line = extentOf(annotation)?.start.line;
  item.accessibilityInformation = {
    label:
      line === undefined
        ? vscode.l10n.t("{0}: {1}. Not found: {2}", kind, quote, annotation.orphan ?? "")
        : vscode.l10n.t("{0}: {1}. Line {2}", details.join(", "), quote, line + 1),
  };
  item.command = {
    command: "pressmark.revealAnnotation",
    title: vscode.l10n.t("Go to Annotation"),
    arguments: [{ uri, id }],
  };
  return item;
}

/** Text of others, appended as text: nothing in it becomes a link or a picture. */
function tooltipOf({ quote, orphan, rawLines, creator }: Annotation): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(quote);
  const line = (text: string): void => {
    tooltip.appendMarkdown("\n\n");
    tooltip.appendText(text);
  };
  if (orphan !== null) {
    line(orphan);
  }
  if (rawLines !== null) {
    line(vscode.l10n.t("Lines {0}-{1} of the raw file", rawLines[0], rawLines[1]));
  }
  if (creator !== null) {
    line(vscode.l10n.t("Marked by {0}", creator));
  }
  return tooltip;
}

function iconOf({ labels, statement, notes, orphan }: Annotation, set: readonly Label[]): vscode.ThemeIcon {
  if (orphan !== null) {
    return new vscode.ThemeIcon("warning");
  }
  if (labels.length > 0) {
    const label = set.find(({ name }) => name === labels[0]);
    return new vscode.ThemeIcon("circle-filled", new vscode.ThemeColor(label?.color ?? NEUTRAL_COLOR));
  }
  return new vscode.ThemeIcon(statement !== null ? "quote" : notes.length > 0 ? "comment" : "circle-outline");
}

/** A mark with several labels stands in the group of each. */
function placesOf(
  annotation: Annotation,
  grouping: Grouping,
  fileName: string,
): readonly { readonly name: string; readonly icon: string }[] {
  switch (grouping) {
    case "file":
      return [{ name: fileName, icon: "file" }];
    case "label":
      return annotation.labels.length > 0
        ? annotation.labels.map((label) => ({ name: plainText(label), icon: "tag" }))
        : [{ name: vscode.l10n.t("without a label"), icon: "tag" }];
    case "source":
      return [{ name: sourceNameOf(annotation) ?? vscode.l10n.t("without a source"), icon: "person" }];
  }
}

function matches({ quote, labels, notes, statement, comparison }: Annotation, filter: string): boolean {
  const words = filter.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const text = [
    quote,
    ...labels,
    ...notes.map((note) => note.text),
    statement?.name,
    statement?.sourceText,
    comparison?.verdict,
  ]
    .join("\n")
    .toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
