import {
  classify,
  extendPolicy,
  type Policy,
  type PolicyChanges,
  parsePolicy,
  type RuleChange,
  safeExtendPolicy,
  standardPolicy,
} from "plimsoll";
import { describe, expect, test } from "vitest";
import { criterion, emptyPolicy, limitedTiers, sign } from "./a-policy.js";
import { extendWith } from "./extend-with.js";
import { deepFreeze } from "./frozen.js";

const base = deepFreeze<Policy>({
  ...emptyPolicy,
  description: "What the house agreed on.",
  tiers: limitedTiers({ not: { fact: "departments", above: 2 } }, { id: "departments" }),
  criteria: [
    criterion({ fact: "users", atLeast: 100 }, { id: "plain" }),
    criterion(
      {
        all: [
          { fact: "users", above: 10 },
          { fact: "dailyDependence", is: true },
        ],
      },
      { id: "in-all" },
    ),
    criterion({ any: [{ not: { fact: "users", below: 10 } }] }, { id: "in-any-and-not" }),
    criterion({ count: [{ fact: "systemsRead", between: [1, 3] }], atLeast: 1 }, { id: "in-count" }),
    criterion(
      { score: [{ points: 3, title: "Reads", when: { fact: "systemsRead", atMost: 3 } }], atLeast: 3 },
      { id: "in-score" },
    ),
    criterion({ score: "risk", atLeast: 1 }, { id: "by-rubric" }),
    criterion(
      {
        any: [
          { fact: "users", above: 10 },
          { fact: "users", below: 2 },
        ],
      },
      { id: "twice" },
    ),
  ],
  signs: [sign("daily", { fact: "dailyDependence", is: true })],
  rubrics: [{ id: "risk", title: "Risk", items: [{ points: 1, when: { fact: "users", atLeast: 7 } }] }],
  components: [
    { id: "rota", title: "Rota", covers: ["daily", "plain"] },
    { id: "login", title: "Login", covers: ["departments"] },
  ],
});
const identity = { id: "ours", version: "2.0.0" };

/** The base with changes to one rule. */
const change = (id: string, changed: RuleChange) => extendWith(base, { ...identity, change: { [id]: changed } });

const ruleOf = (policy: Policy, id: string) =>
  [...(policy.criteria ?? []), ...(policy.signs ?? []), ...policy.tiers.flatMap(({ limits = [] }) => limits)].find(
    (rule) => rule.id === id,
  );

describe("a line that moves", () => {
  test.each([
    ["plain", { users: 80 }, { when: { fact: "users", atLeast: 80 } }],
    [
      "in-all",
      { users: 20, dailyDependence: false },
      {
        when: {
          all: [
            { fact: "users", above: 20 },
            { fact: "dailyDependence", is: false },
          ],
        },
      },
    ],
    ["in-any-and-not", { users: 20 }, { when: { any: [{ not: { fact: "users", below: 20 } }] } }],
    ["in-count", { systemsRead: [2, 4] }, { when: { count: [{ fact: "systemsRead", between: [2, 4] }], atLeast: 1 } }],
    [
      "in-score",
      { systemsRead: 5 },
      { when: { score: [{ points: 3, title: "Reads", when: { fact: "systemsRead", atMost: 5 } }], atLeast: 3 } },
    ],
    ["daily", { dailyDependence: false }, { when: { fact: "dailyDependence", is: false } }],
    ["departments", { departments: 4 }, { holds: { not: { fact: "departments", above: 4 } } }],
  ])("moves in the rule %s, and all else stays", (id, lines, moved) => {
    const extended = change(id, { lines });
    expect(ruleOf(extended, id)).toEqual({ ...ruleOf(base, id), ...moved });
    expect(change(id, { lines: {} })).toEqual({ ...base, ...identity });
  });

  test("moves in a condition that comes with the same change", () => {
    const changed = change("plain", { when: { fact: "departments", atLeast: 2 }, lines: { departments: 5 } });
    expect(ruleOf(changed, "plain")).toHaveProperty("when", { fact: "departments", atLeast: 5 });
  });
});

