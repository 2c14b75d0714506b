import type { SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaParams } from "vscode-languageserver";
import { createSemanticTokensProvider, diffSemanticTokens } from "../features/semantic-tokens.ts";
import { type DocumentSession, documentRequest, type Server } from "./document-requests.ts";

interface Answer {
  readonly resultId: string;
  readonly data: number[];
}

export interface SemanticTokenAnswers {
  forget(uri: string): void;
}

export function registerSemanticTokens(server: Server): SemanticTokenAnswers {
  const { semanticTokens } = server.connection.languages;
  const answers = new Map<string, Answer>();
  const provide = createSemanticTokensProvider();
  let answerCount = 0;

  async function answerWith(session: DocumentSession): Promise<Answer> {
    const data = await session.inSlices(provide(await session.analysis()));
    answerCount++;
    const answer = { resultId: `${server.runtime.session}-${answerCount}`, data };
    answers.set(session.document.uri, answer);
    return answer;
  }

  semanticTokens.on(
    documentRequest(
      server,
      { method: "textDocument/semanticTokens/full" },
      (session): Promise<SemanticTokens> => answerWith(session),
    ),
  );
  semanticTokens.onDelta(
    documentRequest(
      server,
      { method: "textDocument/semanticTokens/full/delta" },
      async (session, params: SemanticTokensDeltaParams): Promise<SemanticTokens | SemanticTokensDelta> => {
        const before = answers.get(session.document.uri);
        const answer = await answerWith(session);
        return before?.resultId === params.previousResultId
          ? { resultId: answer.resultId, edits: diffSemanticTokens(before.data, answer.data) }
          : answer;
      },
    ),
  );
  semanticTokens.onRange(
    documentRequest(
      server,
      { method: "textDocument/semanticTokens/range", needs: "range" },
      async (session, params) => {
        server.views.note(session.document.uri, params.range);
        const reading = await session.soon("semanticTokens");
        const data = await session.inSlices(provide(reading, reading.convert.span(params.range)));
        return { data };
      },
    ),
  );
  return {
    forget: (uri) => {
      answers.delete(uri);
    },
  };
}
