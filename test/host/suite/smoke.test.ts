import { strictEqual } from "node:assert";
import { type Extension, extensions, workspace } from "vscode";

describe("the extension in its development host", () => {
  it("is the one from the source folder, in a trusted workspace", () => {
    const extension: Extension<unknown> | undefined = extensions.getExtension("pressmark.pressmark");
    strictEqual(extension?.id, "pressmark.pressmark");
    strictEqual(workspace.isTrusted, true);
  });
});
