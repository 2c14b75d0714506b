import { describe, expect, test } from "vitest";
import { type Connection, MarkupKind } from "vscode-languageserver";
import type { ClientAbilities } from "../../server/wiring/client-abilities.ts";
import { readClientAbilities, readInitializationOptions } from "../../server/wiring/client-abilities.ts";
import { defaultSettings, readSettings } from "../../server/wiring/read-settings.ts";
import type { Runtime } from "../../server/wiring/runtime.ts";
import { createSettingsStore } from "../../server/wiring/settings-store.ts";
import { ale, bytesOnly, eglot, vscode } from "../protocol/clients.ts";

const five = { maxFindings: 5 };
const seven = { maxFindings: 7 };

/** A client whose answers, and a clock whose end, the test decides on. */
function stage(abilities: Partial<ClientAbilities>, initial?: unknown) {
  const questions: {
    readonly answer: (section: unknown) => void;
    readonly refuse: (error: Error) => void;
  }[] = [];
  const delays: (() => void)[] = [];
  const connection = {
    workspace: {
      getConfiguration: () => new Promise((answer, refuse) => questions.push({ answer, refuse })),
    },
    console: { warn: () => {} },
  } as unknown as Connection;
  const runtime: Runtime = {
    now: () => performance.now(),
    nextTurn: () => Promise.resolve(),
    alarm: () => () => {},
    delay: () => new Promise((resolve) => delays.push(resolve)),
    session: "test",
    checkDocumentation: undefined,
  };
  const store = createSettingsStore(connection, abilities as ClientAbilities, runtime, initial);
  return { store, questions, delays };
}

describe("a client that is asked", () => {
  const abilities = { pullsConfiguration: true };

  test("is asked once per document, and again when its settings changed", async () => {
    const { store, questions } = stage(abilities);
    const first = store.of("a");
    const second = store.of("a");
    questions[0]?.answer(five);
    expect(await first).toEqual(readSettings(five));
    expect(await second).toBe(await first);
    expect(questions).toHaveLength(1);
    store.changed(null);
    const third = store.of("a");
    questions[1]?.answer(seven);
    expect(await third).toEqual(readSettings(seven));
  });

  test("and says nothing, or refuses, leaves the last that were pushed", async () => {
    const { store, questions } = stage(abilities, five);
    const first = store.of("a");
    questions[0]?.answer(null);
    expect(await first).toEqual(readSettings(five));
    store.changed({ pressmark: seven });
    const second = store.of("a");
    questions[1]?.refuse(new Error("no"));
    expect(await second).toEqual(readSettings(seven));
  });

  test("and answers late does not hold anything up, and is heard all the same", async () => {
    const { store, questions, delays } = stage(abilities);
    let late = 0;
    store.onLate(() => {
      late++;
    });
    const first = store.of("a");
    delays[0]?.();
    expect(await first).toEqual(defaultSettings);
    questions[0]?.answer(five);
    await expect.poll(() => late).toBe(1);
    expect(await store.of("a")).toEqual(readSettings(five));
    expect(questions).toHaveLength(1);
  });
});

test("a client that pushes is not asked, and unrelated settings change nothing", async () => {
  const { store, questions } = stage({ pullsConfiguration: false }, five);
  expect(await store.of("a")).toEqual(readSettings(five));
  store.changed({ python: { path: "x" } });
  expect(await store.of("a")).toEqual(readSettings(five));
  store.changed({ pressmark: seven });
  expect(await store.of("b")).toEqual(readSettings(seven));
  expect(questions).toEqual([]);
});

describe("what clients can do", () => {
  const read = (capabilities: object) =>
    readClientAbilities({ processId: null, rootUri: null, capabilities });

  test("is taken from what they say, and is nothing where they say nothing", () => {
    const silent = Object.entries(read({})).filter(([, value]) => value === true);
    expect(silent).toEqual([]);
    expect(read({})).toMatchObject({
      encoding: "utf-16",
      hoverFormat: MarkupKind.PlainText,
      foldingLimit: undefined,
    });
    expect(read(vscode)).toMatchObject({
      pullsDiagnostics: true,
      resolvesCodeActionEdits: true,
      versionsEdits: true,
      foldingLimit: 5000,
    });
    expect(read(eglot)).toMatchObject({
      pullsDiagnostics: false,
      resolvesCodeActionEdits: false,
      relatedInformation: false,
    });
    expect(read(ale)).toMatchObject({ nestsSymbols: false, versionsEdits: false });
  });

  test.each([
    [undefined, "utf-16"],
    [["utf-16"], "utf-16"],
    [["utf-32", "utf-8", "utf-16"], "utf-16"],
    [["utf-8"], "utf-8"],
    [["utf-32"], "utf-16"],
  ])("positions offered as %j are counted in %s", (positionEncodings, encoding) => {
    const general = positionEncodings === undefined ? {} : { positionEncodings };
    expect(read({ general }).encoding).toBe(encoding);
    expect(read(bytesOnly).encoding).toBe("utf-8");
  });

  test("options of a wrong form count as none", () => {
    for (const options of [undefined, null, 7, "x", [], { checkDocumentation: 7, settings: "x" }]) {
      expect(readInitializationOptions(options)).toEqual({});
    }
    const options = { checkDocumentation: "file:///docs/", settings: five };
    expect(readInitializationOptions(options)).toEqual(options);
  });
});
