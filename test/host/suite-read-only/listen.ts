import * as vscode from "vscode";

type Provider = vscode.TreeDataProvider<unknown>;

/** What the extension told the user, and the contents of its views. */
export interface Heard {
  readonly said: string[];
  /** None where the extension was active before the tests were loaded, as it is in the web worker host. */
  readonly views: ReadonlyMap<string, Provider>;
}

/**
 * Listens to the extension, whose tests have the very `vscode` that it has. Nobody answers
 * what it asks.
 */
export function listen(): Heard {
  const said: string[] = [];
  const views = new Map<string, Provider>();
  const { createTreeView } = vscode.window;
  const note = async (message: string): Promise<undefined> => {
    said.push(message);
    return undefined;
  };
  Object.assign(vscode.window, {
    showInformationMessage: note,
    showErrorMessage: note,
    createTreeView: (id: string, options: vscode.TreeViewOptions<unknown>) => {
      views.set(id, options.treeDataProvider);
      return createTreeView(id, options);
    },
  });
  return { said, views };
}

/** The first of every list is chosen from now on, and one place for every file. */
export function chooseAlways(target: vscode.Uri): void {
  Object.assign(vscode.window, {
    showQuickPick: async (items: readonly unknown[]) => items[0],
    showSaveDialog: async () => target,
  });
}

/** All entries of a view, the opened ones behind those that they belong to. */
export async function entriesOf(view: Provider, parent?: unknown): Promise<readonly vscode.TreeItem[]> {
  const entries: vscode.TreeItem[] = [];
  for (const node of (await view.getChildren(parent)) ?? []) {
    entries.push(await view.getTreeItem(node), ...(await entriesOf(view, node)));
  }
  return entries;
}
