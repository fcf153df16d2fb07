import type { AppProfile, Approval, Severity } from "plimsoll";
import type { PlainAction, Scope } from "plimsoll/governance";
import { harmlessApp, type PolicyTest } from "plimsoll/testing";
import { appWith } from "../classify/finding.js";
import type { RuleTable } from "./rule-table.js";

/** The day as of which everything is asked. */
const asOf = "2026-01-12";

const list = harmlessApp("List");
const everything: Scope = {
  users: 10_000,
  systems: ["ERP", "CRM"].map((system) => ({ system, direction: "bidirectional" as const })),
  data: ["general", "semi-sensitive", "personal", "financial", "health", "payment"],
  environment: "production",
};
const approvers: Readonly<Record<string, string>> = {
  architecture: "IT architect",
  integration: "Integration specialist",
  security: "Security officer",
  "production-readiness": "IT operations",
};
const approved = (review: string, more: Partial<Approval> = {}): Approval => ({
  app: "list",
  review,
  policy: { id: "standard", version: "1.0.0" },
  by: approvers[review] ?? "",
  on: asOf,
  expiresOn: "2030-01-12",
  scope: everything,
  ...more,
});

/** Reviews that are due before a milestone. */
const due = (
  name: string,
  profile: AppProfile,
  before: string,
  reviews: readonly string[],
  { approvals, on = asOf }: { readonly approvals?: readonly Approval[]; readonly on?: string } = {},
): PolicyTest => ({
  name,
  profile,
  asOf: on,
  ...(approvals && { approvals }),
  expect: { reviews: { before, due: reviews } },
});

const crowd = list.usedBy(100).build();
const critical = list.neededDaily().build();
const reader = list.usedBy(100).reads("ERP").build();
const internal = list.holds("semi-sensitive").build();

const reviews: readonly PolicyTest[] = [
  due("a team's list starts without anybody", list.build(), "start", []),
  due("a hundred people are talked about before they join", crowd, "start", ["architecture"]),
  due("what daily work depends on is as well", critical, "start", ["architecture"]),
  due("what is connected nowhere needs no review of connections", crowd, "connect", ["architecture"]),
  due("one connection is enough to need it", reader, "connect", ["architecture", "integration"]),
  due("a team that reads one system does not", list.reads("ERP").build(), "connect", []),
  due("what daily work depends on does", list.neededDaily().reads("ERP").build(), "connect", [
    "architecture",
    "integration",
  ]),
  due("general data needs no review", list.build(), "access", []),
  due("internal data does", internal, "access", ["architecture", "security"]),
  due("so does sensitive data", list.holds("health").build(), "access", ["architecture", "security"]),
  due("everything is signed off before people rely on it", list.build(), "deploy", ["production-readiness"]),
];

/** An approval counts to its last day, covers what its review looks at, and no less of it will do. */
const approvals: readonly PolicyTest[] = Object.entries({
  architecture: [crowd, "start", ["users", "systems", "data"]],
  integration: [reader, "connect", ["systems"]],
  security: [internal, "access", ["data"]],
  "production-readiness": [
    list.with({ lifecycle: { stage: "production" } }).build(),
    "deploy",
    ["users", "systems", "data", "environment"],
  ],
} as const).flatMap(([review, [profile, before, covers]]) => {
  const others = ["architecture", "integration", "security"].filter((each) => each !== review);
  const held = (more: Partial<Approval>) => [
    ...others.map((each) => approved(each, { on: "2026-01-01" })),
    approved(review, more),
  ];
  const parts = ["users", "systems", "data", "environment"] as const;
  const lacking = parts.map((part) => {
    const { [part]: _, ...scope } = everything;
    const isNeeded = covers.some((each) => each === part);
    const what = `${review} ${isNeeded ? "covers" : "does not look at"} ${part}`;
    return due(what, profile, before, isNeeded ? [review] : [], { approvals: held({ scope }) });
  });
  const year = { on: "2025-01-12" };
  return [
    due(`${review} counts for a year`, profile, before, [], { approvals: held(year), on: "2026-01-11" }),
    due(`${review} counts for no more`, profile, before, [review], { approvals: held(year), on: "2026-01-12" }),
    ...lacking,
  ];
});

type Answers = Readonly<Record<string, "met" | "not-met" | "open">>;

