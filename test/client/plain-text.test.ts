import { describe, expect, test } from "vitest";
import { listed, percent, plainText } from "../../client/plain-text.ts";

describe("text that others wrote", () => {
  test("is no link, no icon and no second line where VS Code shows it", () => {
    const hostile = "[Click](command:workbench.action.quit) $(bomb)\r\nnext\u2028line";
    const shown = plainText(hostile);
    expect(shown).not.toMatch(/\]\(/);
    expect(shown).not.toMatch(/\$\(/);
    expect(shown).not.toMatch(/[\r\n\u2028\u2029]/);
    expect(shown.replaceAll("\u2060", "")).toBe("[Click](command:workbench.action.quit) $(bomb)  next line");
  });

  test("stays as it is otherwise", () => {
    expect(plainText("a [b] (c) $5 {d}.txt")).toBe("a [b] (c) $5 {d}.txt");
  });
});

describe("counts", () => {
  test("are listed, and left out when there are none", () => {
    expect(listed(["1 warning", undefined, "1,200 repeats"])).toBe("1 warning, 1,200 repeats");
  });

  test("of sureness are never rounded up to certainty", () => {
    expect(percent(0.999)).toBe("99 %");
    expect(percent(1)).toBe("100 %");
  });
});
