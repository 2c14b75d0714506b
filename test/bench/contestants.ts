import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
// biome-ignore lint/correctness/noUndeclaredDependencies: the project's own; the manifest in this folder lists the peers.
import { build } from "esbuild";
import { bundle } from "../../build/bundle.ts";
import { inProject } from "../../build/paths.ts";
import type { Answers } from "./language-server.ts";
import { asHtml, asJson, asMarkdown } from "./peer-documents.ts";

/** A language server that takes part, and how it is spoken to. */
export interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
  /** How diagnostics are had: the server sends them by itself, or the client asks. */
  readonly delivery: "push" | "pull";
  readonly languageId: string;
  readonly extension: string;
  /** The document that it is given in place of a dump: as many bytes of its own language. */
  document(dump: string): string;
  /** What the server is told of the user's settings behind the greeting. */
  readonly settings?: object;
  /** @param textOf The document's present text. */
  answers(textOf: () => string): Answers;
}

export interface Contestants {
  readonly floor: Contestant;
  /** As VS Code speaks to it, and as editors that know no pull. */
  readonly pressmark: readonly [pull: Contestant, push: Contestant];
  readonly peers: readonly Contestant[];
  /** The command line's program, and the naive one that it is compared with. */
  readonly program: string;
  readonly naive: string;
}

/** Bundles the floor server, the naive program and Pressmark, as users get it, into the folder; the peers are those that are installed. */
export async function prepareContestants(folder: string): Promise<Contestants> {
  const dist = join(folder, "dist");
  const [floorServer, naive] = ["floor-server", "naive-program"].map((name) =>
    join(folder, `${name}.cjs`),
  ) as [string, string];
  await Promise.all([
    bundle("production", dist),
    bundleOwn("floor-server", floorServer),
    bundleOwn("naive-program", naive),
  ]);
  const node = process.execPath;
  const dump = {
    languageId: "plaintext",
    extension: "txt",
    document: (text: string) => text,
    answers: () => ({}),
  };
  const server = { ...dump, command: [node, join(dist, "server.js"), "--stdio"] };
  return {
    floor: {
      ...dump,
      name: "floor",
      command: [node, floorServer, "--stdio"],
      delivery: "push",
    },
    pressmark: [
      { ...server, name: "pressmark", delivery: "pull" },
      { ...server, name: "pressmark, push", delivery: "push" },
    ],
    peers: installedPeers(),
    program: join(dist, "cli.js"),
    naive,
  };
}

/** A program of this folder, as fast to start as it can be. */
async function bundleOwn(name: string, outfile: string): Promise<void> {
  await build({
    absWorkingDir: inProject("."),
    entryPoints: [inProject(`test/bench/${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
    logLevel: "warning",
  });
}

/** Their packages are no dependency of the project; `npm install` in this folder brings them. */
function installedPeers(): readonly Contestant[] {
  const modules = inProject("test/bench/node_modules");
  const programs = join(modules, "vscode-langservers-extracted", "bin");
  if (!existsSync(programs)) {
    return [];
  }
  const server = (name: string): readonly string[] => [process.execPath, join(programs, name), "--stdio"];
  const peer = { delivery: "pull" as const, answers: () => ({}) };
  return [
    {
      ...peer,
      name: "json",
      command: server("vscode-json-language-server"),
      languageId: "json",
      extension: "json",
      document: asJson,
    },
    {
      ...peer,
      name: "html",
      command: server("vscode-html-language-server"),
      languageId: "html",
      extension: "html",
      document: asHtml,
    },
    {
      ...peer,
      name: "markdown",
      command: server("vscode-markdown-language-server"),
      languageId: "markdown",
      extension: "md",
      document: asMarkdown,
      answers: markdownAnswers(),
      settings: MARKDOWN_SETTINGS,
    },
  ];
}

/** The markdown server has its client parse: VS Code does it with markdown-it, and so does the benchmark. */
function markdownAnswers(): Contestant["answers"] {
  interface MarkdownParser {
    parse(text: string, environment: object): unknown;
  }
  const load = createRequire(inProject("test/bench/package.json"));
  const parser = (load("markdown-it") as () => MarkdownParser)();
  return (textOf) => ({
    "markdown/parse": ({ text }: { readonly text?: string }) => parser.parse(text ?? textOf(), {}),
    "markdown/fs/readFile": () => [],
    "markdown/fs/readDirectory": () => [],
    "markdown/findMarkdownFilesInWorkspace": () => [],
  });
}

/** Its checks are off unless asked for. */
const MARKDOWN_SETTINGS = {
  markdown: {
    suggest: { paths: { enabled: true } },
    occurrencesHighlight: { enabled: false },
    validate: {
      enabled: true,
      referenceLinks: { enabled: "warning" },
      fragmentLinks: { enabled: "warning" },
      fileLinks: { enabled: "warning", markdownFragmentLinks: "inherit" },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: "hint" },
      duplicateLinkDefinitions: { enabled: "warning" },
    },
  },
};
