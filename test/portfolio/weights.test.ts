import {
  audit,
  PlimsollError,
  type Policy,
  type PolicyChanges,
  type Result,
  safeExtendPolicy,
  standardPolicy,
} from "plimsoll";
import { expect, test } from "vitest";

const asOf = "2026-03-31";
const weight = (id: string, times: number, when: { fact: string; is: true }) => ({
  ...{ id, title: `it is ${id}`, when, times, why: "It weighs." },
});
/** The policy that was made. */
function made(result: Result<Policy>): Policy {
  if (result.ok) return result.value;
  throw new PlimsollError("invalid-policy", result.problems);
}
const weighedBy = (changed: PolicyChanges["audit"], added: PolicyChanges["add"]): Policy =>
  made(
    safeExtendPolicy(standardPolicy, {
      ...{ id: "weighed", version: "1.0.0" },
      ...(changed && { audit: changed }),
      ...(added && { add: added }),
    }),
  );

const critical = weight("critical", 3, { fact: "dailyDependence", is: true });
const outside = weight("outside", 0.5, { fact: "outsideUsers", is: true });
const slow = { id: "slow", name: "Slow", performance: { symptoms: ["slow"] } };
const needed = { ...slow, id: "needed", criticality: { dailyDependence: true } };

const rankedIn = async (apps: readonly object[], policy: Policy) => (await audit(apps, { asOf }, policy)).ranked;
const pointsIn = async (apps: readonly object[], policy: Policy) =>
  (await rankedIn(apps, policy)).map(({ app, points }) => [app, points]);

test("what an app's findings add up to counts as many times as what weighs in it says", async () => {
  const policy = weighedBy(undefined, { weights: [critical, outside] });
  const everything = { ...needed, id: "everything", audience: { outsideUsers: true } };
  // Performance problems 3, and daily dependence 9.
  expect(await pointsIn([slow, needed, everything], policy)).toEqual([
    ["needed", 36],
    ["everything", 18],
    ["slow", 3],
  ]);
});

test("what weighs is told in the reason, and as data", async () => {
  const [first] = await rankedIn([needed], weighedBy(undefined, { weights: [critical] }));
  expect(first?.reason).toBe(
    "36 points: Daily work depends on it (9), Performance problems (3); times 3, since it is critical.",
  );
  expect(first?.weights).toEqual([{ id: "critical", title: "it is critical", times: 3 }]);
});

test("what is not known weighs nothing", async () => {
  const [first] = await rankedIn([slow], weighedBy(undefined, { weights: [critical, outside] }));
  expect(first).toMatchObject({ points: 3, weights: [] });
});

test("each finding after the heaviest adds the share of its points that the audit says", async () => {
  const policy = weighedBy({ furtherShare: 0.25 }, {});
  const [first] = await rankedIn([needed], policy);
  expect(first?.points).toBe(9.8);
  expect(first?.reason).toBe("9.8 points: Daily work depends on it (9), Performance problems (0.8).");
});

test("an app is suggested for what a check that it is found by suggests", async () => {
  const unused = {
    ...{ id: "unused", title: "Nobody uses it", severity: "low" as const, suggests: "retirement" as const },
    ...{ when: { fact: "daysSinceUse", atLeast: 183 } as const, why: "It is in the way." },
  };
  const policy = weighedBy(undefined, { checks: [unused] });
  const asleep = { ...slow, id: "asleep", lifecycle: { lastUsedOn: "2025-01-01" } };
  const suggested = (await rankedIn([slow, asleep], policy)).map(({ app, suggests }) => [app, suggests]);
  expect(suggested).toEqual([
    ["asleep", "retirement"],
    ["slow", null],
  ]);
});

test.each<readonly [what: string, changes: Partial<PolicyChanges>, pointer: string]>([
  ["a weight of nothing", { add: { weights: [{ ...critical, times: 0 }] } }, "/audit/weights/0/times"],
  ["a share above one", { audit: { furtherShare: 1.5 } }, "/audit/furtherShare"],
  ["a share below nothing", { audit: { furtherShare: -0.1 } }, "/audit/furtherShare"],
  ["two weights of one id", { add: { weights: [critical, critical] } }, "/audit/weights/1/id"],
])("%s is refused", (_, { audit: changed, add }, pointer) => {
  expect(() => weighedBy(changed, add)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ pointer })] }),
  );
});
