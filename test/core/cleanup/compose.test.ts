import { describe, expect, it } from "vitest";
import type { Operation } from "../../../server/core/checks/check.ts";
import { type Composition, composeOperations } from "../../../server/core/cleanup/compose.ts";
import { applyEdits } from "../../../server/core/text/edits.ts";
import { indexLines } from "../../../server/core/text/lines.ts";

function compose(text: string, operations: readonly Operation[]): Composition {
  const composition = composeOperations(indexLines(text), operations);
  expect(applyEdits(text, composition.edits)).toBe(composition.text);
  return composition;
}

/** The span of the only occurrence of a part of the text. */
function spanOf(text: string, part: string): { start: number; end: number } {
  const start = text.indexOf(part);
  expect(start, `“${part}” in the text`).toBeGreaterThanOrEqual(0);
  expect(text.indexOf(part, start + 1), `“${part}” only once`).toBe(-1);
  return { start, end: start + part.length };
}

function remove(text: string, part: string): Operation {
  return { kind: "remove", span: spanOf(text, part) };
}

function splitBefore(text: string, part: string): Operation {
  return { kind: "split", at: spanOf(text, part).start };
}

function join(text: string, part: string, joiner: " " | "" = " "): Operation {
  return { kind: "join", span: spanOf(text, part), joiner };
}

function moveBefore(text: string, part: string, place: string): Operation {
  return {
    kind: "move",
    span: spanOf(text, part),
    to: place === "" ? text.length : spanOf(text, place).start,
  };
}

function replace(text: string, part: string, newText: string): Operation {
  return { kind: "replace", span: spanOf(text, part), newText };
}

describe("composeOperations: removals", () => {
  it("takes a line away with its line break, with or without the break in the span", () => {
    const text = "one\ntwo\nthree\n";
    expect(compose(text, [remove(text, "two")]).text).toBe("one\nthree\n");
    expect(compose(text, [remove(text, "two\n")]).text).toBe("one\nthree\n");
  });

  it("keeps the line break of a line that is cut, and leaves no white space dangling", () => {
    const text = "keep this  and that\nnext\n";
    expect(compose(text, [remove(text, "and that\n")]).text).toBe("keep this\nnext\n");
    expect(compose(text, [remove(text, "keep")]).text).toBe("this  and that\nnext\n");
  });

  it("leaves one space where words were taken out between words", () => {
    const text = "one two three";
    for (const part of ["two", " two", "two ", " two "]) {
      expect(compose(text, [remove(text, part)]).text).toBe("one three");
    }
  });

  it("keeps white space that it did not cut", () => {
    const text = "  indented and more  \nnext";
    expect(compose(text, [remove(text, "and")]).text).toBe("  indented more  \nnext");
  });

  it("merges removals that overlap or are the same", () => {
    const text = "a\nb\nc\nd\n";
    const operations = [remove(text, "b\nc\n"), remove(text, "c\nd"), remove(text, "b\nc\n")];
    const composition = compose(text, operations);
    expect(composition.text).toBe("a\n");
    expect(composition.dropped).toEqual([]);
  });

  it("keeps a file that ends without a line break so, and one that ends with one so", () => {
    expect(compose("a\nb", [remove("a\nb", "b")]).text).toBe("a");
    expect(compose("a\nb\n", [remove("a\nb\n", "b")]).text).toBe("a\n");
    expect(compose("a", [remove("a", "a")]).text).toBe("");
    expect(compose("a\n\nb", [remove("a\n\nb", "b")]).text).toBe("a");
  });

  it("keeps the byte order mark, whatever goes", () => {
    const text = "\uFEFFa\nb\n";
    expect(compose(text, [{ kind: "remove", span: { start: 0, end: 3 } }]).text).toBe("\uFEFFb\n");
    expect(compose(text, [{ kind: "remove", span: { start: 0, end: text.length } }]).text).toBe("\uFEFF");
  });

  it("does not leave two partings where blocks are parted by blank lines", () => {
    const text = "a\n\nb\n\nc\n\nd\n";
    expect(compose(text, [remove(text, "b")]).text).toBe("a\n\nc\n\nd\n");
    expect(compose(text, [remove(text, "a")]).text).toBe("b\n\nc\n\nd\n");
    expect(compose(text, [remove(text, "d")]).text).toBe("a\n\nb\n\nc\n");
    expect(compose(text, [remove(text, "b"), remove(text, "c")]).text).toBe("a\n\nd\n");
    expect(compose("a\nb\n\nc\n", [remove("a\nb\n\nc\n", "b")]).text).toBe("a\n\nc\n");
  });
});

