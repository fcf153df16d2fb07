import { type Policy, parsePolicy, safeParsePolicy } from "plimsoll";
import { mutatePolicy } from "plimsoll/testing";
import { expect, test } from "vitest";

/** A policy with every way to write points, products, tables and adjustments. */
const policy: Policy = parsePolicy({
  id: "forms",
  version: "1.0.0",
  title: "Every form",
  tiers: [
    { id: "alone", title: "Alone", advice: "Go on." },
    { id: "guided", title: "Guided", advice: "Ask." },
    { id: "built", title: "Built", advice: "Let it be built." },
  ],
  rubrics: [
    {
      id: "likelihood",
      title: "Likelihood",
      items: [
        { fact: "calculation", points: { simple: 0, moderate: 1, complex: 2.5 } },
        { fact: "sensitiveData", pointsEach: { health: 2, payment: 1 } },
      ],
    },
    {
      id: "impact",
      title: "Impact",
      items: [
        {
          fact: "users",
          bands: [
            { atLeast: 50, points: 1 },
            { atLeast: 500, points: 2 },
          ],
        },
        { points: 3, when: { fact: "dailyDependence", is: true } },
        { points: -1, when: { fact: "support", is: true } },
      ],
    },
  ],
  criteria: [
    {
      id: "share",
      tier: "guided",
      title: "Share",
      when: { score: "likelihood", atLeast: { percent: 60 } },
      why: "So.",
    },
    { id: "risk", tier: "built", title: "Risk", when: { product: ["likelihood", "impact"], atLeast: 6 }, why: "So." },
    {
      id: "written-out",
      tier: "guided",
      title: "Written out",
      when: {
        product: [
          [
            { fact: "calculation", points: { complex: 2 } },
            { points: 1, when: { fact: "support", is: false } },
          ],
          [{ fact: "departments", bands: [{ atLeast: 2, points: 1 }] }],
        ],
        atLeast: 2,
      },
      why: "So.",
    },
    {
      id: "counted",
      tier: "guided",
      title: "Counted",
      when: { score: [{ fact: "documentation", points: { none: 2, partial: 1 } }], atLeast: 2 },
      why: "So.",
    },
  ],
  tables: [
    {
      id: "first",
      title: "First",
      why: "So.",
      hit: "first",
      rows: [
        { id: "both", when: { users: { atLeast: 100 }, impact: { atLeast: 2, below: 4 } }, tier: "built" },
        { id: "below", when: { likelihood: { below: 3 }, outsideUsers: { is: true } }, tier: "guided" },
        { id: "rest", when: { likelihood: { atLeast: { percent: 50 } } }, tier: "built" },
      ],
    },
    {
      id: "highest",
      title: "Highest",
      why: "So.",
      hit: "highest",
      rows: [
        { id: "many", when: { users: { atLeast: 500 } }, tier: "guided" },
        { id: "outside", when: { outsideUsers: { is: true }, calculation: { atLeast: "complex" } }, tier: "built" },
      ],
    },
  ],
  adjustments: [
    { id: "control", title: "A control", why: "So.", when: { fact: "monitoring", is: true }, by: -1 },
    { id: "alarm", title: "An alarm", why: "So.", when: { fact: "support", is: false }, by: 1, onlyIn: ["guided"] },
  ],
  components: [
    { id: "store", title: "Store", covers: ["many"] },
    { id: "old-store", title: "Old store", covers: ["many"], retired: "Use the store." },
  ],
  reviews: ["look", "second-look"].map((id) => ({
    id,
    title: id,
    why: "So.",
    milestone: "start",
    checklist: [{ id: "seen", question: "Has somebody looked?", advice: "Look." }],
    approvers: ["IT"],
    minutes: 30,
    validFor: 90,
    covers: ["users"],
  })),
  boundaries: [{ id: "door", title: "Door", why: "So.", actions: ["connect"], unlessUsing: ["store"], review: "look" }],
  audit: {
    everyDays: 90,
    points: { low: 1, medium: 3, high: 9 },
    tierPoints: { built: 2 },
    checks: [
      {
        id: "crowd",
        title: "A crowd",
        why: "So.",
        advice: "Ask.",
        severity: "low",
        when: { fact: "users", atLeast: 9 },
      },
    ],
  },
});

const mutants = mutatePolicy(policy);

test("every slip in a policy of all forms is a policy, and another one", () => {
  for (const { policy: other, pointer, change } of mutants) {
    const read = safeParsePolicy(JSON.parse(JSON.stringify(other)));
    expect({ pointer, change, problems: read.ok ? [] : read.problems }).toEqual({ pointer, change, problems: [] });
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(policy));
  }
});

test("what is retired covers nothing, so that slips in it begin with being in use again", () => {
  const slips = mutants.filter(({ rule }) => rule === "old-store");
  expect(slips.map(({ pointer, change }) => [pointer, change])).toEqual([
    ["/components/1/retired", '"retired" is left out'],
    ["/components/1", "the component is gone"],
  ]);
});

test.each([
  "/rubrics/0/items/0",
  "/rubrics/0/items/1",
  "/rubrics/1/items/0",
  "/criteria/0/when",
  "/criteria/1/when",
  "/criteria/2/when",
  "/criteria/3/when",
  "/tables/0",
  "/tables/1",
  "/adjustments/0",
  "/adjustments/1",
  "/components/0/covers",
  "/components/1/retired",
  "/boundaries/0/review",
  "/audit/tierPoints/built",
])("slips are made at %s", (place) => {
  expect(mutants.filter(({ pointer }) => pointer.startsWith(place)).length).toBeGreaterThan(0);
});