describe("a rule that changes", () => {
  test.each<[string, RuleChange]>([
    ["plain", { title: "Other" }],
    ["plain", { why: "Other.", advice: "Other.", source: "The handbook" }],
    ["plain", { tier: "team" }],
    ["daily", { tier: "team", severity: "high" }],
    ["daily", { when: { fact: "stage", is: "retired" } }],
    ["plain", { unless: { sign: "daily" } }],
    ["departments", { title: "Other", unless: { fact: "itOwner", is: true } }],
    ["departments", { holds: { fact: "departments", atMost: 9 } }],
  ])("%s takes %j", (id, changed) => {
    const extended = change(id, changed);
    expect(ruleOf(extended, id)).toEqual({ ...ruleOf(base, id), ...changed });
    expect(parsePolicy(JSON.parse(JSON.stringify(extended)))).toEqual(extended);
  });
});

describe("a policy that is extended", () => {
  test("takes the new identity and keeps what is not named", () => {
    const extended = extendPolicy(base, { ...identity, title: "Ours" });
    expect(extended).toEqual({ ...base, ...identity, title: "Ours" });
  });

  test("loses what is removed, and no component covers it any more", () => {
    const extended = extendPolicy(base, { ...identity, remove: ["plain", "daily", "departments"] });
    expect(ruleOf(extended, "plain")).toBeUndefined();
    expect(extended.signs).toEqual([]);
    expect(extended.tiers.map(({ limits }) => limits)).toEqual([[], undefined]);
    expect(extended.components?.map(({ covers }) => covers)).toEqual([[], []]);
  });

  test("gains what is added, after what was there", () => {
    const extended = extendPolicy(base, {
      ...identity,
      add: {
        criteria: [{ id: "old", tier: "central", title: "Old", why: "Rust.", when: { sign: "slow" } }],
        signs: [
          {
            id: "slow",
            severity: "low",
            title: "Slow",
            why: "People wait.",
            when: { fact: "performanceSymptoms", includesAny: ["slow"] },
          },
        ],
        components: [{ id: "cache", title: "Cache", covers: ["slow", "plain"] }],
      },
    });
    expect(extended.criteria?.map(({ id }) => id)).toEqual([...(base.criteria ?? []).map(({ id }) => id), "old"]);
    expect(extended.signs?.map(({ id }) => id)).toEqual(["daily", "slow"]);
    expect(extended.components?.map(({ id }) => id)).toEqual(["rota", "login", "cache"]);
  });

  test("can start from a policy that has nothing but tiers", () => {
    const add = { signs: [sign("daily", { fact: "dailyDependence", is: true })] };
    expect(extendWith(emptyPolicy, { ...identity, add }).signs).toEqual(add.signs);
  });

  test("can be extended again, and the latest change wins", () => {
    const once = deepFreeze(
      extendPolicy(standardPolicy, { ...identity, change: { "many-users": { lines: { users: 50 }, title: "Fifty" } } }),
    );
    const twice = extendPolicy(once, {
      id: "theirs",
      version: "1.0.0",
      change: { "many-users": { lines: { users: 30 } } },
      remove: ["many-reads"],
    });

    expect(ruleOf(twice, "many-users")).toMatchObject({ title: "Fifty", when: { fact: "users", atLeast: 30 } });
    const rota = { id: "rota", name: "Rota", audience: { users: 40 } };
    expect([classify(rota).tier, classify(rota, once).tier, classify(rota, twice).tier]).toEqual([
      "citizen",
      "citizen",
      "it-review",
    ]);
  });
});

describe("changes that are data", () => {
  test("make the same policy as those that the compiler knows", () => {
    const changes = { ...identity, change: { "many-users": { lines: { users: 50 } } } } as const;
    expect(safeExtendPolicy(standardPolicy, changes)).toEqual({
      ok: true,
      value: extendPolicy(standardPolicy, changes),
    });
  });

  test.each([
    ["an unknown rule", { ...identity, remove: ["many-user"] }, "/remove/0"],
    [
      "a line that does not fit",
      { ...identity, change: { "many-users": { lines: { users: "fifty" } } } },
      "/criteria/0/when/atLeast",
    ],
    ["nothing like changes", { ...identity, change: { "many-users": { lines: null } } }, "/change/many-users/lines"],
    ["nothing at all", null, ""],
  ])("with %s come back as problems", (_, changes, pointer) => {
    // What comes from outside can be anything.
    const result = safeExtendPolicy(standardPolicy, changes as PolicyChanges);
    expect(result.ok ? undefined : result.problems[0]?.pointer).toBe(pointer);
  });
});