/** How far the checklist of a review is answered by a profile. */
const answered = (
  name: string,
  profile: AppProfile,
  [before, review, others]: readonly [string, string, readonly string[]],
  answers: Answers,
): PolicyTest => ({
  name,
  profile,
  asOf,
  expect: { reviews: { before, due: [...others, review], answers: { [review]: answers } } },
});
const start = ["start", "architecture", []] as const;
const connecting = ["connect", "integration", ["architecture"]] as const;
const access = ["access", "security", ["architecture"]] as const;
const deploying = ["deploy", "production-readiness", []] as const;
/** Of what a hundred people use, more is asked, whatever else is so of it. */
const deployingToMany = ["deploy", "production-readiness", ["architecture"]] as const;
const { audience: { users: _users, peakConcurrent: _peak, canOpen: _open, ...people } = {}, ...nobody } = critical;
const { departments: _departments, ...anywhere } = critical.audience ?? {};
const known = { scope: "met", data: "met", systems: "met", fit: "open" } as const;
const writing = (more: object) => list.usedBy(100).writes("ERP", more).build();
const data = (more: object) => list.holds("semi-sensitive", more).build();

const directionless: AppProfile = { ...critical, integrations: [{ system: "ERP", role: "system-of-record" }] };

const checklists: readonly PolicyTest[] = [
  answered("a plan is clear when all of it is told", critical, start, known),
  answered("it is not while nobody knows how many use it", { ...nobody, audience: people }, start, {
    ...known,
    scope: "open",
  }),
  answered("it is not while nobody knows where", { ...critical, audience: anywhere }, start, {
    ...known,
    scope: "open",
  }),
  answered("data may be more", { ...list.holds("health").build(), partial: ["/data"] }, start, {
    ...known,
    data: "open",
  }),
  answered("so may systems", { ...critical, partial: ["/integrations"] }, start, { ...known, systems: "open" }),
  answered("what a direction leaves open is open", directionless, start, { ...known, systems: "open" }),
  answered("writes that are checked are met", writing({}), connecting, {
    flow: "met",
    pattern: "open",
    accounts: "met",
  }),
  answered("writes that are not are not", writing({ writesValidated: false }), connecting, {
    flow: "not-met",
    pattern: "open",
    accounts: "met",
  }),
  answered(
    "conflicts that are ignored are not",
    list.usedBy(100).readsAndWrites("ERP", { conflicts: "ignored" }).build(),
    connecting,
    {
      flow: "not-met",
      pattern: "open",
      accounts: "met",
    },
  ),
  ...(["shared", "maker"] as const).map((identity) =>
    answered(`an account that is ${identity} is not managed`, writing({ identity }), connecting, {
      flow: "met",
      pattern: "open",
      accounts: "not-met",
    }),
  ),
  ...(["user", "app"] as const).map((identity) =>
    answered(`an account of the ${identity} is`, writing({ identity }), connecting, {
      flow: "met",
      pattern: "open",
      accounts: "met",
    }),
  ),
  answered("protection is seen, not told", data({}), access, { access: "open", protection: "open", audit: "open" }),
  answered("access by role is fine enough", data({ accessControl: "role" }), access, { access: "open" }),
  answered("access to all of the app is not", data({ accessControl: "app" }), access, { access: "not-met" }),
  answered("what is not encrypted is not protected", data({ encryptedAtRest: false }), access, {
    protection: "not-met",
  }),
  answered("a trail has to be complete", data({ auditTrail: "partial" }), access, { audit: "not-met" }),
  answered("what is kept has to be deleted", data({ retention: "defined" }), access, { audit: "not-met" }),
  answered("support is shown", list.build(), deploying, { readiness: "open", support: "open", failure: "met" }),
  answered(
    "without support it is not ready",
    list
      .usedBy(100)
      .with({ criticality: { support: false, dailyDependence: false } })
      .build(),
    deployingToMany,
    { support: "not-met" },
  ),
  answered(
    "what nobody needs may break",
    list
      .usedBy(100)
      .with({ criticality: { dailyDependence: false, disasterRecovery: false } })
      .build(),
    deployingToMany,
    { failure: "met" },
  ),
  answered(
    "what is brought back may as well",
    list.with({ criticality: { dailyDependence: true, disasterRecovery: true } }).build(),
    deployingToMany,
    { failure: "met" },
  ),
  answered(
    "what is needed and lost is not ready",
    list.with({ criticality: { dailyDependence: true, disasterRecovery: false } }).build(),
    ["deploy", "production-readiness", ["architecture"]],
    { failure: "not-met" },
  ),
];

