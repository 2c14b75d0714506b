import * as vscode from "vscode";
import type { SourceIndex } from "./source-index.ts";

const REST = 300;

/** Colours what is said, who says it, and the words between, each with a line of its own so that colour is not the only sign. */
export class SourceColours implements vscode.Disposable {
  readonly #index: SourceIndex;
  readonly #content = decoration("pressmark.annotations.grey", "solid");
  readonly #source = decoration("pressmark.annotations.blue", "double");
  readonly #cue = decoration("pressmark.annotations.teal", "dotted");
  readonly #disposables: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(index: SourceIndex) {
    this.#index = index;
    this.#disposables = [
      this.#content,
      this.#source,
      this.#cue,
      index.onDidChange(() => this.#drawSoon()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#drawSoon()),
    ];
    this.#drawSoon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #drawSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const articles = new Set(this.#index.articles());
      for (const editor of vscode.window.visibleTextEditors) {
        if (articles.has(editor.document)) {
          void this.#draw(editor);
        }
      }
    }, REST);
  }

  async #draw(editor: vscode.TextEditor): Promise<void> {
    const known = await this.#index.statementsOf(editor.document);
    if (known === undefined || known.version !== editor.document.version) {
      return;
    }
    const { statements } = known;
    editor.setDecorations(
      this.#content,
      statements.flatMap(({ content }) => content),
    );
    editor.setDecorations(
      this.#source,
      statements.flatMap(({ source }) => source ?? []),
    );
    editor.setDecorations(
      this.#cue,
      statements.flatMap(({ cue }) => cue ?? []),
    );
  }
}

function decoration(color: string, borderStyle: string): vscode.TextEditorDecorationType {
  const borderColor = new vscode.ThemeColor(color);
  const backgroundColor = new vscode.ThemeColor(`${color}Background`);
  const borderWidth = borderStyle === "double" ? "0 0 3px 0" : "0 0 2px 0";
  return vscode.window.createTextEditorDecorationType({
    borderColor,
    backgroundColor,
    borderStyle,
    borderWidth,
  });
}
