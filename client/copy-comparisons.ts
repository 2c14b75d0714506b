import * as vscode from "vscode";
import { type CodeActionData, LANGUAGE_ID } from "../server/protocol.ts";
import { baseNameOf } from "./file-name.ts";

/** The scheme of the two sides of a comparison. The menus of package.json name it. */
export const COMPARED_SCHEME = "pressmark-compared";

/** The command of a fix that shows the two paragraphs first, and its one argument. */
export const COMPARE_COMMAND = "pressmark.compareCopies";

export interface CompareArgument {
  /** What the fix is called in the menu. */
  readonly title: string;
  readonly data: CodeActionData;
}

/**
 * Code actions as the menu gets them: one that takes a paragraph away because another one is nearly the same shows the two
 * side by side instead of editing at once. Other editors, which have no such command, get the edit.
 */
export function withComparisons<Action extends vscode.Command | vscode.CodeAction>(
  actions: readonly Action[] | null | undefined,
): (Action | vscode.CodeAction)[] {
  return (actions ?? []).map((action) => {
    const data = (action as { readonly data?: Partial<CodeActionData> }).data;
    if (data?.comparison === undefined) {
      return action;
    }
    const argument: CompareArgument = { title: action.title, data: data as CodeActionData };
    const title = vscode.l10n.t("Compare First: {0}…", action.title);
    const { diagnostics = [] } = action as vscode.CodeAction;
    const comparing = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    comparing.diagnostics = [...diagnostics];
    comparing.command = { title, command: COMPARE_COMMAND, arguments: [argument] };
    return comparing;
  });
}

/** Whether an action shows a comparison, so that the server has nothing to add to it. */
export function isComparison(action: vscode.CodeAction): boolean {
  return action.command?.command === COMPARE_COMMAND;
}

/** Two paragraphs, shown side by side. */
export interface Comparison {
  readonly document: vscode.TextDocument;
  readonly argument: CompareArgument;
}

/** The open comparisons: a diff editor each, on the left the paragraph that stays, on the right the one that would go. */
export class CopyComparisons implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #comparisons = new Map<string, Comparison>();
  readonly #disposables: vscode.Disposable;
  #count = 0;

  constructor() {
    this.#disposables = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(COMPARED_SCHEME, this),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const { input } of closed) {
          if (input instanceof vscode.TabInputTextDiff) {
            this.#forget(input);
          }
        }
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? "";
  }

  /** @param ranges In the document, at the version that the argument names. */
  async show(
    comparison: Comparison,
    ranges: { readonly goes: vscode.Range; readonly stays: vscode.Range },
  ): Promise<void> {
    const { document } = comparison;
    const left = this.#add(document, ranges.stays, "stays");
    const right = this.#add(document, ranges.goes, "goes");
    this.#comparisons.set(right.toString(), comparison);
    const [stays, goes] = [ranges.stays.start.line + 1, ranges.goes.start.line + 1];
    await Promise.all([readAsArticle(left), readAsArticle(right)]);
    const title = vscode.l10n.t(
      "{0}: line {1} (stays) ↔ line {2} (goes)",
      baseNameOf(document.uri.path),
      stays,
      goes,
    );
    await vscode.commands.executeCommand("vscode.diff", left, right, title, { preview: true });
  }

  /** The comparison in the active editor. */
  active(): Comparison | undefined {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff
      ? this.#comparisons.get(input.modified.toString())
      : undefined;
  }

  async closeActive(): Promise<void> {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    if (tab !== undefined && this.active() !== undefined) {
      await vscode.window.tabGroups.close(tab);
    }
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #add(document: vscode.TextDocument, range: vscode.Range, side: string): vscode.Uri {
    this.#count++;
    const uri = vscode.Uri.from({
      scheme: COMPARED_SCHEME,
      path: document.uri.path,
      query: `${this.#count}-${side}`,
    });
    this.#texts.set(uri.toString(), document.getText(range));
    return uri;
  }

  #forget({ original, modified }: vscode.TabInputTextDiff): void {
    this.#comparisons.delete(modified.toString());
    this.#texts.delete(original.toString());
    this.#texts.delete(modified.toString());
  }
}

/** Paragraphs are lines of any length: the language wraps them, as in the document they come from. */
async function readAsArticle(uri: vscode.Uri): Promise<void> {
  const side = await vscode.workspace.openTextDocument(uri);
  await vscode.languages.setTextDocumentLanguage(side, LANGUAGE_ID);
}
