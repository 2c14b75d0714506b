import { join } from "node:path";
import { type BuildOptions, build, type Plugin, type StdinOptions } from "esbuild";
import { root } from "../../build/paths.ts";

/** VS Code loads tests by `require`, so they become one CommonJS file. mocha is loaded from node_modules, to which the file must be near. */
export async function bundleTests(files: readonly string[], outfile: string): Promise<void> {
  await build({
    ...commonOptions(outfile),
    stdin: entry("./suite/index.ts", `runSuite([${loaders(files)}])`),
    platform: "node",
    target: "node20",
    external: ["vscode", "mocha"],
  });
}

/**
 * As one file for the web worker host, where a test has VS Code's API and no module besides: mocha's build for browsers, our own
 * assertions, and our own idea of the place that the tests run in come instead of Node's.
 *
 * @param outfile Inside the extension's folder, by which VS Code fetches it.
 * @param grep Only tests whose full title holds this text. There is no environment to tell it by.
 */
export async function bundleTestsForWeb(
  files: readonly string[],
  outfile: string,
  grep: string | undefined,
): Promise<void> {
  await build({
    ...commonOptions(outfile),
    stdin: entry("./web/index.ts", `runSuite([${loaders(files)}], ${JSON.stringify(grep)})`),
    platform: "browser",
    target: "es2022",
    external: ["vscode"],
    define: { global: "globalThis" },
    plugins: [
      instead(/^mocha$/, "mocha.ts"),
      instead(/^node:assert$/, "../../support/assert.ts"),
      instead(/\/platform\.ts$/, "platform.ts"),
    ],
  });
}

/** A file of test/host/web in place of what is imported by such a name. */
function instead(filter: RegExp, file: string): Plugin {
  const path = join(root, "test", "host", "web", file);
  return { name: file, setup: (builder) => builder.onResolve({ filter }, () => ({ path })) };
}

function commonOptions(outfile: string): BuildOptions {
  return { outfile, bundle: true, format: "cjs", sourcemap: "inline", logLevel: "warning" };
}

function entry(runner: string, call: string): StdinOptions {
  return {
    contents: `import { runSuite } from ${JSON.stringify(runner)};\nexport const run = () => ${call};\n`,
    resolveDir: join(root, "test", "host"),
    loader: "ts",
  };
}

function loaders(files: readonly string[]): string {
  return files
    .map((file) => `{ name: ${JSON.stringify(file)}, load: () => require(${JSON.stringify(file)}) }`)
    .join(", ");
}
