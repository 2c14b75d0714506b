import { inProject } from "./paths.ts";
import { run } from "./run.ts";

/**
 * The tasks behind the npm scripts. build.mjs starts this file under the project's own Node with the packages installed
 * and node_modules/.bin first in PATH.
 */

interface Task {
  readonly summary: string;
  /** Resolves to the exit code. Arguments are those after the task's name. */
  run(options: readonly string[]): Promise<number>;
}

const tasks: Readonly<Record<string, Task>> = {
  start: {
    summary: "build, then open a real VS Code with the extension ([FOLDER], --help)",
    run: (options) => run("node", [inProject("build/start.ts"), ...options]),
  },
  test: {
    summary: "everything that CI runs ([RUNNER ...] runs only those; --help)",
    run: (options) => run("node", [inProject("build/test.ts"), ...options]),
  },
  build: {
    summary: "bundle the client, the server and the command line into dist/ (--production, --allow-missing)",
    run: buildTask,
  },
  watch: {
    summary: "bundle again whenever a source file changes",
    run: async () => {
      const { watch } = await import("./bundle.ts");
      await watch();
      return new Promise<never>(() => {});
    },
  },
  check: {
    summary:
      "check the types, those of what users get once more with what their oldest Node or a browser has",
    run: checkTypes,
  },
  lint: {
    summary: "check format, lint and import rules (--write mends what can be)",
    run: (options) => run("biome", ["check", "--error-on-warnings", ...options]),
  },
  generate: {
    summary: "write the generated files (--check only looks whether they are up to date)",
    run: (options) => run("node", [inProject("build/generate.ts"), ...options]),
  },
  messages: {
    summary: "say which messages are not translated yet, put the bundles of all languages in order",
    run: () => run("node", [inProject("build/messages.ts")]),
  },
  eval: {
    summary: "measure accuracy on made-up dumps, write docs/accuracy.md (--quick, --samples, --lost)",
    run: (options) => run("node", [inProject("test/eval/run.ts"), ...options]),
  },
  package: {
    summary: "build for production and make the .vsix",
    run: (options) => run("node", [inProject("build/package.ts"), ...options]),
  },
  prepack: {
    summary: "what npm pack runs first: build, and put the command line's manifest in place",
    run: async () => {
      const { prepareNpmPackage } = await import("./npm-package.ts");
      await prepareNpmPackage();
      return 0;
    },
  },
  postpack: {
    summary: "what npm pack runs last: put the extension's manifest back",
    run: async () => {
      const { restoreManifest } = await import("./npm-package.ts");
      await restoreManifest();
      return 0;
    },
  },
  look: {
    summary: "open a file in a real VS Code, do some steps and take pictures (FILE [--step ...], --help)",
    run: (options) => run("node", [inProject("test/host/look.ts"), ...options]),
  },
  pictures: {
    summary: "take the pictures of the README anew, and make the moving one; needs ffmpeg and pngquant",
    run: () => run("node", [inProject("test/host/take-pictures.ts")]),
  },
  bench: {
    summary: "measure speed and memory beside other programs (--quick)",
    run: (options) => run("node", [inProject("test/bench/run.ts"), ...options]),
  },
  fuzz: {
    summary: "try damaged dumps on everything that reads them (--minutes N, --seed N, --help)",
    run: (options) => run("node", [inProject("test/fuzz/run.ts"), ...options]),
  },
  "test:desktop": {
    summary: "the host tests in a downloaded desktop VS Code",
    run: (options) => run("node", [inProject("test/host/run.ts"), "--desktop", ...options]),
  },
};

/** The whole, then what users get with the libraries of the places where it runs. */
const projects = [
  "tsconfig.json",
  ...["product", "browser", "core"].map((name) => `build/tsconfig.${name}.json`),
];

const [name, ...options] = process.argv.slice(2);
process.exitCode = await runTask(name, options);

async function runTask(taskName: string | undefined, taskOptions: readonly string[]): Promise<number> {
  if (taskName === undefined || taskName === "help" || taskName === "--help") {
    console.log(`Usage: node build.mjs TASK [ARGUMENTS]\n\n${listOfTasks()}`);
    return taskName === undefined ? 2 : 0;
  }
  const task = Object.hasOwn(tasks, taskName) ? tasks[taskName] : undefined;
  if (task === undefined) {
    console.error(`There is no task ${JSON.stringify(taskName)}. The tasks are:\n${listOfTasks()}`);
    return 2;
  }
  return task.run(taskOptions);
}

function listOfTasks(): string {
  return Object.entries(tasks)
    .map(([taskName, { summary }]) => `  ${taskName.padEnd(12)} ${summary}`)
    .join("\n");
}

/** All projects are checked even when one has errors, so that one run shows them all. */
async function checkTypes(): Promise<number> {
  let worst = 0;
  for (const project of projects) {
    worst = Math.max(worst, await run("tsc", ["--noEmit", "-p", inProject(project)]));
  }
  return worst;
}

async function buildTask(buildOptions: readonly string[]): Promise<number> {
  const { bundle } = await import("./bundle.ts");
  try {
    const missing = await bundle(buildOptions.includes("--production") ? "production" : "development");
    if (missing.length > 0) {
      console.error(`Not built, as they do not exist: ${missing.join(", ")}.`);
    }
    return missing.length > 0 && !buildOptions.includes("--allow-missing") ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
