import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import ranking from "./ranking.json" with { type: "json" };

test("twenty apps are ranked as somebody with little time would look at them, each once", () => {
  expect(ranking.apps.length).toBe(20);
  expect(new Set(ranking.apps.map(({ id }) => id)).size).toBe(20);
});

test.each(ranking.apps)("$id is one of the field reports, and its place has a reason", ({ id, why }) => {
  expect(existsSync(new URL(`../field-reports/reports/${id}.json`, import.meta.url))).toBe(true);
  expect(why).toMatch(/^[A-Z].*\.$/);
});
