import { PlimsollError, type Policy } from "plimsoll";
import { createAnalysis, type LintFinding, lintPolicy } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, emptyPolicy, limitedTiers, policyOf, sign } from "../policy/a-policy.js";
import { ladder, shown, tiny } from "./tiny-world.js";

const noMoreSitesThanPeople = { ...tiny, constraints: [{ fact: "sites", atMostFact: "people" }] };

const many = criterion({ fact: "people", atLeast: 10 }, { id: "many" });
const besideMany = (when: unknown, rest: object = {}): Policy => ({
  ...emptyPolicy,
  criteria: [many, criterion(when, rest)],
});

const neverHolds = (pointer: string, rule: string, why: string): LintFinding => ({
  id: "never-holds",
  severity: "error",
  pointer,
  rule,
  explanation: `"A rule" never stands: ${why}.`,
  suggestion: "Fix its condition, or leave it out.",
});
const contradictsItself = neverHolds("/criteria/1", "rule", "its condition contradicts itself");

test.each<readonly [what: string, policy: Policy, finding: LintFinding]>([
  [
    "asks for two things that exclude each other",
    besideMany({
      all: [
        { fact: "people", atLeast: 20 },
        { fact: "people", below: 20 },
      ],
    }),
    contradictsItself,
  ],
  [
    "is exempted wherever it would stand",
    besideMany({ fact: "people", atLeast: 20 }, { unless: { fact: "people", atLeast: 15 } }),
    contradictsItself,
  ],
  [
    "is a limit that every app keeps",
    { ...emptyPolicy, tiers: limitedTiers({ fact: "people", atLeast: 0 }), criteria: [many] },
    neverHolds("/tiers/0/limits/0", "limit", "its condition contradicts itself"),
  ],
  [
    "asks for what constraints exclude",
    besideMany({
      all: [
        { fact: "sites", atLeast: 20 },
        { fact: "people", below: 20 },
      ],
    }),
    neverHolds("/criteria/1", "rule", "no app can be like that"),
  ],
])("a rule never holds that %s", (_, policy, finding) => {
  expect(lintPolicy(createAnalysis(policy, noMoreSitesThanPeople))).toEqual({ findings: [finding], complete: true });
});

const nobodyAlone: LintFinding = {
  id: "unreachable-tier",
  severity: "error",
  pointer: "/tiers/0",
  explanation: 'No app can be in the tier "Team". ("team")',
  suggestion: "Loosen a rule, so that people can build some apps on their own.",
};
const alwaysHolds = (lift: string, witness: LintFinding["witness"]): LintFinding => ({
  id: "always-holds",
  severity: "warning",
  pointer: "/criteria/0",
  rule: "rule",
  explanation: `"A rule" holds for every app, so no app is below "${lift}".`,
  suggestion: "Fix its condition, or lift the lowest tier.",
  ...(witness && { witness }),
});

test.each<readonly [what: string, policy: Policy, findings: readonly LintFinding[]]>([
  [
    "asks nothing of any app",
    policyOf({ fact: "people", atLeast: 0 }),
    [nobodyAlone, alwaysHolds("central", shown({ people: 0, sites: 0 }, "central"))],
  ],
  [
    "asks for what constraints say of every app",
    policyOf({
      any: [
        { fact: "people", atLeast: 5 },
        { fact: "sites", below: 5 },
      ],
    }),
    [nobodyAlone, alwaysHolds("central", shown({ people: 0, sites: 0 }, "central"))],
  ],
  [
    "lifts every app to the lowest tier, where it is anyway",
    { ...emptyPolicy, criteria: [criterion({ fact: "people", atLeast: 0 }, { tier: "team" }), many] },
    [alwaysHolds("team", shown({ people: 0, sites: 0 }, "team"))],
  ],
])("a rule always holds that %s", (_, policy, findings) => {
  expect(lintPolicy(createAnalysis(policy, noMoreSitesThanPeople))).toEqual({ findings, complete: true });
});

const leadsNowhere = (rank: number, explanation: string): LintFinding => ({
  id: "unreachable-tier",
  severity: "error",
  pointer: `/tiers/${rank}`,
  explanation,
  suggestion: "Draw a line that leads there, or leave the tier out.",
});

test.each<readonly [what: string, policy: Policy, findings: readonly LintFinding[]]>([
  [
    "every tier above the lowest, when there are no rules",
    ladder,
    [
      leadsNowhere(1, 'No app can be in the tier "Central". ("central")'),
      leadsNowhere(2, 'No app can be in the tier "Board". ("board")'),
    ],
  ],
  [
    "a tier that every rule leads past",
    { ...ladder, criteria: [criterion({ fact: "people", atLeast: 10 }, { tier: "board" })] },
    [leadsNowhere(1, 'No app can be in the tier "Central". ("central")')],
  ],
])("no app is in %s", (_, policy, findings) => {
  expect(lintPolicy(createAnalysis(policy, tiny))).toEqual({ findings, complete: true });
});

test("a sign without advice is worth a note, and one with advice is not", () => {
  const policy: Policy = {
    ...ladder,
    signs: [
      sign("outside", { fact: "outside", is: true }, { advice: "Ask who they are." }),
      sign("heavy", { fact: "weight", above: 2.5 }, { tier: "board" }),
    ],
  };
  const finding: LintFinding = {
    id: "no-advice",
    severity: "note",
    pointer: "/signs/1",
    rule: "heavy",
    explanation: '"A rule" warns, but does not say what to do next; only the advice of its tier is told.',
    suggestion: "Say in a sentence what the people who build the app should do.",
  };
  expect(lintPolicy(createAnalysis(policy, tiny))).toEqual({ findings: [finding], complete: true });
});

test("there is nothing to mend where rules overlap and each decides somewhere", () => {
  const policy: Policy = {
    ...ladder,
    criteria: [
      criterion({ fact: "people", atLeast: 20 }, { id: "crowd", tier: "board" }),
      criterion({ fact: "people", atLeast: 10 }, { id: "many" }),
      criterion({ fact: "colour", is: "green" }, { id: "green" }),
    ],
    signs: [sign("data", { fact: "data", includesAny: ["health"] }, { advice: "Ask." })],
  };
  expect(lintPolicy(createAnalysis(policy, tiny))).toEqual({ findings: [], complete: true });
});

test("what a budget is too small for is left out, and the lint says that it is not complete", () => {
  const policy: Policy = {
    ...besideMany({ fact: "people", below: 5 }),
    // Two rules together stand wherever this one does, which takes more to find out than what one rule does.
    signs: [sign("crowd", { not: { fact: "people", between: [3, 15] } })],
  };
  const all = lintPolicy(createAnalysis(policy, tiny)).findings;
  const told = Array.from({ length: 40 }, (_, budget) => lintPolicy(createAnalysis(policy, { ...tiny, budget })));
  const kinds = told.map(({ findings }) => findings.map(({ id }) => id).join(", "));
  expect([...new Set(kinds)]).toEqual([
    "no-advice",
    "falls-with-risk, falls-with-risk, no-advice",
    "falls-with-risk, never-decides, falls-with-risk, no-advice",
  ]);
  for (const { findings, complete } of told) expect(complete).toBe(findings.length === all.length);
});

test("when no app can be made to show a finding, the mistake is not taken for a budget that is too small", () => {
  const unmade = { ...tiny, synthesize: () => undefined };
  expect(() => lintPolicy(createAnalysis(besideMany({ fact: "people", atLeast: 20 }), unmade))).toThrow(PlimsollError);
});
