import * as vscode from "vscode";
import { exportFormats } from "../export-formats.ts";
import { exportPathsOf } from "../export-names.ts";
import { baseNameOf } from "../file-name.ts";
import { type FolderFile, filesOf, forEachFile, readDump } from "../folder-files.ts";
import type { FolderFindings } from "../folder-findings.ts";
import { counted, phrases } from "../phrases.ts";
import { listed, plainText } from "../plain-text.ts";
import { requestLearning, requestTextCheck, requestTextExport } from "../server-requests.ts";
import type { ServerSession } from "../server-session.ts";
import { type CommandTable, tell } from "./command-table.ts";

interface Services {
  readonly session: ServerSession;
  readonly folderFindings: FolderFindings;
}

/** Commands on a folder: from the explorer with its URI, from the palette with the workspace's folder. */
export function folderCommands(services: Services): CommandTable {
  return {
    "pressmark.checkFolder": (folder) => checkFolder(services, folder),
    "pressmark.clearFolderResults": async () => {
      const count = services.folderFindings.clear();
      tell(
        count === 0
          ? vscode.l10n.t("There are no results of Check Folder to clear.")
          : vscode.l10n.t("The results of Check Folder are cleared."),
      );
    },
    "pressmark.exportFolder": (folder) => exportFolder(services, folder),
  };
}

/** What was met on the way through a folder. */
interface Tally {
  files: number;
  dumps: number;
  unreadable: number;
}

async function checkFolder({ session, folderFindings }: Services, argument: unknown): Promise<void> {
  const folder = await folderFrom(argument, vscode.l10n.t("Check Folder"));
  if (folder === undefined) {
    return;
  }
  const tally: Tally = { files: 0, dumps: 0, unreadable: 0 };
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  folderFindings.clear();
  const isWhole = await throughFolder(
    vscode.l10n.t("Checking {0}", nameOf(folder)),
    folder,
    async (files, token, step) => {
      const learned = await learnFrom(session, files, token);
      await forEachFile(files, token, async (file) => {
        const text = await dumpText(session, file, tally);
        if (text !== undefined && !token.isCancellationRequested) {
          const params = { path: file.path, text, uri: file.uri.toString(), learned };
          const { findings } = await requestTextCheck(session, params, token);
          folderFindings.set(file.uri, findings);
          for (const { severity } of findings) {
            counts[severity]++;
          }
        }
        step();
      });
    },
  );
  const found = listed([
    counted(counts.error, "{0} error", "{0} errors"),
    counted(counts.warning, "{0} warning", "{0} warnings"),
    counted(counts.information, "{0} note", "{0} notes"),
    counted(counts.hint, "{0} hint", "{0} hints"),
  ]);
  const outcome = found === "" ? vscode.l10n.t("Nothing to mend.") : vscode.l10n.t("Found: {0}.", found);
  tellOutcome(
    [...tallySentences(tally, isWhole), ...(tally.dumps === 0 ? [] : [outcome])],
    tally,
    session,
    found !== "",
  );
}

/** So many files tell what their sites repeat on their pages; below the least there is nothing to be told. */
const MOST_FILES_LEARNED_FROM = 200;
const LEAST_FILES_LEARNED_FROM = 4;

/** In UTF-16 code units: a longer file holds many articles and is not needed. */
const LONGEST_TEXT_LEARNED_FROM = 200_000;

async function learnFrom(
  session: ServerSession,
  files: readonly FolderFile[],
  token: vscode.CancellationToken,
): Promise<Awaited<ReturnType<typeof requestLearning>>> {
  if (files.length < LEAST_FILES_LEARNED_FROM) {
    return [];
  }
  const step = Math.max(1, files.length / MOST_FILES_LEARNED_FROM);
  const count = Math.min(files.length, MOST_FILES_LEARNED_FROM);
  const sample = Array.from({ length: count }, (_, index) => files[Math.floor(index * step)] as FolderFile);
  const texts: string[] = [];
  await forEachFile(sample, token, async ({ uri }) => {
    const file = await readDump(uri);
    if (file.kind === "text" && file.text.length <= LONGEST_TEXT_LEARNED_FROM) {
      texts.push(file.text);
    }
  });
  return token.isCancellationRequested ? [] : requestLearning(session, texts, token);
}

async function exportFolder({ session }: Services, argument: unknown): Promise<void> {
  const folder = await folderFrom(argument, vscode.l10n.t("Export Folder"));
  if (folder === undefined) {
    return;
  }
  const choice = await vscode.window.showQuickPick(
    exportFormats().map((format) => ({ ...format, description: format.extension })),
    {
      title: vscode.l10n.t("Export the Articles of {0}", nameOf(folder)),
      placeHolder: vscode.l10n.t("Export as"),
      matchOnDetail: true,
    },
  );
  if (choice === undefined) {
    return;
  }
  const [target] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Export into Folder"),
      openLabel: vscode.l10n.t("Export Here"),
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: folder,
    })) ?? [];
  if (target === undefined) {
    return;
  }
  const tally: Tally = { files: 0, dumps: 0, unreadable: 0 };
  const writer = new ExportWriter(target);
  const isWhole = await throughFolder(
    vscode.l10n.t("Exporting {0}", nameOf(folder)),
    folder,
    async (files, token, step) => {
      const paths = exportPathsOf(
        files.map(({ path }) => path),
        choice.extension,
      );
      await forEachFile(files, token, async (file, index) => {
        const text = await dumpText(session, file, tally);
        if (text !== undefined && !token.isCancellationRequested) {
          const params = { path: file.path, text, format: choice.format };
          const result = await requestTextExport(session, params, token);
          if (result.articles > 0 && !token.isCancellationRequested) {
            await writer.write(paths[index] as string, result.text);
          }
        }
        step();
      });
    },
  );
  const outcome = [
    counted(writer.written, "{0} file was written.", "{0} files were written.") ??
      vscode.l10n.t("No file was written."),
    counted(writer.kept, "{0} existing file was kept.", "{0} existing files were kept."),
  ];
  tellOutcome([...tallySentences(tally, isWhole), ...outcome], tally, session, false);
}

