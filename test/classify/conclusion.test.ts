import { type Criterion, classify } from "plimsoll";
import { describe, expect, test } from "vitest";
import { emptyPolicy, limitedTiers, sign } from "../policy/a-policy.js";
import { appWith, type Fields } from "./finding.js";
import { classifyBy, lifting } from "./house.js";

const always = { all: [] };

/** Criteria that stand in every way at once, for an app that takes payments through the pay page. */
const everyWay: readonly Criterion[] = (["central", "experts"] as const).flatMap((tier) => [
  lifting(`exempt from ${tier}`, tier, always, { unless: always }),
  lifting(`covered for ${tier}`, tier, { fact: "sensitiveData", includesAny: ["payment"] }),
  lifting(`possibly ${tier}`, tier, { fact: "support", is: false }),
  lifting(`silent on ${tier}`, tier, { any: [] }),
  lifting(`certainly ${tier}`, tier, always),
]);
const components = [{ id: "pay-page", title: "Pay page", covers: ["covered for central", "covered for experts"] }];
const paid: Fields = { data: [{ class: "payment", component: { id: "pay-page" } }] };

const idsOf = (findings: readonly { readonly id: string }[]) => findings.map(({ id }) => id);

describe("findings come in order", () => {
  test("what holds, what is possible, covered, exempt; within each, the highest tier first", () => {
    expect(idsOf(classifyBy({ criteria: everyWay, components }, paid).findings)).toEqual([
      "certainly experts",
      "certainly central",
      "possibly experts",
      "possibly central",
      "covered for experts",
      "covered for central",
      "exempt from experts",
      "exempt from central",
    ]);
  });

  test("of one tier and status, the signs, the criteria and the limits, as the policy lists them", () => {
    const policy = {
      ...emptyPolicy,
      tiers: limitedTiers({ any: [] }),
      criteria: [lifting("zebra", "central", always), lifting("ape", "central", always)],
      signs: [sign("yak", always), sign("bee", always)],
    };
    expect(idsOf(classify(appWith({}), policy).findings)).toEqual(["yak", "bee", "zebra", "ape", "limit"]);
  });
});

describe("a classification", () => {
  test("by a policy with nothing to say names the app, the policy and the lowest tier", () => {
    expect(classifyBy({ id: "rules", version: "2.3.4" })).toEqual({
      app: "app",
      policy: { id: "rules", version: "2.3.4" },
      tier: "team",
      ceiling: "team",
      settled: true,
      findings: [],
      questions: [],
    });
  });

  test.each<readonly [says: string, ids: readonly string[], tier: string, ceiling: string]>([
    ["what is covered or exempt lifts nothing", ["covered for experts", "exempt from experts"], "team", "team"],
    ["what is possible lifts the ceiling", ["possibly experts", "possibly central"], "team", "experts"],
    ["what holds lifts both", ["certainly central", "covered for experts"], "central", "central"],
    ["the tier stands below what is possible", ["certainly central", "possibly experts"], "central", "experts"],
    [
      "what is possible below the tier changes nothing",
      ["certainly experts", "possibly central"],
      "experts",
      "experts",
    ],
    ["the highest of what holds counts", ["certainly central", "certainly experts"], "experts", "experts"],
  ])("%s", (_, ids, tier, ceiling) => {
    const criteria = everyWay.filter(({ id }) => ids.includes(id));
    const classification = classifyBy({ criteria, components }, paid);
    expect(new Set(idsOf(classification.findings))).toEqual(new Set(ids));
    expect(classification).toMatchObject({ tier, ceiling, settled: tier === ceiling });
  });
});
