import * as vscode from "vscode";
import type { SourceIndex } from "./source-index.ts";
import { summaryOf } from "./sources-view.ts";

/** "9 sources: 6 named, 1 unnamed, 2 via other media" above the text of each article. */
export class SourceLenses implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;
  readonly #index: SourceIndex;

  constructor(index: SourceIndex) {
    this.#index = index;
    this.onDidChangeCodeLenses = (listener, thisArgument, disposables) =>
      index.onDidChange(() => listener.call(thisArgument), undefined, disposables);
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const known = await this.#index.statementsOf(document);
    return (known?.bodies ?? []).map((body) => {
      const statements = known?.statements.filter(({ content }) =>
        content.some((range) => body.contains(range.start)),
      );
      return new vscode.CodeLens(new vscode.Range(body.start, body.start), {
        command: "pressmark.showSources",
        title: summaryOf(statements ?? []),
        tooltip: vscode.l10n.t("Show Sources"),
      });
    });
  }
}
