import { type FileHandle, open } from "node:fs/promises";
import { explainFileError } from "./file-error.ts";
import { displayPath } from "./output.ts";
import { UsageError } from "./usage-error.ts";

/** The manifest, written line by line as the copies are, so that it is right even when the run is broken off. */
export class ManifestFile {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** @throws UsageError when the file cannot be written: better before the first copy than behind the last. */
  static async open(path: string): Promise<ManifestFile> {
    try {
      return new ManifestFile(await open(path, "w"));
    } catch (error) {
      throw new UsageError(`--manifest ${displayPath(path)}: ${explainFileError(error)}`);
    }
  }

  async write(line: string): Promise<void> {
    await this.#file.appendFile(line);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
