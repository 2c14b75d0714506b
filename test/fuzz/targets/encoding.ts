import { decodeFile, encodeFile } from "../../../server/cli/text-encoding.ts";
import { drawMutatedDump } from "../corpus.ts";
import { hold, type Target } from "../property.ts";

/** Bytes of any encoding: what can be read can be written again as it was, byte for byte, or it is said that it cannot. */
export const encoding: Target = {
  name: "encoding",
  share: 1,
  make: drawMutatedDump,
  check(text, random) {
    const bytes = random.pick<() => Uint8Array>([
      () => Buffer.from(text, "utf8"),
      () => Buffer.from(`\ufeff${text}`, "utf8"),
      () => Buffer.from(`\ufeff${text}`, "utf16le"),
      () => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
      () => Buffer.from(text, "latin1"),
      () => Buffer.concat([Buffer.from(text, "utf8"), Buffer.from([random.below(256), random.below(256)])]),
    ])();
    const names = ["windows-1252", "windows-1251", "koi8-r", "utf-16le", "shift_jis"];
    const wanted = random.chance(0.4) ? undefined : random.pick(names);
    const decoded = decodeFile(bytes, wanted);
    if (typeof decoded === "string") {
      hold(decoded.endsWith("."), "a file that is no text is refused in words", () => decoded);
      return;
    }
    const again = encodeFile(decoded.text, decoded.encoding);
    const isSame = again === undefined || Buffer.from(again).equals(bytes);
    hold(isSame, "what was read is written the same", () => `${decoded.encoding.name} ${String(wanted)}`);
  },
};
