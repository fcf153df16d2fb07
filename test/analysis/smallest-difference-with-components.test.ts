import fc from "fast-check";
import { type AppProfile, createClassifier, deriveFacts, type Policy, standardFacts } from "plimsoll";
import { smallestDifference } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";

type Condition = NonNullable<Policy["criteria"]>[number]["when"];
type Integration = NonNullable<AppProfile["integrations"]>[number];
type Use = { readonly id: string };

const facts = ["users", "integrationPoints", "systemsRead", "systemsWritten", "bidirectionalSystems"] as const;
const line: fc.Arbitrary<Condition> = fc.constantFrom<Condition[]>(
  { fact: "users", atLeast: 50 },
  { fact: "integrationPoints", atLeast: 2 },
  { fact: "systemsWritten", atLeast: 1 },
  { fact: "systemsWritten", atLeast: 2 },
  { fact: "systemsRead", atLeast: 1 },
  { fact: "bidirectionalSystems", atLeast: 1 },
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  line,
  line.map((not) => ({ not })),
  fc.tuple(line, line).map((all) => ({ all })),
);
const covering = fc.subarray(["first", "second"], { minLength: 1 });

const policies: fc.Arbitrary<Policy> = fc
  .record({ first: condition, second: condition, gate: covering, vault: covering, when: fc.option(line) })
  .map(({ first, second, gate, vault, when }) => ({
    id: "small",
    version: "1.0.0",
    title: "A small policy",
    tiers: ["low", "middle", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
    criteria: [
      { id: "first", title: "First", tier: "high", why: "It matters.", when: first },
      { id: "second", title: "Second", tier: "middle", why: "It matters.", when: second },
    ],
    components: [
      { id: "gate", title: "Gate", covers: gate },
      { id: "vault", title: "Vault", covers: vault, ...(when && { when }) },
    ],
  }));

const directions = ["read", "write", "bidirectional"] as const;
const uses: readonly (Use | undefined)[] = [undefined, { id: "gate" }, { id: "vault" }];

/** All lists of up to so many connections, handled by some components. */
function connections(
  by: readonly (Use | undefined)[],
  most: number,
): readonly (readonly Omit<Integration, "system">[])[] {
  const one = directions.flatMap((direction) =>
    by.map((component) => (component === undefined ? { direction } : { direction, component })),
  );
  const lists = (from: number, left: number): readonly (readonly Omit<Integration, "system">[])[] =>
    left === 0
      ? [[]]
      : [
          [],
          ...one.slice(from).flatMap((entry, index) => lists(from + index, left - 1).map((rest) => [entry, ...rest])),
        ];
  return lists(0, most);
}

const appsWith = (by: readonly (Use | undefined)[], most: number): readonly AppProfile[] =>
  connections(by, most).flatMap((list) =>
    [5, 100].map((users) => ({
      id: "app",
      name: "App",
      audience: { users },
      integrations: list.map((entry, index) => ({ system: `System ${index + 1}`, ...entry })),
    })),
  );
const asked = appsWith([undefined], 3);
// Three that are read and three that are written are what three in both directions come to with one fact less.
const plain = appsWith([undefined], 6);
const handled = appsWith(uses, 3);

const valuesOf = (app: AppProfile) => {
  const readings = deriveFacts(app, standardFacts);
  // Where it stands is no matter: the same connections may stand in another order.
  return facts.map((name) => JSON.stringify({ ...readings[name], evidence: [] }));
};
const values = new Map([...asked, ...plain].map((app) => [app, valuesOf(app)]));
/** How many facts differ, as far as policies over lines can tell: users below 50 are alike, and all connections are counted. */
const changed = (one: AppProfile, other: AppProfile) =>
  facts.filter((_, index) => values.get(one)?.[index] !== values.get(other)?.[index]).length;

test("of apps of which no component handles a part, as few facts change as have to; else of those with components", () => {
  const seen = { plain: 0, handled: 0, none: 0 };
  let tooLarge = 0;
  fc.assert(
    fc.property(policies, policies, fc.boolean(), fc.constantFrom(...asked), (before, other, isAlike, app) => {
      const after = isAlike ? { ...before, components: other.components ?? [] } : other;
      const [from, to] = [createClassifier(before).tierOf, createClassifier(after).tierOf];
      const isApart = (one: AppProfile) => from(one).tier !== to(one).tier;
      const told = smallestDifference(app, before, after);
      const fewest = Math.min(...plain.filter(isApart).map((one) => changed(app, one)));
      const isPlain = fewest < Number.POSITIVE_INFINITY;
      const isAny = isPlain || handled.some(isApart);
      seen.plain += Number(isPlain);
      seen.handled += Number(isAny && !isPlain);
      seen.none += Number(!isAny);
      if (told.verdict === "too-large") {
        // It says so; that must stay rare of policies as small as these.
        tooLarge++;
        return;
      }
      expect(told.verdict).toBe(isAny ? "found" : "none");
      if (told.verdict !== "found") return;
      const { profile } = told.witness;
      expect([from(profile).tier, to(profile).tier]).toEqual([told.before, told.after]);
      expect(told.before).not.toBe(told.after);
      const names = (profile.integrations ?? []).some(({ component }) => component !== undefined);
      expect(names).toBe(!isPlain);
      if (isPlain) expect(told.changes.length).toBe(fewest);
    }),
    draws(60),
  );
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0);
  expect(tooLarge * 100).toBeLessThanOrEqual(seen.plain + seen.handled + seen.none);
});
