import { isHighSurrogate } from "../text/characters.ts";
import { isMark, isWordCharacter } from "../text/script.ts";
import { TOP_LEVEL_DOMAINS } from "./top-level-domains.ts";

/**
 * Top-level domains that the Public Suffix List does not name although hosts end in them: for documentation and tests
 * (RFC 2606; `.invalid` is left out, for it exists to be wrong), local networks (RFC 6762, ICANN's `.internal`), Tor (RFC 7686).
 */
const RESERVED_DOMAINS: ReadonlySet<string> = new Set([
  "example",
  "test",
  "localhost",
  "local",
  "internal",
  "lan",
  "onion",
]);

/** Made in 0.2 ms when the module is loaded, where loading the package that the names come from takes 9. */
const KNOWN_DOMAINS: ReadonlySet<string> = new Set(TOP_LEVEL_DOMAINS.trim().split(" "));

/** Code units of a whole host (RFC 1035, section 2.3.4). */
export const LONGEST_HOST = 255;
const LONGEST_LABEL = 63;

/** Whether the last label of a host, in lower case, is one that domains end in. */
export function isTopLevelDomain(label: string): boolean {
  return (
    label.length > 1 &&
    label.length <= LONGEST_LABEL &&
    (KNOWN_DOMAINS.has(label) || RESERVED_DOMAINS.has(label))
  );
}

/** Whether a host as written ends in a public suffix with a name before it; one final dot (the root) is allowed. */
export function hasPublicSuffix(host: string): boolean {
  const name = host.endsWith(".") ? host.slice(0, -1) : host;
  const dot = name.lastIndexOf(".");
  return dot > 0 && isTopLevelDomain(name.slice(dot + 1).toLowerCase());
}

/** `192.0.2.1`, all parts in range. */
export function isIpv4(host: string): boolean {
  return IPV4.test(host) && host.split(".").every((part) => Number(part) <= 255);
}

/** Whether a host is made of numbers and dots alone, as addresses are, right or wrong. */
export function looksLikeIpv4(host: string): boolean {
  return /^[0-9]+(?:\.[0-9]+){1,8}$/.test(host);
}

const IPV4 = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;

export function lastLabel(host: string): string {
  return host.slice(host.lastIndexOf(".") + 1);
}

/** The number of code units that a host's letter, digit, hyphen or underscore at an offset takes; 0 where none stands. */
export function hostCharacterLength(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // Behind the last character there is none, and what is compared with it is false.
  if (!(unit >= 0x80)) {
    const lower = unit | 0x20;
    const isAscii =
      (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2d || unit === 0x5f;
    return isAscii ? 1 : 0;
  }
  if (isHighSurrogate(unit)) {
    const point = text.codePointAt(at) as number;
    return point > 0xffff && isWordCharacter(point) ? 2 : 0;
  }
  return isWordCharacter(unit) || isMark(unit) ? 1 : 0;
}
