import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { inProject, root } from "../../build/paths.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The installed package's folder. */
    readonly packageFolder: string;
    /** The command as it stands on a user's PATH. */
    readonly pressmark: string;
    /** Whether the project's package.json is what it was before packing. */
    readonly isManifestRestored: boolean;
  }
}

/** Packs the project, and installs the tarball globally, under a prefix of its own, with no registry within reach. */
// biome-ignore lint/style/noDefaultExport: vitest calls it by that name.
export default function install(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "pressmark-installed-"));
  const before = readFileSync(inProject("package.json"), "utf8");
  npm(root, "pack", `--pack-destination=${folder}`, "--silent");
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) {
    throw new Error("npm pack made no tarball.");
  }
  const prefix = join(folder, "prefix");
  const empty = join(folder, "empty");
  mkdirSync(empty);
  npm(
    empty,
    ...["install", "--global", `--prefix=${prefix}`, "--offline", `--cache=${join(folder, "cache")}`],
    ...["--no-audit", "--no-fund", "--silent", join(folder, tarball)],
  );
  const isWindows = process.platform === "win32";
  project.provide("packageFolder", join(prefix, isWindows ? "" : "lib", "node_modules", "pressmark"));
  project.provide("pressmark", isWindows ? join(prefix, "pressmark.cmd") : join(prefix, "bin", "pressmark"));
  project.provide("isManifestRestored", readFileSync(inProject("package.json"), "utf8") === before);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** npm hands settings of its own down to what it runs, which are not to reach another npm. */
function npm(folder: string, ...programArguments: readonly string[]): void {
  const environment = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|command)/i.test(name),
  );
  execFileSync("npm", programArguments, {
    cwd: folder,
    env: Object.fromEntries(environment),
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
}
