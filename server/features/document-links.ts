import type { DocumentLink } from "vscode-languageserver-types";
import type { Reading } from "./feature-context.ts";
import { linksToOpen } from "./shared/links.ts";

/**
 * Every URL of the articles, to its own target when it is good and to the repaired one when it is broken; a broken one
 * that no one can repair is no link. Text outside any article is left to the editor's own link detection.
 */
export function provideDocumentLinks(reading: Reading): DocumentLink[] {
  const linksOf = linksToOpen(reading.dump);
  return reading.dump.articles.flatMap((article) =>
    linksOf(article).flatMap(({ span, target, troubles }) =>
      target === null
        ? []
        : [
            {
              range: reading.convert.range(span),
              target,
              ...(troubles.length > 0 ? { tooltip: reading.phrases.say("Open the repaired link") } : {}),
            },
          ],
    ),
  );
}
