import type { Policy, Rubric } from "plimsoll";
import { createAnalysis, lintPolicy } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, emptyPolicy, policyOf, sign } from "../policy/a-policy.js";
import { tiny } from "./tiny-world.js";

const isRed = { fact: "colour", is: "red" };
const isGreen = { fact: "colour", is: "green" };
const isOutside = { fact: "outside", is: true };
const people = (atLeast: number) => ({ fact: "people", atLeast });

/** What is told of parts of conditions: by whom, where, and what. */
const partsTold = (policy: Policy) =>
  lintPolicy(createAnalysis(policy, tiny))
    .findings.filter(({ id }) => id === "redundant-part" || id === "idle-line")
    .map(({ id, rule, pointer, explanation }) => [id, rule, pointer, explanation]);

const item = (points: number, when: unknown) => ({ points, when });
const rubric = (id: string, ...items: readonly unknown[]) => ({ id, title: "Risk", items }) as Rubric; // conditions are checked
const scored = (id: string, atLeast: number, score = "risk") => criterion({ score, atLeast }, { id });
const rated = (rubrics: readonly Rubric[], ...criteria: readonly ReturnType<typeof scored>[]): Policy => ({
  ...emptyPolicy,
  rubrics,
  criteria,
});

const withoutPoints = (rule: string, pointer: string, words: string) => [
  "redundant-part",
  rule,
  pointer,
  `Every rule that counts these points holds for the same apps without this part: ${words}.`,
];
const risk = rubric("risk", item(2, isOutside), item(1, isRed));
const redPoint = (rule: string) => withoutPoints(rule, "/rubrics/0/items/1/when", "What of colour? Red");

test.each<readonly [what: string, policy: Policy, told: readonly unknown[]]>([
  ["points that never matter", rated([risk], scored("one", 2)), [redPoint("one")]],
  ["points that matter to none of two rules", rated([risk], scored("one", 2), scored("two", 2)), [redPoint("one")]],
  [
    "points, by the first rule that some apps keep",
    rated([risk], scored("one", 9), scored("two", 2)),
    [redPoint("two")],
  ],
  [
    "points that a sign counts",
    { ...emptyPolicy, rubrics: [risk], signs: [sign("one", { score: "risk", atLeast: 2 })] },
    [redPoint("one")],
  ],
  [
    "the points of the second of two rubrics",
    rated([rubric("other", item(1, isGreen)), risk], scored("green", 1, "other"), scored("one", 2)),
    [withoutPoints("one", "/rubrics/1/items/1/when", "What of colour? Red")],
  ],
  [
    "the points of two rubrics, each of which would do",
    {
      ...policyOf({ any: ["risk", "other"].map((score) => ({ score, atLeast: 1 })) }),
      rubrics: [rubric("risk", item(1, isRed)), rubric("other", item(1, isRed))],
    },
    [
      ...[0, 1].map((index) => [
        "redundant-part",
        "rule",
        `/criteria/0/when/any/${index}`,
        'The rule "A rule" holds for the same apps without this part: At least 1 point (1 for: What of colour? Red).',
      ]),
      withoutPoints("rule", "/rubrics/0/items/0/when", "What of colour? Red"),
      withoutPoints("rule", "/rubrics/1/items/0/when", "What of colour? Red"),
    ],
  ],
  [
    "a part of what gives points",
    rated([rubric("risk", item(1, { all: [people(10), people(30)] }), item(1, isRed))], scored("one", 1)),
    [withoutPoints("one", "/rubrics/0/items/0/when/all/0", "What of people? 10 people or more")],
  ],
  [
    "points for a line that no value is beyond",
    rated([rubric("risk", item(1, isRed), item(1, people(0)))], scored("one", 2)),
    [
      [
        "idle-line",
        "one",
        "/rubrics/0/items/1/when",
        "All values of this fact lie on one side of the line: What of people? 0 people or more.",
      ],
    ],
  ],
  ["no points that matter to one of two rules", rated([risk], scored("one", 2), scored("three", 3)), []],
  ["no points that no rule counts", rated([risk]), []],
  ["no points that only a rule counts that never holds", rated([risk], scored("one", 9)), []],
])("of rubrics are told %s", (_, policy, told) => {
  expect(partsTold(policy)).toEqual(told);
});
