import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installVsix } from "../../build/host-server.ts";
import { obtainVscodeServer } from "../../build/host-vscode.ts";
import { root } from "../../build/paths.ts";
import { makeVsix } from "../../build/vsix.ts";
import { useWorkbench, type WorkbenchOptions } from "./open-workbench.ts";
import type { Workbench } from "./workbench.ts";

export type InstalledOptions = Omit<
  WorkbenchOptions,
  "extensionDevelopmentPath" | "extensionTestsPath" | "extensionsDirectory"
>;

/** A folder of extensions as a user has it, with the packaged extension in it. */
export interface InstalledExtension extends AsyncDisposable {
  /**
   * Opens a workbench with it, neither development host nor automation driver in play, for as long as `test` takes. `name` names the picture that is
   * taken when it fails.
   */
  use(name: string, options: InstalledOptions, test: (workbench: Workbench) => Promise<void>): Promise<void>;
}

/** Packs what is in dist/ (a production build) and installs the `.vsix` as a user does. */
export async function installExtension(): Promise<InstalledExtension> {
  const say = (line: string): void => console.log(line);
  const vscode = await obtainVscodeServer(root, say);
  const extensionsDirectory = await mkdtemp(join(tmpdir(), "pressmark-extensions-"));
  await mkdir(join(root, ".vscode-test"), { recursive: true });
  const vsix = join(root, ".vscode-test", "pressmark.vsix");
  await makeVsix(vsix);
  await installVsix(vscode, vsix, extensionsDirectory);
  const results = process.env["PRESSMARK_TEST_REPORTS"] ?? join(root, ".vscode-test", "results");
  return {
    use: (name, options, test) =>
      useWorkbench({ ...options, extensionsDirectory }, join(results, `installed-${name}.png`), test),
    [Symbol.asyncDispose]: () => rm(extensionsDirectory, { recursive: true, force: true, maxRetries: 5 }),
  };
}
