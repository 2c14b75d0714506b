import type { SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaParams } from "vscode-languageserver";
import type { Analysis } from "../features/feature-context.ts";
import { createSemanticTokensProvider, diffSemanticTokens } from "../features/semantic-tokens.ts";
import { documentRequest, type Server } from "./document-requests.ts";

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

  function remember(analysis: Analysis): Answer {
    answerCount++;
    const answer = {
      resultId: `${server.runtime.session}-${answerCount}`,
      data: provide(analysis),
    };
    answers.set(analysis.uri, answer);
    return answer;
  }

  semanticTokens.on(
    documentRequest(
      server,
      { method: "textDocument/semanticTokens/full" },
      async (session): Promise<SemanticTokens> => remember(await session.analysis()),
    ),
  );
  semanticTokens.onDelta(
    documentRequest(
      server,
      { method: "textDocument/semanticTokens/full/delta" },
      async (session, params: SemanticTokensDeltaParams): Promise<SemanticTokens | SemanticTokensDelta> => {
        const before = answers.get(session.document.uri);
        const answer = remember(await session.analysis());
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
        const analysis = await session.analysis();
        return { data: provide(analysis, analysis.convert.span(params.range)) };
      },
    ),
  );
  return {
    forget: (uri) => {
      answers.delete(uri);
    },
  };
}
