import { inflateRawSync } from "node:zlib";

const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

/** The text of a file in a ZIP archive; undefined where it holds none of that name. Source: APPNOTE.TXT 4.3.7 and 4.3.12. */
export function zipEntry(archive: Buffer, name: string): string | undefined {
  for (let at = archive.indexOf("PK\x01\x02"); at >= 0; at = archive.indexOf("PK\x01\x02", at + 4)) {
    const nameLength = archive.readUInt16LE(at + 28);
    if (
      archive.readUInt32LE(at) === DIRECTORY_ENTRY &&
      archive.toString("utf8", at + 46, at + 46 + nameLength) === name
    ) {
      const local = archive.readUInt32LE(at + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 20));
      return (archive.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(bytes) : bytes).toString("utf8");
    }
  }
  return undefined;
}
