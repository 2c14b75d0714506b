import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type BuildOptions, build, context, type Plugin } from "esbuild";
import { inProject, root } from "./paths.ts";
import { shareCore } from "./shared-core.ts";

/** `production` is what users get: minified, without source maps. `development` can be debugged. */
export type BundleMode = "production" | "development";

/** Output name in dist/, without extension, by source file. */
type Entries = Readonly<Record<string, string>>;

/**
 * All bundles are CommonJS: VS Code of `engines.vscode` loads nothing else, and Node starts it some 10 ms faster than ES
 * modules, each of which it looks up, reads and links by itself. esbuild does not split CommonJS, so what is loaded later,
 * or not at all, is a bundle of its own: the language client is many times as large as the rest of the client, and a
 * window without dumps needs none.
 */
const clientEntries: Entries = {
  client: "client/node/main.ts",
  "language-client": "client/node/language-client.ts",
};

/**
 * `pressmark lsp` loads the bundle that VS Code starts, and the check's worker threads load the check's. YAML is what few
 * files ask for.
 */
const serverEntries: Entries = {
  server: "server/node/main.ts",
  cli: "server/cli/main.ts",
  program: "server/cli/program.ts",
  check: "server/cli/check.ts",
  "dump-commands": "server/cli/dump-commands.ts",
  "check-worker": "server/cli/check-worker-main.ts",
  "yaml-front-matter": "server/core/article/formats/yaml-front-matter.ts",
};

/** The server for Node, which takes the core from the script of the one for browsers. */
const startServerEntries: Entries = { "start-server": "server/node/start.ts" };
const workerEntries: Entries = { "server-browser": "server/browser/main.ts" };

/** VS Code for the Web fetches one file, and gives it nothing to load another one with. */
const browserClientEntries: Entries = { "client-browser": "client/browser/main.ts" };

const allEntries: readonly Entries[] = [
  clientEntries,
  serverEntries,
  startServerEntries,
  browserClientEntries,
  workerEntries,
];

/**
 * The project's sources are ES modules: strict without saying so, which only the first words of a file can say, and they
 * ask for the place of their own file, which CommonJS knows by another name.
 */
const ownAddress = '"use strict";const ownAddress = require("node:url").pathToFileURL(__filename).href;';

const shebang = "#!/usr/bin/env node\n";

/**
 * Writes all bundles into dist/ or the folder given, which is emptied first.
 *
 * @returns the entries that do not exist, which is an error for the caller to raise where a whole build is wanted.
 * @throws when esbuild finds an error; it has printed it.
 */
export async function bundle(mode: BundleMode, folder = inProject("dist")): Promise<string[]> {
  await emptyFolder(folder);
  await Promise.all((await optionsFor(mode, folder)).map((options) => build(options)));
  const loadedByBundles = Object.keys(present({ ...serverEntries, ...startServerEntries, ...workerEntries }));
  await Promise.all(loadedByBundles.map((name) => seal(join(folder, `${name}.js`))));
  await makeExecutable(join(folder, "cli.js"));
  return allEntries.flatMap(Object.values).filter((entry) => !existsSync(inProject(entry)));
}

/** The files of which something is in one of the bundles that users get, from the project's top folder, with forward slashes. */
export async function bundledFiles(): Promise<readonly string[]> {
  const all = await optionsFor("production", inProject("dist"));
  const results = await Promise.all(
    all.map((options) => build({ ...options, write: false, metafile: true })),
  );
  const inputs = results.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).map((output) => output.inputs),
  );
  const used = inputs.flatMap((files) =>
    Object.entries(files).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  return [...new Set(used)].sort();
}

/** Builds for development, and again whenever a source file changes, until the process ends. */
export async function watch(): Promise<void> {
  const dist = inProject("dist");
  await emptyFolder(dist);
  const contexts = await Promise.all(
    (await optionsFor("development", dist)).map((options) => context({ ...options, logLevel: "info" })),
  );
  await Promise.all(contexts.map((one) => one.rebuild()));
  // A file keeps its mode when it is written again.
  await makeExecutable(join(dist, "cli.js"));
  await Promise.all(contexts.map((one) => one.watch()));
}

