import { glob } from "node:fs/promises";
import { inProject, root } from "./paths.ts";
import { runQuietly } from "./run.ts";
import { writeSupplyChainFiles } from "./supply-chain.ts";

/**
 * Packs the bundles that are in dist/, the notices and the bill of materials for them, and what .vscodeignore lets through into a .vsix. Everything is bundled, so no
 * dependencies go in; no repository is named, as the extension belongs to none, and so the README's relative links stay
 * as they are.
 *
 * @param output absolute path of the file to write.
 * @returns the paths inside the .vsix, as vsce lists them, below extension/.
 * @throws when dist/ is not a production build, or vsce refuses.
 */
export async function makeVsix(output: string): Promise<string[]> {
  await assertProductionBuild();
  await writeSupplyChainFiles();
  const common = ["--no-dependencies"];
  const options = ["--allow-missing-repository", "--no-rewrite-relative-links", "--out", output];
  const packed = await runQuietly("vsce", ["package", ...common, ...options], { timeoutSeconds: 120 });
  if (packed.code !== 0) {
    throw new Error(`vsce package failed:\n${packed.output}`);
  }
  const listed = await runQuietly("vsce", ["ls", ...common], { timeoutSeconds: 120 });
  if (listed.code !== 0) {
    throw new Error(`vsce ls failed:\n${listed.output}`);
  }
  return listed.standardOutput.split(/\r?\n/).filter((line) => line !== "");
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
