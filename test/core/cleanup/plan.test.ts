import { describe, expect, it } from "vitest";
import type { Dump } from "../../../server/core/article/model.ts";
import { parse } from "../../../server/core/article/parse.ts";
import type { Fix, Operation, ReportedFinding } from "../../../server/core/checks/check.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { groupTitle } from "../../../server/core/cleanup/group-titles.ts";
import { planCleanUp } from "../../../server/core/cleanup/plan.ts";
import { offsetMapWithCopies } from "../../../server/core/cleanup/proof.ts";
import { mapSpanThroughPassages } from "../../../server/core/text/passage-map.ts";
import { ENGLISH } from "../../../server/core/text/phrases.ts";
import { handMadeDump, notesOf } from "../../support/hand-made-dump.ts";
import { readRoles, rolesOfDump } from "../../support/roles.ts";
import { readSample, readSeed } from "../../support/samples.ts";

const SAMPLES = new URL("../../fixtures/samples/", import.meta.url);

function finding(
  dump: Dump,
  check: string,
  safety: Fix["safety"],
  ...operations: Operation[]
): ReportedFinding {
  const first = operations[0] as Operation;
  const span = first.kind === "split" ? { start: first.at, end: first.at } : first.span;
  const article = dump.articles.find((each) => each.span.start <= span.start && span.start < each.span.end);
  const fixes = [{ title: "Mend", safety, operations }];
  return { check, severity: "hint", message: "", span, article, fixes };
}

function removing(
  dump: Dump,
  index: number,
  check = "repeats",
  safety: Fix["safety"] = "safe",
): ReportedFinding {
  const block = dump.blocks[index];
  expect(block).toBeDefined();
  return finding(dump, check, safety, { kind: "remove", span: block?.content ?? { start: 0, end: 0 } });
}

