import type { AppProfile, Policy } from "plimsoll";
import {
  parsePolicyTests,
  plimsollMatchers,
  policyCoverage,
  runPolicyMutation,
  runPolicyTests,
  safeParsePolicyTests,
} from "plimsoll/testing";
import { expect, test } from "vitest";
import { policyOf } from "../policy/a-policy.js";

const policy: Policy = policyOf({ fact: "daysSinceReview", atLeast: 365 });
const profile: AppProfile = { id: "rota", name: "Rota", lifecycle: { reviewedOn: "2025-01-01" } };
const [before, after] = ["2025-12-31", "2026-01-01"];

const file = (asOf?: string) => ({
  ...(asOf !== undefined && { asOf }),
  tests: [
    { name: "as of the day of all tests", profile, expect: { tier: "central" } },
    { name: "as of its own", profile, asOf: before, expect: { tier: "team" } },
  ],
});
const passed = (tests: object, options: object = {}) =>
  runPolicyTests(policy, parsePolicyTests(tests), options).tests.map((each) => each.passed);

test("a test is held as of its own day, that of its file, or the one that is asked about, in this order", () => {
  expect(passed(file(after))).toEqual([true, true]);
  expect(passed(file(after), { asOf: before })).toEqual([true, true]);
  expect(passed(file(), { asOf: after })).toEqual([true, true]);
  expect(passed(file(before), { asOf: after })).toEqual([false, true]);
  expect(passed(file())).toEqual([false, true]);
});

test("a test that fails says how the app would be there on its day", () => {
  const late = { tests: [{ name: "late", profile, asOf: after, expect: { tier: "team" } }] };
  expect(runPolicyTests(policy, parsePolicyTests(late)).tests).toMatchObject([
    {
      because: ["A rule (rule): How many days ago did IT last review it? 365 days; the line is 365 or more."],
      nearest: ["Let IT review it again, so that the last time is 364 days ago at most, instead of 365."],
    },
  ]);
});

test.each([
  ["the file", { ...file("soon") }, "/asOf"],
  ["a test", { tests: [{ name: "a", profile, asOf: "2026-02-30", expect: { tier: "team" } }] }, "/tests/0/asOf"],
])("what is no day is a problem of %s", (_, tests, pointer) => {
  const result = safeParsePolicyTests(tests);
  expect(result.ok ? [] : result.problems).toMatchObject([{ pointer }]);
});

test("coverage looks at each app as of its day", () => {
  const coverage = policyCoverage(policy, [{ profile, asOf: before }, profile], { asOf: after });
  expect(coverage.rules).toMatchObject([{ held: 1, heldNot: 1 }]);
  expect(coverage.edges.map(({ value, seen }) => [value, seen])).toEqual([
    [364, true],
    [365, true],
  ]);
  expect(policyCoverage(policy, [profile]).rules).toMatchObject([{ held: 0, heldNot: 0 }]);
});

test("a slip that no test notices comes with a test that would, and its day", () => {
  const { survived, killed } = runPolicyMutation(policy, parsePolicyTests(file(after)));
  expect(survived).toEqual([]);
  expect(killed).toBeGreaterThan(0);
  const weak = { tests: [{ name: "old", profile, asOf: "2030-01-01", expect: { tier: "central" } }] };
  const found = runPolicyMutation(policy, parsePolicyTests(weak)).survived;
  const suggested = found.flatMap(({ test: own }) => own ?? []);
  expect(suggested.length).toBeGreaterThan(0);
  expect(suggested.every(({ asOf }) => asOf === "2026-01-01")).toBe(true);
  expect(passed({ tests: suggested })).toEqual(suggested.map(() => true));
});

test("matchers look at an app as of the day that they are handed", () => {
  const { toClassifyAs, toSatisfyPolicy, toBeSettled, toRaiseSign } = plimsollMatchers;
  expect(toClassifyAs(profile, "central", { policy, asOf: after }).pass).toBe(true);
  expect(toClassifyAs(profile, "team", { policy, asOf: before }).pass).toBe(true);
  expect(toRaiseSign(profile, "rule", { policy, asOf: after }).pass).toBe(true);
  expect(toSatisfyPolicy(profile, policy, { asOf: before, atMost: "team" }).pass).toBe(true);
  expect(toBeSettled(profile, { policy, asOf: before }).pass).toBe(true);
  expect(toBeSettled(profile, { policy }).pass).toBe(false);
});
