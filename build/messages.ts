import { mkdir, readFile, writeFile } from "node:fs/promises";
import { collectMessages } from "./collect-messages.ts";
import { inProject } from "./paths.ts";

/**
 * `npm run messages`: says which messages of the sources and which texts of the manifest the bundles of each language do not hold yet,
 * takes out what nobody says any more, and puts the rest in the order of the sources, so that a change shows as itself.
 */

/** Beside English, which the sources are written in. */
export const LANGUAGES = ["de", "fr", "ru"] as const;

export type Language = (typeof LANGUAGES)[number];

/** What a language's two files are to hold, and what they do. */
export interface Bundle {
  /** From the top folder. */
  readonly path: string;
  readonly wanted: readonly string[];
  readonly present: Readonly<Record<string, string>>;
}

export async function readBundles(language: Language): Promise<readonly Bundle[]> {
  const texts = Object.keys(JSON.parse(await readFile(inProject("package.nls.json"), "utf8")) as object);
  const messages = [...(await collectMessages()).keys()];
  return Promise.all(
    [
      { path: `l10n/bundle.l10n.${language}.json`, wanted: messages },
      { path: `package.nls.${language}.json`, wanted: texts },
    ].map(async ({ path, wanted }) => ({ path, wanted, present: await readJson(path) })),
  );
}

async function readJson(path: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(inProject(path), "utf8").catch(() => "{}");
  return JSON.parse(text) as Readonly<Record<string, string>>;
}

async function tidy(): Promise<number> {
  let missing = 0;
  await mkdir(inProject("l10n"), { recursive: true });
  for (const language of LANGUAGES) {
    for (const { path, wanted, present } of await readBundles(language)) {
      const kept = wanted.filter((key) => Object.hasOwn(present, key));
      const text = JSON.stringify(Object.fromEntries(kept.map((key) => [key, present[key]])), null, 2);
      await writeFile(inProject(path), `${text}\n`);
      const lacking = wanted.filter((key) => !Object.hasOwn(present, key));
      missing += lacking.length;
      console.log(`${path}: ${kept.length} of ${wanted.length}`);
      for (const key of lacking) {
        console.log(`  missing: ${JSON.stringify(key)}`);
      }
    }
  }
  return missing;
}

if (import.meta.main) {
  process.exitCode = (await tidy()) === 0 ? 0 : 1;
}
