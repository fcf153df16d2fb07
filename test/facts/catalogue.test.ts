import { type AppProfile, deriveFacts, type Pointer, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { standardConstraints } from "../../src/facts/index.js";
import { schemaFields } from "../profile-json/schema-fields.js";

const facts = Object.entries(standardFacts);
const nothing: AppProfile = { id: "a", name: "A" };

describe.each(facts)("the fact %s", (name, fact) => {
  test("has a question that a person could answer", () => {
    expect(fact.question).toMatch(/^[A-Z].*\?$/);
  });

  test("costs something to answer", () => {
    expect(fact.cost).toBeGreaterThan(0);
  });

  test("is answered at fields that a profile has", () => {
    const absent = fact.answerAt.filter((pointer: Pointer) => schemaFields[pointer] === undefined);
    expect(fact.answerAt.length).toBeGreaterThan(0);
    expect(absent).toEqual([]);
  });

  test("is unknown where nothing is said, and shows where the answer belongs", () => {
    expect(deriveFacts(nothing, { [name]: fact })).toEqual({ [name]: { kind: "unknown", evidence: fact.answerAt } });
  });
});

test("the facts ask different questions", () => {
  const questions = facts.map(([, { question }]) => question);
  expect(new Set(questions).size).toBe(questions.length);
});

test("the constraints speak of facts that there are", () => {
  const named = standardConstraints.flatMap((constraint) => {
    if ("sum" in constraint) return [...constraint.sum, ...constraint.equals];
    if ("when" in constraint) return [constraint.when.fact, constraint.implies.fact];
    return [constraint.fact, constraint.atMostFact];
  });
  expect(named.filter((name) => !Object.hasOwn(standardFacts, name))).toEqual([]);
});
