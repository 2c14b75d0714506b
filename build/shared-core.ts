import { relative, resolve, sep } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { inProject, root } from "./paths.ts";

/** What the bundle is to the code behind it. */
const VARIABLE = "pressmarkCore";

/**
 * The server for browsers is one script, as a worker has no modules, and most of it is the core. The server for Node takes the
 * core from that very file: the .vsix would be a third larger otherwise.
 */
export interface SharedCore {
  /** For the script: in a worker it starts the server, to whoever loads it as a module it gives the core. */
  readonly options: Pick<
    BuildOptions,
    "stdin" | "outdir" | "entryNames" | "globalName" | "format" | "banner" | "footer"
  >;
  /** Makes the bundle of the server for Node take the core from there. */
  readonly plugin: Plugin;
}

/**
 * Finds out which modules of the core the server for Node imports, by looking at what it is made of.
 *
 * @param name Of the script's bundle.
 */
export async function shareCore(
  nodeEntry: string,
  browserEntry: string,
  name: string,
  outdir: string,
): Promise<SharedCore> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [nodeEntry],
    bundle: true,
    write: false,
    metafile: true,
    outdir,
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  const imported = Object.entries(metafile.inputs)
    .filter(([importer]) => !isInCore(importer))
    .flatMap(([, { imports }]) => imports.map(({ path }) => path).filter(isInCore));
  const names = new Map(
    [...new Set(imported)].sort().map((path, index) => [inProject(path), `module${index}`]),
  );
  const shared = [...names].map(([path, as]) => `export * as ${as} from ${JSON.stringify(path)};\n`);
  // Asked for by `require`, the server is not even set up where the core alone is wanted.
  const start = `if (typeof module !== "object") require(${JSON.stringify(inProject(browserEntry))});\n`;
  return {
    options: {
      stdin: { contents: shared.join("") + start, resolveDir: root, sourcefile: `${name}.ts`, loader: "ts" },
      outdir,
      entryNames: name,
      format: "iife",
      globalName: VARIABLE,
      // What ES modules are without saying so.
      banner: { js: '"use strict";' },
      footer: { js: `if (typeof module === "object") module.exports = ${VARIABLE};` },
    },
    plugin: sharedModules(names, `require("./${name}.js")`),
  };
}

/** @param bundle An expression that is the bundle. */
function sharedModules(names: ReadonlyMap<string, string>, bundle: string): Plugin {
  return {
    name: "shared-core",
    setup(builder) {
      builder.onResolve({ filter: /^\.\.?\// }, ({ importer, path, resolveDir }) => {
        const name = names.get(resolve(resolveDir, path));
        const isShared = name !== undefined && !isInCore(relative(root, importer).split(sep).join("/"));
        return isShared ? { path: name, namespace: "shared-core" } : undefined;
      });
      builder.onResolve({ filter: /./, namespace: "shared-core" }, ({ path }) => ({ path, external: true }));
      builder.onLoad({ filter: /./, namespace: "shared-core" }, ({ path }) => ({
        contents: `module.exports = ${bundle}.${path};`,
        loader: "js",
      }));
    },
  };
}

/** @param path From the project's top folder, with forward slashes. */
function isInCore(path: string): boolean {
  return path.startsWith("server/core/");
}
