import { type Action, type AppProfile, type Approval, authorize, type PolicyChanges } from "plimsoll";
import { describe, expect, expectTypeOf, test } from "vitest";
import { applyAction } from "../../src/governance/action.js";
import { approvalOf, today } from "../arbitraries/approval.js";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { extendWith } from "../policy/extend-with.js";

/** An app that stays below every line. */
const citizen: AppProfile = {
  id: "rota",
  name: "Rota",
  audience: { users: 12, builtFor: 12, departments: ["Sales"] },
  integrations: [],
  data: [],
  calculations: [],
  criticality: { dailyDependence: false },
  ownership: { builderPresent: true },
  compliance: [],
  consequences: { legalForPeople: false },
  lifecycle: { stage: "development" },
};
const quiet = { eventDriven: false, asynchronous: false };
const crm = { system: "CRM", direction: "read", ...quiet } as const;

const { id, version, reviews = [] } = frozenPolicy;

/** Approvals of all reviews that cover an app after an action. */
const approvedFor = (action: Action, profile: AppProfile): readonly Approval[] =>
  reviews.map((review) => approvalOf(review, applyAction(action, profile).after, { policy: { id, version } }));

const ask = (action: Action, profile: AppProfile = citizen, approvals: readonly Approval[] = []) =>
  authorize(action, { profile, approvals, asOf: today }, frozenPolicy);

describe("what is decided", () => {
  test.each<readonly [string, Action, AppProfile, string, readonly string[]]>([
    ["a small app starts", { kind: "start" }, citizen, "allow", []],
    [
      "an app that nobody has described starts",
      { kind: "start" },
      { id: "new", name: "New" },
      "review",
      ["architecture"],
    ],
    ["a small app reads a system", { kind: "connect", integration: crm }, citizen, "allow", []],
    [
      "a small app reads and writes a system",
      { kind: "connect", integration: { ...crm, direction: "bidirectional" } },
      citizen,
      "deny",
      ["architecture"],
    ],
    [
      "a small app writes to a system that it reads",
      { kind: "connect", integration: { ...crm, direction: "write" } },
      { ...citizen, integrations: [crm] },
      "deny",
      ["architecture"],
    ],
    [
      "the connector handles what flows both ways",
      {
        kind: "connect",
        integration: { ...crm, direction: "bidirectional", component: { id: "integration-connector" } },
      },
      citizen,
      "review",
      ["architecture"],
    ],
    [
      "nobody told in which direction",
      { kind: "connect", integration: { system: "CRM", ...quiet } },
      citizen,
      "review",
      ["integration", "architecture"],
    ],
    [
      "an app holds health data",
      { kind: "access", data: { class: "health" } },
      citizen,
      "review",
      ["security", "architecture"],
    ],
    ["an app holds general data", { kind: "access", data: { class: "general" } }, citizen, "allow", []],
    ["an app grows below the line", { kind: "grow", users: 20 }, citizen, "allow", []],
    ["an app grows past the line", { kind: "grow", users: 100 }, citizen, "review", ["architecture"]],
    ["a small app goes into production", { kind: "deploy" }, citizen, "review", ["production-readiness"]],
    [
      "an app uses a component",
      { kind: "use", component: { id: "payment-processing" }, for: { data: "Pay" } },
      citizen,
      "allow",
      [],
    ],
    [
      "an app uses what IT does not offer",
      { kind: "use", component: { id: "payment" }, for: { data: "Pay" } },
      citizen,
      "deny",
      [],
    ],
    [
      "a custom action changes nothing",
      { kind: "custom", name: "rename", apply: (profile) => profile },
      citizen,
      "allow",
      [],
    ],
  ])("when %s", (_, action, profile, decision, asked) => {
    const answer = ask(action, profile);
    expect(answer.decision).toBe(decision);
    expect(answer.reviews).toEqual(asked);
  });

  test.each<readonly [string, Action, string]>([
    ["people", { kind: "grow", users: 300 }, "allow"],
    ["data", { kind: "access", data: { class: "health" } }, "allow"],
    ["production", { kind: "deploy" }, "allow"],
    ["a connection that IT builds", { kind: "connect", integration: { ...crm, direction: "bidirectional" } }, "deny"],
    ["a connection of which not all is told", { kind: "connect", integration: { ...crm, eventDriven: true } }, "deny"],
  ])("approvals for what an app will be open the way to %s", (_, action, decision) => {
    expect(ask(action, citizen, approvedFor(action, citizen)).decision).toBe(decision);
  });

  test("no approval stands in for what the profile leaves open", () => {
    const { eventDriven: _, ...untold } = crm;
    const action: Action = { kind: "connect", integration: untold };
    const answer = ask(action, citizen, approvedFor(action, citizen));
    expect(answer).toMatchObject({ decision: "review", reviews: ["integration"] });
    expect(answer.reasons[0]).toMatchObject({ id: "it-built-connector", certain: false });
    expect(answer.reasons[0]?.remedies.map(({ kind }) => kind)).toEqual([
      "instead",
      "component",
      "component",
      "answer",
    ]);
  });
});

