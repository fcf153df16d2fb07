import { type AuditCheck, type Boundary, type Component, createClassifier, type Policy, type Review } from "plimsoll";
import { expect, test } from "vitest";
import { emptyPolicy, manyUsers, sign, words } from "./a-policy.js";
import { mistakesIn, problemsOf, type Row, refusalOf, testMistakes } from "./mistakes.js";

// Some parts are wrong, which is what the tests are about.

const review = (rest: object = {}): Review =>
  ({
    id: "plan",
    title: "Plan",
    why: "It matters.",
    milestone: "start",
    checklist: [{ id: "scope", question: "Is it clear?" }],
    approvers: ["Architect"],
    minutes: 30,
    validFor: 365,
    covers: ["users"],
    ...rest,
  }) as Review;

const boundary = (rest: object = {}): Boundary => ({ id: "line", ...words, review: "plan", ...rest });
const component = (rest: object = {}): Component => ({ id: "login", title: "Login", covers: [], ...rest });
const check = (rest: object): AuditCheck => ({ id: "check", severity: "low", ...words, ...rest }) as AuditCheck;

const withReview = (rest: object): Policy => ({ ...emptyPolicy, reviews: [review(rest)] });
const withBoundary = (rest: object): Policy => ({ ...emptyPolicy, reviews: [review()], boundaries: [boundary(rest)] });
const withComponent = (rest: object): Policy => ({ ...emptyPolicy, components: [component(rest)] });
const withAudit = (checks: readonly AuditCheck[], everyDays = 92): Policy => ({
  ...emptyPolicy,
  audit: { everyDays, points: { low: 1, medium: 3, high: 9 }, checks },
});

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
    ["teem", "team"],
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
    withReview({ checklist: [{ id: "scope", question: "Is it clear?", told: ["users", "usrs"] }] }),
    [["/reviews/0/checklist/0/told/1", "unknown-fact", "users"]],
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
    ['sign "big" → sign "big"'],
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
test.each<readonly [says: string, policy: Policy, pointer: string]>([
  ["a review that takes no time", withReview({ minutes: 0 }), "/reviews/0/minutes"],
  ["a review that never counts", withReview({ validFor: 0.5 }), "/reviews/0/validFor"],
  ["an audit every now and then", withAudit([], Number.NaN), "/audit/everyDays"],
  ["a check for too long a time that is none", withAudit([check({ unseenFor: -1 })]), "/audit/checks/0/unseenFor"],
  ["a check that looks for nothing", withAudit([check({})]), "/audit/checks/0"],
  ["a check that looks for two things", withAudit([check({ beyond: "users", unseenFor: 30 })]), "/audit/checks/0"],
])("%s is refused, read or not", (_, policy, pointer) => {
  expect(mistakesIn(refusalOf(() => createClassifier(policy))).map(([at]) => at)).toEqual([pointer]);
  expect(problemsOf(policy).some((problem) => problem.pointer.startsWith(pointer))).toBe(true);
});
