import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import type { Annotation } from "../../../../server/core/annotations/annotation.ts";
import { readCollection } from "../../../../server/core/annotations/read-collection.ts";
import { placedSpans, typedMarks } from "../../../../server/core/export/marks/annotated-dump.ts";
import {
  type AnnotationFormat,
  exportAnnotations,
} from "../../../../server/core/export/marks/export-annotations.ts";
import { readBrat, readCsv, readWebanno } from "./readers.ts";
import { annotated, marks } from "./sample.ts";
import { readAsInception } from "./webanno-as-read.ts";

const { text } = annotated.dump;
const squeeze = (words: string) => words.replaceAll(/\s+/gu, "");

function exported(format: AnnotationFormat): string {
  return exportAnnotations([annotated], format)[0]?.text ?? "";
}

function wordsOf({ targets }: Annotation): string {
  return placedSpans(targets)
    .map(({ start, end }) => text.slice(start, end))
    .join(" … ");
}

describe("tables", () => {
  it("CSV has the columns asked for, and a row for each annotation, orphans too", () => {
    const [header, ...rows] = readCsv(exported("csv"), ",") as [string[], ...string[][]];
    expect(header.slice(0, 21).join(" ")).toBe(
      "file hash url headline publisher author published modified raw line start end label quote cue source name kind chain note annotator created",
    );
    expect(rows).toHaveLength(marks.length);
    const cell = (row: number, name: string) => rows[row]?.[header.indexOf(name)] ?? "";
    const order = rows.map((_, row) => cell(row, "id"));
    for (const mark of marks.slice(0, 4)) {
      const row = order.indexOf(mark.id);
      expect(cell(row, "quote")).toBe(wordsOf(mark));
      expect(
        text
          .slice(Number(cell(row, "start")), Number(cell(row, "end")))
          .startsWith(wordsOf(mark).slice(0, 5)),
      ).toBe(true);
      expect(cell(row, "hash")).toBe(annotated.sha256);
      expect(cell(row, "headline")).not.toBe("");
    }
    const statement = order.indexOf("urn:uuid:3");
    expect(cell(statement, "chain")).toBe("Meridian Wire ← Harbour Gazette");
    expect([cell(statement, "kind"), cell(statement, "name")]).toEqual(["media", "Harbour | Gazette_[x]"]);
    const note = order.indexOf("urn:uuid:1");
    expect(cell(note, "label")).toBe("loaded language; claim");
    expect(cell(note, "note")).toBe("=SUM(1)\nReally *so*?");
    expect(cell(note, "raw line")).toMatch(/^\d+-\d+$/u);
    const orphan = order.indexOf("urn:uuid:5");
    expect([cell(orphan, "start"), cell(orphan, "quote"), cell(orphan, "orphan")]).toEqual([
      "",
      "-gone",
      "Its text was deleted.",
    ]);
  });

  it("CSV for Excel has a byte order mark, the delimiter, and no cell that is a formula", () => {
    const table = exported("excel");
    expect(table.startsWith("\ufeff")).toBe(true);
    const rows = readCsv(table.slice(1), ";");
    expect(rows).toHaveLength(marks.length + 1);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    expect(rows.flat()).toContain("'=SUM(1)\nReally *so*?");
    expect(rows.flat()).toContain("'-gone");
    const tabs = exportAnnotations([annotated], "excel", "\t")[0]?.text ?? "";
    expect(readCsv(tabs.slice(1), "\t")).toEqual(rows);
  });

  it("JSON Lines holds the same with lists and numbers", () => {
    const rows = exported("jsonl")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).toHaveLength(marks.length);
    expect(rows.find(({ id }) => id === "urn:uuid:1")).toMatchObject({
      labels: ["loaded language", "claim"],
    });
    expect(rows.find(({ id }) => id === "urn:uuid:5")).not.toHaveProperty("start");
  });
});

