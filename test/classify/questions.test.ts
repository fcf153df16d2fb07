import fc from "fast-check";
import { type Classification, type Criterion, classify, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { profileArbitrary } from "../arbitraries/profile.js";
import { sign } from "../policy/a-policy.js";
import type { Fields } from "./finding.js";
import { classifyBy, lifting } from "./house.js";

const always = { all: [] };
const unsupported = { fact: "support", is: false };
const crowd = { fact: "users", atLeast: 100 };

/** The facts that are asked for, each with the findings that wait for the answer. */
const asked = ({ questions }: Classification) => questions.map(({ fact, findings }) => [fact, findings]);

test("a question says what to ask, where the answer belongs, what it costs and what it could lift to", () => {
  const criteria = [
    lifting("outgrown", "central", { fact: "userGrowth", atLeast: 5 }),
    lifting("overrun", "experts", { fact: "userGrowth", atLeast: 50 }),
  ];
  expect(classifyBy({ criteria }).questions).toEqual([
    {
      fact: "userGrowth",
      opens: "tier",
      question: "How much has it grown since it was built?",
      answerAt: ["/audience/builtFor", "/audience/users"],
      cost: 10,
      couldReach: "experts",
      findings: ["overrun", "outgrown"],
    },
  ]);
});

describe("questions come in order", () => {
  type Row = readonly [says: string, criteria: readonly Criterion[], facts: readonly string[]];
  const whenStopped = { fact: "singlePointsOfFailure", atLeast: 1 };
  const whenOutside = { fact: "outsideUsers", is: true };

  test.each<Row>([
    [
      "what could lift highest first, though fewer findings wait for it and it is dearer to answer",
      [
        lifting("outside", "central", whenOutside),
        lifting("outside again", "central", whenOutside),
        lifting("stopped", "experts", whenStopped),
      ],
      ["singlePointsOfFailure", "outsideUsers"],
    ],
    [
      "then what more findings wait for, though it is dearer to answer",
      [
        lifting("outside", "central", whenOutside),
        lifting("stopped", "central", whenStopped),
        lifting("stopped again", "central", whenStopped),
      ],
      ["singlePointsOfFailure", "outsideUsers"],
    ],
    [
      "then what is quickest to answer",
      [
        lifting("stopped", "central", whenStopped),
        lifting("crowd", "central", crowd),
        lifting("outside", "central", whenOutside),
      ],
      ["outsideUsers", "users", "singlePointsOfFailure"],
    ],
    [
      "then as the findings mention them",
      [lifting("alone", "central", { any: [unsupported, { fact: "monitoring", is: false }, crowd] })],
      ["support", "monitoring", "users"],
    ],
  ])("%s", (_, criteria, facts) => {
    expect(classifyBy({ criteria }).questions.map(({ fact }) => fact)).toEqual(facts);
  });
});

describe("what is asked", () => {
  type Row = readonly [
    says: string,
    criteria: readonly Criterion[],
    fields: Fields,
    questions: readonly (readonly [fact: string, findings: readonly string[]])[],
  ];

  test.each<Row>([
    [
      "a fact once, however many lines of a rule are drawn through it",
      [lifting("size", "central", { any: [crowd, { fact: "users", below: 5 }] })],
      {},
      [["users", ["size"]]],
    ],
    [
      "each of several facts that a rule waits for",
      [lifting("alone", "central", { all: [crowd, unsupported] })],
      {},
      [
        ["users", ["alone"]],
        ["support", ["alone"]],
      ],
    ],
    [
      "nothing that the profile tells",
      [lifting("alone", "central", { all: [crowd, unsupported] })],
      { audience: { users: 140 } },
      [["support", ["alone"]]],
    ],
    [
      "what the profile tells only in part",
      [lifting("crowd", "central", crowd)],
      { audience: { peakConcurrent: 60 } },
      [["users", ["crowd"]]],
    ],
    [
      "whether an exemption applies",
      [lifting("crowd", "central", crowd, { unless: { fact: "support", is: true } })],
      { audience: { users: 140 } },
      [["support", ["crowd"]]],
    ],
    [
      "what could lift first, and then what rules of the tier already reached wait for",
      [
        lifting("sure", "central", always),
        lifting("unsupported", "central", unsupported),
        lifting("lonely", "central", { all: [unsupported, crowd] }),
        lifting("crowd", "experts", crowd),
      ],
      {},
      [
        ["users", ["crowd", "lonely"]],
        ["support", ["unsupported", "lonely"]],
      ],
    ],
    [
      "what rules wait for also once the highest tier is reached",
      [
        lifting("sure", "experts", always),
        lifting("crowd", "experts", crowd),
        lifting("alone", "central", unsupported),
      ],
      {},
      [
        ["users", ["crowd"]],
        ["support", ["alone"]],
      ],
    ],
    ["nothing where nothing is possible", [lifting("crowd", "central", crowd)], { audience: { users: 40 } }, []],
  ])("%s", (_, criteria, fields, questions) => {
    expect(asked(classifyBy({ criteria }, fields))).toEqual(questions);
  });

  test("nothing for a rule that is exempt, though the sign that it refers to is undecided", () => {
    const rules = {
      signs: [sign("crowd", crowd, { unless: always })],
      criteria: [
        lifting("quiet", "experts", { not: { sign: "crowd" } }, { unless: always }),
        lifting("alone", "central", unsupported),
      ],
    };
    expect(asked(classifyBy(rules))).toEqual([["support", ["alone"]]]);
  });
});

describe("for any app, by the standard policy", () => {
  const rankOf = (tier: string) => standardPolicy.tiers.findIndex(({ id }) => id === tier);

  test("what is asked is what possible findings leave undecided, and opens the tier where one of them is above it", () => {
    fc.assert(
      fc.property(profileArbitrary, (profile) => {
        const { findings, questions, tier } = classify(profile);
        const isAbove = (id: string) => findings.some((each) => each.id === id && rankOf(each.tier) > rankOf(tier));
        for (const { opens, findings: ids } of questions) expect(ids.some(isAbove)).toBe(opens === "tier");
        const waiting = findings.flatMap(({ id, status, evidence }) =>
          status === "possible"
            ? evidence.filter(({ met }) => met === null).map(({ fact }) => `${id} waits for ${fact}`)
            : [],
        );
        const answered = questions.flatMap(({ fact, findings: ids }) => ids.map((id) => `${id} waits for ${fact}`));
        expect(answered.sort()).toEqual([...new Set(waiting)].sort());
      }),
    );
  });

  test("the first question could lift to the ceiling, and none opens the tier when that is reached", () => {
    fc.assert(
      fc.property(profileArbitrary, (profile) => {
        const { ceiling, settled, questions } = classify(profile);
        const [first] = questions.filter(({ opens }) => opens === "tier");
        expect(first?.couldReach).toBe(settled ? undefined : ceiling);
        if (!settled) expect(questions[0]).toBe(first);
      }),
    );
  });
});
