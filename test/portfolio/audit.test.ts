import { type AppProfile, audit, defineFact, PlimsollError, type Policy, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { anApp, anApproval, auditToday, today } from "./portfolios.js";

const critical = { criticality: { dailyDependence: true, support: false } };
const slow: Partial<AppProfile> = { performance: { symptoms: ["slow"] } };

/** The ids of the ranked apps, in order. */
async function orderOf(...apps: readonly AppProfile[]): Promise<readonly string[]> {
  return (await auditToday(apps)).ranked.map(({ app }) => app);
}

describe("an app stands", () => {
  const open = { criticality: {} };
  test.each<readonly [string, AppProfile, AppProfile]>([
    ["before one with fewer points", anApp({ id: "b", ...critical }), anApp({ id: "a", ...slow })],
    [
      "before one of a lower tier with as many points",
      anApp({ id: "b", ...slow, audience: { users: 100 } }),
      anApp({ id: "a", ...slow }),
    ],
    ["before one with a lower ceiling", anApp({ id: "b", ...slow, ...open }), anApp({ id: "a", ...slow })],
    [
      "before one with fewer people",
      anApp({ id: "b", ...slow, audience: { users: 30, departments: ["Sales"], builtFor: 30 } }),
      anApp({ id: "a", ...slow }),
    ],
    [
      "before one that writes to fewer systems",
      anApp({ id: "b", integrations: [{ system: "ERP", direction: "write" }] }),
      anApp({ id: "a", audience: { users: 100, builtFor: 90, departments: ["Sales"] } }),
    ],
    [
      "before one with less sensitive data",
      anApp({ id: "b", ...slow, data: [{ class: "general" }] }),
      anApp({ id: "a", ...slow, audience: { users: 30, departments: ["Sales"], builtFor: 30 } }),
    ],
    [
      "when it writes unchecked, before one with more points that nobody uses",
      anApp({ id: "b", integrations: [{ system: "Ledger", direction: "write", writesValidated: false }] }),
      anApp({
        id: "a",
        audience: { users: 0, builtFor: 20, departments: ["Sales"] },
        ownership: { builderPresent: false, understoodBy: [] },
        lifecycle: { stage: "production" },
      }),
    ],
    [
      "when it holds health data, though nobody uses it, before one with fewer points",
      anApp({ id: "b", audience: { users: 0, builtFor: 20, departments: ["Sales"] }, data: [{ class: "health" }] }),
      anApp({ id: "a", ...slow }),
    ],
    [
      "when it writes, though nobody uses it, before one with fewer points",
      anApp({
        id: "b",
        audience: { users: 0, builtFor: 20, departments: ["Sales"] },
        integrations: [
          { system: "Ledger", direction: "write" },
          { system: "ERP", direction: "write" },
        ],
      }),
      anApp({ id: "a", ...slow }),
    ],
    [
      "when nothing is known of it but its people, before one that nobody uses",
      { id: "b", name: "B", audience: { users: 1 } },
      { id: "a", name: "A", audience: { users: 0 }, performance: { symptoms: ["slow"] } },
    ],
    ["before one whose id comes later", anApp({ id: "a", ...slow }), anApp({ id: "b", ...slow })],
    ["before one with less at stake that nobody knows about", anApp({ id: "b", ...slow }), anApp({ id: "a", ...open })],
  ])("%s", async (_, first, second) => {
    expect(await orderOf(first, second)).toEqual([first.id, second.id]);
    expect(await orderOf(second, first)).toEqual([first.id, second.id]);
  });
});

test.each([
  [{ ...critical }, "18 points: Critical without support (9), Daily work depends on it (9)."],
  [{ lifecycle: { stage: "pilot" } }, "1 point: Not looked at for a quarter (1)."],
  [{ criticality: {} }, "0 points: no findings so far, but its tier is still open."],
] as const)("a ranked app says why it stands there: %j", async (changes, reason) => {
  expect((await auditToday([anApp(changes)])).ranked).toMatchObject([{ reason }]);
});

test.each([
  [{ users: 30, peakConcurrent: 4 }, 30],
  [{ peakConcurrent: 4 }, 4],
  [{}, null],
])("how many people use it is told as far as it is known: %j", async (audience, users) => {
  expect((await auditToday([anApp({ ...slow, audience })])).ranked).toMatchObject([{ users }]);
});

test("a ranked app tells its first open question, if there is one", async () => {
  const { ranked } = await auditToday([anApp({ id: "a", criticality: {} }), anApp({ id: "b", ...slow })]);
  expect(ranked.map(({ question }) => question?.question ?? null)).toEqual([
    null,
    "Would daily work stop if it were down?",
  ]);
});

test("as many apps are ranked as there is time for, and a hundred by default", async () => {
  const apps = Array.from({ length: 120 }, (_, index) => anApp({ id: `app-${index}`, ...slow }));
  expect((await auditToday(apps)).ranked).toHaveLength(100);
  expect((await auditToday(apps, { capacity: 7 })).ranked).toHaveLength(7);
  expect((await auditToday(apps, { capacity: 0 })).ranked).toEqual([]);
  expect((await auditToday(apps, { capacity: Number.POSITIVE_INFINITY })).ranked).toHaveLength(120);
});

test("an app that is retired is counted, and no more", async () => {
  const { ranked, summary } = await auditToday([anApp({ ...critical, lifecycle: { stage: "retired" } })]);
  expect(ranked).toEqual([]);
  expect(summary).toMatchObject({ apps: 1, retired: 1, withFindings: 0, unsettled: 0 });
  expect(Object.values({ ...summary.tiers, ...summary.signs, ...summary.checks }).every((count) => count === 0)).toBe(
    true,
  );
});

test("the summary counts every tier, sign and check", async () => {
  const apps = [
    anApp({ id: "a" }),
    anApp({ id: "b", ...critical }),
    anApp({ id: "c", criticality: {} }),
    anApp({ id: "d", lifecycle: { stage: "retired" } }),
    "{",
  ];
  const { summary } = await auditToday(apps);
  expect(summary).toEqual({
    deserving: 2,
    unlisted: 0,
    duplicates: 0,
    forgotten: 0,
    criteria: {
      ...Object.fromEntries((frozenPolicy.criteria ?? []).map(({ id }) => [id, 0])),
      "mission-critical": 1,
    },
    criteriaByTier: {
      ...Object.fromEntries((frozenPolicy.criteria ?? []).map(({ id }) => [id, { alone: 0, together: 0, experts: 0 }])),
      "mission-critical": { alone: 0, together: 0, experts: 1 },
    },
    limits: { "few-systems": 0 },
    limitsByTier: { "few-systems": { alone: 0, together: 0, experts: 0 } },
    apps: 4,
    retired: 1,
    unreadable: 1,
    withFindings: 1,
    withNewFindings: 0,
    unsettled: 1,
    tiers: { alone: 2, together: 0, experts: 1 },
    ceilings: { alone: 1, together: 0, experts: 2 },
    signs: { ...Object.fromEntries((frozenPolicy.signs ?? []).map(({ id }) => [id, 0])), "business-critical": 1 },
    signsByTier: {
      ...Object.fromEntries((frozenPolicy.signs ?? []).map(({ id }) => [id, { alone: 0, together: 0, experts: 0 }])),
      "business-critical": { alone: 0, together: 0, experts: 1 },
    },
    checks: {
      ...Object.fromEntries((frozenPolicy.audit?.checks ?? []).map(({ id }) => [id, 0])),
      "critical-without-support": 1,
    },
  });
});

describe("an app is in the list", () => {
  test.each<readonly [string, AppProfile, string]>([
    [
      "that only criteria find",
      { id: "a", name: "A", audience: { users: 3000 } },
      "12 points: Very many users (9), Many users (3).",
    ],
    [
      "of the middle tier",
      anApp({ audience: { users: 20, builtFor: 20, departments: ["Sales", "Service"] } }),
      "3 points: Several departments (3).",
    ],
    [
      "about which nothing is known",
      { id: "a", name: "A" },
      "0 points: no findings so far, but its tier is still open.",
    ],
    [
      "that nobody uses, and says so",
      anApp({ audience: { users: 0, builtFor: 20, departments: ["Sales"] }, ...slow }),
      "3 points: Performance problems (3). It comes last: nobody uses it, and nothing else seems to be at stake.",
    ],
  ])("%s", async (_, profile, reason) => {
    expect((await auditToday([profile])).ranked).toMatchObject([{ reason }]);
  });

  test("with what is at stake, as far as that is known", async () => {
    const profile = anApp({
      audience: { peakConcurrent: 4 },
      integrations: [{ system: "ERP", direction: "write" }],
      data: [{ class: "health" }],
      criticality: {},
    });
    expect((await auditToday([profile, { id: "b", name: "B" }])).ranked).toMatchObject([
      { users: 4, systemsWritten: 1, dataSensitivity: "sensitive", dailyDependence: null, idle: false },
      { users: null, systemsWritten: null, dataSensitivity: null, dailyDependence: null, idle: false },
    ]);
  });

  test("of which the most that it can be is no part", async () => {
    const bounded = (users: { atMost: number } | { atLeast: number; atMost: number }) =>
      auditToday([{ id: "a", name: "A", audience: { users } }]);
    expect((await bounded({ atMost: 12 })).ranked).toMatchObject([{ users: null }]);
    expect((await bounded({ atLeast: 4, atMost: 12 })).ranked).toMatchObject([{ users: 4 }]);
  });
});

test("what deserves a look and is in no list is counted", async () => {
  const apps = Array.from({ length: 12 }, (_, index) => anApp({ id: `app-${index}`, ...(index > 1 && slow) }));
  expect((await auditToday(apps, { capacity: 7 })).summary).toMatchObject({ deserving: 10, unlisted: 3 });
  expect((await auditToday(apps)).summary).toMatchObject({ deserving: 10, unlisted: 0 });
});

describe("apps of one id", () => {
  const retired = anApp({ lifecycle: { stage: "retired" } });
  test("are reported with where they stand, and both are ranked", async () => {
    const { duplicates, summary, ranked } = await auditToday([
      "",
      anApp(slow),
      anApp({ id: "leave" }),
      {},
      anApp(slow),
      retired,
    ]);
    expect(duplicates).toEqual([
      { position: 5, app: "rota", earlier: 2 },
      { position: 6, app: "rota", earlier: 2 },
    ]);
    expect(summary).toMatchObject({ apps: 4, duplicates: 2, forgotten: 0 });
    expect(ranked.map(({ app }) => app)).toEqual(["rota", "rota"]);
  });

  test("stand in the same order, however they came", async () => {
    const one = anApp({ ...slow, name: "A" });
    const other = anApp({ ...slow, name: "B" });
    const order = async (...apps: readonly AppProfile[]) => (await auditToday(apps)).ranked.map(({ name }) => name);
    expect([await order(one, other), await order(other, one)]).toEqual([
      ["A", "B"],
      ["A", "B"],
    ]);
  });

  test("are all counted, and the first hundred told", async () => {
    const { duplicates, summary } = await auditToday(Array.from({ length: 131 }, () => anApp()));
    expect([duplicates.length, summary.duplicates]).toEqual([100, 130]);
  });
});

describe("approvals come", () => {
  const grown = anApp({ audience: { users: 21, builtFor: 20, departments: ["Sales"] } });
  const approval = anApproval();
  const other = anApproval({ app: "leave" });
  const foundIn = async (...given: Parameters<typeof auditToday>) =>
    (await auditToday(...given)).ranked.map(({ reason }) => reason);
  const beyond = ["3 points: Outgrown its approval (3)."];

  test("in a list of those of all apps", async () => {
    expect(await foundIn([grown], { approvals: [other, approval, approval] })).toEqual(beyond);
  });

  test("from a store that is asked for those of each app", async () => {
    const asked: string[] = [];
    const approvals = (app: string) => {
      asked.push(app);
      return [approval];
    };
    expect(await foundIn([grown, anApp({ id: "leave" })], { approvals })).toEqual(beyond);
    expect(asked).toEqual(["rota", "leave"]);
  });

  test("beside the app, and those of the store count as well", async () => {
    expect(await foundIn([{ profile: grown, approvals: [approval] }])).toEqual(beyond);
    const wider = anApproval({ on: "2026-02-01", scope: { ...approval.scope, users: 40 } });
    expect(await foundIn([{ profile: grown, approvals: [approval] }], { approvals: [wider] })).toEqual([]);
  });

  test("or not at all", async () => {
    expect(await foundIn([{ profile: grown }])).toEqual([]);
  });
});

describe("an app that cannot be read", () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  test.each([
    ["is no profile", { id: "leave", name: 7 }, "leave", "/name", "wrong-type"],
    ["has no id", { name: "Leave" }, null, "/id", "missing"],
    ["is no object", 7, null, "", "wrong-type"],
    ["is nothing", null, null, "", "wrong-type"],
    ["cannot be looked at", revoked.proxy, null, "", "unreadable"],
    ["is not JSON", '{ "id": ', null, "", "not-json"],
    ["is no profile in a line", '{ "id": "leave" }', "leave", "/name", "missing"],
    ["is no profile beside its approvals", { profile: { id: "leave" } }, "leave", "/profile/name", "missing"],
    ["has approvals that are none", { profile: anApp(), approvals: [{}] }, "rota", "/approvals/0/app", "missing"],
    ["has more beside it than approvals", { profile: anApp(), owner: "Sales" }, "rota", "/owner", "unknown-key"],
  ])("because it %s is reported with its problems", async (_, entry, app, pointer, code) => {
    const { unreadable, summary } = await auditToday([anApp(), entry]);
    expect(unreadable[0]).toMatchObject({ position: 2, app });
    expect(unreadable[0]?.problems).toContainEqual(expect.objectContaining({ pointer, code }));
    expect([summary.apps, summary.unreadable]).toEqual([1, 1]);
  });

  test.each([
    ["an error", new Error("The store is closed."), "The store is closed."],
    [
      "an error of this library",
      () => new PlimsollError("invalid-approval", [{ pointer: "/on", code: "missing", message: "No day." }]),
      "No day.",
    ],
    ["anything else", "closed", "Something was thrown that is not an error."],
  ])("because its store throws %s is reported with what that says", async (_, thrown, message) => {
    const approvals = (app: string) => {
      if (app === "rota") throw typeof thrown === "function" ? thrown() : thrown;
      return [];
    };
    const { unreadable, summary } = await auditToday([anApp(), anApp({ id: "leave" })], { approvals });
    expect(unreadable).toMatchObject([{ position: 1, app: "rota", problems: [{ message }] }]);
    expect(summary.apps).toBe(1);
  });

  test("is counted, however many there are; the first hundred are told", async () => {
    const { unreadable, summary } = await auditToday(Array.from({ length: 130 }, () => ({})));
    expect(summary.unreadable).toBe(130);
    expect(unreadable.map(({ position }) => position)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  test("tells as many problems as anybody reads", async () => {
    const approvals = Array.from({ length: 90 }, () => ({}));
    const { unreadable } = await auditToday([{ profile: anApp(), approvals }]);
    expect(unreadable[0]?.problems).toHaveLength(50);
  });
});

describe("a portfolio", () => {
  test("may be lines of JSON, with empty ones among them, and positions are those of the lines", async () => {
    const lines = [JSON.stringify(anApp(slow)), "", "  ", "{}", ""];
    const { ranked, unreadable, summary } = await auditToday(lines);
    expect([ranked.length, summary.apps, unreadable[0]?.position]).toEqual([1, 1, 4]);
  });

  test("that breaks off is reported as far as it was seen", async () => {
    async function* broken() {
      yield anApp(slow);
      throw new Error("The connection was lost.");
    }
    const { brokenOff, ranked, summary } = await auditToday(broken());
    expect(brokenOff).toEqual({ after: 1, message: "The connection was lost." });
    expect([ranked.length, summary.apps]).toEqual([1, 1]);
  });

  test("that is seen to its end has not broken off", async () => {
    expect((await auditToday([])).brokenOff).toBeNull();
  });
});

describe("the audit itself", () => {
  test.each([
    ["is not overdue on the day on which it is due", "2025-12-29", "2026-03-31", false],
    ["is overdue a day later", "2025-12-28", "2026-03-30", true],
    ["may come early", "2026-03-31", "2026-07-01", false],
  ])("%s", async (_, since, dueOn, overdue) => {
    expect(await auditToday([], { since })).toMatchObject({ since, dueOn, overdue });
  });

  test("is never overdue when nobody says when the last one was", async () => {
    expect(await auditToday([])).toMatchObject({ since: null, dueOn: null, overdue: false });
  });

  test("takes instants as well as days", async () => {
    const given = { asOf: "2026-03-31T23:30:00+02:00", since: "2026-01-01T00:30:00+02:00" };
    expect(await audit([], given)).toMatchObject({ asOf: today, since: "2025-12-31" });
  });

  test.each([
    ["without a day", { asOf: "soon" }, "invalid-date", '"soon"'],
    ["with a last audit on no day", { asOf: today, since: "" }, "invalid-date", '""'],
    ["with a last audit that is still to come", { asOf: today, since: "2026-04-01" }, "invalid-date", "2026-04-01"],
  ] as const)("is refused %s", async (_, given, code, words) => {
    await expect(audit([], given)).rejects.toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(words) }),
    );
  });

  test.each<readonly [string, unknown, unknown, string, string]>([
    ["with a capacity below none", [], { capacity: -1 }, "invalid-option", "/capacity"],
    ["with half an app", [], { capacity: 2.5 }, "invalid-option", "/capacity"],
    ["with a capacity that is no number", [], { capacity: Number.NaN }, "invalid-option", "/capacity"],
    ["with a capacity in words", [], { capacity: "all" }, "invalid-option", "/capacity"],
    ["with approvals that are no list", [], { approvals: {} }, "invalid-option", "/approvals"],
    ["with an approval that is none", [], { approvals: [anApproval(), null] }, "invalid-approval", "/approvals/1"],
    ["with a portfolio that is a text", "{}", {}, "invalid-option", ""],
    ["with a portfolio that is one app", anApp(), {}, "invalid-option", ""],
    ["without a portfolio", undefined, {}, "invalid-option", ""],
  ])("is refused %s", async (_, portfolio, given, code, pointer) => {
    await expect(auditToday(portfolio as [], given as object)).rejects.toThrow(
      expect.objectContaining({ code, problems: [expect.objectContaining({ pointer })] }),
    );
  });

  test.each([undefined, null, 7])("is refused without being told anything: %j", async (given) => {
    await expect(audit([], given as unknown as { asOf: string })).rejects.toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test("reports an app whose store gives no approvals", async () => {
    const { unreadable } = await auditToday([anApp()], { approvals: () => [{}] as never });
    expect(unreadable[0]?.problems).toContainEqual(
      expect.objectContaining({ pointer: "/approvals/0/app", code: "missing" }),
    );
  });

  test("is refused by a policy that has none, or is none", async () => {
    const { audit: _, ...without } = frozenPolicy;
    const refused = expect.objectContaining({ code: "invalid-policy" });
    await expect(audit([], { asOf: today }, without)).rejects.toThrow(refused);
    const tierless: Policy = { ...frozenPolicy, tiers: [] };
    await expect(audit([], { asOf: today }, tierless)).rejects.toThrow(refused);
  });

  test("asks the facts that it is given", async () => {
    const { users, ...facts } = standardFacts;
    const given = {
      facts: {
        ...facts,
        users: defineFact({
          question: users.question,
          domain: users.domain,
          cost: 5,
          changeable: true,
          risk: "rising",
          answerAt: users.answerAt,
          derive: () => {
            throw new Error("No register today.");
          },
        }),
      },
    };
    const { unreadable } = await audit([anApp()], { asOf: today }, frozenPolicy, given);
    expect(unreadable).toMatchObject([
      { app: "rota", problems: [{ message: expect.stringContaining("No register today.") }] },
    ]);
  });
});
