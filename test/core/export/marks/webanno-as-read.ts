/**
 * WebAnno TSV 3.3 as INCEpTION's own reader takes it (Tsv3XDeserializer), which is stricter than the format's description: what must stand on
 * which line, how the text is put together of the sentences, how a mark grows with each unit that has its number, and what ties relations.
 */
export interface ReadMark {
  readonly start: number;
  end: number;
  readonly features: readonly (string | undefined)[];
}

export interface ReadDocument {
  readonly text: string;
  readonly marks: readonly ReadMark[];
  readonly links: readonly {
    readonly type: string | undefined;
    readonly from: ReadMark;
    readonly to: ReadMark;
  }[];
}

export function readAsInception(tsv: string): ReadDocument {
  const lines = tsv.split("\n");
  if (lines.pop() !== "") throw new Error("The last line has no end.");
  const [format, spanLayer = "", linkLayer = "", firstBlank, secondBlank, ...content] = lines;
  if (format !== "#FORMAT=WebAnno TSV 3.3") throw new Error(`Another format: ${format}`);
  if (firstBlank !== "" || secondBlank !== "") throw new Error("Two empty lines stand behind the layers.");
  const featureCount = columnsOf(spanLayer, "#T_SP=");
  const fieldCount = 3 + featureCount + columnsOf(linkLayer, "#T_RL=");
  let text = "";
  let header: string | undefined;
  let isInSentence = false;
  const byNumber = new Map<string, ReadMark>();
  const atUnit = new Map<string, Map<string, ReadMark>>();
  const deferred: { type: string; reference: string; unit: string }[] = [];
  for (const line of content) {
    if (line.startsWith("#Text=") && !isInSentence) {
      header = `${header ?? ""}${unescapedText(line.slice("#Text=".length))}\n`;
      continue;
    }
    if (line === "") {
      if (!isInSentence) throw new Error("A sentence has no tokens.");
      isInSentence = false;
      continue;
    }
    const fields = line.split("\t");
    const [unit = "", place = ""] = fields;
    if (fields.length < fieldCount) throw new Error(`Too few fields: ${line}`);
    const [start = NaN, end = NaN] = place.split("-").map(Number);
    if (header !== undefined) {
      text = text.length > start ? text.slice(0, -1) : text.padEnd(start, " ");
      if (text.length !== start)
        throw new Error(`The text is ${text.length} long before ${unit} at ${start}.`);
      text += header;
      header = undefined;
      isInSentence = true;
    }
    if (!isInSentence) throw new Error(`No sentence was begun before ${unit}.`);
    const columns = fields.slice(3, 3 + featureCount).map(stacked);
    const marks = new Map<string, ReadMark>();
    for (const [index, value] of (columns[0] ?? []).entries()) {
      const number = bracketed(value);
      const known = byNumber.get(number);
      const mark = known ?? { start, end, features: columns.map((column) => featureOf(column[index] ?? "")) };
      mark.end = end;
      byNumber.set(number, mark);
      marks.set(number, mark);
    }
    atUnit.set(unit, marks);
    const [types = "_", references = "_"] = fields.slice(3 + featureCount);
    for (const [index, type] of stacked(types).entries()) {
      deferred.push({ type, reference: stacked(references)[index] ?? "", unit });
    }
  }
  const links = deferred.map(({ type, reference, unit }) => {
    const [from = "", to = ""] = bracketed(reference).split("_");
    const source = atUnit.get(reference.slice(0, reference.lastIndexOf("[")))?.get(from);
    const target = atUnit.get(unit)?.get(to);
    if (source === undefined || target === undefined)
      throw new Error(`${reference} at ${unit} leads nowhere.`);
    return { type: unescapedValue(type), from: source, to: target };
  });
  return { text, marks: [...byNumber.values()], links };
}

function columnsOf(layer: string, prefix: string): number {
  if (!layer.startsWith(prefix)) throw new Error(`No layer: ${layer}`);
  return layer.split("|").length - 1;
}

function stacked(cell: string): readonly string[] {
  return cell === "_" ? [] : cell.split(/(?<!\\)\|/u);
}

function bracketed(value: string): string {
  if (!value.endsWith("]") || value.endsWith("\\]")) throw new Error(`No number: ${value}`);
  return value.slice(value.lastIndexOf("[") + 1, -1);
}

function featureOf(value: string): string | undefined {
  const own = value.slice(0, value.lastIndexOf("["));
  return own === "*" ? undefined : unescapedValue(own);
}

/** In values these, and no others. */
function unescapedValue(value: string): string {
  return value.replace(/\\(->|[\\[\]|_;tn*])/gu, (_, sign: string) =>
    sign === "t" ? "\t" : sign === "n" ? "\n" : sign,
  );
}

function unescapedText(text: string): string {
  const signs: Readonly<Record<string, string>> = { t: "\t", n: "\n", f: "\f", r: "\r", b: "\b", "\\": "\\" };
  return text.replace(/\\([tnfrb\\])/gu, (_, sign: string) => signs[sign] ?? sign);
}
