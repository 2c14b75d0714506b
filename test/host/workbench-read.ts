/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// These functions run inside the page (they are sent there as text), so none may use anything from outside its own body.

/** A row of a tree, such as Outline or Problems. */
export interface TreeRow {
  /** The row's number in the whole tree, from 0. */
  readonly index: number;
  /** One-based, as assistive technology counts it. */
  readonly level: number;
  readonly label: string;
}

export const QUICK_INPUT = ".quick-input-widget:not([style*='display: none']) .quick-input-filter input";
export const QUICK_INPUT_ROWS =
  ".quick-input-widget:not([style*='display: none']) .quick-input-list .monaco-list-row";

/** Ends when the workbench has restored its editors. Only the automation driver tells; a plain workbench is ready when it is drawn. */
export async function whenRestored(): Promise<void> {
  const { driver } = window as { driver?: { whenWorkbenchRestored?: () => Promise<void> } };
  await driver?.whenWorkbenchRestored?.();
}

/** Ends when no element has changed for `quietMilliseconds`, or after the limit: a page with a running progress bar never rests. */
export function whenQuiet(options: { quietMilliseconds: number; limitMilliseconds: number }): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      clearTimeout(limit);
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(end, options.quietMilliseconds);
    const limit = setTimeout(end, options.limitMilliseconds);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, options.quietMilliseconds);
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
}

export function quickInputLabels(): string[] {
  const rows = document.querySelectorAll(
    ".quick-input-widget:not([style*='display: none']) .quick-input-list .monaco-list-row",
  );
  return [...rows].map((row) => row.getAttribute("aria-label") ?? row.textContent ?? "");
}

export function statusBar(): Record<string, string> {
  const items: Record<string, string> = {};
  for (const item of document.querySelectorAll(".part.statusbar .statusbar-item")) {
    const text = (item.textContent ?? "").trim();
    items[item.id] = /\p{L}/u.test(text) ? text : (item.getAttribute("aria-label") ?? text);
  }
  return items;
}

export function tabTitles(selector: string): string[] {
  return [
    ...document.querySelectorAll(`.part.editor .tabs-container ${selector}, .part.editor ${selector}`),
  ].map(
    (tab) =>
      tab.querySelector(".label-name, .monaco-icon-label")?.textContent ??
      tab.getAttribute("aria-label") ??
      "",
  );
}

export function visibleLines(): string[] {
  const editors = document.querySelectorAll<HTMLElement>(
    ".editor-group-container.active .editor-instance .monaco-editor",
  );
  const editor = [...editors].at(-1);
  if (editor === undefined) {
    return [];
  }
  return [...editor.querySelectorAll<HTMLElement>(".view-line")]
    .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
    .map((line) => (line.textContent ?? "").replaceAll("\u00a0", " "));
}

export function notifications(): string[] {
  return [...document.querySelectorAll(".notifications-toasts .notification-list-item-message")].map(
    (item) => item.textContent ?? "",
  );
}

export function treeRows(container: Element): TreeRow[] {
  // Sticky scroll repeats the parents of the first row that is drawn, as rows of a tree of their own.
  const rows = container.querySelectorAll(".monaco-list-rows > .monaco-list-row");
  return [...rows].map((row) => ({
    index: Number(row.getAttribute("data-index")),
    level: Number(row.getAttribute("aria-level") ?? 1),
    label: row.getAttribute("aria-label") ?? row.textContent ?? "",
  }));
}
