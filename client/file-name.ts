export interface FileName {
  readonly stem: string;
  /** With the point; empty when there is none. */
  readonly extension: string;
}

/** ".txt" is the extension of "a.b.txt"; a leading point makes none. */
export function splitFileName(name: string): FileName {
  const point = name.lastIndexOf(".");
  return point <= 0
    ? { stem: name, extension: "" }
    : { stem: name.slice(0, point), extension: name.slice(point) };
}

/** The last part of a URI's path. */
export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
