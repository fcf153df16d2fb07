import { createClassifier, type Policy, type Problem } from "plimsoll";
import { describe, expect, test } from "vitest";
import {
  boundary,
  check,
  component,
  review,
  withAudit,
  withBoundary,
  withComponent,
  withReview,
  withWeights,
} from "./a-governance.js";
import { emptyPolicy, manyUsers, sign } from "./a-policy.js";
import { problemsOf, type Row, refusalOf, testMistakes } from "./mistakes.js";

const reviews: readonly Row[] = [
  [
    "two of one id",
    { ...emptyPolicy, reviews: [review(), review()] },
    [["/reviews/1/id", "duplicate"]],
    ["plan", "/reviews/0"],
  ],
  [
    "two questions of one id",
    withReview({ checklist: [review().checklist[0], review().checklist[0]] }),
    [["/reviews/0/checklist/1/id", "duplicate"]],
    ["scope"],
  ],
  [
    "an unknown tier",
    withReview({ above: "teem" }),
    [["/reviews/0/above", "unknown-reference", "team"]],
    ['This policy has no tier "teem". Did you mean "team"?'],
  ],
  [
    "a line that does not fit its fact",
    withReview({ when: { fact: "users", is: true } }),
    [["/reviews/0/when/is", "unfit-operator"]],
    ["users"],
  ],
  [
    "a question about an unknown sign",
    withReview({ checklist: [{ id: "scope", question: "Is it clear?", met: { sign: "burnt-out" } }] }),
    [["/reviews/0/checklist/0/met/sign", "unknown-reference"]],
    ["burnt-out"],
  ],
  [
    "a question that asks for an unknown fact",
    withReview({ checklist: [{ id: "scope", question: "Is it clear?", requiresFacts: ["users", "usrs"] }] }),
    [["/reviews/0/checklist/0/requiresFacts/1", "unknown-fact", "users"]],
    ["usrs"],
  ],
];

const boundaries: readonly Row[] = [
  [
    "two of one id",
    { ...emptyPolicy, reviews: [review()], boundaries: [boundary(), boundary()] },
    [["/boundaries/1/id", "duplicate"]],
    ["line"],
  ],
  [
    "an unknown review",
    withBoundary({ review: "plam" }),
    [["/boundaries/0/review", "unknown-reference", "plan"]],
    ["plam", "plan"],
  ],
  [
    "a review where there is none",
    { ...emptyPolicy, boundaries: [boundary()] },
    [["/boundaries/0/review", "unknown-reference"]],
    ["plan"],
  ],
  [
    "an unknown component",
    withBoundary({ unlessUsing: ["logn"] }),
    [["/boundaries/0/unlessUsing/0", "unknown-reference"]],
    ["logn"],
  ],
  [
    "an unknown tier",
    withBoundary({ above: "moon" }),
    [["/boundaries/0/above", "unknown-reference"]],
    ["moon", "team, central"],
  ],
  [
    "an unknown fact",
    withBoundary({ when: { fact: "user", atLeast: 3 } }),
    [["/boundaries/0/when/fact", "unknown-fact", "users"]],
    ["user"],
  ],
];

const components: readonly Row[] = [
  [
    "a first version that is none",
    withComponent({ from: "the newest" }),
    [["/components/0/from", "wrong-type"]],
    ["the newest", "2.1"],
  ],
  [
    "a condition on an unknown sign",
    withComponent({ when: { sign: "x" } }),
    [["/components/0/when/sign", "unknown-reference"]],
    ["x"],
  ],
  [
    "a condition on the sign that it covers",
    {
      ...emptyPolicy,
      signs: [sign("big", manyUsers)],
      components: [component({ covers: ["big"], when: { not: { sign: "big" } } })],
    },
    [["/components/0/when/not/sign", "cycle"]],
    ['sign "big" → component "login" → sign "big"'],
  ],
];