describe("Markdown", () => {
  it("has front matter, and a footnote for each annotation that is referred to once", () => {
    const markdown = exported("md");
    const [, matter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(markdown) as unknown as [
      string,
      string,
      string,
    ];
    expect(parseYaml(matter)).toHaveProperty("title");
    for (let number = 1; number <= marks.length; number++) {
      expect(body.split(`[^${number}]`).length - 1, `footnote ${number}`).toBe(2);
      expect(body).toContain(`\n[^${number}]: `);
    }
  });
});

describe("programs for annotating", () => {
  it("Label Studio: offsets count code points of the text in the task", () => {
    const [task] = JSON.parse(exported("label-studio")) as [
      {
        data: { text: string };
        annotations: [
          {
            result: {
              id: string;
              type: string;
              value: { start: number; end: number; text: string; labels: string[] };
              from_id: string;
              to_id: string;
            }[];
          },
        ];
      },
    ];
    expect(task.data.text).not.toContain("\r");
    const points = Array.from(task.data.text);
    const { result } = task.annotations[0];
    const regions = result.filter(({ type }) => type === "labels");
    for (const { value } of regions) {
      expect(points.slice(value.start, value.end).join("")).toBe(value.text);
    }
    expect(regions.map(({ value }) => squeeze(value.text)).sort()).toEqual(
      typedMarks(annotated)
        .marks.flatMap(({ spans }) => spans.map(({ start, end }) => squeeze(text.slice(start, end))))
        .sort(),
    );
    const ids = new Set(regions.map(({ id }) => id));
    expect(ids.size).toBe(regions.length);
    for (const { from_id, to_id } of result.filter(({ type }) => type === "relation")) {
      expect([ids.has(from_id), ids.has(to_id)]).toEqual([true, true]);
    }
  });

  it("brat: fragments are the marked words, no line holds a line break, statements are events", () => {
    const files = exportAnnotations([annotated], "brat");
    const [document, standoff, configuration] = files.map((file) => file.text) as [string, string, string];
    expect(files.map(({ name }) => name)).toEqual([
      "harbour talks.txt",
      "harbour talks.ann",
      "annotation.conf",
    ]);
    expect(document).not.toContain("\r");
    const { bounds, others } = readBrat(document, standoff);
    for (const { fragments, text: words, type } of bounds.values()) {
      expect(words).toBe(fragments.join(" "));
      expect(words).not.toMatch(/\n/u);
      expect(type).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u);
    }
    const all = typedMarks(annotated).marks;
    expect([...bounds.values()].map(({ text: words }) => squeeze(words))).toEqual(
      all.map(({ spans }) => spans.map(({ start, end }) => squeeze(text.slice(start, end))).join("")),
    );
    const event = others.find(([id]) => id === "E1") as string[];
    const trigger = event[1]?.split(":")[1] ?? "";
    expect(bounds.get(trigger)?.type).toBe("Attribution");
    expect(event.slice(2).map((part) => part.split(":")[0])).toEqual(["Source", "Content"]);
    for (const [, , ...parts] of others.filter(([id]) => /^[RE]/u.test(id ?? ""))) {
      for (const part of parts) expect(bounds.has(part.split(":")[1] ?? "")).toBe(true);
    }
    for (const { type } of bounds.values()) expect(configuration).toContain(type);
  });

  it("WebAnno TSV: units are the text, marks are put together from them, relations lead to their first units", () => {
    const [tsv, layer, links] = exportAnnotations([annotated], "webanno").map((file) => file.text) as [
      string,
      string,
      string,
    ];
    const read = readWebanno(tsv);
    expect(read.format).toBe("#FORMAT=WebAnno TSV 3.3");
    const all = typedMarks(annotated).marks.flatMap(({ spans, type }) =>
      spans.map(({ start, end }) => ({ type, words: squeeze(text.slice(start, end)) })),
    );
    const found = [...read.marks.values()].map(({ text: words, features }) => ({
      type: features[0],
      words: squeeze(words),
    }));
    const sorted = (list: readonly object[]) => list.map((item) => JSON.stringify(item)).sort();
    expect(sorted(found)).toEqual(sorted(all));
    expect([...read.marks.values()].map(({ features }) => features[2])).toContain("Harbour | Gazette_[x]");
    expect(read.relations.map(({ type }) => type).sort()).toEqual([
      "continues",
      "cue",
      "source",
      "source",
      "within",
    ]);
    for (const { from, to, address, at } of read.relations) {
      expect(read.marks.get(from)?.first).toBe(address);
      expect(read.marks.get(to)?.first).toBe(at);
    }
    const markLayer = JSON.parse(layer) as { name: string; features: { name: string }[] };
    expect(`#T_SP=${markLayer.name}|${markLayer.features.map(({ name }) => name).join("|")}`).toBe(
      read.layer,
    );
    const linkLayer = JSON.parse(links) as { name: string; attach_type: { name: string } };
    expect(read.links).toBe(`#T_RL=${linkLayer.name}|type|BT_${linkLayer.attach_type.name}`);
  });
});

