import { definePolicy, type StandardTierId, standardPolicy } from "plimsoll";
import { type Backtest, type BacktestComparison, backtest, compareBacktests } from "plimsoll/backtest";
import { stories } from "plimsoll/stories";
import { expectTypeOf, test } from "vitest";

const [story] = stories;
const timeline = story ?? { moments: [] };

const twoTiers = definePolicy({
  id: "two",
  version: "1.0.0",
  title: "Two tiers",
  tiers: [
    { id: "low", title: "Low", advice: "Go on." },
    { id: "high", title: "High", advice: "Come and see us." },
  ],
});

test("a backtest names the tiers of its policy", () => {
  expectTypeOf(backtest(timeline)).toEqualTypeOf<Backtest<StandardTierId>>();
  expectTypeOf(backtest(timeline, twoTiers)).toEqualTypeOf<Backtest<"low" | "high">>();
});

test("a comparison names the tiers of both policies", () => {
  expectTypeOf(compareBacktests(timeline, standardPolicy, twoTiers)).toEqualTypeOf<
    BacktestComparison<StandardTierId | "low" | "high">
  >();
});

test("a profile is needed at every moment", () => {
  // @ts-expect-error: a day alone tells nothing of an app.
  backtest({ moments: [{ on: "2025-01-01" }] });
});
