import type { AppProfile, Approval, AuditFinding, AuditOptions } from "plimsoll";
import { describe, expect, test } from "vitest";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { anApp, anApproval, auditToday } from "./portfolios.js";

/** What is found about one app that is audited alone. */
async function findingsOf(
  profile: AppProfile,
  given: Partial<AuditOptions> = {},
  policy = frozenPolicy,
): Promise<readonly AuditFinding[]> {
  const { ranked, unreadable } = await auditToday([profile], given, policy);
  expect(unreadable).toEqual([]);
  return ranked.flatMap(({ findings }) => findings);
}

const idsOf = (findings: readonly AuditFinding[]) => findings.map(({ kind, id }) => `${kind} ${id}`);

test("there is nothing to find about a harmless app", async () => {
  expect(await auditToday([anApp()])).toMatchObject({
    ranked: [],
    summary: { apps: 1, unsettled: 0, withFindings: 0 },
  });
});

interface Row {
  readonly what: string;
  readonly profile: Partial<AppProfile>;
  readonly approvals?: readonly Approval[];
  readonly found: readonly string[];
}

describe("an audit finds", () => {
  const production = { lifecycle: { stage: "production", reviewedOn: "2026-03-01" } } as const;
  const rows: readonly Row[] = [
    {
      what: "more people than approved",
      profile: { audience: { users: 21, builtFor: 20 } },
      approvals: [anApproval()],
      found: ["check beyond-users"],
    },
    { what: "as many people as approved: nothing", profile: {}, approvals: [anApproval()], found: [] },
    { what: "people, with no approval to be beyond: nothing", profile: {}, found: [] },
    {
      what: "people, beyond the approval of another app: nothing",
      profile: {},
      approvals: [anApproval({ app: "leave", scope: { users: 1 } })],
      found: [],
    },
    {
      what: "more people than an expired approval agreed to",
      profile: { audience: { users: 21, builtFor: 20 } },
      approvals: [anApproval({ expiresOn: "2026-02-01" })],
      found: ["check beyond-users", "check approval-expired"],
    },
    {
      what: "an approval that has expired today",
      profile: {},
      approvals: [anApproval({ expiresOn: "2026-03-31" })],
      found: ["check approval-expired"],
    },
    {
      what: "an approval that counts until tonight: nothing",
      profile: {},
      approvals: [anApproval({ expiresOn: "2026-04-01" })],
      found: [],
    },
    {
      what: "an expired approval that was given anew: nothing",
      profile: {},
      approvals: [anApproval(), anApproval({ on: "2025-01-12", expiresOn: "2026-01-12" })],
      found: [],
    },
    {
      what: "an expired approval beside one of another review",
      profile: {},
      approvals: [anApproval(), anApproval({ review: "security", expiresOn: "2026-02-01", scope: { data: [] } })],
      found: ["check approval-expired"],
    },
    {
      what: "an expired approval of another app: nothing",
      profile: {},
      approvals: [anApproval({ app: "leave", expiresOn: "2026-02-01" })],
      found: [],
    },
    {
      what: "people who may be more than approved: nothing for certain",
      profile: { audience: {} },
      approvals: [anApproval()],
      found: [],
    },
    {
      what: "a system that nobody approved",
      profile: { integrations: [{ system: "ERP", direction: "read" }] },
      approvals: [anApproval()],
      found: ["check beyond-systems"],
    },
    {
      what: "data that nobody approved",
      profile: { data: [{ class: "general" }] },
      approvals: [anApproval()],
      found: ["check beyond-data"],
    },
    {
      what: "production that nobody approved",
      profile: production,
      approvals: [anApproval()],
      found: ["check beyond-environment"],
    },
    {
      what: "daily work without support",
      profile: { criticality: { dailyDependence: true, support: false } },
      found: ["check critical-without-support", "sign business-critical"],
    },
    {
      what: "daily work with support: its sign alone",
      profile: { criticality: { dailyDependence: true, support: true } },
      found: ["sign business-critical"],
    },
    {
      what: "daily work, with support unknown: its sign alone",
      profile: { criticality: { dailyDependence: true } },
      found: ["sign business-critical"],
    },
    {
      what: "performance problems",
      profile: { performance: { symptoms: ["slow"] } },
      found: ["check performance-problems"],
    },
    {
      what: "an orphan, and says so once",
      profile: { ownership: { builderPresent: false, understoodBy: [] } },
      found: ["check orphaned"],
    },
    {
      what: "criteria alone: many people",
      profile: { audience: { users: 3000, builtFor: 3000, departments: ["Sales"] } },
      found: ["criterion high-user-volume", "criterion many-users"],
    },
    {
      what: "legal consequences, which no sign speaks of",
      profile: { consequences: { legalForPeople: true } },
      found: ["criterion strict-compliance"],
    },
    {
      what: "compliance rules, and says so once",
      profile: { compliance: [{ regime: "GDPR" }] },
      found: ["sign compliance"],
    },
    {
      what: "compliance rules and legal consequences, which are two things",
      profile: { compliance: [{ regime: "GDPR" }], consequences: { legalForPeople: true } },
      found: ["sign compliance", "criterion strict-compliance"],
    },
    {
      what: "a sign that a component covers: only the criterion that it does not cover",
      profile: { data: [{ class: "payment", component: { id: "payment-processing", version: "9.0" } }] },
      found: ["criterion semi-sensitive-data"],
    },
  ];

  test.each(rows)("$what", async ({ profile, approvals = [], found }) => {
    expect(idsOf(await findingsOf(anApp(profile), { approvals }))).toEqual(found);
  });
});

