import type { Connection } from "vscode-languageserver";
import type { ClientAbilities } from "./client-abilities.ts";
import { readSettings, type Settings, sectionOf } from "./read-settings.ts";
import type { Runtime } from "./runtime.ts";

/** The settings per document, asked for once and kept until the client says that they changed. */
export interface SettingsStore {
  /**
   * Never fails and never hangs: without an answer the settings are the last that were pushed, else the defaults.
   *
   * @param uri Of a document; empty for what belongs to none.
   */
  of(uri: string): Promise<Settings>;
  forget(uri: string): void;
  /** Takes in what `workspace/didChangeConfiguration` brought. */
  changed(pushed: unknown): void;
  /** Calls back when settings arrive so late that others were used in the meantime. */
  onLate(listener: () => void): void;
}

/** A client that promised to answer and does not must not keep a user from seeing anything at all. */
const PATIENCE_MILLISECONDS = 3_000;

export function createSettingsStore(
  connection: Connection,
  abilities: ClientAbilities,
  runtime: Runtime,
  initial: unknown,
): SettingsStore {
  let pushed = readSettings(sectionOf(initial));
  let tellLate = (): void => {};
  const pulled = new Map<string, Promise<Settings>>();

  async function ask(uri: string): Promise<Settings> {
    try {
      const section: unknown = await connection.workspace.getConfiguration({
        scopeUri: uri,
        section: "pressmark",
      });
      return section === null || section === undefined ? pushed : readSettings(section);
    } catch {
      connection.console.warn(
        "The client did not tell its settings; those it told before, or the defaults, are used.",
      );
      return pushed;
    }
  }

  function pull(uri: string): Promise<Settings> {
    let isLate = false;
    const answer = ask(uri);
    const settings = Promise.race([
      answer,
      runtime.delay(PATIENCE_MILLISECONDS).then(() => {
        isLate = true;
        return pushed;
      }),
    ]);
    void answer.then((late) => {
      // Only where nobody asked anew in the meantime.
      if (isLate && pulled.get(uri) === settings) {
        pulled.set(uri, Promise.resolve(late));
        tellLate();
      }
    });
    return settings;
  }

  return {
    of(uri) {
      if (!abilities.pullsConfiguration) {
        return Promise.resolve(pushed);
      }
      const known = pulled.get(uri) ?? pull(uri);
      pulled.set(uri, known);
      return known;
    },
    forget: (uri) => {
      pulled.delete(uri);
    },
    changed(settings) {
      const section = sectionOf(settings);
      // A client that is asked for its settings pushes nothing, or null, only to say that they changed.
      if (section !== undefined) {
        pushed = readSettings(section);
      }
      pulled.clear();
    },
    onLate: (listener) => {
      tellLate = listener;
    },
  };
}
