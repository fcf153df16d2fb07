import type { Problem } from "plimsoll";
import { expect, test } from "vitest";
import { criterion, emptyPolicy, limitedTiers, manyUsers, policyOf, rubric, sign, words } from "./a-policy.js";
import { problemsOf, type Row, testMistakes } from "./mistakes.js";

const when = "/criteria/0/when";

const tiers: readonly Row[] = [
  [
    "an unknown tier of a criterion",
    { ...emptyPolicy, criteria: [criterion(manyUsers, { tier: "centrl" })] },
    [["/criteria/0/tier", "unknown-reference", "central"]],
    ["centrl", "central"],
  ],
  [
    "an unknown tier of a sign",
    { ...emptyPolicy, signs: [sign("sign", manyUsers, { tier: "moon" })] },
    [["/signs/0/tier", "unknown-reference"]],
    ["moon", "team, central"],
  ],
  ["one tier only", { ...emptyPolicy, tiers: emptyPolicy.tiers.slice(1) }, [["/tiers", "out-of-range"]], ["2"]],
  [
    "two tiers of one id",
    { ...emptyPolicy, tiers: [...emptyPolicy.tiers, emptyPolicy.tiers[0]] },
    [["/tiers/2/id", "duplicate"]],
    ["team", "/tiers/0"],
  ],
  [
    "limits on the highest tier",
    {
      ...emptyPolicy,
      tiers: [emptyPolicy.tiers[0], { ...emptyPolicy.tiers[1], limits: [{ id: "few", ...words, holds: manyUsers }] }],
    },
    [["/tiers/1/limits", "contradiction"]],
    ["highest tier"],
  ],
];

const references: readonly Row[] = [
  [
    "an unknown sign",
    policyOf({ sign: "brunt-out" }, { signs: [sign("burnt-out", manyUsers)] }),
    [[`${when}/sign`, "unknown-reference", "burnt-out"]],
    ["brunt-out", "burnt-out"],
  ],
  [
    "a sign where there is none",
    policyOf({ not: { sign: "burnt-out" } }),
    [[`${when}/not/sign`, "unknown-reference"]],
    ["burnt-out"],
  ],
  [
    "an unknown rubric",
    policyOf({ score: "rsk", atLeast: 3 }, { rubrics: [rubric("risk", manyUsers)] }),
    [[`${when}/score`, "unknown-reference", "risk"]],
    ["rsk", "risk"],
  ],
  [
    "an unknown sign in an exemption",
    { ...emptyPolicy, criteria: [criterion(manyUsers, { unless: { sign: "x" } })] },
    [["/criteria/0/unless/sign", "unknown-reference"]],
    ['"x"'],
  ],
  [
    "an unknown fact in a limit",
    { ...emptyPolicy, tiers: limitedTiers({ fact: "userz", below: 9 }) },
    [["/tiers/0/limits/0/holds/fact", "unknown-fact", "users"]],
    ["userz"],
  ],
  [
    "an unknown fact in a rubric",
    { ...emptyPolicy, rubrics: [rubric("risk", { fact: "userz", below: 9 })] },
    [["/rubrics/0/items/0/when/fact", "unknown-fact", "users"]],
    ["userz"],
  ],
  [
    "a component for an unknown rule",
    policyOf(manyUsers, { components: [{ id: "login", title: "Login", covers: ["rule", "rul"] }] }),
    [["/components/0/covers/1", "unknown-reference", "rule"]],
    ['"rul"'],
  ],
  [
    "a sign that rests on itself",
    { ...emptyPolicy, signs: [sign("a", { not: { sign: "a" } })] },
    [["/signs/0/when/not/sign", "cycle"]],
    ['sign "a" → sign "a"'],
  ],
  [
    "signs in a long circle",
    {
      ...emptyPolicy,
      signs: [
        sign("a", { sign: "b" }),
        sign("b", { all: [manyUsers, { sign: "c" }] }),
        sign("c", manyUsers, { unless: { sign: "a" } }),
      ],
    },
    [["/signs/2/unless/sign", "cycle"]],
    ['sign "a" → sign "b" → sign "c" → sign "a"'],
  ],
  [
    "a circle through a rubric",
    {
      ...emptyPolicy,
      signs: [sign("a", { score: "risk", atLeast: 1 })],
      rubrics: [rubric("risk", { any: [{ sign: "a" }] })],
    },
    [["/signs/0/when/score", "cycle"]],
    ['sign "a"', 'rubric "risk"'],
  ],
  [
    "a rubric that rests on itself",
    { ...emptyPolicy, rubrics: [rubric("risk", { score: "risk", atLeast: 1 })] },
    [["/rubrics/0/items/0/when/score", "cycle"]],
    ['rubric "risk" → rubric "risk"'],
  ],
];

const ids: readonly Row[] = [
  [
    "two criteria",
    { ...emptyPolicy, criteria: [criterion(manyUsers), criterion(manyUsers)] },
    [["/criteria/1/id", "duplicate"]],
    ["rule", "/criteria/0"],
  ],
  [
    "a criterion and a sign",
    policyOf(manyUsers, { signs: [sign("rule", manyUsers)] }),
    [["/signs/0/id", "duplicate"]],
    ["rule", "/criteria/0"],
  ],
  [
    "a sign and a limit",
    { ...emptyPolicy, tiers: limitedTiers(manyUsers), signs: [sign("limit", manyUsers)] },
    [["/tiers/0/limits/0/id", "duplicate"]],
    ["/signs/0"],
  ],
  [
    "two rubrics",
    { ...emptyPolicy, rubrics: [rubric("risk", manyUsers), rubric("risk", manyUsers)] },
    [["/rubrics/1/id", "duplicate"]],
    ["/rubrics/0"],
  ],
  [
    "two components",
    {
      ...emptyPolicy,
      components: [
        { id: "c", title: "C", covers: [] },
        { id: "c", title: "C", covers: [] },
      ],
    },
    [["/components/1/id", "duplicate"]],
    ["/components/0"],
  ],
];

testMistakes("tiers that do not fit", tiers);
testMistakes("a reference that leads nowhere", references);
testMistakes("one id for", ids);

test("every mistake of a policy is reported at once", () => {
  const policy = {
    ...emptyPolicy,
    criteria: [
      criterion({ sign: "gone" }, { tier: "hihg" }),
      criterion({
        all: [
          { fact: "userz", atLeast: 1 },
          { fact: "users", is: "x" },
        ],
      }),
    ],
    signs: [sign("rule", { sign: "lost" })],
    components: [{ id: "c", title: "C", covers: ["nothing"] }],
  };
  const where = ({ code, pointer }: Problem) => `${code} ${pointer}`;
  expect(problemsOf(policy).map(where).sort()).toEqual(
    [
      "duplicate /criteria/1/id",
      "duplicate /signs/0/id",
      "unfit-operator /criteria/1/when/all/1/is",
      "unknown-fact /criteria/1/when/all/0/fact",
      "unknown-reference /components/0/covers/0",
      "unknown-reference /criteria/0/tier",
      "unknown-reference /criteria/0/when/sign",
      "unknown-reference /signs/0/when/sign",
    ].sort(),
  );
});
