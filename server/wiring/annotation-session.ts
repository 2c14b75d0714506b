import type { AnnotationChange, PendingAnnotations } from "../annotations-protocol.ts";
import { anchorAnnotations } from "../core/annotations/anchor-annotations.ts";
import type { Annotation, AnnotationCollection } from "../core/annotations/annotation.ts";
import { describeTargets } from "../core/annotations/describe-targets.ts";
import { emptyCollection } from "../core/annotations/make-annotation.ts";
import { mergeCollections } from "../core/annotations/merge-collections.ts";
import type { CleanUp } from "../core/annotations/move-through-clean-up.ts";
import { readCollection } from "../core/annotations/read-collection.ts";
import { writeCollection } from "../core/annotations/write-collection.ts";
import type { Phrases } from "../core/text/phrases.ts";
import {
  type ChangeContext,
  changeAnnotations,
  withAnnotations,
} from "../features/shared/change-annotations.ts";
import { fileNameOf } from "../features/shared/file-name.ts";
import { followChange } from "../features/shared/follow-edits.ts";
import { createPlaceHistory, isTouched } from "../features/shared/place-history.ts";
import { invalidParams } from "./guard.ts";
import { newId, sha256 } from "./identities.ts";
import type { SourceDocument } from "./source-document.ts";

/** So many changes can be taken back. */
const MOST_UNDO_STEPS = 200;

/** The marks that a change replaced or removed, as they were; undefined for those that it made. They move with the text. */
type UndoStep = Map<string, Annotation | undefined>;

export interface WrittenSidecar {
  /** The version of the document that it describes. */
  readonly version: number;
  /** Null when nothing is marked and there was no sidecar. */
  readonly text: string | null;
}

/** The annotations of one open document, which follow its text. */
export interface AnnotationSession {
  readonly document: SourceDocument;
  readonly collection: AnnotationCollection;
  /** Why the sidecar was not understood; then it is neither changed nor written. */
  readonly problem: string | null;
  readonly isChanged: boolean;
  readonly canUndo: boolean;
  /** The next version of the document. */
  follow(document: SourceDocument, cleanUp: CleanUp | undefined): void;
  change(change: AnnotationChange, context: ChangeContext): void;
  /** Takes in what somebody else wrote. */
  merge(sidecar: string | null): Promise<void>;
  /** What is to be written. */
  sidecar(): Promise<WrittenSidecar>;
  /** What `sidecar` answered was written. */
  written(text: string): void;
}

