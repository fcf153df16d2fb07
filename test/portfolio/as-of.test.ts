import { type AppProfile, audit, type Policy } from "plimsoll";
import { backtest } from "plimsoll/backtest";
import { expect, test } from "vitest";
import { policyOf } from "../policy/a-policy.js";

const policy: Policy = policyOf(
  { fact: "daysSinceReview", atLeast: 365 },
  { audit: { everyDays: 90, points: { low: 1, medium: 3, high: 9 }, checks: [] } },
);
const profile: AppProfile = { id: "rota", name: "Rota", lifecycle: { reviewedOn: "2025-01-01" } };

test("an audit classifies as of its day", async () => {
  const ranked = async (asOf: string) => (await audit([profile], { asOf }, policy)).ranked.map(({ tier }) => tier);
  expect(await ranked("2026-01-01")).toEqual(["central"]);
  expect(await ranked("2025-12-31")).toEqual([]);
});

test("a backtest looks at each moment as of its day", () => {
  const at = (on: string) => ({ on, profile });
  const timeline = { moments: [at("2025-03-01"), at("2025-12-31"), at("2026-01-05")], incidentOn: "2026-02-05" };
  expect(backtest(timeline, policy).rules).toMatchObject([
    { id: "rule", certain: { on: "2026-01-05", leadDays: 31 }, possible: { on: "2026-01-05", leadDays: 31 } },
  ]);
});
