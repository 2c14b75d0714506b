import * as vscode from "vscode";
import { RECOGNITION_HEAD_LENGTH } from "../server/core/article/format.ts";
import { recognise } from "../server/core/article/recognise.ts";
import { isServedScheme, LARGEST_SHARED_FILE } from "./documents.ts";
import type { Runtime } from "./server-session.ts";

/**
 * Says of a dump that VS Code keeps from all extensions, as it does above 50 MB, why nothing is said of it, and what does. There is no document
 * then that a language status could belong to; so the status bar tells it while the file's tab is the active one.
 */
export class LargeFileNotice implements vscode.Disposable {
  readonly #runtime: Pick<Runtime, "readLocalHead">;
  readonly #disposables: vscode.Disposable[];
  #item: vscode.StatusBarItem | undefined;
  /** The file that was asked for last: an answer for another one comes too late. */
  #asked = "";

  constructor(runtime: Pick<Runtime, "readLocalHead">) {
    this.#runtime = runtime;
    const update = (): void => void this.#update();
    this.#disposables = [
      vscode.window.tabGroups.onDidChangeTabs(update),
      vscode.window.tabGroups.onDidChangeTabGroups(update),
      vscode.workspace.onDidOpenTextDocument(update),
    ];
    update();
  }

  /** What is said at present. */
  get text(): string | undefined {
    return this.#item?.text;
  }

  dispose(): void {
    this.#hide();
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #update(): Promise<void> {
    const uri = hiddenFile();
    const asked = uri?.toString() ?? "";
    if (asked === this.#asked) {
      return;
    }
    this.#asked = asked;
    this.#hide();
    if (uri !== undefined && (await this.#isLargeDump(uri)) && this.#asked === asked) {
      this.#show();
    }
  }

  async #isLargeDump(uri: vscode.Uri): Promise<boolean> {
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      return size > LARGEST_SHARED_FILE && (await this.#mayBeDump(uri));
    } catch {
      // What cannot be looked at is nothing to speak of.
      return false;
    }
  }

  /** Where there is no disk to read a head from, the name has to do. */
  async #mayBeDump(uri: vscode.Uri): Promise<boolean> {
    const { readLocalHead } = this.#runtime;
    if (uri.scheme !== "file" || readLocalHead === undefined) {
      return /\.(?:txt|md)$/i.test(uri.path);
    }
    const head = await readLocalHead(uri.fsPath, RECOGNITION_HEAD_LENGTH);
    const isUtf16 = head[0] === 0xff && head[1] === 0xfe;
    return recognise(new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(head)).format !== null;
  }

  #show(): void {
    const item = vscode.window.createStatusBarItem(
      "pressmark.largeFile",
      vscode.StatusBarAlignment.Right,
      // Beside the language, where a reader looks for what VS Code takes the file for.
      101,
    );
    item.name = vscode.l10n.t("Pressmark: Large File");
    item.text = `$(warning) ${vscode.l10n.t("Pressmark: over 50 MB")}`;
    item.tooltip = explanation();
    item.accessibilityInformation = { label: explanation() };
    item.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
    item.command = "pressmark.explainLargeFile";
    item.show();
    this.#item = item;
  }

  #hide(): void {
    this.#item?.dispose();
    this.#item = undefined;
  }
}

/** What a click on the item tells, for whoever has no mouse to hover with. */
export async function explainLargeFile(): Promise<void> {
  await vscode.window.showInformationMessage(explanation());
}

function explanation(): string {
  return vscode.l10n.t(
    "VS Code gives a file of more than 50 MB to no extension, so Pressmark neither colours nor checks it here. On the command line it can be checked and cleaned: pressmark check FILE.",
  );
}

/** The file of the active tab when no document came for it. */
function hiddenFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputText) || !isServedScheme(input.uri)) {
    return undefined;
  }
  const uri = input.uri.toString();
  const isShared = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri);
  return isShared ? undefined : input.uri;
}
