import type { AppProfile, AuditFinding, Condition, Policy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { extendWith } from "../policy/extend-with.js";
import { anApp, auditToday } from "./portfolios.js";

const toldOf = async (profile: AppProfile, policy: Policy) =>
  (await auditToday([profile], {}, policy)).ranked.map(({ points, findings }) => ({
    points,
    findings: findings.map(({ kind, id }: AuditFinding) => `${kind} ${id}`),
  }))[0];

describe("what a check and a sign both say counts once", () => {
  const orphan = anApp({ ownership: { builderPresent: false, understoodBy: [] } });
  const withPoints = (points: number) =>
    extendWith(frozenPolicy, {
      id: "ours",
      version: "1.0.0",
      audit: { points: { low: 1, medium: points, high: 9 } },
    });

  test("by the check, where it weighs more", async () => {
    expect(await toldOf(orphan, frozenPolicy)).toEqual({ points: 9, findings: ["check orphaned"] });
    const { summary } = await auditToday([orphan]);
    expect([summary.checks.orphaned, summary.signs["builder-gone"]]).toEqual([1, 1]);
  });

  test("by the sign, where that weighs more", async () => {
    expect(await toldOf(orphan, withPoints(10))).toEqual({ points: 10, findings: ["sign builder-gone"] });
  });

  test("while a check that asks for more than the sign counts beside it", async () => {
    expect(await toldOf(anApp({ criticality: { dailyDependence: true, support: false } }), frozenPolicy)).toEqual({
      points: 18,
      findings: ["check critical-without-support", "sign business-critical"],
    });
  });
});

describe("what a criterion or limit asks for", () => {
  const words = { why: "So.", advice: "Ask." };
  const busy: Condition = { fact: "dailyDependence", is: true };
  const outside: Condition = { fact: "outsideUsers", is: true };
  const many: Condition = { fact: "users", atLeast: 10 };
  /** A policy with two signs of low severity, and a criterion of the middle tier. */
  const policyWith = (when: Condition, tierPoints: Readonly<Record<string, number>> = {}): Policy => ({
    id: "ours",
    version: "1.0.0",
    title: "Ours",
    tiers: ["alone", "together", "by-others"].map((id) => ({ id, title: id, advice: "Go on." })),
    signs: [
      { id: "busy", severity: "low", title: "Busy", when: busy, ...words },
      { id: "outside", severity: "low", title: "Outside", when: outside, ...words },
    ],
    criteria: [{ id: "rule", tier: "together", title: "Rule", when, ...words }],
    audit: { everyDays: 90, points: { low: 1, medium: 3, high: 9 }, tierPoints, checks: [] },
  });
  const told = (audience: NonNullable<AppProfile["audience"]>, dailyDependence: boolean, policy: Policy) =>
    toldOf({ id: "a", name: "A", audience, criticality: { dailyDependence } }, policy);

  test.each<readonly [string, Condition]>([
    ["a sign", { sign: "busy" }],
    ["a sign, in a row of one", { all: [{ any: [{ sign: "busy" }] }] }],
    ["a sign, denied twice", { not: { not: { sign: "busy" } } }],
    ["a sign or something else", { any: [{ sign: "busy" }, many] }],
    [
      "that a sign and something else are not both missing",
      { not: { all: [{ not: { sign: "busy" } }, { not: many }] } },
    ],
  ])("is said once, when it is %s, and the sign stands alone", async (_, when) => {
    expect(await told({ users: 1, outsideUsers: false }, true, policyWith(when))).toEqual({
      points: 3,
      findings: ["criterion rule"],
    });
    expect(await told({ users: 1, outsideUsers: false }, true, policyWith(when, { together: 0.5 }))).toEqual({
      points: 1,
      findings: ["sign busy"],
    });
  });

  test("counts beside the sign, when something else holds that would be enough", async () => {
    expect(await told({ users: 10, outsideUsers: false }, true, policyWith({ any: [{ sign: "busy" }, many] }))).toEqual(
      {
        points: 4,
        findings: ["criterion rule", "sign busy"],
      },
    );
  });

  test("counts beside the sign, when it asks for more", async () => {
    expect(await told({ users: 10, outsideUsers: false }, true, policyWith({ all: [{ sign: "busy" }, many] }))).toEqual(
      {
        points: 4,
        findings: ["criterion rule", "sign busy"],
      },
    );
  });

  test("is said once of two signs that are each enough, and the other sign counts", async () => {
    const either: Condition = { any: [{ sign: "busy" }, { sign: "outside" }] };
    expect(await told({ users: 1, outsideUsers: true }, true, policyWith(either))).toEqual({
      points: 4,
      findings: ["criterion rule", "sign outside"],
    });
  });
});

describe("a criterion or limit weighs", () => {
  const tiers = [
    {
      id: "alone",
      title: "Alone",
      advice: "Go on.",
      limits: [{ id: "few", title: "Few", why: "So.", holds: { fact: "users", below: 10 } }],
    },
    { id: "together", title: "Together", advice: "Ask." },
    { id: "by-others", title: "By others", advice: "Hand it over." },
  ] as const;
  const criteria = [
    { id: "known", tier: "alone", title: "Known", why: "So.", when: { fact: "users", atLeast: 0 } },
    { id: "crowd", tier: "by-others", title: "Crowd", why: "So.", when: { fact: "users", atLeast: 100 } },
  ] as const;
  const weighedBy = (tierPoints?: Readonly<Record<string, number>>): Policy => ({
    id: "ours",
    version: "1.0.0",
    title: "Ours",
    tiers,
    criteria,
    audit: { everyDays: 90, points: { low: 1, medium: 3, high: 9 }, checks: [], ...(tierPoints && { tierPoints }) },
  });
  const findingsOf = async (users: number, policy: Policy) =>
    (await auditToday([anApp({ audience: { users } })], {}, policy)).ranked.flatMap(({ findings }) =>
      findings.map(({ kind, id, points, severity }) => [kind, id, points, severity]),
    );

  test("as much as high severity for the highest tier, and as medium severity for one between", async () => {
    expect(await findingsOf(100, weighedBy())).toEqual([
      ["criterion", "crowd", 9, "high"],
      ["limit", "few", 3, "medium"],
    ]);
  });

  test("what the policy says for its tier", async () => {
    expect(await findingsOf(100, weighedBy({ together: 20, "by-others": 0 }))).toEqual([
      ["limit", "few", 20, "medium"],
      ["criterion", "crowd", 0, "high"],
    ]);
  });

  test("nothing, and is not found, when it lifts to the lowest tier", async () => {
    expect(await findingsOf(5, weighedBy())).toEqual([]);
    const { summary } = await auditToday([anApp({ audience: { users: 5 } })], {}, weighedBy());
    expect(summary).toMatchObject({ withFindings: 0, deserving: 0, criteria: { known: 0 }, limits: { few: 0 } });
  });
});
