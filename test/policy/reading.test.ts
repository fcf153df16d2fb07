import fc from "fast-check";
import { type Condition, type Policy, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { linesIn, linesOfPolicy, partsIn, partsOf, type Rule, rulesOf, standing } from "../../src/policy/index.js";
import { conditionOver } from "../analysis/small-conditions.js";
import { criterion, emptyPolicy, manyUsers, sign, words } from "./a-policy.js";

const few: Condition = { fact: "users", atMost: 5 };
const some: Condition = { fact: "users", atMost: 50 };
const daily: Condition = { fact: "dailyDependence", is: true };
const support: Condition = { fact: "support", is: true };

const forFew = { id: "for-few", ...words, holds: few };
const forSome = { id: "for-some", ...words, holds: some };
const alone = { id: "alone", ...words, holds: support, unless: few };
const crowded = criterion(manyUsers, { id: "crowded" });
const busy = criterion({ score: "risk", atLeast: 1 }, { id: "busy", tier: "team", unless: { sign: "daily" } });
const dailySign = sign("daily", daily, { unless: support });
const crowdSign = sign("crowd", manyUsers, { tier: "central" });

const policy: Policy = {
  ...emptyPolicy,
  tiers: [
    { id: "personal", title: "Personal", advice: "Go on.", limits: [forFew, alone] },
    { id: "team", title: "Team", advice: "Ask your team.", limits: [forSome] },
    { id: "central", title: "Central", advice: "Ask the central team." },
  ],
  criteria: [crowded, busy],
  signs: [dailySign, crowdSign],
  rubrics: [
    { id: "cost", title: "Cost", items: [] },
    {
      id: "risk",
      title: "Risk",
      items: [
        { points: 1, when: { not: support } },
        { points: 2, when: some },
      ],
    },
  ],
};

describe("the rules of a policy", () => {
  test("are its limits, its criteria and its signs, each with the rank that it lifts to", () => {
    expect(rulesOf(policy)).toEqual([
      { rule: forFew, kind: "limit", rank: 1, pointer: "/tiers/0/limits/0" },
      { rule: alone, kind: "limit", rank: 1, pointer: "/tiers/0/limits/1" },
      { rule: forSome, kind: "limit", rank: 2, pointer: "/tiers/1/limits/0" },
      { rule: crowded, kind: "criterion", rank: 2, pointer: "/criteria/0" },
      { rule: busy, kind: "criterion", rank: 1, pointer: "/criteria/1" },
      { rule: dailySign, kind: "sign", rank: 1, pointer: "/signs/0" },
      { rule: crowdSign, kind: "sign", rank: 2, pointer: "/signs/1" },
    ]);
  });

  test("are none where it has but tiers", () => {
    expect(rulesOf(emptyPolicy)).toEqual([]);
    expect(linesOfPolicy(emptyPolicy)).toEqual([]);
  });

  test("draw lines in what they ask, in what exempts, and in what they refer to", () => {
    expect(linesOfPolicy(policy)).toEqual([
      few,
      ...[support, few],
      some,
      manyUsers,
      ...[support, some, daily, support],
      ...[daily, support],
      manyUsers,
    ]);
  });
});

describe("a rule stands", () => {
  test.each<readonly [says: string, rule: Rule, condition: Condition]>([
    ["when its condition is so", crowded, manyUsers],
    ["when its limit is not kept", forFew, { not: few }],
    ["when nothing exempts from its condition", dailySign, { all: [daily, { not: support }] }],
    ["when nothing exempts from its limit", alone, { all: [{ not: support }, { not: few }] }],
  ])("%s", (_, rule, condition) => {
    expect(standing(rule)).toEqual(condition);
  });
});

/** What a condition rests on, one step down, and the lines at the end of all steps. */
type Row = readonly [says: string, condition: Condition, parts: readonly Condition[], lines: readonly Condition[]];

describe("a condition rests on", () => {
  test.each<Row>([
    ["a line on nothing but itself", daily, [], [daily]],
    ["all of several", { all: [daily, { not: few }] }, [daily, { not: few }], [daily, few]],
    ["any of several", { any: [{ not: few }, daily, few] }, [{ not: few }, daily, few], [few, daily, few]],
    ["the opposite of one", { not: { not: few } }, [{ not: few }], [few]],
    ["so many of several", { count: [few, daily], atLeast: 1 }, [few, daily], [few, daily]],
    ["points of its own", { score: [{ points: 2, when: few }], atLeast: 1 }, [few], [few]],
    ["points of a rubric", { score: "risk", atLeast: 1 }, [{ not: support }, some], [support, some]],
    ["points of a rubric that is not there", { score: "nobody", atLeast: 1 }, [], []],
    ["a sign that stands", { sign: "daily" }, [{ all: [daily, { not: support }] }], [daily, support]],
    ["a sign that is not there", { sign: "nobody" }, [], []],
  ])("%s", (_, condition, parts, lines) => {
    expect(partsOf(condition, policy)).toEqual(parts);
    expect(linesIn(condition, policy)).toEqual(lines);
  });

  test.each<Condition>([{ score: "risk", atLeast: 1 }, { sign: "daily" }])(
    "nothing by %j, where a policy has neither signs nor rubrics",
    (condition) => {
      expect(partsOf(condition, emptyPolicy)).toEqual([]);
    },
  );

  test("the lines among its parts, when it names no sign", () => {
    const { calculation, dailyDependence } = standardFacts;
    fc.assert(
      fc.property(conditionOver({ calculation, dailyDependence }, [], ["risk"]), (condition) => {
        const parts = [condition, ...partsIn(condition, "", policy).map(({ part }) => part)];
        // A rubric that is named twice has its lines but once.
        const once = (lines: readonly Condition[]) => [...new Set(lines.map((line) => JSON.stringify(line)))];
        expect(once(linesIn(condition, policy))).toEqual(once(parts.filter((part) => "fact" in part)));
      }),
    );
  });
});
