import { createHash } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Annotation, AnnotationCollection } from "../../server/core/annotations/annotation.ts";
import { describeTargets } from "../../server/core/annotations/describe-targets.ts";
import { emptyCollection, makeAnnotation } from "../../server/core/annotations/make-annotation.ts";
import { readCollection } from "../../server/core/annotations/read-collection.ts";
import { writeCollection } from "../../server/core/annotations/write-collection.ts";
import { readSample } from "../support/samples.ts";
import { runProgram, temporaryFolder } from "./run-program.ts";

const dump = readSample("harbour-talks.txt");
const clean = readSample("harbour-talks.cleaned.txt");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A mark on the nth place where the words stand. */
function markOn(words: string, nth = 0): Annotation {
  let start = dump.indexOf(words);
  for (let count = 0; count < nth; count++) start = dump.indexOf(words, start + 1);
  if (start < 0) throw new RangeError(`The sample does not hold ${JSON.stringify(words)} so often.`);
  return makeAnnotation({
    id: `urn:uuid:${words}-${nth}`,
    spans: [{ start, end: start + words.length }],
    labels: ["claim"],
    created: "2026-01-02T03:04:05Z",
  });
}

const bodyLine = clean.split("\n").findLast((line) => line.length > 60) as string;
const inBody = bodyLine.slice(4, 40);
const headline = (dump.split("\n")[1] as string).slice(0, 20);
const annotations = [markOn(headline, 0), markOn(headline, 1), markOn(inBody, 0)];

function sidecar(text = dump, marks: readonly Annotation[] = annotations): string {
  return writeCollection({
    ...emptyCollection("a.txt"),
    dump: { name: "a.txt", sha256: sha256(text), length: text.length },
    annotations: describeTargets(text, marks),
  });
}

function read(path: string, dumpName = "a.txt"): AnnotationCollection {
  const { collection, problems } = readCollection(readFileSync(path, "utf8"), { dumpName, sources: "own" });
  expect(problems).toEqual([]);
  return collection as AnnotationCollection;
}

function wordsIn(text: string, { annotations: marks }: AnnotationCollection): string[] {
  return marks.flatMap(({ targets }) =>
    targets.map(({ position }) => (position === undefined ? "" : text.slice(position.start, position.end))),
  );
}

const NAME = "a.txt.annotations.jsonld";

