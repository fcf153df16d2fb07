import { createClassifier, type Policy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { emptyPolicy, manyUsers, policyOf } from "./a-policy.js";
import { type Mistake, mistakesIn, refusalOf } from "./mistakes.js";

const when = "/criteria/0/when";

const score = (points: unknown) => ({ score: [{ points, when: manyUsers }], atLeast: 1 });

describe("what only a policy that was never read can hold", () => {
  const rows: readonly (readonly [says: string, policy: Policy, mistakes: readonly Mistake[], named: string])[] = [
    [
      "an endless line",
      policyOf({ fact: "users", atLeast: Number.POSITIVE_INFINITY }),
      [[`${when}/atLeast`, "wrong-type"]],
      "Infinity",
    ],
    [
      "a line at nothing",
      policyOf({ fact: "users", atLeast: undefined }),
      [[`${when}/atLeast`, "wrong-type"]],
      "nothing",
    ],
    [
      "one member that is no list",
      policyOf({ fact: "sensitiveData", includesAny: "health" }),
      [[`${when}/includesAny`, "wrong-type"]],
      "a list of members",
    ],
    [
      "no members at all",
      policyOf({ fact: "sensitiveData", includesAll: [] }),
      [[`${when}/includesAll`, "wrong-type"]],
      "[]",
    ],
    [
      "a size that is no line",
      policyOf({ fact: "sensitiveData", size: 2 }),
      [[`${when}/size`, "wrong-type"]],
      'such as { "atLeast": 2 }, after "size", but saw 2',
    ],
    [
      "a size that includes something",
      policyOf({ fact: "sensitiveData", size: { includesAny: ["health"] } }),
      [[`${when}/size/includesAny`, "unfit-operator"]],
      'the size of "sensitiveData", which is a number',
    ],
    [
      "an endless size",
      policyOf({ fact: "complianceRegimes", size: { atLeast: Number.POSITIVE_INFINITY } }),
      [[`${when}/size/atLeast`, "wrong-type"]],
      "Infinity",
    ],
    ["one end of two", policyOf({ fact: "users", between: [1] }), [[`${when}/between`, "wrong-type"]], "[1]"],
    [
      "a set that is empty or not, by text",
      policyOf({ fact: "sensitiveData", isEmpty: "no" }),
      [[`${when}/isEmpty`, "wrong-type"]],
      '"no"',
    ],
    [
      "a member that is no text",
      policyOf({ fact: "complianceRegimes", includesAny: [7] }),
      [[`${when}/includesAny/0`, "unknown-value"]],
      "7",
    ],
    ["a third of a point", policyOf(score(1 / 3)), [[`${when}/score/0/points`, "out-of-range"]], "decimals"],
    ["a count without a number", policyOf({ count: [manyUsers] }), [[`${when}/atLeast`, "wrong-type"]], "nothing"],
    ["a misspelt keyword", policyOf({ al: [manyUsers] }), [["", "unknown-reference"]], "parsePolicy"],
    ["no condition", policyOf(undefined), [[when, "wrong-type"]], "parsePolicy"],
    ["no rules but text", { ...emptyPolicy, criteria: "none" as never }, [["/criteria", "wrong-type"]], "parsePolicy"],
  ];

  test.each(rows)("%s is refused", (_, policy, mistakes, named) => {
    const problems = refusalOf(() => createClassifier(policy));
    expect(mistakesIn(problems)).toEqual(mistakes);
    expect(problems[0]?.message).toContain(named);
  });
});
