import fc from "fast-check";
import { PlimsollError } from "plimsoll";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, isBefore, isInstant, toDay } from "../../src/time/index.js";

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
    ["a day that does not exist, at an hour", "2026-02-30T10:00:00Z"],
    ["a month that does not exist, at an hour", "2026-13-01T10:00:00Z"],
    ["a twenty-ninth of February in a year without one", "2025-02-29T00:00:00Z"],
    ["the hour after the last", "2026-01-01T25:00Z"],
    ["the end of a day as an hour", "2026-01-01T24:00:00Z"],
    ["a sixtieth minute", "2026-01-01T10:60Z"],
    ["a leap second", "2016-12-31T23:59:60Z"],
    ["an offset that nobody has", "2026-01-01T10:00:00+99:99"],
    ["an offset with a sixtieth minute", "2026-01-01T10:00:00+01:60"],
    ["a year of five digits", "12026-01-01"],
    ["a year with a sign", "+012026-01-01"],
    ["an instant before the first year", "0000-01-01T00:00+01:00"],
    ["an instant after the last year", "9999-12-31T23:30-01:00"],
    ["small letters", "2026-01-01t10:00:00z"],
    ["a space at the end", "2026-01-01 "],
    ["a line break at the end", "2026-01-01\n"],
    ["a number", 20260331],
    ["null", null],
    ["undefined", undefined],
    ["a list", ["2026-01-01"]],
    ["a symbol", Symbol("today")],
    ["a date of the language", new Date(0)],
    ["an object without a prototype", Object.create(null)],
  ])("%s is refused", (_, instant) => {
    // What a caller without types could pass.
    const ask = () => toDay(instant as string);
    expect(ask).toThrow(PlimsollError);
    expect(ask).toThrow(/Expected a date such as/);
    expect(isInstant(instant)).toBe(false);
    const others = [
      () => isBefore(instant as string, "2026-01-01"),
      () => isBefore("2026-01-01", instant as string),
      () => addDays(instant as string, 1),
      () => daysBetween("2026-01-01", instant as string),
    ];
    for (const other of others) expect(other).toThrow(expect.objectContaining({ code: "invalid-date" }));
  });

  test.each([
    ["0000-01-01", "0000-01-01"],
    ["0000-02-29", "0000-02-29"],
    ["0099-12-31T23:59Z", "0099-12-31"],
    ["9999-12-31T23:59:59.999999999999999999999Z", "9999-12-31"],
    ["2026-12-31T23:59:59.99999999999999999999Z", "2026-12-31"],
  ])("%s, at the edge of what there is, is %s", (instant, day) => {
    expect(toDay(instant)).toBe(day);
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

test.each([1, 1e9, Number.MAX_VALUE, Number.NaN, Number.NEGATIVE_INFINITY])(
  "no day is %s days after the last",
  (days) => {
    expect(() => addDays("9999-12-31", days)).toThrow(expect.objectContaining({ code: "invalid-date" }));
  },
);

const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });

test("as many days are between as were added", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
      const from = date.toISOString().slice(0, 10);
      expect(daysBetween(from, addDays(from, days))).toBe(days);
    }),
  );
});

test("the day of an instant is that of the engine, where the engine has no choice", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("0001-01-01"), max: new Date("9998-12-31"), noInvalidDate: true }), (date) => {
      expect(toDay(date.toISOString())).toBe(date.toISOString().slice(0, 10));
      const later = new Date(date.getTime() + 1).toISOString();
      expect(isBefore(date.toISOString(), later)).toBe(true);
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