test("a reason says what was seen, where, and what would help", () => {
  const profile: AppProfile = { ...citizen, integrations: [{ ...crm, system: "ERP" }] };
  const { reasons } = ask({ kind: "connect", integration: { ...crm, direction: "bidirectional" } }, profile);
  expect(reasons.map(({ id, decision }) => [id, decision])).toEqual([
    ["it-built-connector", "deny"],
    ["crossing", "review"],
  ]);
  expect(reasons[0]).toMatchObject({
    kind: "boundary",
    certain: true,
    review: null,
    title: "A connector that IT builds",
    advice: "Show IT which system it is, and what should flow.",
    evidence: [{ fact: "bidirectionalSystems", observed: 1, met: true, pointers: ["/integrations/1/direction"] }],
    remedies: [
      { kind: "instead", message: "Use IT's component for it, or ask IT to build the connector." },
      {
        kind: "component",
        component: "data-synchronisation",
        message: 'Let IT\'s component "Data synchronisation" handle it.',
      },
      { kind: "component", component: "integration-connector" },
    ],
  });
  expect(reasons[1]?.remedies).toEqual([
    {
      kind: "approval",
      review: "architecture",
      approvers: ["IT architect"],
      minutes: 30,
      missing: { code: "never", message: "Nobody has given this approval yet." },
      message: "Architecture review: 30 minutes with IT architect. Nobody has given this approval yet.",
    },
  ]);
  const lines = reasons[1]?.evidence.map(({ fact, line }) => JSON.stringify([fact, line])) ?? [];
  expect(lines.length).toBeGreaterThan(0);
  expect(new Set(lines).size).toBe(lines.length);
});

test("what could lift the app is asked once, together with what the boundary leaves open", () => {
  const { reasons } = ask({ kind: "start" }, { id: "new", name: "New" });
  const facts = reasons[0]?.remedies.flatMap((remedy) => (remedy.kind === "answer" ? [remedy.fact] : [])) ?? [];
  expect(facts).toContain("users");
  expect(new Set(facts).size).toBe(facts.length);
});

test("a component that covers nothing is denied, with what to do", () => {
  const { reasons } = ask({ kind: "use", component: { id: "payment-procesing" }, for: { data: "Pay" } });
  expect(reasons).toMatchObject([
    {
      kind: "component",
      id: "payment-procesing",
      decision: "deny",
      advice: 'IT has no component "payment-procesing", so it covers nothing. Did you mean "payment-processing"?',
    },
  ]);
});

test("the answer names a custom action, and keeps the others as they were", () => {
  const action: Action = {
    kind: "custom",
    name: "import",
    apply: (profile) => ({ ...profile, data: [{ class: "payment" }] }),
  };
  const answer = ask(action);
  expect(answer.action).toEqual({ kind: "custom", name: "import" });
  expect([answer.before.tier, answer.after.tier]).toEqual(["alone", "experts"]);
  expect(ask({ kind: "deploy" }).action).toEqual({ kind: "deploy" });
});

test("the tiers are those of the policy, and without one those of the standard policy", () => {
  const { after } = authorize({ kind: "start" }, { profile: citizen, approvals: [], asOf: today });
  expectTypeOf(after.tier).toEqualTypeOf<"citizen" | "it-review" | "professional">();
});

