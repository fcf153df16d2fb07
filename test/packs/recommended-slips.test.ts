import { safeParseProfile } from "plimsoll";
import { recommendedPolicy } from "plimsoll/packs";
import {
  coverageText,
  mutatePolicy,
  type PolicyMutant,
  policyCoverage,
  reportPolicyTests,
  runPolicyTests,
} from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { standardFacts } from "../../src/facts/index.js";
import { createJudge, profileReader } from "../../src/testing/judge.js";
import { draws } from "../prove/draws.js";
import { recommendedTests } from "./recommended-tests.js";

describe("the tests of the recommended policy", () => {
  test("pass", () => {
    const report = runPolicyTests(recommendedPolicy, { tests: recommendedTests });
    expect(reportPolicyTests(report)).toBe(`${recommendedTests.length} tests of ${recommendedTests.length} passed.\n`);
    expect(report.passed).toBe(true);
  });

  test("show all of it", () => {
    // That a component hides nothing shows nothing new of the rule.
    const showing = recommendedTests.filter(({ name }) => !name.includes("does not hide it"));
    const apps = showing.flatMap((row) => {
      const result = safeParseProfile(row.profile);
      return result.ok ? [{ ...row, profile: result.value }] : [];
    });
    expect(coverageText(policyCoverage(recommendedPolicy, apps))).toMatch(/^Policy coverage: 100 %/);
  });
});

/** Signs that stand with a criterion that lifts as high, or that another sign asks for: their own tier decides nothing. */
const neverDecides: readonly string[] = [
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

/** Slips after which no app is decided otherwise. */
function decidesNothing({ rule, pointer, change }: PolicyMutant): boolean {
  // A sign that never decides may lift lower; those that a criterion for professionals refers to, higher as well.
  if (/^\/signs\/\d+\/tier$/.test(pointer)) return neverDecides.includes(rule);
  // What is answered, or has to be shown, is open as long as it is not, whichever facts it is said to need.
  if (pointer.includes("/requiresFacts")) return true;
  // Every deployment needs that review; the boundary says why.
  return rule === "tested-for-safety" && !change.includes("actions");
}

test("they notice every slip that changes what is decided", () => {
  const read = profileReader(standardFacts);
  const texts = recommendedTests.map((row) => ({ row, text: JSON.stringify([row.profile, row.expect]) }));
  // A sample in `npm test`; all of them in `npm run prove`.
  const every = draws(1).numRuns > 1 ? 1 : 16;
  const slips = mutatePolicy(recommendedPolicy).filter((_, index) => index % every === 0);
  const unnoticed = slips
    .filter((slip) => !decidesNothing(slip))
    .filter(({ rule, policy }) => {
      const judge = createJudge(policy, standardFacts, {}, read);
      const isNoticed = ({ row }: (typeof texts)[number]) => judge(row).failures.length > 0;
      const isNaming = ({ text }: (typeof texts)[number]) => text.includes(JSON.stringify(rule));
      return !texts.filter(isNaming).some(isNoticed) && !texts.some(isNoticed);
    });
  expect(unnoticed.map(({ rule, pointer, change }) => `${rule} ${pointer}: ${change}`)).toEqual([]);
  expect(slips.length).toBeGreaterThan(1000 / every);
});
