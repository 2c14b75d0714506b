import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { format, parseArgs } from "node:util";
import { installVsix } from "../../build/host-server.ts";
import { obtainVscodeServer } from "../../build/host-vscode.ts";
import { root } from "../../build/paths.ts";
import { openWorkbench } from "./open-workbench.ts";
import { isKnownNoise } from "./page-trouble.ts";
import { onEndSignal } from "./signals.ts";
import type { Workbench } from "./workbench.ts";

// A stand-in for the desktop executable `code`: it understands the part of its command line that running an extension's tests needs, and does it with
// VS Code's own server and a workbench in Chromium. Its exit code is that of the tests, which run in the real extension host.
//
//   code-web --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--extensions-dir=DIR] [--user-data-dir=DIR] [--restricted] [--locale=LANGUAGE]
//     [FOLDER | --folder-uri=URI]
//   code-web --install-extension=FILE.vsix --extensions-dir=DIR
//
// `--restricted` keeps workspace trust on although runTests always asks to disable it. Other switches of the desktop are accepted and have no effect.
// PRESSMARK_HOST_PICTURE says where a picture goes when the tests fail, PRESSMARK_HOST_VERBOSE=1 prints all that the extension host logs.

/** Ends a run that hangs. A whole run takes seconds; this is for machines that are busy with other things. */
const RUN_LIMIT_MILLISECONDS = 10 * 60_000;

/** What the desktop gives for a run that could not be carried out. */
const EXIT_BROKEN = 99;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: "string" },
    extensionTestsPath: { type: "string" },
    "extensions-dir": { type: "string" },
    "user-data-dir": { type: "string" },
    "install-extension": { type: "string" },
    "folder-uri": { type: "string" },
    locale: { type: "string" },
    restricted: { type: "boolean" },
  },
});

process.exit(await main().catch(broken));

async function main(): Promise<number> {
  const vsix = text(values["install-extension"]);
  if (vsix !== undefined) {
    return install(vsix);
  }
  const developmentPath = text(values["extensionDevelopmentPath"]);
  const testsPath = text(values["extensionTestsPath"]);
  if (developmentPath === undefined || testsPath === undefined) {
    throw new Error(
      "code-web runs tests: it needs --extensionDevelopmentPath=DIR and --extensionTestsPath=FILE. To look around, use npm start.",
    );
  }
  const exited = Promise.withResolvers<number>();
  // It may be rejected before anybody waits for it.
  exited.promise.catch(() => {});
  const userData = text(values["user-data-dir"]);
  const language = text(values["locale"]);
  const extensionsDirectory = text(values["extensions-dir"]);
  const stop = new AbortController();
  const end = (why: string): void => {
    exited.reject(new Error(`Ended by ${why}.`));
    stop.abort();
  };
  onEndSignal(end);
  if (process.env["PRESSMARK_HOST_ENDS_WITH_INPUT"] === "1") {
    process.stdin.resume().on("close", () => end("the end of run.ts"));
  }
  const workbench = await openWorkbench({
    folder: text(values["folder-uri"]) ?? resolve(positionals[0] ?? "."),
    extensionDevelopmentPath: resolve(developmentPath),
    extensionTestsPath: resolve(testsPath),
    ...(extensionsDirectory === undefined ? {} : { extensionsDirectory: resolve(extensionsDirectory) }),
    ...(language === undefined ? {} : { language }),
    workspaceTrust: values["restricted"] === true ? "enabled" : "disabled",
    settings: userData === undefined ? {} : userSettings(userData),
    say: (line) => console.error(line),
    signal: stop.signal,
    prepare: async (page) => {
      await page.exposeFunction("codeAutomationLog", printLog);
      await page.exposeFunction("codeAutomationExit", exited.resolve);
      page.on("crash", () => exited.reject(new Error("The page crashed.")));
      page.on("close", () => exited.reject(new Error("The page was closed.")));
    },
  });
  void workbench.server.ended.then((code) =>
    exited.reject(new Error(`VS Code's server ended by itself (exit code ${code}).`)),
  );
  const limit = setTimeout(
    () =>
      exited.reject(new Error(`The tests did not end within ${RUN_LIMIT_MILLISECONDS / 60_000} minutes.`)),
    RUN_LIMIT_MILLISECONDS,
  );
  try {
    const code = await exited.promise;
    if (code !== 0) {
      await showTrouble(workbench);
    }
    return code;
  } catch (error) {
    await showTrouble(workbench);
    throw error;
  } finally {
    clearTimeout(limit);
    await workbench[Symbol.asyncDispose]();
  }
}

async function install(vsix: string): Promise<number> {
  const vscode = await obtainVscodeServer(root, (line) => console.error(line));
  const extensions = text(values["extensions-dir"]);
  if (extensions === undefined) {
    throw new Error("--install-extension needs --extensions-dir=DIR.");
  }
  await installVsix(vscode, resolve(vsix), resolve(extensions));
  return 0;
}

/** What the page complained about, and a picture of it. The page may be gone, so neither must fail. */
async function showTrouble(workbench: Workbench): Promise<void> {
  for (const line of workbench.trouble.lines.slice(0, 40)) {
    console.error(`page: ${line}`);
  }
  const picture = process.env["PRESSMARK_HOST_PICTURE"];
  if (picture !== undefined) {
    await workbench.page.screenshot({ path: picture, timeout: 10_000 }).then(
      () => console.error(`Picture: ${picture}`),
      () => console.error("There is no picture: the page is gone."),
    );
  }
}

/**
 * VS Code hands on what its own parts and the extension host log, `console.log`'s arguments as they are. Of what is no error only the indented lines
 * of the test reporter are wanted, as a rule.
 */
function printLog(type: string, parts: unknown[]): void {
  const line = format(...parts);
  const isTrouble = type === "error" || type === "warn";
  const isWanted = isTrouble ? !isKnownNoise(line) : line.startsWith("  ");
  if (isWanted || process.env["PRESSMARK_HOST_VERBOSE"] === "1") {
    (isTrouble ? console.error : console.log)(line);
  }
}

/** The desktop keeps the settings in `User/settings.json` of the folder that `--user-data-dir` names. */
function userSettings(userData: string): Record<string, unknown> {
  const file = join(userData, "User", "settings.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>) : {};
}

function text(value: string | boolean | undefined | (string | boolean)[]): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function broken(error: unknown): number {
  console.error(error instanceof Error ? error.message : String(error));
  return EXIT_BROKEN;
}