describe("by a policy of one's own", () => {
  const decide = (changes: Partial<PolicyChanges>, action: Action, profile: AppProfile = citizen) => {
    const ours = extendWith(frozenPolicy, { id: "ours", version: "1.0.0", ...changes });
    return authorize(action, { profile, approvals: [], asOf: today }, ours).decision;
  };
  const use = (version?: string): Action => ({
    kind: "connect",
    integration: {
      ...crm,
      direction: "bidirectional",
      component: { id: "integration-connector", ...(version && { version }) },
    },
  });
  const handled = { boundaries: { crossing: null } };

  test.each<readonly [string, Partial<PolicyChanges>, Action, AppProfile, string]>([
    [
      "a component in a good version",
      { ...handled, components: { "integration-connector": { from: "2.1" } } },
      use("2.1"),
      citizen,
      "allow",
    ],
    [
      "a component that is too old",
      { ...handled, components: { "integration-connector": { from: "2.1" } } },
      use("2.0"),
      citizen,
      "deny",
    ],
    [
      "a component that is retired",
      { ...handled, components: { "integration-connector": { retired: "No more." } } },
      use(),
      citizen,
      "deny",
    ],
    [
      "a component under a condition that holds",
      { ...handled, components: { "integration-connector": { when: { fact: "support", is: true } } } },
      use(),
      { ...citizen, criticality: { dailyDependence: false, support: true } },
      "allow",
    ],
    [
      "a component under a condition that is open",
      { ...handled, components: { "integration-connector": { when: { fact: "support", is: true } } } },
      use(),
      citizen,
      "review",
    ],
    [
      "an action by its name",
      { boundaries: { "data-approval": { actions: ["import"] } } },
      { kind: "custom", name: "import", apply: () => ({ ...citizen, data: [{ class: "semi-sensitive" }] }) },
      citizen,
      "review",
    ],
    [
      "a boundary for every such action",
      { boundaries: { "it-built-connector": { actions: ["connect"], review: "integration" } } },
      { kind: "connect", integration: crm },
      citizen,
      "allow",
    ],
  ])("%s", (_, changes, action, profile, decision) => {
    expect(decide(changes, action, profile)).toBe(decision);
  });

  describe("a boundary without a condition", () => {
    const everything = {
      id: "connectors",
      title: "A connector for everything",
      why: "It is easier to look after.",
      actions: ["connect", "start"],
      unlessUsing: ["integration-connector"],
      review: "integration",
      instead: "Use the connector.",
    };
    const by = (action: Action, profile: AppProfile) =>
      decide(
        { boundaries: { crossing: null, "it-built-connector": null }, add: { boundaries: [everything] } },
        action,
        profile,
      );

    test.each<readonly [string, Action, AppProfile, string]>([
      ["stands in every way", { kind: "connect", integration: crm }, citizen, "deny"],
      [
        "but that of its component",
        { kind: "connect", integration: { ...crm, component: { id: "integration-connector" } } },
        citizen,
        "allow",
      ],
      [
        "unless more may be connected there",
        { kind: "connect", integration: { ...crm, component: { id: "integration-connector" } } },
        { id: "new", name: "New" },
        "review",
      ],
      ["and in that of a whole app", { kind: "start" }, citizen, "deny"],
    ])("%s", (_, action, profile, decision) => {
      expect(by(action, profile)).toBe(decision);
    });
  });

  test("a component offered in place says from which version on", () => {
    const ours = extendWith(frozenPolicy, {
      id: "ours",
      version: "1.0.0",
      components: { "integration-connector": { from: "2.1" }, "data-synchronisation": { retired: "No more." } },
    });
    const { reasons } = authorize(
      { kind: "connect", integration: { ...crm, eventDriven: true } },
      { profile: citizen, approvals: [], asOf: today },
      ours,
    );
    expect(reasons[0]?.remedies.slice(1).map(({ message }) => message)).toEqual([
      'Let IT\'s component "Integration connector", version 2.1 or later handle it.',
    ]);
  });

  test("without boundaries, everything is allowed but components that cover nothing", () => {
    const { boundaries: _, components: __, ...bare } = frozenPolicy;
    const context = { profile: citizen, approvals: [], asOf: today };
    expect(authorize({ kind: "deploy" }, context, bare).decision).toBe("allow");
    expect(authorize({ kind: "use", component: { id: "any" }, for: { system: "CRM" } }, context, bare).decision).toBe(
      "deny",
    );
  });

  test("one that was never checked is refused", () => {
    const [boundary] = frozenPolicy.boundaries ?? [];
    const broken = {
      ...frozenPolicy,
      boundaries: boundary
        ? [{ ...boundary, actions: ["start"], when: { fact: "users", atLeast: 1 } as const, review: "none" }]
        : [],
    };
    const tierless = {
      ...frozenPolicy,
      boundaries: boundary ? [{ ...boundary, actions: ["start"], above: "none" }] : [],
    };
    for (const policy of [broken, tierless]) {
      expect(() => authorize({ kind: "start" }, { profile: citizen, approvals: [], asOf: today }, policy)).toThrow(
        expect.objectContaining({ code: "invalid-policy" }),
      );
    }
  });
});

test("days that are none are refused", () => {
  expect(() =>
    authorize(
      { kind: "deploy" },
      { profile: citizen, approvals: [approvalOf(reviews[3] as (typeof reviews)[number], citizen)], asOf: "soon" },
    ),
  ).toThrow(expect.objectContaining({ code: "invalid-date" }));
});
