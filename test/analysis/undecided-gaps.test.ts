import { type AppProfile, type Fact, type Policy, reading } from "plimsoll";
import type { Analysis, Constraint, FactValues } from "plimsoll/analysis";
import { undecidedGap } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { limitedTiers, rubric, sign } from "../policy/a-policy.js";
import { analysisOf, appTelling, lifting, oneRule, ownFact, ownFacts, upToNine } from "./own-facts.js";

const desks = { fact: "desks", atLeast: 5 } as const;
const seats = { fact: "seats", atLeast: 5 } as const;
const open = { fact: "open", is: true } as const;
const inNorth = { fact: "places", includesAny: ["north"] };
const anyDesks = { any: [desks, { not: desks }] };
const noDesks = { all: [desks, { not: desks }] };

type Told = NonNullable<AppProfile["extensions"]> | null;

function gapIn(analysis: Analysis) {
  const gap = undecidedGap(analysis);
  if (gap.verdict !== "gap") return gap.verdict;
  const { open: left, tier, ceiling, profile } = gap;
  return [left, tier, ceiling, profile && (profile.extensions ?? {})];
}

type Gap = readonly [open: readonly string[], tier: string, ceiling: string, told: Told];

const points = (...items: readonly (readonly [points: number, when: object])[]) =>
  items.map(([each, when]) => ({ points: each, when }));

test.each<readonly [when: object, gap: Gap | "none"]>([
  [desks, "none"],
  [{ not: desks }, "none"],
  [{ all: [desks, open] }, "none"],
  [{ any: [desks, seats] }, "none"],
  [{ count: [desks, seats, open], atLeast: 2 }, "none"],
  [{ score: points([2, desks], [-1, open]), atLeast: 1 }, "none"],
  [{ score: points([2, desks], [1, open]), atLeast: 3 }, "none"],
  [anyDesks, [["desks"], "central", "central", {}]],
  [noDesks, [["desks"], "team", "central", {}]],
  [{ any: [inNorth, { not: inNorth }] }, [["places"], "central", "central", {}]],
  [{ not: anyDesks }, [["desks"], "team", "central", {}]],
  [{ all: [anyDesks, open] }, [["desks"], "central", "central", { open: true }]],
  [{ any: [{ not: open }, desks, { not: desks }] }, [["desks"], "central", "central", { open: true }]],
  [{ any: [noDesks, open] }, [["desks"], "team", "central", { open: false }]],
  [{ any: [desks, { not: { fact: "desks", atLeast: 3 } }] }, "none"],
  [{ any: [desks, { not: { fact: "desks", atLeast: 7 } }] }, [["desks"], "central", "central", {}]],
  [{ count: [desks, { not: desks }, open], atLeast: 2 }, "none"],
  [{ count: [desks, { not: desks }], atLeast: 1 }, "none"],
  [
    { count: [{ all: [desks, open] }, { all: [{ not: desks }, open] }], atLeast: 1 },
    [["desks"], "central", "central", { open: true }],
  ],
  [{ score: points([2, desks], [-2, desks], [1, open]), atLeast: 1 }, "none"],
  [{ all: [open, { score: points([1, open], [1, desks], [-1, desks]), atLeast: 1 }] }, "none"],
  [{ score: points([3, desks], [3, { not: desks }]), atLeast: 3 }, "none"],
  [{ score: points([-1, desks], [-1, { not: desks }]), atLeast: 0 }, "none"],
  [
    { score: points([3, { any: [desks, open] }], [3, { not: desks }]), atLeast: 3 },
    [["desks"], "central", "central", { open: false }],
  ],
])("by the rule %j, what is settled and yet looks open is %j", (when, gap) => {
  expect(gapIn(analysisOf(oneRule(when)))).toEqual(gap);
});

