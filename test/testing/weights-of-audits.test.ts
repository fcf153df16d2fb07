import { definePolicy } from "plimsoll";
import { diffPolicies } from "plimsoll/analysis";
import {
  coverageText,
  type ExpectedAudit,
  harmlessApp,
  mutatePolicy,
  type PolicyTest,
  policyCoverage,
  runPolicyMutation,
  runPolicyTests,
} from "plimsoll/testing";
import { describe, expect, test } from "vitest";

const asOf = "2026-01-12";

const policy = definePolicy({
  id: "ours",
  version: "1.0.0",
  title: "Ours",
  tiers: [
    { id: "open", title: "Open", advice: "Go on." },
    { id: "reviewed", title: "Reviewed", advice: "Ask somebody to look at it." },
  ],
  criteria: [
    { id: "crowd", title: "A crowd", tier: "reviewed", why: "Many rely on it.", when: { fact: "users", atLeast: 100 } },
    {
      id: "writer",
      title: "A writer",
      tier: "reviewed",
      why: "It changes things.",
      when: { fact: "systemsWritten", atLeast: 1 },
    },
  ],
  audit: {
    everyDays: 90,
    points: { high: 8, medium: 4, low: 2 },
    tierPoints: { reviewed: 4 },
    furtherShare: 0.5,
    weights: [
      {
        id: "far",
        title: "it runs far from here",
        when: { fact: "departments", atLeast: 2 },
        times: 3,
        why: "Nobody is near.",
      },
      {
        id: "needed",
        title: "daily work depends on it",
        when: { fact: "dailyDependence", is: true },
        times: 1.5,
        why: "People wait.",
      },
    ],
    checks: [
      {
        id: "unused",
        title: "Unused",
        severity: "low",
        suggests: "retirement",
        when: { fact: "users", below: 1 },
        why: "It rests.",
      },
    ],
  },
});

const app = harmlessApp("List");
const expecting = (name: string, profile: PolicyTest["profile"], audit: ExpectedAudit): PolicyTest => ({
  name,
  profile,
  asOf,
  expect: { audit },
});
const crowd = app.usedBy(100);
const unused = app.usedBy(0).build();
const far = crowd.inDepartments("Sales", "Finance");
const tests: readonly PolicyTest[] = [
  expecting("a crowd alone", crowd.build(), { points: 4, suggests: null }),
  expecting("one short of a crowd", app.usedBy(99).build(), { points: 0 }),
  expecting("one more than nobody", app.usedBy(1).build(), { not: ["unused"], suggests: null }),
  expecting("a crowd in two places", far.build(), { points: 12 }),
  expecting("a crowd in three places", crowd.inDepartments("Sales", "Finance", "Legal").build(), { points: 12 }),
  expecting("a crowd that needs it daily", crowd.neededDaily().build(), { points: 6 }),
  expecting("a crowd that is written for", crowd.writes("ERP").build(), { points: 6 }),
  expecting("written for, and by itself", app.writes("ERP").build(), { points: 4 }),
  expecting("nobody at all", unused, { finds: { unused: "low" }, points: 2, suggests: "retirement" }),
];

describe("what a test expects of an audit", () => {
  test("is told by points, with all that weighs, and by what is suggested", () => {
    expect(runPolicyTests(policy, { tests }).tests.flatMap(({ failures }) => failures)).toEqual([]);
  });

  test("is not so where something else is suggested", () => {
    const wrong = [
      expecting("unused", unused, { suggests: null }),
      expecting("a crowd", crowd.build(), { suggests: "retirement" }),
    ];
    expect(runPolicyTests(policy, { tests: wrong }).tests.flatMap(({ failures }) => failures)).toEqual([
      "Expected an audit to suggest nothing, but it suggests retirement.",
      "Expected an audit to suggest retirement, but it suggests nothing.",
    ]);
  });
});

describe("slips in what weighs", () => {
  const inAudit = mutatePolicy(policy).filter(({ pointer }) =>
    /^\/audit\/(weights|furtherShare)|suggests/.test(pointer),
  );

  test("are made of conditions, of times, of shares and of suggestions, and of what is left out", () => {
    const changes = inAudit.map(({ rule, change }) => `${rule}: ${change}`);
    expect(changes).toEqual(
      expect.arrayContaining([
        'unused: "suggests" is left out',
        'far: {"fact":"departments","atLeast":2} became {"fact":"departments","atLeast":3}',
        "far: 3 became 2",
        "far: the weight is gone",
        "needed: 1.5 became 1.4",
        "furtherShare: 0.5 became 0.6",
        'furtherShare: "furtherShare" is left out',
      ]),
    );
  });

  test("are noticed by points and suggestions, each of them", () => {
    const { survived, unshown } = runPolicyMutation(policy, { tests });
    const found = survived.filter(({ pointer }) => /^\/audit\/(checks|weights|furtherShare|tierPoints)/.test(pointer));
    expect(found).toEqual([]);
    expect(unshown).toEqual([]);
  });

  test("come with the test that would notice, where none does", () => {
    const { survived } = runPolicyMutation(policy, { tests: [] });
    const found = survived.filter(({ pointer }) => /\/audit\/weights|suggests/.test(pointer));
    expect(found.length).toBeGreaterThan(5);
    for (const { test: made, change } of found) {
      expect(made, change).not.toBeNull();
      const report = runPolicyTests(policy, { tests: made === null ? [] : [made] });
      expect(
        report.tests.map(({ failures }) => failures),
        change,
      ).toEqual([[]]);
    }
  });

  test.each(inAudit.filter(({ pointer }) => pointer !== "/audit/furtherShare"))(
    "are told by a diff, with an app: $rule, $change",
    (mutant) => {
      const diff = diffPolicies(policy, mutant.policy);
      const parts = diff.verdict === "different" ? diff.parts : [];
      expect(parts.map(({ effect }) => effect)).toEqual(["decides"]);
    },
  );

  test("in the share of further findings are told by a diff, though without an app", () => {
    const [mutant] = inAudit.filter(({ pointer }) => pointer === "/audit/furtherShare");
    const diff = diffPolicies(policy, mutant?.policy ?? policy);
    expect(diff).toMatchObject({ verdict: "different", parts: [{ part: "audit", effect: "may-decide" }] });
  });
});

test("coverage says which weight no test saw", () => {
  const rows = tests.filter(({ name }) => name !== "a crowd that needs it daily") as readonly (PolicyTest & {
    profile: ReturnType<typeof app.build>;
  })[];
  const coverage = policyCoverage(policy, rows);
  expect(coverage.weights).toEqual([
    { weight: "far", pointer: "/audit/weights/0", weighed: 2 },
    { weight: "needed", pointer: "/audit/weights/1", weighed: 0 },
  ]);
  expect(coverageText(coverage)).toContain('No test sees "needed" weigh in what an audit finds.');
});
