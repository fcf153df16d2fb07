import fc from "fast-check";
import { type AppProfile, classify, deriveFacts, type Policy, parseProfile, standardFacts } from "plimsoll";
import {
  canReach,
  comparePolicies,
  createAnalysis,
  diffPolicies,
  nextQuestions,
  pathsTo,
  prove,
  sufficientReasons,
  synthesizeProfile,
  tierRange,
  undecidedGap,
} from "plimsoll/analysis";
import { scenarios } from "plimsoll/guide";
import { boundaryValues, factsArbitrary, profileArbitrary } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/time/index.js";
import { criterion, emptyPolicy, policyOf } from "../policy/a-policy.js";

const asOf = "2026-03-31";

const staleAfter = (days: number): Policy =>
  policyOf({
    any: [
      { fact: "daysSinceReview", atLeast: days },
      { fact: "users", atLeast: 100 },
    ],
  });
const policy = staleAfter(365);
const app = (reviewedOn: string): AppProfile => ({
  id: "rota",
  name: "Rota",
  audience: { users: 5 },
  lifecycle: { reviewedOn },
});

describe("an app that shows an answer says as of which day it does", () => {
  test.each([
    ["of a day that is given", createAnalysis(policy, { asOf }), asOf],
    ["of one of its own", createAnalysis(policy), "2026-01-01"],
  ])("%s", (_, analysis, day) => {
    const told = canReach(analysis, "central", { fact: "users", below: 100 });
    const { witness } = told.verdict === "reachable" ? told : expect.fail();
    expect(witness).toMatchObject({ asOf: day, facts: { daysSinceReview: 365 } });
    expect(classify(parseProfile(witness.profile), policy, { asOf: witness.asOf })).toMatchObject({ tier: "central" });
    // A day before, it was not so.
    expect(classify(witness.profile, policy, { asOf: addDays(day, -1) })).toMatchObject({
      tier: "team",
      settled: true,
    });
  });

  test("and none where dates have nothing to do with it", () => {
    const told = canReach(createAnalysis(policyOf({ fact: "users", atLeast: 100 }), { asOf }), "central");
    const { witness } = told.verdict === "reachable" ? told : expect.fail();
    expect(Object.keys(witness)).toEqual(["profile", "facts", "tier"]);
    expect(witness.profile.lifecycle).toEqual({ stage: "production" });
  });
});

describe("an app that is asked about is looked at as of the day of the analysis", () => {
  const fresh = app("2025-12-01");
  const old = app("2025-01-01");

  test("its tier", () => {
    expect(tierRange(old, createAnalysis(policy, { asOf }))).toMatchObject({ lowest: "central", highest: "central" });
    expect(tierRange(fresh, createAnalysis(policy, { asOf }))).toMatchObject({ lowest: "team", highest: "team" });
    expect(tierRange(old, createAnalysis(policy))).toMatchObject({ lowest: "team", highest: "central" });
  });

  test("what forces it", () => {
    expect(sufficientReasons(old, createAnalysis(policy, { asOf }))).toMatchObject({
      reasons: [{ facts: ["daysSinceReview"], words: ["How many days ago did IT last review it? 454 days."] }],
    });
  });

  test("what brings it back: a review, which is held", () => {
    const told = pathsTo(old, "team", createAnalysis(policy, { asOf }));
    const paths = told.verdict === "found" ? told.paths : [];
    expect(paths.map(({ changes }) => changes.map(({ words }) => words))).toEqual([
      ["Let IT review it again, so that the last time is 364 days ago at most, instead of 454."],
    ]);
    const [witness] = paths.map((path) => path.witness);
    expect(classify(witness?.profile ?? expect.fail(), policy, { asOf })).toMatchObject({
      tier: "team",
      settled: true,
    });
  });

  test("what to ask of it", () => {
    const asked = nextQuestions(old, createAnalysis(policy));
    expect(asked).toMatchObject({ questions: [{ fact: "daysSinceReview" }] });
    expect(nextQuestions(old, createAnalysis(policy, { asOf }))).toEqual({ verdict: "settled", tier: "central" });
  });

  test("what another policy makes of it", () => {
    const diff = diffPolicies(createAnalysis(policy, { asOf }), staleAfter(100), { portfolio: [fresh, old] });
    expect(diff).toMatchObject({ apps: [{ from: "team", to: "central" }] });
    const changes = diff.verdict === "different" ? diff.changes : [];
    const [witness] = changes.flatMap(({ regions }) => regions.map((region) => region.witness));
    expect(witness).toMatchObject({ asOf, facts: { daysSinceReview: 100 } });
  });
});

