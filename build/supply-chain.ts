import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BundledPackage, bundledPackages } from "./bundled-packages.ts";
import { inProject } from "./paths.ts";
import { runQuietly } from "./run.ts";

const RULE = "-".repeat(80);

/** Data that a generated source file was made of, of which no package is bundled. */
const GENERATED_DATA = `The list of top-level domains (server/core/links/top-level-domains.ts) was made from the Public Suffix List
(https://publicsuffix.org/list/public_suffix_list.dat), which is subject to the terms of the Mozilla Public License, v. 2.0
(https://mozilla.org/MPL/2.0/), as the package tldts (MIT, Copyright (c) 2017 Thomas Parisot, 2018 Rémi Berson) has it. The list
itself is unchanged but for its form.`;

/** What goes with the bundles, by the file in dist/ that it is. */
export async function supplyChainFiles(): Promise<
  Readonly<Record<"THIRD_PARTY_NOTICES.txt" | "sbom.cdx.json", string>>
> {
  const [packages, bill] = await Promise.all([bundledPackages(), billOfMaterials()]);
  return { "THIRD_PARTY_NOTICES.txt": noticesOf(packages), "sbom.cdx.json": bill };
}

/** Writes the notices of what is in the bundles, and the bill of materials, into dist/. */
export async function writeSupplyChainFiles(): Promise<void> {
  const files = Object.entries(await supplyChainFiles());
  await Promise.all(files.map(([name, text]) => writeFile(inProject(`dist/${name}`), text)));
}

function noticesOf(packages: readonly BundledPackage[]): string {
  const list = packages.map(({ name, version, license }) => `${name} ${version} (${license})`).join("\n");
  const texts = packages.map(
    ({ name, version, license, text }) => `${RULE}\n${name} ${version} (${license})\n${RULE}\n\n${text}\n`,
  );
  return `Pressmark holds code of these packages, under the licences below.\n\n${list}\n\n${GENERATED_DATA}\n\n${texts.join("\n")}`;
}

/**
 * What `npm sbom` says of the run-time dependencies, in CycloneDX's form. npm leaves out every package that a tool of the
 * development needs as well, so it is asked in a folder that has none of those.
 */
async function billOfMaterials(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "pressmark-sbom-"));
  try {
    // npm names the whole by its folder.
    const folder = join(parent, "pressmark");
    await mkdir(folder);
    const { devDependencies: _, scripts: __, ...manifest } = await readJson("package.json");
    const lock = await readJson("package-lock.json");
    const packages = Object.entries(lock["packages"] as Record<string, LockedPackage>)
      .filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)
      .map(([path, { devDependencies: ___, ...entry }]) => [path, entry]);
    await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
    await writeFile(
      join(folder, "package-lock.json"),
      JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }),
    );
    const options = ["--package-lock-only", "--sbom-format=cyclonedx", "--sbom-type=application"];
    const { code, output, standardOutput } = await runQuietly(
      "npm",
      ["sbom", ...options, `--prefix=${folder}`],
      {
        timeoutSeconds: 120,
      },
    );
    if (code !== 0) {
      throw new Error(`npm sbom failed:\n${output}`);
    }
    return standardOutput;
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly devDependencies?: unknown;
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(inProject(path), "utf8")) as Record<string, unknown>;
}
