import type { AppProfile } from "plimsoll";
import { describe, expect, test } from "vitest";
import { is, isAtLeast, isBetween, isUnknown, type Row, readingOf } from "../reading.js";

const calculates = (...calculations: NonNullable<AppProfile["calculations"]>) => ({ calculations });
const partial = ["/calculations"];
const list = "/calculations";

describe("calculation", () => {
  const [first, second] = ["/calculations/0/complexity", "/calculations/1/complexity"] as const;

  test.each<Row>([
    ["simple", calculates({ complexity: "simple" }), is("simple", first)],
    [
      "the most complex of several",
      calculates({ complexity: "simple" }, { complexity: "moderate" }),
      is("moderate", second),
    ],
    ["complex among some not said", calculates({}, { complexity: "complex" }), is("complex", second)],
    ["complex in a list that goes on", { ...calculates({ complexity: "complex" }), partial }, is("complex", first)],
    ["one not said", calculates({ complexity: "simple" }, {}), isAtLeast("simple", first, second)],
    ["one of several", { ...calculates({ complexity: "moderate" }), partial }, isAtLeast("moderate", first)],
    ["none", calculates(), is("none", list)],
    ["none yet", { ...calculates(), partial }, isAtLeast("none", list)],
    ["nothing", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("calculation", profile)).toEqual(reading);
  });
});

describe("untestedCalculations", () => {
  const [first, second] = ["/calculations/0/tested", "/calculations/1/tested"] as const;

  test.each<Row>([
    ["one untested", calculates({ tested: false }, { tested: true }), is(1, first)],
    ["all tested", calculates({ tested: true }), is(0, list)],
    ["one not said", calculates({ tested: false }, {}), isBetween(1, 2, first, second)],
    ["one of several", { ...calculates({ tested: true }), partial }, isAtLeast(0, list)],
    ["none", calculates(), is(0, list)],
    ["nothing", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("untestedCalculations", profile)).toEqual(reading);
  });
});
