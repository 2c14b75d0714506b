import { ignoreKey } from "../core/checks/shared/ignore-entry.ts";
import { readIgnoreList, withIgnoreEntry, withoutIgnoreEntries } from "../core/checks/shared/ignore-list.ts";
import type { Phrases } from "../core/text/phrases.ts";
import type { IgnoredEntriesResult, IgnoreParams, IgnoreResult, RemoveIgnoredParams } from "../protocol.ts";
import type { Analysis } from "./feature-context.ts";
import { identifyFindings } from "./shared/identify-findings.ts";
import { ignoreEntryFor } from "./shared/ignore-actions.ts";

/**
 * The ignore file's text with one finding, or its check in its file or on its site, put into it. The file is written by who
 * asked.
 */
export function provideIgnoreList(analysis: Analysis, params: IgnoreParams): IgnoreResult {
  const found = identifyFindings(analysis.text, analysis.findings).find(
    ({ fingerprint }) => fingerprint === params.fingerprint,
  );
  const entry = found === undefined ? undefined : ignoreEntryFor(analysis, found.finding, params.scope);
  if (entry === undefined) {
    return { list: null, problem: analysis.phrases.say("The finding is not there any more.") };
  }
  return changed(params.list, analysis.phrases, (list) => withIgnoreEntry(list, entry));
}

export function provideIgnoredEntries(list: string | null, phrases: Phrases): IgnoredEntriesResult {
  const { entries, problem } = readIgnoreList(list ?? undefined);
  return {
    entries: entries.map((entry) => ({
      key: ignoreKey(entry),
      check: entry.check,
      file: entry.file ?? null,
      site: entry.site ?? null,
      text: entry.text ?? null,
      isWholeCheck: entry.fingerprint === undefined,
    })),
    problem: problem === undefined ? null : phrases.say(problem),
  };
}

export function provideListWithout({ list, keys }: RemoveIgnoredParams, phrases: Phrases): IgnoreResult {
  return changed(list, phrases, (text) => withoutIgnoreEntries(text, new Set(keys)));
}

function changed(
  list: string | null,
  phrases: Phrases,
  change: (list: string | undefined) => string,
): IgnoreResult {
  const { problem } = readIgnoreList(list ?? undefined);
  return problem === undefined
    ? { list: change(list ?? undefined), problem: null }
    : { list: null, problem: phrases.say(problem) };
}
