import * as nodeModule from "node:module";

/**
 * Lets Node keep the compiled form of the program in the system's folder for temporary files, as TypeScript and others do:
 * from the second call on, the program is ready some 10 ms earlier. NODE_DISABLE_COMPILE_CACHE=1 turns it off, NODE_COMPILE_CACHE
 * names another folder. Before Node 22.8 there is no such cache; where it cannot be written, Node goes on without.
 */
export function enableCompileCache(): void {
  const { enableCompileCache: enable } = nodeModule as { readonly enableCompileCache?: () => unknown };
  enable?.();
}
