import type { Page } from "playwright-core";

/** What went wrong in a page, in the order in which it did. */
export interface PageTrouble {
  readonly lines: readonly string[];
}

/**
 * What a healthy workbench from the package registry always complains about: two optional native modules that were not compiled, the service worker
 * that this build lacks, extensions that ship without their web half, and the extension gallery, which a closed network does not reach.
 */
const KNOWN_NOISE = [
  "Could not locate the bindings file",
  "build/Release/watchdog",
  "ServiceWorker",
  "fetching the script",
  "Failed to load resource",
  "open-vsx.org",
  "ERR_NAME_NOT_RESOLVED",
];

/** Collects the page's console errors and uncaught exceptions from now on. */
export function observePage(page: Page): PageTrouble {
  const lines: string[] = [];
  const note = (line: string): void => {
    const isNoise = KNOWN_NOISE.some((noise) => line.includes(noise));
    if (!isNoise && lines.length < 200) {
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
