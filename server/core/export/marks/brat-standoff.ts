import { sliceSpan } from "../../text/span.ts";
import { type AnnotatedDump, type TypedMark, typedMarks } from "./annotated-dump.ts";
import { partsByLine, plainLines } from "./plain-lines.ts";

/** A dump for brat (https://brat.nlplab.org/standoff.html): text and standoff go together. */
export interface BratDocument {
  /** With LF for line breaks: brat counts code points of what it reads, and readers differ about CR LF. */
  readonly text: string;
  readonly standoff: string;
}

/**
 * Marks as text-bound annotations, parts on several lines as fragments; a statement as an Attribution event of its cue with
 * Source and Content, or, without a cue, as relations; kind and name of a source as attribute and note; notes as
 * AnnotatorNotes. Types are written with `_` for what brat does not allow in them.
 */
export function bratDocument(annotated: AnnotatedDump): BratDocument {
  const { dump } = annotated;
  const lines = plainLines(dump.text);
  const { marks, links } = typedMarks(annotated);
  const ids = new Map<string, string>();
  const rows: string[] = [];
  const notes: string[] = [];
  const note = (id: string, text: string) => {
    notes.push(`#${notes.length + 1}\tAnnotatorNotes ${id}\t${onOneLine(text)}`);
  };
  for (const mark of marks) {
    const fragments = mark.spans.flatMap((span) => partsByLine(dump.text, span));
    if (fragments.length === 0) continue;
    const id = `T${ids.size + 1}`;
    ids.set(mark.key, id);
    const places = fragments
      .map(({ start, end }) => `${lines.pointAt(start)} ${lines.pointAt(end)}`)
      .join(";");
    const words = fragments.map((span) => sliceSpan(dump.text, span)).join(" ");
    rows.push(`${id}\t${bratName(typeOf(mark))} ${places}\t${words}`);
    for (const text of mark.role === "content" ? mark.annotation.notes.map((each) => each.text) : []) {
      note(id, text);
    }
  }
  let events = 0;
  let relations = 0;
  let attributes = 0;
  const eventIds = new Map<string, string>();
  for (const { annotation, role, key } of marks) {
    const id = ids.get(key);
    if (id === undefined) continue;
    const source = ids.get(`${annotation.id}#source`);
    const cue = ids.get(`${annotation.id}#cue`);
    if (role === "source") {
      const { kind, name } = annotation.statement?.source ?? {};
      if (kind !== undefined) {
        attributes++;
        rows.push(`A${attributes}\tKind ${id} ${bratName(kind)}`);
      }
      if (name !== undefined) note(id, name);
    } else if (role === "cue") {
      events++;
      const content = ids.get(annotation.id);
      const roles = [source && `Source:${source}`, content && `Content:${content}`].filter(Boolean).join(" ");
      rows.push(`E${events}\tAttribution:${id} ${roles}`.trimEnd());
      eventIds.set(annotation.id, `E${events}`);
    } else if (key === annotation.id && source !== undefined && cue === undefined) {
      relations++;
      rows.push(`R${relations}\tSaidBy Arg1:${id} Arg2:${source}`);
    }
  }
  for (const { type, from, to } of links) {
    const [one, other] = [ids.get(from), ids.get(to)];
    if (type === "within" && one !== undefined && other !== undefined) {
      relations++;
      rows.push(`R${relations}\tWithin Arg1:${one} Arg2:${other}`);
    }
  }
  const all = [...rows, ...notes];
  return { text: lines.text, standoff: all.map((row) => `${row}\n`).join("") };
}

/** The file `annotation.conf` that tells brat the types in use. */
export function bratConfiguration(dumps: readonly AnnotatedDump[]): string {
  const marks = dumps.flatMap((annotated) => typedMarks(annotated).marks);
  const types = [
    ...new Set(marks.filter(({ role }) => role !== "cue").map((mark) => bratName(typeOf(mark)))),
  ].sort();
  return [
    "[entities]",
    ...types,
    "",
    "[relations]",
    "SaidBy\tArg1:<ENTITY>, Arg2:<ENTITY>",
    "Within\tArg1:<ENTITY>, Arg2:<ENTITY>",
    "",
    "[events]",
    "Attribution\tSource?:<ENTITY>, Content?:<ENTITY>",
    "",
    "[attributes]",
    "Kind\tArg:<ENTITY>, Value:person|described|government|organisation|group|document|media|unnamed|pronoun",
    "",
  ].join("\n");
}

/** The trigger of an event carries the event's own type. */
function typeOf({ role, type }: TypedMark): string {
  return role === "cue" ? "Attribution" : type;
}

/** Letters, digits, `_` and `-`, as brat wants; a letter or digit first. */
function bratName(type: string): string {
  const name = type.replaceAll(/[^\p{L}\p{N}_-]+/gu, "_").replace(/^[_-]+/u, "");
  return name === "" ? "mark" : name;
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
