import fc from "fast-check";
import {
  type Action,
  type AppProfile,
  type Approval,
  authorize,
  type Condition,
  createClassifier,
  type Policy,
} from "plimsoll";
import { type Claim, prove } from "plimsoll/analysis";
import { runPolicyTests } from "plimsoll/testing";
import { expect, test } from "vitest";
import { applyAction } from "../../src/governance/index.js";
import { draws } from "../prove/draws.js";

type Entry = { readonly component?: { readonly id: string; readonly version?: string } };
type Integration = NonNullable<AppProfile["integrations"]>[number];
type Datum = NonNullable<AppProfile["data"]>[number];

const today = "2026-01-12";
const uses = [undefined, { id: "gate", version: "2.1" }, { id: "vault" }];
const early = { id: "gate", version: "1.0" };
const used = <Kind extends object>(entry: Kind, component: (typeof uses)[number]): Kind & Entry =>
  component === undefined ? entry : { ...entry, component };

/** All lists of up to so many of some entries, in one order each. */
function listsOf<Kind>(some: readonly Kind[], most: number): readonly (readonly Kind[])[] {
  if (most === 0) return [[]];
  return [[], ...some.flatMap((entry, index) => listsOf(some.slice(index), most - 1).map((rest) => [entry, ...rest]))];
}

const connected = (components: readonly (typeof uses)[number][]) =>
  (["read", "bidirectional"] as const).flatMap((direction) => components.map((use) => used({ direction }, use)));
/** One kind of data that every line on data tells from the others, whatever component handles it. */
const held = (components: readonly (typeof uses)[number][]): readonly Datum[] => [
  ...(["general", "health"] as const).flatMap((kind) => components.map((use): Datum => used({ class: kind }, use))),
  { class: "personal" },
];

const lines = {
  crowd: { fact: "users", atLeast: 50 },
  growth: { fact: "userGrowth", atLeast: 4 },
  peak: { fact: "peakConcurrentUsers", atLeast: 20 },
  several: { fact: "integrationPoints", atLeast: 2 },
  bothWays: { fact: "bidirectionalSystems", atLeast: 1 },
  health: { fact: "sensitiveData", includesAny: ["health"] },
  harmless: { fact: "sensitiveData", isEmpty: true },
  running: { fact: "stage", is: "production" },
} as const satisfies Record<string, Condition>;

/** What is asked of apps and actions of one kind, all of them that it tells apart, and all actions on one of these apps. */
interface World {
  readonly asked: readonly (keyof typeof lines)[];
  readonly integrations: readonly (readonly Omit<Integration, "system">[])[];
  readonly data: readonly (readonly Datum[])[];
  readonly audiences: readonly NonNullable<AppProfile["audience"]>[];
  readonly actionsOn: (app: AppProfile) => readonly Action[];
}

const two = [5, 100].map((users) => ({ users, builtFor: 5, peakConcurrent: 1 }));
const crowds = [1, 4, 30, 100].flatMap((users) =>
  [1, 30].flatMap((builtFor) => [1, 25].map((peakConcurrent) => ({ users, builtFor, peakConcurrent }))),
);

const whole = (action: Action): World => ({
  asked: ["crowd", "several", "bothWays", "health", "harmless"],
  integrations: listsOf(connected(uses), 3),
  data: listsOf(held(uses), 1),
  audiences: two,
  actionsOn: () => [action],
});

/** Each kind of action. */
const worlds: Readonly<Record<string, World>> = {
  start: whole({ kind: "start" }),
  import: whole({ kind: "custom", name: "import", apply: (app) => app }),
  deploy: { ...whole({ kind: "deploy" }), asked: ["crowd", "bothWays", "health", "running"] },
  connect: {
    asked: ["crowd", "several", "bothWays", "health"],
    integrations: listsOf(connected(uses), 2),
    data: listsOf(held([undefined]), 1),
    audiences: two,
    actionsOn: () =>
      connected([...uses, early]).map((entry): Action => {
        return { kind: "connect", integration: { system: "New", ...entry } };
      }),
  },
  access: {
    asked: ["crowd", "bothWays", "health", "harmless"],
    integrations: listsOf(connected([undefined]), 1),
    data: listsOf(held(uses), 2),
    audiences: two,
    actionsOn: () => held([...uses, early]).map((data): Action => ({ kind: "access", data })),
  },
  grow: {
    asked: ["crowd", "growth", "peak", "bothWays"],
    integrations: listsOf(connected([undefined]), 1),
    data: [[]],
    audiences: crowds.filter(({ users, peakConcurrent }) => peakConcurrent <= users),
    actionsOn: () => [1, 4, 30, 100].map((users): Action => ({ kind: "grow", users })),
  },
  use: {
    asked: ["several", "bothWays", "health"],
    integrations: listsOf(connected(uses.slice(0, 2)), 2),
    data: listsOf(held([undefined]), 1),
    audiences: two.slice(0, 1),
    actionsOn: ({ integrations = [], data = [] }) =>
      [...uses.flatMap((use) => use ?? []), early, { id: "old" }, { id: "nobody's" }].flatMap((component) => [
        ...[...integrations.map(({ system }) => system), "No system"].map((system): Action => {
          return { kind: "use", component, for: { system } };
        }),
        ...data.map(({ name = "" }): Action => ({ kind: "use", component, for: { data: name } })),
      ]),
  },
};

