/** The last part of a URI's path, as a user knows the file. */
export function fileNameOf(uri: string): string {
  const path = uri.split(/[?#]/u, 1)[0] ?? "";
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.indexOf(":")) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A broken escape is no reason to have no name.
    return name;
  }
}
