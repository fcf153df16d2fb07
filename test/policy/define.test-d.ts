import {
  type Catalogue,
  defineFact,
  definePolicy,
  type Policy,
  parsePolicy,
  reading,
  standardFacts,
  standardPolicy,
} from "plimsoll";
import { describe, expectTypeOf, test } from "vitest";

const identity = { id: "house", version: "1.0.0", title: "The house rules" } as const;
const tiers = [
  { id: "team", title: "Team", advice: "Go on." },
  { id: "central", title: "Central", advice: "Ask." },
] as const;
const words = { title: "A rule", why: "It matters." } as const;
const rule = { id: "rule", tier: "central", ...words } as const;

test("every form of a condition compiles", () => {
  const policy = definePolicy({
    ...identity,
    tiers,
    criteria: [
      { ...rule, id: "number", when: { fact: "users", between: [10, 100] } },
      {
        ...rule,
        id: "level",
        when: { fact: "calculation", atLeast: "moderate" },
        unless: { fact: "documentation", is: "complete" },
      },
      {
        ...rule,
        id: "set",
        when: {
          any: [
            { fact: "sensitiveData", includesAny: ["health"] },
            { fact: "complianceRegimes", isEmpty: false },
          ],
        },
      },
      {
        ...rule,
        id: "count",
        when: { count: [{ not: { fact: "builderPresent", is: true } }, { sign: "slow" }], atLeast: 1 },
      },
      { ...rule, id: "points", when: { score: [{ points: 3, when: { fact: "stage", above: "pilot" } }], atLeast: 3 } },
      { ...rule, id: "rubric", when: { score: "risk", atLeast: 3 } },
    ],
    signs: [
      {
        id: "slow",
        severity: "low",
        ...words,
        when: { fact: "performanceSymptoms", includesAll: ["slow", "timeouts"] },
      },
    ],
    rubrics: [{ id: "risk", title: "Risk", items: [{ points: -1, when: { fact: "support", is: true } }] }],
    components: [{ id: "cache", title: "Cache", covers: ["slow", "number"] }],
  });
  expectTypeOf(policy).toEqualTypeOf<
    Policy<"team" | "central", "number" | "level" | "set" | "count" | "points" | "rubric", "slow">
  >();
});

test("the ids of a policy are those of its tiers, its criteria and limits, and its signs", () => {
  const [team, central] = tiers;
  const limited = definePolicy({
    ...identity,
    tiers: [{ ...team, limits: [{ id: "few", ...words, holds: { fact: "users", below: 9 } }] }, central],
  });
  expectTypeOf(limited).toEqualTypeOf<Policy<"team" | "central", "few", never>>();
});