describe("composeOperations: splits and joins", () => {
  it("breaks a line, white space giving way", () => {
    const text = "15:28 GMT  The text";
    expect(compose(text, [splitBefore(text, " The text")]).text).toBe("15:28 GMT\nThe text");
  });

  it("uses the line break that the text mostly has", () => {
    expect(compose("a b\r\nc\r\n", [{ kind: "split", at: 1 }]).text).toBe("a\r\nb\r\nc\r\n");
    expect(compose("a b\rc\r", [{ kind: "split", at: 1 }]).text).toBe("a\rb\rc\r");
    expect(compose("a b\nc\r\nd\r\n", [{ kind: "split", at: 1 }]).text).toBe("a\r\nb\nc\r\nd\r\n");
    expect(compose("a b", [{ kind: "split", at: 1 }]).text).toBe("a\nb");
  });

  it("splits only where text is left on both sides", () => {
    const text = "https://example.org/a.jpgPublisher\nmail\nname\n";
    const split = splitBefore(text, "Publisher");
    expect(compose(text, [split]).text).toBe("https://example.org/a.jpg\nPublisher\nmail\nname\n");
    expect(compose(text, [split, remove(text, "Publisher\nmail\n")]).text).toBe(
      "https://example.org/a.jpg\nname\n",
    );
    expect(compose(text, [split, remove(text, "https://example.org/a.jpg")]).text).toBe(
      "Publisher\nmail\nname\n",
    );
    expect(compose(text, [{ kind: "split", at: 0 }]).edits).toEqual([]);
  });

  it("joins lines with a space or with nothing, keeping a space that is there", () => {
    expect(compose("in \nthe", [join("in \nthe", " \n")]).edits).toEqual([
      { span: { start: 3, end: 4 }, newText: "" },
    ]);
    expect(compose("in\nthe", [join("in\nthe", "\n")]).text).toBe("in the");
    expect(compose("東京\r\nで", [join("東京\r\nで", "\r\n", "")]).text).toBe("東京で");
  });

  it("joins what is left of the lines when one of them goes", () => {
    const text = "a\nb\nc\nd\n";
    const joins: Operation[] = [
      { kind: "join", span: { start: 1, end: 2 }, joiner: " " },
      { kind: "join", span: { start: 3, end: 4 }, joiner: " " },
    ];
    expect(compose(text, [...joins, remove(text, "b\n")]).text).toBe("a c\nd\n");
    expect(compose(text, [...joins, remove(text, "c")]).text).toBe("a b\nd\n");
    expect(compose(text, [...joins, remove(text, "a\nb\nc")]).text).toBe("d\n");
  });
});

