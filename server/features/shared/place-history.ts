import { type Annotation, targetsOf } from "../../core/annotations/annotation.ts";
import { hashTextWide } from "../../core/text/hash.ts";

/** So many states of the text are remembered; whoever undoes more than that finds marks by their edits alone. */
const MOST_STATES = 100;

/**
 * Where annotations stood in texts that an undo or a redo may bring back. Deleting takes places away that inserting the same
 * text again does not give back, so they are remembered with the text.
 */
export interface PlaceHistory {
  /** Remembers where annotations stand in a text. */
  remember(text: string, annotations: readonly Annotation[]): void;
  /** The annotations at the places they had when this very text was there before; those of which nothing is known stay. */
  recall(text: string, annotations: readonly Annotation[]): readonly Annotation[];
  forget(): void;
}

export function createPlaceHistory(): PlaceHistory {
  const states = new Map<string, ReadonlyMap<string, Annotation>>();
  const lengths = new Map<number, number>();

  function drop(key: string): void {
    if (states.delete(key)) {
      const length = lengthOf(key);
      const left = (lengths.get(length) ?? 1) - 1;
      left === 0 ? lengths.delete(length) : lengths.set(length, left);
    }
  }

  return {
    remember(text, annotations) {
      const key = keyOf(text);
      drop(key);
      states.set(key, new Map(annotations.map((annotation) => [annotation.id, annotation])));
      lengths.set(text.length, (lengths.get(text.length) ?? 0) + 1);
      const [oldest] = states.keys();
      if (states.size > MOST_STATES && oldest !== undefined) {
        drop(oldest);
      }
    },
    recall(text, annotations) {
      const known = lengths.has(text.length) ? states.get(keyOf(text)) : undefined;
      return known === undefined
        ? annotations
        : annotations.map((annotation) => atPlacesOf(annotation, known.get(annotation.id)));
    },
    forget() {
      states.clear();
      lengths.clear();
    },
  };
}

/** Whether words were put into a mark, or taken from it, or it lost its place. */
export function isTouched(old: Annotation, before: string, annotation: Annotation, after: string): boolean {
  if (old === annotation) {
    return false;
  }
  return wordsOf(old, before) !== wordsOf(annotation, after);
}

function wordsOf(annotation: Annotation, text: string): string {
  return [...targetsOf(annotation)]
    .map(({ target: { position, orphan } }) =>
      position === undefined || orphan !== undefined ? "" : text.slice(position.start, position.end),
    )
    .join("\n");
}

/** What the annotation says now, where the other one stood. */
function atPlacesOf(annotation: Annotation, known: Annotation | undefined): Annotation {
  if (known === undefined) {
    return annotation;
  }
  const { statement } = annotation;
  const { source } = statement ?? {};
  return {
    ...annotation,
    targets: known.targets,
    ...(statement !== undefined && {
      statement: {
        ...statement,
        cues: known.statement?.cues ?? statement.cues,
        ...(source !== undefined && {
          source: { ...source, targets: known.statement?.source?.targets ?? source.targets },
        }),
      },
    }),
  };
}

function keyOf(text: string): string {
  return `${text.length}:${hashTextWide(text)}`;
}

function lengthOf(key: string): number {
  return Number(key.slice(0, key.indexOf(":")));
}
