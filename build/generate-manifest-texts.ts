/**
 * The manifest's texts in a file of their own, as VS Code wants them to be translated: `%key%` in package.json, the English
 * text under the key in package.nls.json. Texts are written into package.json in plain English; `npm run generate` moves
 * them.
 */

/** A place of the manifest that holds a text for people. */
interface Place {
  readonly key: string;
  readonly text: string;
  replace(by: string): void;
}

type Json = Record<string, unknown>;

/** package.json with keys in place of its texts. */
export function withoutManifestTexts(manifest: string): string {
  const parsed = JSON.parse(manifest) as Json;
  for (const { key, text, replace } of placesOf(parsed)) {
    if (!isKey(text)) {
      replace(`%${key}%`);
    }
  }
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

/**
 * package.nls.json: the texts that stand in the manifest, and those that were moved before and are still asked for.
 *
 * @throws when a key is asked for whose text is nowhere, or two texts have one key.
 */
export function manifestTexts(manifest: string, present: string): string {
  const known = (present === "" ? {} : JSON.parse(present)) as Record<string, string>;
  const texts = new Map<string, string>();
  for (const { key, text } of placesOf(JSON.parse(manifest) as Json)) {
    const name = isKey(text) ? text.slice(1, -1) : key;
    const wanted = isKey(text) ? known[name] : text;
    if (wanted === undefined) {
      throw new Error(`package.json asks for the text ${name}, and package.nls.json does not hold it.`);
    }
    if (texts.has(name) && texts.get(name) !== wanted) {
      throw new Error(
        `Two texts of package.json have the key ${name}: “${texts.get(name)}” and “${wanted}”.`,
      );
    }
    texts.set(name, wanted);
  }
  return `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`;
}

function isKey(text: string): boolean {
  return /^%[^%\s]+%$/.test(text);
}

function* placesOf(manifest: Json): Iterable<Place> {
  yield* textsOf(manifest, ["description"], "extension");
  for (const [name, capability] of entriesOf(manifest["capabilities"])) {
    yield* textsOf(capability, ["description"], `capability.${name}`);
  }
  const contributes = (manifest["contributes"] ?? {}) as Json;
  for (const command of objectsOf(contributes["commands"])) {
    yield* textsOf(command, ["title", "shortTitle"], `command.${withoutPrefix(command["command"])}`);
  }
  for (const section of objectsOf(contributes["configuration"])) {
    yield* textsOf(section, ["title"], `settings.${slugOf(String(section["title"]))}`);
    for (const [setting, schema] of entriesOf(section["properties"])) {
      yield* textsOfSetting(setting, schema);
    }
  }
  for (const kind of ["semanticTokenTypes", "semanticTokenModifiers", "colors"]) {
    for (const described of objectsOf(contributes[kind])) {
      yield* textsOf(described, ["description"], `${kind}.${withoutPrefix(described["id"])}`);
    }
  }
  for (const kind of ["views", "viewsContainers"]) {
    for (const [, shown] of entriesOf(contributes[kind])) {
      for (const view of objectsOf(shown)) {
        yield* textsOf(view, ["name", "title", "contextualTitle"], `${kind}.${withoutPrefix(view["id"])}`);
      }
    }
  }
  for (const welcome of objectsOf(contributes["viewsWelcome"])) {
    yield* textsOf(welcome, ["contents"], `welcome.${withoutPrefix(welcome["view"])}`);
  }
  for (const submenu of objectsOf(contributes["submenus"])) {
    yield* textsOf(submenu, ["label"], `submenu.${withoutPrefix(submenu["id"])}`);
  }
  for (const walkthrough of objectsOf(contributes["walkthroughs"])) {
    const key = `walkthrough.${walkthrough["id"]}`;
    yield* textsOf(walkthrough, ["title", "description"], key);
    for (const step of objectsOf(walkthrough["steps"])) {
      yield* textsOf(step, ["title", "description"], `${key}.${step["id"]}`);
      yield* textsOf(step["media"] as Json, ["markdown"], `${key}.${step["id"]}`);
    }
  }
}

const DESCRIPTIONS = [
  "description",
  "markdownDescription",
  "deprecationMessage",
  "markdownDeprecationMessage",
];

function* textsOfSetting(setting: string, schema: Json): Iterable<Place> {
  const key = `setting.${withoutPrefix(setting)}`;
  yield* textsOf(schema, DESCRIPTIONS, key);
  const values = (schema["enum"] ?? []) as readonly unknown[];
  for (const name of ["enumDescriptions", "markdownEnumDescriptions"]) {
    const descriptions = (schema[name] ?? []) as string[];
    for (const [index, text] of descriptions.entries()) {
      const value = String(values[index]);
      yield {
        key: setting.startsWith("pressmark.checks.") ? levelKey(value, text) : `${key}.${value}`,
        text,
        replace: (by) => {
          descriptions[index] = by;
        },
      };
    }
  }
  const { properties, items } = schema as { readonly properties?: unknown; readonly items?: Json };
  for (const [name, nested] of entriesOf(properties)) {
    yield* textsOfSetting(`${setting}.${name}`, nested);
  }
  if (items !== undefined) {
    yield* textsOfSetting(`${setting}.item`, items);
  }
}

/** The levels are the same for all checks; only what is inherited differs. */
function levelKey(value: string, text: string): string {
  return value === "inherit" ? `level.inherit.${slugOf(text)}` : `level.${value}`;
}

function* textsOf(holder: Json | undefined, names: readonly string[], key: string): Iterable<Place> {
  for (const name of names) {
    const text = holder?.[name];
    if (holder !== undefined && typeof text === "string" && text !== "") {
      yield {
        key: `${key}.${name}`,
        text,
        replace: (by) => {
          holder[name] = by;
        },
      };
    }
  }
}

function objectsOf(value: unknown): readonly Json[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]) as readonly Json[];
}

function entriesOf(value: unknown): readonly (readonly [string, Json])[] {
  return Object.entries((value ?? {}) as Record<string, Json>);
}

function withoutPrefix(id: unknown): string {
  return String(id).replace(/^pressmark\./, "");
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-/, "")
    .replace(/-$/, "");
}
