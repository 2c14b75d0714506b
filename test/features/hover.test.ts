import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MarkupKind } from "vscode-languageserver-types";
import { provideHover } from "../../server/features/hover.ts";
import { escapeMarkdown } from "../../server/features/shared/rich-text.ts";
import { analysisOf, analysisOfDump } from "../support/analysis.ts";
import { handMadeDump, notesOf } from "../support/hand-made-dump.ts";
import { readSample } from "../support/samples.ts";

const harbour = analysisOf(readSample("harbour-talks.txt"));

/** The hover on a line, counted from 1, as a client without Markdown shows it. */
function hoverOn(line: number, character = 3, kind: MarkupKind = MarkupKind.PlainText): string {
  const hover = provideHover(harbour, { line: line - 1, character }, kind);
  return (hover?.contents as { readonly value: string } | undefined)?.value ?? "";
}

describe("a hover says what the line is and", () => {
  test("takes its link apart", () => {
    expect(hoverOn(20)).toContain(
      [
        "Scheme: https",
        "Host: meridianwire.example",
        "Path: /20230228/unions-have-no-practical-bearing-on-harbour-treaty-corvanian-envoy-says-1070915527.html",
        "Date in the path: 28 February 2023",
      ].join("\n"),
    );
    expect(hoverOn(20)).toMatch(/^Related story \(line 20, schema.org relatedLink\)\n/u);
    expect(hoverOn(20)).toContain("The page showed its date on line 57.");
  });

  test("shows what a broken link is mended to, and does not open one that imitates another", () => {
    const body =
      "The council voted, as htps://wire.example/20240530/map has it, not https://wirе.example/pay, said the mayor.";
    const broken = analysisOf(
      `https://wire.example/20240611/council-votes.html\n2024-06-11T08:20:00+00:00\nCouncil Votes to Rebuild the Bridge\n${body}\n`,
    );
    const hoverAt = (character: number) => {
      const hover = provideHover(broken, { line: 3, character }, MarkupKind.PlainText);
      return (hover?.contents as { readonly value: string } | undefined)?.value ?? "";
    };
    const mended = hoverAt(body.indexOf("htps") + 2);
    expect(mended).toContain("Scheme: https\nHost: wire.example\nPath: /20240530/map\n");
    expect(mended).toContain("This link is broken. Opening it opens the repaired link.");
    expect(hoverAt(body.indexOf("wirе"))).toContain("Letters of this link’s host are not what they seem");
  });

  test("gives times in UTC, and as they are stated", () => {
    expect(hoverOn(6)).toContain("Published: 14 March 2023, 09:05 UTC, stated as 2023-03-14T09:05+0000");
    expect(hoverOn(47)).toContain("Dateline: 14 March 2023, 09:05 UTC, stated as 09:05 GMT 14.03.2023");
    expect(hoverOn(47)).toContain("Updated: 2 November 2023, 12:40 UTC, stated as 12:40 GMT 02.11.2023");
  });

  test("names the other copies of a repeat", () => {
    expect(hoverOn(4)).toContain("Stands 3 more times: lines 23, 34 and 38.");
    expect(hoverOn(34)).toContain("The same as line 4. It also stands on lines 23 and 38.");
  });

  test("leads from a related date to its story", () => {
    expect(hoverOn(57)).toContain(
      "Belongs to the related story on line 20: Unions have no practical bearing",
    );
  });

  test("counts paragraphs and explains broken ones", () => {
    expect(hoverOn(48)).toMatch(/^Paragraph 1 of 16 \(lines 48 to 49\)\n/u);
    expect(hoverOn(48)).toContain(
      "broken where the page had a link. The copy of the article on one line shows how they join.",
    );
  });

  test("tells a headline that opens the body from the one in the head", () => {
    expect(hoverOn(46)).toContain("here the article begins as readers saw it");
    expect(hoverOn(2)).not.toContain("as readers saw it");
  });
});

test.each([
  ["2022-01-05T15:28+0300", "5 January 2022, 12:28 UTC"],
  ["2022-01-05T23:28-0500", "6 January 2022, 04:28 UTC"],
  ["2022-01-05T15:28", "5 January 2022, 15:28, no time zone stated"],
])("a zone is converted where it is stated, never guessed: %s", (stated, words) => {
  const dump = handMadeDump(notesOf(`headline: A\ndatePublished: ${stated}`));
  const hover = provideHover(analysisOfDump(dump), { line: 1, character: 0 }, MarkupKind.PlainText);
  expect(hover?.contents).toMatchObject({
    value: expect.stringContaining(`Published: ${words}, stated as ${stated}`),
  });
});

describe("text of the dump is shown, never obeyed", () => {
  const attacks = [
    "[click](command:workbench.action.terminal.new)",
    "![](https://tracker.example/seen.png)",
    "<img src=https://tracker.example/seen.png>",
    "<script>alert(1)</script>",
    "`code` **bold** _em_ ~~gone~~ ||spoiler||",
    "&lt;b&gt; &#60;",
    "# heading",
    "1. list",
    "| a | b |",
    "https://tracker.example www.tracker.example a@tracker.example",
    "$(alert) :smile: \\",
    "\u202egnp.elif\u202c hidden \u{e0041}\u{e0042}",
  ];

  test.each(attacks)("%s", (attack) => {
    const dump = handMadeDump(
      notesOf(
        `url: https://a.example/${attack.replaceAll(" ", "")}\nrelatedLink: https://b.example/20220101/${attack}`,
      ),
      [
        { role: "relatedLink", text: `https://c.example/x/${attack}-and-more-words\n` },
        { role: "relatedDate", text: "1 January 2022\n", relatesTo: 0 },
      ],
    );
    const analysis = analysisOfDump(dump);
    for (let line = 0; line < 4; line++) {
      const hover = provideHover(analysis, { line, character: 0 }, MarkupKind.Markdown);
      const { value = "" } = (hover?.contents ?? {}) as { readonly value?: string };
      expect(value).not.toBe("");
      // Once the escapes are taken out nothing is left that Markdown gives a meaning to.
      const unescaped = value.replace(/\\[!-/:-@[-`{-~]/gu, "").replaceAll("**", "");
      expect(unescaped).not.toMatch(/[!-/:-@[-`{-~]/u);
      expect(value).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/u);
    }
  });

  test("every ASCII punctuation mark is escaped, and nothing else changes", () => {
    const unit = fc.oneof(
      fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 1 }),
      fc.constantFrom("é", "’", "😀", "\ud800", "\u202e", "\r\n"),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 50 }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replace(/\\([!-/:-@[-`{-~])/gu, "$1")).toBe(text.replaceAll(/[\r\n]/gu, " "));
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/gu, "")).not.toMatch(/[!-/:-@[-`{-~]/u);
      }),
    );
  });
});

test("blank lines and text outside any article have no hover", () => {
  const two = analysisOf(readSample("two-dumps.txt"));
  expect(provideHover(two, { line: 18, character: 0 }, MarkupKind.PlainText)).toBeNull();
  expect(provideHover(analysisOf("Notes.\n"), { line: 0, character: 0 }, MarkupKind.PlainText)).toBeNull();
});
