import fc from "fast-check";
import { expect, test } from "vitest";
import { plainLine, previewText } from "../../server/features/shared/preview.ts";

test.each([
  ["short enough", 20, "short enough"],
  ["two words or three", 12, "two words…"],
  ["  white \t\n space  ", 40, "white space"],
  ["a\u0000b\u001bc", 9, "a b c"],
  ["abc\u202egnp.exe", 40, "abcgnp.exe"],
  ["x\u{e0041}\u{e0042}y", 40, "xy"],
  ["unbrokenunbrokenunbroken", 10, "unbrokenu…"],
  ["😀😀😀😀😀", 6, "😀😀…"],
  ["", 5, ""],
])("%j in %i characters is %j", (text, limit, preview) => {
  expect(previewText(text, limit)).toBe(preview);
});

test("never longer than asked, never with what cannot be seen, and the same when it is previewed again", () => {
  const unit = fc.oneof(
    fc.constantFrom(" ", "\n", "\t", "\u202e", "\u00a0", "é", "😀", "\u{e0041}", "\ud800"),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 20 }), fc.integer({ min: 2, max: 30 }), (parts, limit) => {
      const text = parts.join("");
      const preview = previewText(text, limit);
      expect(preview.length).toBeLessThanOrEqual(limit);
      expect(preview).not.toMatch(/[\n\t\u202a-\u202e]|[\u{e0000}-\u{e007f}]| {2}/u);
      expect(previewText(preview, limit)).toBe(preview);
      const plain = plainLine(text, 1_000);
      expect(plainLine(plain, 1_000)).toBe(plain);
    }),
    { numRuns: 1_000 },
  );
});
