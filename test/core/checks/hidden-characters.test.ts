import { expect, test } from "vitest";
import { hiddenKindOf, MAY_HIDE } from "../../../server/core/checks/shared/hidden-characters.ts";

test("a text without what may hide has no hidden character", () => {
  let hidden = 0;
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    const mayHide = MAY_HIDE.test(String.fromCodePoint(codePoint));
    if (hiddenKindOf(codePoint) !== undefined) {
      hidden++;
      expect(mayHide, codePoint.toString(16)).toBe(true);
    }
  }
  expect(hidden).toBeGreaterThan(300);
  expect(MAY_HIDE.test("“Plain” text – façade, Москва, 東京…")).toBe(false);
});