describe("planCleanUp", () => {
  it("says that there is nothing to do", () => {
    const dump = handMadeDump(notesOf("url: https://example.org/a\nparagraph: It was late."));
    const plan = planCleanUp(dump, []);
    expect(plan.isEmpty).toBe(true);
    expect(plan.groups).toEqual([]);
    expect(plan.proof.ok).toBe(true);
    expect(plan.composition.text).toBe(dump.text);
  });

  it("takes the run-together line away in the step in which a link of the body is parted from its text", () => {
    const [first, glued, last] = [
      "It was late when the ferry left.",
      "The notice is at https://example.org/notice.htmlThe mayor came at noon.",
      "Nobody else did.",
    ];
    const dump = handMadeDump(
      notesOf(
        `articleBody: ${first}${glued}${last}\nparagraph: ${first}\nparagraph: ${glued}\nparagraph: ${last}`,
      ),
    );
    const at = dump.text.lastIndexOf("The mayor");
    const findings = [removing(dump, 0), finding(dump, "links", "safe", { kind: "split", at })];
    const { composition, held } = planCleanUp(dump, findings);
    expect(held).toEqual([]);
    expect(composition.text).toBe(`${first}\n${glued.replace("The mayor", "\nThe mayor")}\n${last}\n`);
  });

  it("does not take a sentence away because of one that the same step takes apart otherwise", () => {
    const dump = handMadeDump(
      notesOf("paragraph: The mayor came at noon.\nparagraph: The mayor came twice at noon."),
    );
    const twice = dump.text.indexOf("twice ");
    const findings = [
      removing(dump, 0),
      finding(dump, "words", "safe", {
        kind: "replace",
        span: { start: twice, end: twice + 6 },
        newText: "",
      }),
    ];
    expect(planCleanUp(dump, findings).held).toHaveLength(2);
  });

  it("leaves out fixes that are not safe, and holds those that only say so", () => {
    const dump = handMadeDump(notesOf("keyword: a\nkeyword: a\nkeyword: b\nkeyword: a"));
    const findings = [removing(dump, 1), removing(dump, 2), removing(dump, 3, "other", "review")];
    const plan = planCleanUp(dump, findings);
    expect(plan.composition.text).toBe("a\nb\na\n");
    expect(plan.held).toEqual([
      {
        finding: findings[1],
        fix: findings[1]?.fixes?.[0],
        reason: "No other line of the same field holds this value.",
      },
    ]);
    expect(plan.proof.ok).toBe(true);
  });

  it("keeps one of two copies that would each go because of the other: the first", () => {
    const dump = handMadeDump(
      notesOf(
        "paragraph: It was late.\nparagraph: It was early.\nparagraph: It was late.\nparagraph: It was late.",
      ),
    );
    const plan = planCleanUp(dump, [removing(dump, 0), removing(dump, 2), removing(dump, 3)]);
    expect(plan.composition.text).toBe("It was late.\nIt was early.\n");
    expect(plan.held.map(({ finding: { span } }) => span.start)).toEqual([0]);
  });

  it("holds the paragraph rather than the line that the article is run together on", () => {
    const dump = handMadeDump(
      notesOf(
        "url: https://example.org/a\narticleBody: It was late.It was early.\nparagraph: It was late.\nparagraph: It was early.",
      ),
    );
    const plan = planCleanUp(dump, [removing(dump, 1), removing(dump, 2), removing(dump, 3)]);
    expect(plan.composition.text).toBe("https://example.org/a\nIt was late.\nIt was early.\n");
    expect(plan.held).toHaveLength(2);
  });

  it("holds a fix that contradicts another one", () => {
    const dump = handMadeDump([{ role: "paragraph", text: "It was\nlate.\n" }]);
    const join = finding(dump, "joins", "safe", { kind: "join", span: { start: 6, end: 7 }, joiner: " " });
    const split = finding(dump, "splits", "safe", { kind: "split", at: 6 });
    const plan = planCleanUp(dump, [split, join]);
    expect(plan.composition.text).toBe("It was late.\n");
    expect(plan.held.map(({ finding: { check } }) => check)).toEqual(["splits"]);
  });

  it("takes the fixes that are wanted: of some checks, of one article, and those looked at", () => {
    const dump = handMadeDump(
      notesOf("keyword: a\nkeyword: a\nkeyword: b\nkeyword: b"),
      notesOf("keyword: c\nkeyword: c"),
    );
    const findings = [removing(dump, 1, "one"), removing(dump, 3, "two"), removing(dump, 5, "one")];
    expect(planCleanUp(dump, findings, { checks: ["two"] }).composition.text).toBe("a\na\nb\nc\nc\n");
    const [first, second] = dump.articles;
    expect(first && planCleanUp(dump, findings, { article: first }).composition.text).toBe("a\nb\nc\nc\n");
    expect(second && planCleanUp(dump, findings, { article: second }).composition.text).toBe(
      "a\na\nb\nb\nc\n",
    );
    const looked = removing(dump, 2, "two", "review");
    const plan = planCleanUp(dump, [...findings, looked], { reviewed: [looked] });
    expect(plan.composition.text).toBe("a\nb\nc\n");
    expect(plan.proof.ok).toBe(true);
    const both = planCleanUp(dump, [removing(dump, 0), looked], { reviewed: [looked], checks: ["two"] });
    expect(both.composition.text).toBe("a\na\nb\nc\nc\n");
  });

  it("does what was looked at although it is not proved, and nothing else that is not", () => {
    const dump = handMadeDump(notesOf("keyword: a\nkeyword: a\nkeyword: b"));
    const looked = removing(dump, 2, "residue", "review");
    const plan = planCleanUp(dump, [removing(dump, 0), removing(dump, 1), looked], { reviewed: [looked] });
    expect(plan.composition.text).toBe("a\n");
    expect(plan.proof.lost.map(({ span }) => dump.text.slice(span.start, span.end))).toEqual(["b"]);
    expect(plan.held).toHaveLength(1);
  });

  it("names its groups in words", () => {
    const dump = handMadeDump(notesOf("keyword: a\nkeyword: a\nkeyword: a"));
    const titles = (...findings: ReportedFinding[]) =>
      planCleanUp(dump, findings).groups.map(({ check, count, kinds }) =>
        groupTitle(check, count, kinds, ENGLISH),
      );
    expect(titles(removing(dump, 1, "repeated-metadata"))).toEqual(["Remove 1 repeat"]);
    expect(titles(removing(dump, 1, "repeated-metadata"), removing(dump, 2, "repeated-metadata"))).toEqual([
      "Remove 2 repeats",
    ]);
    expect(titles(removing(dump, 1, "brand-new"), removing(dump, 2, "toString"))).toEqual([
      "Remove 1 repeated passage",
      "Remove 1 repeated passage",
    ]);
  });
});

