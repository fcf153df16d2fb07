import type { FactValue, Policy } from "plimsoll";
import { type Change, createAnalysis, type PathTo, pathsTo } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, policyOf } from "../policy/a-policy.js";
import { appWith, ladder, notAnyMore, shown, tiny, until } from "./tiny-world.js";

const isRed = { fact: "colour", is: "red" };
const isOutside = { fact: "outside", is: true };
const isUnguarded = { fact: "guarded", is: false };
const people = (atLeast: number) => ({ fact: "people", atLeast });
const level = (atLeast: string) => ({ fact: "level", atLeast });

/** A change of a fact; `words` are its values now and before. */
function change(fact: string, from: FactValue | null, to: FactValue, words: string): Change {
  const [becomes = "", before = ""] = words.split(", instead of ");
  return { fact, question: `What of ${fact}?`, from, to, words: until(fact, becomes, notAnyMore(before)) };
}

const path = (facts: Readonly<Record<string, FactValue>>, tier: string, ...changes: readonly Change[]): PathTo => ({
  changes,
  witness: shown(facts, tier),
});

type Told = Readonly<Record<string, unknown>>;
type Row = readonly [what: string, told: Told, policy: Policy, paths: readonly PathTo[]];

const fewerPeople = change("people", 12, 9, "9 people, instead of 12 people");
const inside = change("outside", true, false, "no, instead of yes");

const everyTwoOfThree: Policy = policyOf({ count: [people(10), isOutside, level("some")], atLeast: 2 });

test.each<Row>([
  ["fewer people", { people: 12 }, policyOf(people(10)), [path({ people: 9 }, "team", fewerPeople)]],
  [
    "one person",
    { people: 2 },
    policyOf(people(2)),
    [path({ people: 1 }, "team", change("people", 2, 1, "1 person, instead of 2 people"))],
  ],
  [
    "less of what is measured",
    { weight: 4 },
    policyOf({ fact: "weight", above: 2.5 }),
    [path({ weight: 2.5 }, "team", change("weight", 4, 2.5, "2.5 tons, instead of 4 tons"))],
  ],
  [
    "a little more rather than much less, where it is at the last that a rule stands of",
    { weight: 2.5 },
    policyOf({ fact: "weight", between: [1, 2.5] }),
    [path({ weight: 3 }, "team", change("weight", 2.5, 3, "3 tons, instead of 2.5 tons"))],
  ],
  [
    "a little less rather than much more, where it is at the first that a rule stands of",
    { weight: 1 },
    policyOf({ fact: "weight", between: [1, 2.5] }),
    [path({ weight: 0 }, "team", change("weight", 1, 0, "0 tons, instead of 1 ton"))],
  ],
  [
    "the next level below",
    { level: "much" },
    policyOf(level("much")),
    [path({ level: "some" }, "team", change("level", "much", "some", "some, instead of much"))],
  ],
  ["no instead of yes", { outside: true }, policyOf(isOutside), [path({ outside: false }, "team", inside)]],
  [
    "yes instead of no",
    { guarded: false },
    policyOf(isUnguarded),
    [path({ guarded: true }, "team", change("guarded", false, true, "yes, instead of no"))],
  ],
  [
    "another colour",
    { colour: "red" },
    policyOf(isRed),
    [path({ colour: "green" }, "team", change("colour", "red", "green", "green, instead of red"))],
  ],
  [
    "a set without one of its members",
    { data: ["names", "health"] },
    policyOf({ fact: "data", includesAny: ["health"] }),
    [
      path(
        { data: ["names"] },
        "team",
        change("data", ["names", "health"], ["names"], "names, instead of names, health"),
      ),
    ],
  ],
  [
    "an empty set",
    { data: ["health"] },
    policyOf({ fact: "data", isEmpty: false }),
    [path({ data: [] }, "team", change("data", ["health"], [], "none, instead of health"))],
  ],
  [
    "two facts that are each too much",
    { people: 12, outside: true },
    policyOf({ any: [people(10), isOutside] }),
    [path({ people: 9, outside: false }, "team", fewerPeople, inside)],
  ],
  [
    "either of two facts that are too much together",
    { people: 12, outside: true },
    policyOf({ all: [people(10), isOutside] }),
    [path({ people: 12, outside: false }, "team", inside), path({ people: 9, outside: true }, "team", fewerPeople)],
  ],
  [
    "any two of three",
    { people: 12, outside: true, level: "some" },
    everyTwoOfThree,
    [
      path(
        { people: 12, outside: false, level: "none" },
        "team",
        inside,
        change("level", "some", "none", "none, instead of some"),
      ),
      path(
        { people: 9, outside: true, level: "none" },
        "team",
        fewerPeople,
        change("level", "some", "none", "none, instead of some"),
      ),
      path({ people: 9, outside: false, level: "some" }, "team", fewerPeople, inside),
    ],
  ],
  [
    "one fact, before two others that do as well",
    { people: 12, outside: true, colour: "red" },
    policyOf({ any: [{ all: [people(10), isOutside] }, { all: [people(10), isRed] }] }),
    [
      path({ people: 9, outside: true, colour: "red" }, "team", fewerPeople),
      path(
        { people: 12, outside: false, colour: "green" },
        "team",
        inside,
        change("colour", "red", "green", "green, instead of red"),
      ),
    ],
  ],
  [
    "what can be changed, beside what cannot",
    { people: 12, lawful: true },
    policyOf({ all: [people(10), { fact: "lawful", is: true }] }),
    [path({ people: 9, lawful: true }, "team", fewerPeople)],
  ],
  ["nothing, in the tier already", { people: 5 }, policyOf(people(10)), [path({ people: 5 }, "team")]],
])("it takes %s to get down to the lowest tier", (_, told, policy, paths) => {
  expect(pathsTo(appWith(told), "team", createAnalysis(policy, tiny))).toEqual({
    verdict: "found",
    paths,
    complete: true,
  });
});

const threeTiers: Policy = {
  ...ladder,
  criteria: [
    criterion(people(10), { id: "many" }),
    criterion(people(20), { id: "crowd", tier: "board" }),
    criterion(isRed, { id: "red" }),
  ],
};

const colour = { colour: "green" };

test.each<readonly [what: string, told: Told, tier: string, paths: readonly PathTo[]]>([
  [
    "down to the middle",
    { people: 25, ...colour },
    "central",
    [path({ people: 19, ...colour }, "central", change("people", 25, 19, "19 people, instead of 25 people"))],
  ],
  [
    "down to the lowest",
    { people: 25, ...colour },
    "team",
    [path({ people: 9, ...colour }, "team", change("people", 25, 9, "9 people, instead of 25 people"))],
  ],
  [
    "up to the middle",
    { people: 5, ...colour },
    "central",
    [
      path({ people: 5, colour: "red" }, "central", change("colour", "green", "red", "red, instead of green")),
      path({ people: 10, ...colour }, "central", change("people", 5, 10, "10 people, instead of 5 people")),
    ],
  ],
  [
    "up to the highest",
    { people: 5, ...colour },
    "board",
    [path({ people: 20, ...colour }, "board", change("people", 5, 20, "20 people, instead of 5 people"))],
  ],
  ["nowhere, being in the middle", { people: 15, ...colour }, "central", [path({ people: 15, ...colour }, "central")]],
])("of three tiers an app is brought %s", (_, told, tier, paths) => {
  expect(pathsTo(appWith(told), tier, createAnalysis(threeTiers, tiny))).toEqual({
    verdict: "found",
    paths,
    complete: true,
  });
});
