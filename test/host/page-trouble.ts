import type { Page } from "playwright-core";

/** What went wrong in a page, in the order in which it did. */
export interface PageTrouble {
  readonly lines: readonly string[];
}

/** A page that complains in a loop must not fill the memory. */
const MOST_LINES = 200;

/**
 * What a healthy workbench from the package registry always complains about: two optional native modules that were not compiled, the service worker
 * that this build lacks, extensions that ship without their web half, and the extension gallery and GitHub, which a closed network does not reach.
 */
const KNOWN_NOISE = [
  "Could not locate the bindings file",
  "build/Release/watchdog",
  "ServiceWorker",
  "[Service Worker]",
  "fetching the script",
  "Failed to load resource",
  "open-vsx.org",
  "ERR_NAME_NOT_RESOLVED",
  "authentication provider 'github'",
  // What was still under way when the extension host was stopped, after the last test.
  "Canceled: Canceled",
  // In a browser, what is asked of the folder before the extension is there that provides its file system.
  "ENOPRO",
  "CodeExpectedError",
  "favicon.ico 404",
  "[AgentHost:remote]",
];

/** Whether a line is one of those that say nothing about what is being tested. */
export function isKnownNoise(line: string): boolean {
  return KNOWN_NOISE.some((noise) => line.includes(noise));
}

/** Collects the page's console errors and uncaught exceptions from now on. */
export function observePage(page: Page): PageTrouble {
  const lines: string[] = [];
  const note = (line: string): void => {
    if (!isKnownNoise(line) && lines.length < MOST_LINES) {
      lines.push(line.replace(/^(?:%c\s*)+/, "").slice(0, 2_000));
    }
  };
  page.on("console", (message) => {
    if (message.type() === "error") {
      note(message.text());
    }
  });
  page.on("pageerror", (error) => note(`uncaught: ${error.stack ?? error.message}`));
  page.on("crash", () => note("the page crashed"));
  return { lines };
}
