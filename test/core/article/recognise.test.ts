import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { combineEvidence } from "../../../server/core/article/evidence.ts";
import { CERTAIN_CONFIDENCE, RECOGNITION_HEAD_LENGTH } from "../../../server/core/article/format.ts";
import { dumpFormats, formatOf } from "../../../server/core/article/formats/all.ts";
import { loadFormat } from "../../../server/core/article/formats/load.ts";
import { formatRecognisers } from "../../../server/core/article/formats/recognisers.ts";
import { recognise, recognitionHead } from "../../../server/core/article/recognise.ts";

const samples = new URL("../../../../shared/samples/", import.meta.url);

describe.runIf(existsSync(samples))("the layouts of real dumps", () => {
  for (const format of ["url-date-title", "yaml-front-matter"] as const) {
    const folder = new URL(`${format}/`, samples);
    test.each(existsSync(folder) ? readdirSync(folder) : [])(
      `${format}/%s is recognised for certain`,
      (name) => {
        const text = readFileSync(new URL(name, folder), "utf8");
        for (const variant of [text, `\ufeff${text}`, text.replaceAll("\n", "\r\n")]) {
          const recognition = recognise(variant);
          expect(recognition.format).toBe(format);
          expect(recognition.confidence).toBeGreaterThanOrEqual(CERTAIN_CONFIDENCE);
        }
      },
    );

    test.each(existsSync(folder) ? readdirSync(folder) : [])(
      `${format}/%s does not depend on its host`,
      (name) => {
        const text = readFileSync(new URL(name, folder), "utf8");
        const elsewhere = text.replaceAll(/https?:\/\/[^/\s"]+/gu, "https://example.invalid");
        expect(recognise(elsewhere).confidence).toBe(recognise(text).confidence);
      },
    );
  }
});

if (!existsSync(samples)) {
  console.warn(`The layouts of real dumps are not tested: ${samples.pathname} is not here.`);
}

describe("the lists of formats", () => {
  test("name the same formats, and each can be loaded by itself", async () => {
    const ids = dumpFormats.map(({ id }) => id);
    expect(formatRecognisers.map(({ id }) => id)).toEqual(ids);
    for (const format of dumpFormats) {
      expect(await loadFormat(format.id)).toBe(format);
      expect(formatOf(format.id)).toBe(format);
    }
    expect(formatOf(null)).toBeUndefined();
    expect(await loadFormat(null)).toBeUndefined();
  });

  test("recognisers need nothing that only parsing needs, above all no YAML", () => {
    const seen = new Set<string>();
    const queue = [new URL("../../../server/core/article/recognise.ts", import.meta.url)];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (seen.has(file.href)) {
        continue;
      }
      seen.add(file.href);
      for (const [, type, from] of readFileSync(file, "utf8").matchAll(
        /^(?:import|export) (type )?[^;]*?from "([^"]+)";/gmu,
      )) {
        if (type === undefined) {
          expect(from, file.href).toMatch(/^\./u);
          queue.push(new URL(from as string, file));
        }
      }
    }
    expect(seen.size).toBeGreaterThan(5);
    expect([...seen].filter((href) => /\/parse[^/]*\.ts$/u.test(href))).toEqual([]);
  });
});

describe("the head that recognition reads", () => {
  test("is the whole of a short text", () => {
    expect(recognitionHead("a\nb")).toBe("a\nb");
  });

  test("ends at a line's end", () => {
    const line = `${"x".repeat(999)}\n`;
    const head = recognitionHead(line.repeat(100));
    expect(head).toBe(line.repeat(65));
    expect(recognitionHead(line.replace("\n", "\r").repeat(100))).toHaveLength(65_000);
    expect(recognitionHead(line.replace("x\n", "\r\n").repeat(100)).endsWith("\r\n")).toBe(true);
  });

  test("does not split CR LF that stands across its end", () => {
    const text = `${"x".repeat(RECOGNITION_HEAD_LENGTH - 1)}\r\nmore`;
    expect(recognitionHead(text)).toHaveLength(RECOGNITION_HEAD_LENGTH);
  });

  test("keeps the start of a line that is most of it", () => {
    expect(recognitionHead(`short\n${"x".repeat(3_000_000)}`)).toHaveLength(RECOGNITION_HEAD_LENGTH);
  });

  test("what lies behind it makes no difference", () => {
    const head = `https://a.example/1\n2020-01-01T00:00:00Z\nA title\n${"A sentence that is long enough to be one. ".repeat(2_000)}\n`;
    expect(recognise(`${head}${"https://b.example/\n".repeat(50_000)}`)).toEqual(recognise(head));
  });
});

test("observations combine by noisy-or", () => {
  const span = { start: 0, end: 0 };
  expect(combineEvidence([])).toBe(0);
  expect(combineEvidence([0.5, 0.5].map((weight) => ({ summary: "", weight, span })))).toBe(0.75);
});

test("recognition takes a few milliseconds at most", () => {
  const text = "A line of some text that is no dump at all, and goes on for a while.\n".repeat(400);
  recognise(text);
  const times = Array.from({ length: 50 }, () => {
    const started = performance.now();
    recognise(text);
    return performance.now() - started;
  });
  // It takes one on a machine of 2026; the quickest of many runs, and a wide limit, so that a slow or busy one passes.
  expect(Math.min(...times)).toBeLessThan(20);
});
