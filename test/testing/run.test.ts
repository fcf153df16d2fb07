import { standardPolicy } from "plimsoll";
import { app, type Expectation, harmlessApp, reportPolicyTests, runPolicyTests } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { emptyPolicy, policyOf } from "../policy/a-policy.js";

const crowd = harmlessApp("Rota").usedBy(140).build();
const rota = app("Rota").build();

const failuresOf = (profile: unknown, expected: Expectation) =>
  runPolicyTests(standardPolicy, { tests: [{ name: "it", profile, expect: expected }] }).tests[0]?.failures;

describe("an expectation", () => {
  test.each<[string, unknown, Expectation]>([
    ["a tier", crowd, { tier: "it-review" }],
    ["a rule that holds", crowd, { because: ["many-users"] }],
    ["a rule that does not", crowd, { not: ["regulated-data"] }],
    ["a fact that a rule rests on", crowd, { because: ["users"] }],
    ["a fact that no rule rests on", crowd, { not: ["calculation"] }],
    ["an open tier", rota, { undecided: true }],
    ["an open tier with its ends", rota, { undecided: { tier: "citizen", ceiling: "professional" } }],
    ["what is no profile", {}, { invalid: true }],
    ["a problem at its place", { id: "rota" }, { invalid: { at: "/name" } }],
  ])("of %s is met", (_, profile, expected) => {
    expect(failuresOf(profile, expected)).toEqual([]);
  });

  test.each<[string, unknown, Expectation, string]>([
    ["another tier", crowd, { tier: "citizen" }, 'Expected "citizen", but it is "it-review".'],
    [
      "a tier that is only possible",
      rota,
      { tier: "citizen" },
      'Expected "citizen", but it is between "citizen" and "professional".',
    ],
    ["an open tier", crowd, { undecided: true }, 'Expected it to be undecided, but it is certainly "it-review".'],
    [
      "other ends",
      rota,
      { undecided: { ceiling: "it-review" } },
      'Expected it between "citizen" and "it-review", but it is between "citizen" and "professional".',
    ],
    ["a rule", crowd, { because: ["regulated-data"] }, 'Expected that "regulated-data" holds, but it is not so.'],
    [
      "a rule that is only possible",
      rota,
      { because: ["many-users"] },
      'Expected that "Many users" (many-users) holds, but it is possible.',
    ],
    [
      "no such rule",
      crowd,
      { not: ["many-users"] },
      'Expected that "Many users" (many-users) does not hold, but it does.',
    ],
    [
      "a fact",
      crowd,
      { because: ["calculation"] },
      'Expected a rule that holds because of "calculation", but none does.',
    ],
    [
      "a fact of a rule that is only possible",
      rota,
      { because: ["users"] },
      'Expected a rule that holds because of "users", but none does.',
    ],
    [
      "no such fact",
      crowd,
      { not: ["users"] },
      'Expected no rule that holds because of "users", but "Many users" (many-users) does.',
    ],
    [
      "no profile",
      rota,
      { invalid: true },
      'Expected this not to be a profile, but it is one, and it is between "citizen" and "professional".',
    ],
    ["a problem elsewhere", {}, { invalid: { at: "/users" } }, "Expected a problem at /users."],
    ["a tier of what is no profile", {}, { tier: "citizen" }, "The profile cannot be read."],
  ])("of %s says what was seen instead", (_, profile, expected, failure) => {
    expect(failuresOf(profile, expected)?.[0]).toBe(failure);
  });
});

describe("a report", () => {
  test("tells the rules that decided, with what they saw, and the nearest app that would pass", () => {
    const report = runPolicyTests(standardPolicy, {
      tests: [{ name: "a crowd", profile: crowd, expect: { tier: "citizen" } }],
    });
    expect(report.passed).toBe(false);
    expect(reportPolicyTests(report)).toMatch(
      /^✗ a crowd\n {2}Expected "citizen".*\n {2}- Many users \(many-users\): How many people use it now\? 140 people; the line is 100 or more\.\n {2}It would be there with:\n {2}→ Let 99 people use it at most, instead of 140\.\n✗ No test reaches/,
    );
  });

  test("names the rules that no test reaches, and is not passed then", () => {
    const { unreached, passed } = runPolicyTests(policyOf({ fact: "users", atLeast: 100 }), {
      tests: [{ name: "few", profile: harmlessApp("Rota").build(), expect: { tier: "team" } }],
    });
    expect([unreached, passed]).toEqual([["rule"], false]);
  });

  test("of claims alone asks for no test", () => {
    const report = runPolicyTests(standardPolicy, {
      claims: [{ monotone: true }, { never: { tier: { is: "citizen" } } }],
    });
    expect(report.unreached).toEqual([]);
    expect(report.claims.map(({ passed }) => passed)).toEqual([true, false]);
    expect(report.claims[1]?.witnesses[0]?.tier).toBe("citizen");
    expect(reportPolicyTests(report)).toMatch(/1 of 2 claims holds\.\n$/);
  });

  test("shows both apps where it takes two", () => {
    const [claim] = runPolicyTests(standardPolicy, { claims: [{ title: "steps", stepsAtMost: 1 }] }).claims;
    expect(claim).toMatchObject({
      title: "steps",
      passed: false,
      witnesses: [{ tier: "citizen" }, { tier: "professional" }],
    });
  });

  test("does not take a claim about nothing for one that holds", () => {
    const nobody = {
      all: [
        { fact: "users", below: 5 },
        { fact: "users", above: 5 },
      ],
    } as const;
    const [claim] = runPolicyTests(standardPolicy, {
      claims: [{ never: { tier: { is: "citizen" } }, where: nobody }],
    }).claims;
    expect(claim).toMatchObject({
      passed: false,
      message: "It holds only because no app is like the ones it is about.",
    });
  });

  test("says when a claim is too large to be asked", () => {
    const [claim] = runPolicyTests(standardPolicy, { claims: [{ monotone: true }] }, { budget: 5 }).claims;
    expect(claim?.passed).toBe(false);
    expect(claim?.message).toContain("budget");
  });

  test("is empty when there is nothing to tell", () => {
    expect(runPolicyTests(emptyPolicy, { tests: [] }).passed).toBe(true);
  });
});

test("of many names that there are not, fifty are told", () => {
  const because = Array.from({ length: 300 }, (_, index) => `rule-${index}`);
  const tests = { tests: [{ name: "too much", profile: { id: "rota", name: "Rota" }, expect: { because } }] };
  expect(() => runPolicyTests(standardPolicy, tests)).toThrow(
    expect.objectContaining({ code: "invalid-tests", problems: expect.objectContaining({ length: 50 }) }),
  );
});
