import { describe, expect, test } from "vitest";
import { exportNameOf, exportPathsOf } from "../../client/export-names.ts";
import { baseNameOf, splitFileName } from "../../client/file-name.ts";

describe("the name of an export", () => {
  test("is the file's own with the format's extension", () => {
    expect(exportNameOf("harbour.txt", ".md")).toBe("harbour.md");
    expect(exportNameOf("2023.03.14.txt", ".csv")).toBe("2023.03.14.csv");
    expect(exportNameOf("Untitled-1", ".jsonl")).toBe("Untitled-1.jsonl");
  });

  test("is never the name of the file itself, in any case of letters", () => {
    expect(exportNameOf("harbour.txt", ".txt")).toBe("harbour.article.txt");
    expect(exportNameOf("HARBOUR.TXT", ".txt")).toBe("HARBOUR.article.txt");
  });
});

describe("the names of a folder's exports", () => {
  test("stay in their folders", () => {
    expect(exportPathsOf(["a.txt", "deep/er/b.txt"], ".md")).toEqual(["a.md", "deep/er/b.md"]);
  });

  test("are different for files that differ in the extension alone", () => {
    expect(exportPathsOf(["a.TXT", "a.md", "a.txt"], ".csv")).toEqual([
      "a.csv",
      "a.md.article.csv",
      "a.txt.article.csv",
    ]);
  });

  test("are none of a file that is there", () => {
    const paths = ["a.txt", "a.article.txt", "A.MD"];
    const names = exportPathsOf(paths, ".txt");
    const all = [...paths, ...names].map((path) => path.toLowerCase());
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("a file's name", () => {
  test("has an extension behind its last point, unless that is its first character", () => {
    expect(splitFileName("a.b.txt")).toEqual({ stem: "a.b", extension: ".txt" });
    expect(splitFileName(".gitignore")).toEqual({ stem: ".gitignore", extension: "" });
    expect(splitFileName("README")).toEqual({ stem: "README", extension: "" });
  });

  test("is the last part of a path, of an untitled document the path itself", () => {
    expect(baseNameOf("/folder/a.txt")).toBe("a.txt");
    expect(baseNameOf("Untitled-1")).toBe("Untitled-1");
  });
});
