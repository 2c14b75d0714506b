import { describe, expect, test } from "vitest";
import { byteOf, SINGLE_BYTE_TABLES } from "../../../server/core/checks/shared/single-byte-encodings.ts";

describe("the tables of single-byte encodings", () => {
  test.each(SINGLE_BYTE_TABLES)("are those of the Encoding Standard: $encoding", (table) => {
    const upperHalf = Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index);
    const characters = new TextDecoder(table.encoding, { fatal: true }).decode(upperHalf);
    // Apple's sign and two ligatures of its encoding stand behind the tables' end.
    const bytes = [...upperHalf].map((byte) => (characters.charAt(byte - 0x80) > "\u25ff" ? 0 : byte));
    expect([...upperHalf].map((byte) => byteOf(table, characters.charCodeAt(byte - 0x80)))).toEqual(bytes);
    const others = [...table.bytes.keys()].filter((unit) => !characters.includes(String.fromCharCode(unit)));
    const isControl = (unit: number): boolean =>
      table.encoding === "windows-1252" && unit >= 0x80 && unit <= 0x9f;
    expect(others.filter((unit) => byteOf(table, unit) !== (isControl(unit) ? unit : 0))).toEqual([]);
  });
});
