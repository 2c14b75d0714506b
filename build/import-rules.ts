/**
 * Which folder may import what: the one statement of the import directions, from which the linter's restrictions are
 * generated (`npm run generate` writes them into biome.json) and against which the tests check the real import graph.
 *
 * A rule belongs to a set of files, and no file may belong to two: Biome's overlapping overrides replace each other, so
 * a second override would silently switch the first one's restrictions off.
 */
export interface ImportRule {
  /** Globs of the files under this rule, from the top folder; `!` takes files out. */
  readonly files: readonly string[];
  /** Folders and files that may be imported by relative path, from the top folder. A folder allows all below it. */
  readonly mayImport: readonly string[];
  /** Exceptions from `mayImport`: files that stay closed although their folder is open. */
  readonly except?: readonly string[];
  /** Packages and modules of Node that may be imported, and no others. `node:*` stands for all of Node's. */
  readonly packages: readonly string[];
  /** Set where every package may be imported but these; `packages` is empty then. */
  readonly allPackagesBut?: readonly string[];
  /** What the reader of an import error is told. */
  readonly because: string;
  /** `pure`: the globals that reach outside (clock, network, console, process) are forbidden as well. */
  readonly globals: "pure" | "any";
}

/**
 * Files of core/checks that are not themselves a check, and so may be imported by one. Helpers that several checks share
 * go into core/checks/shared; every other file there is a check, and a check never imports a check.
 */
const checkSurroundings = ["server/core/checks/check.ts", "server/core/checks/shared"];

/** Files of core/checks that know all the checks. No check may import them. */
const checkRegistry = [
  "server/core/checks/all.ts",
  "server/core/checks/asked-places.ts",
  "server/core/checks/check-in-turn.ts",
  "server/core/checks/checked-dump.ts",
  "server/core/checks/checker.ts",
  "server/core/checks/move-finding.ts",
  "server/core/checks/place-findings.ts",
  "server/core/checks/recheck-unit.ts",
  "server/core/checks/run-checks.ts",
  "server/core/checks/run-on-unit.ts",
  "server/core/checks/same-finding.ts",
  "server/core/checks/unit-memory.ts",
];

/**
 * Files of features/ that are not themselves a feature. Helpers that several features share go into features/shared;
 * every other file there is a feature, and a feature never imports a feature.
 */
const featureSurroundings = [
  "server/features/convert.ts",
  "server/features/feature-context.ts",
  "server/features/shared",
];

const articleLayer = ["server/core/text", "server/core/article"];
const engineLayer = [
  ...articleLayer,
  "server/core/duplicates",
  "server/core/links",
  "server/core/attribution",
];
/** What the client and the server say to each other. */
const protocols = ["server/protocol.ts", "server/annotations-protocol.ts"];
/** The pure recogniser, the one part of the core that the client uses, and what it answers with. */
const recogniser = ["server/core/article/recognise.ts", "server/core/article/format.ts"];
/** Messages in the reader's language, with its plural forms: the same for the client's own and the server's. */
const phrases = "server/core/text/phrases.ts";
/** What the core may use besides itself; both are pure. */
const corePackages = ["yaml", "approx-string-match"];
const protocolPackages = [
  "vscode-languageserver",
  "vscode-languageserver-protocol",
  "vscode-languageserver-types",
  "vscode-jsonrpc",
];

