import fc from "fast-check";
import { type Condition, type Pointer, type Policy, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { createExaminer } from "../../src/classify/index.js";
import { always, keyOf, linesIn, never, partsIn, taken } from "../../src/policy/index.js";
import { conditionOver } from "../analysis/small-conditions.js";
import { emptyPolicy, manyUsers, policyOf, sign } from "./a-policy.js";
import { deepFreeze } from "./frozen.js";

const daily: Condition = { fact: "dailyDependence", is: true };
const other: Condition = { fact: "stage", is: "retired" };
const policy: Policy = {
  ...emptyPolicy,
  signs: [sign("daily", daily)],
  rubrics: [
    { id: "cost", title: "Cost", items: [] },
    {
      id: "risk",
      title: "Risk",
      items: [
        { points: 2, title: "Crowd", when: manyUsers },
        { points: -1, when: daily },
      ],
    },
  ],
};

/** A part: where it stands, what it is, and the whole condition with {@link other} in its place. */
type Listed = readonly [pointer: Pointer, part: Condition, replaced: Condition];

const listed: readonly (readonly [says: string, condition: Condition, parts: readonly Listed[]])[] = [
  ["a line, which has none", manyUsers, []],
  ["a sign, whose parts stand with the sign", { sign: "daily" }, []],
  [
    "all of several",
    { all: [manyUsers, daily] },
    [
      ["/when/all/0", manyUsers, { all: [other, daily] }],
      ["/when/all/1", daily, { all: [manyUsers, other] }],
    ],
  ],
  ["any of several", { any: [daily] }, [["/when/any/0", daily, { any: [other] }]]],
  ["the opposite of one", { not: daily }, [["/when/not", daily, { not: other }]]],
  [
    "so many of several",
    { count: [manyUsers, daily], atLeast: 2 },
    [
      ["/when/count/0", manyUsers, { count: [other, daily], atLeast: 2 }],
      ["/when/count/1", daily, { count: [manyUsers, other], atLeast: 2 }],
    ],
  ],
  [
    "points of its own",
    { score: [{ points: 3, title: "Use", when: daily }], atLeast: 1 },
    [["/when/score/0/when", daily, { score: [{ points: 3, title: "Use", when: other }], atLeast: 1 }]],
  ],
  [
    "points of a rubric, which stand with the rubric",
    { score: "risk", atLeast: 2 },
    [
      [
        "/rubrics/1/items/0/when",
        manyUsers,
        {
          score: [
            { points: 2, title: "Crowd", when: other },
            { points: -1, when: daily },
          ],
          atLeast: 2,
        },
      ],
      [
        "/rubrics/1/items/1/when",
        daily,
        {
          score: [
            { points: 2, title: "Crowd", when: manyUsers },
            { points: -1, when: other },
          ],
          atLeast: 2,
        },
      ],
    ],
  ],
  ["points of a rubric that is not there", { score: "nobody", atLeast: 2 }, []],
  [
    "parts of parts, each after what it is part of",
    { any: [{ not: { all: [daily] } }, manyUsers] },
    [
      ["/when/any/0", { not: { all: [daily] } }, { any: [other, manyUsers] }],
      ["/when/any/0/not", { all: [daily] }, { any: [{ not: other }, manyUsers] }],
      ["/when/any/0/not/all/0", daily, { any: [{ not: { all: [other] } }, manyUsers] }],
      ["/when/any/1", manyUsers, { any: [{ not: { all: [daily] } }, other] }],
    ],
  ],
];

const { calculation, dailyDependence, support } = standardFacts;
const conditions = conditionOver({ calculation, dailyDependence, support }, ["daily"]);

const valueAt = (document: unknown, pointer: Pointer): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce((value, key) => Reflect.get(Object(value), key), document);

describe("the parts of a condition", () => {
  test.each(listed)("%s", (_, condition, parts) => {
    const found = partsIn(deepFreeze(condition), "/when", policy);
    expect(found.map(({ part, pointer, replacedBy }) => [pointer, part, replacedBy(other)])).toEqual(parts);
  });

  test("are none of a rubric where a policy has no rubrics", () => {
    expect(partsIn({ score: "risk", atLeast: 2 }, "/when", emptyPolicy)).toEqual([]);
  });

  test("stand where their pointers lead", () => {
    const over = conditionOver({ calculation, dailyDependence, support }, ["daily"], ["risk"]);
    fc.assert(
      fc.property(over, (when) => {
        const whole = policyOf(when, policy);
        const found = partsIn(when, "/criteria/0/when", policy);
        for (const { part, pointer } of found) {
          // Points by the value of a fact stand there, instead of the line that they are for.
          const isByValue = /\/(points|pointsEach|bands)\//.test(pointer);
          expect(valueAt(whole, pointer)).toEqual(isByValue ? expect.anything() : part);
        }
      }),
    );
  });

  test("make the same condition when they are put back", () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const made = partsIn(condition, "", policy).map(({ part, replacedBy }) => replacedBy(part));
        expect(made).toEqual(made.map(() => condition));
      }),
    );
  });
});

describe("a condition in which another is taken as so, or as not so", () => {
  test.each<readonly [says: string, condition: Condition, made: Condition]>([
    ["is what it is taken as, when it is that other", manyUsers, never],
    ["stays as it was, when the other is not in it", { all: [daily] }, { all: [daily] }],
    ["keeps its signs, whatever they rest on", { any: [{ sign: "daily" }] }, { any: [{ sign: "daily" }] }],
    [
      "has it taken wherever it stands",
      { all: [manyUsers, daily, { not: { any: [daily, manyUsers] } }] },
      { all: [never, daily, { not: { any: [daily, never] } }] },
    ],
    ["counts as many", { count: [manyUsers, daily], atLeast: 2 }, { count: [never, daily], atLeast: 2 }],
    [
      "gives the same points",
      { score: [{ points: 3, title: "Crowd", when: manyUsers }], atLeast: 1 },
      { score: [{ points: 3, title: "Crowd", when: never }], atLeast: 1 },
    ],
    [
      "spells out its rubrics",
      { score: "risk", atLeast: 1 },
      {
        score: [
          { points: 2, title: "Crowd", when: never },
          { points: -1, when: daily },
        ],
        atLeast: 1,
      },
    ],
  ])("%s", (_, condition, made) => {
    expect(taken(deepFreeze(condition), keyOf(manyUsers), never, policy)).toEqual(made);
  });

  test("may have more than a line taken", () => {
    const not = { not: manyUsers };
    expect(taken({ any: [not, manyUsers] }, keyOf(not), always, policy)).toEqual({ any: [always, manyUsers] });
  });

  test("does not look for it again in what it is taken as", () => {
    expect(taken({ all: [manyUsers] }, keyOf(manyUsers), { not: manyUsers }, policy)).toEqual({
      all: [{ not: manyUsers }],
    });
  });

  test("no longer draws a line that is taken, and draws all others", () => {
    fc.assert(
      fc.property(conditions, fc.nat(), (condition, choice) => {
        const lines = linesIn(condition, emptyPolicy);
        const chosen = lines[choice % lines.length] ?? manyUsers;
        const made = taken(condition, keyOf(chosen), always, emptyPolicy);
        expect(linesIn(made, emptyPolicy)).toEqual(lines.filter((line) => keyOf(line) !== keyOf(chosen)));
      }),
    );
  });
});

test("always is so of every app, never of none", () => {
  const { ask } = createExaminer(emptyPolicy)({ id: "rota", name: "Rota" });
  expect([always, never].map((condition) => ask(condition).holds)).toEqual([true, false]);
});
