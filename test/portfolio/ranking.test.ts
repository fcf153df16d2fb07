import { audit, standardPolicy } from "plimsoll";
import { recommendedPolicy } from "plimsoll/packs";
import { expect, test } from "vitest";
import { reports } from "../field-reports/reports.js";
import ranking from "./ranking.json" with { type: "json" };

const ids = ranking.apps.map(({ id }) => id);

test("twenty apps are ranked as somebody with little time would look at them, each once", () => {
  expect(ids.length).toBe(20);
  expect(new Set(ids).size).toBe(20);
});

test.each(ranking.apps)("$id is one of the field reports, and its place has a reason", ({ id, why }) => {
  expect(reports.map((report) => report.id)).toContain(id);
  expect(why).toMatch(/^[A-Z].*\.$/);
});

/** How alike two orders are, by Kendall: 1 where all pairs stand alike, -1 where none does. */
function kendall(one: readonly string[], other: readonly string[]): number {
  const pairs = one.flatMap((first, index) => one.slice(index + 1).map((second) => [first, second] as const));
  const agreeing = pairs.filter(([first, second]) => other.indexOf(first) < other.indexOf(second));
  return (2 * agreeing.length - pairs.length) / pairs.length;
}

async function orderBy(policy: typeof standardPolicy | typeof recommendedPolicy): Promise<readonly string[]> {
  const apps = reports.filter(({ id }) => ids.includes(id)).map(({ profile }) => profile);
  const { ranked } = await audit<string>(apps, { asOf: ranking.asOf }, policy);
  const order = ranked.map(({ app }) => app);
  return [...order, ...ids.filter((id) => !order.includes(id))];
}

test("Kendall's measure is that of textbooks", () => {
  expect(kendall(["a", "b", "c"], ["a", "b", "c"])).toBe(1);
  expect(kendall(["a", "b", "c"], ["c", "b", "a"])).toBe(-1);
  expect(kendall(["a", "b", "c"], ["a", "c", "b"])).toBeCloseTo(1 / 3);
});

test("the recommended policy ranks them nearly as that person would, and the standard one does not", async () => {
  expect(kendall(ids, await orderBy(recommendedPolicy))).toBeGreaterThanOrEqual(0.8);
  expect(kendall(ids, await orderBy(standardPolicy))).toBeLessThan(0.5);
});
