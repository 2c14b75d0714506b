import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumArguments, obtainChromium } from "../../build/host-chromium.ts";
import { type HostServer, QUIET_SETTINGS, startHostServer, workbenchUrl } from "../../build/host-server.ts";
import { obtainVscodeServer } from "../../build/host-vscode.ts";
import { root } from "../../build/paths.ts";
import { observePage } from "./page-trouble.ts";
import { type Theme, type Undo, undoAll, Workbench } from "./workbench.ts";

export interface WorkbenchOptions {
  /** A path, or the URI of a folder in another file system. */
  readonly folder: string;
  /** A file to have open at the start. Only with `extensionDevelopmentPath`: otherwise use `openFile`. */
  readonly file?: { readonly path: string; readonly line?: number };
  /** An extension's source folder. Without it the workbench is a plain one, with what is installed in `extensionsDirectory`. */
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
  readonly extensionsDirectory?: string;
  /** Default: `disabled`, every folder is trusted. */
  readonly workspaceTrust?: "disabled" | "enabled";
  /** User settings on top of those that keep a first start quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly theme?: Theme;
  /** The display language; English by default. VS Code's own words stay English, as it would need a language pack for them. */
  readonly language?: string;
  /** In CSS pixels; 1440 × 900 by default. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly say?: (line: string) => void;
  /** Aborts the opening; what was started by then is ended. */
  readonly signal?: AbortSignal;
  /** Called with the empty page, before the workbench is loaded into it. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** The themes that VS Code 1.139 has on a first start, and those of high contrast. */
const THEMES: Readonly<Record<Theme, string>> = {
  light: "Light 2026",
  dark: "Dark 2026",
  "hc-light": "Default High Contrast Light",
  "hc-dark": "Default High Contrast",
};

/** A blinking cursor or a fading scroll bar would make two pictures of the same state differ, and never let the page come to rest. */
const STILL_SETTINGS: Readonly<Record<string, unknown>> = {
  "editor.cursorBlinking": "solid",
  "editor.hover.delay": 100,
  "workbench.list.smoothScrolling": false,
  "workbench.reduceMotion": "on",
  "window.autoDetectColorScheme": false,
  "workbench.preferredDarkColorTheme": THEMES.dark,
  "workbench.preferredLightColorTheme": THEMES.light,
};

/** Starts a server of its own and opens its workbench in a browser of its own, with a fresh profile. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const say = options.say ?? console.log;
  const [vscode, executablePath] = await Promise.all([obtainVscodeServer(root, say), obtainChromium(say)]);
  const dataDirectory = await mkdtemp(join(tmpdir(), "pressmark-workbench-"));
  const isDevelopment = options.extensionDevelopmentPath !== undefined;
  const undo: Undo[] = [() => rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })];
  try {
    const starting = startHostServer({
      vscode,
      dataDirectory,
      ...(options.extensionsDirectory === undefined
        ? {}
        : { extensionsDirectory: options.extensionsDirectory }),
      workspaceTrust: options.workspaceTrust ?? "disabled",
      driver: isDevelopment ? "automation" : "plain",
      settings: {
        ...QUIET_SETTINGS,
        ...STILL_SETTINGS,
        "workbench.colorTheme": THEMES[options.theme ?? "light"],
        ...options.settings,
      },
    });
    // This process ends the browser itself, after the picture of a failure.
    const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
    const launching = chromium.launch({ executablePath, args: chromiumArguments(), ...signals });
    const [server, browser] = await settleBoth(starting, launching, undo);
    const context = await browser.newContext({ viewport: options.size ?? { width: 1440, height: 900 } });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    const trouble = observePage(page);
    if (options.language !== undefined) {
      await page.addInitScript(speak, options.language);
    }
    await options.prepare?.(page);
    options.signal?.throwIfAborted();
    const { folder, file, extensionDevelopmentPath, extensionTestsPath } = options;
    const address = {
      folder,
      ...(file && { file }),
      ...(extensionDevelopmentPath && { extensionDevelopmentPath }),
      ...(extensionTestsPath && { extensionTestsPath }),
    };
    await page.goto(workbenchUrl(server.authority, address));
    const workbench = new Workbench(page, server, trouble, undo);
    await workbench.waitUntilReady();
    return workbench;
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
}

/** Runs in the page before the workbench's scripts: by this name they know the language, and tell extensions. */
function speak(language: string): void {
  Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language });
}

/**
 * Opens a workbench for as long as `use` takes. When that fails, a picture of the workbench goes to `picture`, and the error, whose message then names
 * it, carries what the page complained about.
 */
export async function useWorkbench(
  options: WorkbenchOptions,
  picture: string,
  use: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  await using workbench = await openWorkbench(options);
  try {
    await use(workbench);
  } catch (error) {
    await mkdir(dirname(picture), { recursive: true });
    const taken = await workbench.page.screenshot({ path: picture, timeout: 10_000 }).then(
      () => `picture: ${picture}`,
      () => "no picture: the page is gone",
    );
    if (error instanceof Error) {
      error.message = [error.message, taken, ...workbench.trouble.lines.map((line) => `page: ${line}`)].join(
        "\n",
      );
    }
    throw error;
  }
}

/** Waits for server and browser, and notes how to end each, also when the other failed to start. */
async function settleBoth(
  starting: Promise<HostServer>,
  launching: Promise<Browser>,
  undo: Undo[],
): Promise<[HostServer, Browser]> {
  const [server, browser] = await Promise.allSettled([starting, launching]);
  if (server.status === "fulfilled") {
    undo.push(() => server.value.stop());
  }
  if (browser.status === "fulfilled") {
    undo.push(() => browser.value.close());
  }
  if (server.status === "rejected") {
    throw server.reason;
  }
  if (browser.status === "rejected") {
    throw browser.reason;
  }
  return [server.value, browser.value];
}
