import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inProject, root } from "../../build/paths.ts";

/** Node's modules that reach a network, or start a program that might. */
const NETWORK_MODULES = [
  "http",
  "http2",
  "https",
  "net",
  "tls",
  "dgram",
  "dns",
  "dns/promises",
  "inspector",
  "child_process",
];

/** What reaches it in a browser, and in Node without a module. */
const NETWORK_GLOBALS =
  /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|WebTransport|importScripts)\b/g;

interface Exception {
  readonly modules: readonly string[];
  readonly because: string;
}

/** What packages bring along for ways of talking that are not used here. */
const exceptions: Readonly<Record<string, Exception>> = {
  "start-server.js": {
    modules: ["child_process", "net"],
    because:
      "vscode-languageserver can also talk on a socket or pipe of the own machine, when the one who starts it says so (--socket, --pipe): `pressmark lsp` takes neither, and our client uses IPC. It looks for modules by npm when it is asked to, which is never done.",
  },
  "language-client.cjs": {
    modules: ["child_process", "net"],
    because:
      "vscode-languageclient starts the server as a process, and could talk to it on a socket or pipe; ours talks by IPC.",
  },
};

const bundles = globSync("dist/*.{js,cjs}", { cwd: root }).map((path) => path.replace(/^dist[\\/]/, ""));
const sources = globSync("{client,server}/**/*.ts", { cwd: root });

/** Of the production build, which `npm test` makes. Pictures, pages and scripts are never fetched either: there is no web view. */
describe("the product reaches no network", () => {
  test("has bundles to look at", () => {
    expect(bundles).toEqual(
      expect.arrayContaining(["client.cjs", "client-browser.cjs", "server-browser.js", "cli.js"]),
    );
  });

  test.each(bundles)("%s asks for no module that could", (bundle) => {
    const script = read(join("dist", bundle));
    const asked = [...script.matchAll(/\brequire\("(?:node:)?([^"]+)"\)/g)].map(([, name]) => name ?? "");
    const found = NETWORK_MODULES.filter((name) => asked.includes(name));
    expect(found.sort()).toEqual([...(exceptions[bundle]?.modules ?? [])].sort());
  });

  test.each(bundles)("%s knows nothing that could", (bundle) => {
    expect(read(join("dist", bundle)).match(NETWORK_GLOBALS)).toBeNull();
  });

  test("our own sources name none of it", () => {
    const modules = new RegExp(`from "(node:)?(${NETWORK_MODULES.join("|")})"`, "g");
    const found = sources.flatMap((path) =>
      [NETWORK_GLOBALS, modules].flatMap((pattern) =>
        [...read(path).matchAll(pattern)].map(([text]) => `${path}: ${text}`),
      ),
    );
    expect(found).toEqual([]);
  });

  test("the client starts the server by IPC or in a worker, and the command line by standard input and output", () => {
    const transports = sources.flatMap((path) => read(path).match(/TransportKind\.\w+/g) ?? []);
    expect([...new Set(transports)]).toEqual(["TransportKind.ipc"]);
    expect(read("server/cli/lsp.ts")).toContain("if (!values.stdio) {");
  });

  test("no page of ours is shown in a web view", () => {
    expect(
      sources.filter((path) => /createWebviewPanel|registerWebviewViewProvider/.test(read(path))),
    ).toEqual([]);
  });
});

function read(path: string): string {
  return readFileSync(inProject(path.replaceAll("\\", "/")), "utf8");
}
