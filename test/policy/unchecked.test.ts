import { classify, createClassifier, type Policy } from "plimsoll";
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
  ])("%s", (_, policy) => {
    const [problem, ...rest] = refusalOf(() =>
      classify({ id: "rota", name: "Rota", audience: { users: 400 } }, policy),
    );
    expect(problem).toMatchObject({ pointer: "", code: "unknown-reference" });
    expect(problem?.message).toContain("parsePolicy");
    expect(rest).toEqual([]);
  });
});

/** A fact of its own, as its record should be. */
const record = { question: "Macros?", domain: { kind: "boolean" }, from: { read: "/extensions/macros" } };
const withFact = (changes: object) =>
  policyOf({ fact: "macros", is: true }, { facts: { macros: { ...record, ...changes } } });

/** What has not the form of a policy, and where it stops having it. */
const misshapen: readonly (readonly [says: string, pointer: string, policy: unknown])[] = [
  ["nothing", "/tiers", null],
  ["no tiers", "/tiers", { ...emptyPolicy, tiers: undefined }],
  ["a tier that is none", "/tiers/1", { ...emptyPolicy, tiers: [emptyPolicy.tiers[0], null] }],
  ["no condition", "/criteria/0/when", policyOf(undefined)],
  ["no condition of a limit", "/tiers/0/limits/0/holds", { ...emptyPolicy, tiers: limitedTiers(undefined) }],
  ["no list of criteria", "/criteria", { ...emptyPolicy, criteria: {} }],
  ["a part that is no condition", "/criteria/0/when/all/1", policyOf({ all: [manyUsers, null] })],
  ["no list of parts", "/criteria/0/when/any", policyOf({ any: manyUsers })],
  ["no range", "/criteria/0/when/between", policyOf({ fact: "users", between: 3 })],
  ["no members", "/criteria/0/when/includesAny", policyOf({ fact: "sensitiveData", includesAny: "health" })],
  ["no points", "/criteria/0/when/score", policyOf({ score: 3, atLeast: 1 })],
  ["points for nothing", "/criteria/0/when/score/0/when", policyOf({ score: [{ points: 1 }], atLeast: 1 })],
  ["no items", "/rubrics/0/items", policyOf({ score: "r", atLeast: 1 }, { rubrics: [{ id: "r" }] })],
  ["a fact without a form", "/facts/macros/from", withFact({ from: undefined })],
  ["a fact without levels", "/facts/macros/domain", withFact({ domain: { kind: "ordinal" } })],
  ["a fact at no place", "/facts/macros/from/read", withFact({ from: { read: 7 } })],
  ["a fact with no condition", "/facts/macros/from/where", withFact({ from: { each: "/data", where: null } })],
];

describe("what has not the form of a policy is refused where it stops having it", () => {
  test.each(misshapen)("%s", (_, pointer, policy) => {
    const app = { id: "rota", name: "Rota", audience: { users: 400 } };
    // Each came past the compiler.
    const [problem, ...rest] = refusalOf(() => classify(app, policy as Policy));
    expect(problem).toMatchObject({ pointer, code: "wrong-type" });
    expect(problem?.message).toMatch(/^Expected .*, but saw .*\. Read it with parsePolicy\.$/);
    expect(rest).toEqual([]);
    expect(refusalOf(() => createClassifier(policy as Policy))[0]?.pointer).toBe(pointer);
  });
});
