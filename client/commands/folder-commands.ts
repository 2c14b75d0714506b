import * as vscode from "vscode";
import { EXPORT_FORMATS } from "../export-formats.ts";
import { exportPathsOf } from "../export-names.ts";
import { baseNameOf } from "../file-name.ts";
import { type FolderFile, filesOf, forEachFile, readDump } from "../folder-files.ts";
import type { FolderFindings } from "../folder-findings.ts";
import { counted, listed, plainText } from "../plain-text.ts";
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
          ? "There are no results of Check Folder to clear."
          : "The results of Check Folder are cleared.",
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
  const folder = await folderFrom(argument, "Check Folder");
  if (folder === undefined) {
    return;
  }
  const tally: Tally = { files: 0, dumps: 0, unreadable: 0 };
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  folderFindings.clear();
  const isWhole = await throughFolder(`Checking ${nameOf(folder)}`, folder, async (files, token, step) => {
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
  });
  const found = listed([
    counted(counts.error, "error", "errors"),
    counted(counts.warning, "warning", "warnings"),
    counted(counts.information, "note", "notes"),
    counted(counts.hint, "hint", "hints"),
  ]);
  const outcome = tally.dumps === 0 ? "" : ` ${found === "" ? "Nothing to mend" : found}.`;
  tellOutcome(`${isWhole ? "" : "Stopped. "}${tallyWords(tally)}${outcome}`, tally, session, found !== "");
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
  const folder = await folderFrom(argument, "Export Folder");
  if (folder === undefined) {
    return;
  }
  const choice = await vscode.window.showQuickPick(
    EXPORT_FORMATS.map((format) => ({ ...format, description: format.extension })),
    { title: `Export the Articles of ${nameOf(folder)}`, placeHolder: "Export as", matchOnDetail: true },
  );
  if (choice === undefined) {
    return;
  }
  const [target] =
    (await vscode.window.showOpenDialog({
      title: "Export into Folder",
      openLabel: "Export Here",
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: folder,
    })) ?? [];
  if (target === undefined) {
    return;
  }
  const tally: Tally = { files: 0, dumps: 0, unreadable: 0 };
  const writer = new ExportWriter(target);
  const isWhole = await throughFolder(`Exporting ${nameOf(folder)}`, folder, async (files, token, step) => {
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
  });
  const written = counted(writer.written, "file was written", "files were written") ?? "No file was written";
  const kept = counted(writer.kept, "existing file was kept", "existing files were kept");
  const outcome = ` ${listed([written, kept])}.`;
  tellOutcome(`${isWhole ? "" : "Stopped. "}${tallyWords(tally)}${outcome}`, tally, session, false);
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
  const replace: vscode.MessageItem = { title: "Replace Existing Files" };
  const keep: vscode.MessageItem = { title: "Keep Existing Files" };
  const answer = await vscode.window.showWarningMessage(
    `${plainText(path)} is there already, and so may be other files.`,
    { modal: true, detail: "The answer is taken for all files of this export. Cancel stops it." },
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
        message: `${done.toLocaleString("en")} of ${files.length.toLocaleString("en")} files`,
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

function tallyWords({ files, dumps, unreadable }: Tally): string {
  const looked = counted(files, "text file", "text files");
  if (looked === undefined) {
    return "There is no text file in this folder.";
  }
  const holding = counted(dumps, "holds", "hold") ?? "none holds";
  const leftOut = counted(unreadable, "file was left out", "files were left out");
  return `Of ${looked}, ${holding} scraped articles.${leftOut === undefined ? "" : ` ${leftOut}: the log says why.`}`;
}

/**
 * The outcome as a message: a person asked for it and may have waited long. The command has ended with it, whether the
 * message is ever answered or not.
 */
function tellOutcome(
  message: string,
  { unreadable }: Tally,
  session: ServerSession,
  hasProblems: boolean,
): void {
  const showProblems: Answer = {
    title: "Show Problems",
    run: () => void vscode.commands.executeCommand("workbench.actions.view.problems"),
  };
  const showLog: Answer = { title: "Show Log", run: () => session.log.show() };
  const answers = [...(hasProblems ? [showProblems] : []), ...(unreadable > 0 ? [showLog] : [])];
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
      tell(`${title} works on a folder. Open one first.`);
    }
    return folders[0]?.uri;
  }
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: title }))?.uri;
}

function nameOf(folder: vscode.Uri): string {
  return plainText(baseNameOf(folder.path) || folder.path);
}
