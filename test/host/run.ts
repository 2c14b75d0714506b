import { spawn } from "node:child_process";
import { existsSync, globSync, writeFileSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { bundle } from "../../build/bundle.ts";
import { inProject, root } from "../../build/paths.ts";
import { bundleTests, bundleTestsForWeb } from "./bundle-tests.ts";
import { runMocha } from "./mocha.ts";
import { exitOnSignal } from "./signals.ts";
import { TEST_SETTINGS } from "./test-settings.ts";

const HELP = `Runs the tests in a real VS Code.

  node test/host/run.ts [--suite NAME]… [--grep TEXT] [--desktop] [--verbose]

  --suite NAME   suite, suite-restricted, read-only, installed, web or read-only-web; may be repeated;
                 default: all (with --desktop: the first three)
  --grep TEXT    only tests whose full title holds TEXT
  --desktop      download a desktop VS Code (PRESSMARK_VSCODE_VERSION, default stable) instead of using VS Code's server
  --verbose      print all that the extension host logs

Reports go to .vscode-test/results/NAME.json, or to the folder that PRESSMARK_TEST_REPORTS names.
`;

interface Suite {
  readonly name: string;
  /** The folder of its tests. */
  readonly folder: string;
  /**
   * Where the tests run: inside VS Code's extension host, in the one of VS Code for the Web, which is a worker of the browser, or
   * outside, driving the packaged extension through the workbench.
   */
  readonly place: "extension host" | "web worker host" | "outside";
  readonly workspaceTrust: "disabled" | "enabled";
  /** The display language; English by default. A downloaded desktop has no other without its language pack. */
  readonly language?: string;
  /** The workspace, where it is not a copy made for the run; the tests themselves provide its file system. */
  readonly folderUri?: string;
}

/** Read-only; see suite-read-only/shelf.ts. */
const SHELF = "pressmark-shelf:/dumps";

const suites: readonly Suite[] = [
  { name: "suite", folder: "suite", place: "extension host", workspaceTrust: "disabled" },
  {
    name: "suite-restricted",
    folder: "suite-restricted",
    place: "extension host",
    workspaceTrust: "enabled",
    language: "de",
  },
  {
    name: "read-only",
    folder: "suite-read-only",
    place: "extension host",
    workspaceTrust: "disabled",
    folderUri: SHELF,
  },
  { name: "installed", folder: "installed", place: "outside", workspaceTrust: "disabled" },
  { name: "web", folder: "suite", place: "web worker host", workspaceTrust: "disabled" },
  {
    name: "read-only-web",
    folder: "suite-read-only",
    place: "web worker host",
    workspaceTrust: "disabled",
    folderUri: SHELF,
  },
];

const runners: Readonly<Record<Suite["place"], typeof runInHost>> = {
  "extension host": runInHost,
  "web worker host": runInWebWorkerHost,
  outside: runOutside,
};

interface RunSettings {
  readonly host: "web" | "desktop";
  readonly grep: string | undefined;
  readonly results: string;
  readonly environment: Readonly<Record<string, string>>;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      suite: { type: "string", multiple: true },
      grep: { type: "string" },
      desktop: { type: "boolean" },
      verbose: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const host = values.desktop ? "desktop" : "web";
  const chosen = chooseSuites(values.suite, host);
  const results = process.env["PRESSMARK_TEST_REPORTS"] ?? join(root, ".vscode-test", "results");
  await mkdir(results, { recursive: true });
  await buildIfMissing(chosen);
  const environment: Record<string, string> = values.verbose ? { PRESSMARK_HOST_VERBOSE: "1" } : {};
  const settings: RunSettings = { host, grep: values.grep, results, environment };
  const failed: string[] = [];
  for (const suite of chosen) {
    console.log(`${suite.name} (${suite.place})`);
    const report = join(results, `${suite.name}.json`);
    await rm(report, { force: true });
    try {
      await runners[suite.place](suite, settings, report);
      if (!existsSync(report)) {
        throw new Error("The tests ended without a report.");
      }
    } catch (error) {
      failed.push(suite.name);
      console.error(error instanceof Error ? error.message : String(error));
    }
  }
  if (failed.length > 0) {
    console.error(
      `Failed: ${failed.join(", ")}. Alone: node build.mjs test host, or test/host/run.ts --suite ${failed[0]}`,
    );
  }
  return failed.length > 0 ? 1 : 0;
}

function chooseSuites(wanted: readonly string[] | undefined, host: "web" | "desktop"): Suite[] {
  const possible = suites.filter(({ place }) => host === "web" || place === "extension host");
  const unknown = wanted?.find((name) => !possible.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no suite "${unknown}" here: ${possible.map(({ name }) => name).join(", ")}.`);
  }
  return possible.filter(({ name }) => wanted?.includes(name) ?? true);
}

/** `npm test` builds before it comes here. Alone, this takes what is in dist/, except that only a production build can be packaged. */
async function buildIfMissing(chosen: readonly Suite[]): Promise<void> {
  const isBuilt = ["client.cjs", "server.js", "client-browser.cjs", "server-browser.js"].every((name) =>
    existsSync(inProject(`dist/${name}`)),
  );
  const isProduction = isBuilt && globSync("dist/**/*.map", { cwd: root }).length === 0;
  if (isProduction || (isBuilt && chosen.every(({ place }) => place !== "outside"))) {
    return;
  }
  const missing = await bundle("production");
  if (missing.length > 0) {
    throw new Error(`These entries do not exist: ${missing.join(", ")}.`);
  }
}

/** Runs a suite in the extension host of a VS Code that has the extension from its source folder. */
async function runInHost(suite: Suite, settings: RunSettings, report: string): Promise<void> {
  const workspace = await makeWorkspace();
  try {
    const extensionTestsPath = bundlePath(suite);
    await bundleTests(testFiles(suite), extensionTestsPath);
    const userData = join(workspace, "user-data");
    await mkdir(join(userData, "User"), { recursive: true });
    await writeFile(join(userData, "User", "settings.json"), JSON.stringify(TEST_SETTINGS));
    const isRestricted = suite.workspaceTrust === "enabled";
    await runTests({
      vscodeExecutablePath: await executable(settings.host, suite),
      extensionDevelopmentPath: root,
      extensionTestsPath,
      launchArgs: [
        suite.folderUri === undefined ? join(workspace, "folder") : `--folder-uri=${suite.folderUri}`,
        `--user-data-dir=${userData}`,
        `--extensions-dir=${join(workspace, "extensions")}`,
        ...(isRestricted ? ["--restricted"] : []),
        ...(suite.language === undefined ? [] : [`--locale=${suite.language}`]),
      ],
      extensionTestsEnv: {
        ...settings.environment,
        PRESSMARK_HOST_REPORT: report,
        PRESSMARK_HOST_ENDS_WITH_INPUT: "1",
        PRESSMARK_HOST_PICTURE: join(settings.results, `${suite.name}.png`),
        ...(settings.grep === undefined ? {} : { PRESSMARK_HOST_GREP: settings.grep }),
      },
    });
  } finally {
    await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The same for VS Code for the Web: a browser has a copy of the workspace, and what tests write stays in its memory. */
async function runInWebWorkerHost(suite: Suite, settings: RunSettings, report: string): Promise<void> {
  const workspace = await makeWorkspace();
  try {
    await bundleTestsForWeb(testFiles(suite), bundlePath(suite), settings.grep);
    const options = [
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${bundlePath(suite)}`,
      ...(suite.workspaceTrust === "enabled" ? ["--restricted"] : []),
      suite.folderUri === undefined ? join(workspace, "folder") : `--folder-uri=${suite.folderUri}`,
    ];
    await runNode("code-web-worker", options, {
      ...settings.environment,
      PRESSMARK_HOST_REPORT: report,
      PRESSMARK_HOST_PICTURE: join(settings.results, `${suite.name}.png`),
    });
  } finally {
    await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs tests in this process, which drive workbenches that have the packaged extension installed. */
async function runOutside(suite: Suite, settings: RunSettings, report: string): Promise<void> {
  exitOnSignal();
  const files = testFiles(suite).map((name) => ({ name, load: () => import(name) }));
  await runMocha({
    files,
    grep: settings.grep,
    say: (line) => console.log(line),
    save: (text) => writeFileSync(report, text),
  });
}

function testFiles(suite: Suite): string[] {
  const files = globSync(`test/host/${suite.folder}/**/*.test.ts`, { cwd: root }).sort();
  if (files.length === 0) {
    throw new Error(`There are no tests in test/host/${suite.folder}.`);
  }
  return files.map((file) => join(root, file));
}

/** Inside the extension's folder, from which the browser fetches it, and near node_modules, from which mocha is loaded. */
function bundlePath(suite: Suite): string {
  return join(root, ".vscode-test", "suites", `${suite.name}.cjs`);
}

/** A folder to work in, which tests may write to: the samples, and what the host tests need besides. */
async function makeWorkspace(): Promise<string> {
  const workspace = await mkdtemp(join(tmpdir(), "pressmark-host-"));
  const folder = join(workspace, "folder");
  await mkdir(folder);
  for (const source of ["test/fixtures/samples", "test/host/workspace"].map(inProject)) {
    if (existsSync(source)) {
      await cp(source, folder, { recursive: true });
    }
  }
  return workspace;
}

/** The executable that `runTests` starts: a downloaded desktop, or the stand-in for it. */
async function executable(host: "web" | "desktop", suite: Suite): Promise<string> {
  if (host === "web") {
    return writeLauncher("code-web", []);
  }
  const version = process.env["PRESSMARK_VSCODE_VERSION"];
  const cachePath = join(root, ".vscode-test");
  const desktop = await downloadAndUnzipVSCode({ cachePath, ...(version === undefined ? {} : { version }) });
  return suite.workspaceTrust === "enabled" ? writeLauncher("code-restricted", [desktop]) : desktop;
}

/** Writes an executable that starts test/host/NAME.ts under this Node, with these arguments before its own. */
async function writeLauncher(name: string, first: readonly string[]): Promise<string> {
  const isWindows = process.platform === "win32";
  const path = join(root, ".vscode-test", isWindows ? `${name}.cmd` : name);
  const command = [process.execPath, join(root, "test", "host", `${name}.ts`), ...first];
  const text = isWindows
    ? `@${command.map((part) => `"${part}"`).join(" ")} %*\r\n`
    : `#!/bin/sh\nexec ${command.map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(" ")} "$@"\n`;
  await writeFile(path, text);
  await chmod(path, 0o755);
  return path;
}

/** Runs test/host/NAME.ts in a process of its own. Rejects when it fails; what failed it has printed. */
function runNode(
  name: string,
  programArguments: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const program = [join(root, "test", "host", `${name}.ts`), ...programArguments];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, {
      // Its input stays open as long as this process lives.
      stdio: ["pipe", "inherit", "inherit"],
      env: { ...process.env, ...environment, PRESSMARK_HOST_ENDS_WITH_INPUT: "1" },
    });
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`Exit code: ${code}`))));
  });
}
