import fc from "fast-check";
import { type Condition, type Derived, type FactValue, type Policy, reading } from "plimsoll";
import { expect, test } from "vitest";
import { isEnough, rankIn } from "../analysis/plain-meaning.js";
import { sumsIn, worthOf } from "../analysis/plain-points.js";
import { itemOver, productOver } from "../analysis/small-points.js";
import { draws } from "../prove/draws.js";
import {
  completionsOf,
  domains,
  isOnLine,
  linesOf,
  readingsOf,
  type SmallFact,
  type SmallReadings,
  smallFactNames,
  smallFacts,
} from "./small-facts.js";
import { type TruthName, truthOf } from "./truth-of.js";

const noPolicy: Policy = { id: "none", version: "1.0.0", title: "None", tiers: [] };

const lineArbitrary: fc.Arbitrary<Condition> = fc
  .constantFrom(...smallFactNames)
  .chain((fact) => fc.constantFrom(...linesOf(fact)).map((line) => ({ fact, ...line })));

const signArbitrary = fc.constantFrom("first", "second").map((sign): Condition => ({ sign }));

/** Conditions of a few parts, that rest on the given ones. */
function conditionOver(leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
    const part = tie("condition");
    const parts = fc.array(part, { minLength: 1, maxLength: 3 });
    const items = fc.array(itemOver(smallFacts, part), { minLength: 1, maxLength: 3 });
    return {
      condition: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        leaf,
        parts.map((all) => ({ all })),
        parts.map((any) => ({ any })),
        part.map((inner) => ({ not: inner })),
        fc.record({ count: parts, atLeast: fc.integer({ min: 1, max: 3 }) }),
        fc.record({ score: items, atLeast: fc.oneof(fc.integer({ min: -4, max: 6 }), fc.constantFrom(0.3, 0.6)) }),
        productOver(items),
      ),
    };
  });
  return condition;
}

type Signs = { readonly first: Condition; readonly second: Condition };

const scene = fc.record({
  when: conditionOver(fc.oneof(lineArbitrary, signArbitrary)),
  signs: fc.record({ first: conditionOver(lineArbitrary), second: conditionOver(lineArbitrary) }),
});

const readingsArbitrary: fc.Arbitrary<SmallReadings> = fc.record({
  count: fc.constantFrom(...readingsOf("count")),
  level: fc.constantFrom(...readingsOf("level")),
  flag: fc.constantFrom(...readingsOf("flag")),
  colour: fc.constantFrom(...readingsOf("colour")),
  days: fc.constantFrom(...readingsOf("days")),
  tags: fc.constantFrom(...readingsOf("tags")),
});

/** The library's answer: true, false or undecided. */
function asked(when: Condition, signs: Signs): (readings: SmallReadings) => TruthName {
  const rules = Object.entries(signs).map(([id, condition]) => ({
    id,
    title: id,
    severity: "low" as const,
    why: "It stands.",
    when: condition,
  }));
  return (readings) => truthOf(when, smallFacts, readings, { signs: rules });
}

type Values = Readonly<Record<string, FactValue>>;

/** The plain two-valued meaning of a condition, when every value is known. */
function holds(condition: Condition, values: Values, signs: Signs): boolean {
  const so = (part: Condition) => holds(part, values, signs);
  if ("fact" in condition) {
    const { fact, ...line } = condition;
    return isOnLine(fact as SmallFact, line, values[fact] ?? false); // the conditions here name no others
  }
  if ("all" in condition) return condition.all.every(so);
  if ("any" in condition) return condition.any.some(so);
  if ("not" in condition) return !so(condition.not);
  if ("count" in condition) return condition.count.filter(so).length >= condition.atLeast;
  if ("sign" in condition) return so(condition.sign === "first" ? signs.first : signs.second);
  const sums = sumsIn(condition).map(({ sum }) => {
    if (typeof sum === "string") throw new Error("No rubric stands here.");
    const rank = (fact: string, value: unknown) => rankIn(domains[fact as SmallFact], value); // likewise
    return sum.reduce((points, item) => points + worthOf(item, so, (fact) => values[fact] ?? false, rank), 0);
  });
  return isEnough(condition, sums, { facts: smallFacts, policy: noPolicy });
}

/** The facts that a condition mentions. */
function factsIn(condition: unknown): readonly SmallFact[] {
  const text = JSON.stringify(condition);
  return smallFactNames.filter((name) => text.includes(`"fact":"${name}"`));
}

/** Every way in which the facts that matter may turn out. */
function completions(readings: SmallReadings, names: readonly SmallFact[]): readonly Values[] {
  return names.reduce<readonly Values[]>(
    (found, name) =>
      found.flatMap((values) => completionsOf(name, readings[name]).map((value) => ({ ...values, [name]: value }))),
    [{}],
  );
}

test("what is true, or false, stays so however the readings turn out", () => {
  fc.assert(
    fc.property(scene, readingsArbitrary, ({ when, signs }, readings) => {
      const truth = asked(when, signs)(readings);
      fc.pre(truth !== "undecided");
      for (const values of completions(readings, factsIn([when, signs]))) {
        expect(String(holds(when, values, signs))).toBe(truth);
      }
    }),
    draws(400),
  );
});

test("what is known in full is never undecided, and means what it says", () => {
  const known = readingsArbitrary.map((readings): SmallReadings => {
    const settled = smallFactNames.map((name) => [
      name,
      reading.exact(completionsOf(name, readings[name])[0] ?? false),
    ]);
    return Object.fromEntries(settled) as Record<SmallFact, Derived>; // by the names of the small facts
  });
  fc.assert(
    fc.property(scene, known, ({ when, signs }, readings) => {
      const [values] = completions(readings, smallFactNames);
      expect(asked(when, signs)(readings)).toBe(String(holds(when, values ?? {}, signs)));
    }),
    draws(400),
  );
});

/** What may be told after `told`, when more comes to be known. */
function refinementsOf(name: SmallFact, told: Derived): readonly Derived[] {
  const possible = completionsOf(name, told);
  return readingsOf(name).filter((next) => {
    if (next.kind === "unknown") return told.kind === "unknown";
    // "At least" tells nothing of values without an order.
    if (next.kind === "at-least" && domains[name].kind === "enum") return told.kind !== "exact";
    return (
      completionsOf(name, next).every((value) => possible.includes(value)) &&
      (told.kind !== "exact" || next.kind === "exact")
    );
  });
}

test("more evidence decides what was open, and turns nothing round", () => {
  fc.assert(
    fc.property(
      scene,
      readingsArbitrary,
      fc.constantFrom(...smallFactNames),
      fc.nat(),
      (rules, readings, name, pick) => {
        const ask = asked(rules.when, rules.signs);
        const before = ask(readings);
        fc.pre(before !== "undecided");
        const refined = refinementsOf(name, readings[name]);
        const next = refined[pick % refined.length];
        expect(ask({ ...readings, ...(next && { [name]: next }) })).toBe(before);
      },
    ),
    draws(600),
  );
});
