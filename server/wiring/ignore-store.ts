import { IGNORE_FILE, readIgnoreList } from "../core/checks/shared/ignore-list.ts";
import { type IgnoreIndex, indexIgnoreEntries } from "../core/checks/shared/ignored-findings.ts";
import type { Ignoring } from "../features/feature-context.ts";
import type { IgnoreListOfFolder } from "../protocol.ts";

/** The ignore files of the workspace's folders. */
export interface IgnoreStore {
  /** What applies to a document; undefined outside all folders. */
  of(uri: string): Ignoring | undefined;
  /** Settles when what was being read is there; a document that was opened before is not shown what it ignores. */
  whenRead(): Promise<void>;
  /** Says that the lists are being read. Never rejects. */
  reading(done: Promise<void>): void;
  /** @returns whether anything changed. */
  set(folders: readonly IgnoreListOfFolder[]): boolean;
}

interface Folder {
  /** Decoded, with a slash at its end. */
  readonly path: string;
  readonly uri: string;
  readonly text: string | undefined;
  readonly index: IgnoreIndex;
}

export function createIgnoreStore(warn: (message: string) => void): IgnoreStore {
  let folders: readonly Folder[] = [];
  let underWay: Promise<void> = Promise.resolve();

  function folderOf(uri: string, text: string | undefined): Folder {
    const path = withSlash(decoded(uri));
    const known = folders.find((folder) => folder.path === path);
    if (known !== undefined && known.text === text) {
      return known;
    }
    const { entries, problem } = readIgnoreList(text);
    if (problem !== undefined) {
      warn(problem);
    }
    return { path, uri: withSlash(uri), text, index: indexIgnoreEntries(entries) };
  }

  return {
    whenRead: () => underWay,
    reading(done) {
      underWay = done;
    },
    of(uri) {
      const path = decoded(uri);
      // Folders may lie in one another; the innermost counts.
      const folder = folders.find((one) => path.startsWith(one.path));
      return folder === undefined
        ? undefined
        : {
            folder: folder.uri,
            file: path.slice(folder.path.length),
            listUri: `${folder.uri}${IGNORE_FILE}`,
            list: folder.text,
            index: folder.index,
          };
    },
    set(lists) {
      const before = folders;
      folders = lists
        .map(({ uri, text }) => folderOf(uri, text ?? undefined))
        .sort((first, second) => second.path.length - first.path.length);
      return folders.length !== before.length || folders.some((folder, at) => folder !== before[at]);
    },
  };
}

function withSlash(uri: string): string {
  return uri.endsWith("/") ? uri : `${uri}/`;
}

/** Clients escape one path in different ways (`%3A` and `:`). */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
