import { describe, expect, it } from "vitest";
import {
  composePassageMaps,
  copyPassageMap,
  deserialisePassageMap,
  identityPassageMap,
  mapSpanThroughPassages,
  mapThroughPassages,
  type PassageMap,
  serialisePassageMap,
} from "../../../server/core/text/passage-map.ts";

/** `abcdef` becomes `efXab`: `cd` is gone, `ef` moved to the front. */
const map: PassageMap = {
  oldLength: 6,
  newLength: 5,
  passages: [
    { start: 0, end: 2, to: 3, kind: "kept" },
    { start: 2, end: 4, to: 5, kind: "gone" },
    { start: 4, end: 6, to: 0, kind: "kept" },
  ],
};

describe("passage maps", () => {
  it("map an offset between two passages to the one that it belongs to", () => {
    expect([0, 1, 3, 5].map((offset) => mapThroughPassages(map, offset, "after"))).toEqual([3, 4, 5, 1]);
    expect(mapThroughPassages(map, 2, "before")).toBe(5);
    expect(mapThroughPassages(map, 4, "after")).toBe(0);
    expect(mapThroughPassages(map, 4, "before")).toBe(5);
    expect(mapThroughPassages(map, 99, "before")).toBe(2);
    expect(mapThroughPassages(identityPassageMap(0), 0, "after")).toBe(0);
  });

  it("map a span to wherever its parts are", () => {
    expect(mapSpanThroughPassages(map, { start: 1, end: 5 })).toEqual([
      { start: 0, end: 1 },
      { start: 4, end: 5 },
    ]);
    expect(mapSpanThroughPassages(map, { start: 2, end: 4 })).toEqual([]);
  });

  it("lead what goes to a copy that stays", () => {
    const copies = copyPassageMap(6, [{ start: 2, end: 4, to: 4 }]);
    const both = composePassageMaps(copies, map);
    expect(mapSpanThroughPassages(both, { start: 2, end: 4 })).toEqual([{ start: 0, end: 2 }]);
    expect(both.passages.map(({ kind }) => kind)).toEqual(["kept", "copy", "kept"]);
    expect(() => composePassageMaps(map, map)).toThrow(RangeError);
  });

  it("survive being written down, and refuse what is none", () => {
    expect(deserialisePassageMap(JSON.parse(JSON.stringify(serialisePassageMap(map))))).toEqual(map);
    expect(deserialisePassageMap([0, 0])).toEqual(identityPassageMap(0));
    const broken: readonly (readonly unknown[])[] = [
      [],
      [6],
      [6, 5],
      [6, 5, 6, 0],
      [6, 5, 6, 0, 9],
      [6, 5, 6, 0, 0],
      [6, 6, 0, 0, 0, 6, 0, 0],
      [6, 6, 7, 0, 2],
      [6, 6, "6", 0, 0],
      [6, 6, 6, -1, 0],
      [6, 6, 6.5, 0, 0],
      [null, 6, 6, 0, 0],
    ];
    for (const numbers of broken) {
      expect(deserialisePassageMap(numbers), JSON.stringify(numbers)).toBeUndefined();
    }
  });
});
