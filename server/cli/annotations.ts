import { SIDECAR_ENDING } from "../core/annotations/vocabulary.ts";
import { exportAnnotationsOf } from "./annotations-export.ts";
import { verifyAnnotationsOf } from "./annotations-verify.ts";
import type { Command } from "./command.ts";
import { nearestName } from "./nearest-name.ts";
import { UsageError } from "./usage-error.ts";

const HELP = `Usage: pressmark annotations export --format FORM [--delimiter comma|semicolon|tab] [--out-dir DIR] PATH...
       pressmark annotations verify [--format text|json] PATH...

The annotations beside dumps, in FILE${SIDECAR_ENDING}. A PATH is a dump, its annotations, or a folder.

export prints them in another form, or writes files into DIR:
  csv, excel, jsonl   a table; excel: with byte order mark, semicolons, and no cell that is run as a formula
  md                  the article with footnotes
  label-studio        tasks to import
  webanno             WebAnno TSV 3.3 for INCEpTION, with its layers (needs --out-dir)
  brat                text and standoff (needs --out-dir)
  jsonld              W3C Web Annotations, brought up to date

verify finds each in its dump: exact, moved, approximate (its words were changed), or orphan (not found for certain). Exit code 0:
all words are there; 1: some were changed or not found, or an annotation is not understood; 2: a file could not be read.

  --encoding NAME  of dumps that are not UTF-8 and have no byte order mark

Examples:
  pressmark annotations export --format excel dumps/ > annotations.csv
  pressmark annotations export --format brat --out-dir brat dumps/
  pressmark annotations verify dumps/
`;

const actions: Readonly<Record<string, (parameters: readonly string[]) => Promise<number>>> = {
  export: exportAnnotationsOf,
  verify: verifyAnnotationsOf,
};

export const annotationsCommand: Command = {
  help: HELP,
  async run([name, ...parameters]) {
    const action = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined) {
      const near = name === undefined ? undefined : nearestName(name, Object.keys(actions));
      throw new UsageError(
        `annotations takes export or verify${name === undefined ? "" : `, not ${JSON.stringify(name)}`}. ${
          near === undefined
            ? "See: pressmark annotations --help"
            : `Did you mean: pressmark annotations ${near}?`
        }`,
      );
    }
    return action(parameters);
  },
};
