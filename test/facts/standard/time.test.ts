import { describe, expect, test } from "vitest";
import { is, isUnknown, type Row, readingOf } from "../reading.js";

const asOf = "2026-03-31";

describe.each([
  ["daysSinceUse", "lastUsedOn"],
  ["daysSinceChange", "lastChangedOn"],
  ["daysSinceReview", "reviewedOn"],
  ["daysInProduction", "productionSince"],
] as const)("%s", (fact, field) => {
  const place = `/lifecycle/${field}`;

  test.each<Row>([
    ["a year ago", { lifecycle: { [field]: "2025-03-31" } }, is(365, place)],
    ["yesterday", { lifecycle: { [field]: "2026-03-30" } }, is(1, place)],
    ["today", { lifecycle: { [field]: "2026-03-31" } }, is(0, place)],
    ["a day that is yet to come", { lifecycle: { [field]: "2026-04-01" } }, isUnknown(place)],
    ["nothing", { lifecycle: {} }, isUnknown(place)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf(fact, profile, asOf)).toEqual(reading);
  });

  test("is unknown where no day is given to count to", () => {
    expect(readingOf(fact, { lifecycle: { [field]: "2025-03-31" } })).toEqual(isUnknown(place));
  });
});
