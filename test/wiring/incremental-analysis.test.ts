import fc from "fast-check";
import { expect, test } from "vitest";
import type { ColumnEncoding } from "../../server/core/text/lines.ts";
import { indexLines } from "../../server/core/text/lines.ts";
import { ENGLISH } from "../../server/core/text/phrases.ts";
import { finish, type Steps } from "../../server/core/text/steps.ts";
import { createDiagnosticsProvider } from "../../server/features/diagnostics.ts";
import { createDocumentLinksProvider } from "../../server/features/document-links.ts";
import { createDocumentSymbolsProvider } from "../../server/features/document-symbols.ts";
import type { Analysis } from "../../server/features/feature-context.ts";
import { createFoldingRangesProvider } from "../../server/features/folding-ranges.ts";
import { createSemanticTokensProvider } from "../../server/features/semantic-tokens.ts";
import { createStatusProvider } from "../../server/features/status.ts";
import { createAnalysisStore } from "../../server/wiring/analysis-store.ts";
import { readSettings } from "../../server/wiring/read-settings.ts";
import { type SourceDocument, updateDocument } from "../../server/wiring/source-document.ts";
import { editsFor, startingDump } from "../support/edit-scripts.ts";
import { toChanges } from "../support/lsp-changes.ts";
import { plainDump } from "../support/plain-dump.ts";
import { plainFindings } from "../support/plain-findings.ts";
import { seededRandom } from "../support/random.ts";
import { LONGEST_RUN, runParameters } from "../support/run-parameters.ts";

const settings = readSettings(undefined);

test(
  "what an editor is told after edits is what it is told of a text that was just opened",
  () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom<ColumnEncoding>("utf-16", "utf-8"),
        fc.constantFrom(3, 20, 1_000),
        (seed, steps, encoding, limit) => {
          const random = seededRandom(seed);
          const options = { limit, relatedInformation: true, tags: true, documentation: "file:///docs/" };
          const store = createAnalysisStore({ encoding, phrases: ENGLISH });
          const diagnostics = createDiagnosticsProvider(options);
          const status = createStatusProvider();
          const asked = createAsking();
          let shown = {};
          let begun: Steps<Analysis> | undefined;
          let document = opened(startingDump(random));
          store.follow(document);
          let previous: string | undefined;
          for (let step = 0; step < steps; step++) {
            const edits = editsFor(random, document.lines.text, previous);
            previous = document.lines.text;
            document = updateDocument(
              document,
              toChanges(document.lines, edits, encoding),
              step + 2,
              encoding,
            );
            store.follow(document);
            if (random.chance(0.2)) {
              // Somebody types so fast that this version is never looked at.
              continue;
            }
            if (begun !== undefined) {
              // What was begun for the version before is done behind the reading of this one.
              finish(store.read(document));
              finish(begun);
              begun = undefined;
            }
            if (random.chance(0.2)) {
              begun = store.analyse(document, settings, undefined);
              for (let count = random.below(200); count > 0 && begun.next().done !== true; count--);
              continue;
            }
            const analysis = finish(store.analyse(document, settings, undefined));
            const fresh = finish(
              createAnalysisStore({ encoding, phrases: ENGLISH }).analyse(
                opened(document.lines.text),
                settings,
                undefined,
              ),
            );
            expect(plainDump(analysis.dump)).toBe(plainDump(fresh.dump));
            expect(plainFindings(analysis.findings)).toBe(plainFindings(fresh.findings));
            expect(asked(analysis)).toBe(createAsking()(fresh));
            expect(JSON.stringify(finish(diagnostics(analysis)))).toBe(
              JSON.stringify(finish(createDiagnosticsProvider(options)(fresh))),
            );
            shown = { ...shown, ...status(analysis, options), version: 0 };
            expect(shown).toEqual({ ...createStatusProvider()(fresh, options), version: 0 });
          }
        },
      ),
      runParameters(40),
    );
  },
  LONGEST_RUN,
);

function opened(text: string): SourceDocument {
  return {
    uri: "file:///dump.txt",
    languageId: "scraped-article",
    version: 1,
    lines: indexLines(text),
    edits: undefined,
  };
}

/** What is kept from version to version besides the analysis. */
function createAsking(): (analysis: Analysis) => string {
  const symbols = createDocumentSymbolsProvider();
  const folds = createFoldingRangesProvider({ collapsedText: true });
  const tokens = createSemanticTokensProvider();
  const links = createDocumentLinksProvider();
  return (analysis) =>
    JSON.stringify([
      finish(symbols(analysis)),
      finish(folds(analysis)),
      finish(tokens(analysis)),
      finish(links(analysis)),
    ]);
}