describe("WebAnno TSV in INCEpTION's reader", () => {
  const [tsv] = exportAnnotations([annotated], "webanno").map((file) => file.text) as [string];
  const read = readAsInception(tsv);
  const plain = text.replaceAll("\r\n", "\n");

  it("has the text, white space aside, and every mark at its place in it", () => {
    expect(squeeze(read.text)).toBe(squeeze(plain));
    const wanted = typedMarks(annotated).marks.flatMap(({ spans, type }) =>
      spans.map(({ start, end }) => {
        const words = text.slice(start, end).replaceAll("\r\n", "\n");
        const at = text.slice(0, start).replaceAll("\r\n", "\n").length;
        const lead = words.length - words.trimStart().length;
        return { type, start: at + lead, end: at + lead + words.trim().length };
      }),
    );
    const found = read.marks.map(({ start, end, features: [type] }) => ({ type, start, end }));
    const sorted = (list: readonly object[]) => list.map((item) => JSON.stringify(item)).sort();
    expect(sorted(found)).toEqual(sorted(wanted));
  });

  it("has names and notes as they were written, and links between the right marks", () => {
    const features = read.marks.flatMap((mark) => mark.features);
    expect(features).toContain("Harbour | Gazette_[x]");
    expect(features).toContain("=SUM(1)\nReally *so*?");
    expect(
      read.links.map(({ type, from, to }) => `${from.features[0]} -${type}-> ${to.features[0]}`).sort(),
    ).toEqual([
      "cue -cue-> statement",
      "source -source-> statement",
      "source -source-> statement",
      "statement -continues-> statement",
      "statement -within-> statement",
    ]);
  });

  it("has line breaks of every kind in a note as one that the reader knows", () => {
    const [first, ...others] = annotated.collection.annotations;
    const noted = { ...first, notes: [{ text: "one\r\ntwo\rthree", extra: {} }] } as Annotation;
    const collection = { ...annotated.collection, annotations: [noted, ...others] };
    const [file] = exportAnnotations([{ ...annotated, collection }], "webanno");
    expect(readAsInception(file?.text ?? "").marks.flatMap((mark) => mark.features)).toContain(
      "one\ntwo\nthree",
    );
  });
});

describe("JSON-LD", () => {
  it("is imported again as it was", () => {
    const [file] = exportAnnotations([annotated], "jsonld");
    expect(file?.name).toBe("harbour talks.txt.annotations.jsonld");
    const { collection, problems } = readCollection(file?.text ?? "", {
      dumpName: annotated.name,
      sources: "own",
    });
    expect(problems).toEqual([]);
    const byId = (list: readonly Annotation[] = []) =>
      [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(byId(collection?.annotations)).toEqual(byId(annotated.collection.annotations));
  });
});
