import type * as vscode from "vscode";
import type { PendingAnnotations } from "../../server/annotations-protocol.ts";

interface Left {
  readonly text: string;
  readonly pending: PendingAnnotations;
}

/** Of so many untitled documents the marks are remembered; a person saves one after the other. */
const MOST_REMEMBERED = 8;

/**
 * The marks of untitled documents that were closed. Saving one makes a file with a document of its own, and VS Code does not
 * say that the two are the same: the text tells.
 */
export class UntitledMarks {
  readonly #left: Left[] = [];

  leave(document: vscode.TextDocument, pending: PendingAnnotations): void {
    this.#left.push({ text: document.getText(), pending });
    this.#left.splice(0, this.#left.length - MOST_REMEMBERED);
  }

  /** The marks of the untitled document that became this file; each is given once. */
  takeOver(document: vscode.TextDocument): PendingAnnotations | null {
    if (document.isUntitled || this.#left.length === 0) {
      return null;
    }
    const text = document.getText();
    const index = this.#left.findIndex((left) => left.text === text);
    return index < 0 ? null : (this.#left.splice(index, 1)[0]?.pending ?? null);
  }
}
