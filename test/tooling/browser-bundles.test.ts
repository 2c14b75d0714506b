import { readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { describe, expect, test } from "vitest";
import { inProject } from "../../build/paths.ts";

interface Budget {
  readonly file: string;
  /** In bytes, of the file as it is: what the browser's engine has to read. */
  readonly size: number;
  /** In bytes, as servers send it. */
  readonly sent: number;
}

/**
 * Every window with a plain text in it fetches the client, every window with a dump the server. Together they are to be there
 * within a second on a line of 4 Mbit/s, which is half a megabyte. The client is mostly the language client, which cannot be
 * left for later there; a tenth more than there is leaves room for what is being built, not for another library.
 */
const budgets: readonly Budget[] = [
  { file: "dist/client-browser.cjs", size: 600_000, sent: 150_000 },
  { file: "dist/server-browser.js", size: 1_200_000, sent: 350_000 },
];

/** They are there after a production build, which `npm test` makes; alone: npm run test:unit. */
describe.each(budgets)("$file", ({ file, size, sent }) => {
  const isClient = file.endsWith("client-browser.cjs");

  test("asks for no module but VS Code", async () => {
    const wanted = isClient ? ["vscode"] : [];
    expect(modulesOf(await read(file))).toEqual(wanted);
  });

  test("names no module of Node, and nothing that Node alone has", async () => {
    const script = await read(file);
    expect(script).not.toContain('"node:');
    for (const global of ["__filename", "__dirname", "process.versions", "process.argv", "Buffer.from("]) {
      expect(script, global).not.toContain(global);
    }
  });

  test("is a classic script", async () => {
    const script = await read(file);
    expect(() => new Function("module", "exports", "require", script)).not.toThrow();
    expect(script).not.toMatch(/\bimport\(/);
    expect(script).not.toContain("import.meta");
  });

  test("keeps within its budget", async () => {
    expect((await stat(inProject(file))).size).toBeLessThan(size);
    expect((await promisify(gzip)(await read(file), { level: 9 })).length).toBeLessThan(sent);
  });
});

/** The modules that a script asks for by `require`, each once. */
function modulesOf(script: string): string[] {
  return [...new Set([...script.matchAll(/\brequire\("([^"]*)"\)/g)].map(([, name]) => name ?? ""))].sort();
}

function read(file: string): Promise<string> {
  return readFile(inProject(file), "utf8");
}
