import { readFile, stat } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { marketplacePage, picturesOf } from "../../build/marketplace-page.ts";
import { inProject } from "../../build/paths.ts";

const README =
  "# Name\n\nFor [whom](docs/whom.md), and [why](https://a.example/why).\n\n![A picture](docs/a.png)\n\n## Two commands\n\n    npm test\n\n## Use\n\n| a | ![B](docs/b.gif) [c](#use) |\n\n## The house\n\nrooms\n";

describe("the page of the extension", () => {
  test("leaves out what is for those who build it", () => {
    const page = marketplacePage(README, "known");
    expect(page).not.toContain("npm test");
    expect(page).not.toContain("rooms");
    expect(picturesOf(page)).toEqual(["docs/a.png", "docs/b.gif"]);
  });

  test("has neither pictures nor links that lead nowhere where the repository’s place is unknown", () => {
    expect(marketplacePage(README, "unknown")).toBe(
      "# Name\n\nFor whom, and [why](https://a.example/why).\n\n## Use\n\n| a |  [c](#use) |\n\n",
    );
  });

  test("shows pictures that are there, of a size that loads, one of them moving", async () => {
    const pictures = picturesOf(marketplacePage(await readFile(inProject("README.md"), "utf8"), "known"));
    expect(pictures.length).toBeGreaterThanOrEqual(3);
    expect(pictures.some((path) => path.endsWith(".gif"))).toBe(true);
    for (const path of pictures) {
      const { size } = await stat(inProject(path));
      expect(size, path).toBeGreaterThan(10_000);
      expect(size, path).toBeLessThan(600_000);
    }
  });
});
