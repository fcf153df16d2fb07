import fc from "fast-check";
import { type AppProfile, type Classification, type Condition, classify, type Policy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { emptyPolicy, sign } from "../policy/a-policy.js";
import { lifting } from "./house.js";

/** Yes-or-no facts. */
const names = ["support", "monitoring", "disasterRecovery", "dailyDependence", "outsideUsers"] as const;
type Flag = (typeof names)[number];
type Told = Readonly<Partial<Record<Flag, boolean>>>;

const appTelling = ({ outsideUsers, ...criticality }: Told): AppProfile => ({
  id: "app",
  name: "App",
  criticality,
  audience: { ...(outsideUsers !== undefined && { outsideUsers }) },
});

/** A condition that asks each of some facts once. */
function askingOnce(asked: readonly Flag[]): fc.Arbitrary<Condition> {
  const [first, ...others] = asked;
  if (first === undefined) return fc.constant({ all: [] });
  if (others.length === 0) return fc.boolean().map((is): Condition => ({ fact: first, is }));
  return fc.integer({ min: 1, max: others.length }).chain((cut) =>
    fc
      .tuple(
        askingOnce(asked.slice(0, cut)),
        askingOnce(asked.slice(cut)),
        fc.constantFrom("all", "any", "not", "count"),
      )
      .map(([one, other, how]): Condition => {
        if (how === "not") return { not: { any: [one, other] } };
        if (how === "count") return { count: [one, other], atLeast: 2 };
        return how === "all" ? { all: [one, other] } : { any: [one, other] };
      }),
  );
}

const condition = fc.shuffledSubarray([...names], { minLength: 1, maxLength: 3 }).chain(askingOnce);
const experts = { id: "experts", title: "Experts", advice: "Ask the experts." };

const policies: fc.Arbitrary<Policy> = fc.tuple(condition, condition, condition, condition).map(
  ([one, other, third, fourth]): Policy => ({
    ...emptyPolicy,
    tiers: [...emptyPolicy.tiers, experts],
    signs: [sign("sign", one), sign("loud", other, { tier: "experts" })],
    criteria: [lifting("criterion", "central", third), lifting("highest", "experts", fourth)],
  }),
);

const tolds: fc.Arbitrary<Told> = fc.record(
  Object.fromEntries(names.map((name) => [name, fc.boolean()])) as Record<Flag, fc.Arbitrary<boolean>>, // of all names
  { requiredKeys: [], noNullPrototype: true },
);

/** Every app that it could be, once all is told. */
const completionsOf = (told: Told): readonly Told[] =>
  names.reduce<readonly Told[]>(
    (all, name) =>
      told[name] === undefined ? all.flatMap((each) => [true, false].map((is) => ({ ...each, [name]: is }))) : all,
    [told],
  );

const holdingIn = ({ findings }: Classification) =>
  findings.filter(({ status }) => status === "holds").map(({ id }) => id);

/** For each fact that is not told, the rules that some app holds or not by that fact alone; and whether the tier of any app is so. */
function decidedBy(told: Told, policy: Policy) {
  const seen = new Map(
    completionsOf(told).map((app) => [
      JSON.stringify(names.map((name) => app[name])),
      classify(appTelling(app), policy),
    ]),
  );
  const of = (app: Told) => seen.get(JSON.stringify(names.map((name) => app[name]))) ?? expect.fail();
  return names.flatMap((name) => {
    if (told[name] !== undefined) return [];
    const pairs = completionsOf(told).map(
      (app) => [of({ ...app, [name]: true }), of({ ...app, [name]: false })] as const,
    );
    const rules = pairs.flatMap(([yes, no]) => {
      const [ones, others] = [holdingIn(yes), holdingIn(no)];
      return [...ones, ...others].filter((id) => ones.includes(id) !== others.includes(id));
    });
    const isOfTier = pairs.some(([yes, no]) => yes.tier !== no.tier);
    return rules.length === 0 ? [] : [{ name, rules: [...new Set(rules)].sort(), isOfTier }];
  });
}

describe("where no rule asks a fact twice", () => {
  test("a fact is asked just when it can decide whether a rule holds, for all rules that it can decide", () => {
    fc.assert(
      fc.property(policies, tolds, (policy, told) => {
        const { questions } = classify(appTelling(told), policy);
        const asked = questions.map(({ fact, findings }) => [fact, [...findings].sort()]);
        expect(asked.sort()).toEqual(
          decidedBy(told, policy)
            .map(({ name, rules }) => [name, rules])
            .sort(),
        );
      }),
      { numRuns: 1500 },
    );
  });

  test("whatever could change the tier opens it, and comes before what only decides a finding", () => {
    fc.assert(
      fc.property(policies, tolds, (policy, told) => {
        const { questions, settled } = classify(appTelling(told), policy);
        const opening = questions.filter(({ opens }) => opens === "tier").map(({ fact }) => fact);
        expect(questions.map(({ opens }) => opens)).toEqual(
          questions.map((_, at) => (at < opening.length ? "tier" : "finding")),
        );
        expect(opening.length === 0).toBe(settled);
        const changing = decidedBy(told, policy).filter(({ isOfTier }) => isOfTier);
        expect(changing.filter(({ name }) => !opening.includes(name))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test("whoever answers one question after the other leaves nothing possible", () => {
    fc.assert(
      fc.property(policies, tolds, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (policy, begun, answers) => {
        let told = begun;
        for (const answer of [...answers, false]) {
          const { questions, findings } = classify(appTelling(told), policy);
          const [question] = questions;
          if (question === undefined) {
            expect(findings.filter(({ status }) => status === "possible")).toEqual([]);
            return;
          }
          told = { ...told, [question.fact]: answer };
        }
        expect.unreachable("There are five facts to ask for.");
      }),
    );
  });
});

test("of what only decides findings, the highest tier comes first, then what more of them wait for, then what is quickest", () => {
  const policy: Policy = {
    ...emptyPolicy,
    tiers: [...emptyPolicy.tiers, experts],
    criteria: [
      lifting("sure", "experts", { all: [] }),
      lifting("low", "central", { fact: "outsideUsers", is: true }),
      lifting("slow", "experts", { fact: "disasterRecovery", is: false }),
      lifting("quick", "experts", { fact: "support", is: false }),
      lifting("both", "central", {
        any: [
          { fact: "monitoring", is: false },
          { fact: "outsideUsers", is: true },
        ],
      }),
    ],
  };
  const { questions, settled } = classify({ id: "app", name: "App" }, policy);
  expect(settled).toBe(true);
  expect(questions.map(({ opens, fact, couldReach, findings }) => [opens, fact, couldReach, findings])).toEqual([
    ["finding", "support", "experts", ["quick"]],
    ["finding", "disasterRecovery", "experts", ["slow"]],
    ["finding", "outsideUsers", "central", ["low", "both"]],
    ["finding", "monitoring", "central", ["both"]],
  ]);
});
