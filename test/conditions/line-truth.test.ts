import { type Derived, type Domain, type Line, reading } from "plimsoll";
import { describe, expect, test } from "vitest";
import { FALSE, TRUE, type Truth, UNDECIDED } from "../../src/conditions/index.js";
import { lineTruth } from "../../src/conditions/line-truth.js";
import { knownOf } from "../../src/facts/index.js";
import { completionsOf, domains, isOnLine, linesOf, readingsOf, smallFactNames } from "./small-facts.js";

const symbols: Record<string, Truth> = { T: TRUE, F: FALSE, "?": UNDECIDED };

/** A line, and how it turns out for each reading of the table's head, in order. */
type Row = readonly [line: Line, outcome: string];

function table(title: string, domain: Domain, readings: readonly Derived[], rows: readonly Row[]) {
  const told = ({ kind, ...rest }: Derived) => `${kind} ${"value" in rest ? JSON.stringify(rest.value) : ""}`.trim();
  const cases = rows.flatMap(([line, outcome]) =>
    readings.map(
      (reading, index) => [JSON.stringify(line), told(reading), outcome[index] ?? "", line, reading] as const,
    ),
  );
  describe(title, () => {
    test.each(cases)("%s of %s is %s", (_, __, outcome, line, reading) => {
      expect(lineTruth(domain, line)(knownOf(domain, reading))).toBe(symbols[outcome]);
    });
  });
}

const people: Domain = { kind: "number", min: 0, whole: true, unit: "people" };

table(
  "a number without an upper end",
  people,
  [
    reading.exact(99),
    reading.exact(100),
    reading.exact(101),
    reading.atLeast(99),
    reading.atLeast(100),
    reading.atLeast(101),
    reading.unknown,
  ],
  [
    [{ atLeast: 100 }, "FTT?TT?"],
    [{ above: 100 }, "FFT??T?"],
    [{ atMost: 100 }, "TTF??F?"],
    [{ below: 100 }, "TFF?FF?"],
    [{ between: [100, 100] }, "FTF??F?"],
    [{ between: [99, 101] }, "TTT????"],
    [{ atLeast: 0 }, "TTTTTTT"],
    [{ below: 0 }, "FFFFFFF"],
  ],
);

table(
  "a number with an upper end",
  { ...people, max: 100 },
  [reading.exact(100), reading.atLeast(99), reading.atLeast(100), reading.unknown],
  [
    [{ atLeast: 100 }, "T?T?"],
    [{ atMost: 100 }, "TTTT"],
    [{ above: 100 }, "FFFF"],
    [{ below: 100 }, "F?F?"],
    [{ between: [99, 100] }, "TTT?"],
  ],
);

table(
  "a number that starts at one",
  { ...people, min: 1 },
  [reading.exact(1), reading.atLeast(1), reading.unknown],
  [
    [{ atLeast: 1 }, "TTT"],
    [{ below: 1 }, "FFF"],
    [{ above: 1 }, "F??"],
  ],
);

table(
  "a level",
  domains.level,
  [
    reading.exact("low"),
    reading.exact("middle"),
    reading.exact("high"),
    reading.atLeast("low"),
    reading.atLeast("middle"),
    reading.atLeast("high"),
    reading.unknown,
  ],
  [
    [{ atLeast: "middle" }, "FTT?TT?"],
    [{ above: "middle" }, "FFT??T?"],
    [{ atMost: "middle" }, "TTF??F?"],
    [{ below: "middle" }, "TFF?FF?"],
    [{ between: ["middle", "high"] }, "FTT?TT?"],
    [{ is: "middle" }, "FTF??F?"],
    [{ is: "high" }, "FFT??T?"],
    [{ is: "low" }, "TFF?FF?"],
    [{ is: ["middle"] }, "FTF??F?"],
    [{ is: ["middle", "high"] }, "FTT?TT?"],
    [{ is: ["high", "low"] }, "TFT??T?"],
    [{ is: ["low", "low", "middle"] }, "TTF??F?"],
    [{ is: ["low", "middle", "high"] }, "TTTTTTT"],
    [{ atLeast: "low" }, "TTTTTTT"],
    [{ below: "low" }, "FFFFFFF"],
    [{ atMost: "high" }, "TTTTTTT"],
    [{ above: "high" }, "FFFFFFF"],
  ],
);

table(
  "yes or no",
  domains.flag,
  [reading.exact(true), reading.exact(false), reading.atLeast(true), reading.atLeast(false), reading.unknown],
  [
    [{ is: true }, "TFT??"],
    [{ is: false }, "FTF??"],
    [{ is: [false, true] }, "TTTTT"],
  ],
);

table(
  "one of several values, which have no order",
  domains.colour,
  [reading.exact("red"), reading.exact("blue"), reading.atLeast("red"), reading.atLeast("blue"), reading.unknown],
  [
    [{ is: "red" }, "TF???"],
    [{ is: "blue" }, "FT???"],
    [{ is: ["red", "blue"] }, "TT???"],
    [{ is: ["red", "green", "blue"] }, "TTTTT"],
  ],
);

const both = ["saturday", "sunday"];
for (const open of [false, true]) {
  table(
    open ? "an open set" : "a closed set",
    { ...domains.days, open },
    [
      reading.exact([]),
      reading.exact(["saturday"]),
      reading.exact(both),
      reading.atLeast([]),
      reading.atLeast(["saturday"]),
      reading.atLeast(both),
      reading.unknown,
    ],
    [
      [{ includesAny: ["saturday"] }, "FTT?TT?"],
      [{ includesAny: ["sunday"] }, "FFT??T?"],
      [{ includesAny: both }, "FTT?TT?"],
      [{ includesAll: ["saturday"] }, "FTT?TT?"],
      [{ includesAll: both }, "FFT??T?"],
      [{ isEmpty: true }, "TFF?FF?"],
      [{ isEmpty: false }, "FTT?TT?"],
      [{ size: { atLeast: 1 } }, "FTT?TT?"],
      [{ size: { atLeast: 2 } }, "FFT??T?"],
      [{ size: { below: 2 } }, "TTF??F?"],
      [{ size: { between: [1, 2] } }, open ? "FTT????" : "FTT?TT?"],
      // A closed set has no more than all of its members.
      [{ size: { above: 2 } }, open ? "FFF????" : "FFFFFFF"],
      [{ size: { atMost: 2 } }, open ? "TTT????" : "TTTTTTT"],
    ],
  );
}

table(
  "a member that nobody has listed",
  domains.tags,
  [reading.exact(["payday"]), reading.atLeast(["payday"]), reading.exact(both), reading.atLeast(both)],
  [
    [{ includesAny: ["payday"] }, "TTF?"],
    [{ includesAll: ["payday", "sunday"] }, "F?F?"],
    [{ isEmpty: false }, "TTTT"],
  ],
);

describe("every line through every small domain", () => {
  const cases = smallFactNames.flatMap((name) =>
    linesOf(name).map((line) => [name, JSON.stringify(line), line] as const),
  );

  test.each(cases)("%s %s is as certain as what is told", (name, _, line) => {
    const truth = lineTruth(domains[name], line);
    for (const told of readingsOf(name)) {
      const outcomes = new Set(completionsOf(name, told).map((value) => isOnLine(name, line, value)));
      const expected = outcomes.size === 2 ? UNDECIDED : outcomes.has(true) ? TRUE : FALSE;
      expect(truth(knownOf(domains[name], told)), JSON.stringify(told)).toBe(expected);
    }
  });
});
