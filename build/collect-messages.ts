import { glob, readFile } from "node:fs/promises";
import { formsKey } from "../server/core/text/phrases.ts";
import { inProject, root } from "./paths.ts";

/**
 * Every message that a reader is shown in another language than English, by its English text, with the file that says it. Messages are
 * literals in the sources: those of calls that say something at once, templates of findings, and whole messages in the tables of the
 * files named below. A test runs all of it and misses what is said otherwise.
 */
export async function collectMessages(): Promise<ReadonlyMap<string, string>> {
  const messages = new Map<string, string>();
  for await (const path of glob(["client/**/*.ts", "server/{core,features,wiring}/**/*.ts"], { cwd: root })) {
    const name = path.replaceAll("\\", "/");
    const source = withoutComments(await readFile(inProject(path), "utf8"));
    for (const message of [...messagesOfCalls(source), ...messagesOfTables(name, source)]) {
      if (!messages.has(message)) {
        messages.set(message, name);
      }
    }
  }
  return messages;
}

const STRING = String.raw`"((?:[^"\\\n]|\\.)*)"`;

const SAID = new RegExp(String.raw`(?:\bl10n\.t|\.say)\(\s*${STRING}`, "g");
const COUNTED = new RegExp(
  String.raw`(?:\.count|\bcountedWords|\bcounted)\(\s*[^"]*?,\s*${STRING},\s*${STRING}`,
  "g",
);
const TEMPLATE = /\bwords`((?:[^`\\]|\\.)*)`/g;

function* messagesOfCalls(source: string): Iterable<string> {
  for (const [, text] of source.matchAll(SAID)) {
    yield unquoted(text as string);
  }
  for (const [, one, other] of source.matchAll(COUNTED)) {
    yield formsKey(unquoted(one as string), unquoted(other as string));
  }
  for (const [, template] of source.matchAll(TEMPLATE)) {
    const message = withPlaceholders(template as string);
    if (/\p{L}/u.test(message.replace(/\{\d+\}/g, ""))) {
      yield message;
    }
  }
}

/** Files whose messages stand in tables, or alone where a finding is made. */
const TABLES: readonly { readonly files: RegExp; readonly message: RegExp }[] = [
  // A sentence, or the title of a fix: a capital, several words. Summaries are settings' texts, in package.nls.json.
  {
    files:
      /^server\/core\/checks\/(?!all\.ts|check\.ts|shared\/(joint-words|character-references|hidden-characters)\.ts)/,
    message: /(?<!summary:\s*|Error\()"([A-Z](?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*)"/g,
  },
  {
    files: /^server\/features\/shared\/(field-names|role-explanations)\.ts$/,
    message: new RegExp(String.raw`(?::\s+| = )${STRING}`, "g"),
  },
  {
    files: /^server\/core\/article\/formats\/.*\/(evidence|recognise)\.ts$/,
    message: /"([A-Z](?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*)"/g,
  },
  // Why a file, or a mark in it, cannot be used.
  { files: /^server\/core\/annotations\//, message: /"([A-Z](?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*\.)"/g },
  {
    files: /^server\/core\/checks\/shared\/ignore-list\.ts$/,
    message: /"(\.pressmark\/[^"\\\n]* [^"\\\n]*)"/g,
  },
  // Names of hidden characters, and of scripts.
  { files: /^server\/core\/checks\/shared\/hidden-characters\.ts$/, message: /\[0x[0-9a-f]+, "([^"]+)"\]/g },
  { files: /^server\/core\/links\/lookalikes\.ts$/, message: /\["([A-Z][a-z]+)", \/\^/g },
  { files: /^server\/features\/hover\.ts$/, message: /\["([A-Z][^"\\\n]* [^"\\\n]*)"\]/g },
];

const FORMS = new RegExp(String.raw`one: ${STRING},\s*many: ${STRING}`, "g");

function* messagesOfTables(path: string, source: string): Iterable<string> {
  for (const { files, message } of TABLES) {
    for (const [, text] of files.test(path) ? source.replace(COUNTED, "").matchAll(message) : []) {
      yield unquoted(text as string);
    }
  }
  if (path === "server/core/cleanup/group-titles.ts") {
    for (const [, one, many] of source.matchAll(FORMS)) {
      yield formsKey(unquoted(one as string), unquoted(many as string));
    }
  }
}

function unquoted(text: string): string {
  return JSON.parse(`"${text}"`) as string;
}

/** `${…}` becomes `{0}`, `{1}`, …, as the tag `words` makes it. */
function withPlaceholders(template: string): string {
  let message = "";
  let count = 0;
  for (let at = 0; at < template.length; at++) {
    if (template.startsWith("${", at)) {
      let depth = 0;
      do {
        depth += template.charAt(at) === "{" ? 1 : template.charAt(at) === "}" ? -1 : 0;
        at++;
      } while (at < template.length && (depth > 0 || template.charAt(at - 1) === "$"));
      at--;
      message += `{${count++}}`;
    } else {
      message += template.charAt(at);
    }
  }
  return message;
}

/** Only comments on lines of their own, where the formatter puts them: `//` stands in addresses, too. */
function withoutComments(source: string): string {
  return source.replace(/^\s*(\/\/.*|\/?\*.*)$/gm, "");
}
