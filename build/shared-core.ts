import { relative, resolve, sep } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { inProject, root } from "./paths.ts";

/** The bundle's name, and the global variable that it is in a worker, which has no modules. */
const BUNDLE = "core";
const VARIABLE = "pressmarkCore";

/**
 * What the server needs of server/core is a bundle of its own: the server for Node and the one for browsers share it, and it is
 * most of either. Without that the .vsix would be half as large again.
 */
export interface SharedCore {
  /** To be built beside the servers: a script that Node can load as well. */
  readonly options: Pick<
    BuildOptions,
    "stdin" | "outdir" | "entryNames" | "globalName" | "format" | "footer"
  >;
  /** Makes a server's bundle take the core from there. */
  pluginFor(place: "node" | "worker"): Plugin;
}

/** Finds out which modules of the core the servers import, by looking at what they are made of. */
export async function shareCore(entries: readonly string[], outdir: string): Promise<SharedCore> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
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
  const modules = [...new Set(imported)].sort();
  const nameOf = new Map(modules.map((path, index) => [inProject(path), `module${index}`]));
  return {
    options: {
      stdin: {
        contents: [...nameOf]
          .map(([path, name]) => `export * as ${name} from ${JSON.stringify(path)};\n`)
          .join(""),
        resolveDir: root,
        sourcefile: `${BUNDLE}.ts`,
        loader: "ts",
      },
      outdir,
      entryNames: BUNDLE,
      format: "iife",
      globalName: VARIABLE,
      footer: { js: `if (typeof module === "object") module.exports = ${VARIABLE};` },
    },
    pluginFor: (place) => sharedModules(nameOf, place === "node" ? `require("./${BUNDLE}.js")` : VARIABLE),
  };
}

/** @param bundle An expression that is the bundle. */
function sharedModules(nameOf: ReadonlyMap<string, string>, bundle: string): Plugin {
  return {
    name: "shared-core",
    setup(builder) {
      builder.onResolve({ filter: /^\.\.?\// }, ({ importer, path, resolveDir }) => {
        const name = nameOf.get(resolve(resolveDir, path));
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