export const importRules: readonly ImportRule[] = [
  core("text", []),
  core("article", ["server/core/text"]),
  core("duplicates", articleLayer),
  core("links", articleLayer),
  core("attribution", articleLayer),
  {
    files: [
      "server/core/checks/**",
      "!server/core/checks/shared/**",
      ...checkRegistry.map((file) => `!${file}`),
    ],
    mayImport: [...engineLayer, ...checkSurroundings],
    packages: corePackages,
    because:
      "A check stands on text, article, duplicates, links and attribution, and never on another check.",
    globals: "pure",
  },
  {
    files: ["server/core/checks/shared/**"],
    mayImport: [...engineLayer, ...checkSurroundings],
    packages: corePackages,
    because: "What checks share knows no check.",
    globals: "pure",
  },
  {
    files: checkRegistry,
    mayImport: [...engineLayer, "server/core/checks"],
    packages: corePackages,
    because: "The list of all checks stands on what the checks stand on.",
    globals: "pure",
  },
  core("cleanup", [...engineLayer, "server/core/checks"]),
  core("annotations", [...engineLayer, "server/core/checks", "server/core/cleanup"]),
  core("export", [...engineLayer, "server/core/checks", "server/core/cleanup", "server/core/annotations"]),
  {
    files: ["server/features/shared/**"],
    mayImport: ["server/core", ...protocols, ...featureSurroundings],
    packages: protocolPackages,
    because: "What features share knows no feature.",
    globals: "any",
  },
  {
    files: ["server/features/**", "!server/features/shared/**"],
    mayImport: ["server/core", ...protocols, ...featureSurroundings],
    packages: protocolPackages,
    because: "A feature stands on the core, and never on another feature, on the wiring or on Node.",
    globals: "any",
  },
  {
    files: ["server/wiring/**"],
    mayImport: ["server/core", "server/features", "server/wiring", ...protocols],
    packages: [...protocolPackages, "vscode-languageserver-textdocument"],
    because: "The wiring stands on the features and the core, and runs in a browser's worker as well.",
    globals: "any",
  },
  {
    files: ["server/node/**"],
    mayImport: ["server/wiring", "server/node", ...protocols],
    packages: [
      ...protocolPackages,
      "vscode-languageserver/node",
      "vscode-languageserver-protocol/node",
      "node:*",
    ],
    because: "An entry stands on the wiring alone.",
    globals: "any",
  },
  {
    files: ["server/browser/**"],
    mayImport: ["server/wiring", "server/browser", ...protocols],
    packages: [
      ...protocolPackages,
      "vscode-languageserver/browser",
      "vscode-languageserver-protocol/browser",
    ],
    because: "An entry stands on the wiring alone.",
    globals: "any",
  },
  {
    files: ["server/cli/**", "!server/cli/lsp.ts"],
    mayImport: ["server/core", "server/cli", "server/node/load-bundle.ts"],
    packages: ["node:*"],
    because: "The command line stands on the core; lsp.ts alone reaches the server, when it is asked for.",
    globals: "any",
  },
  {
    files: ["server/cli/lsp.ts"],
    mayImport: ["server/cli", "server/node"],
    packages: ["node:*"],
    because: "lsp.ts only starts the server.",
    globals: "any",
  },
  {
    files: ["server/*.ts"],
    mayImport: [],
    packages: protocolPackages,
    because: "What the client and the server have in common knows neither of them.",
    globals: "any",
  },
  {
    files: ["client/**", "!client/node/**", "!client/browser/**"],
    mayImport: ["client", ...protocols, phrases, ...recogniser],
    except: ["client/node", "client/browser"],
    packages: ["vscode", "vscode-languageclient"],
    because:
      "The client knows the server's protocol, its recogniser and its phrases, nothing else of it, and runs in a browser as well.",
    globals: "any",
  },
  {
    files: ["client/node/**"],
    mayImport: ["client", ...protocols],
    except: ["client/browser"],
    packages: ["vscode", "vscode-languageclient", "vscode-languageclient/node", "node:*"],
    because: "An entry of the client stands on the client.",
    globals: "any",
  },
  {
    files: ["client/browser/**"],
    mayImport: ["client", ...protocols],
    except: ["client/node"],
    packages: ["vscode", "vscode-languageclient", "vscode-languageclient/browser"],
    because: "An entry of the client stands on the client and has no Node.",
    globals: "any",
  },
  {
    files: ["test/**", "!test/host/**"],
    mayImport: ["server", "client", "test", "build"],
    except: ["test/host"],
    packages: [],
    allPackagesBut: ["vscode", "mocha"],
    because: "Only the tests in test/host run inside VS Code.",
    globals: "any",
  },
  {
    files: ["test/host/**"],
    mayImport: ["server", "client", "test", "build"],
    packages: [],
    allPackagesBut: ["vitest"],
    because: "The tests in test/host run inside VS Code under mocha.",
    globals: "any",
  },
  {
    files: ["build/**"],
    mayImport: ["server/core", "build"],
    packages: [],
    allPackagesBut: ["vscode", "vitest", "mocha"],
    because: "The build reads the list of the checks, and nothing else of the product.",
    globals: "any",
  },
];

/** Every folder and file that a rule speaks of, for telling which ones a rule leaves closed. */
export const ruledPlaces: readonly string[] = [
  "server/core/text",
  "server/core/article",
  "server/core/duplicates",
  "server/core/links",
  "server/core/attribution",
  "server/core/checks",
  "server/core/cleanup",
  "server/core/annotations",
  "server/core/export",
  "server/features",
  "server/wiring",
  "server/node",
  "server/browser",
  "server/cli",
  ...protocols,
  "client",
  "test",
  "build",
];

/** Globals that make a result depend on more than the input, with what to do instead. */
export const impureGlobals: Readonly<Record<string, string>> = {
  console: "The core does not log: return what is worth saying.",
  process: "The core knows no process: take the value as a parameter.",
  performance: "The core has no clock: measure where it is called.",
  fetch: "The core has no network.",
  setTimeout: "The core schedules nothing: the wiring does.",
  setInterval: "The core schedules nothing: the wiring does.",
  setImmediate: "The core schedules nothing: the wiring does.",
  queueMicrotask: "The core schedules nothing: the wiring does.",
  crypto: "The core takes no random numbers and hashes with core/text.",
  require: "The core is ES modules: import it.",
  globalThis: "The core names what it uses.",
  Buffer: "The core has no Node: use Uint8Array.",
  window: "The core has no browser.",
  document: "The core has no browser.",
};

export const impureProperties: readonly { readonly object: string; readonly property: string }[] = [
  { object: "Date", property: "now" },
  { object: "Math", property: "random" },
];

function core(folder: string, mayImport: readonly string[]): ImportRule {
  const own = `server/core/${folder}`;
  return {
    files: [`${own}/**`],
    mayImport: [...mayImport, own],
    packages: corePackages,
    because:
      "Inside the core: text <- article <- (duplicates, links, attribution) <- checks <- cleanup <- annotations <- export.",
    globals: "pure",
  };
}