/** What somebody may do, with the reviews that were held. */
const decided = (
  name: string,
  [profile, on]: readonly [AppProfile, PlainAction],
  is: "allow" | "review" | "deny",
  asked: readonly string[] = [],
  held: readonly string[] = [],
): PolicyTest => ({
  name,
  profile,
  asOf,
  approvals: held.map((review) => approved(review)),
  expect: { decision: { on, is, reviews: asked } },
});
const connect = (more: object): PlainAction => ({
  kind: "connect",
  integration: {
    system: "ERP",
    direction: "read",
    role: "system-of-record",
    eventDriven: false,
    asynchronous: false,
    ...more,
  },
});
const get = (of: "general" | "semi-sensitive" | "personal" | "financial" | "health" | "payment"): PlainAction => ({
  kind: "access",
  data: { class: of },
});
const all = ["architecture", "integration", "security", "production-readiness"];

const actions: readonly PolicyTest[] = [
  decided("a team may begin", [list.build(), { kind: "start" }], "allow"),
  decided("a team may read a system", [list.build(), connect({})], "allow"),
  decided(
    "data in both directions is for IT to connect",
    [list.build(), connect({ direction: "bidirectional" })],
    "deny",
    [],
    all,
  ),
  decided("so are events", [list.build(), connect({ eventDriven: true })], "deny", [], all),
  decided("and what goes on afterwards", [list.build(), connect({ asynchronous: true })], "deny", [], all),
  ...["data-synchronisation", "integration-connector"].map((id) =>
    decided(
      `${id} may be used for it`,
      [list.build(), connect({ asynchronous: true, component: { id } })],
      "allow",
      [],
      all,
    ),
  ),
  decided(
    "payments do not connect systems",
    [list.build(), connect({ asynchronous: true, component: { id: "payment-processing" } })],
    "deny",
    [],
    all,
  ),
  decided("where it is open, the specialists decide", [list.build(), connect({ asynchronous: undefined })], "review", [
    "integration",
  ]),
  decided(
    "sensitive data is security's to allow",
    [list.build(), get("personal")],
    "review",
    ["security"],
    ["architecture"],
  ),
  ...(["financial", "health", "payment"] as const).map((of) =>
    decided(`${of} data is as well`, [list.build(), get(of)], "review", ["security"], ["architecture"]),
  ),
  decided(
    "with their approval it is allowed",
    [list.build(), get("personal")],
    "allow",
    [],
    ["architecture", "security"],
  ),
  decided(
    "internal data is a step past the line",
    [list.build(), get("semi-sensitive")],
    "review",
    ["architecture"],
    ["security"],
  ),
  decided("general data is not", [list.build(), get("general")], "allow"),
  decided("growing past the line is talked about", [list.build(), { kind: "grow", users: 100 }], "review", [
    "architecture",
  ]),
  decided("growing below it is not", [list.builtFor(50).build(), { kind: "grow", users: 99 }], "allow"),
  decided(
    "an app that holds sensitive data may grow with one review",
    [list.holds("personal").build(), { kind: "grow", users: 20 }],
    "allow",
    [],
    ["architecture"],
  ),
  decided("a critical app begins with a review", [critical, { kind: "start" }], "review", ["architecture"]),
  decided("production is signed off", [list.build(), { kind: "deploy" }], "review", ["production-readiness"]),
  decided("by operations", [list.build(), { kind: "deploy" }], "allow", [], ["production-readiness"]),
  decided(
    "an app with events in it may be deployed by those",
    [list.neededDaily().reads("ERP", { asynchronous: true }).build(), { kind: "deploy" }],
    "allow",
    [],
    all,
  ),
];

/** What components cover where they handle everything that they can. */
const handling = (id: string, covered: readonly string[]): PolicyTest => {
  const component = { id };
  const profile = list
    .holds("personal", { component })
    .readsAndWrites("ERP", { component, asynchronous: true, conflicts: "ignored" })
    .readsAndWrites("CRM", { component, asynchronous: true })
    .reads("HR", { component, asynchronous: true })
    .with({ compliance: [{ regime: "GDPR", component }] })
    .build();
  return { name: `${id} covers what it is made for`, profile, expect: { covered } };
};

