import { type Catalogue, type Condition, defineFact, type Points, reading } from "plimsoll";
import { describe, expect, test } from "vitest";
import { FALSE, not, TRUE, UNDECIDED } from "../../src/conditions/index.js";
import { truthOf } from "./truth-of.js";

const answering = (derive: () => ReturnType<typeof reading.exact<boolean>> | typeof reading.unknown) =>
  defineFact({
    question: "So?",
    domain: { kind: "boolean" },
    cost: 1,
    changeable: true,
    risk: "neither",
    answerAt: [],
    derive,
  });

const ofEachValue = {
  T: answering(() => reading.exact(true)),
  F: answering(() => reading.exact(false)),
  U: answering(() => reading.unknown),
};

/** A fact for each of the three values, and some more of each. */
const facts: Catalogue = Object.fromEntries(
  Object.entries(ofEachValue).flatMap(([value, fact]) => ["", 0, 1, 2].map((place) => [`${value}${place}`, fact])),
);

type Value = "T" | "F" | "U";
const values: readonly Value[] = ["T", "F", "U"];
const names = { T: "true", F: "false", U: "undecided" } as const;

const so = (value: Value): Condition => ({ fact: value, is: true });
const parts = (row: string): Condition[] => [...row].map((value, place) => ({ fact: `${value}${place}`, is: true }));

const outcomeOf = (condition: Condition) => truthOf(condition, facts, {});

describe("one part", () => {
  test.each([
    ["T", "F"],
    ["F", "T"],
    ["U", "U"],
  ] as const)("not %s is %s", (value, outcome) => {
    expect(outcomeOf({ not: so(value) })).toBe(names[outcome]);
  });

  test.each(values)("all, any and a count of one are the part: %s", (value) => {
    for (const condition of [{ all: [so(value)] }, { any: [so(value)] }, { count: [so(value)], atLeast: 1 }]) {
      expect(outcomeOf(condition)).toBe(names[value]);
    }
  });

  test("the negation of the three values turns them round", () => {
    expect([not(FALSE), not(UNDECIDED), not(TRUE)]).toEqual([TRUE, UNDECIDED, FALSE]);
  });
});

describe("two parts, as Kleene's strong logic has it", () => {
  const table: readonly (readonly [left: Value, right: Value, all: Value, any: Value])[] = [
    ["T", "T", "T", "T"],
    ["T", "U", "U", "T"],
    ["T", "F", "F", "T"],
    ["U", "T", "U", "T"],
    ["U", "U", "U", "U"],
    ["U", "F", "F", "U"],
    ["F", "T", "F", "T"],
    ["F", "U", "F", "U"],
    ["F", "F", "F", "F"],
  ];

  test.each(table)("%s with %s: all is %s, any is %s", (left, right, all, any) => {
    const both = [so(left), so(right)];
    expect(outcomeOf({ all: both })).toBe(names[all]);
    expect(outcomeOf({ any: both })).toBe(names[any]);
    expect(outcomeOf({ count: both, atLeast: 2 })).toBe(names[all]);
    expect(outcomeOf({ count: both, atLeast: 1 })).toBe(names[any]);
    expect(outcomeOf({ not: { any: both.map((part) => ({ not: part })) } })).toBe(names[all]);
  });
});

describe("at least so many of several", () => {
  test.each([
    ["TTF", 2, "T"],
    ["TUF", 2, "U"],
    ["TFF", 2, "F"],
    ["TUU", 2, "U"],
    ["TTU", 2, "T"],
    ["UUF", 3, "F"],
    ["UUU", 3, "U"],
    ["TTT", 4, "F"],
  ] as const)("of %s at least %i: %s", (row, atLeast, outcome) => {
    expect(outcomeOf({ count: parts(row), atLeast })).toBe(names[outcome]);
  });
});

describe("points", () => {
  type Row = readonly [says: string, score: readonly (readonly [number, Value])[], atLeast: number, outcome: Value];
  const rows: readonly Row[] = [
    [
      "enough that are certain",
      [
        [3, "T"],
        [4, "T"],
      ],
      7,
      "T",
    ],
    [
      "one short of the line",
      [
        [3, "T"],
        [3, "T"],
      ],
      7,
      "F",
    ],
    [
      "enough only with what is open",
      [
        [3, "T"],
        [4, "U"],
      ],
      7,
      "U",
    ],
    [
      "too few even with what is open",
      [
        [3, "F"],
        [4, "U"],
      ],
      7,
      "F",
    ],
    [
      "enough whatever is open",
      [
        [7, "T"],
        [4, "U"],
      ],
      7,
      "T",
    ],
    [
      "points taken away",
      [
        [7, "T"],
        [-1, "T"],
      ],
      7,
      "F",
    ],
    [
      "points that may be taken away",
      [
        [7, "T"],
        [-1, "U"],
      ],
      7,
      "U",
    ],
    [
      "points that may be taken away and still leave enough",
      [
        [8, "T"],
        [-1, "U"],
      ],
      7,
      "T",
    ],
    [
      "points that would be needed and others that may go",
      [
        [6, "T"],
        [-1, "U"],
        [1, "U"],
      ],
      7,
      "U",
    ],
    [
      "points that are not taken away",
      [
        [7, "T"],
        [-1, "F"],
      ],
      7,
      "T",
    ],
    ["a line below nothing", [[-2, "T"]], -2, "T"],
    [
      "a line below nothing that may be passed",
      [
        [-2, "T"],
        [-1, "U"],
      ],
      -2,
      "U",
    ],
    [
      "no points for an answer that is open",
      [
        [0, "U"],
        [1, "F"],
      ],
      0,
      "T",
    ],
  ];

  test.each(rows)("%s", (_, items, atLeast, outcome) => {
    const score: Points[] = items.map(([points, value], place) => ({
      points,
      when: { fact: `${value}${place}`, is: true },
    }));
    expect(outcomeOf({ score, atLeast })).toBe(names[outcome]);

    const rubrics = [{ id: "risk", title: "Risk", items: score }];
    expect(truthOf({ score: "risk", atLeast }, facts, {}, { rubrics })).toBe(names[outcome]);
  });
});

describe("a reference to a sign", () => {
  const sign = (when: Condition, unless?: Condition) => ({
    id: "sign",
    title: "A sign",
    severity: "low" as const,
    why: "It stands.",
    when,
    ...(unless && { unless }),
  });

  test.each([
    ["T", undefined, "T"],
    ["F", undefined, "F"],
    ["U", undefined, "U"],
    ["T", "T", "F"],
    ["T", "U", "U"],
    ["T", "F", "T"],
    ["U", "T", "F"],
    ["U", "F", "U"],
    ["F", "U", "F"],
  ] as const)("whose condition is %s, unless %s, is %s", (when, unless, outcome) => {
    const signs = [sign(so(when), unless && so(unless))];
    expect(truthOf({ sign: "sign" }, facts, {}, { signs })).toBe(names[outcome]);
    expect(truthOf({ all: [{ sign: "sign" }, so("T")] }, facts, {}, { signs })).toBe(names[outcome]);
  });

  test.each(values)("passes on what a later sign says: %s", (value) => {
    const signs = [
      { ...sign({ sign: "second" }), id: "first" },
      { ...sign({ sign: "third" }), id: "second" },
      { ...sign(so(value)), id: "third" },
    ];
    expect(truthOf({ sign: "first" }, facts, {}, { signs })).toBe(names[value]);
  });
});
