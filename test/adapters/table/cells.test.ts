import type { Cell, MappedColumn, Mapping } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";
import { readCell } from "./a-table.js";

const users = (cell: Cell, rest: Partial<Mapping> = {}) => readCell(cell, { to: "/audience/users" }, rest);

describe("numbers as people write them", () => {
  test.each<readonly [Cell, unknown]>([
    [12, 12],
    ["12", 12],
    [" 12 ", 12],
    ["1,200", 1200],
    ["1.200", 1200],
    ["1'200", 1200],
    ["1 200", 1200],
    ["1\u00a0200", 1200],
    ["1,200,000", 1_200_000],
    ["50-100", { atLeast: 50, atMost: 100 }],
    ["50 – 100", { atLeast: 50, atMost: 100 }],
    ["50 to 100", { atLeast: 50, atMost: 100 }],
    ["50 bis 100", { atLeast: 50, atMost: 100 }],
    ["between 50 and 100", { atLeast: 50, atMost: 100 }],
    ["zwischen 50 und 100", { atLeast: 50, atMost: 100 }],
    ["100+", { atLeast: 100 }],
    [">= 100", { atLeast: 100 }],
    ["at least 100", { atLeast: 100 }],
    ["> 100", { atLeast: 101 }],
    ["More than 1,000", { atLeast: 1001 }],
    ["über 100", { atLeast: 101 }],
    ["<20", { atMost: 19 }],
    ["up to 20", { atMost: 20 }],
    ["bis zu 20", { atMost: 20 }],
    ["max. 20", { atMost: 20 }],
    ["7-7", { atLeast: 7, atMost: 7 }],
  ])("%j users are %j", (cell, told) => {
    const { profile, problems, evidence } = users(cell);
    expect(problems).toEqual([]);
    expect(evidence.find(({ pointer }) => pointer === "/audience/users")?.value).toEqual(told);
    const isExact = JSON.stringify(told) === '{"atLeast":7,"atMost":7}';
    expect(profile.audience?.users).toEqual(isExact ? 7 : told);
  });

  test.each<readonly [Cell, string, string]>([
    ["many", "wrong-type", "not a number"],
    ["~50", "wrong-type", "not a number"],
    ["1,20", "wrong-type", '"decimal"'],
    ["1.5", "wrong-type", '"decimal"'],
    ["100-50", "wrong-type", "not a number"],
    ["<0", "wrong-type", "not a number"],
    ["1,200.300", "wrong-type", "decimal"],
    ["12 users", "wrong-type", "not a number"],
    [-1, "out-of-range", "a whole number"],
    [1.5, "out-of-range", "a whole number"],
    [Number.POSITIVE_INFINITY, "out-of-range", "a whole number"],
    [true, "wrong-type", "not a number"],
    [{ day: "2026-10-12" }, "wrong-type", "a day"],
    ["9".repeat(400), "wrong-type", "not a number"],
  ])("%j users are no number, and told as that", (cell, code, part) => {
    const { profile, problems } = users(cell);
    expect(profile.audience).toBeUndefined();
    expect(problems).toMatchObject([{ code, places: [{ file: "register.csv", row: 2, column: "B" }] }]);
    expect(problems[0]?.message).toContain(part);
  });

  const runs = (cell: Cell, column: Partial<MappedColumn> = {}) =>
    readCell(cell, { to: "/automation/runsPerDay", ...column });

  test("one mark and three digits can be thousands or a fraction, where a fraction can stand", () => {
    expect(runs("1.200").problems[0]?.message).toContain("Say in the mapping what parts the whole from the fraction");
    expect(runs("1.200", { decimal: "," }).profile.automation?.runsPerDay).toBe(1200);
    expect(runs("1.200", { decimal: "." }).profile.automation?.runsPerDay).toBe(1.2);
    expect(runs("1,200", { decimal: "." }).profile.automation?.runsPerDay).toBe(1200);
    expect(runs("1.234,5", { decimal: "," }).profile.automation?.runsPerDay).toBe(1234.5);
    expect(runs("1.5").profile.automation?.runsPerDay).toBe(1.5);
    expect(runs("over 1.5").profile.automation?.runsPerDay).toEqual({ atLeast: 1.5 });
  });

  test("a number can be a lower bound, of which 0 says nothing", () => {
    const shared = (cell: Cell) => readCell(cell, { to: "/audience/canOpen", atLeast: true }).profile.audience;
    expect(shared(40)).toEqual({ canOpen: { atLeast: 40 } });
    expect(shared("0")).toBeUndefined();
  });
});

describe("yes and no", () => {
  const outside = (cell: Cell, rest: Partial<Mapping> = {}) => readCell(cell, { to: "/audience/outsideUsers" }, rest);

  test.each(["yes", "Yes", "Y", "TRUE", true, "x", "✓", "ja", "J", "oui", "sí", "sì", "wahr"])("%j is yes", (cell) => {
    expect(outside(cell).profile.audience).toEqual({ outsideUsers: true });
  });

  test.each(["no", "N", "false", false, "nein", "non", "nee", "falsch"])("%j is no", (cell) => {
    expect(outside(cell).profile.audience).toEqual({ outsideUsers: false });
  });

  test.each(["maybe", "1", 0, "some"])("%j is neither, and told as that", (cell) => {
    const { profile, problems } = outside(cell);
    expect(profile.audience).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(["unknown-value"]);
  });

  test("a mapping has words of its own", () => {
    expect(outside("bai", { yes: ["bai"] }).profile.audience).toEqual({ outsideUsers: true });
    expect(outside("ez", { no: ["ez"] }).profile.audience).toEqual({ outsideUsers: false });
  });
});

