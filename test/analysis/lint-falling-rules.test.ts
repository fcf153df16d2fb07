import type { Policy } from "plimsoll";
import { type Constraint, createAnalysis, type LintFinding, lintPolicy, type Witness } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, emptyPolicy, limitedTiers, policyOf, sign } from "../policy/a-policy.js";
import { shown, tiny } from "./tiny-world.js";

const falls = (question: string, witness: Witness, beside: Witness): LintFinding => ({
  id: "falls-with-risk",
  severity: "warning",
  pointer: "/criteria/0",
  rule: "rule",
  explanation: `"A rule" holds for one app, but not for another that only has more risk. ${question}`,
  suggestion: "Make it hold from a line upwards, however far an app is beyond it.",
  witness,
  beside,
});

const fallsByExemption = (question: string, witness: Witness, beside: Witness): LintFinding => ({
  ...falls(question, witness, beside),
  severity: "note",
  suggestion: "Check whether the exemption is meant that way.",
});

const exempting = (when: unknown, unless: unknown): Policy => ({
  ...emptyPolicy,
  criteria: [criterion(when, { unless })],
});

test.each<readonly [what: string, policy: Policy, finding: LintFinding]>([
  [
    "stands of few people only",
    policyOf({ fact: "people", atMost: 5 }),
    falls("What of people?", shown({ people: 0 }, "central"), shown({ people: 6 }, "team")),
  ],
  [
    "stands of the fact that lowers the risk",
    policyOf({ fact: "guarded", is: true }),
    falls("What of guarded?", shown({ guarded: true }, "central"), shown({ guarded: false }, "team")),
  ],
  [
    "stands of sets with one member alone",
    policyOf({ all: [{ fact: "data", isEmpty: false }, { not: { fact: "data", includesAny: ["health", "cards"] } }] }),
    falls("What of data?", shown({ data: ["names"] }, "central"), shown({ data: ["health", "names"] }, "team")),
  ],
  [
    "stops at the second of the facts that it asks for",
    policyOf({
      all: [
        { fact: "people", atLeast: 10 },
        { fact: "level", below: "much" },
      ],
    }),
    falls(
      "What of level?",
      shown({ people: 10, level: "none" }, "central"),
      shown({ people: 10, level: "much" }, "team"),
    ),
  ],
  [
    "stops at each of two facts, of which one is told",
    policyOf({
      all: [
        { fact: "people", below: 10 },
        { fact: "outside", is: false },
      ],
    }),
    falls(
      "What of people?",
      shown({ people: 0, outside: false }, "central"),
      shown({ people: 10, outside: false }, "team"),
    ),
  ],
  [
    "stops by itself, beside an exemption for something else",
    exempting({ fact: "people", below: 10 }, { fact: "colour", is: "red" }),
    falls(
      "What of people?",
      shown({ people: 0, colour: "green" }, "central"),
      shown({ people: 10, colour: "green" }, "team"),
    ),
  ],
  [
    "is a limit from below",
    { ...emptyPolicy, tiers: limitedTiers({ fact: "people", atLeast: 10 }) },
    {
      ...falls("What of people?", shown({ people: 0 }, "central"), shown({ people: 10 }, "team")),
      pointer: "/tiers/0/limits/0",
      rule: "limit",
    },
  ],
  [
    "is a sign",
    { ...emptyPolicy, signs: [sign("calm", { fact: "weight", atMost: 2.5 }, { advice: "Ask." })] },
    {
      ...falls("What of weight?", shown({ weight: 0 }, "central"), shown({ weight: 3 }, "team")),
      pointer: "/signs/0",
      rule: "calm",
    },
  ],
])("a rule falls with risk that %s", (_, policy, finding) => {
  expect(lintPolicy(createAnalysis(policy, tiny))).toEqual({ findings: [finding], complete: true });
});

test.each<readonly [what: string, policy: Policy, finding: LintFinding]>([
  [
    "stops where it is exempted",
    exempting({ fact: "people", atLeast: 10 }, { fact: "people", atLeast: 50 }),
    fallsByExemption("What of people?", shown({ people: 10 }, "central"), shown({ people: 50 }, "team")),
  ],
  [
    "is a limit that is not asked of some apps with more risk",
    { ...emptyPolicy, tiers: limitedTiers({ fact: "people", atMost: 9 }, { unless: { fact: "level", is: "much" } }) },
    {
      ...fallsByExemption(
        "What of level?",
        shown({ people: 10, level: "none" }, "central"),
        shown({ people: 10, level: "much" }, "team"),
      ),
      pointer: "/tiers/0/limits/0",
      rule: "limit",
    },
  ],
])("it is only worth a note that a rule %s", (_, policy, finding) => {
  expect(lintPolicy(createAnalysis(policy, tiny))).toEqual({ findings: [finding], complete: true });
});

const noMoreSitesThanPeople: Constraint = { fact: "sites", atMostFact: "people" };

test("an exemption is the reason when the rule itself falls only where no app can be", () => {
  const when = {
    any: [
      { fact: "people", atLeast: 5 },
      { fact: "sites", below: 5 },
    ],
  };
  const policy = exempting(when, { fact: "sites", atLeast: 50 });
  const { findings } = lintPolicy(createAnalysis(policy, { ...tiny, constraints: [noMoreSitesThanPeople] }));
  expect(findings.filter(({ id }) => id === "falls-with-risk")).toEqual([
    fallsByExemption(
      "What of sites?",
      shown({ people: 5, sites: 0 }, "central"),
      shown({ people: 50, sites: 50 }, "team"),
    ),
  ]);
});

test.each<readonly [what: string, policy: Policy]>([
  ["stands of a fact that means no risk", policyOf({ fact: "colour", is: "red" })],
  ["stands with more risk as well", policyOf({ fact: "people", atLeast: 5 })],
  ["stands of less care, which is more risk", policyOf({ fact: "care", below: "much" })],
  [
    "falls only where no app can be",
    policyOf({
      any: [
        { fact: "people", atLeast: 9 },
        {
          all: [
            { fact: "people", between: [3, 4] },
            { fact: "sites", atLeast: 7 },
          ],
        },
      ],
    }),
  ],
])("a rule does not fall that %s", (_, policy) => {
  const { findings } = lintPolicy(createAnalysis(policy, { ...tiny, constraints: [noMoreSitesThanPeople] }));
  expect(findings.filter(({ id }) => id === "falls-with-risk")).toEqual([]);
});