test("two policies are told apart by an app as of a day", () => {
  const [told] = comparePolicies(policy, [staleAfter(364)]);
  const witness = told?.verdict === "different" ? told.witness : expect.fail();
  expect(classify(witness.profile, policy, { asOf: witness.asOf }).tier).toBe("team");
  expect(classify(witness.profile, staleAfter(364), { asOf: witness.asOf }).tier).toBe("central");
});

test("production is never longer than work on it, so that no app can be like that", () => {
  const started = {
    question: "How many days ago did work on it begin?",
    domain: standardFacts.daysInProduction.domain,
    from: { daysSince: "/lifecycle/startedOn" },
  } as const;
  const own: Policy = {
    ...emptyPolicy,
    facts: { daysSinceStart: started },
    criteria: [
      criterion({
        all: [
          { fact: "daysInProduction", above: 90 },
          { fact: "daysSinceStart", below: 90 },
        ],
      }),
    ],
  };
  expect(canReach(own, "central").verdict).toBe("unreachable");
  expect(
    prove(own, { always: { fact: "daysSinceStart", atLeast: 91 }, where: { fact: "daysInProduction", atLeast: 91 } }),
  ).toMatchObject({
    verdict: "holds",
  });
});

test("what is open and yet settled is found, with the day as of which the rest of it is told", () => {
  const either = {
    any: [
      { fact: "daysSinceReview", atLeast: 9 },
      { fact: "daysSinceReview", below: 9 },
    ],
  };
  const gap = undecidedGap(policyOf({ all: [either, { fact: "daysInProduction", above: 3 }] }));
  expect(gap).toMatchObject({ verdict: "gap", open: ["daysSinceReview"], tier: "central", asOf: "2026-01-01" });
  const { profile, asOf: day } = gap.verdict === "gap" ? gap : expect.fail();
  expect(deriveFacts(profile ?? expect.fail(), standardFacts, { asOf: day })).toMatchObject({
    daysInProduction: { kind: "exact", value: 4 },
    daysSinceReview: { kind: "unknown" },
  });
});

describe("what tests a policy makes apps as of a day", () => {
  test("beside its lines", () => {
    const made = boundaryValues(policy, { asOf }).filter(({ fact }) => fact === "daysSinceReview");
    expect(made.map(({ value }) => value)).toEqual([364, 365, 366]);
    for (const { value, profile, asOf: day } of made) {
      const read = deriveFacts(profile ?? expect.fail(), standardFacts, { asOf: day });
      expect(read.daysSinceReview).toMatchObject({ kind: "exact", value });
    }
  });

  test("anywhere", () => {
    fc.assert(
      fc.property(factsArbitrary(fc, policy), (values) => {
        const made = synthesizeProfile(values, standardFacts, { asOf }) ?? expect.fail();
        expect(deriveFacts(made, standardFacts, { asOf }).daysSinceReview).toMatchObject({
          value: values.daysSinceReview,
        });
      }),
    );
    fc.assert(
      fc.property(profileArbitrary(fc, policy, { asOf }), (made) => {
        expect(classify(made, policy, { asOf }).settled).toBe(true);
      }),
    );
  });
});

test("practice tells of dates as of a day", () => {
  const told = scenarios(policy).scenarios.filter(({ fact }) => fact === "daysSinceReview");
  expect(told.map(({ story, crossed }) => [crossed, ...story])).toEqual([
    [false, "How many days ago did IT last review it? 364 days."],
    [true, "How many days ago did IT last review it? 365 days."],
  ]);
  for (const { app: made, crossed, asOf: day } of told) {
    expect(classify(made, policy, { asOf: day }).tier).toBe(crossed ? "central" : "team");
  }
});
