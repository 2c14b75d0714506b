#!/usr/bin/env node
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../build/paths.ts";
import { openWorkbench } from "./open-workbench.ts";
import { exitOnSignal } from "./signals.ts";
import type { Theme, Workbench } from "./workbench.ts";

const HELP = `Opens a file in a real VS Code with the built extension (dist/), does some steps, and takes pictures.

  node test/host/look.ts FILE [options]

  --out PNG            the picture after the last step; default .vscode-test/look.png
  --theme light|dark|hc-light|hc-dark   default light
  --language CODE      the display language of extensions, such as de; VS Code's own words stay English
  --size 1440x900      the window
  --folder DIR         the workspace; default: the file's folder
  --extension DIR      default: this project
  --untrusted          Restricted Mode
  --setting NAME=JSON  a user setting; may be repeated
  --build              build dist/ first
  --step STEP          may be repeated; in order of:
      open:FILE        goto:LINE[:COLUMN]   command:TITLE     pick:LABEL (in the list that is open)
      key:CHORDS       type:TEXT            click:SELECTOR    hover:TEXT (of the editor)
      fixes:TITLE (opens the quick fix menu and waits until it offers that)
      wait:TEXT        gone:TEXT            theme:light|dark  settle:MILLISECONDS (until nothing changes for so long)
      shot:PNG         read:problems|outline|status|tabs|lines|notifications|list   (printed as JSON)
  --goto, --command, --keys   the same as --step goto:…, command:…, key:…
`;

/** How long an extension is given to say something about the file before the picture is taken without. */
const GRACE_MILLISECONDS = 6_000;

const options = {
  out: { type: "string" },
  theme: { type: "string", default: "light" },
  language: { type: "string" },
  size: { type: "string", default: "1440x900" },
  folder: { type: "string" },
  extension: { type: "string", default: root },
  untrusted: { type: "boolean", default: false },
  setting: { type: "string", multiple: true },
  build: { type: "boolean", default: false },
  step: { type: "string", multiple: true },
  goto: { type: "string" },
  command: { type: "string" },
  keys: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { values, positionals, tokens } = parseArgs({ options, allowPositionals: true, tokens: true });
  const [path] = positionals;
  if (values.help || path === undefined) {
    console.log(HELP);
    return;
  }
  const file = resolve(path);
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new Error(`${file} is not a file.`);
  }
  if (values.build) {
    const { bundle } = await import("../../build/bundle.ts");
    await bundle("development");
  }
  warnAboutMissingEntry(values.extension);
  exitOnSignal();
  const steps = tokens.flatMap((token) =>
    token.kind === "option" ? stepOf(token.name, token.value ?? "") : [],
  );
  const workbench = await openWorkbench({
    folder: resolve(values.folder ?? dirname(file)),
    file: { path: file },
    extensionDevelopmentPath: resolve(values.extension),
    workspaceTrust: values.untrusted ? "enabled" : "disabled",
    theme: themeOf(values.theme),
    ...(values.language === undefined ? {} : { language: values.language }),
    size: sizeOf(values.size),
    settings: Object.fromEntries((values.setting ?? []).map(settingOf)),
  });
  const out = resolve(values.out ?? join(root, ".vscode-test", "look.png"));
  let doing = "opening the file";
  try {
    await waitForExtension(workbench);
    for (const step of steps) {
      doing = step;
      await perform(workbench, step);
    }
    await workbench.screenshot(out);
    console.log(`picture: ${out}`);
  } catch (error) {
    await workbench.page.screenshot({ path: out });
    console.error(`Failed at: ${doing}\npicture of the failure: ${out}`);
    throw error;
  } finally {
    for (const line of workbench.trouble.lines) {
      console.error(`console: ${line}`);
    }
    await workbench[Symbol.asyncDispose]();
  }
}

/** Waits until the language status item speaks, which an extension sets last, and then until the page rests. */
async function waitForExtension(workbench: Workbench): Promise<void> {
  await workbench.page.locator(".view-line").first().waitFor({ timeout: 30_000 });
  const speaks = async (): Promise<boolean> => (await workbench.languageStatus()) !== undefined;
  await workbench.waitFor("the language status item speaks", speaks, GRACE_MILLISECONDS).catch(() => {
    console.error(
      `(no language status item within ${GRACE_MILLISECONDS / 1000} s: the extension says nothing about this file)`,
    );
  });
  await workbench.settled(700);
}

