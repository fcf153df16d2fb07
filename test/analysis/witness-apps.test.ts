import { type AppProfile, type Condition, type Fact, type Policy, standardFacts, standardPolicy } from "plimsoll";
import {
  type AnalysisOptions,
  type Constraint,
  canReach,
  comparePolicies,
  createAnalysis,
  type FactValues,
} from "plimsoll/analysis";
import { recommendedPolicy } from "plimsoll/packs";
import { expect, test } from "vitest";
import { studied, valueAt, witnessIn, witnessOf } from "../../src/analysis/search.js";
import { studyOf } from "../../src/analysis/study.js";
import { emptyPolicy, policyOf } from "../policy/a-policy.js";
import {
  analysisOf,
  appTelling,
  lifting,
  oneRule,
  ownFact,
  ownFacts,
  ownPolicy,
  refusalOf,
  shown,
  shownBy,
} from "./own-facts.js";

const desks = { fact: "desks", atLeast: 5 } as const;

const rules = {
  criteria: [
    lifting("crowd", "central", desks),
    lifting("hall", "experts", {
      all: [
        { fact: "size", is: "large" },
        { fact: "guards", below: 3 },
      ],
    }),
  ],
};

const harmless = { desks: 0, size: "small", guards: 3 };
const unreachable = { verdict: "unreachable" };

function reached(tier: string, where?: Condition, options: AnalysisOptions = {}, asked: Partial<Policy> = rules) {
  const reach = canReach(analysisOf(asked, options), tier, where);
  return reach.verdict === "reachable" ? shownBy(reach.witness) : reach;
}

const hasGuards = { when: { fact: "size", is: "large" }, implies: { fact: "guards", atLeast: 3 } } as const;
const enoughGuards: Constraint = { fact: "desks", atMostFact: "guards" };

test.each<readonly [tier: string, where: Condition | undefined, changes: object]>([
  ["team", undefined, {}],
  ["central", undefined, { desks: 5 }],
  ["experts", undefined, { size: "large", guards: 2 }],
  ["team", { fact: "size", is: "large" }, { size: "large" }],
  ["team", { fact: "size", atLeast: "medium" }, { size: "medium" }],
  ["central", { fact: "desks", atLeast: 8 }, { desks: 8 }],
  ["experts", desks, { desks: 5, size: "large", guards: 2 }],
  ["team", { fact: "seats", atLeast: 4 }, { seats: 4 }],
])("the least remarkable app that is %s, where %j, is shown", (tier, where, changes) => {
  expect(reached(tier, where)).toEqual(shown({ ...harmless, ...changes }, tier));
});

test.each<readonly [tier: string, where: Condition | undefined, constraints: readonly Constraint[]]>([
  ["team", desks, []],
  ["central", { all: [desks, { fact: "desks", below: 5 }] }, []],
  ["experts", undefined, [hasGuards]],
  ["experts", desks, [enoughGuards]],
])("no app is %s, where %j, because of %j", (tier, where, constraints) => {
  expect(reached(tier, where, { constraints })).toEqual(unreachable);
});

test("what binds one number to another is kept by the app that is shown", () => {
  const seated: Constraint = { fact: "desks", atMostFact: "seats" };
  const app = reached("central", undefined, { constraints: [seated] }, oneRule(desks));
  expect(app).toEqual(shown({ desks: 5, seats: 5 }, "central"));
});

test("without facts of one's own, the standard ones are asked", () => {
  const reach = canReach(standardPolicy, "it-review", { fact: "users", between: [120, 150] });
  expect(reach).toMatchObject({ verdict: "reachable", witness: { facts: { users: 120 }, tier: "it-review" } });
  const policy = policyOf({ fact: "users", atLeast: 100 });
  expect(canReach(createAnalysis(policy), "central")).toMatchObject({
    verdict: "reachable",
    witness: { facts: { users: 100 }, profile: { audience: { users: 100 } }, tier: "central" },
  });
});

test("where there is no rule, nobody is but in the lowest tier", () => {
  expect(canReach(createAnalysis(emptyPolicy), "team")).toMatchObject({ verdict: "reachable", witness: { facts: {} } });
  expect(canReach(createAnalysis(emptyPolicy), "central")).toEqual(unreachable);
});

test("a budget that is too small is named, with what to do", () => {
  expect(reached("central", undefined, { budget: 5 })).toEqual({
    verdict: "too-large",
    message: "This takes more than its budget of 5 allows. Give it a larger budget, or ask about fewer rules at once.",
  });
});

const advice =
  "Let each fact of yours be answered by one extension (answerAt), say in constraints what holds between them, or pass synthesize.";

const noAppWith = (found: string) => ({
  code: "invalid-fact",
  problems: [{ pointer: "", code: "contradiction", message: `No app could be made with ${found}. ${advice}` }],
});

/** How the third of three facts is answered, nobody can tell. */
const hidden: Fact = ownFact("open", { kind: "boolean" }, { answerAt: ["/audience/users"] });
const mixed = { ...ownFacts, open: hidden, users: standardFacts.users };

