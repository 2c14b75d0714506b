import type { LineIndex } from "../text/lines.ts";
import { formatOf } from "./formats/all.ts";
import type { Dump } from "./model.ts";
import { parseAs } from "./parse-as.ts";
import { recognise } from "./recognise.ts";

/**
 * Reads a text as the dump it is recognised as. Total and lossless: any string gives a dump whose blocks tile it, and
 * the same string gives the same dump. Linear in the text's length.
 *
 * This loads every format's parser. The command line, which starts for every file of a shell loop, loads only the one
 * it needs: `parseAs(text, await loadFormat(recognise(text).format))`.
 *
 * @param lines The line index of `text` when the caller has one already.
 */
export function parse(text: string, lines?: LineIndex): Dump {
  return parseAs(text, formatOf(recognise(text).format), lines);
}
