import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page } from "playwright-core";
import type { HostServer } from "../../build/host-server.ts";
import type { PageTrouble } from "./page-trouble.ts";
import * as read from "./workbench-read.ts";

/** The themes that VS Code switches between by a command. */
export type PlainTheme = "light" | "dark";

export type Theme = PlainTheme | "hc-light" | "hc-dark";

/** Ends one thing that was started for a workbench. */
export type Undo = () => Promise<unknown>;

/** How long a condition is waited for before it counts as failed. Generous, for machines that do three things at once. */
const LIMIT_MILLISECONDS = 30_000;
const POLL_MILLISECONDS = 50;

const THEME_CLASSES: Readonly<Record<PlainTheme, string>> = { light: "vs", dark: "vs-dark" };

/** Drives a workbench as a person does: by keys, by the palette, by what can be seen. Nothing here sleeps: every wait has a condition. */
export class Workbench implements AsyncDisposable {
  readonly page: Page;
  readonly server: HostServer;
  /** What the page's console said that was wrong. */
  readonly trouble: PageTrouble;
  readonly #undo: Undo[];

  constructor(page: Page, server: HostServer, trouble: PageTrouble, undo: Undo[]) {
    this.page = page;
    this.server = server;
    this.trouble = trouble;
    this.#undo = undo;
  }

  /** Polls until the condition gives something else than `undefined` or `false`. The error says what was waited for. */
  async waitFor<T>(
    what: string,
    condition: () => Promise<T | undefined | false>,
    limit: number = LIMIT_MILLISECONDS,
  ): Promise<T> {
    const giveUpAt = Date.now() + limit;
    let lastError: unknown;
    for (;;) {
      try {
        const result = await condition();
        if (result !== undefined && result !== false) {
          return result;
        }
      } catch (error) {
        // The page re-draws its elements all the time, so an element that is gone while it is read is no failure yet.
        lastError = error;
      }
      if (Date.now() > giveUpAt) {
        throw new Error(
          `Waited ${limit / 1000} s in vain: ${what}.`,
          lastError === undefined ? {} : { cause: lastError },
        );
      }
      await this.page.waitForTimeout(POLL_MILLISECONDS);
    }
  }

  /** Waits until the workbench is drawn and takes keys. */
  async waitUntilReady(): Promise<void> {
    await this.page.locator(".monaco-workbench .part.editor").waitFor({ timeout: 60_000 });
    await this.page
      .locator(".monaco-workbench .part.statusbar .statusbar-item")
      .first()
      .waitFor({ timeout: LIMIT_MILLISECONDS });
    await this.page.evaluate(read.whenRestored);
  }

  /** Waits until nothing has changed in what the page shows for that long. */
  async settled(quietMilliseconds = 500): Promise<void> {
    await this.page.evaluate(read.whenQuiet, { quietMilliseconds, limitMilliseconds: 10_000 });
  }

