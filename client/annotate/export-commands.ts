import * as vscode from "vscode";
import {
  type AnnotationFormat,
  EXPORT_ANNOTATIONS_REQUEST,
  type ExportAnnotationsParams,
  type ExportAnnotationsResult,
  type ExportedFile,
} from "../../server/annotations-protocol.ts";
import { type CommandTable, mention, tell } from "../commands/command-table.ts";
import { noArticle } from "../commands/no-article.ts";
import { baseNameOf } from "../file-name.ts";
import { phrases } from "../phrases.ts";
import { plainText } from "../plain-text.ts";
import { readTextFile } from "../replace-file.ts";
import { saveAs, siblingOf } from "../save-as.ts";
import type { AnnotationServices } from "./annotation-services.ts";
import { sidecarOf } from "./sidecar-files.ts";

interface FormatItem extends vscode.QuickPickItem {
  readonly format: AnnotationFormat;
  /** What the file's name adds to the dump's; undefined where several files go into a folder. */
  readonly ending?: string;
}

/** Commands that take annotations along in other forms, and bring some in. */
export function exportCommands(services: AnnotationServices): CommandTable {
  const inDocument =
    (
      run: (services: AnnotationServices, document: vscode.TextDocument, argument: unknown) => Promise<void>,
    ) =>
    async (argument?: unknown): Promise<void> => {
      const editor = services.documents.activeEditor();
      return editor === undefined ? tell(noArticle()) : run(services, editor.document, argument);
    };
  return {
    "pressmark.exportAnnotations": inDocument(exportAnnotations),
    "pressmark.importAnnotations": inDocument(importAnnotations),
  };
}

async function exportAnnotations(
  { store }: AnnotationServices,
  document: vscode.TextDocument,
): Promise<void> {
  const { annotations } = await store.current(document);
  if (annotations.length === 0) {
    return tell(vscode.l10n.t("Nothing is marked in this file yet, so there is nothing to export."));
  }
  const item = await vscode.window.showQuickPick(formatItems(), {
    title: vscode.l10n.t("Export Annotations"),
    placeHolder: vscode.l10n.t("Export as"),
    matchOnDetail: true,
  });
  const delimiter = item?.format === "excel" ? await chooseDelimiter() : ",";
  if (item === undefined || delimiter === undefined) {
    return;
  }
  const params: Omit<ExportAnnotationsParams, "textDocument"> = { format: item.format, delimiter };
  const result = await store.request<ExportAnnotationsResult>(document, EXPORT_ANNOTATIONS_REQUEST, params);
  const [file] = result.files;
  const place =
    item.ending === undefined || file === undefined
      ? await writeIntoFolder(document, result.files)
      : await saveOne(document, item, file);
  if (place !== undefined) {
    mention(
      phrases.count(
        result.annotations,
        "Exported {0} annotation to {1}.",
        "Exported {0} annotations to {1}.",
        plainText(place),
      ),
    );
  }
}

function formatItems(): FormatItem[] {
  return [
    {
      format: "csv",
      label: "CSV",
      detail: vscode.l10n.t("A row for each annotation"),
      ending: ".annotations.csv",
    },
    {
      format: "excel",
      label: vscode.l10n.t("CSV for Excel"),
      detail: vscode.l10n.t("With the signs that spreadsheets need, and none that they would execute"),
      ending: ".annotations.csv",
    },
    {
      format: "jsonl",
      label: "JSON Lines",
      detail: vscode.l10n.t("An object for each annotation"),
      ending: ".annotations.jsonl",
    },
    {
      format: "md",
      label: "Markdown",
      detail: vscode.l10n.t("The article with its marks as footnotes"),
      ending: ".annotated.md",
    },
    {
      format: "label-studio",
      label: "Label Studio",
      detail: vscode.l10n.t("Tasks to import"),
      ending: ".label-studio.json",
    },
    {
      format: "webanno",
      label: "WebAnno TSV 3.3",
      detail: vscode.l10n.t("For INCEpTION, with its layers; a folder"),
    },
    { format: "brat", label: "brat", detail: vscode.l10n.t("Text, standoff and configuration; a folder") },
    {
      format: "jsonld",
      label: "JSON-LD",
      detail: vscode.l10n.t("W3C Web Annotations, as in the file beside the dump"),
      ending: ".exported.jsonld",
    },
  ];
}

