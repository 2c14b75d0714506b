import { existsSync } from "node:fs";
import { copyFile, readFile, rename, writeFile } from "node:fs/promises";
import { bundle } from "./bundle.ts";
import { inProject } from "./paths.ts";
import { writeSupplyChainFiles } from "./supply-chain.ts";

const MANIFEST = inProject("package.json");

/** Where the real manifest waits while npm packs; beside it, as a rename must not cross disks. */
const KEPT_MANIFEST = inProject(".package.json.kept");

/** What the command needs (the server takes the core from the browser's script): no client, and no word on how to build. */
const FILES = [
  "dist/*.js",
  "dist/package.json",
  "dist/THIRD_PARTY_NOTICES.txt",
  "dist/sbom.cdx.json",
  "docs/checks/*.md",
  "docs/command-line.md",
  "docs/editors.md",
  "docs/formats.md",
  "docs/ignoring.md",
];

// `type` is for the build, which goes on under this manifest; the bundles have a package.json of their own.
const KEPT_FIELDS = ["name", "version", "license", "private", "type", "keywords", "bin"];

/**
 * `prepack`, which `npm pack` runs first: builds the bundles, and puts a manifest of the command line alone in the place of the
 * extension's. Everything is bundled, so it names no dependencies, and nothing is fetched when it is installed.
 */
export async function prepareNpmPackage(): Promise<void> {
  // What an interrupted run left behind.
  await restoreManifest();
  const missing = await bundle("production");
  if (missing.length > 0) {
    throw new Error(`These entries do not exist: ${missing.join(", ")}.`);
  }
  await writeSupplyChainFiles();
  const manifest = JSON.parse(await readFile(MANIFEST, "utf8")) as Record<string, unknown>;
  const engines = manifest["engines"] as { readonly node: string };
  const kept = Object.fromEntries(KEPT_FIELDS.map((field) => [field, manifest[field]]));
  const description =
    "Check, clean and read dumps of scraped news articles: a command line and a language server.";
  await copyFile(MANIFEST, KEPT_MANIFEST);
  await writeFile(
    MANIFEST,
    `${JSON.stringify({ ...kept, description, engines: { node: engines.node }, files: FILES }, undefined, 2)}\n`,
  );
}

/** `postpack`: the manifest as it was. Does nothing where it is. */
export async function restoreManifest(): Promise<void> {
  if (existsSync(KEPT_MANIFEST)) {
    await rename(KEPT_MANIFEST, MANIFEST);
  }
}
