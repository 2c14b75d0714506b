import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join, normalize, sep } from "node:path";
import type { VscodeServer } from "./host-vscode.ts";

/** A VS Code for the Web as `@vscode/test-web` takes it: `--quality=stable`, this commit and this data folder. */
export interface WebHost {
  readonly commit: string;
  readonly dataFolder: string;
}

export interface WebHostOptions {
  /** An empty folder, for this build alone: test-web clears one that it does not like, and then wants to download. */
  readonly dataFolder: string;
  /** `disabled`: every folder is trusted. */
  readonly workspaceTrust: "disabled" | "enabled";
  /** Defaults of settings. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The start of the function at the end of the workbench's bundle that reads the page's configuration and starts the workbench. */
const SELF_START = "(function(){";
const CONFIGURATION_ELEMENT = '"vscode-workbench-web-configuration"';

/** How far before that function the class with the callback of URLs ends, which names `URI` and `Emitter`. In characters. */
const CALLBACK_CLASS_REACH = 12_000;

/**
 * Makes of code-server's build, which is made for its own server, one that runs without any: the workbench's bundle exports
 * what test-web's page calls instead of starting itself, and looks for the user's settings in the browser. All else is links to
 * code-server's files.
 *
 * @throws an Error that names what was looked for and not found; another version of code-server may need other patterns.
 */
export async function prepareWebHost(vscode: VscodeServer, options: WebHostOptions): Promise<WebHost> {
  const source = vscode.directory;
  const { commit } = JSON.parse(await readFile(join(source, "product.json"), "utf8")) as { commit: string };
  const build = join(options.dataFolder, `vscode-web-stable-${commit}`);
  await linkAllBut(join(source, "out"), join(build, "out"), ["vs"]);
  await linkAllBut(join(source, "out/vs"), join(build, "out/vs"), ["workbench"]);
  await linkAllBut(join(source, "out/vs/workbench"), join(build, "out/vs/workbench"), []);
  await Promise.all(
    (await readdir(join(source, "extensions"))).map((name) =>
      linkExtension(join(source, "extensions", name), join(build, "extensions", name)),
    ),
  );
  // The engine of the grammars.
  await link(join(source, "node_modules"), join(build, "node_modules"));
  const bundles = join(source, "out/vs/code/browser/workbench");
  const script = withoutServer(
    exportingCreate(await readFile(join(bundles, "workbench.js"), "utf8"), options),
  );
  const style = await readFile(join(bundles, "workbench.css"), "utf8");
  const target = join(build, "out/vs/workbench/workbench.web.main.internal");
  await writeFile(`${target}.js`, script);
  await writeFile(`${target}.css`, style.replaceAll("../../../../media/", "../../media/"));
  // By the first test-web knows that the bundle is an ES module, by the second that the build is complete.
  await writeFile(join(build, "package.json"), '{ "type": "module" }\n');
  await writeFile(join(build, "version"), `${basename(build)}\n`);
  return { commit, dataFolder: options.dataFolder };
}

/** Cuts off the function that starts the workbench, and exports in its place what it called, by the names that test-web imports. */
function exportingCreate(script: string, { workspaceTrust, settings }: WebHostOptions): string {
  const start = script.lastIndexOf(SELF_START, script.lastIndexOf(CONFIGURATION_ELEMENT));
  if (start < 0) {
    throw notFound("the function that starts the workbench");
  }
  const end = script.slice(start);
  const before = script.slice(Math.max(0, start - CALLBACK_CLASS_REACH), start);
  const create = nameIn(end, /([\w$]+)\([\w$]+\.document\.body,\{/, "create");
  const uri = nameIn(before, /folderUri:([\w$]+)\.revive\(/, "URI");
  const emitter = nameIn(before, /_onCallback=this\._register\(new ([\w$]+)\)/, "Emitter");
  const workbenchOptions = {
    // Options of code-server's own, without which its workbench throws while it starts.
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    enableWorkspaceTrust: workspaceTrust === "enabled",
    configurationDefaults: settings,
  };
  return `${script.slice(0, start)}
const createWorkbench = (element, options) => ${create}(element, { ...${JSON.stringify(workbenchOptions)}, ...options });
export { createWorkbench as create, ${uri} as URI, ${emitter} as Emitter };
`;
}

/** code-server keeps the user's settings on its server; a workbench without one keeps them in the browser. */
function withoutServer(script: string): string {
  const getter =
    /get userRoamingDataHome\(\)\{return [\w$]+\(([\w$]+)\.file\(this\.userDataPath\)\.with\(\{scheme:([\w$]+)\.vscodeRemote\}\),"User"\)\}/;
  if (!getter.test(script)) {
    throw notFound("userRoamingDataHome");
  }
  return script.replace(
    getter,
    (_, uri: string, schemes: string) =>
      `get userRoamingDataHome(){return ${uri}.file("/User").with({scheme:${schemes}.vscodeUserData})}`,
  );
}

function nameIn(script: string, pattern: RegExp, what: string): string {
  const name = pattern.exec(script)?.[1];
  if (name === undefined) {
    throw notFound(what);
  }
  return name;
}

function notFound(what: string): Error {
  return new Error(
    `In code-server's workbench.js there is no ${what} where it was looked for. build/web-host.ts is made for the version that build/host-vscode.ts names.`,
  );
}

/** code-server leaves out the browser's half of most extensions; an empty one keeps the host from complaining that it is missing. */
async function linkExtension(from: string, to: string): Promise<void> {
  const entry = await browserEntryOf(from);
  if (entry === undefined || (await isThere(join(from, entry)))) {
    await link(from, to);
    return;
  }
  const [top = entry] = normalize(entry).split(sep);
  await linkAllBut(from, to, [top]);
  await mkdir(dirname(join(to, entry)), { recursive: true });
  await writeFile(join(to, entry), "exports.activate = () => {};\n");
}

async function browserEntryOf(extension: string): Promise<string | undefined> {
  const text = await readFile(join(extension, "package.json"), "utf8").catch(() => "{}");
  const { browser } = JSON.parse(text) as { readonly browser?: string };
  return browser === undefined || browser.endsWith(".js") ? browser : `${browser}.js`;
}

async function linkAllBut(from: string, to: string, left: readonly string[]): Promise<void> {
  await mkdir(to, { recursive: true });
  const names = (await readdir(from)).filter((name) => !left.includes(name));
  await Promise.all(names.map((name) => link(join(from, name), join(to, name))));
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Of folders Windows lets everybody make the kind called junction alone.
  await symlink(target, path, process.platform === "win32" ? "junction" : undefined);
}

function isThere(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