async function chooseDelimiter(): Promise<ExportAnnotationsParams["delimiter"]> {
  const item = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t("Semicolon"), detail: vscode.l10n.t("Most of Europe"), delimiter: ";" as const },
      { label: vscode.l10n.t("Comma"), detail: vscode.l10n.t("English settings"), delimiter: "," as const },
      { label: vscode.l10n.t("Tab"), detail: vscode.l10n.t("Any settings"), delimiter: "\t" as const },
    ],
    { title: vscode.l10n.t("What Stands between Cells") },
  );
  return item?.delimiter;
}

async function saveOne(
  document: vscode.TextDocument,
  { label, ending }: FormatItem,
  { text }: ExportedFile,
): Promise<string | undefined> {
  const name = baseNameOf(document.uri.path);
  const saved = await saveAs({
    title: vscode.l10n.t("Export as {0}", label),
    suggestion: siblingOf(document, `${name}${ending}`),
    text,
    original: document.uri,
    filters: { [label]: [(ending ?? "").slice((ending ?? "").lastIndexOf(".") + 1)] },
  });
  return saved && baseNameOf(saved.path);
}

/** Nothing that lies in the folder is replaced unasked, and the dump and its sidecar never are. */
async function writeIntoFolder(
  document: vscode.TextDocument,
  files: readonly ExportedFile[],
): Promise<string | undefined> {
  const start = siblingOf(document, "");
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("The Folder to Export to"),
      openLabel: vscode.l10n.t("Export Here"),
      canSelectFiles: false,
      canSelectFolders: true,
      ...(start && { defaultUri: start }),
    })) ?? [];
  if (folder === undefined) {
    return undefined;
  }
  const targets = files.map(({ name, text }) => ({ uri: vscode.Uri.joinPath(folder, name), name, text }));
  const evidence = [document.uri, sidecarOf(document.uri)].map((uri) => uri.toString());
  if (targets.some(({ uri }) => evidence.includes(uri.toString()))) {
    throw new Error(
      vscode.l10n.t("The export holds a file of the same name as the dump. Choose another folder."),
    );
  }
  const there = await Promise.all(targets.map(({ uri }) => exists(uri)));
  const names = targets.filter((_, index) => there[index]).map(({ name }) => name);
  if (names.length > 0 && !(await mayReplace(names))) {
    return undefined;
  }
  for (const { uri, text } of targets) {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }
  return baseNameOf(folder.path);
}

async function mayReplace(names: readonly string[]): Promise<boolean> {
  const replace = vscode.l10n.t("Replace");
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("The folder holds these already: {0}. Replace them?", plainText(names.join(", "))),
    { modal: true },
    replace,
  );
  return answer === replace;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** @param argument The file to import; asked for where it is none. */
async function importAnnotations(
  { store }: AnnotationServices,
  document: vscode.TextDocument,
  argument: unknown,
): Promise<void> {
  const before = (await store.current(document)).annotations.length;
  const file = argument instanceof vscode.Uri ? argument : await chooseFile(document);
  const text = file && (await readTextFile(file));
  if (text === undefined || text === null) {
    return;
  }
  const { annotations } = await store.change(document, { kind: "import", text });
  const lost = annotations.filter(({ orphan }) => orphan !== null).length;
  const added = phrases.count(
    annotations.length - before,
    "Imported {0} annotation.",
    "Imported {0} annotations.",
  );
  mention(
    lost === 0
      ? added
      : vscode.l10n.t("{0} Some were not found in this text: the Annotations view lists them.", added),
  );
}

async function chooseFile(document: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const start = siblingOf(document, "");
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t("Import Annotations"),
    filters: { [vscode.l10n.t("Web Annotations")]: ["jsonld", "json"] },
    ...(start && { defaultUri: start }),
  });
  return files?.[0];
}
