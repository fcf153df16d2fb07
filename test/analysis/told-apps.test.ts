import { type AppProfile, type Policy, standardPolicy } from "plimsoll";
import { type Constraint, createAnalysis, tierRange } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { analysisOf, appTelling, exactly, lifting, oneRule, refusalOf } from "./own-facts.js";

type Told = NonNullable<AppProfile["extensions"]>;

const rules: Partial<Policy> = {
  criteria: [
    lifting("crowd", "central", { fact: "desks", atLeast: 5 }),
    lifting("hall", "experts", {
      all: [
        { fact: "size", atLeast: "medium" },
        { fact: "desks", atLeast: 3 },
      ],
    }),
  ],
};

test.each<readonly [told: Told, tiers: readonly string[]]>([
  [{}, ["team", "central", "experts"]],
  [{ desks: 2 }, ["team"]],
  [{ desks: 3 }, ["team", "experts"]],
  [{ desks: 7 }, ["central", "experts"]],
  [{ desks: { atLeast: 2 } }, ["team", "central", "experts"]],
  [{ desks: { atLeast: 5 } }, ["central", "experts"]],
  [{ size: "small" }, ["team", "central"]],
  [{ size: "large" }, ["team", "experts"]],
  [{ size: { atLeast: "medium" } }, ["team", "experts"]],
  [{ size: { atLeast: "medium" }, desks: { atLeast: 3 } }, ["experts"]],
  [{ size: "small", desks: { atLeast: 9 } }, ["central"]],
])("an app of which %j is told can be in %j", (told, tiers) => {
  expect(tierRange(appTelling(told), analysisOf(rules))).toEqual(exactly(...tiers));
});

const onlySouth = {
  all: [{ not: { fact: "places", includesAny: ["north"] } }, { fact: "places", includesAny: ["south"] }],
};

test.each<readonly [when: object, told: Told, tiers: readonly string[]]>([
  [{ fact: "open", is: true }, { open: { atLeast: true } }, ["central"]],
  [{ fact: "open", is: true }, { open: { atLeast: false } }, ["team", "central"]],
  [{ fact: "open", is: true }, { open: false }, ["team"]],
  [{ fact: "colour", is: "red" }, { colour: "blue" }, ["team"]],
  [{ fact: "colour", is: "red" }, { colour: { atLeast: "blue" } }, ["team", "central"]],
  [{ fact: "places", includesAll: ["north", "south"] }, { places: ["north"] }, ["team"]],
  [{ fact: "places", includesAll: ["north", "south"] }, { places: { atLeast: ["north"] } }, ["team", "central"]],
  [{ fact: "places", includesAny: ["north"] }, { places: { atLeast: ["west", "north"] } }, ["central"]],
  [{ fact: "places", isEmpty: true }, { places: [] }, ["central"]],
  [{ fact: "places", isEmpty: true }, { places: { atLeast: [] } }, ["team", "central"]],
  [{ fact: "places", isEmpty: true }, { places: { atLeast: ["west"] } }, ["team"]],
  [onlySouth, { places: { atLeast: ["north"] } }, ["team"]],
  [onlySouth, { places: { atLeast: ["south"] } }, ["team", "central"]],
  [{ fact: "tons", atLeast: 1.5 }, { tons: 1.49 }, ["team"]],
  [{ fact: "tons", atLeast: 1.5 }, { tons: { atLeast: 1.49 } }, ["team", "central"]],
  [{ fact: "tons", atLeast: 1.5 }, { tons: 1.5 }, ["central"]],
])("by the rule %j, an app of which %j is told can be in %j", (when, told, tiers) => {
  expect(tierRange(appTelling(told), analysisOf(oneRule(when)))).toEqual(exactly(...tiers));
});

const seatsForDesks: Constraint = { fact: "desks", atMostFact: "seats" };
const sumOfSeats: Constraint = { sum: ["desks", "guards"], equals: ["seats"] };
const loaded: Constraint = { fact: "load", atMostFact: "tons" };
const manySeats = { fact: "seats", atLeast: 5 };
const heavy = { fact: "tons", atLeast: 1.5 };

test.each<readonly [when: object, constraint: Constraint, told: Told, tiers: readonly string[]]>([
  [manySeats, seatsForDesks, { desks: 7 }, ["central"]],
  [manySeats, seatsForDesks, { desks: 4 }, ["team", "central"]],
  [manySeats, seatsForDesks, { desks: { atLeast: 5 } }, ["central"]],
  [manySeats, sumOfSeats, { desks: 3, guards: 2 }, ["central"]],
  [manySeats, sumOfSeats, { desks: 2, guards: 2 }, ["team"]],
  [manySeats, sumOfSeats, { desks: { atLeast: 3 }, guards: 2 }, ["central"]],
  [heavy, loaded, { load: 1.5 }, ["central"]],
  [heavy, loaded, { load: 1.4 }, ["team", "central"]],
  [heavy, loaded, { load: { atLeast: 2 } }, ["central"]],
])("by the rule %j and because of %j, an app of which %j is told can be in %j", (when, constraint, told, tiers) => {
  const analysis = analysisOf(oneRule(when), { constraints: [constraint] });
  expect(tierRange(appTelling(told), analysis)).toEqual(exactly(...tiers));
});

test("a profile that no app can be like is refused", () => {
  const analysis = analysisOf(oneRule(manySeats), { constraints: [seatsForDesks] });
  expect(refusalOf(() => tierRange(appTelling({ desks: 5, seats: 4 }), analysis))).toStrictEqual({
    code: "invalid-profile",
    problems: [
      {
        pointer: "",
        code: "contradiction",
        message:
          "What this profile says cannot be so of any app. Read it with parseProfile, which says where it contradicts itself.",
      },
    ],
  });
});

test("tiers are told from the lowest to the highest, however they are found", () => {
  const falling = {
    criteria: [
      lifting("crowd", "experts", { fact: "desks", below: 2 }),
      lifting("some", "central", { fact: "desks", between: [2, 5] }),
    ],
  };
  expect(tierRange(appTelling({}), analysisOf(falling))).toEqual(exactly("team", "central", "experts"));
});

test("a range that takes more than the budget says so", () => {
  expect(tierRange(appTelling({}), analysisOf(rules, { budget: 4 }))).toMatchObject({ verdict: "too-large" });
});

test("many questions can be asked of one policy", () => {
  const analysis = createAnalysis(standardPolicy);
  const app = { id: "app", name: "An app" };
  expect(tierRange({ ...app, audience: { users: 140 } }, analysis)).toEqual(exactly("it-review", "professional"));
  expect(tierRange({ ...app, data: [{ class: "payment" }] }, analysis)).toEqual(exactly("professional"));
  expect(tierRange(app, analysis)).toEqual(exactly("citizen", "it-review", "professional"));
});
