import * as vscode from "vscode";
import type { CommandTable } from "../commands/command-table.ts";
import type { AnnotationStore } from "./annotation-store.ts";
import {
  type AnnotatedFile,
  type ClosedFileNode,
  type Grouping,
  groupsOf,
  marksOf,
  type ProblemNode,
  type TreeNode,
  treeItemOf,
} from "./annotation-tree.ts";
import type { ClosedFiles } from "./closed-files.ts";

const VIEW = "pressmark.annotations";
const GROUPINGS: readonly Grouping[] = ["file", "label", "source"];
const GROUPING_KEY = "pressmark.annotations.grouping";

/** The menus of package.json ask for them. */
const FILTERED_CONTEXT = "pressmark.annotationsAreFiltered";
const ARTICLES_CONTEXT = "pressmark.hasArticles";

/** So many files that are not open are read for the sake of a filter or of groups that run across files. */
const MOST_READ = 200;

/** The *Annotations* view: what is marked in the open articles, and in the files of the folder that have a sidecar. */
export class AnnotationsView implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly onDidChangeTreeData: vscode.Event<undefined>;
  readonly commands: CommandTable;

  readonly #store: AnnotationStore;
  readonly #closed: ClosedFiles;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #disposables: vscode.Disposable[];
  #filter = "";
  /** As far as VS Code was told. */
  #articleCount = 0;

  constructor(store: AnnotationStore, closed: ClosedFiles, memory: vscode.Memento) {
    this.#store = store;
    this.#closed = closed;
    this.#memory = memory;
    this.onDidChangeTreeData = this.#changed.event;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#changed,
      this.#view,
      store.onDidChange(() => this.#refresh()),
      closed.onDidChange(() => this.#changed.fire(undefined)),
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

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    switch (node?.kind) {
      case undefined:
        return [...(await this.#roots())];
      case "group":
        return [...node.marks];
      case "closed-file":
        return [...marksOf(node, await this.#closed.annotationsOf(node.uri))];
      default:
        return [];
    }
  }

  /** The groups of the open files, and what a screen reader says of each entry. */
  groups(): readonly { readonly name: string; readonly entries: readonly string[] }[] {
    return groupsOf(this.#open(), this.#grouping(), this.#filter).map(({ name, marks }) => ({
      name,
      entries: marks.map((mark) => labelOf(mark)),
    }));
  }

  /** All that the view shows, every node opened: files that are not open as well. */
  async everything(): Promise<readonly { readonly name: string; readonly entries: readonly string[] }[]> {
    const roots = await this.getChildren();
    return Promise.all(
      roots.map(async (root) => ({
        name: labelOf(root),
        entries: (await this.getChildren(root)).map((mark) => labelOf(mark)),
      })),
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #open(): readonly AnnotatedFile[] {
    const open = openTabs();
    return this.#store
      .all()
      .filter(({ document }) => open.has(document.uri.toString()))
      .map(({ document: { uri }, state }) => ({ uri, state }));
  }

  /** By file, those that are not open are read one by one; a filter and the other groups need to know all of them. */
  async #roots(): Promise<readonly TreeNode[]> {
    const grouping = this.#grouping();
    const files = await this.#closed.all();
    const open = this.#open();
    const isOpen = new Set(open.map(({ uri }) => uri.toString()));
    const closed = files.filter((uri) => !isOpen.has(uri.toString()));
    if (grouping === "file" && this.#filter === "") {
      return [...groupsOf(open, grouping, ""), ...closed.map(closedFile)];
    }
    const read = await Promise.all(
      closed.slice(0, MOST_READ).map(async (uri) => ({ uri, state: await this.#closed.annotationsOf(uri) })),
    );
    const groups = groupsOf([...open, ...read], grouping, this.#filter);
    return closed.length > MOST_READ ? [...groups, notRead(closed.length - MOST_READ)] : groups;
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

function labelOf(node: TreeNode): string {
  return treeItemOf(node).accessibilityInformation?.label ?? "";
}

function closedFile(uri: vscode.Uri): ClosedFileNode {
  return { kind: "closed-file", uri };
}

function notRead(count: number): ProblemNode {
  return {
    kind: "problem",
    message: vscode.l10n.t(
      "Files that are not open and were not looked at, as there are too many: {0}. Group by file to see them, or open them.",
      count,
    ),
  };
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
