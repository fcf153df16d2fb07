import fc from "fast-check";
import { type Condition, type Criterion, createClassifier, type Policy, standardFacts } from "plimsoll";
import { expect, test } from "vitest";
import { readerOf } from "../../src/facts/index.js";
import { preparePolicy } from "../../src/policy/index.js";
import { standardRules } from "../../src/standard/index.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { emptyPolicy } from "../policy/a-policy.js";

/** More lines than there are groups of them, asked in every form. */
const lines: readonly Condition[] = [
  ...Array.from({ length: 20 }, (_, index): Condition => ({ fact: "users", atLeast: 10 * index })),
  ...Array.from({ length: 6 }, (_, index): Condition => ({ fact: "systemsWritten", atMost: index })),
  ...Array.from({ length: 6 }, (_, index): Condition => ({ fact: "integrationPoints", above: index })),
  { fact: "sensitiveData", includesAny: ["health", "payment"] },
  { fact: "complianceRegimes", isEmpty: true },
  { fact: "itOwner", is: false },
  { fact: "calculation", atLeast: "moderate" },
  { fact: "untestedCalculations", between: [1, 3] },
  { fact: "stage", is: ["pilot", "production"] },
  { fact: "dailyDependence", is: true },
];

const at = (index: number): Condition => lines[index % lines.length] ?? lines[0] ?? { all: [] };

/** One condition of each form over neighbouring lines. */
const conditions: readonly Condition[] = lines.flatMap((line, index): readonly Condition[] => [
  line,
  { not: line },
  { all: [line, { not: at(index + 7) }] },
  { any: [at(index + 3), { all: [line, at(index + 11)] }] },
  { count: [line, at(index + 1), at(index + 20)], atLeast: 2 },
  {
    score: [
      { points: 3, when: line },
      { points: -2, when: at(index + 5) },
    ],
    atLeast: 1,
  },
  { sign: `sign${index % 5}` },
  { not: { sign: `sign${index % 5}` } },
]);

const words = { title: "A rule", why: "It may hold." };
const signs: Policy["signs"] = Array.from({ length: 5 }, (_, index) => ({
  id: `sign${index}`,
  ...words,
  severity: "low",
  when: at(index * 9),
  unless: at(index * 4 + 1),
}));
const criteria = conditions.map((when, index): Criterion => {
  return { id: `rule${index}`, tier: "team", ...words, when, ...(index % 3 === 0 && { unless: at(index + 2) }) };
});

/** Of the same tiers, by any names. */
const empty: Policy = emptyPolicy;

const together = createClassifier({ ...empty, criteria, signs });
const alone = criteria.map((criterion) => createClassifier({ ...empty, criteria: [criterion], signs }));

test("a rule stands among many as it stands alone, however many lines there are", () => {
  fc.assert(
    fc.property(profileArbitrary, (profile) => {
      const found = new Map(together(profile).findings.map((finding) => [finding.id, finding]));
      for (const [index, { id }] of criteria.entries()) {
        const own = alone[index]?.(profile).findings.find((finding) => finding.id === id);
        expect(found.get(id)).toEqual(own);
      }
    }),
    { numRuns: 40 },
  );
});

test("what components leave of an app is told apart from apps that tell nothing", () => {
  const when: Condition = {
    any: [
      { fact: "eventDriven", is: true },
      { fact: "asynchronous", is: true },
    ],
  };
  const policy: Policy = {
    ...empty,
    criteria: [{ id: "linked", tier: "team", ...words, when }],
    components: [{ id: "store", title: "Store", covers: ["linked"] }],
  };
  const handled = { system: "ERP", component: { id: "store" } };
  const left = { id: "a", name: "A", integrations: [handled, { system: "CRM", eventDriven: false }] };
  const untold = { id: "b", name: "B", integrations: [{ system: "CRM" }] };
  for (const [first, second] of [
    [left, untold],
    [untold, left],
  ] as const) {
    const classify = createClassifier(policy);
    classify(first);
    expect(classify(second)).toEqual(createClassifier(policy)(second));
  }
});

test("the tier alone is that of the whole answer, where signs refer to signs and rules to them", () => {
  fc.assert(
    fc.property(profileArbitrary, (profile) => {
      const { tier, ceiling, settled } = together(profile);
      expect(together.tierOf(profile)).toEqual({ tier, ceiling, settled });
    }),
    { numRuns: 100 },
  );
});

test("facts that are read in one pass are read as each of them alone", () => {
  const { read } = preparePolicy(standardRules, standardFacts);
  const names = [...new Set(JSON.stringify(standardRules).match(/(?<="fact":")\w+/g))];
  expect(names.length).toBeGreaterThan(15);
  fc.assert(
    fc.property(profileArbitrary, (profile) => {
      const { known } = read(profile, undefined);
      const each = names.map((name) => {
        const fact = Object.entries(standardFacts).find(([own]) => own === name)?.[1] ?? expect.fail();
        return readerOf(name, fact).read(profile, undefined);
      });
      // Slots stand in the order in which rules ask for facts.
      const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
      expect(sorted(known)).toEqual(sorted(each));
    }),
    { numRuns: 200 },
  );
});