const crowdedAndOpen = { all: [{ fact: "users", atLeast: 50 }, desks, { fact: "open", is: true }] };

test("when no app can be made, the facts of one's own are named that were tried", () => {
  const analysis = analysisOf(oneRule(crowdedAndOpen), { facts: mixed });
  expect(refusalOf(() => canReach(analysis, "central"))).toStrictEqual(noAppWith("desks = 5, open = true"));
});

test("where the lists of standard facts could hold too much to tell apart, that is said, and nobody's facts are blamed", () => {
  const { components = [] } = recommendedPolicy;
  const covers = (component: (typeof components)[number]) =>
    component.id === "approval-step" ? component.covers.filter((rule) => rule !== "acts-alone") : component.covers;
  const slipped = {
    ...recommendedPolicy,
    components: components.map((component) => ({ ...component, covers: covers(component) })),
  };

  expect(comparePolicies(recommendedPolicy, [slipped])).toMatchObject([
    { verdict: "too-large", message: expect.stringContaining("Ask about fewer rules at once") },
  ]);
});

test("an app that is handed in is asked for by its facts, and shown", () => {
  const asked: FactValues[] = [];
  const synthesize = (values: FactValues) => {
    asked.push(values);
    return { ...appTelling({ open: true, desks: 5 }), audience: { users: 50 } };
  };
  const reach = canReach(analysisOf(oneRule(crowdedAndOpen), { facts: mixed, synthesize }), "central");
  const values = { users: 50, desks: 5, open: true };
  expect(asked[0]).toEqual(values);
  expect(reach).toEqual({
    verdict: "reachable",
    witness: { profile: synthesize(values), facts: values, tier: "central" },
  });
});

test.each<readonly [what: string, made: AppProfile | undefined]>([
  ["none", undefined],
  ["one in another tier", appTelling({ desks: 4 })],
  ["one that could be in the tier", appTelling({})],
])("an app that is handed in is not shown when it is %s", (_, made) => {
  const analysis = analysisOf(oneRule(desks), { synthesize: () => made });
  expect(refusalOf(() => canReach(analysis, "central"))).toStrictEqual(noAppWith("desks = 5"));
});

test("an app of which the tier is open is not shown as one of the lowest", () => {
  const analysis = analysisOf(oneRule(desks), { synthesize: () => appTelling({}) });
  expect(refusalOf(() => canReach(analysis, "team"))).toStrictEqual(noAppWith("desks = 0"));
});

test("of numbers that need not be whole, others are tried until an app can be made", () => {
  const weighty = oneRule({ fact: "tons", atLeast: 1.5 });
  expect(reached("central", undefined, {}, weighty)).toEqual(shown({ tons: 1.5 }, "central"));
  const synthesize = ({ tons = 0 }: FactValues) => (tons === 1.5 ? undefined : appTelling({ tons: Number(tons) }));
  const reach = canReach(analysisOf(weighty, { synthesize }), "central", { fact: "tons", below: 2.5 });
  expect(reach).toMatchObject({ verdict: "reachable", witness: { facts: { tons: 2 }, tier: "central" } });
});

const studying = () => studyOf(createAnalysis(ownPolicy(rules), { facts: ownFacts }));

test("a policy is prepared once", () => {
  const ready = studying();
  expect(ready()).toBe(ready());
});

test("a model is made anew only where new lines are drawn", () => {
  const study = studying()();
  for (const known of [[], [desks], [{ not: { any: [desks] } }]]) {
    const { model, tier, lift } = studied(study, known);
    expect(model).toBe(study.model);
    expect([tier, lift(study.tier)]).toEqual([study.tier, study.tier]);
  }
  const { model } = studied(study, [desks, { fact: "desks", atLeast: 7 }]);
  const drawn = model.space.lines.length - study.model.space.lines.length;
  expect([drawn, model.space.variables[0]?.partition.cells]).toEqual([1, [0, 5, 7]]);
});

test("a witness is confirmed by whoever asks for one", () => {
  const study = studying()();
  const { home, space, diagrams, compiler } = study.model;
  const { cells, values } = home();
  expect(witnessIn(study, study, cells, values, () => true).facts).toEqual(harmless);
  expect(refusalOf(() => witnessIn(study, study, cells, values, () => false))).toStrictEqual(
    noAppWith('desks = 0, size = "small", guards = 3'),
  );
  expect(valueAt(study.model, study.tier, cells)).toBe(0);
  const crowded = space.variables.map(({ name }, index) => (name === "desks" ? 1 : (cells[index] ?? 0)));
  expect(valueAt(study.model, study.tier, crowded)).toBe(1);
  expect(witnessOf(study, study, diagrams.constant(0), (so) => so === 1)).toBeUndefined();
  expect(witnessOf(study, study, compiler.all([]), (so) => so === 1)?.facts).toEqual(harmless);
});