describe("composeOperations: moves", () => {
  it("moves whole lines before a line and to the end", () => {
    const text = "a\nb\nc\n";
    expect(compose(text, [moveBefore(text, "c\n", "b")]).text).toBe("a\nc\nb\n");
    expect(compose(text, [moveBefore(text, "a", "")]).text).toBe("b\nc\na\n");
  });

  it("is a deletion and an insertion", () => {
    const text = "a\nb\nc\nd\n";
    expect(compose(text, [moveBefore(text, "d", "b")]).edits).toEqual([
      { span: { start: 2, end: 2 }, newText: "d\n" },
      { span: { start: 6, end: 8 }, newText: "" },
    ]);
  });

  it("gives a last line without line break one when it moves, and takes that of the new last line", () => {
    const text = "a\r\nb\r\nc";
    expect(compose(text, [moveBefore(text, "c", "b")]).text).toBe("a\r\nc\r\nb");
    expect(compose(text, [moveBefore(text, "a", "")]).text).toBe("b\r\nc\r\na");
  });

  it("keeps text order among moves to one place", () => {
    const text = "a\nb\nc\nd\n";
    expect(compose(text, [moveBefore(text, "d", "b"), moveBefore(text, "c", "b")]).text).toBe("a\nc\nd\nb\n");
  });

  it("carries changes inside the moved lines along", () => {
    const text = "a\nb\nc x d\ne\n";
    const operations = [moveBefore(text, "c x d", "b"), remove(text, " x"), splitBefore(text, " d")];
    expect(compose(text, operations).text).toBe("a\nc\nd\nb\ne\n");
  });

  it("is well defined into and out of removed lines", () => {
    const text = "a\nb\nc\nd\ne\n";
    expect(compose(text, [moveBefore(text, "e", "c"), remove(text, "b\nc\nd")]).text).toBe("a\ne\n");
    expect(compose(text, [moveBefore(text, "c", "a"), remove(text, "b\nc\nd")]).text).toBe("a\ne\n");
    expect(compose(text, [moveBefore(text, "b\nc", "e"), remove(text, "b")]).text).toBe("a\nd\nc\ne\n");
  });

  it("moves a place inside moved lines with them, and drops a circle", () => {
    const text = "a\nb\nc\nd\n";
    expect(compose(text, [moveBefore(text, "b\nc", ""), moveBefore(text, "a", "c")]).text).toBe(
      "d\nb\na\nc\n",
    );
    const circle = compose("a\nb\nc\nd\n", [moveBefore(text, "a\nb", "d"), moveBefore(text, "c\nd", "b")]);
    expect(circle.dropped).toHaveLength(1);
  });

  it("takes the blank line behind a block along", () => {
    const text = "a\n\nb\n\nc\n\nd\n";
    expect(compose(text, [moveBefore(text, "c", "b")]).text).toBe("a\n\nc\n\nb\n\nd\n");
    const behindA: Operation = { kind: "move", span: spanOf(text, "c\n"), to: 2 };
    expect(compose(text, [behindA]).text).toBe("a\n\nc\n\nb\n\nd\n");
  });
});

describe("composeOperations: contradictions", () => {
  it("merges identical operations", () => {
    const text = "a b\nc \nd\ne\n";
    const operations = [
      splitBefore(text, " b"),
      join(text, " \n"),
      moveBefore(text, "e", "a b"),
      replace(text, "d", "x"),
    ];
    const composition = compose(text, [...operations, ...structuredClone(operations)]);
    expect(composition.text).toBe("e\na\nb\nc x\n");
    expect(composition.dropped).toEqual([]);
  });

  it("prefers a join to a split at its place, and one replacement of two", () => {
    const text = "a\nb cd\n";
    const split: Operation = { kind: "split", at: 1 };
    const both = compose(text, [split, { kind: "join", span: { start: 1, end: 2 }, joiner: " " }]);
    expect(both.text).toBe("a b cd\n");
    expect(both.dropped.map(({ operation }) => operation)).toEqual([split]);
    const replaces = [replace(text, "d", "y"), replace(text, "cd", "x")];
    expect(compose(text, replaces).text).toBe("a\nb x\n");
    expect(compose(text, replaces).dropped.map(({ operation }) => operation)).toEqual([replaces[0]]);
    expect(compose(text, [...replaces].reverse()).dropped.map(({ operation }) => operation)).toEqual([
      replaces[0],
    ]);
  });

  it("drops what is cut by a removal and forgets what lies inside one", () => {
    const text = "a bcd\n";
    expect(compose(text, [remove(text, "bc"), replace(text, "cd", "x")]).dropped).toHaveLength(1);
    const inside = compose(text, [remove(text, "bcd"), replace(text, "c", "x"), splitBefore(text, "cd")]);
    expect(inside.dropped).toEqual([]);
    expect(inside.text).toBe("a\n");
  });

  it("drops a join that would tie moved lines to others", () => {
    const text = "a\nb\nc\n";
    const composition = compose(text, [
      moveBefore(text, "b", ""),
      { kind: "join", span: { start: 1, end: 2 }, joiner: " " },
    ]);
    expect(composition.text).toBe("a\nc\nb\n");
    expect(composition.dropped).toHaveLength(1);
  });

  it("drops what is impossible", () => {
    const text = "ab\ncd\n";
    const impossible: Operation[] = [
      { kind: "remove", span: { start: 0, end: 99 } },
      { kind: "join", span: { start: 1, end: 3 }, joiner: " " },
      { kind: "move", span: { start: 1, end: 3 }, to: 6 },
      { kind: "move", span: { start: 0, end: 2 }, to: 4 },
    ];
    const composition = compose(text, impossible);
    expect(composition.dropped).toHaveLength(impossible.length);
    expect(composition.edits).toEqual([]);
  });
});
