import type { Range } from "vscode-languageserver-types";
import { quotation } from "../core/export/quotation.ts";
import type { TextResult } from "../protocol.ts";
import type { Reading } from "./feature-context.ts";
import { fileNameOf } from "./shared/file-name.ts";

/** The selected words with where they come from; null when nothing is selected or it is outside any article. */
export function provideQuotation(reading: Reading, range: Range): TextResult | null {
  const { dump, lines, convert, uri } = reading;
  const text = quotation(dump, lines, convert.span(range), fileNameOf(uri));
  return text === undefined ? null : { text };
}
