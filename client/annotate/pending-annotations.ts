import type * as vscode from "vscode";
import type { PendingAnnotations } from "../../server/annotations-protocol.ts";

const KEY_PREFIX = "pressmark.annotations.pending:";

/**
 * Marks in texts that are not saved. A sidecar describes the file as it lies on the disk, so they wait here, in the workspace's storage,
 * and outlive a window that is closed on an unsaved text.
 */
export class PendingStore {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get(uri: vscode.Uri): PendingAnnotations | null {
    return this.#memory.get<PendingAnnotations>(keyOf(uri)) ?? null;
  }

  async set(uri: vscode.Uri, pending: PendingAnnotations): Promise<void> {
    await this.#memory.update(keyOf(uri), pending);
  }

  async forget(uri: vscode.Uri): Promise<void> {
    if (this.#memory.get(keyOf(uri)) !== undefined) {
      await this.#memory.update(keyOf(uri), undefined);
    }
  }
}

function keyOf(uri: vscode.Uri): string {
  return `${KEY_PREFIX}${uri.toString()}`;
}
