import * as vscode from "vscode";
import type { AnnotationItem, AnnotationsState, StatementItem } from "../../server/annotations-protocol.ts";

type ProtocolRange = AnnotationItem["ranges"][number];

/** A mark, its places in the editor's terms. */
export interface Annotation extends Omit<AnnotationItem, "ranges" | "statement"> {
  readonly ranges: readonly vscode.Range[];
  readonly statement: Statement | null;
}

export interface Statement extends Omit<StatementItem, "content" | "cue" | "source"> {
  readonly content: readonly vscode.Range[];
  readonly cue: vscode.Range | null;
  readonly source: vscode.Range | null;
}

/** All that is marked in a document, as of one version of it. */
export interface DocumentAnnotations extends Omit<AnnotationsState, "annotations"> {
  readonly annotations: readonly Annotation[];
}

/** Columns are UTF-16 on both sides: VS Code offers nothing else. */
export function asRange({ start, end }: ProtocolRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function asProtocolRange({ start, end }: vscode.Range): ProtocolRange {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

export function asDocumentAnnotations(state: AnnotationsState): DocumentAnnotations {
  return { ...state, annotations: state.annotations.map(asAnnotation) };
}

/** From the first to the last place of a mark; undefined where it has none. */
export function extentOf({ ranges }: Annotation): vscode.Range | undefined {
  const [first] = ranges;
  const last = ranges.at(-1);
  return first && last && new vscode.Range(first.start, last.end);
}

/** The marks at a position, the shortest first: what is meant is what lies on top. */
export function annotationsAt(
  annotations: readonly Annotation[],
  position: vscode.Position,
): readonly Annotation[] {
  return annotations
    .filter(({ ranges }) => ranges.some((range) => range.contains(position)))
    .sort((first, second) => comparePlaces(second, first));
}

/** Whether two marks stand at the very same place. */
export function isAt(annotation: Annotation, range: vscode.Range): boolean {
  return extentOf(annotation)?.isEqual(range) === true;
}

/** By start, the longer one first where two start together. */
export function comparePlaces(first: Annotation, second: Annotation): number {
  const [one, other] = [extentOf(first), extentOf(second)];
  if (one === undefined || other === undefined) {
    return Number(one === undefined) - Number(other === undefined);
  }
  return one.start.compareTo(other.start) || other.end.compareTo(one.end);
}

function asAnnotation(item: AnnotationItem): Annotation {
  return {
    ...item,
    ranges: item.ranges.map(asRange),
    statement: item.statement && {
      ...item.statement,
      content: item.statement.content.map(asRange),
      cue: item.statement.cue && asRange(item.statement.cue),
      source: item.statement.source && asRange(item.statement.source),
    },
  };
}
