import fc from "fast-check";
import type { Condition, Derived, FactValue, Points } from "plimsoll";
import { describe, expect, test } from "vitest";
import { ownFact } from "../analysis/own-facts.js";
import { draws } from "../prove/draws.js";
import {
  completionsOf,
  isOnLine,
  linesOf,
  readingsOf,
  type SmallFact,
  type SmallReadings,
  smallFactNames,
  smallFacts,
} from "./small-facts.js";
import { truthOf } from "./truth-of.js";

/** The values of the open set that the oracle lists have two members that no line names, and tell no larger sizes apart. */
const isListed = (line: object) => !/[23]/.test(JSON.stringify(line));

/** A condition on one fact: a line, or lines put together. */
function onFact(fact: SmallFact): fc.Arbitrary<Condition> {
  const lines = linesOf(fact).filter((drawn) => fact !== "tags" || isListed(drawn));
  const line = fc.constantFrom(...lines).map((drawn): Condition => ({ fact, ...drawn }));
  const several = fc.array(line, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: line },
    line.map((not) => ({ not })),
    several.map((all) => ({ all })),
    several.map((any) => ({ any })),
    fc.record({ count: several, atLeast: fc.constantFrom(1, 2) }),
  );
}

const pointsOn: fc.Arbitrary<Points> = fc
  .constantFrom(...smallFactNames)
  .chain((fact) => fc.record({ points: fc.integer({ min: -3, max: 4 }), when: onFact(fact) }));

const itemsArbitrary = fc.array(pointsOn, { minLength: 1, maxLength: 8 });

const readingsArbitrary: fc.Arbitrary<SmallReadings> = fc
  .tuple(...smallFactNames.map((name) => fc.constantFrom(...readingsOf(name))))
  .map((told) => Object.fromEntries(smallFactNames.map((name, place) => [name, told[place]])) as SmallReadings); // by name

/** The plain meaning of a condition on one fact, for one value of it. */
function isSo(condition: Condition, fact: SmallFact, value: FactValue): boolean {
  const so = (part: Condition) => isSo(part, fact, value);
  if ("fact" in condition) {
    const { fact: _, ...line } = condition;
    return isOnLine(fact, line, value);
  }
  if ("all" in condition) return condition.all.every(so);
  if ("any" in condition) return condition.any.some(so);
  if ("not" in condition) return !so(condition.not);
  if ("count" in condition) return condition.count.filter(so).length >= condition.atLeast;
  throw new Error("No other condition stands here.");
}

const factIn = (when: Condition): SmallFact =>
  smallFactNames.find((name) => JSON.stringify(when).includes(`"fact":"${name}"`)) ?? "flag";

/** The least and the most that items come to, over every way in which what is told may turn out. */
function everySum(items: readonly Points[], readings: SmallReadings): { readonly low: number; readonly high: number } {
  // Facts turn out one beside the other, so that the least of the whole is made of the least of each.
  const byFact = smallFactNames.map((fact) => {
    const own = items.filter(({ when }) => factIn(when) === fact);
    return completionsOf(fact, readings[fact]).map((value) =>
      own.reduce((sum, { points, when }) => sum + (isSo(when, fact, value) ? points : 0), 0),
    );
  });
  const sum = (pick: (...sums: number[]) => number) => byFact.reduce((all, sums) => all + pick(...sums), 0);
  return { low: sum(Math.min), high: sum(Math.max) };
}

const askedAt = (score: readonly Points[], atLeast: number, readings: Readonly<Record<string, Derived>>) =>
  truthOf({ score, atLeast }, smallFacts, readings);

test("a sum whose items ask one fact each lies between the least and the most that any app can come to", () => {
  fc.assert(
    fc.property(itemsArbitrary, readingsArbitrary, (items, readings) => {
      const { low, high } = everySum(items, readings);
      expect([askedAt(items, low, readings), askedAt(items, high + 1, readings)]).toEqual(["true", "false"]);
      if (high > low) {
        expect([askedAt(items, low + 1, readings), askedAt(items, high, readings)]).toEqual(["undecided", "undecided"]);
      }
    }),
    draws(3000),
  );
});

test("a count is a sum of ones", () => {
  fc.assert(
    fc.property(itemsArbitrary, readingsArbitrary, fc.integer({ min: 1, max: 4 }), (items, readings, atLeast) => {
      const ones = items.map((item) => ({ ...item, points: 1 }));
      const { low, high } = everySum(ones, readings);
      const expected = low >= atLeast ? "true" : high >= atLeast ? "undecided" : "false";
      const count = items.map(({ when }) => when);
      expect(truthOf({ count, atLeast }, smallFacts, readings)).toBe(expected);
    }),
    draws(1000),
  );
});

describe("answers that exclude each other", () => {
  const unknown: Derived = { kind: "unknown" };
  const score: readonly Points[] = [
    { points: 2, when: { fact: "colour", is: "red" } },
    { points: 2, when: { fact: "colour", is: "green" } },
    { points: 1, when: { fact: "flag", is: true } },
  ];

  test("are not added up", () => {
    expect(askedAt(score, 3, { colour: unknown, flag: unknown })).toBe("undecided");
    expect(askedAt(score, 4, { colour: unknown, flag: unknown })).toBe("false");
  });

  test("are certain together where each of them brings the points", () => {
    const everywhere: readonly Points[] = ["red", "green", "blue"].map((is) => ({
      points: 2,
      when: { fact: "colour", is },
    }));
    expect(askedAt(everywhere, 2, { colour: unknown })).toBe("true");
    expect(askedAt(everywhere, 3, { colour: unknown })).toBe("false");
  });

  test("are not added up either where points lie on many other members of the same set", () => {
    const members = Array.from({ length: 12 }, (_, index) => `member ${index}`);
    const fact = ownFact("places", { kind: "set", members, open: false });
    const either: readonly Points[] = [
      { points: 2, when: { fact: "places", includesAny: ["member 0"] } },
      { points: 2, when: { not: { fact: "places", includesAny: ["member 0"] } } },
    ];
    const others = members.slice(1).map((member): Points => {
      return { points: 1, when: { fact: "places", includesAny: [member] } };
    });
    const asked = (atLeast: number) => truthOf({ score: [...either, ...others], atLeast }, { places: fact }, {});
    expect([2, 3, 13, 14].map(asked)).toEqual(["true", "undecided", "undecided", "false"]);
  });
});
