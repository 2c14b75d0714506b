import type * as vscode from "vscode";

/** What a user decided by hand about a document: that it is an article, or that it is plain text. */
export type LanguageChoice = "article" | "plain";

const MEMORY_KEY = "pressmark.languageChoices";

/** The memory forgets the oldest choices beyond this many, so that it cannot grow without end. */
const MOST_CHOICES = 2000;

type Entry = readonly [uri: string, choice: LanguageChoice];

/**
 * Remembers, per workspace, the languages that a user chose by hand. Untitled documents are remembered until they
 * close: the next one gets the same name.
 */
export class LanguageChoices {
  readonly #memory: vscode.Memento;
  readonly #untitled = new Map<string, LanguageChoice>();

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  of(uri: vscode.Uri): LanguageChoice | undefined {
    const key = uri.toString();
    return uri.scheme === "untitled"
      ? this.#untitled.get(key)
      : this.#entries().find(([chosen]) => chosen === key)?.[1];
  }

  remember(uri: vscode.Uri, choice: LanguageChoice): void {
    const key = uri.toString();
    if (uri.scheme === "untitled") {
      this.#untitled.set(key, choice);
      return;
    }
    if (this.of(uri) !== choice) {
      this.#store([...this.#entries().filter(([chosen]) => chosen !== key), [key, choice]]);
    }
  }

  forgetUntitled(uri: vscode.Uri): void {
    this.#untitled.delete(uri.toString());
  }

  /** A choice goes with its file, and with the folder that its file is in. The old name's is forgotten with time. */
  copy(from: vscode.Uri, to: vscode.Uri): void {
    const [oldKey, newKey] = [from.toString(), to.toString()];
    const copies = this.#entries()
      .filter(([uri]) => uri === oldKey || uri.startsWith(`${oldKey}/`))
      .map(([uri, choice]): Entry => [newKey + uri.slice(oldKey.length), choice]);
    if (copies.length > 0) {
      const copied = new Set(copies.map(([uri]) => uri));
      this.#store([...this.#entries().filter(([uri]) => !copied.has(uri)), ...copies]);
    }
  }

  #entries(): readonly Entry[] {
    return this.#memory.get<readonly Entry[]>(MEMORY_KEY, []);
  }

  #store(entries: readonly Entry[]): void {
    // The value is there at once; only its way to the disk takes time, and a failure there costs no more than a memory.
    void this.#memory.update(MEMORY_KEY, entries.slice(-MOST_CHOICES));
  }
}
