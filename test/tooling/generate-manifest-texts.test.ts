import { describe, expect, test } from "vitest";
import { manifestTexts, withoutManifestTexts } from "../../build/generate-manifest-texts.ts";

const manifest = JSON.stringify({
  name: "pressmark",
  description: "Reads dumps.",
  contributes: {
    commands: [{ command: "pressmark.cleanUp", title: "Clean Up", category: "Pressmark" }],
    configuration: [
      {
        title: "Pressmark",
        properties: {
          "pressmark.mode": {
            enum: ["a", "b"],
            enumDescriptions: ["First.", "Second."],
            description: "How.",
          },
        },
      },
    ],
    views: { explorer: [{ id: "pressmark.sources", name: "Sources" }] },
  },
});

describe("the manifest's texts", () => {
  test("move to a file of their own under keys that say where they belong", () => {
    const moved = JSON.parse(withoutManifestTexts(manifest));
    expect(moved.contributes.commands[0]).toEqual({
      command: "pressmark.cleanUp",
      title: "%command.cleanUp.title%",
      category: "Pressmark",
    });
    expect(moved.contributes.configuration[0].properties["pressmark.mode"].enumDescriptions).toEqual([
      "%setting.mode.a%",
      "%setting.mode.b%",
    ]);
    expect(JSON.parse(manifestTexts(manifest, ""))).toEqual({
      "extension.description": "Reads dumps.",
      "command.cleanUp.title": "Clean Up",
      "settings.pressmark.title": "Pressmark",
      "setting.mode.description": "How.",
      "setting.mode.a": "First.",
      "setting.mode.b": "Second.",
      "views.sources.name": "Sources",
    });
  });

  test("stay where they are once moved, and go with what asked for them", () => {
    const moved = withoutManifestTexts(manifest);
    const texts = manifestTexts(manifest, "");
    expect(withoutManifestTexts(moved)).toBe(moved);
    expect(manifestTexts(moved, texts)).toBe(texts);
    const less = JSON.parse(moved);
    less.contributes.commands = [];
    expect(manifestTexts(JSON.stringify(less), texts)).not.toContain("Clean Up");
  });

  test("that are nowhere are missed", () => {
    expect(() => manifestTexts(withoutManifestTexts(manifest), "")).toThrow("extension.description");
  });
});