/** Every app of which everything is told that is asked for. */
const appsOf = ({ integrations, data, audiences }: World): readonly AppProfile[] =>
  integrations.flatMap((connections) =>
    data.flatMap((holdings) =>
      audiences.map(
        (audience): AppProfile => ({
          id: "app",
          name: "App",
          audience,
          integrations: connections.map((entry, index): Integration => ({ system: `System ${index + 1}`, ...entry })),
          data: holdings.map((entry, index) => ({ name: `Data ${index + 1}`, ...entry })),
          lifecycle: { stage: "pilot" },
        }),
      ),
    ),
  );

const lineOf = ({ asked }: World): fc.Arbitrary<Condition> =>
  fc.constantFrom(...asked).map((name): Condition => lines[name]);
const compoundOf = (world: World): fc.Arbitrary<Condition> => {
  const line = lineOf(world);
  return fc.oneof(
    line,
    line.map((not) => ({ not })),
    fc.tuple(line, line).map((all) => ({ all })),
    fc.tuple(line, line).map((any) => ({ any })),
  );
};
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });

const boundary = (id: string, compound: fc.Arbitrary<Condition>) =>
  fc
    .record({
      above: maybe(fc.constantFrom("low", "middle")),
      when: maybe(compound),
      unlessUsing: fc.subarray(["gate", "vault", "old"]),
      instead: maybe(fc.constant("Do something else.")),
      review: fc.constantFrom("first", "second"),
    })
    .map(({ above, when, instead, ...others }) => ({
      id,
      title: id,
      why: "It matters.",
      ...others,
      ...(above && { above }),
      ...(when && { when }),
      ...(instead && { instead }),
    }));

const review = (id: string) => ({
  id,
  title: id,
  why: "It matters.",
  milestone: "start",
  checklist: [],
  approvers: ["IT"],
  minutes: 30,
  validFor: 365,
  covers: ["users", "systems", "data"] as const,
});

