import { extendPolicy, type Policy, standardPolicy } from "plimsoll";
import { describe, expectTypeOf, test } from "vitest";

const words = { title: "A rule", why: "It matters." } as const;

describe("extendPolicy", () => {
  const changes = { id: "ours", version: "1.0.0" } as const;

  test("knows the rules and tiers of its base, and keeps them", () => {
    const ours = extendPolicy(standardPolicy, {
      ...changes,
      change: { "many-users": { lines: { users: 50 }, tier: "professional" }, "write-back": { severity: "high" } },
      remove: ["cross-department"],
      add: {
        criteria: [{ id: "outside", tier: "it-review", ...words, when: { fact: "outsideUsers", is: true } }],
        signs: [
          {
            id: "slow",
            severity: "low",
            ...words,
            when: { all: [{ sign: "compliance" }, { fact: "performanceSymptoms", includesAny: ["slow"] }] },
          },
        ],
        components: [{ id: "cache", title: "Cache", covers: ["slow", "many-reads"] }],
      },
    });
    type Ids =
      typeof ours extends Policy<infer Tier, infer Criterion, infer Sign>
        ? { tier: Tier; criterion: Criterion; sign: Sign }
        : never;
    expectTypeOf<Ids["tier"]>().toEqualTypeOf<"citizen" | "it-review" | "professional">();
    expectTypeOf<"outside" | "many-users">().toExtend<Ids["criterion"]>();
    expectTypeOf<"slow" | "compliance">().toExtend<Ids["sign"]>();
    expectTypeOf<string>().not.toExtend<Ids["criterion"]>();

    const theirs = extendPolicy(ours, {
      ...changes,
      change: { outside: { title: "Other" }, slow: { severity: "high" } },
    });
    expectTypeOf(theirs).toExtend<Policy<"citizen" | "it-review" | "professional">>();
  });

  test("refuses what its base has not", () => {
    const userz = { fact: "userz", atLeast: 3 } as const;
    const component = { id: "c", title: "C", covers: ["nothing"] } as const;
    const change = "many-users";
    const mistakes = [
      // @ts-expect-error A rule that changes is one of the base.
      () => extendPolicy(standardPolicy, { ...changes, change: { "many-user": { title: "Other" } } }),
      // @ts-expect-error A rule that goes is one of the base.
      () => extendPolicy(standardPolicy, { ...changes, remove: ["many-user"] }),
      // @ts-expect-error A tier that a rule moves to is one of the base.
      () => extendPolicy(standardPolicy, { ...changes, change: { [change]: { tier: "moon" } } }),
      // @ts-expect-error A new condition is checked like any other.
      () => extendPolicy(standardPolicy, { ...changes, change: { [change]: { when: userz } } }),
      // @ts-expect-error An exemption rests on signs of the base, or new ones.
      () => extendPolicy(standardPolicy, { ...changes, change: { [change]: { unless: { sign: "slow" } } } }),
      // @ts-expect-error A new component covers rules of the base, or new ones.
      () => extendPolicy(standardPolicy, { ...changes, add: { components: [component] } }),
      // @ts-expect-error A misspelt field of a change does not compile.
      () => extendPolicy(standardPolicy, { ...changes, change: { [change]: { titel: "Other" } } }),
    ];
    expectTypeOf(mistakes).toBeArray();
  });
});