/** Reads the sidecar of a document that was opened, and what was marked in it before and never written. */
export async function openAnnotationSession(
  opened: SourceDocument,
  sidecar: string | null,
  pending: PendingAnnotations | null,
  phrases: Phrases,
): Promise<AnnotationSession> {
  const dumpName = fileNameOf(opened.uri);
  const history = createPlaceHistory();
  const steps: UndoStep[] = [];
  let document = opened;
  let base = emptyCollection(dumpName);
  let mine = base;
  let problem: string | null = null;
  let isChanged = false;
  /** What was handed out to be written, by its text. */
  let handedOut: { readonly text: string; readonly collection: AnnotationCollection } | undefined;

  function readText(text: string): AnnotationCollection | undefined {
    return readCollection(text, { dumpName, sources: "own", newId }).collection;
  }

  /** The sidecar; notes what is wrong with it. */
  function read(text: string | null): AnnotationCollection | undefined {
    if (text === null) {
      problem = null;
      return emptyCollection(dumpName);
    }
    const { collection, problems } = readCollection(text, { dumpName, sources: "own", newId });
    problem =
      collection === undefined
        ? phrases.say(
            "The annotations beside this file cannot be read, so nothing is written over them. {0}",
            phrases.say(problems[0]?.reason ?? ""),
          )
        : null;
    return collection;
  }

  /** Works on the text of now: hashing takes a while, in which the text may have changed. */
  async function withHash<Result>(work: (hash: string) => Result): Promise<Result> {
    for (;;) {
      const hashed = document;
      const hash = await sha256(hashed.lines.text);
      if (hashed === document) {
        return work(hash);
      }
    }
  }

  function anchored(
    { dump }: AnnotationCollection,
    annotations: readonly Annotation[],
    hash: string,
  ): readonly Annotation[] {
    const isSameText = dump.sha256 === hash;
    return anchorAnnotations(document.lines.text, annotations, { isSameText, oldLength: dump.length })
      .annotations;
  }

  /** As it is to be written, and to be compared. */
  function described(hash: string): AnnotationCollection {
    const annotations = describeTargets(document.lines.text, mine.annotations);
    return {
      ...mine,
      annotations,
      dump: { name: dumpName, sha256: hash, length: document.lines.text.length },
    };
  }

  function mergeWith(theirs: AnnotationCollection, hash: string): void {
    const merged = mergeCollections(base, described(hash), theirs);
    const strange = merged.collection.annotations.filter(({ id }) => merged.toAnchor.has(id));
    const found = new Map(anchored(theirs, strange, hash).map((one) => [one.id, one]));
    mine = withAnnotations(
      merged.collection,
      merged.collection.annotations.map((one) => found.get(one.id) ?? one),
    );
    base = theirs;
  }

  function record(before: AnnotationCollection): void {
    const step: UndoStep = new Map();
    const was = new Map(before.annotations.map((one) => [one.id, one]));
    for (const one of mine.annotations) {
      if (was.get(one.id) !== one) {
        step.set(one.id, was.get(one.id));
      }
      was.delete(one.id);
    }
    for (const [id, removed] of was) {
      step.set(id, removed);
    }
    if (step.size > 0) {
      isChanged = true;
      steps.push(step);
      steps.splice(0, steps.length - MOST_UNDO_STEPS);
    }
  }

  function undo(): void {
    const step = steps.pop();
    if (step === undefined) {
      return;
    }
    const others = mine.annotations.filter(({ id }) => !step.has(id));
    const restored = [...step.values()].filter((one) => one !== undefined);
    mine = withAnnotations(mine, [...others, ...restored]);
    isChanged = true;
  }

  function importFrom(text: string): void {
    const { collection, problems } = readCollection(text, { dumpName, sources: "any", newId });
    if (collection === undefined) {
      throw invalidParams(
        problems[0] === undefined ? phrases.say("It holds no annotations.") : phrases.say(problems[0].reason),
      );
    }
    const isSameText = false;
    const oldLength = collection.dump.length;
    const found = anchorAnnotations(document.lines.text, collection.annotations, { isSameText, oldLength });
    const annotations = describeTargets(document.lines.text, mine.annotations);
    const merged = mergeCollections(
      emptyCollection(dumpName),
      { ...mine, annotations },
      {
        ...collection,
        annotations: found.annotations,
      },
    );
    // What the import does not change stays the same object: that is how a change is told.
    const before = new Map(annotations.map((one, index) => [one, mine.annotations[index] as Annotation]));
    mine = withAnnotations(
      mine,
      merged.collection.annotations.map((one) => before.get(one) ?? one),
    );
  }

  /** Moves the marks, and those that an undo would bring back. */
  function follow(next: SourceDocument, cleanUp: CleanUp | undefined): void {
    const before = document.lines.text;
    const after = next.lines.text;
    const { edits } = next;
    document = next;
    if (before === after) {
      return;
    }
    const waiting = steps.flatMap((step) => [...step.values()].filter((one) => one !== undefined));
    // The living ones come last: where one stands in both lists, its place is what is remembered.
    const all = [...waiting, ...mine.annotations];
    const moved = history.recall(after, followChange(all, { before, after, edits, cleanUp }));
    const own = moved.slice(waiting.length);
    const isLossy = own.some((one, index) =>
      isTouched(mine.annotations[index] as Annotation, before, one, after),
    );
    if (cleanUp !== undefined || isLossy) {
      history.remember(before, all);
      history.remember(after, moved);
    }
    mine = withAnnotations(mine, own);
    let index = 0;
    for (const step of steps) {
      for (const [id, one] of step) {
        step.set(id, one && moved[index++]);
      }
    }
  }

  function write(hash: string): WrittenSidecar {
    const { version } = document;
    const collection = described(hash);
    if (isEmpty(collection) && isEmpty(base)) {
      handedOut = undefined;
      return { version, text: null };
    }
    const text = writeCollection(collection);
    handedOut = { text, collection };
    return { version, text };
  }

  /** What was marked and never written is merged into what the sidecar says by now. */
  function start(theirs: AnnotationCollection, hash: string): void {
    base = theirs;
    mine = withAnnotations(theirs, anchored(theirs, theirs.annotations, hash));
    const put = pending && readText(pending.text);
    if (put) {
      base = (pending.base === null ? undefined : readText(pending.base)) ?? emptyCollection(dumpName);
      mine = withAnnotations(put, anchored(put, put.annotations, hash));
      mergeWith(theirs, hash);
      isChanged = true;
    }
  }

  const found = read(sidecar);
  if (found !== undefined) {
    await withHash((hash) => start(found, hash));
  }

  return {
    get document() {
      return document;
    },
    get collection() {
      return mine;
    },
    get problem() {
      return problem;
    },
    get isChanged() {
      return isChanged;
    },
    get canUndo() {
      return steps.length > 0;
    },
    follow,
    change(change, context) {
      const before = mine;
      switch (change.kind) {
        case "undo":
          return undo();
        case "import":
          importFrom(change.text);
          return record(before);
        default:
          mine = changeAnnotations(mine, change, context);
          if (change.kind === "place" || (change.kind === "edit" && change.patch.statement !== undefined)) {
            history.forget();
          }
          return record(before);
      }
    },
    async merge(text) {
      const theirs = read(text);
      if (theirs !== undefined) {
        await withHash((hash) => mergeWith(theirs, hash));
      }
    },
    sidecar: () => withHash(write),
    written(text) {
      const known = handedOut?.text === text ? handedOut.collection : read(text);
      if (known !== undefined) {
        base = known;
        isChanged = false;
      }
    },
  };
}

function isEmpty({ annotations, foreign }: AnnotationCollection): boolean {
  return annotations.length === 0 && foreign.length === 0;
}
