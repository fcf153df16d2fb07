import type { Policy } from "plimsoll";
import { createAnalysis, type LintFinding, lintPolicy } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { policyOf } from "../policy/a-policy.js";
import { tiny } from "./tiny-world.js";

const isRed = { fact: "colour", is: "red" };
const isGreen = { fact: "colour", is: "green" };
const isOutside = { fact: "outside", is: true };
const isGuarded = { fact: "guarded", is: false };
const people = (atLeast: number) => ({ fact: "people", atLeast });

const isPart = ({ id }: LintFinding) => id === "redundant-part" || id === "idle-line";

/** What is told of parts of conditions. */
function partsTold(policy: Policy): readonly LintFinding[] {
  const constraints = [{ fact: "sites", atMostFact: "people" }];
  const { findings, complete } = lintPolicy(createAnalysis(policy, { ...tiny, constraints }));
  expect(complete).toBe(true);
  return findings.filter(isPart);
}

/** For each part that is told, where it stands, and what it says. */
const placesTold = (policy: Policy) =>
  partsTold(policy).map(({ id, pointer, explanation }) => [id, pointer, explanation]);

const needless = (pointer: string, words: string) => [
  "redundant-part",
  pointer,
  `The rule "A rule" holds for the same apps without this part: ${words}.`,
];
const idle = (pointer: string, words: string) => [
  "idle-line",
  pointer,
  `All values of this fact lie on one side of the line: ${words}.`,
];

test("a part that changes nothing is told whole", () => {
  expect(partsTold(policyOf({ all: [people(30), people(10)] }))).toEqual([
    {
      id: "redundant-part",
      severity: "warning",
      pointer: "/criteria/0/when/all/1",
      rule: "rule",
      explanation: 'The rule "A rule" holds for the same apps without this part: What of people? 10 people or more.',
      suggestion: "Leave the part out.",
    },
  ]);
});

test("a line that tells no apps apart is told whole", () => {
  expect(partsTold(policyOf({ all: [isOutside, { fact: "people", atLeast: 0 }] }))).toEqual([
    {
      id: "idle-line",
      severity: "warning",
      pointer: "/criteria/0/when/all/1",
      rule: "rule",
      explanation: "All values of this fact lie on one side of the line: What of people? 0 people or more.",
      suggestion: "Move the line to where some apps lie on each side, or leave it out.",
    },
  ]);
});

const when = "/criteria/0/when";
const tenPeople = "What of people? 10 people or more";

test.each<readonly [what: string, when: unknown, told: readonly unknown[]]>([
  ["of all, what another part implies", { all: [people(10), people(30)] }, [needless(`${when}/all/0`, tenPeople)]],
  [
    "of any, what implies another part",
    { any: [people(10), people(30)] },
    [needless(`${when}/any/1`, "What of people? 30 people or more")],
  ],
  [
    "of all, what constraints imply",
    { all: [{ fact: "sites", atLeast: 10 }, people(10)] },
    [needless(`${when}/all/1`, tenPeople)],
  ],
  [
    "of any, what can never be so",
    { any: [isOutside, { all: [isRed, isGreen] }] },
    [needless(`${when}/any/1`, "What of colour? Red; and What of colour? Green")],
  ],
  ["inside of not", { not: { all: [people(10), people(30)] } }, [needless(`${when}/not/all/0`, tenPeople)]],
  [
    "deep inside",
    { any: [isOutside, { all: [isRed, people(30), people(10)] }] },
    [needless(`${when}/any/1/all/2`, tenPeople)],
  ],
  [
    "of a count, what can never be counted",
    { count: [isOutside, isRed, { all: [isRed, isGreen] }], atLeast: 2 },
    [needless(`${when}/count/2`, "What of colour? Red; and What of colour? Green")],
  ],
  [
    "of points, those that do not matter",
    {
      score: [
        { points: 2, when: isOutside },
        { points: 1, when: isRed },
      ],
      atLeast: 2,
    },
    [needless(`${when}/score/1/when`, "What of colour? Red")],
  ],
  [
    "a line beyond all levels",
    { all: [isOutside, { fact: "level", atMost: "much" }] },
    [idle(`${when}/all/1`, "What of level? Much at most")],
  ],
  [
    "a line that nothing is below",
    { any: [isOutside, { fact: "people", below: 0 }] },
    [idle(`${when}/any/1`, "What of people? Fewer than 0 people")],
  ],
  [
    "a line in a part that decides",
    { any: [isOutside, { not: { fact: "people", atLeast: 0 } }] },
    [needless(`${when}/any/1`, "What of people? Fewer than 0 people")],
  ],
  [
    "two parts that say the same, each of which could go",
    { all: [isRed, isRed] },
    [needless(`${when}/all/0`, "What of colour? Red"), needless(`${when}/all/1`, "What of colour? Red")],
  ],
])("a part is told: %s", (_, condition, told) => {
  expect(placesTold(policyOf(condition))).toEqual(told);
});

test.each<readonly [what: string, when: unknown]>([
  ["all", { all: [isOutside, isRed] }],
  ["any", { any: [isOutside, isRed] }],
  ["not", { not: { any: [isOutside, isRed] } }],
  ["a count", { count: [isOutside, isRed, isGuarded], atLeast: 2 }],
  [
    "points",
    {
      score: [
        { points: 2, when: isOutside },
        { points: 1, when: isRed },
        { points: 1, when: isGuarded },
      ],
      atLeast: 2,
    },
  ],
  ["one line", people(10)],
])("nothing is told of %s when every part decides", (_, condition) => {
  expect(placesTold(policyOf(condition))).toEqual([]);
});
