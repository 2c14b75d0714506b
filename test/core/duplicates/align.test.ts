import fastCheck from "fast-check";
import { describe, expect, test } from "vitest";
import { alignWords, type Gap } from "../../../server/core/duplicates/align.ts";

/** Two texts of one-letter words as runs of one array. */
function align(first: string, second: string, mostEdits = 100) {
  const hashes = Uint32Array.from([...first, ...second], (letter) => letter.charCodeAt(0));
  const gaps = alignWords(
    hashes,
    { from: 0, to: first.length },
    { from: first.length, to: hashes.length },
    mostEdits,
  );
  const words = ({ from, to }: Gap["first"]) => String.fromCharCode(...hashes.subarray(from, to));
  return gaps?.map((gap) => `${words(gap.first)}>${words(gap.second)}`);
}

describe("alignment", () => {
  test.each([
    ["abc", "abc", []],
    ["abc", "axc", ["b>x"]],
    ["abc", "ac", ["b>"]],
    ["ac", "abc", [">b"]],
    ["", "ab", [">ab"]],
    ["abcdef", "abXdefYZ", ["c>X", ">YZ"]],
  ])("%s and %s", (first, second, gaps) => {
    expect(align(first, second)).toEqual(gaps);
  });

  test("what is missing at an edge is seen to be missing there, although the middle looks alike", () => {
    expect(align("said on Monday".replaceAll(" ", ""), "saidonMonday,itsaidonMonday")).toEqual([
      ">,itsaidonMonday",
    ]);
    expect(align("theend", "theold,theend")).toEqual([">theold,"]);
  });

  test("gives up beyond the greatest number of edits", () => {
    expect(align("abcdefgh", "ijklmnop", 15)).toBeUndefined();
    expect(align("abcdefgh", "ijklmnop", 16)).toEqual(["abcdefgh>ijklmnop"]);
    expect(align("abcdefghij", "a", 8)).toBeUndefined();
  });

  test("the gaps lead from one run to the other with the fewest edits", () => {
    const letters = fastCheck.string({ unit: fastCheck.constantFrom("a", "b", "c"), maxLength: 24 });
    fastCheck.assert(
      fastCheck.property(letters, letters, (first, second) => {
        const hashes = Uint32Array.from([...first, ...second], (letter) => letter.charCodeAt(0));
        const runs = [
          { from: 0, to: first.length },
          { from: first.length, to: hashes.length },
        ] as const;
        const gaps = alignWords(hashes, runs[0], runs[1], 60) ?? [];
        let edits = 0;
        let at = 0;
        let rebuilt = "";
        const all = first + second;
        for (const gap of gaps) {
          rebuilt += first.slice(at, gap.first.from) + all.slice(gap.second.from, gap.second.to);
          at = gap.first.to;
          edits += gap.first.to - gap.first.from + gap.second.to - gap.second.from;
        }
        expect(rebuilt + first.slice(at)).toBe(second);
        expect(edits).toBe(first.length + second.length - 2 * longestCommon(first, second));
      }),
    );
  });
});

function longestCommon(first: string, second: string): number {
  let before = new Array<number>(second.length + 1).fill(0);
  for (const letter of first) {
    const row = [0];
    for (let at = 1; at <= second.length; at++) {
      row.push(
        letter === second.charAt(at - 1)
          ? (before[at - 1] as number) + 1
          : Math.max(before[at] as number, row[at - 1] as number),
      );
    }
    before = row;
  }
  return before[second.length] as number;
}
