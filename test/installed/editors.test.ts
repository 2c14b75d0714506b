import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { canInstallPackages, installPackages } from "../../build/debian-packages.ts";
import { findOnPath } from "../../build/host-chromium.ts";
import { inProject } from "../../build/paths.ts";
import { readSample } from "../support/samples.ts";

interface Editor {
  readonly name: string;
  readonly program: string;
  /** Started with the script of test/installed/editors at the end. */
  readonly parameters: (script: string) => readonly string[];
  readonly script: string;
  readonly packages: readonly string[];
  /** What is there when its packages are installed, beside the program. */
  readonly needs?: string;
}

const editors: readonly Editor[] = [
  {
    name: "Neovim",
    program: "nvim",
    parameters: (script) => ["--clean", "--headless", "-n", "-c", `luafile ${script}`],
    script: "neovim.lua",
    packages: ["neovim"],
  },
  {
    name: "Emacs with eglot",
    program: "emacs",
    parameters: (script) => ["-q", "--batch", "-l", script],
    script: "emacs.el",
    packages: ["emacs-nox", "elpa-eglot"],
    needs: "/usr/share/doc/elpa-eglot",
  },
  {
    name: "Vim with ALE",
    program: "vim",
    parameters: (script) => ["-Nu", "NONE", "-i", "NONE", "-es", "-S", script],
    script: "vim.vim",
    packages: ["vim", "vim-ale"],
    needs: "/usr/share/doc/vim-ale",
  },
];

/** The line of the dump's article run together, and what mends it. */
const LINE = 19;
const FIX = "Remove the repeated article";
const FIX_ALL = "Apply all safe fixes";

const original = readSample("harbour-talks.txt");
const EXPECTED = {
  fixed: original
    .split("\n")
    .filter((_, index) => index !== LINE - 1)
    .join("\n"),
  cleaned: readSample("harbour-talks.cleaned.txt"),
};

const HEADLINE =
  "Harbour Unions Angry About Being Left Out of Corvania’s Port Security Talks With Norland, Report Says";

/** Missing editors are installed where that can be done, as in CI. */
const missing = editors.filter((editor) => !isInstalled(editor)).flatMap(({ packages }) => packages);
const installed = missing.length > 0 && canInstallPackages() ? await installPackages(missing) : undefined;

describe.each(editors)("$name", (editor) => {
  const folder = mkdtempSync(join(tmpdir(), "pressmark-editor-"));
  const out = join(folder, "out");

  if (!isInstalled(editor)) {
    const why =
      installed === undefined ? "it is not installed" : `apt-get could not install it: ${installed.output}`;
    test("is tried", ({ skip }) => skip(why));
    console.log(
      `${editor.name} is not tried: ${why}. On Debian: apt-get install ${editor.packages.join(" ")}`,
    );
    return;
  }

  beforeAll(() => {
    mkdirSync(out);
    const file = join(folder, "harbour talks.txt");
    writeFileSync(file, original);
    const script = inProject(`test/installed/editors/${editor.script}`);
    const { status, stdout, stderr } = spawnSync(editor.program, editor.parameters(script), {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        // A home without anybody's settings.
        HOME: folder,
        PRESSMARK: inject("pressmark"),
        FILE: file,
        OUT: out,
        LINE: String(LINE),
        FIX,
        FIX_ALL,
      },
      input: "",
      // An editor that asks a question where nobody can answer waits for ever.
      timeout: 90_000,
    });
    const trouble = existsSync(join(out, "trouble")) ? read("trouble") : "";
    expect(status, `${stdout}\n${stderr}\n${trouble}`).toBe(0);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  test("shows the findings, each with its line and code", () => {
    const findings = read("diagnostics").trimEnd().split("\n");
    expect(findings).toHaveLength(17);
    expect(findings).toContain(`${LINE} repeated-article-body`);
    expect(findings).toContain("38 glued-link");
  });

  test("shows the outline", ({ skip }) => {
    skip(editor.program === "vim", "ALE asks for symbols only to search for one of them");
    expect(read("symbols").trimEnd().split("\n")).toEqual([HEADLINE, "Metadata", "Body"]);
  });

  test("applies a quick fix", () => {
    expect(linesOf(read("fixed"))).toEqual(linesOf(EXPECTED.fixed));
  });

  test("applies all safe fixes", () => {
    expect(linesOf(read("cleaned"))).toEqual(linesOf(EXPECTED.cleaned));
  });

  function read(name: string): string {
    return readFileSync(join(out, name), "utf8");
  }
});

function isInstalled({ program, needs }: Editor): boolean {
  return findOnPath(program) !== undefined && (needs === undefined || existsSync(needs));
}

/** Editors differ in whether they end the last line. */
function linesOf(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}
