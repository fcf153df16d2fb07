import fc from "fast-check";
import { classify, parseProfile } from "plimsoll";
import { type AppBuilder, app, harmlessApp } from "plimsoll/testing";
import { describe, expect, test } from "vitest";

const sentences: readonly (readonly [string, (builder: AppBuilder) => AppBuilder, string])[] = [
  ["used by many", (builder) => builder.usedBy(140), "many-users"],
  ["grown quickly", (builder) => builder.usedBy(60).builtFor(10), "growing-user-base"],
  ["in two departments", (builder) => builder.inDepartments("Sales", "Finance"), "cross-department"],
  ["writing", (builder) => builder.writes("Payroll"), "writes-to-system"],
  [
    "reading a lot",
    (builder) => ["One", "Two", "Three", "Four", "Five"].reduce((one, system) => one.reads(system), builder),
    "many-reads",
  ],
  ["reading and writing", (builder) => builder.readsAndWrites("One").reads("Two"), "bidirectional-integration"],
  ["holding health data", (builder) => builder.holds("health"), "regulated-data"],
  ["calculating", (builder) => builder.calculates("complex", false), "complex-algorithm"],
  ["needed daily", (builder) => builder.neededDaily(), "mission-critical"],
  ["left by its builder", (builder) => builder.leftByItsBuilder().understoodBy(), "builder-gone"],
  ["under a rule", (builder) => builder.under("SOX"), "strict-compliance"],
  ["with legal consequences", (builder) => builder.withLegalConsequences(), "strict-compliance"],
];

describe.each(sentences)("an app that is %s", (_, say, rule) => {
  test("is a profile, of which that rule holds", () => {
    const profile = say(app("Rota")).build();
    expect(parseProfile(profile)).toEqual(profile);
    const holding = classify(profile).findings.filter(({ status }) => status === "holds");
    expect(holding.map(({ id }) => id)).toContain(rule);
  });

  test("and harmless otherwise, has a settled tier", () => {
    const { settled, tier } = classify(parseProfile(say(harmlessApp("Rota")).build()));
    expect([settled, tier === "citizen"]).toEqual([true, false]);
  });
});

test("what is said of one app is not said of the one that it was made from", () => {
  const rota = app("Rota");
  rota.usedBy(5).openToOutsiders().with({ description: "Who works when" });
  expect(rota.build()).toEqual({ id: "rota", name: "Rota" });
});

test.each([
  ["Stock list (old)", "stock-list-old"],
  ["…", "app"],
])("the name %s makes the id %s", (name, id) => {
  expect(app(name).build().id).toBe(id);
});

/** What can be said of an app, and the fields that it is to say, and no others. */
const sayings: readonly (readonly [say: (builder: AppBuilder) => AppBuilder, fields: object])[] = [
  [(builder) => builder.usedBy(30), { audience: { users: 30 } }],
  [(builder) => builder.builtFor(12), { audience: { builtFor: 12 } }],
  [(builder) => builder.openToOutsiders(), { audience: { outsideUsers: true } }],
  [(builder) => builder.reads("ERP"), { integrations: [{ system: "ERP", direction: "read" }] }],
  [(builder) => builder.writes("CRM"), { integrations: [{ system: "CRM", direction: "write" }] }],
  [(builder) => builder.holds("general"), { data: [{ class: "general" }] }],
  [(builder) => builder.holds("health"), { data: [{ class: "health" }] }],
  [(builder) => builder.calculates("simple"), { calculations: [{ complexity: "simple" }] }],
  [(builder) => builder.calculates("complex", true), { calculations: [{ complexity: "complex", tested: true }] }],
  [(builder) => builder.neededDaily(), { criticality: { dailyDependence: true } }],
];

/** Two things said as one: lists after one another, groups together. */
function together(one: object, other: object): object {
  const own = new Map<string, unknown>(Object.entries(one));
  const both = Object.entries(other).map(([key, value]): [string, unknown] => {
    const before = own.get(key);
    if (Array.isArray(before)) return [key, [...before, ...value]];
    return [key, typeof before === "object" && before !== null ? together(before, value) : value];
  });
  return { ...one, ...Object.fromEntries(both) };
}

test("of an app of which nothing is known, a profile says what was said, and nothing else", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...sayings]), (said) => {
      const told = said.reduce((builder, [say]) => say(builder), app("Rota")).build();
      const fields = said.reduce<object>((all, [, more]) => together(all, more), { id: "rota", name: "Rota" });
      expect(told).toEqual(fields);
    }),
  );
});
