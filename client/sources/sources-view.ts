import * as vscode from "vscode";
import { baseNameOf } from "../file-name.ts";
import { phrases } from "../phrases.ts";
import { plainText } from "../plain-text.ts";
import {
  contentOf,
  countsInWords,
  cueOf,
  kindOfGroup,
  nameOfGroup,
  spokenStatement,
  statementTooltip,
} from "./describe-sources.ts";
import { countSources, groupSources, type SourceGroup, type SourceOrder } from "./group-sources.ts";
import type { SourceIndex } from "./source-index.ts";
import { type DocumentStatements, placeOf, type Statement } from "./statement.ts";

export const SOURCES_VIEW = "pressmark.sources";
const ORDER_KEY = "pressmark.sources.order";

/** Typing makes a version with every key; the view follows when the hands rest. Milliseconds. */
const REST = 400;

export type SourceNode = FileNode | GroupNode | StatementNode;

export interface FileNode {
  readonly kind: "file";
  readonly document: vscode.TextDocument;
  readonly known: DocumentStatements | undefined;
}

export interface GroupNode {
  readonly kind: "source";
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly group: SourceGroup;
}

export interface StatementNode {
  readonly kind: "statement";
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly statement: Statement;
}

/** The *Sources* view: of each open article who says what. It asks for nothing while it is not seen. */
export class SourcesView implements vscode.TreeDataProvider<SourceNode>, vscode.Disposable {
  readonly onDidChangeTreeData: vscode.Event<undefined>;

  readonly #index: SourceIndex;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<SourceNode>;
  readonly #disposables: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(index: SourceIndex, memory: vscode.Memento) {
    this.#index = index;
    this.#memory = memory;
    this.onDidChangeTreeData = this.#changed.event;
    this.#view = vscode.window.createTreeView(SOURCES_VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#disposables = [
      this.#changed,
      this.#view,
      index.onDidChange(() => this.#refreshSoon()),
      this.#view.onDidChangeVisibility(() => this.#refreshSoon()),
    ];
  }

  get order(): SourceOrder {
    return this.#memory.get<SourceOrder>(ORDER_KEY, "count");
  }

  async setOrder(order: SourceOrder): Promise<void> {
    await this.#memory.update(ORDER_KEY, order);
    this.#changed.fire(undefined);
  }

  getTreeItem(node: SourceNode): vscode.TreeItem {
    switch (node.kind) {
      case "file":
        return fileItem(node);
      case "source":
        return groupItem(node);
      case "statement":
        return statementItem(node);
    }
  }

  async getChildren(node?: SourceNode): Promise<SourceNode[]> {
    if (node === undefined) {
      const articles = this.#index.articles();
      const known = await Promise.all(articles.map((document) => this.#index.statementsOf(document)));
      return articles.map((document, at): FileNode => ({ kind: "file", document, known: known[at] }));
    }
    switch (node.kind) {
      case "file":
        return this.#groups(node);
      case "source":
        return node.group.statements.map(
          (statement): StatementNode => ({
            kind: "statement",
            document: node.document,
            version: node.version,
            statement,
          }),
        );
      case "statement":
        return [];
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #groups({ document, known }: FileNode): GroupNode[] {
    if (known === undefined) {
      return [];
    }
    const { version, statements } = known;
    return groupSources(statements, this.order).map(
      (group): GroupNode => ({ kind: "source", document, version, group }),
    );
  }

  #refreshSoon(): void {
    clearTimeout(this.#timer);
    if (this.#view.visible) {
      this.#timer = setTimeout(() => this.#changed.fire(undefined), REST);
    }
  }
}

function fileItem({ document, known }: FileNode): vscode.TreeItem {
  const name = plainText(baseNameOf(document.uri.path));
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = document.uri.toString();
  item.iconPath = vscode.ThemeIcon.File;
  item.contextValue = "file";
  const statements = known?.statements ?? [];
  const summary = statements.length === 0 ? vscode.l10n.t("no statements found") : summaryOf(statements);
  item.description = summary;
  item.accessibilityInformation = { label: `${name}, ${summary}` };
  return item;
}

function groupItem({ document, group }: GroupNode): vscode.TreeItem {
  const name = nameOfGroup(group);
  const kind = kindOfGroup(group);
  const count = group.statements.length;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${document.uri.toString()} ${group.kind} ${group.isNamed} ${group.name}`;
  item.description = [kind, String(count)].filter(Boolean).join(" · ");
  item.iconPath = new vscode.ThemeIcon(iconOf(group.kind));
  item.contextValue = "source";
  item.tooltip = name;
  const spoken = phrases.count(count, "{0} statement", "{0} statements");
  item.accessibilityInformation = { label: [name, kind, spoken].filter(Boolean).join(", ") };
  return item;
}

function statementItem({ document, version, statement }: StatementNode): vscode.TreeItem {
  const isCurrent = version === document.version;
  const item = new vscode.TreeItem(isCurrent ? contentOf(document, statement) : "…");
  if (!isCurrent) {
    item.accessibilityInformation = { label: vscode.l10n.t("A statement that is being looked for again") };
    return item;
  }
  item.description = cueOf(document, statement);
  item.iconPath = new vscode.ThemeIcon("quote");
  item.contextValue = "statement";
  item.tooltip = statementTooltip(document, statement);
  item.accessibilityInformation = { label: spokenStatement(document, statement) };
  if (placeOf(statement) !== undefined) {
    item.command = {
      command: "pressmark.revealStatement",
      title: vscode.l10n.t("Go to Statement"),
      arguments: [{ document, version, statement }],
    };
  }
  return item;
}

const icons: Readonly<Record<string, string>> = {
  person: "person",
  described: "person",
  government: "law",
  organisation: "organization",
  group: "organization",
  document: "book",
  media: "radio-tower",
  unnamed: "question",
  pronoun: "person",
};

function iconOf(kind: string | null): string {
  return kind !== null && Object.hasOwn(icons, kind) ? (icons[kind] as string) : "circle-slash";
}

/** "9 sources: 6 named, …" of a document. */
export function summaryOf(statements: readonly Statement[]): string {
  return countsInWords(countSources(groupSources(statements, "count")));
}
