import { type Condition, PlimsollError, type Policy, standardFacts } from "plimsoll";
import { harmlessApp, mutatePolicy, type PolicyTest, runPolicyMutation, runPolicyTests } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { checkPolicy } from "../../src/policy/index.js";
import { policies } from "../guide/policies.js";
import { limitedTiers, policyOf, sign } from "../policy/a-policy.js";

const daily = { fact: "dailyDependence", is: true } as const;
const crowd = { fact: "users", atLeast: 30 } as const;
const outside = { fact: "outsideUsers", is: true } as const;

const whenOf = ({ policy }: { readonly policy: Policy }): unknown => policy.criteria?.[0]?.when;

describe("slips in a condition", () => {
  test.each<[string, Condition, readonly Condition[]]>([
    [
      "move a number by one, and take its operator for its neighbour",
      crowd,
      [
        { fact: "users", atLeast: 29 },
        { fact: "users", atLeast: 31 },
        { fact: "users", above: 30 },
      ],
    ],
    [
      "move a number with fractions a little",
      { fact: "userGrowth", above: 2 },
      [
        { fact: "userGrowth", above: 1.9 },
        { fact: "userGrowth", above: 2.1 },
        { fact: "userGrowth", atLeast: 2 },
      ],
    ],
    [
      "move a level by one",
      { fact: "calculation", atMost: "moderate" },
      [
        { fact: "calculation", atMost: "simple" },
        { fact: "calculation", atMost: "complex" },
        { fact: "calculation", below: "moderate" },
      ],
    ],
    [
      "move either end",
      { fact: "users", between: [3, 9] },
      [
        [2, 9],
        [4, 9],
        [3, 8],
        [3, 10],
      ].map(([from = 0, to = 0]) => ({ fact: "users", between: [from, to] as const })),
    ],
    ["turn an answer round", daily, [{ fact: "dailyDependence", is: false }]],
    [
      "name any other level",
      { fact: "documentation", is: "partial" },
      [
        { fact: "documentation", is: "complete" },
        { fact: "documentation", is: "none" },
      ],
    ],
    [
      "leave out one of several levels",
      { fact: "documentation", is: ["complete", "partial"] },
      [
        { fact: "documentation", is: ["complete"] },
        { fact: "documentation", is: ["partial"] },
      ],
    ],
    [
      "name any other level than the only one of a list",
      { fact: "documentation", is: ["partial"] },
      [
        { fact: "documentation", is: "complete" },
        { fact: "documentation", is: "none" },
      ],
    ],
    [
      "leave out one of two answers",
      { fact: "dailyDependence", is: [true, false] },
      [
        { fact: "dailyDependence", is: [true] },
        { fact: "dailyDependence", is: [false] },
      ],
    ],
    [
      "leave out a member, and take any for all",
      { fact: "sensitiveData", includesAny: ["health", "payment"] },
      [
        { fact: "sensitiveData", includesAny: ["payment"] },
        { fact: "sensitiveData", includesAny: ["health"] },
        { fact: "sensitiveData", includesAll: ["health", "payment"] },
      ],
    ],
    [
      "leave out a member in each of its spellings",
      { fact: "complianceRegimes", includesAny: ["GDPR", "SOX", "gdpr "] },
      [
        { fact: "complianceRegimes", includesAny: ["SOX"] },
        { fact: "complianceRegimes", includesAny: ["GDPR", "gdpr "] },
        { fact: "complianceRegimes", includesAll: ["GDPR", "SOX", "gdpr "] },
      ],
    ],
    ["leave two spellings of one name alone", { fact: "complianceRegimes", includesAll: ["GDPR", "gdpr"] }, []],
    [
      "move a size by one, and no further than there are members",
      { fact: "sensitiveData", size: { atLeast: 4 } },
      [
        { fact: "sensitiveData", size: { atLeast: 3 } },
        { fact: "sensitiveData", size: { above: 4 } },
      ],
    ],
    [
      "move either end of a size",
      { fact: "complianceRegimes", size: { between: [0, 2] } },
      [
        [1, 2],
        [0, 1],
        [0, 3],
      ].map(([from = 0, to = 0]) => ({ fact: "complianceRegimes", size: { between: [from, to] as const } })),
    ],
    [
      "take any member for some of them, and in an open set for those that are known",
      { fact: "complianceRegimes", isEmpty: false },
      [
        { fact: "complianceRegimes", isEmpty: true },
        { fact: "complianceRegimes", includesAny: ["GDPR", "PCI DSS", "SOX"] },
        { fact: "complianceRegimes", includesAny: ["HIPAA", "PCI DSS", "SOX"] },
        { fact: "complianceRegimes", includesAny: ["HIPAA", "GDPR", "SOX"] },
        { fact: "complianceRegimes", includesAny: ["HIPAA", "GDPR", "PCI DSS"] },
        { fact: "complianceRegimes", includesAny: ["HIPAA", "GDPR", "PCI DSS", "SOX"] },
      ],
    ],
    ["turn emptiness round", { fact: "sensitiveData", isEmpty: true }, [{ fact: "sensitiveData", isEmpty: false }]],
    ["leave out a not", { not: daily }, [daily, { not: { fact: "dailyDependence", is: false } }]],
    [
      "take all for any, and leave out a part",
      { all: [daily, outside] },
      [
        { any: [daily, outside] },
        { all: [outside] },
        { all: [daily] },
        { all: [{ fact: "dailyDependence", is: false }, outside] },
        { all: [daily, { fact: "outsideUsers", is: false }] },
      ],
    ],
    [
      "count to one less or more",
      { count: [daily, outside], atLeast: 2 },
      [
        { count: [daily, outside], atLeast: 1 },
        { count: [daily, outside], atLeast: 3 },
        { count: [outside], atLeast: 2 },
        { count: [daily], atLeast: 2 },
        { count: [{ fact: "dailyDependence", is: false }, outside], atLeast: 2 },
        { count: [daily, { fact: "outsideUsers", is: false }], atLeast: 2 },
      ],
    ],
    [
      "give one point less or more",
      { score: [{ points: 2, when: daily }], atLeast: 2 },
      [
        { score: [{ points: 2, when: daily }], atLeast: 1 },
        { score: [{ points: 2, when: daily }], atLeast: 3 },
        { score: [{ points: 1, when: daily }], atLeast: 2 },
        { score: [{ points: 3, when: daily }], atLeast: 2 },
        { score: [{ points: 2, when: { fact: "dailyDependence", is: false } }], atLeast: 2 },
      ],
    ],
  ])("%s", (_, when, expected) => {
    const mutants = mutatePolicy(policyOf(when)).filter(({ pointer }) => pointer.startsWith("/criteria/0/when"));
    expect(mutants.map(whenOf)).toEqual(expect.arrayContaining([...expected]));
    expect(mutants).toHaveLength(expected.length);
  });

  test("are not made of an only part, and not of what would be no policy", () => {
    const mutants = mutatePolicy(policyOf({ all: [{ fact: "users", atLeast: 0 }] }));
    expect(mutants.map(({ change }) => change)).toEqual([
      '{"fact":"users","atLeast":0} became {"fact":"users","atLeast":1}',
      '{"fact":"users","atLeast":0} became {"fact":"users","above":0}',
      '"central" became "team"',
      "the rule is gone",
    ]);
  });
});

