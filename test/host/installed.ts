import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installVsix } from "../../build/host-server.ts";
import { obtainVscodeServer } from "../../build/host-vscode.ts";
import { root } from "../../build/paths.ts";
import { makeVsix } from "../../build/vsix.ts";
import { openWorkbench, type Workbench, type WorkbenchOptions } from "./workbench.ts";

/** A folder of extensions as a user has it, with the packaged extension in it. */
export interface InstalledExtension extends AsyncDisposable {
  /** Opens a workbench with it. Neither the development host nor the automation driver is in play. */
  open(
    options: Omit<
      WorkbenchOptions,
      "extensionDevelopmentPath" | "extensionTestsPath" | "extensionsDirectory"
    >,
  ): Promise<Workbench>;
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
  return {
    open: (options) => openWorkbench({ ...options, extensionsDirectory }),
    [Symbol.asyncDispose]: () => rm(extensionsDirectory, { recursive: true, force: true, maxRetries: 5 }),
  };
}