describe("what is not known", () => {
  test.each([
    "",
    "  ",
    null,
    "N/A",
    "n.a.",
    "?",
    "-",
    "tbd",
    "TBD",
    "unknown",
    "[Manual Check Required]",
    "k. A.",
    "unbekannt",
    "#N/A",
  ])("%j says nothing, and is no mistake", (cell) => {
    const { profile, problems } = users(cell);
    expect(profile).toEqual({ id: "App 1", name: "App 1" });
    expect(problems).toEqual([]);
  });

  test("a mapping has words of its own", () => {
    expect(users("ask Finance", { unknown: ["ask *"] }).problems).toEqual([]);
  });
});

describe("days", () => {
  const live = (cell: Cell, rest: Partial<Mapping> = {}) =>
    readCell(cell, { to: "/lifecycle/productionSince" }, rest).profile.lifecycle?.productionSince;

  test.each<readonly [Cell, Mapping["dates"], string | undefined]>([
    [{ day: "2026-03-31" }, undefined, "2026-03-31"],
    ["2026-03-31", undefined, "2026-03-31"],
    ["2026-03-31T10:00:00Z", undefined, "2026-03-31"],
    ["2026-03-31 10:00", undefined, "2026-03-31"],
    ["2026/3/31", undefined, "2026-03-31"],
    ["31.03.2026", undefined, undefined],
    ["31/03/2026", undefined, undefined],
    ["31.03.2026", "day-first", "2026-03-31"],
    ["3/4/2026", "day-first", "2026-04-03"],
    ["3/4/2026", "month-first", "2026-03-04"],
    ["31/03/2026", "month-first", undefined],
    ["31.02.2026", "day-first", undefined],
    ["3/4/26", "day-first", undefined],
    ["2021", "day-first", undefined],
    ["0000-00-00", undefined, undefined],
    [46112, undefined, undefined],
  ])("%j with the order %s is %s", (cell, dates, day) => {
    expect(live(cell, dates === undefined ? {} : { dates })).toBe(day);
    const { problems } = readCell(cell, { to: "/lifecycle/productionSince" }, dates === undefined ? {} : { dates });
    expect(problems.length).toBe(day === undefined ? 1 : 0);
  });

  test("a day without an order says what to write in the mapping", () => {
    const { problems } = readCell("31.03.2026", { to: "/lifecycle/productionSince" });
    expect(problems[0]?.message).toContain('"dates": "day-first"');
  });
});

describe("one of several values", () => {
  test.each<readonly [Cell, string]>([
    ["High", "high"],
    ["HIGH", "high"],
    ["none", "none"],
    ["keine", "none"],
  ])("%j is %s", (cell, told) => {
    expect(readCell(cell, { to: "/criticality/outage" }).profile.criticality?.outage).toBe(told);
  });

  test("a value that nothing has a word for is told, with the nearest", () => {
    const { problems } = readCell("hgih", { to: "/criticality/outage" });
    expect(problems[0]?.message).toBe(
      '"It" says "hgih", which is no value for this. Is it "high"? Write one of none, low, medium, high, or say in the mapping what it means, with "values".',
    );
  });

  test("a mapping says what values mean, also nothing", () => {
    const values = { "1": "low", "5 - *": "high", "0": null };
    const outage = (cell: Cell) => readCell(cell, { to: "/criticality/outage", values });
    expect(outage(1).profile.criticality).toEqual({ outage: "low" });
    expect(outage("5 - severe").profile.criticality).toEqual({ outage: "high" });
    expect(outage("0").profile.criticality).toBeUndefined();
    expect(outage("0").problems).toEqual([]);
    expect(outage("3").problems.length).toBe(1);
  });
});

describe("cells that cannot be read", () => {
  test.each<readonly [Cell, string]>([
    [{ fault: "the error #REF!" }, "the error #REF!"],
    ["=SUM(A1:A9)", "a formula without its value"],
  ])("%j is told", (cell, part) => {
    const { profile, problems } = users(cell);
    expect(profile.audience).toBeUndefined();
    expect(problems).toMatchObject([{ code: "unreadable" }]);
    expect(problems[0]?.message).toContain(part);
  });

  test('a text that was kept from becoming a number is a text: ="007"', () => {
    expect(readCell('="007"', { to: "/description" }).profile.description).toBe("007");
  });

  test("a text that is too long is kept in part, and that is told", () => {
    const { profile, problems } = readCell("é".repeat(3000), { to: "/description" });
    expect(profile.description).toBe("é".repeat(1000));
    expect(problems.map(({ code }) => code)).toEqual(["too-large"]);
  });
});

test("what an organisation calls its own stands as it is", () => {
  expect(readCell(4711, { to: "/extensions/register/costCentre" }).profile.extensions).toEqual({
    register: { costCentre: 4711 },
  });
});

test("nobody is told as nobody, where that can be said", () => {
  expect(readCell("niemand", { to: "/ownership/itOwner" }).profile.ownership).toEqual({ itOwner: null });
});
