import { domainToASCII } from "node:url";
import { getPublicSuffix, parse } from "tldts";
import { expect, test } from "vitest";
import { hasPublicSuffix, isIpv4, isTopLevelDomain } from "../../../server/core/links/hosts.ts";
import { TOP_LEVEL_DOMAINS } from "../../../server/core/links/top-level-domains.ts";

const names = TOP_LEVEL_DOMAINS.trim().split(" ");

test("the list is that of the Public Suffix List, in letters and in Punycode", () => {
  expect(names.length).toBeGreaterThan(1400);
  expect(names.filter((name) => parse(`b.a.${name}`).isIcann !== true)).toEqual([]);
  expect(names.map((name) => domainToASCII(name)).filter((name) => !isTopLevelDomain(name))).toEqual([]);
  for (const name of "com uk ru рф 中国 museum news zip museum xn--p1ai ck".split(" ")) {
    expect(isTopLevelDomain(name), name).toBe(true);
  }
});

test.each([
  "sputnikglobe.com",
  "bbc.co.uk",
  "a.b.kawasaki.jp",
  "пример.рф",
  "xn--e1afmkfd.xn--p1ai",
  "t.co",
  "example.com.",
])("a host that can be: %s", (host) => {
  expect(hasPublicSuffix(host)).toBe(true);
  expect(getPublicSuffix(host)).not.toBe(host);
});

test.each(["example", "example.cmo", "a.nowhere", "com", ".com", "1.2", "report.pdf", "and.or", ""])(
  "no host: %s",
  (host) => {
    expect(hasPublicSuffix(host)).toBe(false);
  },
);

test("names that are reserved for examples and local networks pass, the one that exists to be wrong does not", () => {
  expect(
    "wire.example a.test db.internal nas.local abc.onion".split(" ").filter((host) => !hasPublicSuffix(host)),
  ).toEqual([]);
  expect(hasPublicSuffix("wire.invalid")).toBe(false);
});

test("four numbers up to 255 are an address", () => {
  expect(["192.0.2.1", "0.0.0.0", "255.255.255.255"].filter((host) => !isIpv4(host))).toEqual([]);
  expect(["256.1.1.1", "1.2.3", "1.2.3.4.5", "a.b.c.d"].filter(isIpv4)).toEqual([]);
});
