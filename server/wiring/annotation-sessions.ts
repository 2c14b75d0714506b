import type { Connection, TextDocuments } from "vscode-languageserver";
import type { AnnotationsState, PendingAnnotations } from "../annotations-protocol.ts";
import { ANNOTATIONS_NOTIFICATION } from "../annotations-protocol.ts";
import type { CleanUp } from "../core/annotations/move-through-clean-up.ts";
import type { Phrases } from "../core/text/phrases.ts";
import { provideAnnotations } from "../features/annotations.ts";
import { createConverter } from "../features/convert.ts";
import { type AnnotationSession, openAnnotationSession } from "./annotation-session.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import { guardTask, type Log } from "./guard.ts";
import type { Runtime } from "./runtime.ts";
import type { SourceDocument } from "./source-document.ts";

/** How long the text may rest before the client is told where the marks are by now, in milliseconds. */
const RESTING_TIME = 100;

/** Clean-ups are remembered until they are applied; a person looks at a few before choosing one. */
const MOST_OFFERED = 8;

/** The annotations of the open documents whose client asked for them. */
export interface AnnotationSessions {
  of(uri: string): AnnotationSession | undefined;
  open(
    document: SourceDocument,
    sidecar: string | null,
    pending: PendingAnnotations | null,
  ): Promise<AnnotationSession>;
  state(session: AnnotationSession): AnnotationsState;
  /** The offered clean-up that leads from the document's text to another one. */
  cleanUpTo(document: SourceDocument, text: string): CleanUp | undefined;
  /** A clean-up or fix that the client may apply: then marks follow it by its own map. */
  offer(uri: string, cleanUp: () => CleanUp): void;
  forget(uri: string): void;
}

interface Surroundings {
  readonly connection: Connection;
  readonly documents: TextDocuments<SourceDocument>;
  readonly abilities: ClientAbilities;
  readonly runtime: Runtime;
  readonly phrases: Phrases;
  readonly log: Log;
}

export function createAnnotationSessions(surroundings: Surroundings): AnnotationSessions {
  const { connection, documents, abilities, runtime, phrases, log } = surroundings;
  const sessions = new Map<string, AnnotationSession>();
  const offered = new Map<string, CleanUp[]>();

  function state(session: AnnotationSession): AnnotationsState {
    const { document, collection, problem, isChanged, canUndo } = session;
    const { uri, version, lines } = document;
    const convert = createConverter(lines, abilities.encoding);
    return provideAnnotations({
      uri,
      version,
      text: lines.text,
      convert,
      phrases,
      collection,
      problem,
      isChanged,
      canUndo,
    });
  }

  function cleanUpTo({ uri, lines }: SourceDocument, text: string): CleanUp | undefined {
    return offered
      .get(uri)
      ?.find(({ composition }) => composition.lines.text === lines.text && composition.text === text);
  }

  /** Tells where the marks are, unless the text goes on changing. */
  async function tell(document: SourceDocument): Promise<void> {
    await runtime.delay(RESTING_TIME);
    const session = sessions.get(document.uri);
    if (session?.document === document) {
      await connection.sendNotification(ANNOTATIONS_NOTIFICATION, state(session));
    }
  }

  documents.onDidChangeContent(({ document }) => {
    const session = sessions.get(document.uri);
    if (session === undefined || session.document === document) {
      return;
    }
    session.follow(document, cleanUpTo(session.document, document.lines.text));
    offered.delete(document.uri);
    const subject = () => ({ method: ANNOTATIONS_NOTIFICATION, documentLength: document.lines.text.length });
    void guardTask(log, subject, () => tell(document));
  });

  return {
    of: (uri) => sessions.get(uri),
    async open(document, sidecar, pending) {
      const session = await openAnnotationSession(document, sidecar, pending, phrases);
      const newest = documents.get(document.uri);
      if (newest !== undefined && newest !== document) {
        // What was typed while the sidecar was read: the way there is not known, the text is.
        session.follow({ ...newest, edits: undefined }, undefined);
      }
      sessions.set(document.uri, session);
      return session;
    },
    state,
    cleanUpTo,
    offer(uri, cleanUp) {
      if (sessions.has(uri)) {
        const known = offered.get(uri) ?? [];
        offered.set(uri, [cleanUp(), ...known].slice(0, MOST_OFFERED));
      }
    },
    forget(uri) {
      sessions.delete(uri);
      offered.delete(uri);
    },
  };
}
