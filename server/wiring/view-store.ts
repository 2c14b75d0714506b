import type { Range } from "vscode-languageserver";

/**
 * What of each document a reader sees, as far as it can be known: editors ask for hints and colours of what is in view. Of too many findings
 * those near to it are shown.
 */
export interface ViewStore {
  note(uri: string, range: Range): void;
  /** Calls for each document whose view has come to start at another line. */
  onDidMove(listener: (uri: string) => void): void;
  of(uri: string): Range | undefined;
  forget(uri: string): void;
}

export function createViewStore(): ViewStore {
  const views = new Map<string, Range>();
  const listeners: ((uri: string) => void)[] = [];
  return {
    note: (uri, range) => {
      const before = views.get(uri);
      views.set(uri, range);
      if (before?.start.line !== range.start.line) {
        for (const listener of listeners) {
          listener(uri);
        }
      }
    },
    onDidMove: (listener) => {
      listeners.push(listener);
    },
    of: (uri) => views.get(uri),
    forget: (uri) => {
      views.delete(uri);
    },
  };
}
