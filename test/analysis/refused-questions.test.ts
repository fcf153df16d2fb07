import type { Policy, Problem } from "plimsoll";
import type { Property } from "plimsoll/analysis";
import { prove } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { review } from "../policy/a-governance.js";
import { sign } from "../policy/a-policy.js";
import { analysisOf, lifting, refusalOf } from "./own-facts.js";

const rules: Partial<Policy> = {
  criteria: [lifting("crowd", "central", { fact: "desks", atLeast: 5 })],
  signs: [sign("open-door", { fact: "open", is: true })],
};

/** The one problem of a question, which may be of any form. */
const isRefused = (given: unknown, problem: Problem, asked = rules) =>
  expect(refusalOf(() => prove(analysisOf(asked), given as Property))).toStrictEqual({
    code: "invalid-question",
    problems: [problem],
  });

const oneOf = "A property says one of always, never, monotone, stepsAtMost; this one says";

test.each<readonly [given: unknown, pointer: string, message: string]>([
  [null, "", "A property is an object."],
  [undefined, "", "A property is an object."],
  ["always", "", "A property is an object."],
  [[], "", "A property is an object."],
  [{ monotone: "desks" }, "/monotone", "This is true, or a list of facts."],
  [{ monotone: false }, "/monotone", "This is true, or a list of facts."],
  [{ monotone: ["desks", 7] }, "/monotone/1", "This is the name of something."],
  [{ stepsAtMost: 0.5 }, "/stepsAtMost", "This is a whole number of tiers."],
  [{ stepsAtMost: 1, facts: "desks" }, "/facts", "This is a list of facts."],
  [{ stepsAtMost: 1, facts: [null] }, "/facts/0", "This is the name of something."],
  [{ always: null }, "/always", "A claim is an object."],
  [{ never: "crowd" }, "/never", "A claim is an object."],
  [{ never: [] }, "/never", "A claim is an object."],
  [{ never: { all: "crowd" } }, "/never/all", "These parts are a list."],
  [{ never: { any: {} } }, "/never/any", "These parts are a list."],
  [{ never: { rule: "crowd" }, where: null }, "/where", "A claim is an object."],
  [{ always: { all: [{ rule: "crowd" }, 7] } }, "/always/all/1", "A claim is an object."],
  [{ always: { any: [{ rule: "crowd" }, []] } }, "/always/any/1", "A claim is an object."],
  [{ always: { not: { any: [7] } } }, "/always/not/any/0", "A claim is an object."],
  [{ never: { tier: null } }, "/never/tier", "A tier is claimed as is, atLeast or atMost."],
  [{ never: { tier: {} } }, "/never/tier", "A tier is claimed as is, atLeast or atMost."],
  [{ never: { tier: { above: "team" } } }, "/never/tier", "A tier is claimed as is, atLeast or atMost."],
  [{ never: { tier: { is: "team", atMost: "team" } } }, "/never/tier", "A tier is claimed as is, atLeast or atMost."],
  [{ never: { tier: { is: 1 } } }, "/never/tier/is", "This is the name of something."],
  [{ never: { rule: 1 } }, "/never/rule", "This is the name of something."],
])("of the wrong form: %j", (given, pointer, message) => {
  isRefused(given, { pointer, code: "wrong-type", message });
});

test.each<readonly [given: unknown, message: string]>([
  [{}, `${oneOf} none of them.`],
  [{ title: "Nothing" }, `${oneOf} none of them.`],
  [{ monotone: true, stepsAtMost: 1 }, `${oneOf} monotone and stepsAtMost.`],
  [{ never: { rule: "crowd" }, always: { rule: "crowd" } }, `${oneOf} always and never.`],
])("of no kind, or of more than one: %j", (given, message) => {
  isRefused(given, { pointer: "", code: "contradiction", message });
});

const tiers = ["team", "central", "experts"];
const facts = ["desks", "seats", "guards", "tons", "load", "size", "open", "colour", "places"];