/** Writes exports below a folder. Whether files that are there already are replaced is asked once. */
class ExportWriter {
  written = 0;
  kept = 0;
  readonly #target: vscode.Uri;
  #answer: Promise<boolean> | undefined;

  constructor(target: vscode.Uri) {
    this.#target = target;
  }

  async write(path: string, text: string): Promise<void> {
    const uri = vscode.Uri.joinPath(this.#target, path);
    if ((await exists(uri)) && !(await this.#mayReplace(path))) {
      this.kept++;
      return;
    }
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, ".."));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    this.written++;
  }

  #mayReplace(path: string): Promise<boolean> {
    this.#answer ??= askToReplace(path);
    return this.#answer;
  }
}

async function askToReplace(path: string): Promise<boolean> {
  const replace: vscode.MessageItem = { title: vscode.l10n.t("Replace Existing Files") };
  const keep: vscode.MessageItem = { title: vscode.l10n.t("Keep Existing Files") };
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("{0} is there already, and so may be other files.", plainText(path)),
    {
      modal: true,
      detail: vscode.l10n.t("The answer is taken for all files of this export. Cancel stops it."),
    },
    replace,
    keep,
  );
  if (answer === undefined) {
    throw new vscode.CancellationError();
  }
  return answer === replace;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Walks through a folder's files with a progress that can be cancelled. False when it was. */
async function throughFolder(
  title: string,
  folder: vscode.Uri,
  use: (files: readonly FolderFile[], token: vscode.CancellationToken, step: () => void) => Promise<void>,
): Promise<boolean> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const files = await filesOf(folder, token);
    let done = 0;
    const step = (): void => {
      done++;
      progress.report({
        increment: 100 / files.length,
        message: vscode.l10n.t("{0} of {1}", phrases.number(done), phrases.number(files.length)),
      });
    };
    await use(files, token, step);
    return !token.isCancellationRequested;
  });
}

/** The text of a file that is a dump, else undefined. Counts it, and logs what could not be read. */
async function dumpText(
  session: ServerSession,
  { uri, path }: FolderFile,
  tally: Tally,
): Promise<string | undefined> {
  const file = await readDump(uri);
  tally.files++;
  switch (file.kind) {
    case "text":
      tally.dumps++;
      return file.text;
    case "unreadable":
      tally.unreadable++;
      session.log.warn(`${path} was left out. ${file.reason}`);
      return undefined;
    case "other":
      return undefined;
  }
}

function tallySentences({ files, dumps, unreadable }: Tally, isWhole: boolean): (string | undefined)[] {
  const looked = counted(files, "{0} text file was looked at.", "{0} text files were looked at.");
  const stopped = isWhole ? undefined : vscode.l10n.t("Stopped.");
  if (looked === undefined) {
    return [stopped, vscode.l10n.t("There is no text file in this folder.")];
  }
  return [
    stopped,
    looked,
    counted(dumps, "{0} holds scraped articles.", "{0} hold scraped articles.") ??
      vscode.l10n.t("None holds scraped articles."),
    counted(
      unreadable,
      "{0} file was left out: the log says why.",
      "{0} files were left out: the log says why.",
    ),
  ];
}

/**
 * The outcome as a message: a person asked for it and may have waited long. The command has ended with it, whether the
 * message is ever answered or not.
 */
function tellOutcome(
  sentences: readonly (string | undefined)[],
  { unreadable }: Tally,
  session: ServerSession,
  hasProblems: boolean,
): void {
  const showProblems: Answer = {
    title: vscode.l10n.t("Show Problems"),
    run: () => void vscode.commands.executeCommand("workbench.actions.view.problems"),
  };
  const showLog: Answer = { title: vscode.l10n.t("Show Log"), run: () => session.log.show() };
  const answers = [...(hasProblems ? [showProblems] : []), ...(unreadable > 0 ? [showLog] : [])];
  const message = sentences.filter((sentence) => sentence !== undefined).join(" ");
  void vscode.window.showInformationMessage(message, ...answers).then((answer) => answer?.run());
}

interface Answer extends vscode.MessageItem {
  run(): void;
}

/** The folder of the explorer's menu; from the palette the workspace's, asked for when there are several. */
async function folderFrom(argument: unknown, title: string): Promise<vscode.Uri | undefined> {
  if (argument instanceof vscode.Uri) {
    return argument;
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length <= 1) {
    if (folders[0] === undefined) {
      tell(vscode.l10n.t("{0} works on a folder. Open one first.", title));
    }
    return folders[0]?.uri;
  }
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: title }))?.uri;
}

function nameOf(folder: vscode.Uri): string {
  return plainText(baseNameOf(folder.path) || folder.path);
}
