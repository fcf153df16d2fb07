import fc from "fast-check";
import { type Catalogue, type Condition, createClassifier, factsOf, type Policy, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { factsOfRecords, synthesizeProfile } from "../../src/facts/index.js";
import { crossings } from "../../src/guide/crossings.js";
import { valueIn } from "../arbitraries/fact-value.js";
import { completeProfileArbitrary } from "../arbitraries/profile.js";
import { criterion, emptyPolicy, limitedTiers, policyOf, sign } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";
import { policies } from "./policies.js";

/** Apps that are harmless but for some facts, so that few lines are crossed at a time. */
const nearlyHarmless = (facts: Catalogue) =>
  fc
    .subarray(Object.entries(facts), { maxLength: 4 })
    .chain((some) => fc.record(Object.fromEntries(some.map(([name, { domain }]) => [name, valueIn(domain)]))))
    .map((values) => synthesizeProfile(values, facts))
    .filter((app) => app !== undefined);

/** A policy whose lowest tier is left by what crosses one of the lines, and by nothing else. */
const policyOfCrossings = ({ rubrics = [], facts = {} }: Policy, lines: readonly Condition[]): Policy => ({
  ...emptyPolicy,
  rubrics,
  facts,
  criteria: lines.map((line, index) => criterion(line, { id: `line-${index}` })),
});

describe.each(policies)("the lines around the lowest tier of the policy %s", (_, policy) => {
  // What components cover lifts no app, and is no line.
  const classify = createClassifier({ ...policy, components: [], boundaries: [] });
  const classifyByCrossings = createClassifier(policyOfCrossings(policy, crossings(policy, factsOf(policy))));

  test("are crossed by an app exactly when the policy lifts it", () => {
    fc.assert(
      fc.property(fc.oneof(nearlyHarmless(factsOf(policy)), completeProfileArbitrary), (app) => {
        const isLifted = classify(app).tier !== policy.tiers[0]?.id;
        expect(classifyByCrossings(app).tier).toBe(isLifted ? "central" : "team");
      }),
      draws(400),
    );
  });
});

const growth = (line: object) => ({ fact: "userGrowth", ...line });
const data = (line: object) => ({ fact: "sensitiveData", ...line });
const regimes = (...includesAny: readonly string[]) => ({ fact: "complianceRegimes", includesAny });
const users = (line: object) => ({ fact: "users", ...line });
const read = { fact: "systemsRead", atLeast: 3 };
const daily = { fact: "dailyDependence", is: true };
const byPoints = (atLeast: number) => ({ score: [{ points: 2, when: daily }], atLeast });
const byCount = (atLeast: number) => ({ count: [daily, read, users({ above: 9 })], atLeast });

describe("of two lines", () => {
  test.each<readonly [string, object, object, ...object[]]>([
    ["the stricter number stays", users({ atLeast: 100 }), users({ above: 500 }), users({ atLeast: 100 })],
    [
      "a line and the same line in other words are one",
      users({ atLeast: 6 }),
      users({ above: 5 }),
      users({ atLeast: 6 }),
    ],
    [
      "numbers with fractions between them are told apart",
      growth({ atLeast: 5.2 }),
      growth({ above: 5 }),
      growth({ above: 5 }),
    ],
    [
      "any member stays for several",
      data({ includesAll: ["health", "payment"] }),
      data({ isEmpty: false }),
      data({ isEmpty: false }),
    ],
    [
      "sets that share a member both stay",
      data({ includesAll: ["health", "payment"] }),
      data({ includesAll: ["health", "personal"] }),
      data({ includesAll: ["health", "payment"] }),
      data({ includesAll: ["health", "personal"] }),
    ],
    [
      "more levels stay for fewer of them",
      { fact: "calculation", is: ["moderate", "complex"] },
      { fact: "calculation", is: "complex" },
      { fact: "calculation", is: ["moderate", "complex"] },
    ],
    [
      "fewer members stay for more",
      data({ size: { atLeast: 3 } }),
      data({ size: { above: 1 } }),
      data({ size: { above: 1 } }),
    ],
    ["any member stays for two", data({ isEmpty: false }), data({ size: { atLeast: 2 } }), data({ isEmpty: false })],
    [
      "two members stay for these two",
      data({ size: { atLeast: 2 } }),
      data({ includesAll: ["health", "payment"] }),
      data({ size: { atLeast: 2 } }),
    ],
    [
      "two members and these three both stay",
      data({ includesAny: ["health", "payment", "personal"] }),
      data({ size: { atLeast: 2 } }),
      data({ includesAny: ["health", "payment", "personal"] }),
    ],
    ["a name stays for another spelling of it", regimes("GDPR"), regimes("gdpr "), regimes("GDPR")],
    ["more names stay for fewer", regimes("Rule 7"), regimes("rule 7", "Rule 8"), regimes("rule 7", "Rule 8")],
    ["a part stays for the whole", { all: [daily, read] }, read, read],
    ["alternatives are lines of their own", { any: [daily, read] }, read, daily, read],
    [
      "what is never more than something else needs no line",
      { fact: "bidirectionalSystems", atLeast: 1 },
      { fact: "systemsWritten", atLeast: 1 },
      { fact: "systemsWritten", atLeast: 1 },
    ],
    [
      "what is never less, neither",
      { not: { fact: "systemsWritten", atLeast: 1 } },
      { not: { fact: "bidirectionalSystems", atLeast: 1 } },
      { not: { fact: "bidirectionalSystems", atLeast: 1 } },
    ],
    ["facts that tell nothing of one another both stay", daily, read, daily, read],
    ["fewer points stay for more", byPoints(1), byPoints(2), byPoints(1)],
    ["fewer of a count stay for more", byCount(3), byCount(2), byCount(2)],
    [
      "of points that are missing, more stay for fewer",
      { not: byPoints(1) },
      { not: byPoints(2) },
      { not: byPoints(2) },
    ],
    ["points and a count have nothing in common", byPoints(2), byCount(2), byPoints(2), byCount(2)],
    ["points and their opposite both stay", byPoints(2), { not: byPoints(2) }, byPoints(2), { not: byPoints(2) }],
  ])("%s", (_, one, other, ...kept) => {
    const rules = [criterion(one, { id: "one" }), criterion(other, { id: "other" })];
    expect(crossings({ ...emptyPolicy, criteria: rules }, standardFacts)).toEqual(kept);
  });
});

test.each([
  ["is read from elsewhere is bound to no other", { read: "/extensions/written" }, 2],
  ["is read from the same place is bound as it was", standardFacts.systemsWritten.from, 1],
])("a fact that replaces a standard fact and %s", (_, from, kept) => {
  const { question, domain } = standardFacts.systemsWritten;
  const own = factsOfRecords({ systemsWritten: { question, domain, from: from ?? expect.fail() } });
  const facts = { ...standardFacts, ...own };
  const rules = [
    criterion({ fact: "bidirectionalSystems", atLeast: 1 }, { id: "both-ways" }),
    criterion({ fact: "systemsWritten", atLeast: 1 }, { id: "writes" }),
  ];
  expect(crossings({ ...emptyPolicy, criteria: rules }, facts)).toHaveLength(kept);
});

test("a line that only several others together take in is left out", () => {
  const rules = [
    criterion({ all: [{ any: [daily, read] }, users({ above: 9 })] }, { id: "both" }),
    criterion({ any: [daily, read] }, { id: "either" }),
  ];
  expect(crossings({ ...emptyPolicy, criteria: rules }, standardFacts)).toEqual([daily, read]);
});

describe("an exemption", () => {
  const itOwner = { fact: "itOwner", is: true };

  test.each([
    ["a criterion", { ...emptyPolicy, criteria: [criterion(read, { unless: itOwner })] }, read],
    ["a sign", { ...emptyPolicy, signs: [sign("busy", read, { unless: itOwner })] }, read],
    ["a limit", { ...emptyPolicy, tiers: limitedTiers(daily, { unless: itOwner }) }, { not: daily }],
  ])("of %s is part of the line", (_, policy, when) => {
    expect(crossings(policy, standardFacts)).toEqual([{ all: [when, { not: itOwner }] }]);
  });
});

describe("a sign that a rule refers to", () => {
  const signs = [sign("busy", daily)];

  test.each<readonly [string, unknown]>([
    ["itself", { sign: "busy" }],
    ["beside other conditions", { all: [{ sign: "busy" }, { not: read }] }],
    ["among what is counted", { all: [{ count: [{ sign: "busy" }, read], atLeast: 2 }, daily] }],
    ["for points", { all: [{ score: [{ points: 1, when: { sign: "busy" } }], atLeast: 1 }, daily] }],
  ])("%s, is what it asks", (_, when) => {
    expect(crossings(policyOf(when, { signs }), standardFacts)).toEqual([daily]);
  });
});
