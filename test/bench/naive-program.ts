/**
 * The naive program that `pressmark check` is measured against: reads every file, splits it into lines, indexes every
 * word 3-gram of every paragraph in one Map and reports the paragraphs that share over half of theirs with an earlier one.
 * Usage: node naive-program.ts PATH… (files and folders).
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

for (const path of process.argv.slice(2).flatMap(filesBelow)) {
  reportSharedParagraphs(path, readFileSync(path, "utf8"));
}

function filesBelow(path: string): string[] {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)))
    : [path];
}

function reportSharedParagraphs(path: string, text: string): void {
  const firstSeen = new Map<string, number>();
  for (const [line, paragraph] of text.split("\n").entries()) {
    const words = paragraph.split(" ");
    const shared = new Map<number, number>();
    for (let at = 0; at + 3 <= words.length; at++) {
      const gram = `${words[at]} ${words[at + 1]} ${words[at + 2]}`;
      const earlier = firstSeen.get(gram);
      if (earlier === undefined) {
        firstSeen.set(gram, line);
      } else if (earlier !== line) {
        shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
      }
    }
    for (const [earlier, count] of shared) {
      if (count * 2 > words.length - 2) {
        process.stdout.write(`${path}:${line + 1}: shares over half with line ${earlier + 1}\n`);
      }
    }
  }
}
