import { type AppProfile, deriveFacts, type Fact, type Pointer, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { constraintsOf, whatToDoAbout } from "../../../src/facts/index.js";
import { schemaFields } from "../../formats/profile/schema-fields.js";

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

/** Every way in which a fact can come to mean less risk. */
function saferThan({ domain, risk }: Fact): readonly string[] {
  const isRising = risk !== "falling";
  switch (domain.kind) {
    case "number":
      return isRising ? ["none", "fewer"] : ["more"];
    case "boolean":
      return isRising ? ["no"] : ["yes"];
    case "ordinal":
      return isRising ? domain.levels.slice(0, -1) : domain.levels.slice(1);
    case "set":
      return ["without"];
    case "enum":
      return domain.values;
  }
}

describe.each(facts)("what there is to do about %s", (name, fact: Fact) => {
  const told: Readonly<Record<string, string | undefined>> = { ...whatToDoAbout(name, fact) };

  test("stands there for all that means less risk, when it can be changed; and not at all, when it cannot", () => {
    const wanted = fact.changeable ? saferThan(fact) : [];
    expect(wanted.filter((outcome) => told[outcome] === undefined)).toEqual([]);
    if (!fact.changeable) expect(told).toEqual({});
  });

  test("is said of the app, in sentences that go on", () => {
    const members = fact.domain.kind === "set" ? fact.domain.members : [];
    const sentences = Object.entries(told).filter(([outcome]) => !members.includes(outcome));
    for (const [outcome, text] of sentences) {
      expect(text).toMatch(/^[A-Z][^?]*[^.?]$/);
      expect(text?.includes("{to}")).toBe(["fewer", "more", "riskier"].includes(outcome));
      expect(text?.includes("{members}")).toBe(["with", "without"].includes(outcome));
    }
  });
});

test.each([
  ["what the law asks", "legalConsequences"],
  ["whether work depends on it", "dailyDependence"],
  ["which rules apply", "complianceRegimes"],
  ["whether its builder is here", "builderPresent"],
  ["how much it has grown", "userGrowth"],
  ["how far along it is", "stage"],
] as const)("nobody changes %s by wishing", (_, name) => {
  expect(standardFacts[name].changeable).toBe(false);
});

test("the facts ask different questions", () => {
  const questions = facts.map(([, { question }]) => question);
  expect(new Set(questions).size).toBe(questions.length);
});

test("the constraints speak of facts that there are", () => {
  const named = constraintsOf(standardFacts).flatMap((constraint) => {
    if ("sum" in constraint) return [...constraint.sum, ...constraint.equals];
    if ("more" in constraint) return [constraint.fact, constraint.more, constraint.than];
    if ("when" in constraint) return [constraint.when.fact, constraint.implies.fact];
    return [constraint.fact, constraint.atMostFact];
  });
  expect(named.filter((name) => !Object.hasOwn(standardFacts, name))).toEqual([]);
});
