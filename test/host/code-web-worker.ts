import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { format, parseArgs } from "node:util";
import { runTests } from "@vscode/test-web";
import type { Browser, BrowserType, Page } from "playwright-core";
import { chromiumArguments, obtainChromium } from "../../build/host-chromium.ts";
import { obtainVscodeServer } from "../../build/host-vscode.ts";
import { root } from "../../build/paths.ts";
import { prepareWebHost } from "../../build/web-host.ts";
import { isKnownNoise, observePage, type PageTrouble } from "./page-trouble.ts";
import { onEndSignal } from "./signals.ts";
import { TEST_SETTINGS } from "./test-settings.ts";
import { REPORT_PIECE } from "./web/report-line.ts";

// Runs an extension's tests in VS Code for the Web, by @vscode/test-web as it is: what it would download is made from
// code-server, and the browser that it starts is the one that is installed.
//
//   code-web-worker --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--restricted] FOLDER | --folder-uri=URI
//
// The report goes where PRESSMARK_HOST_REPORT says, a picture of a failure where PRESSMARK_HOST_PICTURE says;
// PRESSMARK_HOST_VERBOSE=1 prints all that VS Code logs. The exit code is that of the tests.

/** A page that never starts and a browser that is not there do not end by themselves. */
const RUN_LIMIT_MILLISECONDS = 10 * 60_000;

const isVerbose = process.env["PRESSMARK_HOST_VERBOSE"] === "1";

process.exit(await main().catch(broken));

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: "string" },
      extensionTestsPath: { type: "string" },
      "folder-uri": { type: "string" },
      restricted: { type: "boolean" },
    },
  });
  const { extensionDevelopmentPath, extensionTestsPath } = values;
  const folderUri = values["folder-uri"];
  const [folder] = positionals;
  if (
    extensionDevelopmentPath === undefined ||
    extensionTestsPath === undefined ||
    (folder ?? folderUri) === undefined
  ) {
    throw new Error("It needs --extensionDevelopmentPath=DIR, --extensionTestsPath=FILE and a folder.");
  }
  const say = (line: string): void => console.error(line);
  const [vscode, executablePath] = await Promise.all([obtainVscodeServer(root, say), obtainChromium(say)]);
  const dataFolder = await mkdtemp(join(tmpdir(), "pressmark-web-host-"));
  const report = collectReport();
  const pages = observeBrowser(executablePath);
  takeOverConsole(report);
  try {
    const host = await prepareWebHost(vscode, {
      dataFolder,
      workspaceTrust: values.restricted === true ? "enabled" : "disabled",
      settings: TEST_SETTINGS,
    });
    const tests = runTests({
      browserType: "chromium",
      quality: "stable",
      commit: host.commit,
      testRunnerDataDir: host.dataFolder,
      port: await freePort(),
      permissions: ["clipboard-read", "clipboard-write"],
      extensionDevelopmentPath: resolve(extensionDevelopmentPath),
      extensionTestsPath: resolve(extensionTestsPath),
      ...(folder === undefined ? {} : { folderPath: resolve(folder) }),
      ...(folderUri === undefined ? {} : { folderUri }),
    });
    await Promise.race([tests, endOfRun()]);
    return 0;
  } catch (error) {
    for (const line of pages.flatMap(({ lines }) => lines).slice(0, 40)) {
      process.stderr.write(`page: ${line}\n`);
    }
    throw error;
  } finally {
    report.write();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The report, of which the tests send one piece after the other. */
interface Report {
  add(piece: string): void;
  write(): void;
}

function collectReport(): Report {
  const pieces: string[] = [];
  return {
    add: (piece) => {
      pieces.push(piece);
    },
    write: () => {
      const file = process.env["PRESSMARK_HOST_REPORT"];
      if (file !== undefined && pieces.length > 0) {
        writeFileSync(file, pieces.join(""));
      }
    },
  };
}

/**
 * test-web prints what VS Code logs by this process's console, and a few words of its own. Of what is no error only the indented
 * lines of the test reporter are wanted.
 */
function takeOverConsole(report: Report): void {
  const print =
    (kind: "note" | "complaint") =>
    (...parts: unknown[]): void => {
      if (parts[0] === REPORT_PIECE) {
        report.add(String(parts[1]));
        return;
      }
      const line = format(...parts);
      if (isVerbose || (kind === "complaint" ? !isKnownNoise(line) : line.startsWith("  "))) {
        (kind === "complaint" ? process.stderr : process.stdout).write(`${line}\n`);
      }
    };
  const [note, complain] = [print("note"), print("complaint")];
  Object.assign(console, {
    log: note,
    info: note,
    debug: note,
    trace: note,
    warn: complain,
    error: complain,
  });
}

/**
 * test-web has no option for the browser's path, and closes the browser before it says that a test has failed. Its playwright is
 * made to start ours, and to take a picture before it is closed.
 *
 * @returns what the pages complain about.
 */
function observeBrowser(executablePath: string): readonly PageTrouble[] {
  const troubles: PageTrouble[] = [];
  const { chromium } = createRequire(createRequire(import.meta.url).resolve("@vscode/test-web"))(
    "playwright",
  ) as { readonly chromium: BrowserType };
  const launch = chromium.launch.bind(chromium);
  chromium.launch = async (options = {}) => {
    const args = [...(options.args ?? []), ...chromiumArguments()];
    // This process ends the browser itself, after the picture of a failure.
    const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
    const browser = await launch({ ...options, ...signals, executablePath, args });
    const newContext = browser.newContext.bind(browser);
    browser.newContext = async (contextOptions) => {
      const context = await newContext({ ...contextOptions, viewport: { width: 1440, height: 900 } });
      context.on("requestfailed", (request) => {
        if (isVerbose) {
          process.stderr.write(`not loaded: ${request.url()}: ${request.failure()?.errorText}\n`);
        }
      });
      context.on("page", (page) => {
        troubles.push(observePage(page));
        takePictureAtEnd(browser, page);
      });
      return context;
    };
    return browser;
  };
  return troubles;
}

function takePictureAtEnd(browser: Browser, page: Page): void {
  const path = process.env["PRESSMARK_HOST_PICTURE"];
  const close = browser.close.bind(browser);
  browser.close = async (options) => {
    if (path !== undefined) {
      await page.screenshot({ path, timeout: 10_000 }).catch(() => undefined);
    }
    await close(options);
  };
}

/** A port that nobody listens on; test-web wants to be told one. */
function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolvePort(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Never resolves; rejects when a signal asks to end, when the process that wants to know is gone, or after the longest time. */
function endOfRun(): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  onEndSignal((signal) => reject(new Error(`Ended by ${signal}.`)));
  if (process.env["PRESSMARK_HOST_ENDS_WITH_INPUT"] === "1") {
    process.stdin.resume().on("close", () => reject(new Error("Ended by the end of run.ts.")));
  }
  const minutes = RUN_LIMIT_MILLISECONDS / 60_000;
  setTimeout(
    () => reject(new Error(`The tests did not end within ${minutes} minutes.`)),
    RUN_LIMIT_MILLISECONDS,
  ).unref();
  return promise;
}

function broken(error: unknown): number {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
}
