import { PlimsollError, parsePolicy, safeParsePolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { criterion, emptyPolicy, limitedTiers, manyUsers, policyOf, sign } from "../../policy/a-policy.js";
import { type Mistake, mistakesIn, problemsOf } from "../../policy/mistakes.js";

/** Something that has not the form of a policy: what is found, and what the first message must name. */
type Row = readonly [says: string, policy: unknown, mistakes: readonly Mistake[], named: readonly string[]];

const when = "/criteria/0/when";

function testForm(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    test.each(rows)("%s", (_, policy, mistakes, named) => {
      const problems = problemsOf(policy);
      expect(mistakesIn(problems)).toEqual(mistakes);
      for (const word of named) expect(problems[0]?.message).toContain(word);
    });
  });
}

testForm("a policy that is none", [
  ["nothing", undefined, [["", "not-json"]], ["undefined"]],
  ["null", null, [["", "wrong-type"]], ["an object", "null"]],
  ["a list", [emptyPolicy], [["", "wrong-type"]], ["a list"]],
  ["text", "standard", [["", "wrong-type"]], ['"standard"']],
  [
    "an empty object",
    {},
    [
      ["/id", "missing"],
      ["/version", "missing"],
      ["/title", "missing"],
      ["/tiers", "missing"],
    ],
    ["text"],
  ],
  ["a function in it", { ...emptyPolicy, criteria: [criterion(() => true)] }, [[when, "not-json"]], ["function"]],
]);

testForm("a field of a policy", [
  [
    "that is misspelt",
    { ...emptyPolicy, criterias: [] },
    [["/criterias", "unknown-key", "criteria"]],
    ["criterias", "criteria"],
  ],
  [
    "of another version of the format",
    { ...emptyPolicy, schemaVersion: 2 },
    [["/schemaVersion", "unknown-value", "1"]],
    ["2", "1"],
  ],
  ["that is a number", { ...emptyPolicy, version: 1 }, [["/version", "wrong-type"]], ["text", "1"]],
  ["that is empty", { ...emptyPolicy, title: "" }, [["/title", "out-of-range"]], ["1 character"]],
  ["that is no list", { ...emptyPolicy, signs: {} }, [["/signs", "wrong-type"]], ["a list", "an object"]],
  [
    "of a tier that is missing",
    { ...emptyPolicy, tiers: [{ id: "a", title: "A" }, emptyPolicy.tiers[1]] },
    [["/tiers/0/advice", "missing"]],
    ["text"],
  ],
]);

testForm("a field of a rule", [
  [
    "that is misspelt",
    { ...emptyPolicy, criteria: [criterion(manyUsers, { sorce: "x" })] },
    [["/criteria/0/sorce", "unknown-key", "source"]],
    ["sorce"],
  ],
  [
    "that belongs to a sign",
    { ...emptyPolicy, criteria: [criterion(manyUsers, { severity: "low" })] },
    [["/criteria/0/severity", "unknown-key"]],
    ["severity", "unless"],
  ],
  [
    "that is missing in a criterion",
    { ...emptyPolicy, criteria: [{ id: "rule", tier: "central", title: "A rule", when: manyUsers }] },
    [["/criteria/0/why", "missing"]],
    ["text"],
  ],
  [
    "with a misspelt severity",
    { ...emptyPolicy, signs: [sign("s", manyUsers, { severity: "hihg" })] },
    [["/signs/0/severity", "unknown-value", "high"]],
    ["hihg"],
  ],
  [
    "that a limit has not",
    { ...emptyPolicy, tiers: limitedTiers(manyUsers, { when: manyUsers }) },
    [["/tiers/0/limits/0/when", "unknown-key"]],
    ["when"],
  ],
  [
    "with a covered rule that is no text",
    policyOf(manyUsers, { components: [{ id: "c", title: "C", covers: [1] }] }),
    [["/components/0/covers/0", "wrong-type"]],
    ["text", "1"],
  ],
]);

testForm("a condition", [
  ["that is a list", policyOf([manyUsers]), [[when, "wrong-type"]], ["an object", "a list"]],
  ["that is null", policyOf(null), [[when, "wrong-type"]], ["null"]],
  [
    "with a misspelt operator",
    policyOf({ fact: "users", atleast: 100 }),
    [[`${when}/atleast`, "unknown-key", "atLeast"]],
    ["atleast"],
  ],
  [
    "with a misspelt fact",
    policyOf({ fct: "users", atLeast: 100 }),
    [
      [`${when}/fact`, "missing"],
      [`${when}/fct`, "unknown-key", "fact"],
    ],
    ["text"],
  ],
  [
    "with a list for a line",
    policyOf({ fact: "users", atLeast: [100] }),
    [[`${when}/atLeast`, "wrong-type"]],
    ["a list"],
  ],
  ["with one end of two", policyOf({ fact: "users", between: [1] }), [[`${when}/between`, "out-of-range"]], ["2"]],
  [
    "with one part that is no list",
    policyOf({ all: manyUsers }),
    [[`${when}/all`, "wrong-type"]],
    ["a list", "an object"],
  ],
  [
    "with a count of nothing in particular",
    policyOf({ count: [manyUsers] }),
    [[`${when}/atLeast`, "missing"]],
    ["a number"],
  ],
  [
    "of a wrong type at depth",
    policyOf({ all: [{ any: [manyUsers, { not: { fact: "users", atLeast: true } }] }] }),
    [[`${when}/all/0/any/1/not/atLeast`, "wrong-type"]],
    ["true"],
  ],
  [
    "with a field too many at depth",
    policyOf({ all: [{ not: manyUsers, atLeast: 1 }] }),
    [[`${when}/all/0/atLeast`, "unknown-key"]],
    ["atLeast"],
  ],
]);

test("a policy that is nested without end is refused", () => {
  const deep = Array.from({ length: 200 }).reduce<unknown>((inner) => ({ not: inner }), manyUsers);
  expect(problemsOf(policyOf(deep))).toMatchObject([{ code: "too-large" }]);
});

test("reading throws the problems that safe reading returns", () => {
  const wrong = policyOf({ fact: "userz", atLeast: 1 });
  const result = safeParsePolicy(wrong);
  expect(() => parsePolicy(wrong)).toThrow(PlimsollError);
  expect(() => parsePolicy(wrong)).toThrow(
    expect.objectContaining({ code: "invalid-policy", problems: result.ok ? [] : result.problems }),
  );
});

test("what is read is a copy", () => {
  const input = structuredClone(policyOf({ fact: "users", atLeast: 100 }));
  const policy = parsePolicy(input);
  expect(policy).toEqual(input);
  expect(policy.criteria?.[0]).not.toBe(input.criteria?.[0]);
});
