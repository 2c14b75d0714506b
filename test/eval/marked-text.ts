/**
 * Text with the truth about it. Spans are offsets into `text` (UTF-16 code units); lines end with "\n" until the whole
 * dump is written out.
 */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export type Mark = PlantMark | PartnerMark | DecoyMark | ToleranceMark;

interface Placed {
  readonly start: number;
  readonly end: number;
}

export type Group = "duplicates" | "links" | "noise";

/** What is wrong, and what is to be said about it. */
export interface Plant {
  readonly group: Group;
  /** The trouble, in the words of the issue; a row of the report. */
  readonly kind: string;
  /** The ids of the checks that may report it, the best first. */
  readonly checks: readonly string[];
  /** What `data.kind` may say; anything when missing. */
  readonly dataKinds?: readonly string[];
  readonly scope?: "article" | "file";
  /** The targets of the repaired links in order; `null` where no one can know; missing for what is no link. */
  readonly repaired?: readonly (string | null)[];
  /** The text as it was before the damage, where the fixes of the findings are to bring it back. */
  readonly mended?: string;
  /** Whether several findings inside the span are one answer: words damaged one by one, lines of one notice. */
  readonly allowsSeveral?: true;
}

export interface PlantMark extends Placed, Plant {
  readonly mark: "plant";
  readonly id: PlantId;
}

/** The other passage of a pair of which either may be reported. */
export interface PartnerMark extends Placed {
  readonly mark: "partner";
  readonly of: PlantId;
}

/** What looks like a trouble and is none: a finding of any of the three groups on it is a false alarm. */
export interface DecoyMark extends Placed {
  readonly mark: "decoy";
  readonly group: Group;
  readonly kind: string;
}

/** A place where findings of a check prove nothing: what is there is no plant and no decoy. */
export interface ToleranceMark extends Placed {
  readonly mark: "tolerance";
  readonly checks: readonly string[];
}

/** Known by identity: a fresh object for every plant. */
export interface PlantId {
  readonly kind: string;
}

export function plain(text: string): MarkedText {
  return { text, marks: [] };
}

/** The whole text as one plant. */
export function planted(text: string, plant: Plant, id: PlantId = { kind: plant.kind }): MarkedText {
  return { text, marks: [{ mark: "plant", id, start: 0, end: text.length, ...plant }] };
}

export function decoy(text: string, group: Group, kind: string): MarkedText {
  return { text, marks: [{ mark: "decoy", group, kind, start: 0, end: text.length }] };
}

export function withPartner(content: MarkedText, of: PlantId): MarkedText {
  const partner: PartnerMark = { mark: "partner", of, start: 0, end: content.text.length };
  return { text: content.text, marks: [...content.marks, partner] };
}

export function tolerating(content: MarkedText, checks: readonly string[]): MarkedText {
  const tolerance: ToleranceMark = { mark: "tolerance", checks, start: 0, end: content.text.length };
  return { text: content.text, marks: [...content.marks, tolerance] };
}

export function joinMarked(parts: readonly MarkedText[], separator = ""): MarkedText {
  const texts: string[] = [];
  const marks: Mark[] = [];
  let at = 0;
  for (const part of parts) {
    if (texts.length > 0) {
      texts.push(separator);
      at += separator.length;
    }
    for (const mark of part.marks) {
      marks.push({ ...mark, start: mark.start + at, end: mark.end + at });
    }
    texts.push(part.text);
    at += part.text.length;
  }
  return { text: texts.join(""), marks };
}

/** Writes every line break as given by its number in the text, and moves the marks along. */
export function withLineBreaks(content: MarkedText, lineBreak: (index: number) => string): MarkedText {
  const parts = content.text.split("\n");
  const oldStarts: number[] = [];
  const newStarts: number[] = [];
  const written: string[] = [];
  let oldAt = 0;
  let newAt = 0;
  for (const [index, part] of parts.entries()) {
    oldStarts.push(oldAt);
    newStarts.push(newAt);
    const ending = index < parts.length - 1 ? lineBreak(index) : "";
    written.push(part, ending);
    oldAt += part.length + 1;
    newAt += part.length + ending.length;
  }
  const moved = (offset: number): number => {
    let low = 0;
    let high = oldStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((oldStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return (newStarts[low] as number) + offset - (oldStarts[low] as number);
  };
  return {
    text: written.join(""),
    marks: content.marks.map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) })),
  };
}
