import type { Policy } from "plimsoll";
import { expect, test } from "vitest";
import { emptyPolicy, manyUsers, policyOf, rubric, words } from "./a-policy.js";
import { problemsOf, type Row, testMistakes } from "./mistakes.js";

const when = "/criteria/0/when";

const rows: readonly Row[] = [
  [
    "an unknown fact",
    policyOf({ fact: "weather", atLeast: 1 }),
    [[`${when}/fact`, "unknown-fact"]],
    ["weather", "Valid here: users, "],
  ],
  [
    "a misspelt fact",
    policyOf({ fact: "user", atLeast: 1 }),
    [[`${when}/fact`, "unknown-fact", "users"]],
    ["user", "users"],
  ],
  [
    "a fact named like a part of every object",
    policyOf({ fact: "constructor", is: true }),
    [[`${when}/fact`, "unknown-fact"]],
    ["constructor"],
  ],
  [
    "an order of yes and no",
    policyOf({ fact: "dailyDependence", atLeast: 1 }),
    [[`${when}/atLeast`, "unfit-operator"]],
    ["atLeast", "dailyDependence", "yes or no", "Valid here: is"],
  ],
  [
    "a number that is something",
    policyOf({ fact: "users", is: "many" }),
    [[`${when}/is`, "unfit-operator"]],
    ["is", "users", "a number"],
  ],
  [
    "members of a level",
    policyOf({ fact: "calculation", includesAny: ["simple"] }),
    [[`${when}/includesAny`, "unfit-operator"]],
    ["includesAny", "a level"],
  ],
  [
    "an order of sets",
    policyOf({ fact: "sensitiveData", above: "health" }),
    [[`${when}/above`, "unfit-operator"]],
    ["above", "a set", "isEmpty"],
  ],
  [
    "two operators",
    policyOf({ fact: "users", atLeast: 1, below: 4 }),
    [[when, "unfit-operator"]],
    ["users", "atLeast and below"],
  ],
  ["no operator", policyOf({ fact: "users" }), [[when, "unfit-operator"]], ["users", "none"]],
  [
    "a misspelt level",
    policyOf({ fact: "calculation", atLeast: "moderat" }),
    [[`${when}/atLeast`, "unknown-value", "moderate"]],
    ["moderat", "moderate"],
  ],
  [
    "an unknown level",
    policyOf({ fact: "calculation", is: "wild" }),
    [[`${when}/is`, "unknown-value"]],
    ["wild", "none, simple, moderate, complex"],
  ],
  [
    "a number for a level",
    policyOf({ fact: "calculation", atLeast: 3 }),
    [[`${when}/atLeast`, "unknown-value"]],
    ["3"],
  ],
  [
    "text for a number",
    policyOf({ fact: "users", atLeast: "100" }),
    [[`${when}/atLeast`, "wrong-type"]],
    ["a number", '"100"'],
  ],
  [
    "a misspelt level among several",
    policyOf({ fact: "calculation", is: ["simple", "moderat"] }),
    [[`${when}/is/1`, "unknown-value", "moderate"]],
    ["moderat", "moderate"],
  ],
  ["one of no levels", policyOf({ fact: "calculation", is: [] }), [[`${when}/is`, "out-of-range"]], ["1 entry"]],
  [
    "text among yes and no",
    policyOf({ fact: "dailyDependence", is: [true, "no"] }),
    [[`${when}/is/1`, "unknown-value"]],
    ['"no"'],
  ],
  [
    "text for yes or no",
    policyOf({ fact: "dailyDependence", is: "true" }),
    [[`${when}/is`, "unknown-value", "true"]],
    ['"true"'],
  ],
  [
    "a misspelt member",
    policyOf({ fact: "sensitiveData", includesAny: ["health", "paymnt"] }),
    [[`${when}/includesAny/1`, "unknown-value", "payment"]],
    ["paymnt", "payment"],
  ],
  [
    "a level in between that is unknown",
    policyOf({ fact: "calculation", between: ["simple", "hard"] }),
    [[`${when}/between/1`, "unknown-value"]],
    ["hard"],
  ],
  [
    "a size that is half a member",
    policyOf({ fact: "sensitiveData", size: { atLeast: 1.5 } }),
    [[`${when}/size/atLeast`, "wrong-type"]],
    ["whole number", "1.5"],
  ],
  [
    "a size that no set has",
    policyOf({ fact: "complianceRegimes", size: { above: -1 } }),
    [[`${when}/size/above`, "out-of-range"]],
    ["-1 members"],
  ],
  [
    "a size of more members than there are",
    policyOf({ fact: "sensitiveData", size: { between: [2, 9] } }),
    [[`${when}/size/between/1`, "out-of-range"]],
    ["at most 4 members", "never has 9"],
  ],
  [
    "no line through a size",
    policyOf({ fact: "sensitiveData", size: {} }),
    [[`${when}/size`, "unfit-operator"]],
    ['the size of "sensitiveData"', "none", "atLeast"],
  ],
  [
    "two lines through a size",
    policyOf({ fact: "sensitiveData", size: { atLeast: 1, below: 3 } }),
    [[`${when}/size`, "unfit-operator"]],
    ["atLeast and below"],
  ],
  [
    "the size of a number",
    policyOf({ fact: "users", size: { atLeast: 1 } }),
    [[`${when}/size`, "unfit-operator"]],
    ["size", "users", "a number"],
  ],
  [
    "text in between numbers",
    policyOf({ fact: "users", between: [1, "9"] }),
    [[`${when}/between/1`, "wrong-type"]],
    ['"9"'],
  ],
];

