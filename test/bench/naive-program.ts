/**
 * The naive program that `pressmark check` is measured against: reads every file, splits it into lines, indexes every
 * word 3-gram of every paragraph in one Map and reports the paragraphs that share over half of theirs with an earlier one.
 * As somebody would write it who minds the time: words are found by hand, and 3-grams are numbers.
 * Usage: node naive-program.cjs PATH… (files and folders).
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const SPACE = 0x20;

/** Of FNV-1a. */
const HASH_PRIME = 0x01000193;

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
  const firstSeen = new Map<number, number>();
  const shared = new Map<number, number>();
  for (const [line, paragraph] of text.split("\n").entries()) {
    shared.clear();
    let grams = 0;
    let words = 0;
    let first = 0;
    let second = 0;
    let word = 0;
    for (let at = 0; at <= paragraph.length; at++) {
      const unit = at < paragraph.length ? paragraph.charCodeAt(at) : SPACE;
      if (unit !== SPACE) {
        word = Math.imul(word ^ unit, HASH_PRIME);
        continue;
      }
      words++;
      if (words >= 3) {
        grams++;
        // 31 bits, which the engine keeps in a Map without making an object of each.
        const gram = (Math.imul(Math.imul(first, 31) + second, 31) + word) >> 1;
        const earlier = firstSeen.get(gram);
        if (earlier === undefined) {
          firstSeen.set(gram, line);
        } else if (earlier !== line) {
          shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
        }
      }
      first = second;
      second = word;
      word = 0;
    }
    for (const [earlier, count] of shared) {
      if (count * 2 > grams) {
        process.stdout.write(`${path}:${line + 1}: shares over half with line ${earlier + 1}\n`);
      }
    }
  }
}
