import { indexLines } from "../text/lines.ts";
import {
  type FormatRecognition,
  RECOGNISED_CONFIDENCE,
  RECOGNITION_HEAD_LENGTH,
  type Recognition,
} from "./format.ts";
import { formatRecognisers } from "./formats/recognisers.ts";
import type { FormatId } from "./model.ts";

/**
 * Which dump format a text is of, judged by its head. Runs in the client on every plain text that is opened: it reads
 * at most RECOGNITION_HEAD_LENGTH code units, keeps nothing, and imports nothing that only parsing needs.
 */
export function recognise(text: string): Recognition {
  const head = indexLines(recognitionHead(text));
  let best: FormatRecognition = { confidence: 0, evidence: [] };
  let format: FormatId | null = null;
  for (const recogniser of formatRecognisers) {
    const recognition = recogniser.recognise(head);
    if (recognition.confidence > best.confidence) {
      best = recognition;
      format = recogniser.id;
    }
  }
  return {
    format: best.confidence >= RECOGNISED_CONFIDENCE ? format : null,
    confidence: best.confidence,
    evidence: best.evidence,
  };
}

/**
 * The part of a text that recognition reads. It ends at a line break, because half a line can look like something
 * else, unless that would give up more than half of the head: then the last line is one of a run-together body, of
 * which the start says enough.
 */
export function recognitionHead(text: string): string {
  if (text.length <= RECOGNITION_HEAD_LENGTH) {
    return text;
  }
  for (let end = RECOGNITION_HEAD_LENGTH; end > RECOGNITION_HEAD_LENGTH / 2; end--) {
    const unit = text.charCodeAt(end - 1);
    if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(end) !== 0x0a)) {
      return text.slice(0, end);
    }
  }
  return text.slice(0, RECOGNITION_HEAD_LENGTH);
}