const policiesOn = (on: string, world: World): fc.Arbitrary<Policy> => {
  const [line, compound] = [lineOf(world), compoundOf(world)];
  return fc
    .record({
      criterion: compound,
      sign: line,
      gate: fc.record({
        covers: fc.subarray(["criterion", "sign"]),
        when: maybe(line),
        from: maybe(fc.constant("2.0")),
      }),
      vault: fc.record({ covers: fc.subarray(["criterion", "sign"]), when: maybe(line) }),
      boundaries: fc.tuple(boundary("one", compound), boundary("other", compound)),
      elsewhere: maybe(fc.constant(["elsewhere"])),
      isAskingSign: fc.boolean(),
    })
    .map(({ criterion, sign, gate, vault, boundaries: [one, other], isAskingSign, elsewhere }): Policy => {
      const component = (
        id: string,
        { covers, when, from }: { covers: string[]; when?: Condition | undefined; from?: string | undefined },
      ) => ({
        id,
        title: id,
        covers: covers.length > 0 ? covers : ["criterion"],
        ...(when && { when }),
        ...(from && { from }),
      });
      // A sign, in what components leave of a whole app, is not asked for.
      const { unlessUsing: _, ...alone } = one;
      return {
        id: "small",
        version: "1.0.0",
        title: "A small policy",
        tiers: ["low", "middle", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
        criteria: [{ id: "criterion", title: "Criterion", tier: "high", why: "It matters.", when: criterion }],
        signs: [{ id: "sign", title: "Sign", severity: "high", why: "It matters.", when: sign, advice: "Ask." }],
        components: [
          component("gate", gate),
          component("vault", vault),
          { id: "old", title: "Old", covers: ["criterion"], retired: "Use the gate." },
        ],
        reviews: [review("first"), review("second")],
        boundaries: [
          { ...(isAskingSign ? { ...alone, when: { sign: "sign" } } : one), ...(elsewhere && { actions: elsewhere }) },
          { ...other, actions: [on] },
        ],
      };
    });
};

const isAdding = (on: string) => ["connect", "access", "grow", "use"].includes(on);

const claimsOn = (on: string, world: World): fc.Arbitrary<Claim> => {
  const [line, compound] = [lineOf(world), compoundOf(world)];
  const own: fc.Arbitrary<Claim>[] = isAdding(on)
    ? [compound.map((adds) => ({ adds })), fc.constantFrom("gate", "vault").map((using) => ({ using }))]
    : [];
  const single = fc.oneof(
    fc.constantFrom("allow" as const, "review" as const, "deny" as const).map((decision) => ({ decision })),
    fc.constantFrom("first", "second").map((approved) => ({ approved })),
    fc.constantFrom("low", "middle", "high").map((is) => ({ tier: { is } })),
    line,
    ...own,
  );
  return fc.oneof(
    single,
    single.map((not) => ({ not })),
    fc.tuple(single, single).map((all) => ({ all })),
    fc.tuple(single, single).map((any) => ({ any })),
  );
};

/** Asks a condition of an app: whether it is certain. */
function asking(policy: Policy) {
  const ready = new Map<string, ReturnType<typeof createClassifier>>();
  return (when: Condition, app: AppProfile): boolean => {
    const key = JSON.stringify(when);
    const asked =
      ready.get(key) ??
      createClassifier({
        ...policy,
        tiers: ["no", "yes"].map((id) => ({ id, title: id, advice: "Go on." })),
        criteria: [{ id: "asked", title: "Asked", tier: "yes", why: "It is asked.", when }],
        signs: [],
        components: [],
        boundaries: [],
      });
    ready.set(key, asked);
    return asked.tierOf(app).tier === "yes";
  };
}

const approvalOf = (reviewId: string, policy: Policy): Approval => ({
  app: "app",
  review: reviewId,
  policy: { id: policy.id, version: policy.version },
  by: "IT",
  on: today,
  expiresOn: "2027-01-01",
  scope: {
    users: 1000,
    systems: ["New", "System 1", "System 2", "System 3"].map((system) => ({
      system,
      direction: "bidirectional" as const,
    })),
    data: ["general", "semi-sensitive", "personal", "financial", "health", "payment", "secrets"],
    environment: "production",
  },
});

/** What is claimed of an app before and after an action, with some approvals. */
function plainly(policy: Policy) {
  const ask = asking(policy);
  return (action: Action, profile: AppProfile, held: readonly string[]) => {
    const approvals = held.map((id) => approvalOf(id, policy));
    const said = authorize(action, { profile, approvals, asOf: today }, policy);
    const { after, added } = applyAction(action, profile);
    const entries: readonly Entry[] = [...(added.integrations ?? []), ...(added.data ?? [])];
    const so = (claim: Claim): boolean => {
      if ("all" in claim) return claim.all.every(so);
      if ("any" in claim) return claim.any.some(so);
      if ("not" in claim) return !so(claim.not);
      if ("decision" in claim) return said.decision === claim.decision;
      if ("approved" in claim) return held.includes(claim.approved);
      if ("adds" in claim) return ask(claim.adds, added);
      if ("using" in claim) {
        const { from } = policy.components?.find(({ id }) => id === claim.using) ?? {};
        return entries.some(
          ({ component: use }) =>
            use?.id === claim.using && (from === undefined || ["2.0", "2.1"].includes(use.version ?? "")),
        );
      }
      if ("tier" in claim) return "is" in claim.tier && said.after.tier === claim.tier.is;
      if ("fact" in claim) return ask(claim, after);
      throw new Error("Nothing else is claimed here.");
    };
    return so;
  };
}

/** Whether all is told of an app that these tests ask for. */
const isTold = ({ audience: { users, builtFor, peakConcurrent } = {} }: AppProfile) =>
  users !== undefined && builtFor !== undefined && peakConcurrent !== undefined;

const choices = [[], ["first"], ["second"], ["first", "second"]];

/** Whether it is so somewhere that a claim is so, and whether it is so there that another is so as well. */
function everywhere(policy: Policy, world: World, never: Claim, where: Claim) {
  const claims = plainly(policy);
  let [isAsked, isBroken] = [false, false];
  for (const profile of appsOf(world)) {
    for (const action of world.actionsOn(profile)) {
      if (!isTold(applyAction(action, profile).after)) continue;
      for (const held of choices) {
        const so = claims(action, profile, held);
        if (!so(where)) continue;
        isAsked = true;
        if (so(never)) isBroken = true;
      }
      if (isBroken) return { isAsked, isBroken };
    }
  }
  return { isAsked, isBroken };
}

/** Holds an app that was handed out to what the policy says of it. */
function expectShown(
  policy: Policy,
  { never, where }: { never: Claim; where: Claim },
  proof: ReturnType<typeof prove>,
) {
  if (proof.verdict !== "fails" || proof.decided === undefined) throw new Error("It fails, and shows an action.");
  const { decided, witness } = proof;
  const { profile, approvals, asOf, decision, reviews } = decided;
  const action: Action = decided.action.kind === "custom" ? { ...decided.action, apply: (app) => app } : decided.action;
  const said = authorize(action, { profile, approvals, asOf }, policy);
  expect([said.decision, said.reviews]).toEqual([decision, reviews]);
  expect(said.after.tier).toBe(witness.tier);
  expect(applyAction(action, profile).after).toEqual(witness.profile);
  const held = approvals.map((each) => each.review);
  const so = plainly(policy)(action, profile, []);
  const isSaid = (claim: Claim): boolean => {
    if ("all" in claim) return claim.all.every(isSaid);
    if ("any" in claim) return claim.any.some(isSaid);
    if ("not" in claim) return !isSaid(claim.not);
    if ("decision" in claim) return claim.decision === decision;
    if ("approved" in claim) return held.includes(claim.approved);
    return so(claim);
  };
  expect([isSaid(where), isSaid(never)]).toEqual([true, true]);
}

test.each(Object.entries(worlds))(
  "what is claimed of decisions on %s is so of every app, action and approval",
  (on, world) => {
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(policiesOn(on, world), claimsOn(on, world), claimsOn(on, world), (policy, never, where) => {
        const { isAsked, isBroken } = everywhere(policy, world, never, where);
        const proof = prove(policy, { on, never, where });
        const found = proof.verdict === "holds" ? proof : { verdict: proof.verdict };
        expect(found).toEqual(isBroken ? { verdict: "fails" } : { verdict: "holds", vacuous: !isAsked });
        if (isBroken) expectShown(policy, { never, where }, proof);
        verdicts.add(isBroken);
      }),
      draws(30),
    );
    expect(verdicts).toEqual(new Set([true, false]));
  },
);