testMistakes("a line that does not fit", rows);

const parts: readonly Row[] = [
  ...["all", "any"].map(
    (word): Row => [`an empty ${word}`, policyOf({ [word]: [] }), [[`${when}/${word}`, "out-of-range"]], ["1 entry"]],
  ),
  ["an empty count", policyOf({ count: [], atLeast: 1 }), [[`${when}/count`, "out-of-range"]], ["1 entry"]],
  ["an empty score", policyOf({ score: [], atLeast: 1 }), [[`${when}/score`, "out-of-range"]], ["1 entry"]],
  [
    "an empty rubric",
    { ...emptyPolicy, rubrics: [{ id: "risk", title: "Risk", items: [] }] },
    [["/rubrics/0/items", "out-of-range"]],
    ["1 entry"],
  ],
  [
    "a count of half a part",
    policyOf({ count: [manyUsers], atLeast: 0.5 }),
    [[`${when}/atLeast`, "wrong-type"]],
    ["a whole number", "0.5"],
  ],
  [
    "a count of at least none",
    policyOf({ count: [manyUsers], atLeast: 0 }),
    [[`${when}/atLeast`, "out-of-range"]],
    ["0"],
  ],
  [
    "a score of a tenth of a thousandth",
    policyOf({ score: [{ points: 1, when: manyUsers }], atLeast: 0.0001 }),
    [[`${when}/atLeast`, "out-of-range"]],
    ["three decimals", "0.0001"],
  ],
  [
    "a share of nothing",
    policyOf({ score: [{ points: 1, when: manyUsers }], atLeast: { percent: 0 } }),
    [[`${when}/atLeast/percent`, "out-of-range"]],
    ["100"],
  ],
  [
    "more than all points",
    policyOf({ score: [{ points: 1, when: manyUsers }], atLeast: { percent: 101 } }),
    [[`${when}/atLeast/percent`, "out-of-range"]],
    ["101"],
  ],
];

testMistakes("parts that decide nothing", parts);

/** A policy with one row, which asks a rubric. */
const rowAsking = (risk: unknown): Policy => ({
  ...emptyPolicy,
  rubrics: [rubric("risk", manyUsers)],
  // What the rubric is asked may be wrong; that is what the tests are about.
  tables: [{ id: "table", ...words, hit: "first", rows: [{ id: "row", when: { risk } as never, tier: "central" }] }],
});
const inRow = "/tables/0/rows/0/when/risk";

testMistakes("rows that ask a rubric for what it does not have", [
  [
    "an operator that is not one of points",
    rowAsking({ atLeast: 1, atMost: 2 }),
    [[`${inRow}/atMost`, "unfit-operator"]],
    ["atMost", "risk", "a rubric"],
  ],
]);

test("an open set takes members that nobody has listed", () => {
  expect(problemsOf(policyOf({ fact: "complianceRegimes", includesAny: ["House rule 7"] }))).toEqual([]);
});