describe("an app is overdue", () => {
  const stage = (lifecycle: NonNullable<AppProfile["lifecycle"]>) => anApp({ lifecycle });
  const seenOn = (on: string) => [
    anApproval({ on, expiresOn: "2027-01-12", scope: { users: 20, systems: [], data: [], environment: "production" } }),
  ];
  test.each([
    ["92 days after its last review", stage({ stage: "development", reviewedOn: "2025-12-29" }), [], "2026-03-31"],
    ["but not 91 days after it", stage({ stage: "development", reviewedOn: "2025-12-30" }), [], undefined],
    ["92 days after its last approval", stage({ stage: "production" }), seenOn("2025-12-29"), "2026-03-31"],
    [
      "but not when its review came after its approval",
      stage({ reviewedOn: "2026-03-01" }),
      seenOn("2025-06-01"),
      undefined,
    ],
    [
      "but not when its approval came after its review",
      stage({ reviewedOn: "2025-06-01" }),
      seenOn("2026-03-01"),
      undefined,
    ],
    [
      "whatever is said of days to come",
      stage({ reviewedOn: "2026-04-01", stage: "pilot" }),
      seenOn("2026-04-01"),
      null,
    ],
    ["in a pilot that nobody has ever looked at", stage({ stage: "pilot", productionSince: "2025-01-01" }), [], null],
    ["in production that nobody has ever looked at", stage({ stage: "production" }), [], null],
    [
      "from its first day in production, while nobody looks",
      stage({ stage: "production", productionSince: "2026-03-30" }),
      [],
      "2026-03-30",
    ],
    ["but not while it is built", stage({ stage: "development" }), [], undefined],
    ["but not while nobody tells how far along it is", stage({}), [], undefined],
  ])("%s", async (_, profile, approvals, since) => {
    const findings = await findingsOf(profile, { approvals });
    const unseen = findings.find(({ id }) => id === "unseen");
    expect(unseen?.since).toBe(since);
  });

  test.each([
    [{ stage: "development", reviewedOn: "2025-12-01" }, "Last looked at on 2025-12-01, 120 days ago."],
    [{ stage: "pilot" }, "It is in pilot, and nobody has looked at it yet."],
    [
      { stage: "production", productionSince: "2026-01-05" },
      "It has been in production since 2026-01-05, and nobody has looked at it yet.",
    ],
  ] as const)("and is told so: %j", async (lifecycle, message) => {
    expect(await findingsOf(anApp({ lifecycle }))).toMatchObject([{ message, pointers: ["/lifecycle/reviewedOn"] }]);
  });
});

