import * as vscode from "vscode";
import type { CommandTable } from "../commands/command-table.ts";
import type { AnnotationStore } from "./annotation-store.ts";
import { type Grouping, type GroupNode, groupsOf, type TreeNode, treeItemOf } from "./annotation-tree.ts";

const VIEW = "pressmark.annotations";
const GROUPINGS: readonly Grouping[] = ["file", "label", "source"];
const GROUPING_KEY = "pressmark.annotations.grouping";

/** The menus of package.json ask for them. */
const FILTERED_CONTEXT = "pressmark.annotationsAreFiltered";
const ARTICLES_CONTEXT = "pressmark.hasArticles";

/** The *Annotations* view: what is marked in the open articles. */
export class AnnotationsView implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly onDidChangeTreeData: vscode.Event<undefined>;
  readonly commands: CommandTable;

  readonly #store: AnnotationStore;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #disposables: vscode.Disposable[];
  #filter = "";
  /** As far as VS Code was told. */
  #articleCount = 0;

  constructor(store: AnnotationStore, memory: vscode.Memento) {
    this.#store = store;
    this.#memory = memory;
    this.onDidChangeTreeData = this.#changed.event;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#changed,
      this.#view,
      store.onDidChange(() => this.#refresh()),
      // VS Code keeps the documents of closed tabs for a while.
      vscode.window.tabGroups.onDidChangeTabs(() => this.#refresh()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("pressmark.annotations.labels")) {
          this.#refresh();
        }
      }),
    ];
    this.commands = {
      "pressmark.groupAnnotations": (grouping) => this.#group(grouping),
      "pressmark.filterAnnotations": async (filter) =>
        typeof filter === "string" ? this.#setFilter(filter.trim()) : this.#askForFilter(),
      "pressmark.clearAnnotationFilter": async () => this.#setFilter(""),
    };
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItemOf(node);
  }

  getChildren(node?: TreeNode): readonly TreeNode[] & TreeNode[] {
    const children =
      node === undefined ? this.#groups() : node.kind === "group" ? node.marks : ([] as TreeNode[]);
    return [...children];
  }

  /** The groups, and what a screen reader says of each entry. */
  groups(): readonly { readonly name: string; readonly entries: readonly string[] }[] {
    return this.#groups().map(({ name, marks }) => ({
      name,
      entries: marks.map((mark) => treeItemOf(mark).accessibilityInformation?.label ?? ""),
    }));
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #groups(): readonly GroupNode[] {
    const open = openTabs();
    const documents = this.#store.all().filter(({ document }) => open.has(document.uri.toString()));
    return groupsOf(documents, this.#grouping(), this.#filter);
  }

  #grouping(): Grouping {
    return this.#memory.get<Grouping>(GROUPING_KEY, "file");
  }

  #refresh(): void {
    const count = this.#store.all().length;
    if (Math.min(count, 1) !== Math.min(this.#articleCount, 1)) {
      void vscode.commands.executeCommand("setContext", ARTICLES_CONTEXT, count > 0);
    }
    this.#articleCount = count;
    this.#changed.fire(undefined);
  }

  /** A keybinding may say how; else it is asked. */
  async #group(wanted: unknown): Promise<void> {
    const grouping = GROUPINGS.find((one) => one === wanted) ?? (await this.#chooseGrouping());
    if (grouping !== undefined) {
      await this.#memory.update(GROUPING_KEY, grouping);
      this.#refresh();
    }
  }

  async #chooseGrouping(): Promise<Grouping | undefined> {
    const current = this.#grouping();
    const item = (grouping: Grouping, label: string) => ({
      label,
      grouping,
      ...(grouping === current && { description: vscode.l10n.t("now") }),
    });
    const chosen = await vscode.window.showQuickPick(
      [
        item("file", vscode.l10n.t("By File")),
        item("label", vscode.l10n.t("By Label")),
        item("source", vscode.l10n.t("By Source")),
      ],
      { title: vscode.l10n.t("Group Annotations") },
    );
    return chosen?.grouping;
  }

  async #askForFilter(): Promise<void> {
    const filter = await vscode.window.showInputBox({
      title: vscode.l10n.t("Filter Annotations"),
      prompt: vscode.l10n.t("Words of the marked text, the label, the source or a note"),
      value: this.#filter,
    });
    if (filter !== undefined) {
      this.#setFilter(filter.trim());
    }
  }

  #setFilter(filter: string): void {
    this.#filter = filter;
    this.#view.description = filter === "" ? "" : vscode.l10n.t("filter: {0}", filter);
    void vscode.commands.executeCommand("setContext", FILTERED_CONTEXT, filter !== "");
    this.#refresh();
  }
}

/** What the tabs show, on either side where they compare. */
function openTabs(): ReadonlySet<string> {
  const uris = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) =>
      input instanceof vscode.TabInputTextDiff
        ? [input.original, input.modified]
        : input instanceof vscode.TabInputText
          ? [input.uri]
          : [],
    );
  return new Set(uris.map((uri) => uri.toString()));
}
