import { classify, type Policy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { withoutRules } from "../../src/policy/index.js";
import { criterion, emptyPolicy, limitedTiers, manyUsers, sign } from "./a-policy.js";
import { deepFreeze } from "./frozen.js";

const fewUsers = { fact: "users", below: 100 };
const daily = { fact: "dailyDependence", is: true };
const unless = { fact: "support", is: true };
const policy = deepFreeze<Policy>({
  ...emptyPolicy,
  tiers: limitedTiers(fewUsers, { unless }),
  criteria: [criterion(manyUsers, { id: "crowded", unless }), criterion({ sign: "daily" }, { id: "by-sign" })],
  signs: [sign("daily", daily, { unless }), sign("crowd", manyUsers)],
});
const app = {
  id: "rota",
  name: "Rota",
  audience: { users: 400 },
  criticality: { dailyDependence: true, support: false },
};

describe("a policy in which some rules never stand", () => {
  test("keeps all else of these rules, and all other rules", () => {
    expect(withoutRules(policy, new Set(["limit", "crowded", "daily", "nobody"]))).toEqual({
      ...emptyPolicy,
      tiers: limitedTiers({ all: [] }, { unless }),
      criteria: [criterion({ any: [] }, { id: "crowded", unless }), criterion({ sign: "daily" }, { id: "by-sign" })],
      signs: [sign("daily", { any: [] }, { unless }), sign("crowd", manyUsers)],
    });
  });

  test("is the same policy without any", () => {
    expect(withoutRules(policy, new Set())).toEqual(policy);
    expect(withoutRules(emptyPolicy, new Set(["limit"]))).toStrictEqual(emptyPolicy);
  });

  test.each<readonly [ids: readonly string[], found: readonly string[]]>([
    [[], ["daily", "crowd", "crowded", "by-sign", "limit"]],
    [
      ["limit", "crowded"],
      ["daily", "crowd", "by-sign"],
    ],
    [["daily"], ["crowd", "crowded", "limit"]],
  ])("finds nothing by %j, nor by rules that refer to them", (ids, found) => {
    const { findings } = classify(app, withoutRules(policy, new Set(ids)));
    expect(findings.map(({ id }) => id)).toEqual(found);
  });
});
