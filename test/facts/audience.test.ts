import { describe, expect, test } from "vitest";
import { is, isAtLeast, isUnknown, type Row, readingOf } from "./reading.js";

describe("users", () => {
  test.each<Row>([
    ["a number", { audience: { users: 12 } }, is(12, "/audience/users")],
    ["nobody", { audience: { users: 0 } }, is(0, "/audience/users")],
    ["only how many at once", { audience: { peakConcurrent: 8 } }, isAtLeast(8, "/audience/peakConcurrent")],
    ["both", { audience: { users: 12, peakConcurrent: 8 } }, is(12, "/audience/users")],
    ["something else", { audience: { builtFor: 8 } }, isUnknown("/audience/users")],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("users", profile)).toEqual(reading);
  });
});

describe("userGrowth", () => {
  const both = ["/audience/builtFor", "/audience/users"];

  test.each<Row>([
    ["grown tenfold", { audience: { users: 200, builtFor: 20 } }, is(10, ...both)],
    ["grown from 50 to 300", { audience: { users: 300, builtFor: 50 } }, is(6, ...both)],
    ["shrunk", { audience: { users: 5, builtFor: 20 } }, is(0.25, ...both)],
    ["used by nobody", { audience: { users: 0, builtFor: 20 } }, is(0, ...both)],
    [
      "only how many at once",
      { audience: { peakConcurrent: 60, builtFor: 20 } },
      isAtLeast(3, "/audience/builtFor", "/audience/peakConcurrent"),
    ],
    ["built for next to nobody", { audience: { users: 5, builtFor: 5e-324 } }, is(Number.MAX_VALUE, ...both)],
    ["only the users now", { audience: { users: 200 } }, isUnknown(...both)],
    ["only what it was built for", { audience: { builtFor: 20 } }, isUnknown(...both)],
    ["neither", {}, isUnknown(...both)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("userGrowth", profile)).toEqual(reading);
  });
});

describe("peakConcurrentUsers", () => {
  test.each<Row>([
    ["a number", { audience: { peakConcurrent: 8 } }, is(8, "/audience/peakConcurrent")],
    ["only the users", { audience: { users: 12 } }, isUnknown("/audience/peakConcurrent")],
    ["nothing", {}, isUnknown("/audience/peakConcurrent")],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("peakConcurrentUsers", profile)).toEqual(reading);
  });
});

describe("departments", () => {
  const partial = ["/audience/departments"];
  const [first, second] = ["/audience/departments/0", "/audience/departments/1"] as const;

  test.each<Row>([
    ["two", { audience: { departments: ["Sales", "IT"] } }, is(2, first, second)],
    ["none", { audience: { departments: [] } }, is(0, "/audience/departments")],
    ["two that are not all", { audience: { departments: ["Sales", "IT"] }, partial }, isAtLeast(2, first, second)],
    ["none yet", { audience: { departments: [] }, partial }, isAtLeast(0, "/audience/departments")],
    ["another list that is incomplete", { audience: { departments: ["IT"] }, partial: ["/data"] }, is(1, first)],
    ["nothing", { audience: {} }, isUnknown("/audience/departments")],
    ["nothing of a list that is incomplete", { partial }, isUnknown("/audience/departments")],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("departments", profile)).toEqual(reading);
  });
});

describe("outsideUsers", () => {
  test.each<Row>([
    ["yes", { audience: { outsideUsers: true } }, is(true, "/audience/outsideUsers")],
    ["no", { audience: { outsideUsers: false } }, is(false, "/audience/outsideUsers")],
    ["nothing", { audience: {} }, isUnknown("/audience/outsideUsers")],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("outsideUsers", profile)).toEqual(reading);
  });
});
