import type { PlacedUnit } from "../core/article/model.ts";
import type { ReportedFinding } from "../core/checks/check.ts";

export interface CheckedFile {
  readonly path: string;
  /** They tile its text. */
  readonly units: readonly PlacedUnit[];
}

/** How the findings of one file are written. */
export interface FindingsForm {
  /** Before the first finding, between two, and behind the last. */
  readonly start: string;
  readonly separator: string;
  readonly end: string;
  write(finding: ReportedFinding): string;
}

/** Text is encoded when so much of it has come together, in code units. */
const PART_LENGTH = 65_536;

/**
 * Gathers what is written of a file's findings. Each becomes text at once and soon bytes: the findings of a large file, or
 * their text in the strings that they were put together from, would take up more memory than the file.
 */
export class FindingsWriter {
  readonly #form: FindingsForm;
  readonly #encoder = new TextEncoder();
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  #pending: string;
  #isFirst = true;

  constructor(form: FindingsForm) {
    this.#form = form;
    this.#pending = form.start;
  }

  add(finding: ReportedFinding): void {
    this.#pending += (this.#isFirst ? "" : this.#form.separator) + this.#form.write(finding);
    this.#isFirst = false;
    if (this.#pending.length >= PART_LENGTH) {
      this.#encode();
    }
  }

  end(): readonly Uint8Array<ArrayBuffer>[] {
    this.#pending += this.#form.end;
    this.#encode();
    return this.#parts;
  }

  #encode(): void {
    if (this.#pending !== "") {
      this.#parts.push(this.#encoder.encode(this.#pending));
      this.#pending = "";
    }
  }
}
