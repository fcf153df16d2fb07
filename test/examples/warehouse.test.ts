import { ownership, replay } from "plimsoll/escalation";
import { expect, test } from "vitest";
import { asked, gained, partnership, seen } from "../../examples/warehouse/warehouse.js";

test("while it is harmless, it is the warehouse's own, and nothing is open", () => {
  expect(seen[0]).toEqual({ on: "2025-01-16", tier: "citizen", settled: true, signs: [] });
  expect(seen[1]).toEqual({ on: "2025-02-24", tier: "citizen", settled: true, signs: [] });
});

test("the crossing is seen as it happens", () => {
  expect(seen[2]).toMatchObject({ tier: "professional", signs: ["integration-architecture", "business-critical"] });
  expect(seen[3]?.signs).toEqual(["integration-architecture", "business-critical", "builder-gone"]);
});

test("a platform that asks first would not have let it happen, and would have said what to do instead", () => {
  expect([asked.decision, asked.before.tier, asked.after.tier]).toEqual(["deny", "citizen", "professional"]);
  expect(asked.reasons[0]?.remedies.map(({ kind }) => kind)).toEqual(["instead", "component", "component"]);
});

test("the case begins with the signs that were there, and since when", () => {
  expect(partnership.signs.map(({ id, since }) => [id, since])).toEqual([
    ["business-critical", "2025-04-16"],
    ["builder-gone", "2025-07-16"],
    ["integration-architecture", "2025-04-16"],
  ]);
});

test("IT and the warehouse each own what they are good at", () => {
  expect(ownership(partnership).map(({ owner, part }) => [owner, part])).toEqual([
    ["Integration lead", "connections"],
    ["Integration lead", "operation"],
    ["Warehouse lead", "reorder-rules"],
    ["Warehouse lead", "dashboard"],
  ]);
});

test("what is risky was rebuilt, what is good was kept, and the history tells it all", () => {
  expect(partnership.state).toBe("closed");
  expect(partnership.parts.map(({ id, rebuilt }) => [id, rebuilt !== null])).toEqual([
    ["connections", true],
    ["operation", true],
    ["reorder-rules", false],
    ["dashboard", false],
  ]);
  expect(replay(partnership.events)).toEqual({ ok: true, case: partnership });
});

test("the lesson would have led to a talk 51 days earlier", () => {
  const review = gained.tiers.find(({ id }) => id === "it-review");
  expect(review).toMatchObject({
    before: { on: "2025-04-16", leadDays: 153 },
    after: { on: "2025-02-24", leadDays: 204 },
    daysGained: 51,
  });
});