test.each<readonly [what: string, rules: Partial<Policy>, gap: Gap | "none"]>([
  [
    "a sign that another rule refers to",
    { signs: [sign("door", anyDesks, { tier: "team" })], criteria: [lifting("rule", "experts", { sign: "door" })] },
    [["desks"], "experts", "experts", {}],
  ],
  [
    "a rubric",
    {
      rubrics: [{ ...rubric("risk", desks), items: points([2, { any: [desks, open] }], [2, { not: desks }]) as never }],
      criteria: [lifting("rule", "central", { score: "risk", atLeast: 2 })],
    },
    [["desks"], "central", "central", { open: false }],
  ],
  ["what exempts as often", oneRule(desks, { unless: desks }), [["desks"], "team", "central", {}]],
  ["a limit", { tiers: limitedTiers(noDesks) }, [["desks"], "central", "central", {}]],
  [
    "two rules that do not agree",
    { criteria: [lifting("one", "central", anyDesks), lifting("other", "experts", noDesks)] },
    [["desks"], "central", "experts", {}],
  ],
  [
    "a rule beside one that is certain",
    { criteria: [lifting("one", "central", open), lifting("other", "experts", { all: [open, noDesks] })] },
    [["desks"], "central", "experts", { open: true }],
  ],
  [
    "a rule that a higher one makes good",
    { criteria: [lifting("one", "experts", open), lifting("other", "central", anyDesks)] },
    [["desks"], "central", "central", { open: false }],
  ],
  ["a rule to the lowest tier", { criteria: [lifting("one", "team", anyDesks)], signs: [sign("door", open)] }, "none"],
])("in %s, too, a gap is found", (_, rules, gap) => {
  expect(gapIn(analysisOf(rules))).toEqual(gap);
});

test("what constraints settle looks open", () => {
  const constraints: readonly Constraint[] = [{ when: { fact: "desks", below: 5 }, implies: seats }];
  const rules = oneRule({ any: [desks, seats] });
  expect(gapIn(analysisOf(rules, { constraints }))).toEqual([["seats"], "central", "central", { desks: 0 }]);
});

test("where the tier is told in no case, none is settled", () => {
  const constraints: readonly Constraint[] = [{ when: open, implies: { fact: "desks", below: 5 } }];
  expect(gapIn(analysisOf(oneRule(desks), { constraints }))).toEqual([["desks"], "team", "central", { open: true }]);
});

/** Many desks are told by how many there are: no profile tells one without the other. */
const many: Fact = {
  ...ownFact("many", { kind: "boolean" }),
  answerAt: ["/extensions/desks"],
  derive: ({ extensions }) =>
    typeof extensions?.desks === "number" ? reading.exact(extensions.desks >= 5) : reading.unknown,
};
const manyDesks: readonly Constraint[] = [
  { when: { fact: "many", is: true }, implies: desks },
  { when: { fact: "many", is: false }, implies: { fact: "desks", below: 5 } },
];

test("when no profile can tell the smallest gap, one that can be told is given", () => {
  const rules = oneRule({ any: [desks, { fact: "many", is: false }] });
  const options = {
    facts: { ...ownFacts, many },
    constraints: manyDesks,
    synthesize: ({ desks: count = 0 }: FactValues) => appTelling({ desks: Number(count) }),
  };
  expect(gapIn(analysisOf(rules, options))).toEqual([["desks", "many"], "central", "central", {}]);
});

/** What is not said to be so is not so. */
const alwaysKnown = (name: string): Fact => ({
  ...ownFact(name, { kind: "boolean" }),
  derive: ({ extensions }) => reading.exact(extensions?.[name] === true),
});

test("when no profile can tell any gap, the smallest is given without one", () => {
  const facts = { known: alwaysKnown("known"), door: alwaysKnown("door"), desks: ownFact("desks", upToNine) };
  const known = { fact: "known", is: true };
  const door = { fact: "door", is: true };
  const rules = oneRule({ any: [known, { not: known }, { all: [door, { not: door }] }] });
  expect(gapIn(analysisOf(rules, { facts }))).toEqual([["known"], "central", "central", null]);
});

test("a gap that takes more than the budget is not looked for", () => {
  const told = undecidedGap(analysisOf(oneRule(anyDesks), { budget: 4 }));
  expect(told.verdict).toBe("too-large");
});