test("slips are made in exemptions, limits, signs and rubrics, too", () => {
  const policy: Policy = {
    ...policyOf({ score: "risk", atLeast: 2 }, { tiers: limitedTiers(outside) }),
    signs: [sign("busy", daily, { unless: outside })],
    rubrics: [{ id: "risk", title: "Risk", items: [{ points: 2, when: crowd }] }],
    components: [{ id: "queue", title: "Queue", covers: ["busy"] }],
  };
  const mutants = mutatePolicy(policy);
  expect(new Set(mutants.map(({ pointer }) => pointer))).toEqual(
    new Set([
      "/tiers/0/limits/0",
      "/tiers/0/limits/0/holds",
      "/tiers/1",
      "/components/0",
      "/components/0/covers",
      "/signs/0/severity",
      "/criteria/0",
      "/criteria/0/tier",
      "/criteria/0/when",
      "/signs/0",
      "/signs/0/tier",
      "/signs/0/unless",
      "/signs/0/when",
      "/rubrics/0/items/0/points",
      "/rubrics/0/items/0/when",
    ]),
  );
  expect(
    mutants.find(({ rule, change }) => rule === "busy" && change === "the rule is gone")?.policy.components,
  ).toEqual([{ id: "queue", title: "Queue", covers: [] }]);
});

/** Whether a test fails by a policy, or names what that does not have. */
function noticed(noticing: PolicyTest, policy: Policy): boolean {
  try {
    return runPolicyTests(policy, { tests: [noticing] }).tests.some(({ passed }) => !passed);
  } catch (error) {
    if (error instanceof PlimsollError) return true;
    throw error;
  }
}

describe.each(policies)("each slip in the policy %s", (_, policy) => {
  const { survived, unshown, equivalent, killed, score } = runPolicyMutation(policy, { tests: [] });

  test("leaves a policy that is one, and is not the same", () => {
    for (const mutant of mutatePolicy(policy)) {
      expect(checkPolicy(mutant.policy, standardFacts)).toEqual([]);
      expect(mutant.policy).not.toEqual(policy);
    }
  });

  test("that changes anything comes with a test that notices it, as far as one was found", () => {
    const mutants = mutatePolicy(policy);
    expect([killed, score]).toEqual([0, 0]);
    expect(survived.length + unshown.length + equivalent).toBe(mutants.length);
    for (const { rule, pointer, change, test: noticing } of survived) {
      const mutant = mutants.find((each) => each.rule === rule && each.pointer === pointer && each.change === change);
      if (noticing === null) {
        // What an audit weighs and looks for differs, though no app was made to show it.
        expect(pointer).toMatch(/^\/audit\//);
        continue;
      }
      expect(noticed(noticing, mutant?.policy ?? policy)).toBe(true);
    }
    const tests = survived.flatMap((survivor) => survivor.test ?? []);
    expect(runPolicyTests(policy, { tests }).tests.filter(({ passed }) => !passed)).toEqual([]);
  });
});

test("a slip that a test notices is killed, and a test that fails anyhow notices nothing", () => {
  const policy = policyOf(crowd);
  const at = (users: number, tier: string) => ({
    name: `${users}`,
    profile: harmlessApp("Rota").usedBy(users).build(),
    expect: { tier },
  });
  const told = runPolicyMutation(policy, { tests: [at(29, "team"), at(30, "central")] });
  expect([told.survived, told.score]).toEqual([[], 1]);
  expect(runPolicyMutation(policy, { tests: [at(29, "central")] }).killed).toBe(0);
});

test("a slip that would take too long to compare has no test, and counts as one that nobody noticed", () => {
  const { survived, score } = runPolicyMutation(policyOf(crowd), { tests: [] }, { budget: 3 });
  expect(survived.map(({ test: noticing }) => noticing)).toEqual(survived.map(() => null));
  expect(score).toBe(0);
});