const audits: readonly Row[] = [
  [
    "two checks of one id",
    withAudit([check({ beyond: "users" }), check({ beyond: "data" })]),
    [["/audit/checks/1/id", "duplicate"]],
    ["check"],
  ],
  [
    "a check of an unknown fact",
    withAudit([check({ when: { fact: "user", atLeast: 3 } })]),
    [["/audit/checks/0/when/fact", "unknown-fact", "users"]],
    ["user"],
  ],
  [
    "points for an unknown tier",
    withWeights({ tierPoints: { elsewhere: 9 } }),
    [["/audit/tierPoints/elsewhere", "unknown-reference"]],
    ["elsewhere"],
  ],
];

testMistakes("a mistaken review", reviews);
testMistakes("a mistaken boundary", boundaries);
testMistakes("a mistaken component", components);
testMistakes("a mistaken audit", audits);
testMistakes("a sign that only reviews and checks refer to", [
  [
    "is found when it is there, and missed when it is not",
    {
      ...withAudit([check({ when: { sign: "big" } }), check({ id: "other", when: { sign: "bg" } })]),
      signs: [sign("big", manyUsers)],
    },
    [["/audit/checks/1/when/sign", "unknown-reference", "big"]],
    ["bg", "big"],
  ],
]);

// Here the form is wrong already, so that a reader stops at the form.
describe("what is refused, read or not", () => {
  const testRefused = (policy: Policy, problem: Problem) => {
    expect(refusalOf(() => createClassifier(policy))).toEqual([problem]);
    expect(problemsOf(policy).some(({ pointer }) => pointer.startsWith(problem.pointer))).toBe(true);
  };

  test.each<readonly [says: string, policy: Policy, pointer: string, seen: string]>([
    ["a review that takes no time", withReview({ minutes: 0 }), "/reviews/0/minutes", "0"],
    ["a review that never counts", withReview({ validFor: 0.5 }), "/reviews/0/validFor", "0.5"],
    ["an audit every now and then", withAudit([], Number.NaN), "/audit/everyDays", "NaN"],
    ["a time that is none", withAudit([check({ unseenFor: -1 })]), "/audit/checks/0/unseenFor", "-1"],
  ])("%s", (_, policy, pointer, seen) => {
    const message = `Expected a whole number above 0, but saw ${seen}.`;
    testRefused(policy, { pointer, code: "out-of-range", message });
  });

  test.each<readonly [says: string, policy: Policy, pointer: string, seen: string]>([
    ["points below none", withWeights({ points: { low: 1, medium: 3, high: -9 } }), "/audit/points/high", "-9"],
    ["points that are none", withWeights({ tierPoints: { central: Number.NaN } }), "/audit/tierPoints/central", "NaN"],
  ])("%s", (_, policy, pointer, seen) => {
    const message = `Expected a number of points, 0 or more, but saw ${seen}.`;
    testRefused(policy, { pointer, code: "out-of-range", message });
  });

  test.each<readonly [says: string, policy: Policy]>([
    ["a check that looks for nothing", withAudit([check({})])],
    ["a check that looks for two things", withAudit([check({ beyond: "users", unseenFor: 30 })])],
  ])("%s", (_, policy) => {
    const message = "A check looks for exactly one of these: when, beyond, expired, unseenFor.";
    testRefused(policy, { pointer: "/audit/checks/0", code: "contradiction", message });
  });
});

describe("the first version of a component that covers", () => {
  test.each(["2", "21", "2.1", "2.10", "10.0.3"])("may be %s", (from) => {
    expect(problemsOf(withComponent({ from }))).toEqual([]);
  });

  test.each(["v2.1", "2.1-beta", "2.1 ", "2.", "2..1", ".1", "2,1"])("cannot be %j", (from) => {
    const message = `Expected a version such as 2.1, but saw ${JSON.stringify(from)}.`;
    expect(problemsOf(withComponent({ from }))).toEqual([
      { pointer: "/components/0/from", code: "wrong-type", message },
    ]);
  });
});