const covered: Readonly<Record<string, readonly string[]>> = {
  "payment-processing": ["sensitive-data", "compliance"],
  "data-synchronisation": ["write-back", "bidirectional-integration"],
  "integration-connector": ["integration-architecture"],
};
/** What asks whether a sign stands does not hold either, once that is covered. */
const following: Readonly<Record<string, readonly string[]>> = {
  "payment-processing": ["regulated-data", "strict-compliance"],
};
const components = Object.entries(covered).map(([id, rules]) => handling(id, rules));

const parts = ["integrations", "data", "compliance"] as const;

/** A rule stands that a component does not cover, also where the component handles all parts of the app. */
export function uncoveredTests(rule: string, { rows }: RuleTable): readonly PolicyTest[] {
  const [, fields = {}] = rows.find(([, , standing]) => standing === "holds") ?? [];
  if (parts.every((part) => fields[part] === undefined)) return [];
  return Object.entries(covered)
    .filter(([id, rules]) => ![...rules, ...(following[id] ?? [])].includes(rule))
    .map(([id]): PolicyTest => {
      const handled = parts.flatMap((part) => {
        const entries = fields[part]?.map((entry) => ({ ...entry, component: { id } }));
        return entries === undefined ? [] : [[part, entries]];
      });
      const profile = appWith({ ...fields, ...Object.fromEntries(handled) });
      return { name: `${rule}: ${id} does not cover it`, profile, expect: { because: [rule] } };
    });
}

/** What an audit finds about an app. */
const audited = (
  name: string,
  profile: AppProfile,
  finds: Readonly<Record<string, Severity>>,
  more: {
    readonly not?: readonly string[];
    readonly points?: number;
    readonly approvals?: readonly Approval[];
    readonly on?: string;
  } = {},
): PolicyTest => {
  const { approvals: given, on = asOf, ...expected } = more;
  return { name, profile, asOf: on, ...(given && { approvals: given }), expect: { audit: { finds, ...expected } } };
};
const narrow: Scope = { users: 5, systems: [], data: [], environment: "pilot" };
const outgrown = list
  .usedBy(20)
  .reads("ERP")
  .with({ lifecycle: { stage: "production" } })
  .build();
const given = [approved("production-readiness", { scope: narrow })];
const seenOn = (reviewedOn: string) => list.with({ lifecycle: { stage: "production", reviewedOn } }).build();

const audits: readonly PolicyTest[] = [
  audited(
    "an app that has outgrown what was approved is found",
    outgrown,
    { "beyond-users": "medium", "beyond-systems": "high", "beyond-data": "high", "beyond-environment": "medium" },
    { approvals: given, points: 24 },
  ),
  audited(
    "an approval that has expired is found",
    list.build(),
    { "approval-expired": "low" },
    {
      approvals: [approved("architecture", { on: "2025-01-12", expiresOn: "2026-01-12" })],
    },
  ),
  audited(
    "what is critical without support is found",
    list.with({ criticality: { dailyDependence: true, support: false } }).build(),
    {
      "critical-without-support": "high",
    },
  ),
  audited(
    "what is critical with support is not",
    list.with({ criticality: { dailyDependence: true, support: true } }).build(),
    {},
    {
      not: ["critical-without-support"],
    },
  ),
  audited(
    "what nobody supports and nobody needs is not",
    list
      .usedBy(100)
      .with({ criticality: { dailyDependence: false, support: false } })
      .build(),
    {},
    {
      not: ["critical-without-support"],
    },
  ),
  audited(
    "what is slow is found",
    list.with({ performance: { symptoms: ["slow"] } }).build(),
    { "performance-problems": "medium" },
    { points: 4 },
  ),
  ...(["timeouts", "errors", "outages", "data-quality"] as const).map((symptom) =>
    audited(`so are ${symptom}`, list.with({ performance: { symptoms: [symptom] } }).build(), {
      "performance-problems": "medium",
    }),
  ),
  audited("what is quick is not", crowd, {}, { not: ["performance-problems", "orphaned"], points: 4 }),
  audited("what nobody understands is found", list.leftByItsBuilder().understoodBy().build(), { orphaned: "high" }),
  audited("what nobody has looked at for 92 days is found", seenOn("2025-10-12"), { unseen: "low" }, { points: 1 }),
  audited("after 91 days it is not yet", seenOn("2025-10-13"), {}, { not: ["unseen"] }),
];

/** What the standard policy decides besides tiers. */
export const decisions: readonly PolicyTest[] = [
  ...reviews,
  ...approvals,
  ...checklists,
  ...actions,
  ...components,
  ...audits,
];
