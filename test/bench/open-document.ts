import type { Contestant } from "./contestants.ts";
import { type LanguageServer, type Message, startLanguageServer } from "./language-server.ts";

/** A document open in a server, and the last diagnostics of it. */
export interface OpenDocument {
  readonly server: LanguageServer;
  readonly uri: string;
  /** Milliseconds from the process's start to the first diagnostics. */
  readonly start: number;
  readonly first: Diagnostics;
  /** Types one character and waits for the diagnostics of that version. */
  type(): Promise<Diagnostics>;
  /** In kilobytes; undefined where the system does not tell. */
  stop(): Promise<void>;
}

export interface Diagnostics {
  /** From the notification of the change to the diagnostics, in milliseconds. */
  readonly time: number;
  readonly findings: number;
  /** Of the message that brought them. */
  readonly bytes: number;
}

/** Starts a server and opens a document in it. */
export async function openDocument(contestant: Contestant, dump: string): Promise<OpenDocument> {
  let text = contestant.document(dump);
  let version = 1;
  const uri = `file:///bench/document.${contestant.extension}`;
  const started = performance.now();
  const server = await initialise(contestant, () => text);

  // As VS Code asks: with the id of the answer it has, so that the server may say that nothing changed.
  let previousResultId: string | undefined;
  let findings = 0;
  const known = () => (previousResultId === undefined ? {} : { previousResultId });
  const diagnosticsSince = async (since: number): Promise<Diagnostics> => {
    const message =
      contestant.delivery === "pull"
        ? await server.request("textDocument/diagnostic", { textDocument: { uri }, ...known() })
        : await server.notified(
            "textDocument/publishDiagnostics",
            (params: { readonly uri: string; readonly version?: number }) =>
              params.uri === uri && params.version === version,
          );
    const time = performance.now() - since;
    const { kind, resultId } = (message.result ?? {}) as {
      readonly kind?: string;
      readonly resultId?: string;
    };
    previousResultId = resultId;
    findings = kind === "unchanged" ? findings : countOf(message);
    return { time, findings, bytes: message.bytes };
  };

  server.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: contestant.languageId, version, text },
  });
  const first = await diagnosticsSince(started);
  const places = typingPlaces(text);
  return {
    server,
    uri,
    start: first.time,
    first,
    type: async () => {
      const line = places[version % places.length] as number;
      const start = lineStart(text, line);
      const position = { line, character: 3 };
      text = `${text.slice(0, start + 3)}x${text.slice(start + 3)}`;
      version++;
      const since = performance.now();
      server.notify("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: position, end: position }, text: "x" }],
      });
      return diagnosticsSince(since);
    },
    stop: () => server.stop(),
  };
}

/** Starts a server and greets it. */
export async function initialise(contestant: Contestant, textOf: () => string): Promise<LanguageServer> {
  const server = startLanguageServer(contestant.command, contestant.answers(textOf));
  await server.request("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: capabilitiesFor(contestant),
    initializationOptions: { provideFormatter: false, markdownFileExtensions: ["md"] },
  });
  server.notify("initialized", {});
  if (contestant.settings !== undefined) {
    server.notify("workspace/didChangeConfiguration", { settings: contestant.settings });
  }
  return server;
}

function capabilitiesFor({ delivery }: Contestant): object {
  return {
    workspace: { configuration: false, workspaceFolders: false },
    textDocument: {
      synchronization: { dynamicRegistration: false },
      publishDiagnostics: {
        versionSupport: true,
        relatedInformation: true,
        tagSupport: { valueSet: [1, 2] },
      },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      ...(delivery === "pull" ? { diagnostic: { dynamicRegistration: false } } : {}),
    },
  };
}

/** A typist stays in a paragraph, so the lines are some long ones about the middle of the text. */
function typingPlaces(text: string): readonly number[] {
  const lines = text.split("\n");
  const isRunning = (line: string): boolean =>
    line.length > 80 && line.length < 2_000 && !line.includes("://") && line.split(" ").length > 12;
  const middle = lines.length >> 1;
  const places: number[] = [];
  for (let line = middle; line < lines.length && places.length < 5; line++) {
    if (isRunning(lines[line] as string)) {
      places.push(line);
    }
  }
  return places.length > 0 ? places : [middle];
}

function lineStart(text: string, line: number): number {
  let at = 0;
  for (let number = 0; number < line; number++) {
    at = text.indexOf("\n", at) + 1;
  }
  return at;
}

function countOf({ params, result }: Message): number {
  const holder = (result ?? params) as {
    readonly items?: readonly unknown[];
    readonly diagnostics?: readonly unknown[];
  };
  return (holder.items ?? holder.diagnostics ?? []).length;
}
