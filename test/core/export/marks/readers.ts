/** Readers of the export formats, written from their specifications and knowing nothing of the writers. */

/** RFC 4180. */
export function readCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      at++;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) throw new Error("A quoted cell has no end.");
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== "\r") cell += text[at++];
    }
    row.push(cell);
    if (text[at] === delimiter) at++;
    else if (text.startsWith("\r\n", at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else
      throw new Error(
        `Neither delimiter nor line end behind a cell: ${JSON.stringify(text.slice(at, at + 9))}`,
      );
  }
  return rows;
}

export interface BratAnnotation {
  readonly type: string;
  readonly fragments: readonly string[];
  readonly text: string;
}

/** https://brat.nlplab.org/standoff.html; offsets count code points, as Python does. */
export function readBrat(text: string, standoff: string) {
  const points = Array.from(text);
  const bounds = new Map<string, BratAnnotation>();
  const others: string[][] = [];
  for (const line of standoff.split("\n").slice(0, -1)) {
    const [id, middle, words] = line.split("\t") as [string, string, string?];
    if (id.startsWith("T")) {
      const [, type, places] = /^(\S+) (.+)$/u.exec(middle) as unknown as [string, string, string];
      const fragments = places.split(";").map((place) => {
        const [start, end] = place.split(" ").map(Number) as [number, number];
        return points.slice(start, end).join("");
      });
      bounds.set(id, { type, fragments, text: words ?? "" });
    } else others.push([id, ...middle.split(" "), ...(words === undefined ? [] : [words])]);
  }
  return { bounds, others };
}

export interface TsvMark {
  text: string;
  readonly features: readonly string[];
  readonly first: string;
}

/** The WebAnno TSV 3 section of INCEpTION's user guide: marks put together from the units that carry their number. */
export function readWebanno(tsv: string) {
  const [format, layer, links, ...rest] = tsv.split("\n") as [string, string, string, ...string[]];
  const count = layer.split("|").length - 1;
  const marks = new Map<string, TsvMark>();
  const relations: { type: string; address: string; from: string; to: string; at: string }[] = [];
  let base = "";
  let sentence = { text: "", start: 0 };
  let isFirst = false;
  for (const line of rest) {
    if (line.startsWith("#Text=")) {
      base = unescaped(line.slice(6));
      isFirst = true;
    } else if (line !== "") {
      const cells = line.split("\t") as [string, string, string, ...string[]];
      const [start, end] = cells[1].split("-").map(Number) as [number, number];
      if (isFirst) sentence = { text: base, start };
      isFirst = false;
      const words = sentence.text.slice(start - sentence.start, end - sentence.start);
      if (unescaped(cells[2]) !== words) throw new Error(`${cells[0]}: ${cells[2]} is not ${words}.`);
      const features = cells.slice(3, 3 + count).map(values);
      for (const [index, value] of (features[0] ?? []).entries()) {
        const id = numberOf(value);
        const mark = marks.get(id);
        const own = features.map((column) => unescaped((column[index] ?? "").replace(/\[\d+\]$/u, "")));
        if (mark === undefined) marks.set(id, { text: words, features: own, first: cells[0] });
        else mark.text += ` ${words}`;
      }
      const [types, targets] = [values(cells[3 + count] ?? "_"), values(cells[4 + count] ?? "_")];
      for (const [index, type] of types.entries()) {
        const [, address, from, to] = /^(.*)\[(\d+)_(\d+)\]$/u.exec(targets[index] ?? "") as unknown as [
          string,
          string,
          string,
          string,
        ];
        relations.push({ type, address, from, to, at: cells[0] });
      }
    }
  }
  return { format, layer, links, marks, relations };
}

function values(cell: string): string[] {
  return cell === "_" ? [] : cell.split(/(?<!\\)\|/u);
}

function numberOf(value: string): string {
  return /\[(\d+)\]$/u.exec(value)?.[1] ?? "";
}

function unescaped(text: string): string {
  return text.replace(/\\(->|.)/gu, (_, character: string) =>
    character === "t" ? "\t" : character === "n" ? "\n" : character === "r" ? "\r" : character,
  );
}