describe("a finding", () => {
  test("says what was seen, why it matters and what to do next", async () => {
    const [finding] = await findingsOf(anApp({ audience: { users: 21, builtFor: 20 } }), { approvals: [anApproval()] });
    expect(finding).toEqual({
      kind: "check",
      id: "beyond-users",
      title: "Outgrown its approval",
      severity: "medium",
      points: 3,
      why: "More people use it than anybody planned for.",
      advice: "Review it again, for the people that it serves now.",
      source: "The house rules",
      message: "Beyond the approval: 21 people. The approval covers up to 20 people.",
      evidence: [],
      pointers: ["/audience/users"],
      since: null,
      isNew: false,
    });
  });

  test("shows the facts that it rests on", async () => {
    const findings = await findingsOf(anApp({ criticality: { dailyDependence: true, support: false } }));
    const [unsupported, critical] = findings;
    expect(unsupported).toMatchObject({
      message: "",
      pointers: ["/criticality/dailyDependence", "/criticality/support"],
    });
    expect(critical?.evidence).toMatchObject([{ fact: "dailyDependence", observed: true, met: true }]);
  });

  test("has no advice and no source where the policy has none", async () => {
    const check = {
      id: "small",
      title: "Small",
      severity: "low",
      why: "So.",
      when: { fact: "users", below: 30 },
    } as const;
    const policy = {
      ...frozenPolicy,
      audit: { everyDays: 10, points: { low: 1, medium: 1, high: 1 }, checks: [check] },
    };
    expect(await findingsOf(anApp(), {}, policy)).toMatchObject([{ id: "small", advice: "", source: "" }]);
  });
});

describe("what began after the last audit is new", () => {
  const overdueFrom = (reviewedOn: string) => anApp({ lifecycle: { stage: "development", reviewedOn } });
  test.each([
    ["overdue a day later", overdueFrom("2025-11-01"), "2026-01-31", true],
    ["overdue on that day", overdueFrom("2025-11-01"), "2026-02-01", false],
    ["overdue before it", overdueFrom("2025-11-01"), "2026-03-01", false],
    ["with nobody saying when it was", overdueFrom("2025-11-01"), undefined, false],
    [
      "in production a day later, unseen",
      anApp({ lifecycle: { stage: "production", productionSince: "2026-02-02" } }),
      "2026-02-01",
      true,
    ],
    ["in use since nobody knows when", anApp({ lifecycle: { stage: "production" } }), "2026-02-01", false],
  ])("%s", async (_, profile, since, isNew) => {
    const given = since === undefined ? {} : { since };
    expect(await findingsOf(profile, given)).toMatchObject([{ id: "unseen", isNew }]);
    expect((await auditToday([profile], given)).summary.withNewFindings).toBe(Number(isNew));
  });

  test("and so is production beyond its approval", async () => {
    const profile = anApp({ lifecycle: { stage: "production", productionSince: "2026-02-02" } });
    const given = { since: "2026-02-01", approvals: [anApproval()] };
    expect(await findingsOf(profile, given)).toMatchObject([
      { id: "beyond-environment", since: "2026-02-02", isNew: true },
    ]);
  });
});

test("what has expired says since when, the first of them first, and is new after the last audit", async () => {
  const approvals = [
    anApproval({ expiresOn: "2026-03-02" }),
    anApproval({ review: "security", expiresOn: "2026-02-01", scope: { data: [] } }),
  ];
  const expired = (await findingsOf(anApp(), { approvals, since: "2026-01-31" })).find(
    ({ id }) => id === "approval-expired",
  );
  expect(expired).toMatchObject({
    message:
      'The approval "security" expired on 2026-02-01. The approval "production-readiness" expired on 2026-03-02.',
    since: "2026-02-01",
    isNew: true,
    pointers: [],
  });
});
