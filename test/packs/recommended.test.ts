import { readFileSync } from "node:fs";
import { comparePolicies, lintPolicy } from "plimsoll/analysis";
import { recommendedPolicy } from "plimsoll/packs";
import { mutatePolicy, parsePolicyTests, runPolicyTests } from "plimsoll/testing";
import { describe, expect, test } from "vitest";

const file = new URL("recommended.policy-test.json", import.meta.url);
const { claims = [] } = parsePolicyTests(JSON.parse(readFileSync(file, "utf8")));

describe("what the recommended policy promises of every possible app", () => {
  test.each(claims)("$title", (claim) => {
    const { claims: told } = runPolicyTests(recommendedPolicy, { claims: [claim] });
    expect(told).toMatchObject([{ passed: true, message: "It holds of every app." }]);
  });

  test("is said of each of its packs twice at least", () => {
    const packs = recommendedPolicy.packs?.map(({ pack }) => pack) ?? [];
    expect(packs.length).toBeGreaterThan(5);
    for (const pack of packs) {
      expect(claims.filter(({ title }) => title?.startsWith(`${pack}: `)).length, pack).toBeGreaterThanOrEqual(2);
    }
  });
});

describe("lint of the recommended policy", () => {
  const { findings, complete } = lintPolicy(recommendedPolicy);

  test("looks at all of it", () => {
    expect(complete).toBe(true);
  });

  test("finds nothing but notes", () => {
    expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  /** Signs that lift no app by themselves: each is kept since what it tells its builder to do is told by no other rule. */
  const forTheirAdvice = [
    "sensitive-data",
    "write-back",
    "business-critical",
    "complex-calculation",
    "compliance",
    "code-that-writes",
    "no-trail",
    "open-to-add",
    "public-model",
    "untried-from-outside",
  ];

  test("names the signs that are kept for their advice, and no others", () => {
    const idle = findings.filter(({ id }) => id === "never-decides").map(({ rule }) => rule);
    expect([...idle].sort()).toEqual([...forTheirAdvice].sort());
  });

  /** Signs with parts that other rules lift as high for: without them their advice would be missing where it is needed. */
  const withParts = [
    "acts-alone",
    "cannot-be-taken-back",
    "changed-where-it-runs",
    "fails-unseen",
    "near-limits",
    "no-owner-left",
    "unread-parts",
    "wide-reach",
  ];

  test("names the signs whose parts are kept for their advice, and no others", () => {
    const parts = findings.filter(({ id }) => id === "redundant-part").map(({ rule }) => rule);
    expect([...new Set(parts)].sort()).toEqual([...withParts].sort());
    expect(findings.every(({ id }) => ["never-decides", "redundant-part"].includes(id))).toBe(true);
  });
});

test("slips in what is open to strangers, and in who holds passwords, are told with an app, or proven to change nothing", () => {
  const rules = ["no-owner-left", "no-trail", "open-sensitive-data", "open-to-add", "open-to-change", "own-passwords"];
  const slips = mutatePolicy(recommendedPolicy).filter(
    ({ rule, pointer }) => rules.includes(rule) && !pointer.endsWith("/severity"),
  );
  const told = comparePolicies(
    recommendedPolicy,
    slips.map(({ policy }) => policy),
  );
  expect(slips.length).toBeGreaterThan(40);
  expect(told.map(({ verdict }) => verdict)).not.toContain("too-large");
});
