import type * as vscode from "vscode";
import type { PendingAnnotations } from "../../server/annotations-protocol.ts";

interface Left {
  /** The file that the text was saved as. */
  readonly file: string;
  readonly pending: PendingAnnotations;
}

/** Of so many untitled documents the marks are remembered; a person saves one after the other. */
const MOST_REMEMBERED = 8;

/**
 * The marks of untitled documents that were saved. Saving one makes a file with a document of its own, empties the untitled one and closes
 * it, and VS Code does not say that the two are the same: that the texts are, at the moment of saving, tells.
 */
export class UntitledMarks {
  /** The files that untitled documents were saved as, by the documents' URIs. */
  readonly #files = new Map<string, string>();
  readonly #left: Left[] = [];

  /** A file was saved while these untitled documents were open. */
  saved(file: vscode.TextDocument, untitled: readonly vscode.TextDocument[]): void {
    if (file.isUntitled || untitled.length === 0) {
      return;
    }
    const text = file.getText();
    const source = untitled.find((one) => one.getText() === text);
    if (source !== undefined) {
      this.#files.set(source.uri.toString(), file.uri.toString());
    }
  }

  /** An untitled document was closed; what was marked in one that was not saved goes with it. */
  leave(document: vscode.TextDocument, pending: PendingAnnotations): void {
    const uri = document.uri.toString();
    const file = this.#files.get(uri);
    this.#files.delete(uri);
    if (file !== undefined) {
      this.#left.push({ file, pending });
      this.#left.splice(0, this.#left.length - MOST_REMEMBERED);
    }
  }

  /** The marks of the untitled document that became this file; each is given once. */
  takeOver(document: vscode.TextDocument): PendingAnnotations | null {
    const index = this.#left.findIndex(({ file }) => file === document.uri.toString());
    return index < 0 ? null : (this.#left.splice(index, 1)[0]?.pending ?? null);
  }
}
