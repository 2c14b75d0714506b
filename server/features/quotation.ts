import type { Range } from "vscode-languageserver-types";
import { quotation } from "../core/export/quotation.ts";
import type { TextResult } from "../protocol.ts";
import type { Reading } from "./feature-context.ts";

/** The selected words with where they come from; null when nothing is selected or it is outside any article. */
export function provideQuotation(reading: Reading, range: Range): TextResult | null {
  const { dump, lines, convert, uri } = reading;
  const text = quotation(dump, lines, convert.span(range), fileNameOf(uri));
  return text === undefined ? null : { text };
}

/** The last part of a URI's path, as a user knows the file. */
function fileNameOf(uri: string): string {
  const path = uri.split(/[?#]/u, 1)[0] ?? "";
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.indexOf(":")) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A broken escape is no reason to have no quotation.
    return name;
  }
}
