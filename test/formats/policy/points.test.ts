import { type Problem, safeParsePolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { policyOf } from "../../policy/a-policy.js";

function problemOf(when: unknown): Problem | undefined {
  // Mistakes that no compiler lets through.
  const result = safeParsePolicy(policyOf(when as Parameters<typeof policyOf>[0]));
  return result.ok ? undefined : result.problems[0];
}

const item = (given: object) => problemOf({ score: [given], atLeast: 1 });
const place = "/criteria/0/when/score/0";

describe("points by the value of a fact", () => {
  test.each<readonly [what: string, item: object]>([
    ["levels", { fact: "calculation", points: { moderate: 1, complex: 2.5 } }],
    ["yes and no", { fact: "outsideUsers", points: { true: 2, false: -0.125 } }],
    ["members", { fact: "sensitiveData", pointsEach: { health: 2 } }],
    ["members of an open set", { fact: "complianceRegimes", pointsEach: { "House rule 7": 2 } }],
    [
      "bands of a number",
      {
        fact: "users",
        bands: [
          { atLeast: 5, points: 1 },
          { atLeast: 50, points: 3 },
        ],
      },
    ],
    [
      "bands of levels",
      {
        fact: "calculation",
        bands: [
          { atLeast: "simple", points: 1 },
          { atLeast: "complex", points: 3 },
        ],
      },
    ],
  ])("are taken of %s", (_, given) => {
    expect(item(given)).toBeUndefined();
  });

  test.each<readonly [what: string, item: object, pointer: string, words: readonly string[]]>([
    ["a level that is none", { fact: "calculation", points: { komplex: 1 } }, "/points/komplex", ['"complex"']],
    ["a fact that is none", { fact: "calculations", points: { complex: 1 } }, "/fact", ['"calculation"']],
    [
      "members that are asked as an answer",
      { fact: "sensitiveData", points: { health: 1 } },
      "/points",
      ["a set", '"pointsEach"'],
    ],
    [
      "an answer that is asked as members",
      { fact: "calculation", pointsEach: { complex: 1 } },
      "/pointsEach",
      ["a level", '"points"'],
    ],
    ["numbers one by one", { fact: "users", points: { 5: 1 } }, "/points", ["a number", '"bands"']],
    ["a member that is none", { fact: "sensitiveData", pointsEach: { healt: 1 } }, "/pointsEach/healt", ['"health"']],
    ["maybe", { fact: "outsideUsers", points: { maybe: 1 } }, "/points/maybe", ["not a value"]],
    ["no answer at all", { fact: "calculation", points: {} }, "/points", ["at least 1 entry"]],
    ["four decimals", { fact: "calculation", points: { complex: 0.0001 } }, "/points/complex", ["three decimals"]],
    [
      "bands from the highest to the lowest",
      {
        fact: "users",
        bands: [
          { atLeast: 50, points: 3 },
          { atLeast: 5, points: 1 },
        ],
      },
      "/bands/1/atLeast",
      ["lowest to the highest", "5 comes after 50"],
    ],
    [
      "a band from no level on",
      { fact: "calculation", bands: [{ atLeast: "komplex", points: 1 }] },
      "/bands/0/atLeast",
      ['"complex"'],
    ],
  ])("%s is a mistake with its pointer", (_, given, pointer, words) => {
    const problem = item(given);
    expect(problem?.pointer).toBe(place + pointer);
    for (const word of words) expect(problem?.message).toContain(word);
  });
});

describe("a form that is nearly right is told what it lacks", () => {
  test("a score asks for at least so many points", () => {
    const problem = problemOf({ score: [{ points: 1, when: { fact: "users", atLeast: 5 } }], atMost: 3 });
    expect(problem).toMatchObject({ pointer: "/criteria/0/when/atLeast", code: "missing" });
  });

  test("points by answer need the fact that is answered", () => {
    expect(item({ points: { complex: 1 } })).toMatchObject({ pointer: `${place}/fact`, code: "missing" });
  });

  test("a list is a fit value of a line", () => {
    expect(problemOf({ fact: "calculation", is: ["moderate", "complex"] })).toBeUndefined();
  });
});
