import { readFileSync } from "node:fs";
import { safeParseProfile, standardPolicy } from "plimsoll";
import {
  coverageText,
  harmlessApp,
  type PolicyTest,
  type PolicyTests,
  parsePolicyTests,
  policyCoverage,
  reportPolicyTests,
  runPolicyMutation,
  runPolicyTests,
} from "plimsoll/testing";
import { expect, test } from "vitest";
import { criteria } from "./criteria.js";
import { decisions, uncoveredTests } from "./decisions.js";
import { policyTestsOf } from "./rule-table.js";
import { signs } from "./signs.js";

const file = new URL("standard.policy-test.json", import.meta.url);
const promises = parsePolicyTests(JSON.parse(readFileSync(file, "utf8")));
const rows = Object.entries({ ...criteria, ...signs }).flatMap(([id, table]) => [
  ...policyTestsOf(id, table),
  ...uncoveredTests(id, table),
]);

/** Apps of which everything is known, whatever facts there are. */
const settled: readonly PolicyTest[] = [
  { name: "a team's list is its own", profile: harmlessApp("List").build(), expect: { tier: "citizen" } },
  {
    name: "a hundred people need IT for half an hour",
    profile: harmlessApp("List").usedBy(100).build(),
    expect: { tier: "it-review", because: ["many-users"] },
  },
];
const tests: PolicyTests = { ...promises, tests: [...(promises.tests ?? []), ...rows, ...settled, ...decisions] };

test("the standard policy passes its own tests", () => {
  const report = runPolicyTests(standardPolicy, tests);
  expect(reportPolicyTests(report)).toBe(
    `${tests.tests?.length} tests of ${tests.tests?.length} passed; 6 claims hold.\n`,
  );
  expect(report.passed).toBe(true);
});

test("its tests show all of it", () => {
  const apps = (tests.tests ?? []).flatMap((row) => {
    const result = safeParseProfile(row.profile);
    return result.ok ? [{ asOf: tests.asOf, ...row, profile: result.value }] : [];
  });
  expect(coverageText(policyCoverage(standardPolicy, apps))).toMatch(/^Policy coverage: 100 %/);
});

test("they notice every slip that changes anything", () => {
  const { score, survived, killed } = runPolicyMutation(standardPolicy, tests);
  expect(survived).toEqual([]);
  expect(score).toBe(1);
  expect(killed).toBeGreaterThan(100);
});
