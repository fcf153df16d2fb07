import { PlimsollError, type PlimsollErrorCode, type Policy, standardPolicy } from "plimsoll";
import { type Constraint, createAnalysis, type Property, prove } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { policyOf } from "../policy/a-policy.js";

const policy = policyOf({ fact: "users", atLeast: 100 });

/** What is refused: the error's code, and the first place and reason that it gives. */
function refusalOf(ask: () => unknown): readonly [PlimsollErrorCode, string | undefined, string | undefined] | "none" {
  try {
    ask();
    return "none";
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    const [problem] = error.problems;
    return [error.code, problem?.pointer, problem?.code];
  }
}

// These come from files: what they say they are is not what they are.
const propertyOf = (given: unknown) => given as Property;

test.each<readonly [given: unknown, pointer: string, code: string]>([
  [null, "", "wrong-type"],
  ["never", "", "wrong-type"],
  [[], "", "wrong-type"],
  [{}, "", "contradiction"],
  [{ title: "Nothing" }, "", "contradiction"],
  [{ never: { tier: { is: "team" } }, always: { tier: { is: "team" } } }, "", "contradiction"],
  [{ never: { tier: "team" } }, "/never/tier", "wrong-type"],
  [{ never: { tier: {} } }, "/never/tier", "wrong-type"],
  [{ never: { tier: { above: "team" } } }, "/never/tier", "wrong-type"],
  [{ never: { tier: { is: "teem" } } }, "/never/tier/is", "unknown-reference"],
  [{ never: { all: {} } }, "/never/all", "wrong-type"],
  [{ never: null }, "/never", "wrong-type"],
  [{ always: { fact: "user", atLeast: 3 } }, "/always/fact", "unknown-fact"],
  [{ always: { fact: "users", atLeast: "many" } }, "/always/atLeast", "wrong-type"],
  [{ always: { fact: "users", atLeast: 3 }, where: { sign: "none" } }, "/where/sign", "unknown-reference"],
  [{ always: { fact: "users", atLeast: 3 }, where: 7 }, "/where", "wrong-type"],
  [{ on: "conect", never: { decision: "allow" } }, "/on", "unknown-reference"],
  [{ on: 7, never: { decision: "allow" } }, "/on", "wrong-type"],
  [{ never: { decision: "allow" } }, "/never", "wrong-type"],
  [{ on: "start", never: { decision: "permit" } }, "/never/decision", "unknown-reference"],
  [
    { on: "start", never: { not: { decision: "allow" } }, where: { approved: "security" } },
    "/where/approved",
    "unknown-reference",
  ],
  [{ on: "start", never: { using: "gate" } }, "/never", "wrong-type"],
  [{ on: "connect", never: { using: "gate" } }, "/never/using", "unknown-reference"],
  [{ on: "deploy", never: { adds: { fact: "users", atLeast: 3 } } }, "/never", "wrong-type"],
  [{ on: "connect", never: { adds: { fact: "user", atLeast: 3 } } }, "/never/adds/fact", "unknown-fact"],
  [{ monotone: false }, "/monotone", "wrong-type"],
  [{ monotone: ["user"] }, "/monotone/0", "unknown-reference"],
  [{ monotone: [7] }, "/monotone/0", "wrong-type"],
  [{ stepsAtMost: 1.5 }, "/stepsAtMost", "wrong-type"],
  [{ stepsAtMost: "1" }, "/stepsAtMost", "wrong-type"],
  [{ stepsAtMost: 1, facts: "users" }, "/facts", "wrong-type"],
  [{ stepsAtMost: 1, facts: ["users", "user"] }, "/facts/1", "unknown-reference"],
])("the property %j is refused, and it is said where", (given, pointer, code) => {
  expect(refusalOf(() => prove(policy, propertyOf(given)))).toEqual(["invalid-question", pointer, code]);
});

test("a claim that is nested too deeply is refused", () => {
  const deep = Array.from({ length: 30_000 }).reduce<object>((claim) => ({ not: claim }), {
    fact: "users",
    atLeast: 3,
  });
  const [code, , reason] = refusalOf(() => prove(policy, propertyOf({ never: deep })));
  expect([code, reason]).toEqual(["invalid-question", "wrong-type"]);
});

test.each<readonly [constraint: unknown, pointer: string, code: string]>([
  [{ fact: "users", atMostFact: "user" }, "/constraints/0", "unknown-reference"],
  [{ fact: "users", atMostFact: "sensitiveData" }, "/constraints/0", "unfit-operator"],
  [{ sum: ["users"], equals: ["userGrowth"] }, "/constraints/0", "unfit-operator"],
  [
    { when: { fact: "users", atLeast: 3 }, implies: { fact: "departments", is: 1 } },
    "/constraints/0/implies/is",
    "unfit-operator",
  ],
  [{ when: { sign: "crowd" }, implies: { fact: "departments", atLeast: 1 } }, "/constraints/0/when", "wrong-type"],
  [{ why: "So." }, "/constraints/0", "wrong-type"],
  [null, "/constraints/0", "wrong-type"],
])("the constraint %j is refused, and it is said where", (constraint, pointer, code) => {
  const given = constraint as Constraint; // made wrong on purpose
  expect(refusalOf(() => createAnalysis(policy, { constraints: [given] }))).toEqual([
    "invalid-question",
    pointer,
    code,
  ]);
});

test("a policy that cannot be asked is refused before anything is asked", () => {
  const broken = { ...policy, tiers: [] } as unknown as Policy; // made wrong on purpose
  expect(refusalOf(() => createAnalysis(broken))).toEqual(["invalid-policy", "/tiers", "out-of-range"]);
});

test("of a premise that contradicts itself it is said that the claim speaks of nobody", () => {
  const nobody = {
    all: [
      { fact: "users", atLeast: 9 },
      { fact: "users", below: 5 },
    ],
  } as const;
  const claim = { never: { tier: { is: "citizen" } }, where: nobody } as const;
  expect(prove(standardPolicy, claim)).toEqual({ verdict: "holds", vacuous: true });
});
