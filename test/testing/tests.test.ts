import { PlimsollError, standardPolicy } from "plimsoll";
import { parsePolicyTests, runPolicyTests, safeParsePolicyTests } from "plimsoll/testing";
import { describe, expect, test } from "vitest";

const rota = { id: "rota", name: "Rota" };
const one = (expected: unknown, more: object = {}) => ({
  tests: [{ name: "a test", profile: rota, expect: expected, ...more }],
});

describe("tests from JSON", () => {
  test.each<[string, unknown, string, string]>([
    ["that are no object", [], "", "wrong-type"],
    ["without anything to test", { title: "Empty" }, "", "wrong-type"],
    ["with an empty list", { tests: [] }, "/tests", "out-of-range"],
    ["with a row that expects nothing", one({}), "/tests/0/expect", "wrong-type"],
    ["with a row without an expectation", one(undefined), "/tests/0/expect", "missing"],
    [
      "with a row without a name",
      { tests: [{ profile: rota, expect: { tier: "citizen" } }] },
      "/tests/0/name",
      "missing",
    ],
    [
      "with two expectations that exclude each other",
      one({ tier: "citizen", undecided: true }),
      "/tests/0/expect",
      "wrong-type",
    ],
    [
      "that ask for rules of what is no profile",
      one({ invalid: true, because: ["many-users"] }),
      "/tests/0/expect",
      "wrong-type",
    ],
    ["with a misspelt expectation", one({ teir: "citizen" }), "/tests/0/expect/teir", "unknown-key"],
    ["with a claim that is no object", { claims: ["monotone"] }, "/claims/0", "wrong-type"],
  ])("%s are refused, and it is said where", (_, input, pointer, code) => {
    const result = safeParsePolicyTests(input);
    expect(result.ok ? [] : result.problems.map((problem) => [problem.pointer, problem.code])).toContainEqual([
      pointer,
      code,
    ]);
    expect(() => parsePolicyTests(input)).toThrow(expect.objectContaining({ code: "invalid-tests" }));
  });

  test("are told what they lack in a sentence", () => {
    const result = safeParsePolicyTests(one({}));
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toEqual([
      "This test expects nothing. Say what is expected: a tier, undecided, invalid, because, not, severity, covered, reviews, a decision, or an audit.",
    ]);
  });

  test("are read as they are", () => {
    const input = { title: "Ours", ...one({ undecided: { tier: "citizen" } }), claims: [{ monotone: true }] };
    expect(parsePolicyTests(input)).toEqual(input);
  });
});

describe("tests that do not fit a policy", () => {
  test.each<[object, string, string | undefined]>([
    [{ tier: "citzen" }, "/tests/0/expect/tier", "citizen"],
    [{ undecided: { tier: "nobody" } }, "/tests/0/expect/undecided/tier", undefined],
    [{ undecided: { ceiling: "profesional" } }, "/tests/0/expect/undecided/ceiling", "professional"],
    [{ because: ["many-user"] }, "/tests/0/expect/because/0", "many-users"],
    [{ not: ["many-users", "biulder-gone"] }, "/tests/0/expect/not/1", "builder-gone"],
  ])("%j are refused with what was meant", (expected, pointer, suggestion) => {
    const run = () => runPolicyTests(standardPolicy, parsePolicyTests(one(expected)));
    expect(run).toThrow(PlimsollError);
    try {
      run();
    } catch (error) {
      const [problem] = error instanceof PlimsollError ? error.problems : [];
      expect([problem?.pointer, problem?.suggestion]).toEqual([pointer, suggestion]);
    }
  });
});
