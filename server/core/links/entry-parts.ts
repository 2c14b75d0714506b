import { withoutFinalDots } from "../text/trim-end.ts";
import type { Draft } from "./draft.ts";
import { hasPublicSuffix, hostCharacterLength, LONGEST_HOST } from "./hosts.ts";
import { defangedDotLength } from "./read-host.ts";
import { hiddenLength, isWordUnit } from "./units.ts";

/** Whether a host with a public suffix stands at an offset, with `www.` before or a path or nothing of a word behind it. */
export function startsHost(text: string, start: number, limit: number): boolean {
  let end = start;
  const farthest = Math.min(limit, start + LONGEST_HOST);
  let host = "";
  while (end < farthest) {
    const length = hostCharacterLength(text, end);
    const dot = length > 0 ? 0 : defangedDotLength(text, end, limit);
    if (length > 0) {
      host += text.slice(end, end + length);
      end += length;
    } else if (text.charAt(end) === "." || dot > 0) {
      host += ".";
      end += Math.max(dot, 1);
    } else {
      break;
    }
  }
  return hasPublicSuffix(withoutFinalDots(host).replace(/\.\.+/g, "."));
}

export function writtenHost(text: string, start: number, limit: number): string {
  const farthest = Math.min(limit, start + LONGEST_HOST);
  let end = start;
  while (end < farthest && (text.charAt(end) === "." || hostCharacterLength(text, end) > 0)) {
    end++;
  }
  return text.slice(start, end);
}

/** Whether nothing before an offset makes what stands there a part of something longer. */
export function isBoundary(text: string, at: number, floor: number): boolean {
  if (at <= floor) {
    return true;
  }
  const unit = text.charCodeAt(at - 1);
  if (hiddenLength(text, at - 1) > 0) {
    return true;
  }
  return !isWordUnit(text, at - 1) && !"@/\\.-_=&%#$~+".includes(String.fromCharCode(unit));
}

export function draftAt(start: number, hostStart: number, scheme: string | undefined): Draft {
  return {
    start,
    hostStart,
    scheme,
    host: "",
    hostEnd: hostStart,
    tailStart: hostStart,
    end: hostStart,
    mends: [],
    troubles: [],
  };
}
