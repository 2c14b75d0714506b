import type { Connection } from "vscode-languageserver";
import type { ClientAbilities } from "./client-abilities.ts";
import { readSettings, type Settings, sectionOf } from "./read-settings.ts";
import type { Runtime } from "./runtime.ts";

/** The settings per document, asked for once and kept until the client says that they changed. */
export interface SettingsStore {
  /** Never fails and never hangs: without an answer the settings are the last that were pushed, else the defaults. */
  of(uri: string): Promise<Settings>;
  forget(uri: string): void;
  /** Takes in what `workspace/didChangeConfiguration` brought. */
  changed(pushed: unknown): void;
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
  const pulled = new Map<string, Promise<Settings>>();

  async function pull(uri: string): Promise<Settings> {
    const answer = connection.workspace
      .getConfiguration({ scopeUri: uri, section: "pressmark" })
      .then((section: unknown) =>
        section === null || section === undefined ? pushed : readSettings(section),
      )
      .catch(() => {
        connection.console.warn("The client did not tell the settings; the defaults are used.");
        return pushed;
      });
    const timeout = runtime.delay(PATIENCE_MILLISECONDS).then(() => pushed);
    return Promise.race([answer, timeout]);
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
  };
}
