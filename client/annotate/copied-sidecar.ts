import type * as vscode from "vscode";
import {
  COPIED_SIDECAR_REQUEST,
  type CopiedSidecarParams,
  type CopiedSidecarResult,
} from "../../server/annotations-protocol.ts";
import { baseNameOf } from "../file-name.ts";
import type { AnnotationServices } from "./annotation-services.ts";
import { hashOfFile, updateSidecar } from "./sidecar-files.ts";

/**
 * Writes the sidecar of a cleaned copy, where anything is marked in the original: the marks at their places in the copy, with
 * their lines in the original and its hash. Marks of an older copy at the same place stay.
 *
 * @param text The copy's, as it was written.
 */
export async function copySidecar(
  { session, store }: Pick<AnnotationServices, "session" | "store">,
  document: vscode.TextDocument,
  copy: vscode.Uri,
  text: string,
): Promise<void> {
  if ((store.lastKnown(document)?.annotations.length ?? 0) === 0) {
    return;
  }
  const isAsOnDisk = !document.isUntitled && !document.isDirty;
  const rawHash = isAsOnDisk ? await hashOfFile(document.uri) : null;
  const name = baseNameOf(copy.path);
  await updateSidecar(session.updateFile, copy, async (existing) => {
    const params: Omit<CopiedSidecarParams, "textDocument"> = { text, name, rawHash, existing };
    const result = await store.request<CopiedSidecarResult>(document, COPIED_SIDECAR_REQUEST, params);
    return result.text;
  });
}
