import * as vscode from "vscode";
import type { DocumentRecogniser } from "../recognition.ts";
import type { ServerSession } from "../server-session.ts";
import { type CommandTable, tell } from "./command-table.ts";
import { explainRecognition } from "./explain-recognition.ts";

interface Services {
  readonly context: vscode.ExtensionContext;
  readonly session: ServerSession;
  readonly recogniser: DocumentRecogniser;
}

/** Commands about the extension itself and about a document's language. */
export function sessionCommands({ context, session, recogniser }: Services): CommandTable {
  const inEditor = (run: (editor: vscode.TextEditor) => Promise<void>) => async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    return editor === undefined ? tell(vscode.l10n.t("There is no text in the active editor.")) : run(editor);
  };
  return {
    "pressmark.treatAsArticle": inEditor(({ document }) => recogniser.treatAsArticle(document)),
    "pressmark.treatAsPlainText": inEditor(({ document }) => recogniser.treatAsPlainText(document)),
    "pressmark.explainRecognition": inEditor((editor) => explainRecognition(editor, session, recogniser)),
    "pressmark.showLog": async () => session.log.show(),
    "pressmark.restartServer": () => session.restart(),
    "pressmark.openWalkthrough": () =>
      Promise.resolve(
        vscode.commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`),
      ),
    "pressmark.openSample": () => openSample(context.extensionUri),
  };
}

/** Opens the walkthrough's dump as an untitled document: nothing of the user's is touched, and it may be edited at will. */
async function openSample(extension: vscode.Uri): Promise<void> {
  const file = vscode.Uri.joinPath(extension, "client", "walkthrough", "sample-dump.txt");
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const document = await vscode.workspace.openTextDocument({ content, language: "plaintext" });
  await vscode.window.showTextDocument(document);
}
