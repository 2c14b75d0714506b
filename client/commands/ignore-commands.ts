import * as vscode from "vscode";
import {
  IGNORE_COMMAND,
  IGNORE_REQUEST,
  IGNORED_ENTRIES_REQUEST,
  type IgnoreCommandArgument,
  type IgnoredEntriesResult,
  type IgnoredEntry,
  type IgnoreParams,
  type IgnoreResult,
  REMOVE_IGNORED_REQUEST,
} from "../../server/protocol.ts";
import { phrases } from "../phrases.ts";
import { plainText } from "../plain-text.ts";
import type { ServerSession } from "../server-session.ts";
import { type CommandTable, mention, tell } from "./command-table.ts";

interface Services {
  readonly session: ServerSession;
}

/** Commands that put findings into the folder's ignore file and take them out again. */
export function ignoreCommands({ session }: Services): CommandTable {
  return {
    [IGNORE_COMMAND]: (argument) => ignore(session, argument),
    "pressmark.manageIgnored": () => manageIgnored(session),
  };
}

async function ignore(session: ServerSession, argument: unknown): Promise<void> {
  if (!isArgument(argument)) {
    return tell(vscode.l10n.t("To ignore a finding, use the light bulb on its line."));
  }
  const client = await session.client();
  const folder = vscode.workspace.getWorkspaceFolder(client.protocol2CodeConverter.asUri(argument.uri));
  if (folder === undefined) {
    return tell(
      vscode.l10n.t("What is ignored is kept in the folder of the workspace, and this file lies in none."),
    );
  }
  let problem: string | null = null;
  await session.ignoreFiles.change(folder.uri, async (list) => {
    const params: IgnoreParams = {
      textDocument: { uri: argument.uri },
      fingerprint: argument.fingerprint,
      scope: argument.scope,
      list,
    };
    const result = await session.request<IgnoreResult>(IGNORE_REQUEST, params);
    problem = result.problem;
    return result.list;
  });
  if (problem !== null) {
    return tell(problem);
  }
  mention(vscode.l10n.t("Ignored. “Manage Ignored Findings” takes it back."));
}

/** Commands can be called by anybody with anything. */
function isArgument(value: unknown): value is IgnoreCommandArgument {
  const argument = value as Partial<IgnoreCommandArgument> | null | undefined;
  return (
    typeof argument?.uri === "string" &&
    typeof argument.fingerprint === "string" &&
    (argument.scope === "finding" || argument.scope === "file" || argument.scope === "site")
  );
}

interface EntryItem extends vscode.QuickPickItem {
  readonly folder: vscode.Uri;
  readonly key: string;
}

async function manageIgnored(session: ServerSession): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const items: EntryItem[] = [];
  const problems: string[] = [];
  for (const { uri, name } of folders) {
    const list = await session.ignoreFiles.read(uri);
    const { entries, problem } = await session.request<IgnoredEntriesResult>(IGNORED_ENTRIES_REQUEST, {
      list,
    });
    const where = folders.length > 1 ? `${name}: ` : "";
    items.push(...entries.map((entry) => itemOf(entry, uri, where)));
    if (problem !== null) {
      problems.push(problem);
    }
  }
  if (items.length === 0) {
    return tell(problems[0] ?? vscode.l10n.t("No findings are ignored in this workspace."));
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Ignored Findings"),
    placeHolder: vscode.l10n.t("Choose what is to be reported again"),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen === undefined || chosen.length === 0) {
    return;
  }
  for (const { uri } of folders) {
    const keys = chosen.filter(({ folder }) => folder.toString() === uri.toString()).map(({ key }) => key);
    if (keys.length > 0) {
      await session.ignoreFiles.change(uri, async (list) => {
        const result = await session.request<IgnoreResult>(REMOVE_IGNORED_REQUEST, { list, keys });
        if (result.problem !== null) {
          throw new Error(result.problem);
        }
        return result.list;
      });
    }
  }
  mention(
    phrases.count(chosen.length, "{0} entry is no longer ignored.", "{0} entries are no longer ignored."),
  );
}

/** Names and words of dumps are shown as they are, never as icons or links. */
function itemOf(entry: IgnoredEntry, folder: vscode.Uri, where: string): EntryItem {
  const place = entry.site ?? entry.file ?? vscode.l10n.t("everywhere");
  return {
    label: plainText(entry.check),
    description: plainText(`${where}${place}`),
    detail: entry.isWholeCheck
      ? vscode.l10n.t("All findings of this kind")
      : plainText(entry.text ?? vscode.l10n.t("One finding")),
    folder,
    key: entry.key,
  };
}