/** A policy that asks of a connection what its parts are like, or what is left of an app. */
const withSign: Policy = {
  id: "asking",
  version: "1.0.0",
  title: "Asking",
  tiers: ["low", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
  signs: [{ id: "sign", title: "Sign", severity: "high", why: "It matters.", when: lines.bothWays, advice: "Ask." }],
  components: [{ id: "gate", title: "Gate", covers: ["sign"] }],
  reviews: [review("first")],
  boundaries: [
    { id: "one", title: "One", why: "It matters.", review: "first", when: { sign: "sign" }, unlessUsing: ["gate"] },
  ],
};

test("a sign in what components leave of a whole app is refused, and what to do is said", () => {
  expect(() => prove(withSign, { on: "deploy", never: { decision: "allow" } })).toThrow(
    'A boundary on "deploy" asks for a sign in what components leave of an app. Write there what the sign asks.',
  );
  expect(prove(withSign, { on: "connect", never: { decision: "allow" } }).verdict).toBe("fails");
});

test("a claim about decisions that fails says what was about to be done, and with which approvals", () => {
  const claims = [
    { title: "nobody goes live", on: "deploy", never: { decision: "allow" } },
    {
      title: "nobody connects both ways",
      on: "connect",
      never: { decision: "review" },
      where: { adds: lines.bothWays },
    },
  ] as const;
  const one = { id: "one", title: "One", why: "It matters.", review: "first" };
  const boundaries = [
    { ...one, actions: ["deploy"] },
    { ...one, id: "other", actions: ["connect"], when: lines.bothWays },
  ];
  const [live, bothWays] = runPolicyTests({ ...withSign, boundaries }, { claims }).claims;
  expect(live?.message).toBe('"deploy" is allowed with an approval of first: an app shows that it does not hold.');
  expect(bothWays?.message).toMatch(
    /^"connect" \{.*"bidirectional".*\} is up for review without approvals: an app shows/,
  );
});
