import { describe, expect, test } from "vitest";
import { is, isAtLeast, isAtMost, isBetween, isUnknown, type Row, readingOf } from "../reading.js";

describe("users", () => {
  test.each<Row>([
    ["a number", { audience: { users: 12 } }, is(12, "/audience/users")],
    ["nobody", { audience: { users: 0 } }, is(0, "/audience/users")],
    ["only how many at once", { audience: { peakConcurrent: 8 } }, isAtLeast(8, "/audience/peakConcurrent")],
    ["both", { audience: { users: 12, peakConcurrent: 8 } }, is(12, "/audience/users")],
    ["at least some", { audience: { users: { atLeast: 4 } } }, isAtLeast(4, "/audience/users")],
    ["at most some", { audience: { users: { atMost: 40 } } }, isAtMost(40, "/audience/users")],
    ["between some", { audience: { users: { atLeast: 4, atMost: 40 } } }, isBetween(4, 40, "/audience/users")],
    ["the same twice", { audience: { users: { atLeast: 4, atMost: 4 } } }, is(4, "/audience/users")],
    [
      "at most some, and how many at once",
      { audience: { users: { atMost: 40 }, peakConcurrent: 8 } },
      isBetween(8, 40, "/audience/peakConcurrent", "/audience/users"),
    ],
    [
      "at least fewer than at once",
      { audience: { users: { atLeast: 4 }, peakConcurrent: 8 } },
      isAtLeast(8, "/audience/peakConcurrent"),
    ],
    [
      "as many at most as are there at once",
      { audience: { users: { atMost: 8 }, peakConcurrent: 8 } },
      is(8, "/audience/peakConcurrent", "/audience/users"),
    ],
    ["how many at once at most", { audience: { peakConcurrent: { atMost: 8 } } }, isUnknown("/audience/users")],
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
    [
      "between some, built for between others",
      { audience: { users: { atLeast: 10, atMost: 60 }, builtFor: { atLeast: 5, atMost: 20 } } },
      isBetween(0.5, 12, ...both),
    ],
    [
      "at most some, built for at least others",
      { audience: { users: { atMost: 60 }, builtFor: { atLeast: 20 } } },
      isAtMost(3, ...both),
    ],
    ["some, built for at most others", { audience: { users: 60, builtFor: { atMost: 20 } } }, isAtLeast(3, ...both)],
    ["used by nobody, whatever it was built for", { audience: { users: 0 } }, is(0, "/audience/users")],
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
    ["only the users", { audience: { users: 12 } }, isAtMost(12, "/audience/users")],
    ["at most so many users", { audience: { users: { atMost: 12 } } }, isAtMost(12, "/audience/users")],
    ["at least so many users", { audience: { users: { atLeast: 12 } } }, isUnknown("/audience/peakConcurrent")],
    ["nobody uses it", { audience: { users: 0 } }, is(0, "/audience/users")],
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

describe("what cannot be together is told with both places", () => {
  const contradiction = (pointer: string, related: string, message: string) => ({
    code: "invalid-profile",
    problems: [{ pointer, code: "contradiction", message, related: [related] }],
  });

  test.each([
    [
      "more at once than use it",
      { users: 5, peakConcurrent: 6 },
      "/audience/peakConcurrent",
      "/audience/users",
      'This says 6 or more, and "/audience/users" says 5 or less. Both cannot be: correct one of them.',
    ],
    [
      "more at once than can use it at most",
      { users: { atMost: 5 }, peakConcurrent: { atLeast: 6, atMost: 9 } },
      "/audience/peakConcurrent",
      "/audience/users",
      'This says 6 or more, and "/audience/users" says 5 or less. Both cannot be: correct one of them.',
    ],
  ])("%s", (_, audience, pointer, related, message) => {
    expect(() => readingOf("users", { audience })).toThrow(
      expect.objectContaining(contradiction(pointer, related, message)),
    );
  });
});
