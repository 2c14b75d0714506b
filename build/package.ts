import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { bundle } from "./bundle.ts";
import { inProject } from "./paths.ts";
import { makeVsix } from "./vsix.ts";

/** `npm run package [-- FILE]`: bundles for production and packs the extension; the path of the .vsix is printed last. */
const manifest = JSON.parse(await readFile(inProject("package.json"), "utf8")) as {
  name: string;
  version: string;
};
const named = process.argv.slice(2).find((argument) => argument !== "--");
const output = resolve(named ?? inProject(`${manifest.name}-${manifest.version}.vsix`));
try {
  const missing = await bundle("production");
  if (missing.length > 0) {
    throw new Error(`These entries do not exist: ${missing.join(", ")}.`);
  }
  const files = await makeVsix(output);
  const { size } = await stat(output);
  console.log(`${files.length} files, ${Math.ceil(size / 1024)} KB`);
  console.log(output);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
