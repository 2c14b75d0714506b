import * as vscode from "vscode";
import { SIDECAR_SUFFIX } from "../../server/annotations-protocol.ts";
import { baseNameOf } from "../file-name.ts";
import { readWholeFile, type UpdateFile } from "../replace-file.ts";

/** The place of a dump's annotations: beside it. */
export function sidecarOf(dump: vscode.Uri): vscode.Uri {
  return dump.with({ path: `${dump.path}${SIDECAR_SUFFIX}` });
}

/** The sidecar's text; null where there is none. Throws, in words for the user, where there is one that cannot be read. */
export async function readSidecar(dump: vscode.Uri): Promise<string | null> {
  try {
    return await readWholeFile(sidecarOf(dump));
  } catch (error) {
    const reason = error instanceof TypeError ? vscode.l10n.t("It is not in UTF-8.") : messageOf(error);
    throw new Error(
      vscode.l10n.t(
        "{0} cannot be read, so nothing is written over it. {1}",
        baseNameOf(sidecarOf(dump).path),
        reason,
      ),
    );
  }
}

/**
 * Changes a dump's sidecar, which other windows may be changing too. Throws, in words for the user, where it cannot be written.
 *
 * @param change Makes its new text of the present one, as an `UpdateFile` asks for it. What it throws is thrown as it is.
 */
export async function updateSidecar(
  updateFile: UpdateFile<vscode.Uri>,
  dump: vscode.Uri,
  change: (text: string | null) => Promise<string | null>,
): Promise<string | null> {
  const target = sidecarOf(dump);
  const name = baseNameOf(target.path);
  if (isOpenAndChanged(target)) {
    throw new Error(
      vscode.l10n.t(
        "{0} is open and has changes that are not saved. Save it or throw them away first.",
        name,
      ),
    );
  }
  if (vscode.workspace.fs.isWritableFileSystem(target.scheme) === false) {
    throw new Error(vscode.l10n.t("{0} cannot be written: this file system is read-only.", name));
  }
  let isChanging = false;
  try {
    return await updateFile(target, async (text) => {
      isChanging = true;
      const changed = await change(text);
      isChanging = false;
      return changed;
    });
  } catch (error) {
    if (isChanging) {
      throw error;
    }
    throw new Error(vscode.l10n.t("{0} could not be written. {1}", name, messageOf(error)));
  }
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export async function hashOfFile(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  // A view of a larger buffer, as file systems hand them out, is copied: what is hashed must be the file alone.
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Calls back when a dump's sidecar may have been written by somebody else, or by us. */
export function watchSidecar(dump: vscode.Uri, changed: () => void): vscode.Disposable {
  const target = sidecarOf(dump).toString();
  // The name is compared and not made a pattern of: it may hold any sign that means something in one.
  const folder = vscode.Uri.joinPath(dump, "..");
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(folder, `*${SIDECAR_SUFFIX}`),
  );
  const look = (uri: vscode.Uri): void => {
    if (uri.toString() === target) {
      changed();
    }
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(look),
    watcher.onDidCreate(look),
    watcher.onDidDelete(look),
  );
}

function isOpenAndChanged(target: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    ({ uri, isDirty }) => isDirty && uri.toString() === target.toString(),
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
