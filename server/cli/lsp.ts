import { type Command, EXIT_CLEAN } from "./command.ts";
import { readOptions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

const HELP = `Usage: pressmark lsp --stdio

Serves an editor by the Language Server Protocol on standard input and output. docs/editors.md says how editors start it.
`;

export const lspCommand: Command = {
  help: HELP,
  async run(parameters) {
    // Editors add options of their own, as --clientProcessId=123, which mean nothing to the one who types the command.
    const { values } = readOptions(
      "lsp",
      parameters.filter((parameter) => !parameter.startsWith("--clientProcessId")),
      {
        stdio: { type: "boolean", default: false },
      },
    );
    if (!values.stdio) {
      throw new UsageError("lsp speaks on standard input and output only: pressmark lsp --stdio");
    }
    await import("../node/main.ts");
    return EXIT_CLEAN;
  },
};