describe("clean takes annotations along", () => {
  test("--write: in place, every mark on the same words, hash and raw lines stated", async () => {
    const folder = temporaryFolder({ "a.txt": dump, [NAME]: sidecar() });
    expect(await runProgram(["clean", "--write", "a.txt"], { folder })).toEqual({
      code: 0,
      output: "",
      errors: "",
    });
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe(clean);
    const migrated = read(join(folder, NAME));
    expect(wordsIn(clean, migrated).sort()).toEqual([headline, headline, inBody].sort());
    expect(migrated.dump).toEqual({ name: "a.txt", sha256: sha256(clean), length: clean.length });
    expect(migrated.raw).toEqual({ name: "a.txt", sha256: sha256(dump) });
    for (const { targets, id } of migrated.annotations) {
      const before = annotations.find((mark) => mark.id === id)?.targets[0]?.position;
      expect(targets[0]?.raw?.span).toEqual(before);
      expect(targets[0]?.raw?.lines[0]).toBe(dump.slice(0, before?.start).split("\n").length);
    }
    expect((await runProgram(["annotations", "verify", "a.txt"], { folder })).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["a.txt", NAME]);
  });

  test("--out-dir: beside the copy, the raw ones as they were, and the manifest counts them", async () => {
    const folder = temporaryFolder({ "raw/a.txt": dump, [`raw/${NAME}`]: sidecar() });
    const { code, errors } = await runProgram(["clean", "--out-dir", "out", "--manifest", "m.jsonl", "raw"], {
      folder,
    });
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(readFileSync(join(folder, "raw", NAME), "utf8")).toBe(sidecar());
    expect(wordsIn(clean, read(join(folder, "out", NAME))).sort()).toEqual(
      [headline, headline, inBody].sort(),
    );
    expect(JSON.parse(readFileSync(join(folder, "m.jsonl"), "utf8"))).toMatchObject({
      annotations: { annotations: 3, orphans: 0 },
    });
  });

  test("--out-dir again: marks that were made in the copy meanwhile stay", async () => {
    const folder = temporaryFolder({ "raw/a.txt": dump, [`raw/${NAME}`]: sidecar() });
    await runProgram(["clean", "--out-dir", "out", "raw"], { folder });
    const first = read(join(folder, "out", NAME));
    const start = clean.indexOf(inBody) + 3;
    const own = makeAnnotation({ id: "urn:uuid:own", spans: [{ start, end: start + 9 }], labels: ["place"] });
    writeFileSync(
      join(folder, "out", NAME),
      writeCollection({ ...first, annotations: describeTargets(clean, [...first.annotations, own]) }),
    );
    expect((await runProgram(["clean", "--out-dir", "out", "raw"], { folder })).code).toBe(0);
    const second = read(join(folder, "out", NAME));
    expect(second.annotations.map(({ id }) => id).sort()).toEqual(
      [...annotations.map(({ id }) => id), "urn:uuid:own"].sort(),
    );
    expect(wordsIn(clean, second)).toContain(clean.slice(start, start + 9));
  });

  test("annotations of another state of the dump are found again first, and that is said", async () => {
    const changed = `A line that another program put in.\n\n${dump}`;
    const folder = temporaryFolder({ "a.txt": changed, [NAME]: sidecar() });
    const { code, errors } = await runProgram(["clean", "--write", "a.txt"], { folder });
    expect(code).toBe(0);
    expect(errors).toMatch(
      /^pressmark: a\.txt: was changed since its annotations were written: 3 of their places moved/u,
    );
    const text = readFileSync(join(folder, "a.txt"), "utf8");
    expect(wordsIn(text, read(join(folder, NAME))).sort()).toEqual([headline, headline, inBody].sort());
  });

  test("annotations that cannot be read are no reason to lose them: the dump stays as it is", async () => {
    const folder = temporaryFolder({ "a.txt": dump, [NAME]: "{ broken", "b.txt": dump });
    const { code, errors } = await runProgram(["clean", "--write", "a.txt", "b.txt"], { folder });
    expect(code).toBe(2);
    expect(errors).toMatch(
      /^pressmark: a\.txt: its annotations cannot be read .*It was left as it was\.\n$/u,
    );
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe(dump);
    expect(readFileSync(join(folder, NAME), "utf8")).toBe("{ broken");
    expect(readFileSync(join(folder, "b.txt"), "utf8")).toBe(clean);
  });

  test("where the dump cannot be replaced, the annotations stay as they were, and the other way round", async () => {
    for (const name of ["a.txt", NAME]) {
      const folder = temporaryFolder({ "a.txt": dump, [NAME]: sidecar() });
      chmodSync(join(folder, name), 0o444);
      expect((await runProgram(["clean", "--write", "a.txt"], { folder })).code).toBe(2);
      expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe(dump);
      expect(readFileSync(join(folder, NAME), "utf8")).toBe(sidecar());
    }
  });
});