describe("a line that does not fit its fact does not compile", () => {
  const define = (policy: Parameters<typeof definePolicy<"team" | "central", "rule", "slow", "risk">>[0]) => policy;
  const slow = { id: "slow", severity: "low", ...words, when: { fact: "support", is: false } } as const;

  test("facts, operators and operands", () => {
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "users", atLeast: 100 } }] });
    // @ts-expect-error A misspelt fact does not compile.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "userz", atLeast: 100 } }] });
    // @ts-expect-error A level that the fact has not does not compile.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "calculation", atLeast: "wild" } }] });
    // @ts-expect-error A level of another fact does not compile.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "calculation", is: "semi-sensitive" } }] });
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "calculation", is: ["none", "complex"] } }] });
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "support", is: [true, false] } }] });
    // @ts-expect-error A level that the fact has not does not compile among others, either.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "calculation", is: ["none", "wild"] } }] });
    // @ts-expect-error A number is compared, not one of several.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "users", is: [1, 2] } }] });
    // @ts-expect-error Several levels are no end of a line.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "calculation", atLeast: ["none"] } }] });
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "sensitiveData", size: { atLeast: 2 } } }] });
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "sensitiveData", size: { between: [1, 2] } } }] });
    // @ts-expect-error A size is no number, but has a line through it.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "sensitiveData", size: 2 } }] });
    // @ts-expect-error A size is a number, and has no members.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "sensitiveData", size: { isEmpty: true } } }] });
    // @ts-expect-error A number has no size.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "users", size: { atLeast: 2 } } }] });
    // @ts-expect-error A number is not a level.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "calculation", atLeast: 2 } }] });
    // @ts-expect-error Text is not a number.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "users", atLeast: "100" } }] });
    // @ts-expect-error Yes and no have no order.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "dailyDependence", atLeast: true } }] });
    // @ts-expect-error A number is compared, not matched.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "users", is: 100 } }] });
    // @ts-expect-error Sets have no order.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "sensitiveData", above: "health" } }] });
    // @ts-expect-error A member that the set cannot have does not compile.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "sensitiveData", includesAny: ["helth"] } }] });
    // @ts-expect-error A range has two ends.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "users", between: [1] } }] });
    // @ts-expect-error A fact alone is no line.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { fact: "users" } }] });
    // @ts-expect-error A typo is found at any depth.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { all: [{ not: { fact: "userz", below: 3 } }] } }] });
    // @ts-expect-error A misspelt keyword does not compile.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { al: [{ fact: "users", below: 3 }] } }] });
    // @ts-expect-error A count says how many.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { count: [{ fact: "users", below: 3 }] } }] });
  });

  test("an open set takes members of the organisation's own", () => {
    define({
      ...identity,
      tiers,
      criteria: [{ ...rule, when: { fact: "complianceRegimes", includesAny: ["House rule 7"] } }],
    });
  });

  test("references", () => {
    define({ ...identity, tiers, signs: [slow], criteria: [{ ...rule, when: { sign: "slow" } }] });
    // @ts-expect-error A sign that the policy has not does not compile.
    define({ ...identity, tiers, signs: [slow], criteria: [{ ...rule, when: { sign: "slwo" } }] });
    // @ts-expect-error A rubric that the policy has not does not compile.
    define({ ...identity, tiers, criteria: [{ ...rule, when: { score: "rsk", atLeast: 1 } }] });
    // @ts-expect-error A component covers rules of the policy.
    define({ ...identity, tiers, components: [{ id: "c", title: "C", covers: ["nothing"] }] });
    // @ts-expect-error A severity is one of three.
    define({ ...identity, tiers, signs: [{ ...slow, severity: "loud" }] });
  });
});

describe("ids that definePolicy infers", () => {
  const policy = { ...identity, tiers };
  const when = { fact: "users", above: 3 } as const;
  const sign = { id: "slow", severity: "low", ...words, when } as const;

  test("a tier that the policy has not does not compile", () => {
    const mistakes = [
      // @ts-expect-error A criterion lifts to a tier of its own policy.
      () => definePolicy({ ...policy, criteria: [{ ...rule, when, tier: "moon" }] }),
      // @ts-expect-error A sign lifts to a tier of its own policy.
      () => definePolicy({ ...policy, signs: [{ ...sign, tier: "moon" }] }),
    ];
    expectTypeOf(mistakes).toBeArray();
  });

  test("a sign, rubric or rule that the policy has not does not compile", () => {
    const mistakes = [
      // @ts-expect-error A policy without signs has none to refer to.
      () => definePolicy({ ...policy, criteria: [{ ...rule, when: { sign: "slow" } }] }),
      // @ts-expect-error A policy with signs has no others to refer to.
      () => definePolicy({ ...policy, signs: [sign], criteria: [{ ...rule, when: { sign: "slwo" } }] }),
      // @ts-expect-error A policy without rubrics has none to refer to.
      () => definePolicy({ ...policy, criteria: [{ ...rule, when: { score: "risk", atLeast: 1 } }] }),
      // @ts-expect-error A component covers rules of its own policy.
      () => definePolicy({ ...policy, components: [{ id: "c", title: "C", covers: ["rule"] }] }),
    ];
    expectTypeOf(mistakes).toBeArray();
  });
});