async function perform(workbench: Workbench, step: string): Promise<void> {
  const colon = step.indexOf(":");
  const verb = colon < 0 ? step : step.slice(0, colon);
  const rest = colon < 0 ? "" : step.slice(colon + 1);
  switch (verb) {
    case "open":
      await workbench.openFile(existsSync(rest) ? resolve(rest) : rest);
      return workbench.settled();
    case "goto": {
      const [line = 1, column = 1] = rest.split(":").map(Number);
      return workbench.goToLine(line, column);
    }
    case "command":
      await workbench.runCommand(rest);
      return workbench.settled();
    case "pick":
      return workbench.pick(rest);
    case "key":
      return workbench.press(rest);
    case "type":
      return workbench.type(rest);
    case "fixes":
      return workbench.openQuickFixes(rest);
    case "click":
      return workbench.page.locator(rest).filter({ visible: true }).first().click();
    case "hover":
      return console.log(await workbench.hover(rest));
    case "wait":
      return workbench.waitForText(rest);
    case "gone":
      await workbench.waitFor(
        `"${rest}" is gone`,
        async () => (await workbench.page.getByText(rest).filter({ visible: true }).count()) === 0,
      );
      return;
    case "theme":
      return workbench.useTheme(rest === "dark" ? "dark" : "light");
    case "settle":
      return workbench.settled(Number(rest) || 500);
    case "shot":
      await workbench.screenshot(resolve(rest));
      return console.log(`picture: ${resolve(rest)}`);
    case "read":
      return console.log(JSON.stringify(await readPart(workbench, rest), null, 1));
    default:
      throw new Error(`There is no step "${verb}". --help lists them.`);
  }
}

async function readPart(workbench: Workbench, part: string): Promise<unknown> {
  switch (part) {
    case "problems":
      return (await workbench.problems()).map(({ level, label }) => "  ".repeat(level - 1) + label);
    case "outline":
      return (await workbench.outline()).map(({ level, label }) => "  ".repeat(level - 1) + label);
    case "status":
      return workbench.statusBar();
    case "tabs":
      return workbench.tabs();
    case "lines":
      return workbench.visibleLines();
    case "notifications":
      return workbench.notifications();
    case "list":
      return workbench.pickable();
    default:
      throw new Error(`There is nothing called "${part}" to read. --help lists what there is.`);
  }
}

function stepOf(name: string, value: string): string[] {
  switch (name) {
    case "step":
      return [value];
    case "goto":
    case "command":
      return [`${name}:${value}`];
    case "keys":
      return [`key:${value}`];
    default:
      return [];
  }
}

function settingOf(text: string): [string, unknown] {
  const equals = text.indexOf("=");
  if (equals < 0) {
    throw new Error(`"${text}" is not NAME=JSON, for example editor.fontSize=16.`);
  }
  return [text.slice(0, equals), JSON.parse(text.slice(equals + 1))];
}

function themeOf(text: string): Theme {
  const theme = (["light", "dark", "hc-light", "hc-dark"] as const).find((name) => name === text);
  if (theme === undefined) {
    throw new Error(`There is no theme "${text}": light, dark, hc-light or hc-dark.`);
  }
  return theme;
}

function sizeOf(text: string): { width: number; height: number } {
  const [width, height] = text.split("x").map(Number);
  if (!width || !height) {
    throw new Error(`"${text}" is not a size such as 1440x900.`);
  }
  return { width, height };
}

function warnAboutMissingEntry(extension: string): void {
  const manifest: unknown = JSON.parse(readFileSync(join(extension, "package.json"), "utf8"));
  const main =
    typeof manifest === "object" && manifest !== null && "main" in manifest
      ? String(manifest.main)
      : undefined;
  if (main !== undefined && !existsSync(resolve(extension, main))) {
    console.error(`(${main} is not built yet: --build builds it; going on without)`);
  }
}
