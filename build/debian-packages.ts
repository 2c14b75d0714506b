import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

export interface AptResult {
  /** Null when apt-get could not be started. */
  readonly code: number | null;
  /** The end of what it said. */
  readonly output: string;
}

/** Whether this process may install packages: as root, on Debian or what is made of it. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

/** Installs packages and what they cannot do without. A machine with old lists of packages gets new ones first. */
export async function installPackages(packages: readonly string[]): Promise<AptResult> {
  const wanted = ["install", "-y", "--no-install-recommends", ...packages];
  const first = await aptGet(wanted);
  if (first.code === 0) {
    return first;
  }
  // A fresh machine or image has no package lists, or lists that name versions which are gone.
  await aptGet(["update"]);
  return aptGet(wanted);
}

function aptGet(programArguments: readonly string[]): Promise<AptResult> {
  const { promise, resolve } = Promise.withResolvers<AptResult>();
  const child = spawn("apt-get", programArguments, {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (data: Buffer): void => {
    output = (output + data.toString()).slice(-2000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.on("error", (error) => resolve({ code: null, output: error.message }));
  child.on("close", (code) => resolve({ code, output }));
  return promise;
}
