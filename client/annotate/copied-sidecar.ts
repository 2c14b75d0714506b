import type * as vscode from "vscode";
import {
  COPIED_SIDECAR_REQUEST,
  type CopiedSidecarParams,
  type CopiedSidecarResult,
} from "../../server/annotations-protocol.ts";
import { baseNameOf } from "../file-name.ts";
import type { AnnotationStore } from "./annotation-store.ts";
import { hashOfFile, readSidecar, writeSidecar } from "./sidecar-files.ts";

/**
 * Writes the sidecar of a cleaned copy, where anything is marked in the original: the marks at their places in the copy, with
 * their lines in the original and its hash. Marks of an older copy at the same place stay.
 *
 * @param text The copy's, as it was written.
 */
export async function copySidecar(
  store: AnnotationStore,
  document: vscode.TextDocument,
  copy: vscode.Uri,
  text: string,
): Promise<void> {
  if ((store.lastKnown(document)?.annotations.length ?? 0) === 0) {
    return;
  }
  const isAsOnDisk = !document.isUntitled && !document.isDirty;
  const params: Omit<CopiedSidecarParams, "textDocument"> = {
    text,
    name: baseNameOf(copy.path),
    rawHash: isAsOnDisk ? await hashOfFile(document.uri) : null,
    existing: await readSidecar(copy),
  };
  const result = await store.request<CopiedSidecarResult>(document, COPIED_SIDECAR_REQUEST, params);
  if (result.text !== null) {
    await writeSidecar(copy, result.text);
  }
}
