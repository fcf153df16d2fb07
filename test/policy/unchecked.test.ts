import { classify, type Policy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { criterion, emptyPolicy, limitedTiers, manyUsers, policyOf, rubric, sign } from "./a-policy.js";
import { refusalOf } from "./mistakes.js";

describe("a wrong policy that nobody checked is refused when it is asked", () => {
  test.each<[string, Policy]>([
    ["an unknown fact", policyOf({ fact: "weather", atLeast: 1 })],
    ["a fact named like a part of every object", policyOf({ fact: "constructor", is: true })],
    ["an unknown level", policyOf({ fact: "calculation", atLeast: "wild" })],
    ["an unknown end of a range", policyOf({ fact: "calculation", between: ["none", "wild"] })],
    ["a number for yes or no", policyOf({ fact: "dailyDependence", is: 1 })],
    ["an order of sets", policyOf({ fact: "sensitiveData", atLeast: "health" })],
    ["members of a number", policyOf({ fact: "users", includesAny: ["x"] })],
    ["members of a size", policyOf({ fact: "sensitiveData", size: { includesAny: ["x"] } })],
    ["no operator", policyOf({ fact: "users" })],
    ["an unknown tier of a criterion", { ...emptyPolicy, criteria: [criterion(manyUsers, { tier: "moon" })] }],
    ["an unknown tier of a sign", { ...emptyPolicy, signs: [sign("sign", manyUsers, { tier: "moon" })] }],
    ["an unknown sign", policyOf({ all: [{ sign: "nobody" }] })],
    ["an unknown rubric", policyOf({ score: "nobody", atLeast: 1 })],
    ["a sign that rests on itself", { ...emptyPolicy, signs: [sign("a", { sign: "a" })] }],
    [
      "signs in a circle",
      { ...emptyPolicy, signs: [sign("a", { sign: "b" }), sign("b", manyUsers, { unless: { sign: "a" } })] },
    ],
    [
      "a rubric that rests on itself",
      policyOf({ score: "r", atLeast: 1 }, { rubrics: [rubric("r", { score: "r", atLeast: 1 })] }),
    ],
    ["limits on the highest tier", { ...emptyPolicy, tiers: [...limitedTiers(manyUsers)].reverse() }],
    [
      "a sign where one tier is all there is",
      { ...emptyPolicy, tiers: emptyPolicy.tiers.slice(1), signs: [sign("a", manyUsers)] },
    ],
    ["a misspelt keyword", policyOf({ al: [manyUsers] })],
    ["no condition", policyOf(undefined)],
    ["no tiers", { ...emptyPolicy, tiers: undefined as never }],
  ])("%s", (_, policy) => {
    const [problem, ...rest] = refusalOf(() =>
      classify({ id: "rota", name: "Rota", audience: { users: 400 } }, policy),
    );
    expect(problem).toMatchObject({ pointer: "", code: "unknown-reference" });
    expect(problem?.message).toContain("parsePolicy");
    expect(rest).toEqual([]);
  });
});
