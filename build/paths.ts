import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's top folder, absolute, without a slash at the end. */
export const root: string = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** The absolute path of a file given by its path below the project's top folder, with forward slashes. */
export function inProject(path: string): string {
  return join(root, ...path.split("/"));
}