test.each<readonly [given: unknown, pointer: string, what: string, suggestion: string]>([
  [{ monotone: ["desk"] }, "/monotone/0", 'fact "desk"', "desks"],
  [{ stepsAtMost: 1, facts: ["desks", "seat"] }, "/facts/1", 'fact "seat"', "seats"],
  [{ never: { tier: { is: "teams" } } }, "/never/tier/is", 'tier "teams"', "team"],
  [{ never: { tier: { atMost: "expert" } } }, "/never/tier/atMost", 'tier "expert"', "experts"],
  [{ always: { rule: "crowds" } }, "/always/rule", 'rule "crowds"', "crowd"],
  [{ never: { rule: "crowd" }, where: { rule: "open-dor" } }, "/where/rule", 'rule "open-dor"', "open-door"],
])("of what is misspelt: %j", (given, pointer, what, suggestion) => {
  const message = `There is no ${what} to ask about. Did you mean "${suggestion}"?`;
  isRefused(given, { pointer, code: "unknown-reference", message, suggestion });
});

test.each<readonly [given: unknown, pointer: string, what: string, hint: string]>([
  [{ monotone: ["zoo"] }, "/monotone/0", 'fact "zoo"', ` Valid here: ${facts.join(", ")}.`],
  [{ always: { tier: { atLeast: "zoo" } } }, "/always/tier/atLeast", 'tier "zoo"', ` Valid here: ${tiers.join(", ")}.`],
  [{ always: { not: { rule: "guards" } } }, "/always/not/rule", 'rule "guards"', " Valid here: crowd, open-door."],
  [{ always: { review: "visit" } }, "/always/review", 'review "visit"', ""],
])("of what is not there: %j", (given, pointer, what, hint) => {
  const message = `There is no ${what} to ask about.${hint}`;
  isRefused(given, { pointer, code: "unknown-reference", message });
});

test("a review that is misspelt is refused", () => {
  const message = 'There is no review "visits" to ask about. Did you mean "visit"?';
  const problem = { pointer: "/never/review", code: "unknown-reference", message, suggestion: "visit" } as const;
  isRefused({ never: { review: "visits" } }, problem, { ...rules, reviews: [review({ id: "visit" })] });
});

test.each<readonly [given: unknown, problem: Problem]>([
  [
    { never: { any: [{ rule: "crowd" }, { fact: "desk", atLeast: 3 }] } },
    {
      pointer: "/never/any/1/fact",
      code: "unknown-fact",
      message: 'There is no fact "desk". Did you mean "desks"?',
      suggestion: "desks",
    },
  ],
  [
    { never: { sign: "open-doors" } },
    {
      pointer: "/never/sign",
      code: "unknown-reference",
      message: 'This policy has no sign "open-doors". Did you mean "open-door"?',
      suggestion: "open-door",
    },
  ],
])("of a condition that could not stand in the policy: %j", (given, problem) => {
  isRefused(given, problem);
});

/** A claim with so many others around it. */
const nested = (levels: number): object =>
  Array.from({ length: levels }).reduce<object>((not) => ({ not }), { rule: "crowd" });

test("a claim has at most a hundred levels", () => {
  const analysis = analysisOf(rules);
  expect(prove(analysis, { never: nested(99) } as Property).verdict).toBe("fails");
  const pointer = `/never${"/not".repeat(100)}`;
  isRefused(
    { never: nested(100) },
    {
      pointer,
      code: "wrong-type",
      message: "This is nested more than 100 levels deep.",
    },
  );
});

test.each<Property>([
  { title: "All is well", always: { any: [{ rule: "crowd" }, { not: { rule: "crowd" } }] } },
  { title: "All is well", stepsAtMost: 2 },
  { title: "All is well", monotone: true },
])("a title says nothing: %j", (property) => {
  expect(prove(analysisOf(rules), property)).toEqual({ verdict: "holds", vacuous: false });
});
