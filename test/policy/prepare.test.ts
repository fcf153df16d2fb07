import { type AppProfile, classify, type Policy, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { FALSE, type State, stateOf, TRUE, UNDECIDED } from "../../src/conditions/index.js";
import { nothingFound } from "../../src/facts/index.js";
import { preparePolicy } from "../../src/policy/index.js";
import { criterion, emptyPolicy, manyUsers, policyOf, sign, words } from "./a-policy.js";

const few = { fact: "users", atMost: 5 } as const;
const daily = { fact: "dailyDependence", is: true } as const;
const supported = { fact: "support", is: true } as const;

const tiers: Policy["tiers"] = [
  { id: "personal", title: "Personal", advice: "Go on.", limits: [{ id: "for-few", ...words, holds: few }] },
  { id: "team", title: "Team", advice: "Ask your team." },
  { id: "central", title: "Central", advice: "Ask the central team." },
];
const prepare = (rest: Partial<Policy>) => preparePolicy({ ...emptyPolicy, ...rest }, standardFacts);

/** An app of which no rule was judged yet. */
const appWith = (rest: Partial<AppProfile>): State =>
  stateOf({ id: "rota", name: "Rota", ...rest }, nothingFound(undefined), []);

test("a policy of nothing but tiers asks for nothing", () => {
  expect(prepare({})).toEqual({
    read: expect.any(Function),
    adjustments: [],
    touchedBy: expect.any(Function),
    rules: [],
    reported: [],
    named: [],
    compile: expect.any(Function),
    facts: standardFacts,
  });
});

test("a fact is read once of an app, however many lines are drawn through it", () => {
  const { rules } = prepare({ criteria: [criterion({ all: [few, manyUsers] }), criterion(few, { id: "other" })] });
  const state = appWith({ audience: { users: 4 } });
  expect(rules.map(({ when }) => when.evaluate(state))).toEqual([FALSE, TRUE]);
  expect(state.found.known).toHaveLength(1);
});

test("findings say of a rule what it says, or what follows from its tier", () => {
  const own = { title: "Own", why: "We said so.", advice: "Ask us.", source: "The handbook" };
  const { rules } = prepare({
    tiers,
    criteria: [criterion(manyUsers, { id: "crowded", ...own })],
    signs: [sign("daily", daily), sign("needed", daily, { severity: "high", tier: "central" })],
  });
  expect(rules.map((rule) => [rule.rank, rule.words])).toEqual([
    [1, { kind: "sign", id: "daily", tier: "team", severity: "low", ...words, advice: "Ask your team.", source: "" }],
    [
      2,
      {
        kind: "sign",
        id: "needed",
        tier: "central",
        severity: "high",
        ...words,
        advice: "Ask the central team.",
        source: "",
      },
    ],
    [2, { kind: "criterion", id: "crowded", tier: "central", severity: null, ...own }],
    [1, { kind: "limit", id: "for-few", tier: "team", severity: null, ...words, advice: "Ask your team.", source: "" }],
  ]);
});

describe("the rules", () => {
  const prepared = () =>
    prepare({
      tiers,
      criteria: [
        criterion(manyUsers, { id: "lowest", tier: "personal" }),
        criterion(manyUsers, { id: "one" }),
        criterion(manyUsers, { id: "other" }),
      ],
      signs: [
        sign("first", { not: { sign: "last" } }),
        sign("middle", daily, { tier: "central" }),
        sign("last", daily),
      ],
    });

  test("are judged signs first, each after those that it refers to", () => {
    const ids = prepared().rules.map(({ words: { id } }) => id);
    expect(ids).toEqual(["last", "first", "middle", "lowest", "one", "other", "for-few"]);
  });

  test("are reported from the highest tier down, those of one tier as they are judged", () => {
    const { rules, reported } = prepared();
    const ids = reported.map((index) => rules[index]?.words.id);
    expect(ids).toEqual(["middle", "one", "other", "last", "first", "for-few", "lowest"]);
  });
});

describe("a rule asks", () => {
  test.each([
    ["crowded", { audience: { users: 100 } }, TRUE, UNDECIDED],
    ["crowded", { audience: { users: 99 }, criticality: { support: true } }, FALSE, TRUE],
    ["for-few", { audience: { users: 6 } }, TRUE, undefined],
    ["for-few", { audience: { users: 5 } }, FALSE, undefined],
    ["for-few", {}, UNDECIDED, undefined],
  ])("its condition and its exemption: %s of %j", (id, profile, when, unless) => {
    const { rules } = prepare({ tiers, criteria: [criterion(manyUsers, { id: "crowded", unless: supported })] });
    const rule = rules.find((each) => each.words.id === id) ?? expect.fail();
    expect(rule.when.evaluate(appWith(profile))).toBe(when);
    expect(rule.unless?.evaluate(appWith(profile))).toBe(unless);
  });
});

test("a rule knows the components that cover it, and while what", () => {
  const { rules } = prepare({
    criteria: [criterion(manyUsers, { id: "crowded" }), criterion(daily, { id: "needed" })],
    components: [
      { id: "login", title: "Login", covers: ["crowded"], from: "2.1" },
      { id: "queue", title: "Queue", covers: ["needed", "crowded"], when: supported },
      { id: "old", title: "Old", covers: ["crowded"], retired: "Use the queue." },
    ],
  });
  const state = appWith({ criticality: { support: true } });
  const covering = rules.map(({ words: { id }, coveredBy }) => ({
    id,
    coveredBy: coveredBy.map((component) => [component.id, component.from, component.when?.evaluate(state)]),
  }));
  expect(covering).toEqual([
    {
      id: "crowded",
      coveredBy: [
        ["login", "2.1", undefined],
        ["queue", undefined, TRUE],
      ],
    },
    { id: "needed", coveredBy: [["queue", undefined, TRUE]] },
  ]);
});

describe("a rule that refers to a sign", () => {
  const policy = policyOf(manyUsers, {
    criteria: [
      criterion({ sign: "needed" }, { id: "with" }),
      criterion({ not: { sign: "needed" } }, { id: "without" }),
    ],
    signs: [sign("quiet", { fact: "stage", is: "retired" }), sign("needed", daily, { unless: supported })],
  });

  test.each([
    ["while it stands", { dailyDependence: true, support: false }, [["with", "holds", ["dailyDependence"]]]],
    [
      "while it is exempt",
      { dailyDependence: true, support: true },
      [["without", "holds", ["dailyDependence", "support"]]],
    ],
    ["while it does not fire", { dailyDependence: false }, [["without", "holds", ["dailyDependence", "support"]]]],
    [
      "while that is open",
      { dailyDependence: true },
      [
        ["with", "possible", ["dailyDependence", "support"]],
        ["without", "possible", ["dailyDependence", "support"]],
      ],
    ],
  ])("rests on what the sign rests on, %s", (_, criticality, found) => {
    const { findings } = classify({ id: "rota", name: "Rota", criticality }, policy);
    const ofCriteria = findings.filter(({ kind }) => kind === "criterion");
    expect(ofCriteria.map(({ id, status, evidence }) => [id, status, evidence.map(({ fact }) => fact)])).toEqual(found);
  });
});

test.each([
  [1, TRUE],
  [2, TRUE],
  [3, FALSE],
])("a rule that draws a line at %i points counts those of its rubric", (atLeast, truth) => {
  const { compile } = prepare({
    rubrics: [
      { id: "cost", title: "Cost", items: [{ points: 5, when: manyUsers }] },
      { id: "risk", title: "Risk", items: [{ points: 2, when: manyUsers }] },
    ],
  });
  expect(compile({ score: "risk", atLeast }).evaluate(appWith({ audience: { users: 100 } }))).toBe(truth);
});
