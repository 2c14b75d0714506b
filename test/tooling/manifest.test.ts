import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { inProject } from "../../build/paths.ts";

interface Manifest {
  readonly engines: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
}

const manifest = JSON.parse(await readFile(inProject("package.json"), "utf8")) as Manifest;
const lock = JSON.parse(await readFile(inProject("package-lock.json"), "utf8")) as {
  packages: Readonly<Record<string, LockedPackage>>;
};

describe("package.json", () => {
  test("names exact versions", () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test("has the types of the oldest VS Code that it admits", () => {
    expect(manifest.engines["vscode"]).toBe(`^${manifest.devDependencies["@types/vscode"]}`);
  });

  test("runs every script by the one program that installs what is missing", () => {
    expect(Object.values(manifest.scripts).filter((script) => !script.startsWith("node build.mjs "))).toEqual(
      [],
    );
  });
});

describe("package-lock.json", () => {
  test("has the versions of package.json", () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  test("names no registry's address", () => {
    const addressed = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(addressed.map(([path]) => path)).toEqual([]);
  });
});

describe("build.mjs", () => {
  test("lists the tasks", async () => {
    const { code, output } = await runBuild("help");
    expect(output).toContain("start");
    expect(output).toContain("package");
    expect(code).toBe(0);
  });

  test("says which tasks there are when asked for another", async () => {
    const { code, output } = await runBuild("tset");
    expect(output).toContain('There is no task "tset"');
    expect(output).toContain("  test ");
    expect(code).toBe(2);
  });

  test("hands arguments and exit codes through", async () => {
    const { code, output } = await runBuild("test", "nothing-of-this-name");
    expect(output).toContain("There is no runner nothing-of-this-name");
    expect(code).toBe(2);
  });
});

function runBuild(...options: readonly string[]): Promise<{ code: unknown; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [inProject("build.mjs"), ...options], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, output: stdout + stderr });
    });
  });
}
