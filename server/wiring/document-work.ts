import type { Steps } from "../core/text/steps.ts";
import type { Analysis, Ignoring, Reading } from "../features/feature-context.ts";
import type { AnalysisStore } from "./analysis-store.ts";
import type { Settings } from "./read-settings.ts";
import type { Slice, SlicedWork, Slices } from "./slices.ts";
import type { SourceDocument } from "./source-document.ts";
import { OutOfTime, timeLimit } from "./time-limit.ts";

/**
 * The reading and checking of open documents, in slices, one of each at a time for a document. What was begun for a version is done even when there
 * is a newer one, as that is read from it: who types all the time would else never see a long document checked. The
 * requests for the old version end at once, all the same.
 */
export interface DocumentWork {
  /** Takes note of a version that was opened or that an edit made. */
  follow(document: SourceDocument): void;
  forget(uri: string): void;
  /** What is known already; undefined where it has to be worked out. */
  knownReading(document: SourceDocument): Reading | undefined;
  knownAnalysis(document: SourceDocument, wanted: Wanted): Analysis | undefined;
  /** Whether an analysis is there, or takes no longer than a request may wait. */
  isShort(document: SourceDocument): boolean;
  /**
   * Goes on with the work that leads to a reading. When what comes back settles the caller looks whether it is known, and still wanted, and asks again
   * if it is not.
   *
   * @throws OutOfTime where this version took too long before.
   */
  read(document: SourceDocument): Promise<unknown>;
  /** The same for an analysis of a document that is read. */
  analyse(document: SourceDocument, wanted: Wanted): Promise<unknown>;
  /** Does other work on a document that is read. */
  answer<Result>(document: SourceDocument, steps: Steps<Result>): Slice<Result>;
}

/** What an analysis depends on besides the text. */
export interface Wanted {
  readonly settings: Settings;
  readonly ignoring: Ignoring | undefined;
}

interface Task {
  readonly settings: Settings | undefined;
  readonly slice: Slice<unknown>;
}

const REPEATED = true;

export function createDocumentWork(analyses: AnalysisStore, slices: Slices): DocumentWork {
  const readings = new Map<string, Task>();
  const checks = new Map<string, Task>();

  /** What was left in the middle knows of half a version. */
  function drop(uri: string): void {
    for (const tasks of [readings, checks]) {
      tasks.get(uri)?.slice.abandon();
      tasks.delete(uri);
    }
    analyses.forget(uri);
  }

  function start(
    tasks: Map<string, Task>,
    document: SourceDocument,
    { settings, ...work }: Pick<SlicedWork<unknown>, "kind" | "steps"> & Pick<Task, "settings">,
  ): Promise<unknown> {
    const limit = analyses.isSmallStep(document) ? undefined : timeLimit(document.lines.text.length);
    const slice = slices.start({ ...work, limit });
    const task = { settings, slice };
    tasks.set(document.uri, task);
    const end = (): void => {
      if (tasks.get(document.uri) === task) {
        tasks.delete(document.uri);
      }
    };
    return slice.result.then(end, (error: unknown) => {
      // Whoever abandoned it has seen to the rest.
      if (tasks.get(document.uri) === task) {
        drop(document.uri);
        if (error instanceof OutOfTime) {
          analyses.giveUp(document);
        }
      }
      throw error;
    });
  }

  /** A text that took too long once is not tried again before it is another one. */
  function throwIfGivenUp(document: SourceDocument): void {
    if (analyses.isGivenUp(document)) {
      throw new OutOfTime(timeLimit(document.lines.text.length), REPEATED);
    }
  }

  return {
    follow(document) {
      if (document.edits === undefined) {
        // Nothing of the text before is left.
        drop(document.uri);
      }
      analyses.follow(document);
    },
    forget: drop,
    knownReading: (document) => analyses.knownReading(document),
    knownAnalysis: (document, { settings, ignoring }) => analyses.knownAnalysis(document, settings, ignoring),
    isShort: (document) => analyses.isSmallStep(document),
    answer(document, steps) {
      const limit = analyses.isSmallStep(document) ? undefined : timeLimit(document.lines.text.length);
      return slices.start({ kind: "structure", steps, limit });
    },
    async read(document) {
      throwIfGivenUp(document);
      const running = readings.get(document.uri);
      return running === undefined
        ? start(readings, document, {
            kind: "structure",
            steps: analyses.read(document),
            settings: undefined,
          })
        : running.slice.result;
    },
    async analyse(document, { settings, ignoring }) {
      throwIfGivenUp(document);
      const running = checks.get(document.uri);
      if (running !== undefined && running.settings === settings) {
        return running.slice.result;
      }
      if (running !== undefined) {
        // With other settings everything is checked anew.
        running.slice.abandon();
        checks.delete(document.uri);
      }
      return start(checks, document, {
        kind: "whole",
        steps: analyses.analyse(document, settings, ignoring),
        settings,
      });
    },
  };
}
