import { isDeepStrictEqual } from "node:util";
import { dumpFormats } from "../../../server/core/article/formats/all.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { parseAs } from "../../../server/core/article/parse-as.ts";
import { recognise } from "../../../server/core/article/recognise.ts";
import { drawMutatedDump } from "../corpus.ts";
import { hold, type Target } from "../property.ts";
import { holdSound } from "../sound-dump.ts";

/** The recogniser and all parsers: total, lossless, the same every time. */
export const reading: Target = {
  name: "reading",
  share: 3,
  make: drawMutatedDump,
  check(text) {
    const { confidence, format } = recognise(text);
    hold(confidence >= 0 && confidence <= 1, "confidence is between 0 and 1", () => String(confidence));
    const dump = parse(text);
    holdSound(text, dump);
    hold(isDeepStrictEqual(parse(text), dump), "the same text is read the same", () => String(format));
    for (const other of dumpFormats) {
      holdSound(text, parseAs(text, other));
    }
  },
};
