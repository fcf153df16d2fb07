import fc from "fast-check";
import { type AppProfile, classify, createClassifier, type Policy } from "plimsoll";
import { canReach, createAnalysis, diffPolicies, lintPolicy, prove, tierRange } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { counted } from "../prove/drawn.js";
import { draws } from "../prove/draws.js";

type Condition = NonNullable<Policy["criteria"]>[number]["when"];
type Integration = NonNullable<AppProfile["integrations"]>[number];
type Datum = NonNullable<AppProfile["data"]>[number];

const uses = [undefined, { id: "gate", version: "2.1" }, { id: "vault" }];
/** Too old where a version is asked for, and as good as any where none is. */
const early = { id: "gate", version: "1.0" };
const used = <Entry>(entry: Entry, component: (typeof uses)[number]) =>
  component === undefined ? entry : { ...entry, component };

/** All lists of up to so many of some entries, in one order each. */
function listsOf<Entry>(some: readonly Entry[], most: number): readonly (readonly Entry[])[] {
  if (most === 0) return [[]];
  return [[], ...some.flatMap((entry, index) => listsOf(some.slice(index), most - 1).map((rest) => [entry, ...rest]))];
}

const named = (list: readonly Omit<Integration, "system">[]): readonly Integration[] =>
  list.map((entry, index) => ({ system: `System ${index + 1}`, ...entry }) as Integration);

const directions = ["read", "write", "bidirectional"] as const;
const connected = (components: readonly ((typeof uses)[number] | typeof early)[]) =>
  directions.flatMap((direction) => components.map((use) => used({ direction }, use)));
const held = (classes: readonly ("general" | "health" | "personal")[], components: readonly (typeof uses)[number][]) =>
  classes.flatMap((kind) => components.map((use): Datum => used({ class: kind }, use)));

/** Every app with up to three of some connections, and up to two of some kinds of data. */
const appsWith = (
  connections: ReturnType<typeof connected>,
  holdings: ReturnType<typeof held>,
): readonly AppProfile[] =>
  listsOf(connections, 3).flatMap((integrations) =>
    listsOf(holdings, 2).flatMap((data) =>
      [5, 100].map((users) => ({
        id: "app",
        name: "App",
        audience: { users },
        integrations: named(integrations),
        data,
      })),
    ),
  );

/** Every small app, as far as the rules of these tests can tell apps apart. */
const apps = appsWith(connected([...uses, early]), held(["health", "personal"], [...uses, early]));

const line: fc.Arbitrary<Condition> = fc.constantFrom<Condition[]>(
  { fact: "users", atLeast: 50 },
  { fact: "integrationPoints", atLeast: 2 },
  { fact: "systemsWritten", atLeast: 1 },
  { fact: "systemsRead", atLeast: 1 },
  { fact: "sensitiveData", includesAny: ["health"] },
  { fact: "sensitiveData", isEmpty: true },
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  line,
  line.map((not) => ({ not })),
  fc.tuple(line, line).map((all) => ({ all })),
  fc.tuple(line, line).map((any) => ({ any })),
  line.map((when) => ({ all: [when, { sign: "warned" }] })),
);
const points = fc.tuple(line, line).map(([one, other]) => [
  { points: 1, when: one },
  { points: 2, when: other },
]);
/** Conditions that count, by the rubric of the policy or by points of their own. */
const counting: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant<Condition>({ score: "risk", atLeast: 2 }),
  points.map((score) => ({ score, atLeast: 2 })),
  fc.tuple(points, points).map((product) => ({ product, atLeast: 2 })),
  fc.tuple(line, line, line).map((count) => ({ count, atLeast: 2 })),
);
const exemption = fc.option(line, { nil: undefined });

const ids = ["first", "second", "warned"] as const;
const component = (from: readonly string[]) =>
  fc
    .record({
      covers: fc.subarray([...ids], { minLength: 1 }),
      when: exemption,
      from: fc.constantFrom(undefined, ...from),
    })
    .map(({ covers, when, from: first }) => ({ covers, ...(when && { when }), ...(first && { from: first }) }));

