import * as vscode from "vscode";
import { servedSelector } from "../documents.ts";
import type { SourceIndex } from "./source-index.ts";
import { holds } from "./statement.ts";

/** *Accept as Annotation* in the menu of what can be done at a statement. Nothing is looked for until somebody opens that menu. */
export class StatementActions implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #index: SourceIndex;
  readonly #registration: vscode.Disposable;

  constructor(index: SourceIndex) {
    this.#index = index;
    this.#registration = vscode.languages.registerCodeActionsProvider(servedSelector(), this, {
      providedCodeActionKinds: [vscode.CodeActionKind.Refactor],
    });
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { triggerKind }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
    const known = isAsked ? await this.#index.statementsOf(document) : this.#index.known(document);
    const statement = known?.statements.findLast((one) => holds(one, range));
    if (known === undefined || statement === undefined) {
      return [];
    }
    const title = vscode.l10n.t("Accept Statement as Annotation");
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.Refactor);
    action.command = {
      command: "pressmark.acceptStatement",
      title,
      arguments: [{ document, version: known.version, statement }],
    };
    return [action];
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