describe("planCleanUp on whole dumps", () => {
  it("cleans the sample that comes with the project", () => {
    const dump = parse(readSample("harbour-talks.txt"));
    const plan = planCleanUp(dump, checkDump(dump));
    expect(plan.held).toEqual([]);
    expect(plan.composition.text).toBe(readSample("harbour-talks.cleaned.txt"));
    const cleaned = parse(plan.composition.text);
    expect(rolesOfDump(cleaned)).toEqual(readRoles(new URL("harbour-talks.cleaned.roles.tsv", SAMPLES)));
    expect(planCleanUp(cleaned, checkDump(cleaned)).isEmpty).toBe(true);
  });

  it("leads marks on the line that goes to the paragraphs that stay", () => {
    const dump = parse(readSample("harbour-talks.txt"));
    const { composition, proof } = planCleanUp(dump, checkDump(dump));
    const quote = "no practical bearing";
    const start = dump.text.indexOf(quote);
    const line = dump.articles[0]?.blocks.find(({ role }) => role === "articleBody");
    expect(line && line.span.start < start && start < line.span.end).toBe(true);
    const [image] = mapSpanThroughPassages(offsetMapWithCopies(composition, proof), {
      start,
      end: start + quote.length,
    });
    expect(composition.text.slice(image?.start, image?.end)).toBe(quote);
    expect(image?.start).toBe(composition.text.lastIndexOf(quote));
  });

  it("turns the real dump into exactly the lines that it should", ({ skip }) => {
    const text = readSeed() ?? skip("The real dump lies in ../shared, which is not here.");
    const raw = text.split("\n");
    const line = (number: number): string => raw[number - 1] as string;
    const lines = (first: number, last: number): string[] => raw.slice(first - 1, last);
    const publisherAt = line(36).indexOf("Sputnik International");
    const textAt = line(45).indexOf("Last week");
    const expected = [
      ...[1, 2, 4, 5, 6, 8].map(line),
      ...lines(9, 15),
      ...[16, 18, 54, 19, 62].map(line),
      ...lines(22, 27),
      ...[30, 31].map(line),
      line(36).slice(0, publisherAt),
      ...[42, 44].map(line),
      line(45).slice(0, textAt).trimEnd(),
      line(45).slice(textAt),
      lines(46, 48).join(" "),
      ...lines(49, 53),
      ...lines(55, 59),
      ...[60, 61].map(line),
      lines(63, 64).join(" "),
      line(65),
    ];
    for (const lineBreak of ["\n", "\r\n", "\r"]) {
      const dump = parse(text.replaceAll("\n", lineBreak));
      const plan = planCleanUp(dump, checkDump(dump));
      expect(plan.composition.text.split(lineBreak)).toEqual(
        text.endsWith("\n") ? [...expected, ""] : expected,
      );
      expect(plan.proof.lost).toEqual([]);
      expect(plan.held).toEqual([]);
      expect(
        plan.groups.map(({ check, count, kinds }) => groupTitle(check, count, kinds, ENGLISH)).sort(),
      ).toEqual([
        "Join the lines of 2 paragraphs",
        "Move 2 dates to their related stories",
        "Remove 9 repeats",
        "Remove the line that is the whole article again",
        "Split 1 line behind its date",
        "Split 1 line where a link and other text touch",
      ]);
      const cleaned = parse(plan.composition.text);
      expect(cleaned.articles.map(({ confidence }) => confidence >= 0.9)).toEqual([true]);
      expect(planCleanUp(cleaned, checkDump(cleaned)).isEmpty).toBe(true);
      expect(cleaned.blocks.filter(({ role }) => role !== "blank").map(({ role }) => role)).toEqual([
        ..."url headline publisher description datePublished dateModified".split(" "),
        ...Array.from({ length: 7 }, () => "keyword"),
        ..."image relatedLink relatedDate relatedLink relatedDate email telephone legalName copyrightYear".split(
          " ",
        ),
        ..."author authorImage articleSection inLanguage image keywords headline dateline standfirst".split(
          " ",
        ),
        ...Array.from({ length: 11 }, () => "paragraph"),
        "heading",
        ...Array.from({ length: 3 }, () => "paragraph"),
      ]);
    }
  });
});
