import { type Condition, standardFacts, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { conditionInWords, lineInWords, valueInWords } from "../../src/words/index.js";

const vocabulary = {
  facts: standardFacts,
  policy: {
    ...standardPolicy,
    signs: [
      ...(standardPolicy.signs ?? []),
      {
        id: "at-large",
        severity: "low",
        title: "At large",
        when: { fact: "outsideUsers", is: true },
        unless: { fact: "itOwner", is: true },
        why: "Outsiders cannot walk over and ask.",
      },
    ],
    rubrics: [
      { id: "risk", title: "Risk", items: [{ points: 2, title: "A crowd", when: { fact: "users", above: 9 } }] },
    ],
  },
} as const;

const inWords = (condition: Condition, isSo?: boolean) => conditionInWords(condition, vocabulary, isSo);
const crowd: Condition = { fact: "users", atLeast: 100 };
const daily: Condition = { fact: "dailyDependence", is: true };
const reads: Condition = { fact: "systemsRead", above: 2 };

describe("a condition in words", () => {
  test.each<readonly [Condition, so: string, notSo: string]>([
    [crowd, "How many people use it now? 100 people or more", "How many people use it now? Fewer than 100 people"],
    [daily, "Would daily work stop if it were down? Yes", "Would daily work stop if it were down? No"],
    [{ not: daily }, "Would daily work stop if it were down? No", "Would daily work stop if it were down? Yes"],
    [
      { all: [crowd, daily] },
      "How many people use it now? 100 people or more; and Would daily work stop if it were down? Yes",
      "How many people use it now? Fewer than 100 people; or Would daily work stop if it were down? No",
    ],
    [
      { all: [crowd, { any: [daily, reads] }] },
      "How many people use it now? 100 people or more; and (Would daily work stop if it were down? Yes; or Which systems does it read? More than 2 systems)",
      "How many people use it now? Fewer than 100 people; or (Would daily work stop if it were down? No; and Which systems does it read? 2 systems at most)",
    ],
    [
      { all: [crowd, { all: [daily, { not: { any: [reads] } }] }] },
      "How many people use it now? 100 people or more; and Would daily work stop if it were down? Yes; and Which systems does it read? 2 systems at most",
      "How many people use it now? Fewer than 100 people; or Would daily work stop if it were down? No; or Which systems does it read? More than 2 systems",
    ],
    [
      { count: [{ all: [crowd, daily] }, reads], atLeast: 1 },
      "At least 1 of these ((How many people use it now? 100 people or more; and Would daily work stop if it were down? Yes); Which systems does it read? More than 2 systems)",
      "Fewer than 1 of these ((How many people use it now? 100 people or more; and Would daily work stop if it were down? Yes); Which systems does it read? More than 2 systems)",
    ],
    [{ sign: "at-large" }, "At large", "Do people from outside use it? No; or Does somebody in IT answer for it? Yes"],
    [{ any: [daily] }, "Would daily work stop if it were down? Yes", "Would daily work stop if it were down? No"],
    [
      { count: [crowd, daily], atLeast: 1 },
      "At least 1 of these (How many people use it now? 100 people or more; Would daily work stop if it were down? Yes)",
      "Fewer than 1 of these (How many people use it now? 100 people or more; Would daily work stop if it were down? Yes)",
    ],
    [{ score: "risk", atLeast: 2 }, "At least 2 points (2 for: A crowd)", "Fewer than 2 points (2 for: A crowd)"],
    [
      { score: [{ points: 3, when: daily }], atLeast: 3 },
      "At least 3 points (3 for: Would daily work stop if it were down? Yes)",
      "Fewer than 3 points (3 for: Would daily work stop if it were down? Yes)",
    ],
    [{ sign: "write-back" }, "Writes to several systems", "Which systems does it write to? Fewer than 2 systems"],
    [{ sign: "unheard-of" }, "unheard-of", "Not: unheard-of"],
    [{ fact: "unheard-of", atLeast: 3 }, "unheard-of 3 or more", "unheard-of Less than 3"],
  ])("%j", (condition, so, notSo) => {
    expect(inWords(condition)).toBe(so.replace("unheard-of 3", "unheard-of 3"));
    expect(inWords(condition, false)).toBe(notSo);
  });
});

describe("a line in words", () => {
  const people = standardFacts.users.domain;
  const times = standardFacts.userGrowth.domain;
  const level = standardFacts.calculation.domain;
  const classes = standardFacts.sensitiveData.domain;

  test.each([
    [{ atLeast: 5 }, people, "5 people or more", "fewer than 5 people"],
    [{ atMost: 5 }, people, "5 people at most", "more than 5 people"],
    [{ above: 5 }, people, "more than 5 people", "5 people at most"],
    [{ below: 5 }, people, "fewer than 5 people", "5 people or more"],
    [{ between: [2, 5] }, people, "2 people to 5 people", "fewer than 2 people, or more than 5 people"],
    [{ atLeast: 1 }, people, "one or more", "none"],
    [{ above: 0 }, people, "one or more", "none"],
    [{ below: 1 }, people, "none", "one or more"],
    [{ atMost: 0 }, people, "none", "one or more"],
    [{ atLeast: 1 }, times, "1 time or more", "less than 1 time"],
    [{ atLeast: 2.5 }, times, "2.5 times or more", "less than 2.5 times"],
    [{ is: "complex" }, level, "complex", "not complex"],
    [{ is: ["complex"] }, level, "complex", "not complex"],
    [{ is: ["moderate", "complex"] }, level, "moderate or complex", "neither moderate nor complex"],
    [{ is: ["none", "simple", "complex"] }, level, "none, simple or complex", "neither none, simple nor complex"],
    [{ is: [true, false] }, standardFacts.support.domain, "yes or no", "neither yes nor no"],
    [{ atLeast: "moderate" }, level, "moderate or more", "less than moderate"],
    [{ includesAny: ["health", "payment"] }, classes, "any of health, payment", "none of health, payment"],
    [{ includesAll: ["health", "payment"] }, classes, "all of health, payment", "not all of health, payment"],
    [{ size: { atLeast: 2 } }, classes, "2 or more", "fewer than 2"],
    [{ size: { above: 2 } }, classes, "more than 2", "2 at most"],
    [{ size: { between: [2, 4] } }, classes, "2 to 4", "fewer than 2, or more than 4"],
    [{ size: { atLeast: 1 } }, classes, "one or more", "none"],
    [{ isEmpty: true }, classes, "none", "any"],
    [{ isEmpty: false }, classes, "any", "none"],
  ] as const)("%j", (line, domain, so, notSo) => {
    expect([lineInWords(line, domain), lineInWords(line, domain, false)]).toEqual([so, notSo]);
  });

  test("of no operator that is known says nothing", () => {
    // What was never checked can be anything.
    expect(lineInWords({ near: 5 } as never, people)).toBe("");
    expect(lineInWords({ size: { near: 5 } } as never, classes)).toBe("");
  });
});

test.each([
  [1, "1 person"],
  [2, "2 people"],
  [0, "0 people"],
])("%i of what counts people", (count, words) => {
  expect(valueInWords(count, standardFacts.users.domain)).toBe(words);
});

test("a set without members is none", () => {
  expect(valueInWords([], standardFacts.sensitiveData.domain)).toBe("none");
});
