import fc from "fast-check";
import { type AppProfile, createClassifier, type Policy, safeParseProfile } from "plimsoll";
import { pathsByComponents } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";

type Condition = NonNullable<Policy["criteria"]>[number]["when"];
type Component = NonNullable<Policy["components"]>[number];
type Integration = NonNullable<AppProfile["integrations"]>[number];
type Use = { readonly id: string; readonly version?: string };

const line: fc.Arbitrary<Condition> = fc.constantFrom<Condition[]>(
  { fact: "users", atLeast: 50 },
  { fact: "integrationPoints", atLeast: 2 },
  { fact: "systemsWritten", atLeast: 1 },
  { fact: "systemsWritten", atLeast: 2 },
  { fact: "sensitiveData", includesAny: ["health"] },
  { fact: "complianceRegimes", isEmpty: false },
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  line,
  fc.tuple(line, line).map((all) => ({ all })),
  fc.tuple(line, line).map((any) => ({ any })),
  line.map((when) => ({ all: [{ not: { sign: "warned" } }, when] })),
);
const rules = ["first", "second", "warned"];
const component = (id: string): fc.Arbitrary<Component> =>
  fc
    .record({
      covers: fc.subarray(rules, { minLength: 1 }),
      when: fc.option(line, { nil: undefined }),
      from: fc.constantFrom(undefined, "2.0"),
      retired: fc.constantFrom(undefined, undefined, "Use another."),
    })
    .map(({ covers, when, from, retired }) => ({
      id,
      title: `The ${id}`,
      covers,
      ...(when && { when }),
      ...(from && { from }),
      ...(retired && { retired }),
    }));

const policies: fc.Arbitrary<Policy> = fc
  .tuple(condition, condition, line, component("gate"), component("vault"))
  .map(([first, second, warned, ...components]) => ({
    id: "small",
    version: "1.0.0",
    title: "A small policy",
    tiers: ["low", "middle", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
    criteria: [
      { id: "first", title: "First", tier: "high", why: "It matters.", when: first },
      { id: "second", title: "Second", tier: "middle", why: "It matters.", when: second },
    ],
    signs: [{ id: "warned", title: "Warned", severity: "high", why: "It matters.", when: warned, advice: "Ask." }],
    components,
  }));

const use: fc.Arbitrary<Use | undefined> = fc.constantFrom<(Use | undefined)[]>(
  undefined,
  undefined,
  { id: "gate", version: "2.1" },
  { id: "gate", version: "1.0" },
  { id: "vault" },
  { id: "unheard-of" },
);
const used = <Entry>(entry: fc.Arbitrary<Entry>) =>
  fc.tuple(entry, use).map(([own, by]) => (by === undefined ? own : { ...own, component: by }));

const directions = ["read", "write", "bidirectional"] as const;
/** Apps that leave open at most how many use them, and the direction of connections. */
const apps: fc.Arbitrary<AppProfile> = fc
  .record({
    users: fc.constantFrom(undefined, 5, 100),
    integrations: fc.array(
      used(fc.constantFrom<Omit<Integration, "system">[]>({}, ...directions.map((direction) => ({ direction })))),
      {
        maxLength: 3,
      },
    ),
    data: fc.array(used(fc.constantFrom({ class: "general" as const }, { class: "health" as const })), {
      maxLength: 1,
    }),
    compliance: fc.array(used(fc.constant({ regime: "HIPAA" })), { maxLength: 1 }),
  })
  .map(({ users, integrations, data, compliance }) => ({
    id: "app",
    name: "App",
    ...(users !== undefined && { audience: { users } }),
    integrations: integrations.map((entry, index) => ({ system: `System ${index}`, ...entry })),
    data,
    compliance,
  }));

/** Every app that an open one could turn out to be. */
function completions(app: AppProfile): readonly AppProfile[] {
  const { integrations = [], audience } = app;
  const open = integrations.findIndex(({ direction }) => direction === undefined);
  if (open >= 0) {
    return directions.flatMap((direction) =>
      completions({
        ...app,
        integrations: integrations.map((entry, index) => (index === open ? { ...entry, direction } : entry)),
      }),
    );
  }
  return audience === undefined ? [5, 100].map((users) => ({ ...app, audience: { users } })) : [app];
}

type Lists = Pick<AppProfile, "integrations" | "data" | "compliance">;
const lists = ["integrations", "data", "compliance"] as const satisfies readonly (keyof Lists)[];

/** Every app that differs in what handles its parts, with what was handed over. */
function assignments(
  app: AppProfile,
  components: readonly Component[],
): readonly (readonly [readonly string[], AppProfile])[] {
  const places = lists.flatMap((list) => (app[list] ?? []).map((_, index) => ({ list, index })));
  return places.reduce<readonly (readonly [readonly string[], AppProfile])[]>(
    (all, { list, index }) =>
      all.flatMap(([made, so]) => [
        [made, so] as const,
        ...components
          .filter(({ retired }) => retired === undefined)
          .filter(({ id, from }) => {
            const now = app[list]?.[index]?.component;
            return (
              now?.id !== id ||
              (from !== undefined && (now.version === undefined || Number(now.version) < Number(from)))
            );
          })
          .map(({ id, from }) => {
            const by = from === undefined ? { id } : { id, version: from };
            const entries = (so[list] ?? []).map((entry, place) =>
              place === index ? { ...entry, component: by } : entry,
            );
            return [[...made, `/${list}/${index} ${id}`], { ...so, [list]: entries } as AppProfile] as const;
          }),
      ]),
    [[[], app]],
  );
}

test("of all ways to let components handle parts, those are told that bring the app there and need all of their parts", () => {
  const ways = { none: 0, alone: 0, several: 0, open: 0 };
  fc.assert(
    fc.property(policies, apps, fc.constantFrom("low", "middle"), (policy, app, tier) => {
      const { tierOf } = createClassifier(policy);
      const isThere = (one: AppProfile) => {
        const found = tierOf(one).tier;
        return found === "low" || found === tier;
      };
      const good = assignments(app, policy.components ?? [])
        .filter(([, so]) => completions(so).every(isThere))
        .map(([made]) => made);
      const smallest = good.filter(
        (made) => !good.some((other) => other.length < made.length && other.every((each) => made.includes(each))),
      );
      const told = pathsByComponents(app, tier, policy, { most: 100 });
      const paths = told.verdict === "found" ? told.paths : [];
      expect(told.verdict).toBe(smallest.length > 0 ? "found" : "none");
      if (told.verdict === "found") expect(told.complete).toBe(true);
      const inOrder = (all: readonly (readonly string[])[]) => all.map((each) => each.join()).sort();
      const own = paths.map(({ handled }) => handled.map(({ pointer, component }) => `${pointer} ${component}`));
      expect(inOrder(own)).toEqual(inOrder(smallest));
      expect(own.map(({ length }) => length)).toEqual(own.map(({ length }) => length).sort((a, b) => a - b));
      for (const { profile } of paths) {
        expect(safeParseProfile(profile).ok).toBe(true);
        expect(completions(profile).every(isThere)).toBe(true);
      }
      ways.none += Number(paths.length === 0);
      ways.alone += Number(own.some(({ length }) => length === 1));
      ways.several += Number(own.some(({ length }) => length > 1));
      ways.open += Number(completions(app).length > 1 && own.some(({ length }) => length > 0));
    }),
    draws(250),
  );
  // All kinds were looked at.
  expect(Math.min(...Object.values(ways)), JSON.stringify(ways)).toBeGreaterThan(0);
});
