import { strictEqual } from "node:assert";
import { type Extension, extensions, workspace } from "vscode";
import { platform } from "./platform.ts";

describe("the extension in its development host", () => {
  it("is the one from the source folder, in a trusted workspace", () => {
    const extension: Extension<unknown> | undefined = extensions.getExtension("pressmark.pressmark");
    strictEqual(extension?.id, "pressmark.pressmark");
    strictEqual(workspace.isTrusted, true);
  });

  it("runs in the host that these tests are for", () => {
    const { name } = globalThis as { readonly name?: unknown };
    strictEqual(name === "ExtensionHostWorker" ? "web worker" : "Node", platform.name);
  });
});