describe("facts of one's own", () => {
  const region = defineFact({
    question: "Where is it used?",
    domain: { kind: "enum", values: ["north", "south"] },
    cost: 1,
    changeable: false,
    risk: "neither",
    answerAt: ["/extensions/region"],
    derive: () => reading.unknown,
  });
  const facts = { ...standardFacts, region };

  const policy = { ...identity, tiers };
  const north = { fact: "region", is: "north" } as const;
  const west = { fact: "region", is: "west" } as const;
  const northwards = { fact: "region", atLeast: "north" } as const;

  test("are typed by their domain, beside the standard ones", () => {
    const when = { all: [north, { fact: "users", above: 3 }] } as const;
    expectTypeOf(() => definePolicy({ ...policy, criteria: [{ ...rule, when }] }, { facts })).toBeFunction();
    const mistakes = [
      // @ts-expect-error A value that the own fact has not does not compile.
      () => definePolicy({ ...policy, criteria: [{ ...rule, when: west }] }, { facts }),
      // @ts-expect-error Values without an order have no lowest.
      () => definePolicy({ ...policy, criteria: [{ ...rule, when: northwards }] }, { facts }),
      // @ts-expect-error A fact is known where it is handed over, and nowhere else.
      () => definePolicy({ ...policy, criteria: [{ ...rule, when: north }] }),
    ];
    expectTypeOf(mistakes).toBeArray();
  });
});

test("a policy that is read from JSON is a policy", () => {
  const file: unknown = {};
  expectTypeOf(parsePolicy(file)).toEqualTypeOf<Policy>();
  expectTypeOf(standardPolicy).toExtend<Policy>();
  expectTypeOf(standardFacts).toExtend<Catalogue>();
});

describe("points by the value of a fact, products and tables", () => {
  test("compile over the facts of a policy", () => {
    const policy = definePolicy({
      ...identity,
      tiers,
      rubrics: [
        {
          id: "risk",
          title: "Risk",
          items: [
            { fact: "calculation", points: { moderate: 1, complex: 2.5 } },
            { fact: "outsideUsers", points: { true: 1 } },
            { fact: "sensitiveData", pointsEach: { health: 2 } },
            { fact: "complianceRegimes", pointsEach: { "House rule 7": 2 } },
            { fact: "users", bands: [{ atLeast: 50, points: 1 }] },
            { fact: "calculation", bands: [{ atLeast: "moderate", points: 1 }], title: "Mathematics" },
          ],
        },
      ],
      criteria: [
        { ...rule, when: { score: "risk", atLeast: { percent: 60 } } },
        {
          ...rule,
          id: "product",
          when: { product: ["risk", [{ fact: "calculation", points: { complex: 2 } }]], atLeast: 3 },
        },
      ],
      tables: [
        {
          id: "table",
          ...words,
          hit: "first",
          rows: [{ id: "row", when: { users: { atLeast: 5 }, risk: { below: 2 } }, tier: "central" }],
        },
      ],
      components: [{ id: "cache", title: "Cache", covers: ["row"] }],
    });
    expectTypeOf(policy).toExtend<Policy>();
  });

  test("do not compile where a name, a level or a kind is wrong", () => {
    const given = { ...identity, tiers };
    const risk = { id: "risk", title: "Risk" } as const;
    // @ts-expect-error There is no such level.
    definePolicy({ ...given, rubrics: [{ ...risk, items: [{ fact: "calculation", points: { komplex: 1 } }] }] });
    // @ts-expect-error There is no such fact.
    definePolicy({ ...given, rubrics: [{ ...risk, items: [{ fact: "user", points: { true: 1 } }] }] });
    // @ts-expect-error Its members are counted each.
    definePolicy({ ...given, rubrics: [{ ...risk, items: [{ fact: "sensitiveData", points: { health: 1 } }] }] });
    const table = { id: "table", ...words, hit: "first" } as const;
    // @ts-expect-error There is no such tier.
    definePolicy({ ...given, tables: [{ ...table, rows: [{ when: {}, tier: "centre" }] }] });
    // @ts-expect-error There is no such input.
    definePolicy({ ...given, tables: [{ ...table, rows: [{ when: { user: { atLeast: 5 } }, tier: "team" }] }] });
  });
});
