import * as vscode from "vscode";
import type { Annotation } from "./annotation.ts";
import type { AnnotationStore } from "./annotation-store.ts";
import { type Label, labelsFor, NEUTRAL_COLOR } from "./labels.ts";

/** What a colour of ours is called that fills where the other draws a line. */
const BACKGROUND = "Background";
const OWN_COLORS = "pressmark.annotations.";

/**
 * The lines by which marks are told apart where colours are not: one style per label, in the order of the set, then over
 * again.
 */
const LINES: readonly Pick<vscode.DecorationRenderOptions, "borderStyle" | "borderWidth">[] = [
  { borderStyle: "solid", borderWidth: "0 0 2px 0" },
  { borderStyle: "dashed", borderWidth: "0 0 2px 0" },
  { borderStyle: "dotted", borderWidth: "0 0 2px 0" },
  { borderStyle: "double", borderWidth: "0 0 3px 0" },
  { borderStyle: "solid", borderWidth: "1px" },
  { borderStyle: "dashed", borderWidth: "1px" },
  { borderStyle: "dotted", borderWidth: "1px" },
  { borderStyle: "solid", borderWidth: "1px 0 1px 0" },
];

/** Of a statement: who says it, and the words that tie it to what is said. The content is drawn like a mark. */
const CONTENT = "statement:content";
const CUE = "statement:cue";
const SOURCE = "statement:source";
const NEUTRAL = "neutral";

/** Draws the marks in all editors of a document, each label in its colour and its kind of line. */
export class AnnotationDecorations implements vscode.Disposable {
  readonly #store: AnnotationStore;
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();
  readonly #disposables: vscode.Disposable[];

  constructor(store: AnnotationStore) {
    this.#store = store;
    this.#disposables = [
      store.onDidChange((document) => this.#draw(document)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) {
          this.#drawIn(editor);
        }
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("pressmark.annotations.labels")) {
          this.#renew();
        }
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables, ...this.#types.values()).dispose();
  }

  #renew(): void {
    vscode.Disposable.from(...this.#types.values()).dispose();
    this.#types.clear();
    for (const editor of vscode.window.visibleTextEditors) {
      this.#drawIn(editor);
    }
  }

  #draw(document: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) {
        this.#drawIn(editor);
      }
    }
  }

  #drawIn(editor: vscode.TextEditor): void {
    const { document } = editor;
    const state = this.#store.lastKnown(document);
    // VS Code moves what is drawn with the edits; what the server knew of an older version would jump back.
    if (state !== undefined && state.version !== document.version) {
      return;
    }
    const labels = labelsFor(document.uri);
    const places = new Map<string, vscode.Range[]>();
    for (const annotation of state?.annotations ?? []) {
      for (const [look, ranges] of looksOf(annotation, labels)) {
        const known = places.get(look);
        known === undefined ? places.set(look, [...ranges]) : known.push(...ranges);
      }
    }
    for (const look of places.keys()) {
      this.#typeOf(look, labels);
    }
    for (const [look, type] of this.#types) {
      editor.setDecorations(type, places.get(look) ?? []);
    }
  }

  #typeOf(look: string, labels: readonly Label[]): vscode.TextEditorDecorationType {
    const known = this.#types.get(look);
    if (known !== undefined) {
      return known;
    }
    const type = vscode.window.createTextEditorDecorationType(renderOptionsOf(look, labels));
    this.#types.set(look, type);
    return type;
  }
}

/** By what each part of a mark is drawn. */
function looksOf(
  { labels: names, ranges, statement }: Annotation,
  labels: readonly Label[],
): [string, readonly vscode.Range[]][] {
  const known = names.filter((name) => labels.some((label) => label.name === name));
  const looks: [string, readonly vscode.Range[]][] = known.map((name) => [`label:${name}`, ranges]);
  if (looks.length === 0) {
    looks.push([statement === null ? NEUTRAL : CONTENT, ranges]);
  }
  if (statement?.cue) {
    looks.push([CUE, [statement.cue]]);
  }
  if (statement?.source) {
    looks.push([SOURCE, [statement.source]]);
  }
  return looks;
}

function renderOptionsOf(look: string, labels: readonly Label[]): vscode.DecorationRenderOptions {
  const at = labels.findIndex(({ name }) => `label:${name}` === look);
  const color = labels[at]?.color ?? colorOfPart(look);
  const line = at < 0 ? lineOfPart(look) : LINES[at % LINES.length];
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    ...line,
    borderColor: new vscode.ThemeColor(color),
    ...(color.startsWith(OWN_COLORS) && {
      backgroundColor: new vscode.ThemeColor(`${color}${BACKGROUND}`),
    }),
    overviewRulerColor: new vscode.ThemeColor(color),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  };
}

function colorOfPart(look: string): string {
  switch (look) {
    case CONTENT:
      return "pressmark.annotations.blue";
    case CUE:
      return "pressmark.annotations.teal";
    case SOURCE:
      return "pressmark.annotations.purple";
    default:
      return NEUTRAL_COLOR;
  }
}

function lineOfPart(look: string): (typeof LINES)[number] {
  switch (look) {
    case CONTENT:
      return { borderStyle: "solid", borderWidth: "0 0 1px 0" };
    case CUE:
      return { borderStyle: "dotted", borderWidth: "0 0 2px 0" };
    case SOURCE:
      return { borderStyle: "solid", borderWidth: "1px" };
    default:
      return { borderStyle: "dashed", borderWidth: "0 0 1px 0" };
  }
}
