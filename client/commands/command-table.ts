import * as vscode from "vscode";
import { plainText } from "../plain-text.ts";
import type { ServerSession } from "../server-session.ts";

/** What each command does. Arguments come from menus, as VS Code defines them for the place. */
export type CommandTable = Readonly<Record<`pressmark.${string}`, Command>>;

export type Command = (...argumentsOfMenu: readonly unknown[]) => Promise<unknown> | undefined;

/** Registers every command behind one guard, which tells the user what went wrong, once and in plain words. */
export function registerCommands(table: CommandTable, session: ServerSession): vscode.Disposable {
  const registrations = Object.entries(table).map(([id, run]) =>
    vscode.commands.registerCommand(id, async (...argumentsOfMenu: readonly unknown[]) => {
      try {
        return await run(...argumentsOfMenu);
      } catch (error) {
        await report(error, session);
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}

/** Says that there was nothing to do, or what was asked for cannot be done here, and why. */
export function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

/** Says what was done, without asking for attention. */
export function mention(message: string): void {
  vscode.window.setStatusBarMessage(message, 6000);
}

async function report(error: unknown, session: ServerSession): Promise<void> {
  if (error instanceof vscode.CancellationError) {
    return;
  }
  const reason = reasonOf(error);
  session.log.error(error instanceof Error ? error : reason);
  const message = vscode.l10n.t("Pressmark could not do this. {0}", plainText(reason));
  const showLog = vscode.l10n.t("Show Log");
  if ((await vscode.window.showErrorMessage(message, showLog)) === showLog) {
    session.log.show();
  }
}

/** File systems say what happened in words of their own, or of the disk's. */
function reasonOf(error: unknown): string {
  if (error instanceof vscode.FileSystemError && error.code === "NoPermissions") {
    return vscode.l10n.t(
      "The file or folder cannot be written to: it is read-only, or somebody else’s. Choose another place, or work in a copy.",
    );
  }
  return error instanceof Error ? error.message : String(error);
}
