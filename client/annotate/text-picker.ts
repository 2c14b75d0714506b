import * as vscode from "vscode";
import type { CommandTable } from "../commands/command-table.ts";
import { withoutWhiteSpace } from "./selected-ranges.ts";

/** The keybindings of package.json ask for it. */
const PICKING_CONTEXT = "pressmark.pickingInText";

/** Lets the user select something in the text, with the mouse or the keyboard, while a command waits for it. */
export class TextPicker implements vscode.Disposable {
  readonly commands: CommandTable = {
    "pressmark.pickSelection": async () => this.#end("picked"),
    "pressmark.cancelPick": async () => this.#end("cancelled"),
  };

  #editor: vscode.TextEditor | undefined;
  #done: ((range: vscode.Range | undefined) => void) | undefined;
  #prompt: vscode.StatusBarItem | undefined;

  /**
   * @param prompt What is to be selected, as the status bar says it.
   * @returns undefined when the user thought better of it, or selected nothing.
   */
  async pick(editor: vscode.TextEditor, prompt: string): Promise<vscode.Range | undefined> {
    this.#end("cancelled");
    const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    this.#editor = shown;
    this.#prompt = vscode.window.createStatusBarItem(
      "pressmark.pick",
      vscode.StatusBarAlignment.Left,
      Number.MAX_SAFE_INTEGER,
    );
    this.#prompt.name = vscode.l10n.t("Pressmark: Selection in the Text");
    this.#prompt.text = `$(target) ${prompt}`;
    this.#prompt.accessibilityInformation = { label: prompt };
    this.#prompt.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
    this.#prompt.command = "pressmark.pickSelection";
    this.#prompt.show();
    await vscode.commands.executeCommand("setContext", PICKING_CONTEXT, true);
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  dispose(): void {
    this.#end("cancelled");
  }

  #end(how: "picked" | "cancelled"): void {
    const done = this.#done;
    const editor = this.#editor;
    this.#done = undefined;
    this.#editor = undefined;
    if (done === undefined || editor === undefined) {
      return;
    }
    this.#prompt?.dispose();
    void vscode.commands.executeCommand("setContext", PICKING_CONTEXT, false);
    done(how === "picked" ? withoutWhiteSpace(editor.document, editor.selection) : undefined);
  }
}
