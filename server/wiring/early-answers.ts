/** What is answered from the structure alone where the findings are not there yet. */
export type EarlyAnswer = "semanticTokens" | "foldingRanges";

/** Which answers of each document the client is to ask for again, as soon as the document is checked. */
export interface EarlyAnswers {
  note(uri: string, answer: EarlyAnswer): void;
  /** What was noted of a document, once. */
  take(uri: string): ReadonlySet<EarlyAnswer>;
  forget(uri: string): void;
}

export function createEarlyAnswers(): EarlyAnswers {
  const noted = new Map<string, Set<EarlyAnswer>>();
  return {
    note: (uri, answer) => {
      noted.set(uri, (noted.get(uri) ?? new Set()).add(answer));
    },
    take: (uri) => {
      const answers = noted.get(uri) ?? new Set();
      noted.delete(uri);
      return answers;
    },
    forget: (uri) => {
      noted.delete(uri);
    },
  };
}
