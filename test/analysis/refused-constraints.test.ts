import type { Condition, FactCondition, Problem } from "plimsoll";
import { type Analysis, type Constraint, canReach, createAnalysis } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { assertConditions } from "../../src/analysis/check.js";
import { emptyPolicy } from "../policy/a-policy.js";
import { analysisOf, lifting, oneRule, ownFacts, ownPolicy, refusalOf } from "./own-facts.js";

const crowd = oneRule({ fact: "desks", atLeast: 5 });
const some: FactCondition = { fact: "desks", atLeast: 1 };

/** The one problem of the second of two constraints, which may be of any form. */
function isRefused(given: unknown, problem: Problem) {
  const constraints = [{ fact: "seats", atMostFact: "desks" }, given as Constraint] as const;
  expect(refusalOf(() => analysisOf(crowd, { constraints }))).toStrictEqual({
    code: "invalid-question",
    problems: [problem],
  });
}

const forms = "A constraint has fact and atMostFact, fact, more and than, sum and equals, or when and implies.";

test.each<readonly [given: unknown, place: string, message: string]>([
  [null, "", "A constraint is an object."],
  ["desks", "", "A constraint is an object."],
  [[], "", "A constraint is an object."],
  [{}, "", forms],
  [{ fact: "desks" }, "", forms],
  [{ fact: "desks", more: "seats" }, "", forms],
  [{ sum: ["desks"] }, "", forms],
  [{ sum: "desks", equals: ["seats"] }, "", forms],
  [{ sum: ["desks"], equals: "seats" }, "", forms],
  [{ when: null, implies: some }, "/when", "This is a line on one fact."],
  [{ when: "desks", implies: some }, "/when", "This is a line on one fact."],
  [{ when: { all: [some] }, implies: some }, "/when", "This is a line on one fact."],
  [{ when: some }, "/implies", "This is a line on one fact."],
  [{ when: some, implies: { sign: "door" } }, "/implies", "This is a line on one fact."],
  [{ fact: 7, atMostFact: "desks" }, "", "This is the name of something."],
  [{ fact: "desks", atMostFact: null }, "", "This is the name of something."],
])("a constraint of the wrong form: %j", (given, place, message) => {
  isRefused(given, { pointer: `/constraints/1${place}`, code: "wrong-type", message });
});

test.each<readonly [given: unknown, name: string, suggestion: string]>([
  [{ fact: "desk", atMostFact: "seats" }, "desk", "desks"],
  [{ fact: "desks", atMostFact: "seat" }, "seat", "seats"],
  [{ fact: "desks", more: "seat", than: "guards" }, "seat", "seats"],
  [{ sum: ["desks", "guard"], equals: ["seats"] }, "guard", "guards"],
  [{ sum: ["desks"], equals: ["seatz"] }, "seatz", "seats"],
])("a constraint on what is not there: %j", (given, name, suggestion) => {
  const message = `There is no fact "${name}" to ask about. Did you mean "${suggestion}"?`;
  isRefused(given, { pointer: "/constraints/1", code: "unknown-reference", message, suggestion });
});

const noSum = "Only whole numbers can be added up.";
const noExcess = "A whole number says by how much one whole number is more than another, or one level than another.";
const noOrder = "Only numbers and levels can be more or less than others.";

test.each<readonly [given: unknown, message: string]>([
  [{ fact: "open", atMostFact: "desks" }, noOrder],
  [{ fact: "desks", atMostFact: "open" }, noOrder],
  [{ fact: "colour", atMostFact: "colour" }, noOrder],
  [{ fact: "places", atMostFact: "places" }, noOrder],
  [{ fact: "tons", more: "seats", than: "desks" }, noExcess],
  [{ fact: "seats", more: "tons", than: "load" }, noExcess],
  [{ fact: "seats", more: "desks", than: "size" }, noExcess],
  [{ fact: "seats", more: "open", than: "open" }, noExcess],
  [{ sum: ["tons"], equals: ["desks"] }, noSum],
  [{ sum: ["desks"], equals: ["seats", "tons"] }, noSum],
  [{ sum: ["size"], equals: ["size"] }, noSum],
  [{ sum: ["desks", "open"], equals: ["seats"] }, noSum],
])("a constraint on what cannot be bound so: %j", (given, message) => {
  isRefused(given, { pointer: "/constraints/1", code: "unfit-operator", message });
});

test("a line of a constraint that does not fit its fact is refused", () => {
  const implies = { fact: "open", atLeast: 3 };
  const refusal = refusalOf(() => analysisOf(crowd, { constraints: [{ when: some, implies } as Constraint] }));
  expect(refusal).toMatchObject({
    code: "invalid-question",
    problems: [{ pointer: "/constraints/0/implies/atLeast", code: "unfit-operator" }],
  });
});

test.each<Constraint>([
  { fact: "desks", atMostFact: "seats" },
  { fact: "load", atMostFact: "tons" },
  { fact: "size", atMostFact: "size" },
  { sum: ["desks", "guards"], equals: ["seats"] },
  { when: some, implies: { fact: "places", isEmpty: false } },
])("a constraint that fits is taken: %j", (constraint) => {
  expect(canReach(analysisOf(crowd, { constraints: [constraint] }), "central").verdict).toBe("reachable");
});

const unfit: Condition = { fact: "users", atLeast: 1 };
const manyRules = Array.from({ length: 11 }, (_, index) => lifting(`rule-${index}`, "central", some));

test.each<readonly [conditions: readonly Condition[], pointers: readonly string[]]>([
  [[some], []],
  [[some, some], []],
  [[unfit], ["/where/fact"]],
  [[some, unfit], ["/where/1/fact"]],
  [
    [unfit, { all: [some, unfit] }],
    ["/where/0/fact", "/where/1/all/1/fact"],
  ],
])("of the conditions %j, those that do not fit are refused where they stand", (conditions, pointers) => {
  const policy = ownPolicy({ criteria: manyRules });
  const refusal = refusalOf(() => assertConditions(conditions, "/where", policy, ownFacts));
  const found = refusal === "none" ? [] : refusal.problems.map(({ pointer }) => pointer);
  expect(found).toEqual(pointers);
});

test("the tier that is asked about is one of the policy", () => {
  const analysis: Analysis = createAnalysis(emptyPolicy);
  const message = 'There is no tier "tea" to ask about. Did you mean "team"?';
  expect(refusalOf(() => canReach(analysis, "tea"))).toStrictEqual({
    code: "invalid-question",
    problems: [{ pointer: "/tier", code: "unknown-reference", message, suggestion: "team" }],
  });
});

test("what else is asked for could stand in the policy", () => {
  const analysis = analysisOf(crowd);
  expect(refusalOf(() => canReach(analysis, "team", { all: [unfit] }))).toMatchObject({
    code: "invalid-question",
    problems: [{ pointer: "/where/all/0/fact", code: "unknown-fact" }],
  });
});