  /** Presses chords, separated by spaces: `Control+K Q`. `ControlOrMeta` is the platform's own. */
  async press(chords: string): Promise<void> {
    for (const chord of chords.split(" ")) {
      await this.page.keyboard.press(chord);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Opens a file by quick open (Ctrl+P). The path may be absolute, or the end of a path in the folder. */
  async openFile(path: string): Promise<void> {
    const name = path.split(/[\\/]/).at(-1) ?? path;
    await this.#choose("ControlOrMeta+P", path, (label) => label === name || label.startsWith(`${name},`));
    await this.waitFor(`a tab named ${name} is active`, async () =>
      (await this.activeTab())?.startsWith(name),
    );
    await this.page
      .locator(".editor-group-container.active .view-line")
      .first()
      .waitFor({ timeout: LIMIT_MILLISECONDS });
  }

  /** Runs a command by its whole title in the palette (F1), for example `Pressmark: Preview Clean-Up`. */
  async runCommand(title: string): Promise<void> {
    await this.#choose("F1", `>${title}`, (label) => label === title || label.startsWith(`${title},`));
  }

  /** Chooses an entry of the list that is open under the input at the top. */
  async pick(label: string): Promise<void> {
    await this.#clickEntry(
      label,
      (text) => text === label || text.startsWith(`${label},`) || text.startsWith(`${label} `),
    );
  }

  /** The labels of the list that is open under the input at the top. */
  async pickable(): Promise<string[]> {
    return this.page.evaluate(read.quickInputLabels);
  }

  /** Puts the cursor on a line (one-based), and scrolls there. */
  async goToLine(line: number, column = 1): Promise<void> {
    await this.#openInput("Control+G");
    await this.page.locator(read.QUICK_INPUT).fill(`:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.waitFor(`the cursor is on line ${line}`, async () =>
      (await this.statusBar())["status.editor.selection"]?.startsWith(`Ln ${line},`),
    );
    await this.page.locator(read.QUICK_INPUT).waitFor({ state: "hidden", timeout: LIMIT_MILLISECONDS });
  }

  /** Opens the menu of fixes and refactorings at the cursor, and waits until it offers that one. */
  async openQuickFixes(title: string): Promise<void> {
    const entry = this.page.locator(".action-widget").getByText(title).filter({ visible: true }).first();
    await this.waitFor(`the quick fix menu offers "${title}"`, async () => {
      await this.press("Escape");
      await this.press("ControlOrMeta+.");
      // A menu that came before the findings did does not change any more, so it is opened again.
      await entry.waitFor({ timeout: 3_000 });
      return true;
    });
  }

  /** Moves the mouse over a text that can be seen in the editor, and waits for the hover. Gives what it says. */
  async hover(text: string): Promise<string> {
    const line = this.page
      .locator(".editor-group-container.active .view-line span", { hasText: text })
      .last();
    await line.hover();
    const hover = this.page
      .locator(".monaco-hover:not(.hidden) .hover-contents, .monaco-hover:not(.hidden) .hover-row")
      .first();
    await hover.waitFor({ timeout: LIMIT_MILLISECONDS });
    return (await this.page.locator(".monaco-hover:not(.hidden)").allInnerTexts()).join("\n");
  }

  /** The status bar's texts by item id, for example `status.editor.mode`; an icon alone gives its label. */
  statusBar(): Promise<Record<string, string>> {
    return this.page.evaluate(read.statusBar);
  }

  async languageMode(): Promise<string | undefined> {
    return (await this.statusBar())["status.editor.mode"];
  }

  /** What the language status item says: its texts and details. */
  async languageStatus(): Promise<string | undefined> {
    return (await this.statusBar())["status.languageStatus"];
  }

  /** Titles of all open editors, from left to right. */
  tabs(): Promise<string[]> {
    return this.page.evaluate(read.tabTitles, ".tab");
  }

  async activeTab(): Promise<string | undefined> {
    return (await this.page.evaluate(read.tabTitles, ".editor-group-container.active .tab.active"))[0];
  }

  /** The active editor's lines as far as they can be seen. A wrapped line comes in pieces. */
  visibleLines(): Promise<string[]> {
    return this.page.evaluate(read.visibleLines);
  }

  notifications(): Promise<string[]> {
    return this.page.evaluate(read.notifications);
  }

  /** Opens the Problems view and reads it all: files and, one level below, what is wrong with them. */
  async problems(): Promise<read.TreeRow[]> {
    await this.runCommand("Problems: Focus on Problems View");
    return this.#readTree(".markers-panel-container, .markers-panel");
  }

  /** Opens the Outline view and reads it all. */
  async outline(): Promise<read.TreeRow[]> {
    await this.runCommand("Explorer: Focus on Outline View");
    return this.#readTree(".outline-pane");
  }

  /** Switches to the light or the dark theme of VS Code's first start. */
  async useTheme(theme: PlainTheme): Promise<void> {
    const shell = this.page.locator(`.monaco-workbench.${THEME_CLASSES[theme]}`);
    if ((await shell.count()) === 0) {
      await this.runCommand("Preferences: Toggle between Light/Dark Themes");
      await shell.waitFor({ timeout: LIMIT_MILLISECONDS });
    }
  }

  /** Waits until the page has come to rest, and takes its picture. */
  async screenshot(path: string): Promise<void> {
    await this.settled();
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }

  async waitForText(text: string): Promise<void> {
    await this.page
      .getByText(text)
      .filter({ visible: true })
      .first()
      .waitFor({ timeout: LIMIT_MILLISECONDS });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await undoAll(this.#undo);
  }

  /** Opens an input at the top by a chord, types a query, and takes the entry that fits. */
  async #choose(chord: string, query: string, fits: (label: string) => boolean): Promise<void> {
    await this.#openInput(chord);
    await this.page.locator(read.QUICK_INPUT).fill(query);
    await this.#clickEntry(query, fits);
    await this.page
      .locator(read.QUICK_INPUT)
      .waitFor({ state: "hidden", timeout: LIMIT_MILLISECONDS })
      .catch(() => {
        // A command may ask for something next, and then the input stays open on purpose.
      });
  }

  async #openInput(chord: string): Promise<void> {
    await this.waitFor(`${chord} opens the input at the top`, async () => {
      await this.page.keyboard.press(chord);
      const input = this.page.locator(read.QUICK_INPUT);
      await input.waitFor({ timeout: 2_000 });
      return true;
    });
  }

  async #clickEntry(what: string, fits: (label: string) => boolean): Promise<void> {
    const index = await this.waitFor(`the list offers "${what}"`, async () => {
      const found = (await this.pickable()).findIndex(fits);
      return found >= 0 && { found };
    });
    await this.page.locator(read.QUICK_INPUT_ROWS).nth(index.found).click();
    // Out of the way, or what now lies under the mouse shows its hover.
    await this.page.mouse.move(1, 1);
  }

  /** A tree draws only the rows that can be seen, so it is read screen by screen. */
  async #readTree(container: string): Promise<read.TreeRow[]> {
    const tree = this.page.locator(container).first();
    await tree.waitFor({ timeout: LIMIT_MILLISECONDS });
    await this.settled();
    const rows = new Map<number, read.TreeRow>();
    await this.press("Home");
    // The first press only goes to the end of what is drawn, so one without a new row does not mean the end yet.
    for (let pressesInVain = 0; pressesInVain < 3; ) {
      const before = rows.size;
      for (const row of await tree.evaluate(read.treeRows)) {
        rows.set(row.index, row);
      }
      pressesInVain = rows.size === before ? pressesInVain + 1 : 0;
      await this.press("PageDown");
      await this.settled(100);
    }
    return [...rows.values()].sort((a, b) => a.index - b.index);
  }
}

/** Latest first: the browser goes before the server that it talks to, and the profile last. */
export async function undoAll(undo: Undo[]): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) {
    await step();
  }
}
