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
  { fact: "outsideUsers", is: true },
  { fact: "legalConsequences", is: true },
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
/** What no part has to do with. */
const scalar: fc.Arbitrary<Condition> = fc.constantFrom<Condition[]>(
  { fact: "users", atLeast: 50 },
  { fact: "outsideUsers", is: true },
  { fact: "legalConsequences", is: true },
);
const rules = ["first", "second", "warned"];
const component = (id: string): fc.Arbitrary<Component> =>
  fc
    .record({
      covers: fc.oneof(fc.constant(rules), fc.subarray(rules, { minLength: 1 })),
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
  .tuple(condition, condition, scalar, line, component("gate"), component("vault"))
  .map(([first, second, uncovered, warned, ...components]) => ({
    id: "small",
    version: "1.0.0",
    title: "A small policy",
    tiers: ["low", "middle", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
    criteria: [
      { id: "first", title: "First", tier: "high", why: "It matters.", when: first },
      { id: "second", title: "Second", tier: "middle", why: "It matters.", when: second },
      { id: "uncovered", title: "Uncovered", tier: "middle", why: "It matters.", when: uncovered },
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
/** Apps that leave open at most how many use them and whether outsiders do, and the direction of connections. */
const apps: fc.Arbitrary<AppProfile> = fc
  .record({
    users: fc.constantFrom(undefined, 5, 100),
    outsideUsers: fc.constantFrom(undefined, true, false),
    legalForPeople: fc.boolean(),
    integrations: fc.array(
      used(fc.constantFrom<Omit<Integration, "system">[]>({}, ...directions.map((direction) => ({ direction })))),
      { maxLength: 2 },
    ),
    data: fc.array(used(fc.constantFrom({ class: "general" as const }, { class: "health" as const })), {
      maxLength: 1,
    }),
    compliance: fc.array(used(fc.constant({ regime: "HIPAA" })), { maxLength: 1 }),
  })
  .map(({ users, outsideUsers, legalForPeople, integrations, data, compliance }) => ({
    id: "app",
    name: "App",
    audience: { ...(users !== undefined && { users }), ...(outsideUsers !== undefined && { outsideUsers }) },
    consequences: { legalForPeople },
    integrations: integrations.map((entry, index) => ({ system: `System ${index}`, ...entry })),
    data,
    compliance,
  }));

/** Every app that an open one could turn out to be. */
function completions(app: AppProfile): readonly AppProfile[] {
  const { integrations = [], audience = {} } = app;
  const open = integrations.findIndex(({ direction }) => direction === undefined);
  if (open >= 0) {
    return directions.flatMap((direction) =>
      completions({
        ...app,
        integrations: integrations.map((entry, index) => (index === open ? { ...entry, direction } : entry)),
      }),
    );
  }
  const asUsed = (more: AppProfile["audience"]) => completions({ ...app, audience: { ...audience, ...more } });
  if (audience.users === undefined) return [5, 100].flatMap((users) => asUsed({ users }));
  if (audience.outsideUsers === undefined) return [true, false].flatMap((outsideUsers) => asUsed({ outsideUsers }));
  return [app];
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

/** The facts that can change besides what is handled, and what they can become. */
const changes: readonly (readonly [readonly string[], readonly NonNullable<AppProfile["audience"]>[]])[] = [
  [[], [{}]],
  [["users"], [{ users: 5 }, { users: 100 }]],
  [["outsideUsers"], [{ outsideUsers: true }, { outsideUsers: false }]],
  [
    ["users", "outsideUsers"],
    [5, 100].flatMap((users) => [true, false].map((outsideUsers) => ({ users, outsideUsers }))),
  ],
];

test("of all ways to let components handle parts, those are told that bring the app there and need all of it", () => {
  const ways = { none: 0, alone: 0, several: 0, open: 0, changing: 0 };
  fc.assert(
    fc.property(policies, apps, fc.constantFrom("low", "middle"), (policy, app, tier) => {
      const { tierOf } = createClassifier(policy);
      const isThere = (one: AppProfile) => {
        const found = tierOf(one).tier;
        return found === "low" || found === tier;
      };
      const good = assignments(app, policy.components ?? []).flatMap(([made, so]) =>
        changes.flatMap(([facts, values]) => {
          const isWay = values.some((more) =>
            completions({ ...so, audience: { ...so.audience, ...more } }).every(isThere),
          );
          return isWay ? [{ made, facts, all: [...made, ...facts] }] : [];
        }),
      );
      const smallest = good
        .filter(
          ({ all }) =>
            !good.some((other) => other.all.length < all.length && other.all.every((each) => all.includes(each))),
        )
        .filter(({ made, facts }) => made.length > 0 || facts.length === 0);
      const told = pathsByComponents(app, tier, policy, { most: 100 });
      const paths = told.verdict === "found" ? told.paths : [];
      expect(told.verdict).toBe(smallest.length > 0 ? "found" : "none");
      if (told.verdict === "found") expect(told.complete).toBe(true);
      const inOrder = (all: readonly (readonly string[])[]) => all.map((each) => [...each].sort().join()).sort();
      const own = paths.map(({ handled, changes: more }) => [
        ...handled.map(({ pointer, component }) => `${pointer} ${component}`),
        ...more.map(({ fact }) => fact),
      ]);
      expect(inOrder(own)).toEqual(inOrder(smallest.map(({ all }) => all)));
      expect(own.map(({ length }) => length)).toEqual(own.map(({ length }) => length).sort((a, b) => a - b));
      for (const { profile, changes: more } of paths) {
        expect(safeParseProfile(profile).ok).toBe(true);
        const audience = { ...profile.audience, ...Object.fromEntries(more.map(({ fact, to }) => [fact, to])) };
        expect(completions({ ...profile, audience }).every(isThere)).toBe(true);
      }
      ways.none += Number(paths.length === 0);
      ways.alone += Number(own.some(({ length }) => length === 1));
      ways.several += Number(paths.some(({ handled }) => handled.length > 1));
      ways.open += Number(completions(app).length > 1 && own.some(({ length }) => length > 0));
      ways.changing += Number(paths.some((path) => path.changes.length > 0));
    }),
    draws(300),
  );
  // All kinds were looked at.
  expect(Math.min(...Object.values(ways)), JSON.stringify(ways)).toBeGreaterThan(0);
});
