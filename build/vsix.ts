import { cp, glob, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marketplacePage } from "./marketplace-page.ts";
import { inProject, root } from "./paths.ts";
import { runQuietly } from "./run.ts";
import { writeSupplyChainFiles } from "./supply-chain.ts";

/** Packing takes seconds; what asks a question would wait for ever. */
const LIMIT = { timeoutSeconds: 120 };

/**
 * Packs the bundles that are in dist/, the notices and the bill of materials for them, and what .vscodeignore lets through into a .vsix. Everything is bundled, so no
 * dependencies go in. The README becomes the page that users see, whose pictures are shown from the web: `PRESSMARK_FILES_URL` says where the repository's files are
 * (as in `https://host/owner/name/raw/HEAD/`), or the manifest's `repository` does.
 *
 * @param output absolute path of the file to write.
 * @returns the paths inside the .vsix, as vsce lists them, below extension/.
 * @throws when dist/ is not a production build, or vsce refuses.
 */
export async function makeVsix(output: string): Promise<string[]> {
  await assertProductionBuild();
  await writeSupplyChainFiles();
  const listed = await runQuietly("vsce", ["ls", "--no-dependencies"], LIMIT);
  if (listed.code !== 0) {
    throw new Error(`vsce ls failed:\n${listed.output}`);
  }
  const files = listed.standardOutput.split(/\r?\n/).filter((line) => line !== "");
  const folder = await mkdtemp(join(tmpdir(), "pressmark-vsix-"));
  try {
    for (const file of files) {
      await cp(inProject(file), join(folder, file));
    }
    const linking = await linkOptions();
    const page = marketplacePage(
      await readFile(inProject("README.md"), "utf8"),
      linking === undefined ? "unknown" : "known",
    );
    await writeFile(join(folder, "README.md"), page);
    const options = ["--no-dependencies", ...(linking ?? ["--allow-missing-repository"]), "--out", output];
    const packed = await runQuietly("vsce", ["package", ...options], { ...LIMIT, directory: folder });
    if (packed.code !== 0) {
      throw new Error(`vsce package failed:\n${packed.output}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return files;
}

/** How vsce is told where the repository is on the web; undefined where nobody knows. */
async function linkOptions(): Promise<readonly string[] | undefined> {
  const url = process.env["PRESSMARK_FILES_URL"];
  if (url !== undefined) {
    return ["--allow-missing-repository", "--baseContentUrl", url, "--baseImagesUrl", url];
  }
  const { repository } = JSON.parse(await readFile(inProject("package.json"), "utf8")) as {
    readonly repository?: unknown;
  };
  return repository === undefined ? undefined : [];
}

async function assertProductionBuild(): Promise<void> {
  const files: string[] = [];
  for await (const file of glob("dist/**/*.{js,cjs,map}", { cwd: root })) {
    files.push(file);
  }
  if (files.length === 0 || files.some((file) => file.endsWith(".map"))) {
    throw new Error(
      `${inProject("dist")} holds ${files.length === 0 ? "no bundles" : "a development build"}. ` +
        "Run: npm run build -- --production",
    );
  }
}
