import fc from "fast-check";
import { PlimsollError } from "plimsoll";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, isBefore, toDay } from "../../src/time/index.js";

describe("the day of an instant", () => {
  test.each([
    ["2026-03-31", "2026-03-31"],
    ["2026-03-31T23:59:59Z", "2026-03-31"],
    ["2026-03-31T23:30:00-02:00", "2026-04-01"],
    ["2026-04-01T00:30:00.250+02:00", "2026-03-31"],
    ["2026-04-01T00:30+02:00", "2026-03-31"],
  ])("%s is %s", (instant, day) => {
    expect(toDay(instant)).toBe(day);
  });

  test.each([
    ["a day that does not exist", "2026-02-30"],
    ["a month that does not exist", "2026-13-01"],
    ["a time without its offset", "2026-03-31T09:00:00"],
    ["words", "yesterday"],
    ["nothing", ""],
    ["a number", 20260331],
  ])("%s is refused", (_, instant) => {
    // What a caller without types could pass.
    const ask = () => toDay(instant as string);
    expect(ask).toThrow(PlimsollError);
    expect(ask).toThrow(/Expected a date such as/);
  });
});

test.each([
  ["2026-01-31", 1, "2026-02-01"],
  ["2024-02-28", 1, "2024-02-29"],
  ["2026-01-01", -1, "2025-12-31"],
  ["2026-03-28", 2, "2026-03-30"],
])("%s and %i days is %s", (day, days, later) => {
  expect(addDays(day, days)).toBe(later);
});

const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });

test("as many days are between as were added", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
      const from = date.toISOString().slice(0, 10);
      expect(daysBetween(from, addDays(from, days))).toBe(days);
    }),
  );
});

test.each([
  ["2026-03-30", "2026-03-31", true],
  ["2026-03-31", "2026-03-31", false],
  ["2026-03-31", "2026-03-31T09:00:00Z", false],
  ["2026-03-31T09:00:00Z", "2026-03-31", false],
  ["2026-03-31T08:59:59Z", "2026-03-31T09:00:00Z", true],
  ["2026-03-31T10:30:00+02:00", "2026-03-31T09:00:00Z", true],
  ["2026-03-31T09:00:00Z", "2026-03-31T08:59:59Z", false],
])("%s before %s: %s", (one, other, before) => {
  expect(isBefore(one, other)).toBe(before);
});
