import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { canInstallPackages, installPackages } from "./debian-packages.ts";

/** Names under which distributions and vendors install a Chromium, best known first. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge",
];

/** Where it stands when it is not on the PATH. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The fonts are for the pictures: without them Chinese, Japanese and Korean text is drawn as boxes. */
const DEBIAN_PACKAGES = ["chromium", "fonts-dejavu", "fonts-noto-cjk"];

/**
 * Gives the path of a Chromium: `PRESSMARK_CHROMIUM`, else one that is installed, else, as root on Debian, the one that apt-get installs now.
 *
 * Throws an `Error` that names the command to run and `PRESSMARK_CHROMIUM` when there is none.
 */
export async function obtainChromium(say: (line: string) => void): Promise<string> {
  const found = findChromium();
  if (found !== undefined) {
    return found;
  }
  const command = `apt-get install --no-install-recommends ${DEBIAN_PACKAGES.join(" ")}`;
  const advice = `Install Chromium (on Debian: "${command}" as root), or set PRESSMARK_CHROMIUM to the path of a Chromium, Chrome or Edge.`;
  if (!canInstallPackages()) {
    throw new Error(`The workbench needs a Chromium, and none was found. ${advice}`);
  }
  say(`Installing Chromium: ${command} …`);
  const result = await installPackages(DEBIAN_PACKAGES);
  const installed = findChromium();
  if (installed === undefined) {
    throw new Error(
      `Chromium could not be installed (apt-get's exit code: ${result.code}). ${advice}\n${result.output}`,
    );
  }
  return installed;
}

/** The path of an installed Chromium, or `undefined`. Throws when `PRESSMARK_CHROMIUM` names something that cannot be run. */
export function findChromium(): string | undefined {
  const wanted = process.env.PRESSMARK_CHROMIUM;
  if (wanted) {
    if (isExecutable(wanted)) {
      return wanted;
    }
    throw new Error(
      `PRESSMARK_CHROMIUM is ${wanted}, which is not a program that can be run. Correct it, or unset it to use an installed Chromium.`,
    );
  }
  return NAMES.map(findOnPath).find((path) => path !== undefined) ?? PLACES.find(isExecutable);
}

/** The full path of a program on the PATH, or `undefined`. */
export function findOnPath(name: string): string | undefined {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  for (const directory of (process.env.PATH ?? "").split(delimiter)) {
    for (const ending of endings) {
      const path = join(directory, name + ending);
      if (directory !== "" && isExecutable(path)) {
        return path;
      }
    }
  }
  return undefined;
}

/**
 * What a Chromium under test is started with. Everything that would call its maker's hosts is off, and so is the GPU, which a server does not have.
 * The sandbox cannot be used by root.
 */
export function chromiumArguments(): string[] {
  const quiet = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
