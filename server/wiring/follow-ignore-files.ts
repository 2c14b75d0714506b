import { DidChangeWatchedFilesNotification, NotificationType } from "vscode-languageserver";
import { IGNORE_FILE } from "../core/checks/shared/ignore-list.ts";
import { IGNORE_LISTS_NOTIFICATION, type IgnoreListOfFolder, type IgnoreListsParams } from "../protocol.ts";
import type { Server } from "./document-requests.ts";
import { guardTask } from "./guard.ts";
import { readFolders } from "./read-folders.ts";

/**
 * Keeps the ignore files up to date. A client that says so sends them, since it alone knows the workspace's file
 * systems; for others the server reads them from the folders that the client named, when it starts, when a document is opened and when
 * the client tells that one changed.
 *
 * @param initial What the client sent with its first request; undefined when it leaves the files to the server.
 * @param changed Called when other findings may be ignored than before.
 * @returns what is to be called when the client is initialised.
 */
export function followIgnoreFiles(
  server: Server,
  initial: readonly IgnoreListOfFolder[] | undefined,
  changed: () => void,
): () => void {
  const { connection, documents, ignoring } = server;
  if (initial !== undefined) {
    ignoring.set(initial);
    connection.onNotification(
      new NotificationType<IgnoreListsParams>(IGNORE_LISTS_NOTIFICATION),
      (params) => {
        if (ignoring.set(readFolders(params?.folders))) {
          changed();
        }
      },
    );
    return () => {};
  }
  const readText = server.runtime.readText;
  const folders = server.abilities.folders;
  if (readText === undefined || folders.length === 0) {
    return () => {};
  }
  const reload = async (): Promise<void> => {
    const lists = await Promise.all(
      folders.map(async (uri) => ({
        uri,
        text: (await readText(`${uri}${uri.endsWith("/") ? "" : "/"}${IGNORE_FILE}`)) ?? null,
      })),
    );
    if (ignoring.set(lists)) {
      changed();
    }
  };
  const reloadGuarded = (): void => {
    ignoring.reading(guardTask(server.log, () => ({ method: IGNORE_FILE }), reload));
  };
  documents.onDidOpen(reloadGuarded);
  connection.onDidChangeWatchedFiles(reloadGuarded);
  return () => {
    reloadGuarded();
    if (server.abilities.watchesFiles) {
      const register = async (): Promise<void> => {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: `**/${IGNORE_FILE}` }],
        });
      };
      void guardTask(server.log, () => ({ method: "client/registerCapability" }), register);
    }
  };
}
