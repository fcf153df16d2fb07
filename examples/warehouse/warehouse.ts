import { type AppProfile, authorize, classify, type Policy, type PolicyChanges, safeExtendPolicy } from "plimsoll";
import { type BacktestComparison, backtest, compareBacktests, type Timeline } from "plimsoll/backtest";
import { type EscalationCase, type EscalationEvent, openCase, proposedChanges, transition } from "plimsoll/escalation";
import { houseRules } from "./house-rules.js";

/** January: a list beside the main system, for one team; everything about it is known, and harmless. */
const harmless: AppProfile = {
  id: "warehouse-inventory",
  name: "Warehouse inventory",
  audience: { users: 12, builtFor: 12, departments: ["Warehouse operations"] },
  integrations: [],
  data: [{ name: "Stock", class: "general" }],
  calculations: [{ purpose: "Totals", complexity: "simple" }],
  criticality: { dailyDependence: false },
  ownership: { builderPresent: true, understoodBy: [] },
  compliance: [],
  consequences: { legalForPeople: false },
  lifecycle: { stage: "production", productionSince: "2025-01-16" },
};

const follows = (system: string) => ({ system, direction: "read", eventDriven: true }) as const;

/** February: it follows two systems as they change. The article does not tell of this step; there must have been one. */
const connected: AppProfile = { ...harmless, integrations: [follows("Order system"), follows("Shipping system")] };

/** April: it writes to the inventory system as well, and the day's work depends on it. */
const reliedUpon: AppProfile = {
  ...connected,
  integrations: [
    ...(connected.integrations ?? []),
    { system: "Inventory system", direction: "bidirectional", writesValidated: false, eventDriven: true },
  ],
  calculations: [{ purpose: "Reorder points by season", complexity: "moderate" }],
  criticality: { dailyDependence: true, support: false, disasterRecovery: false },
};

/** July: the person who built most of it leaves. */
const orphaned: AppProfile = { ...reliedUpon, ownership: { builderPresent: false, understoodBy: [] } };

const timeline: Timeline = {
  moments: [
    { on: "2025-01-16", profile: harmless },
    { on: "2025-02-24", profile: connected },
    { on: "2025-04-16", profile: reliedUpon },
    { on: "2025-07-16", profile: orphaned },
  ],
  incidentOn: "2025-09-16",
};

/** What the load line says at each moment. */
export const seen = timeline.moments.map(({ on, profile }) => {
  const { tier, settled, findings } = classify(profile, houseRules);
  const signs = findings.filter(({ kind, status }) => kind === "sign" && status === "holds").map(({ id }) => id);
  return { on, tier, settled, signs };
});

/** What a platform would have answered in April, had it asked before the third system was connected. */
export const asked = authorize(
  { kind: "connect", integration: { system: "Inventory system", direction: "bidirectional", writesValidated: false } },
  { profile: connected, approvals: [], asOf: "2025-04-16" },
  houseRules,
);

/** The call at 3 AM. The signs that were there to be seen come from the backtest. */
function open(): EscalationCase {
  const { rules } = backtest(timeline, houseRules);
  const signs = rules.flatMap(({ kind, id, title, certain }) =>
    kind === "sign" && certain !== null ? [{ id, title, since: certain.on }] : [],
  );
  return openCase({
    id: "warehouse-1",
    at: "2025-09-16T03:10:00Z",
    by: "IT director",
    app: { id: harmless.id, name: harmless.name },
    need: { what: "Shipments leave in the morning.", of: "Warehouse operations" },
    builder: null,
    recognisedBy: "it",
    signs,
  });
}

const it = { at: "2025-09-22", by: "Integration lead" };
const warehouse = { at: "2025-09-22", by: "Warehouse lead" };

/** What the warehouse proposes: two systems that are followed as they change are enough for a talk. */
const proposal: PolicyChanges = {
  id: "house-rules",
  version: "1.1.0",
  add: {
    signs: [
      {
        id: "following-systems",
        title: "Follows several systems",
        severity: "medium",
        when: {
          all: [
            { fact: "integrationPoints", atLeast: 2 },
            { fact: "eventDriven", is: true },
          ],
        },
        why: "What follows one system is handy; what follows two is on its way to being relied upon.",
        advice: "Tell IT what it follows, before the next system comes.",
        source: "The warehouse, September 2025",
      },
    ],
  },
};

/** How it went on: nothing was killed, and both did what they are good at. */
const path: readonly EscalationEvent[] = [
  { kind: "preserved", at: "2025-09-16", by: "IT director", how: "Stock is counted by hand until it runs again." },
  {
    kind: "partnership-agreed",
    at: "2025-09-18",
    by: "IT director",
    itOwner: "Integration lead",
    businessOwner: "Warehouse lead",
  },
  {
    kind: "part-marked",
    ...it,
    part: {
      id: "connections",
      title: "The connections to three systems",
      concern: "technical",
      mark: "rebuild",
      why: "One change over there stops them, and nothing checks what they write.",
    },
  },
  {
    kind: "part-marked",
    ...it,
    part: {
      id: "operation",
      title: "Monitoring, alerts and recovery",
      concern: "technical",
      mark: "rebuild",
      why: "There is none.",
    },
  },
  {
    kind: "part-marked",
    ...warehouse,
    part: {
      id: "reorder-rules",
      title: "When to reorder what",
      concern: "business",
      mark: "keep",
      why: "They are right, and the warehouse knows why.",
    },
  },
  {
    kind: "part-marked",
    ...warehouse,
    part: {
      id: "dashboard",
      title: "The dashboard",
      concern: "business",
      mark: "keep",
      why: "It shows what those who look at it need.",
    },
  },
  { kind: "rebuilding-begun", at: "2025-09-29", by: "Integration lead" },
  {
    kind: "part-rebuilt",
    at: "2025-11-10",
    by: "Integration lead",
    part: "operation",
    how: "Alerts go to IT, and recovery was tried twice.",
  },
  {
    kind: "part-rebuilt",
    at: "2025-11-24",
    by: "Integration lead",
    part: "connections",
    how: "With IT's connectors; what is written is checked, and the architecture is written down.",
  },
  { kind: "learning-begun", at: "2025-12-01", by: "IT director" },
  {
    kind: "lesson-recorded",
    at: "2025-12-03",
    by: "Warehouse lead",
    lesson: {
      why: "It became the day's work without anybody deciding so.",
      earlier: "Talk when an app begins to follow a second system as it changes.",
      proposal,
    },
  },
  { kind: "closed", at: "2025-12-05", by: "Warehouse lead", why: "It runs, and everybody knows whom to call." },
];

/** The case, from the call to the lesson. */
export const partnership: EscalationCase = path.reduce((before, event) => {
  const result = transition(before, event, { expectedRevision: before.revision });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.case;
}, open());

/** The policy that a lesson of the case proposes. */
function proposedPolicy(): Policy {
  const [changes = proposal] = proposedChanges(partnership);
  const extended = safeExtendPolicy(houseRules, changes);
  if (!extended.ok) throw new Error(extended.problems.map(({ message }) => message).join("\n"));
  return extended.value;
}

/** What the change would have gained. */
export const gained: BacktestComparison = compareBacktests<string>(timeline, houseRules, proposedPolicy());