describe("annotations verify", () => {
  test("exact: exit 0; the sidecar itself may be named", async () => {
    const folder = temporaryFolder({ "a.txt": dump, [NAME]: sidecar() });
    expect(await runProgram(["annotations", "verify", "a.txt"], { folder })).toEqual({
      code: 0,
      output: "a.txt: 3 exact, 0 moved, 0 approximate, 0 orphan\n",
      errors: "",
    });
    expect((await runProgram(["annotations", "verify", NAME], { folder })).code).toBe(0);
  });

  test("changed words and lost ones: exit 1, with the reason", async () => {
    const isOnce = (words: string) => dump.split(words).length === 2;
    const line = dump.split("\n").find((each) => / .* .* .* /u.test(each) && isOnce(each.slice(4, 40)));
    const once = (line as string).slice(4, 40);
    const changed = dump.replace(once, `${once.slice(0, 24)} altogether`).replaceAll(headline, "");
    const marks = [markOn(headline, 0), markOn(headline, 1), markOn(once)];
    const folder = temporaryFolder({ "a.txt": changed, [NAME]: sidecar(dump, marks) });
    const text = await runProgram(["annotations", "verify", "a.txt"], { folder });
    expect(text.code).toBe(1);
    expect(text.output).toMatch(/^a\.txt: 0 exact, 0 moved, 1 approximate, 2 orphan\n/u);
    const json = await runProgram(["annotations", "verify", "--format", "json", "."], { folder });
    const record = JSON.parse(json.output);
    expect(record.unchanged).toBe(false);
    expect(record.annotations.map(({ state }: { state: string }) => state).sort()).toEqual([
      "approximate",
      "orphan",
      "orphan",
    ]);
    expect(record.annotations.find(({ state }: { state: string }) => state === "orphan").reason).not.toBe(
      null,
    );
  });

  test("no annotations, entries that are none, wrong calls", async () => {
    const folder = temporaryFolder({
      "a.txt": dump,
      "b.txt": dump,
      [NAME]: JSON.stringify({ type: "AnnotationCollection", items: [7] }),
    });
    expect((await runProgram(["annotations", "verify", "b.txt"], { folder })).errors).toBe(
      "pressmark: b.txt: has no annotations beside it.\n",
    );
    expect((await runProgram(["annotations", "verify", "."], { folder })).code).toBe(1);
    expect((await runProgram(["annotations", "verfy", "."], { folder })).errors).toMatch(
      /Did you mean: pressmark annotations verify\?/u,
    );
    expect((await runProgram(["annotations"], { folder })).code).toBe(2);
  });
});

describe("annotations export", () => {
  test("tables go to standard output, over all files", async () => {
    const folder = temporaryFolder({
      "a.txt": dump,
      [NAME]: sidecar(),
      "x/c.txt": dump,
      "x/c.txt.annotations.jsonld": sidecar(),
    });
    const { code, output } = await runProgram(["annotations", "export", "--format", "csv", "."], { folder });
    expect(code).toBe(0);
    expect(output.split("\r\n").filter((line) => line !== "")).toHaveLength(1 + 6);
    expect(output).toContain("x/c.txt,");
    const excel = await runProgram(
      ["annotations", "export", "--format", "excel", "--delimiter", "tab", "."],
      { folder },
    );
    expect(excel.output.startsWith("\ufefffile\thash")).toBe(true);
  });

  test("formats of several files need a folder and keep the dumps' folders", async () => {
    const folder = temporaryFolder({ "d/x/c.txt": dump, "d/x/c.txt.annotations.jsonld": sidecar() });
    const refused = await runProgram(["annotations", "export", "--format", "brat", "d"], { folder });
    expect(refused).toMatchObject({ code: 2, errors: expect.stringContaining("--out-dir") });
    for (const format of ["brat", "webanno", "md", "jsonld", "label-studio"]) {
      const { code, errors } = await runProgram(
        ["annotations", "export", "--format", format, "--out-dir", format, "d"],
        { folder },
      );
      expect({ code, errors }, format).toEqual({ code: 0, errors: "" });
    }
    expect(existsSync(join(folder, "brat/x/c.ann"))).toBe(true);
    expect(existsSync(join(folder, "webanno/pressmark-mark-layer.json"))).toBe(true);
    const again = read(join(folder, "jsonld/x/c.txt.annotations.jsonld"), "c.txt");
    expect(wordsIn(dump, again).sort()).toEqual([headline, headline, inBody].sort());
  });
});
