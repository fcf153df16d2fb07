import {
  type AppProfile,
  type Derived,
  deriveFacts,
  type FactCondition,
  type FactValue,
  type Policy,
  reading,
} from "plimsoll";
import type { Constraint } from "plimsoll/analysis";
import { createAnalysis } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { studyOf } from "../../src/analysis/study.js";
import { viewOf } from "../../src/analysis/view.js";
import { valuesOf } from "../../src/diagrams/index.js";
import { appTelling, lifting, ownFacts, ownPolicy } from "./own-facts.js";

type Answer = NonNullable<AppProfile["extensions"]>[string];

const rules: Partial<Policy> = {
  criteria: [
    lifting("crowd", "central", { fact: "desks", atLeast: 5 }),
    lifting("heavy", "central", { fact: "tons", atLeast: 1.5 }),
    lifting("hall", "central", { fact: "size", atLeast: "medium" }),
    lifting("door", "central", { fact: "open", is: true }),
    lifting("red", "central", { fact: "colour", is: "red" }),
    lifting("north", "central", { fact: "places", includesAny: ["north"] }),
  ],
};

const studying = (constraints: readonly Constraint[] = []) =>
  studyOf(createAnalysis(ownPolicy(rules), { facts: ownFacts, constraints }))();

/** The line that an answer draws, beside those of the policy, and the cells that it leaves of its fact. */
function drawnBy(fact: string, answer: Answer, constraints: readonly Constraint[] = []) {
  const study = studying(constraints);
  const { model, told, readings } = viewOf(study, appTelling({ [fact]: answer }));
  const index = model.space.indexOf(fact);
  const known = study.model.space.lines.map((line) => JSON.stringify(line));
  const lines = model.space.lines.filter((line) => !known.includes(JSON.stringify(line)));
  return { lines, told: told[index], reading: readings[index], cells: model.space.variables[index]?.partition.cells };
}

type Row = readonly [
  fact: string,
  answer: Answer,
  line: Omit<FactCondition, "fact"> | undefined,
  cells: unknown,
  told: readonly number[],
];

test.each<Row>([
  ["desks", 3, { between: [3, 3] }, [0, 3, 4, 5], [1]],
  ["desks", 0, { between: [0, 0] }, [0, 1, 5], [0]],
  ["desks", { atLeast: 3 }, { atLeast: 3 }, [0, 3, 5], [1, 2]],
  ["desks", { atLeast: 0 }, { atLeast: 0 }, [0, 5], [0, 1]],
  ["tons", 1, undefined, [0, 1.5], [0]],
  ["tons", 2, undefined, [0, 1.5], [1]],
  ["tons", { atLeast: 1 }, { atLeast: 1 }, [0, 1, 1.5], [1, 2]],
  ["size", "large", { is: "large" }, ["small", "medium", "large"], [2]],
  ["size", { atLeast: "large" }, { is: "large" }, ["small", "medium", "large"], [2]],
  ["size", { atLeast: "small" }, { atLeast: "small" }, ["small", "medium"], [0, 1]],
  ["open", true, { is: true }, [false, true], [1]],
  ["open", false, { is: false }, [false, true], [0]],
  ["open", { atLeast: true }, { is: true }, [false, true], [1]],
  ["open", { atLeast: false }, { is: false }, [false, true], [0, 1]],
  ["colour", "green", { is: "green" }, ["red", "green", "blue"], [1]],
  ["colour", { atLeast: "green" }, undefined, ["red", "green"], [0, 1]],
  ["places", [], { isEmpty: true }, [[], ["north"], ["south"]], [0]],
  ["places", ["west"], { includesAll: ["west"] }, [[], ["north"], ["west"], ["north", "west"]], [2]],
  ["places", { atLeast: ["west"] }, { includesAll: ["west"] }, [[], ["north"], ["west"], ["north", "west"]], [2, 3]],
  ["places", { atLeast: [] }, { isEmpty: true }, [[], ["north"], ["south"]], [0, 1, 2]],
])("of %s, %j draws the line %j", (fact, answer, line, cells, told) => {
  const isKnown = line === undefined || (fact === "open" && JSON.stringify(line) === '{"is":true}');
  const found = drawnBy(fact, answer);
  expect(found.lines).toEqual(isKnown ? [] : [{ fact, ...line }]);
  expect(found.cells).toEqual(cells);
  expect(found.told).toEqual(told);
  expect(found.reading).toEqual(readingOf(answer));
});

/** The least of an order that has no more is all there is to know; of values without an order it says nothing. */
function readingOf(answer: Answer): Derived {
  // The rows hold nothing but values of the facts.
  if (typeof answer !== "object" || answer === null || !("atLeast" in answer))
    return reading.exact(answer as FactValue);
  const least = answer.atLeast as FactValue; // likewise
  if (least === "green") return reading.unknown;
  return least === "large" || least === true ? reading.exact(least) : reading.atLeast(least);
}

test("of a fact that is not told, every cell is left", () => {
  const { model, told, readings } = viewOf(studying(), appTelling({ desks: 3 }));
  const index = model.space.indexOf("size");
  expect([told[index], readings[index]]).toEqual([[0, 1], { kind: "unknown" }]);
});

test("a number that need not be whole draws a line as soon as another one is bound to it", () => {
  const bound = { fact: "load", atMostFact: "tons" } as const;
  expect(drawnBy("tons", 1, [bound]).lines).toEqual([{ fact: "tons", between: [1, 1] }]);
  expect(drawnBy("load", 1, [bound]).lines).toEqual([{ fact: "load", between: [1, 1] }]);
  const unbound = { fact: "seats", atMostFact: "desks" } as const;
  expect(drawnBy("tons", 1, [unbound]).lines).toEqual([]);
});

const ranksIn = (view: ReturnType<typeof viewOf>) => valuesOf(view.model.diagrams, view.tier);

test("what is told stays as it is, but for facts that need not be kept", () => {
  const app = appTelling({ desks: 7, size: "small" });
  expect(ranksIn(viewOf(studying(), app))).toEqual([-1, 1]);
  expect(ranksIn(viewOf(studying(), app, () => false))).toEqual([0, 1]);
  const isKept = (name: string) => ranksIn(viewOf(studying(), app, (variable) => variable.name === name));
  expect(isKept("desks")).toEqual([-1, 1]);
  expect(isKept("size")).toEqual([-1, 0, 1]);
});

test("nothing is worked out anew for an app of which nothing is told", () => {
  const study = studying();
  const view = viewOf(study, appTelling({}));
  expect(view.model).toBe(study.model);
  expect(view.tier).toBe(study.tier);
  expect(view.replay).toBe(study.replay);
});

test("lines that are drawn besides tell apps apart, also where nothing is told", () => {
  const isKept = () => true;
  const { model } = viewOf(studying(), appTelling({}), isKept, [{ fact: "desks", atLeast: 2 }]);
  expect(model.space.variables[model.space.indexOf("desks")]?.partition.cells).toEqual([0, 2, 5]);
});

test("an app is looked at anew when all that is told is a number that draws no line", () => {
  const study = studying();
  const view = viewOf(study, appTelling({ tons: 2 }));
  expect(ranksIn(view)).toEqual([-1, 1]);
  expect(deriveFacts(appTelling({ tons: 2 }), ownFacts).tons?.kind).toBe("exact");
});