async function optionsFor(mode: BundleMode, folder: string): Promise<BuildOptions[]> {
  const production = mode === "production";
  const common: BuildOptions = {
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    format: "cjs",
    platform: "node",
    // The oldest Node that package.json and VS Code of `engines.vscode` admit.
    target: "node20",
    // Packages' ES module builds can be split and shaken, their CommonJS builds can not.
    mainFields: ["module", "main"],
    // `import()` becomes `require`, which is what VS Code answers with its API in any bundle.
    supported: { "dynamic-import": false },
    // These two hand Node their CommonJS build, which a dynamic import takes for a module with a default export alone.
    alias: {
      yaml: inProject("node_modules/yaml/browser/index.js"),
      "vscode-languageserver-types": inProject("node_modules/vscode-languageserver-types/lib/esm/main.js"),
    },
    define: { PRESSMARK_VERSION: JSON.stringify(packageVersion()) },
    minify: production,
    sourcemap: production ? false : "linked",
    // They stand in THIRD_PARTY_NOTICES.txt, whole.
    legalComments: "none",
    logLevel: "warning",
  };
  const node: BuildOptions = {
    ...common,
    define: { ...common.define, "import.meta.url": "ownAddress" },
    banner: { js: ownAddress },
  };
  const browser: BuildOptions = {
    ...common,
    platform: "browser",
    // The language's edition that the browsers of `engines.vscode` know.
    target: "es2022",
    mainFields: ["browser", "module", "main"],
    // What is loaded later elsewhere goes into the same file here.
    supported: {},
  };
  const core = await shareCore("server/node/start.ts", "server/browser/main.ts", "server-browser", folder);
  const ofNode = { ...serverEntries, ...startServerEntries };
  const all: BuildOptions[] = [
    {
      ...common,
      entryPoints: present(clientEntries),
      outExtension: { ".js": ".cjs" },
      external: ["vscode"],
      plugins: [loadedLater(clientEntries, ".cjs"), plainVscode],
    },
    { ...node, entryPoints: present(serverEntries), plugins: [loadedLater(ofNode, ".js")] },
    {
      ...node,
      entryPoints: present(startServerEntries),
      plugins: [core.plugin, loadedLater(ofNode, ".js")],
    },
    { ...browser, ...core.options },
    {
      ...browser,
      entryPoints: present(browserClientEntries),
      format: "cjs",
      // By this ending VS Code knows that it is no ES module, which it does not load in a browser.
      outExtension: { ".js": ".cjs" },
      external: ["vscode"],
      plugins: [plainVscode],
    },
  ];
  return all.filter(
    ({ entryPoints = {}, stdin }) => stdin !== undefined || Object.keys(entryPoints).length > 0,
  );
}

/** Leaves the dynamic import of another entry to be loaded from that entry's own bundle. */
function loadedLater(entries: Entries, extension: string): Plugin {
  return {
    name: "loaded-later",
    setup(builder) {
      builder.onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
        const target = kind === "dynamic-import" ? resolve(resolveDir, path) : undefined;
        const entry = Object.entries(entries).find(([, source]) => inProject(source) === target);
        return entry === undefined ? undefined : { path: `./${entry[0]}${extension}`, external: true };
      });
    },
  };
}

/**
 * VS Code's API is CommonJS, and esbuild would wrap all of its names anew for every file that imports it: half of what the
 * extension's activation costs. TypeScript's own form of the import is the API itself.
 */
const plainVscode: Plugin = {
  name: "plain-vscode",
  setup(builder) {
    builder.onLoad({ filter: /[\\/]client[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(
        /^import \* as vscode from "vscode";$/m,
        'import vscode = require("vscode");',
      ),
      loader: "ts",
    }));
  },
};

/**
 * Makes a bundle what `server/node/load-bundle.ts` loads: ASCII, which esbuild leaves to do in regular expressions and
 * comments, and with its digest in the last line, by which its compiled form is found.
 */
async function seal(path: string): Promise<void> {
  const text = (await readFile(path, "utf8")).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 32);
  await writeFile(path, `${text.trimEnd()}\n//# digest=${digest}\n`);
}

/** The project's package.json calls every `.js` file an ES module; the one in dist/ says what those in dist/ are. */
async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "type": "commonjs" }\n');
}

function packageVersion(): string {
  return JSON.parse(readFileSync(inProject("package.json"), "utf8")).version;
}

function present(entries: Entries): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([, source]) => existsSync(inProject(source))));
}

async function makeExecutable(path: string): Promise<void> {
  if (!existsSync(path)) {
    return;
  }
  // Checked, not added here: a line put in afterwards would shift every line of the source map.
  if (!(await readFile(path, "utf8")).startsWith(shebang)) {
    throw new Error(`${path} cannot be run as a program: its source must begin with ${shebang.trim()}.`);
  }
  await chmod(path, 0o755);
}