const drawn: fc.Arbitrary<Policy> = fc
  .record({
    first: fc.oneof({ weight: 2, arbitrary: condition }, { weight: 1, arbitrary: counting }),
    unless: exemption,
    second: condition,
    warned: line,
    risk: points,
    gate: component(["1.0", "2.0"]),
    vault: component([]),
  })
  .map(
    ({ first, unless, second, warned, risk, gate, vault }): Policy => ({
      id: "small",
      version: "1.0.0",
      title: "A small policy",
      tiers: ["low", "middle", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
      criteria: [
        { id: "first", title: "First", tier: "high", why: "It matters.", when: first, ...(unless && { unless }) },
        { id: "second", title: "Second", tier: "middle", why: "It matters.", when: second },
      ],
      rubrics: [{ id: "risk", title: "Risk", items: risk }],
      signs: [{ id: "warned", title: "Warned", severity: "high", why: "It matters.", when: warned, advice: "Ask." }],
      components: [
        { id: "gate", title: "Gate", ...gate },
        { id: "vault", title: "Vault", ...vault },
      ],
    }),
  );

const policies = counted(drawn, () => ["policies", "policies with components"]);

const runs = draws(3);

/** A policy without other rules, to ask a condition of an app. */
const asking = (when: Condition): Policy => ({
  id: "asking",
  version: "1.0.0",
  title: "Asking",
  tiers: ["no", "yes"].map((id) => ({ id, title: id, advice: "Go on." })),
  criteria: [{ id: "asked", title: "Asked", tier: "yes", why: "It is asked.", when }],
});

test("what is claimed of every app is so also where components handle parts of it", () => {
  fc.assert(
    fc.property(policies, line, (policy, when) => {
      const { tierOf } = createClassifier(policy);
      const isAsked = createClassifier(asking(when)).tierOf;
      const found = new Set(apps.filter((app) => isAsked(app).tier === "yes").map((app) => tierOf(app).tier));
      const analysis = createAnalysis(policy);
      for (const tier of ["low", "middle", "high"]) {
        const reach = canReach(analysis, tier, when);
        expect(reach.verdict, `${tier} ${JSON.stringify(when)}`).toBe(found.has(tier) ? "reachable" : "unreachable");
        if (reach.verdict === "reachable") expect(classify(reach.witness.profile, policy).tier).toBe(tier);
        const proof = prove(analysis, { never: { tier: { is: tier } }, where: when });
        expect(proof.verdict).toBe(found.has(tier) ? "fails" : "holds");
      }
    }),
    runs,
  );
});

test("two policies differ exactly where an app is put elsewhere, with its components", () => {
  fc.assert(
    fc.property(policies, policies, fc.boolean(), (before, other, isAlike) => {
      const after = isAlike ? { ...before, components: other.components ?? [] } : other;
      const [from, to] = [createClassifier(before).tierOf, createClassifier(after).tierOf];
      const moves = apps.map((app) => `${from(app).tier} ${to(app).tier}`);
      const moved = new Set(moves.filter((move) => new Set(move.split(" ")).size > 1));
      const diff = diffPolicies(before, after);
      const changes = diff.verdict === "different" ? diff.changes : [];
      expect(new Set(changes.map((change) => `${change.from} ${change.to}`))).toEqual(moved);
      for (const change of changes) {
        for (const { witness } of change.regions) {
          expect(classify(witness.profile, before).tier).toBe(change.from);
          expect(classify(witness.profile, after).tier).toBe(change.to);
        }
      }
    }),
    runs,
  );
});

test("a rule is told never to decide only when no app is elsewhere without it, whatever components do", () => {
  fc.assert(
    fc.property(policies, (policy) => {
      const { findings, complete } = lintPolicy(policy);
      expect(complete).toBe(true);
      const whole = createClassifier(policy).tierOf;
      const tiers = apps.map((app) => whole(app).tier);
      for (const { id } of policy.criteria ?? []) {
        const without = createClassifier({
          ...policy,
          criteria: (policy.criteria ?? []).filter((rule) => rule.id !== id),
          components: (policy.components ?? []).map((each) => ({
            ...each,
            covers: each.covers.filter((rule) => rule !== id),
          })),
        }).tierOf;
        const decides = apps.some((app, index) => without(app).tier !== tiers[index]);
        const idle = findings.filter((finding) => finding.rule === id && /^never-(decides|holds)$/.test(finding.id));
        expect(idle.length > 0, id).toBe(!decides);
      }
    }),
    runs,
  );
});

const openParts: fc.Arbitrary<AppProfile> = fc
  .record({
    users: fc.constantFrom(undefined, 5, 100),
    integrations: fc.array(fc.constantFrom(...connected(uses), {}, used({}, uses[1])), { maxLength: 2 }),
    data: fc.array(fc.constantFrom<Datum[]>(...held(["general", "health"], uses), {}, used({}, uses[2])), {
      maxLength: 1,
    }),
    partial: fc.subarray(["/integrations", "/data"]),
  })
  .map(({ users, integrations, data, partial }) => ({
    id: "app",
    name: "App",
    ...(users !== undefined && { audience: { users } }),
    // Two more entries are enough for every line, and no app below has more than three.
    integrations: named(partial.includes("/integrations") ? integrations.slice(0, 1) : integrations),
    data,
    partial,
  }));

/** Every app that an open one could turn out to be. */
const completions = appsWith(connected(uses), held(["general", "health", "personal"], uses));

/** Whether an app says all that another says of a list, and no more than it may. */
function completes(whole: readonly object[], open: readonly object[], isPartial: boolean): boolean {
  const says = (entry: object, asked: object) => {
    const rest = ({ system: _, ...others }: Record<string, unknown>) => others;
    const [own, other] = [rest({ ...entry }), rest({ ...asked })];
    const component = JSON.stringify(own.component) === JSON.stringify(other.component);
    return (
      component && Object.entries(other).every(([key, value]) => JSON.stringify(own[key]) === JSON.stringify(value))
    );
  };
  const [first, ...others] = open;
  if (first === undefined) return isPartial || whole.length === 0;
  return whole.some(
    (entry, index) =>
      says(entry, first) &&
      completes(
        whole.filter((_, at) => at !== index),
        others,
        isPartial,
      ),
  );
}

test("what an app may be in is what it is in once all is told of it and of its components", () => {
  fc.assert(
    fc.property(policies, openParts, (policy, open) => {
      const isPartial = (list: string) => (open.partial ?? []).some((each) => each === list);
      const whole = completions.filter(
        ({ audience, integrations = [], data = [] }) =>
          (open.audience === undefined || open.audience.users === audience?.users) &&
          completes(integrations, open.integrations ?? [], isPartial("/integrations")) &&
          completes(data, open.data ?? [], isPartial("/data")),
      );
      const { tierOf } = createClassifier(policy);
      const found = ["low", "middle", "high"].filter((tier) => whole.some((app) => tierOf(app).tier === tier));
      expect(tierRange(open, policy)).toMatchObject({ verdict: "exact", tiers: found });
    }),
    draws(30),
  );
});
