import * as vscode from "vscode";

/** A file system's error with a message for the user; what is none stays as it is. */
export function fileErrorInWords(error: unknown): unknown {
  switch ((error as { readonly code?: unknown } | null)?.code) {
    case "EACCES":
    case "EPERM":
      return new Error(vscode.l10n.t("It may not be written."));
    case "EROFS":
      return new Error(vscode.l10n.t("The disk is read-only."));
    case "ENOSPC":
      return new Error(vscode.l10n.t("The disk is full."));
    default:
      return error;
  }
}
