import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { withImportRules } from "./generate-biome.ts";
import { checksIndex, withCheckSettings } from "./generate-checks.ts";
import { manifestTexts, withoutManifestTexts } from "./generate-manifest-texts.ts";
import { topLevelDomainsModule } from "./generate-top-level-domains.ts";
import { inProject } from "./paths.ts";
import { runQuietly } from "./run.ts";

/** A file of which at least a part is derived from something else in the project. */
interface Generated {
  /** From the top folder. */
  readonly path: string;
  /** Makes the file's new text from its present one, which is empty for a file that is not there. */
  generate(present: string): string | Promise<string>;
}

const generated: readonly Generated[] = [
  { path: "biome.json", generate: withImportRules },
  // Before the manifest, whose texts it takes.
  { path: "package.nls.json", generate: async (present) => manifestTexts(await readManifest(), present) },
  { path: "package.json", generate: (present) => withoutManifestTexts(withCheckSettings(present)) },
  { path: "docs/checks/README.md", generate: () => checksIndex() },
  { path: "server/core/links/top-level-domains.ts", generate: () => topLevelDomainsModule() },
];

async function readManifest(): Promise<string> {
  return withCheckSettings(await readFile(inProject("package.json"), "utf8"));
}

const check = process.argv.includes("--check");
const stale: string[] = [];
for (const { path, generate } of generated) {
  const present = await readFile(inProject(path), "utf8").catch(() => "");
  const wanted = await formatted(path, await generate(present));
  if (wanted !== present) {
    stale.push(path);
    if (!check) {
      await mkdir(dirname(inProject(path)), { recursive: true });
      await writeFile(inProject(path), wanted);
    }
  }
}
if (stale.length > 0) {
  console.error(
    check ? `Out of date: ${stale.join(", ")}. Run: npm run generate` : `Written: ${stale.join(", ")}.`,
  );
}
process.exitCode = check && stale.length > 0 ? 1 : 0;

/** Generated files are formatted like all others, so that the linter has nothing to say about them. */
async function formatted(path: string, text: string): Promise<string> {
  if (!path.endsWith(".json")) {
    return text;
  }
  const { code, output, standardOutput } = await runQuietly(
    "biome",
    ["format", `--stdin-file-path=${path}`],
    {
      input: text,
    },
  );
  if (code !== 0) {
    throw new Error(`${path} could not be formatted:\n${output}`);
  }
  return standardOutput;
}
