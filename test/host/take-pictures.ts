import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject, root } from "../../build/paths.ts";
import { openWorkbench } from "./open-workbench.ts";
import { exitOnSignal } from "./signals.ts";
import type { PlainTheme, Workbench } from "./workbench.ts";

// `npm run pictures`: takes the pictures of the README and the documentation anew, of what is in dist/, and makes an animation of
// real ones. Needs ffmpeg and pngquant (Debian: apt-get install ffmpeg pngquant). Look at them before committing them.

const IMAGES = inProject("docs/images");
const SAMPLE = "harbour-talks.txt";
const SIZE = { width: 1200, height: 720 };

/** So many colours keep a page of coloured text as it is, and make a third of the file. */
const COLOURS = 48;

/** One picture of an animation, and how long it is shown, in seconds. */
interface Frame {
  readonly file: string;
  readonly seconds: number;
}

exitOnSignal();
const temporary = await mkdtemp(join(tmpdir(), "pressmark-pictures-"));
try {
  requirePrograms(["ffmpeg", "pngquant"]);
  await withDump("light", takeDump);
  await withDump("light", takeAnnotations);
  await withDump("dark", takePreview);
} finally {
  await rm(temporary, { recursive: true, force: true });
}

async function withDump(theme: PlainTheme, use: (workbench: Workbench) => Promise<void>): Promise<void> {
  const folder = join(await mkdtemp(join(temporary, "folder-")), "dumps");
  await mkdir(folder);
  for (const name of [SAMPLE, "river-lanterns.txt", "bridge-keeper.txt"]) {
    await copyFile(inProject(`test/fixtures/samples/${name}`), join(folder, name));
  }
  await using workbench = await openWorkbench({
    folder,
    file: { path: join(folder, SAMPLE) },
    extensionDevelopmentPath: root,
    theme,
    size: SIZE,
    // The strip with "[Extension Development Host]" shows how the picture was made, the minimap nothing that can be read.
    settings: {
      "editor.minimap.enabled": false,
      "window.commandCenter": false,
      "workbench.layoutControl.enabled": false,
      "workbench.activityBar.location": "hidden",
    },
  });
  await workbench.waitFor("the dump is checked", async () =>
    /warning/.test((await workbench.languageStatus()) ?? ""),
  );
  await use(workbench);
}

async function takeDump(workbench: Workbench): Promise<void> {
  await workbench.outline();
  await workbench.goToLine(44);
  await take(workbench, "dump-light");
}

async function takeAnnotations(workbench: Workbench): Promise<void> {
  const marks = [
    { line: 54, words: "Maud Ferrant", key: "4" },
    { line: 59, words: "telephone conversation", key: "1" },
  ];
  for (const { line, words, key } of marks) {
    await workbench.goToLine(line);
    await selectWords(workbench, words);
    await workbench.press(`Control+K ${key}`);
    await workbench.settled();
  }
  await workbench.goToLine(50);
  await workbench.runCommand("Pressmark: Accept Statement as Annotation");
  await workbench.settled();
  await workbench.runCommand("Pressmark: Show Sources");
  await workbench.settled(1_000);
  await workbench.goToLine(56);
  await workbench.runCommand("Pressmark: Start Annotating");
  await take(workbench, "annotations-light");
}

/** From the dump by the preview to the cleaned article, as an animation. */
async function takePreview(workbench: Workbench): Promise<void> {
  const frames: Frame[] = [];
  const frame = async (seconds: number): Promise<void> => {
    const file = join(temporary, `frame-${frames.length}.png`);
    await workbench.screenshot(file);
    frames.push({ file, seconds });
  };
  // Without the side bar there is room for both sides of the preview.
  await workbench.press("Control+B");
  await workbench.goToLine(1);
  await frame(1.5);
  await workbench.runCommand("Pressmark: Preview Clean-Up");
  await workbench.waitFor("the changes are listed", async () => (await workbench.pickable()).length > 3);
  await frame(2);
  await workbench.press("Enter");
  await workbench.waitFor("the preview is open", async () =>
    (await workbench.activeTab())?.includes("Clean-Up Preview"),
  );
  await frame(2);
  for (let change = 0; change < 3; change++) {
    await workbench.press("Alt+F5");
    await frame(1.2);
  }
  await workbench.runCommand("Pressmark: Apply Clean-Up");
  await workbench.waitFor("it is applied", async () => (await workbench.activeTab())?.startsWith(SAMPLE));
  await workbench.settled(1_000);
  await workbench.goToLine(1);
  await frame(2.5);
  await animate(frames, join(IMAGES, "preview.gif"));
}

/** Selects the words at their next place behind the cursor. */
async function selectWords(workbench: Workbench, words: string): Promise<void> {
  await workbench.press("Control+F");
  await workbench.type(words);
  await workbench.settled(300);
  await workbench.press("Escape");
  await workbench.settled(200);
}

async function take(workbench: Workbench, name: string): Promise<void> {
  const file = join(IMAGES, `${name}.png`);
  await workbench.screenshot(file);
  run("pngquant", ["--force", "--strip", "--output", file, "256", file]);
  console.log(file);
}

/** All frames share one palette, and of each only what differs from the one before is stored. */
async function animate(frames: readonly Frame[], target: string): Promise<void> {
  // The last is named twice, as ffmpeg takes no time from the last line.
  const lines = [...frames, frames.at(-1) as Frame].map(
    ({ file, seconds }) => `file '${file}'\nduration ${seconds}`,
  );
  const list = join(temporary, "frames.txt");
  await writeFile(list, `${lines.join("\n")}\n`);
  const filter = `split[a][b];[a]palettegen=max_colors=${COLOURS}[p];[b][p]paletteuse=dither=none:diff_mode=rectangle`;
  const input = ["-f", "concat", "-safe", "0", "-i", list];
  run("ffmpeg", ["-y", "-loglevel", "error", ...input, "-vf", filter, "-fps_mode", "vfr", target]);
  console.log(target);
}

function run(program: string, programArguments: readonly string[]): void {
  const { status, stderr } = spawnSync(program, programArguments, { encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`${program} failed (exit code ${status}):\n${stderr}`);
  }
}

function requirePrograms(names: readonly string[]): void {
  const missing = names.filter((name) => spawnSync(name, ["--help"]).error !== undefined);
  if (missing.length > 0) {
    throw new Error(`${missing.join(" and ")} must be installed. Debian: apt-get install ffmpeg pngquant`);
  }
}
