import * as vscode from "vscode";
import { COMPARE_COMMAND, type CompareArgument, type CopyComparisons } from "../copy-comparisons.ts";
import { editDocument } from "../edit-document.ts";
import { requestFixEdits } from "../server-requests.ts";
import type { ServerSession } from "../server-session.ts";
import { type CommandTable, mention, tell } from "./command-table.ts";

interface Services {
  readonly session: ServerSession;
  readonly comparisons: CopyComparisons;
}

/** Commands that show two paragraphs side by side, and take one of them away once somebody has looked at both. */
export function comparisonCommands(services: Services): CommandTable {
  return {
    [COMPARE_COMMAND]: (argument) => compare(services, argument),
    "pressmark.applyComparison": () => applyActive(services),
  };
}

async function compare({ session, comparisons }: Services, argument: unknown): Promise<void> {
  if (!isArgument(argument)) {
    return tell(vscode.l10n.t("To compare a paragraph with its copy, use the light bulb on its line."));
  }
  const { data } = argument;
  const { protocol2CodeConverter: converter } = await session.client();
  const document = await vscode.workspace.openTextDocument(converter.asUri(data.uri));
  if (document.version !== data.version || data.comparison === undefined) {
    return tell(changed());
  }
  const goes = converter.asRange(data.comparison.goes);
  const stays = converter.asRange(data.comparison.stays);
  await comparisons.show({ document, argument }, { goes, stays });
}

function changed(): string {
  return vscode.l10n.t(
    "The file changed meanwhile. Nothing was removed; start again from the light bulb on the paragraph.",
  );
}

async function applyActive({ session, comparisons }: Services): Promise<void> {
  const comparison = comparisons.active();
  if (comparison === undefined) {
    return tell(
      vscode.l10n.t(
        "There is no comparison to apply. Start one from the light bulb on a repeated paragraph.",
      ),
    );
  }
  const { document, argument } = comparison;
  if (document.isClosed || document.version !== argument.data.version) {
    return tell(changed());
  }
  const edit = await requestFixEdits(session, argument);
  await comparisons.closeActive();
  switch (await editDocument(document, argument.data.version, edit.get(document.uri))) {
    case "done":
      return mention(vscode.l10n.t("Removed. Undo takes it back in one step."));
    case "outdated":
      return tell(changed());
    case "locked":
      return tell(vscode.l10n.t("The file is read-only in this editor. Nothing was removed."));
  }
}

/** Commands can be called by anybody with anything. */
function isArgument(value: unknown): value is CompareArgument {
  const argument = value as Partial<CompareArgument> | null | undefined;
  return typeof argument?.title === "string" && typeof argument.data?.uri === "string";
}
