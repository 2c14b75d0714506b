import { strictEqual } from "node:assert";
import { extensions, workspace } from "vscode";

describe("the extension in Restricted Mode", () => {
  it("is not disabled although the workspace is not trusted", () => {
    strictEqual(workspace.isTrusted, false);
    strictEqual(extensions.getExtension("pressmark.pressmark")?.id, "pressmark.pressmark");
  });
});
