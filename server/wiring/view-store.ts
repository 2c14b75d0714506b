import type { Range } from "vscode-languageserver";

/**
 * What of each document a reader sees, as far as it can be known: editors ask for hints and colours of what is in view. Of too many findings
 * those near to it are shown.
 */
export interface ViewStore {
  note(uri: string, range: Range): void;
  of(uri: string): Range | undefined;
  forget(uri: string): void;
}

export function createViewStore(): ViewStore {
  const views = new Map<string, Range>();
  return {
    note: (uri, range) => {
      views.set(uri, range);
    },
    of: (uri) => views.get(uri),
    forget: (uri) => {
      views.delete(uri);
    },
  };
}
