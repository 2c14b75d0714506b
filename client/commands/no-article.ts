import * as vscode from "vscode";

/** Said by every command that needs an article when there is none in the active editor. */
export function noArticle(): string {
  return vscode.l10n.t(
    "There is no scraped article in the active editor. Open one, or run “Treat as Scraped Article” first.",
  );
}
