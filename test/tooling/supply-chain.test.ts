import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { ADMITTED_LICENSES, type BundledPackage, bundledPackages } from "../../build/bundled-packages.ts";
import { inProject } from "../../build/paths.ts";
import { supplyChainFiles } from "../../build/supply-chain.ts";

/** Each is one more stranger whose next version is trusted. */
const MOST_DEPENDENCIES = 8;

interface Bill {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly { readonly name: string; readonly version: string; readonly purl: string }[];
}

const manifest = JSON.parse(await readFile(inProject("package.json"), "utf8")) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

describe("the run-time dependencies", () => {
  test(`are at most ${MOST_DEPENDENCIES}`, () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(MOST_DEPENDENCIES);
  });

  test("have each a reason in CONTRIBUTING.md", async () => {
    const text = await readFile(inProject("CONTRIBUTING.md"), "utf8");
    const section = (text.split("\n## Run-time dependencies\n")[1] ?? "").split("\n## ")[0] ?? "";
    const rows = [...section.matchAll(/^\| (`[^|]+) \| ([^|]+) \|$/gm)];
    const named = rows.flatMap(([, names = ""]) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(named.sort()).toEqual(Object.keys(manifest.dependencies).sort());
    expect(rows.filter(([, , reason = ""]) => reason.trim().length < 5)).toEqual([]);
  });
});

describe("what is bundled", () => {
  let packages: readonly BundledPackage[];
  let notices: string;
  let bill: Bill;

  beforeAll(async () => {
    packages = await bundledPackages();
    const files = await supplyChainFiles();
    notices = files["THIRD_PARTY_NOTICES.txt"];
    bill = JSON.parse(files["sbom.cdx.json"]) as Bill;
  }, 120_000);

  test("comes under licences that let it be", () => {
    expect(packages.map(({ name }) => name)).toContain("vscode-languageserver");
    expect(packages.filter(({ license }) => !ADMITTED_LICENSES.has(license))).toEqual([]);
  });

  test("has its licences' words in the notices", () => {
    for (const { name, version, license, text } of packages) {
      expect(notices).toContain(`${name} ${version} (${license})`);
      expect(notices).toContain(text);
    }
    expect(notices).toContain("Public Suffix List");
  });

  test("is in the bill of materials, with all that it needs", () => {
    expect(bill.bomFormat).toBe("CycloneDX");
    expect(bill.metadata.component).toMatchObject({ name: "pressmark", version: manifest.version });
    const listed = new Set(bill.components.map(({ name, version }) => `${name} ${version}`));
    for (const { name, version } of packages) {
      expect(listed).toContain(`${name} ${version}`);
    }
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      expect(listed).toContain(`${name} ${version}`);
    }
  });

  test("is no tool of the development", () => {
    const tools = ["esbuild", "typescript", "vitest", "mocha", "tldts", "playwright-core"];
    expect(bill.components.filter(({ name }) => tools.includes(name))).toEqual([]);
  });
});
