import { ALL_CHECKS } from "../server/core/checks/all.ts";

/** What is used of a check here, which keeps these functions testable without the real list. */
export interface DescribedCheck {
  readonly id: string;
  readonly summary: string;
  readonly severity: string;
  readonly builtInLevel?: "off";
  readonly bestFix: "safe" | "review" | "none";
  readonly group?: string;
}

interface ConfigurationSection {
  readonly title?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Manifest {
  readonly contributes?: {
    readonly configuration?: ConfigurationSection | readonly ConfigurationSection[];
  };
}

/** The settings editor shows a section of its own under this title; it is generated whole. */
const sectionTitle = "Checks";
/** What stands in its place once the manifest's texts are moved out. */
const sectionTitleKey = "%settings.checks.title%";

const fixNames = { safe: "by itself, loses nothing", review: "after a look", none: "" } as const;

/**
 * Puts a setting for each check, and for each group of checks, into the manifest: one section of the configuration,
 * everything else of which is written by hand and stays.
 *
 * @param manifest the text of package.json.
 */
export function withCheckSettings(manifest: string, checks: readonly DescribedCheck[] = ALL_CHECKS): string {
  const parsed = JSON.parse(manifest) as Manifest;
  const present = parsed.contributes?.configuration ?? [];
  const sections = [present]
    .flat()
    .filter(({ title }) => title !== sectionTitle && title !== sectionTitleKey) as ConfigurationSection[];
  const properties = { ...groupSettings(checks), ...checkSettings(checks) };
  const generated = Object.keys(properties).length === 0 ? [] : [{ title: sectionTitle, properties }];
  const configuration = [...sections, ...generated];
  return `${JSON.stringify({ ...parsed, contributes: { ...parsed.contributes, configuration } }, null, 2)}\n`;
}

/** The table of all checks for docs/checks/README.md, with a link to the page of each. */
export function checksIndex(checks: readonly DescribedCheck[] = ALL_CHECKS): string {
  const rows = checks.map(({ id, summary, severity, builtInLevel, bestFix }) => {
    return `| [\`${id}\`](${id}.md) | ${tableCell(summary)} | ${builtInLevel ?? severity} | ${fixNames[bestFix]} |`;
  });
  return `<!-- Written by npm run generate from server/core/checks/all.ts. -->

# Checks

What Pressmark finds in a dump. Each has a level of its own in the settings, \`pressmark.checks.<name>\`: \`inherit\` (the
level below), \`off\`, \`hint\`, \`information\`, \`warning\` or \`error\`. On the command line, \`--select\` and \`--ignore\` take
the names.

| name | finds | level | can be mended |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

function checkSettings(checks: readonly DescribedCheck[]): Record<string, unknown> {
  const settings = checks.map(({ id, summary, severity, builtInLevel, group }) => {
    const inherited =
      group === undefined
        ? `The built-in level: ${builtInLevel ?? severity}.`
        : `The level of the group “${group}”, else the built-in one: ${builtInLevel ?? severity}.`;
    return [`pressmark.checks.${id}`, levelSetting(summary, inherited)] as const;
  });
  return Object.fromEntries(settings);
}

function groupSettings(checks: readonly DescribedCheck[]): Record<string, unknown> {
  const members = Map.groupBy(checks, ({ group }) => group ?? "");
  const settings = [...members]
    .filter(([group]) => group !== "")
    .map(([group, grouped]) => {
      const description = `All checks of this group at once: ${grouped.map(({ summary }) => lowerFirst(summary)).join("; ")}.`;
      return [`pressmark.checks.${group}`, levelSetting(description, "The built-in level of each.")] as const;
    });
  return Object.fromEntries(settings);
}

function lowerFirst(summary: string): string {
  return summary.charAt(0).toLowerCase() + summary.slice(1);
}

function levelSetting(description: string, inherited: string): object {
  return {
    type: "string",
    enum: ["inherit", "off", "hint", "information", "warning", "error"],
    enumDescriptions: [
      inherited,
      "Do not look for it.",
      "Only fade or underline with dots.",
      "Show as information.",
      "Show as a warning.",
      "Show as an error.",
    ],
    default: "inherit",
    scope: "resource",
    description,
  };
}

function tableCell(text: string): string {
  return text.replaceAll("|", "\\|");
}
