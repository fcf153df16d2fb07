import type { Policy } from "plimsoll";
import { createAnalysis, type LintFinding, lintPolicy, type Witness } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, emptyPolicy, limitedTiers, sign } from "../policy/a-policy.js";
import { ladder, shown, tiny } from "./tiny-world.js";

const isColour = (colour: string) => ({ fact: "colour", is: colour });
const anyOf = (...colours: readonly string[]) => ({ any: colours.map(isColour) });

const onColour = (id: string, tier: string, ...colours: readonly string[]) =>
  criterion(anyOf(...colours), { id, tier });

const neverDecides = (reason: string, witness: Witness): LintFinding => ({
  id: "never-decides",
  severity: "warning",
  pointer: "/criteria/1",
  rule: "rule",
  explanation: `Without "A rule" every app would be in the same tier: ${reason}.`,
  suggestion: "Leave it out, or let it lift higher.",
  witness,
});
const hiddenBy = (rules: string, witness: Witness) =>
  neverDecides(`wherever it stands, so does ${rules}, which lifts as high`, witness);

const red = (tier: string) => shown({ colour: "red" }, tier);

/** What is told of the rule that these tests are about, which stands between others. */
function toldOf(policy: Policy): readonly LintFinding[] {
  const constraints = [{ fact: "sites", atMostFact: "people" }];
  const { findings, complete } = lintPolicy(createAnalysis(policy, { ...tiny, constraints }));
  expect(complete).toBe(true);
  return findings.filter(({ id, rule }) => rule === "rule" && id !== "redundant-part");
}

test.each<readonly [what: string, criteria: Policy["criteria"], finding: LintFinding]>([
  [
    "one before it that lifts as high",
    [onColour("one", "central", "red", "green"), onColour("rule", "central", "red")],
    hiddenBy('"one"', red("central")),
  ],
  [
    "one behind it that lifts higher",
    [onColour("other", "central", "green"), onColour("rule", "central", "red"), onColour("one", "board", "red")],
    hiddenBy('"one"', red("board")),
  ],
  [
    "one alone, where several would do as well",
    [
      onColour("both", "board", "red", "green"),
      onColour("rule", "central", "red", "green"),
      onColour("one", "board", "red"),
      onColour("two", "board", "green"),
    ],
    hiddenBy('"both"', red("board")),
  ],
  [
    "one before it and one behind it together",
    [
      onColour("one", "central", "red"),
      onColour("rule", "central", "red", "green"),
      onColour("two", "central", "green"),
    ],
    hiddenBy('"one" or "two"', red("central")),
  ],
  [
    "several before it",
    [
      onColour("one", "board", "red"),
      onColour("rule", "central", "red", "green"),
      onColour("two", "central", "blue"),
      onColour("three", "central", "green"),
    ],
    hiddenBy('"one" or "three"', red("board")),
  ],
  [
    "the fewest that are needed together",
    [
      onColour("one", "board", "green"),
      onColour("rule", "central", "red", "green", "blue"),
      onColour("two", "board", "red", "green"),
      onColour("three", "board", "green", "blue"),
      onColour("four", "board", "blue"),
    ],
    hiddenBy('"two" or "four"', red("board")),
  ],
  [
    "one that lifts high enough, beside one that does not",
    [
      onColour("low", "central", "red", "green"),
      onColour("rule", "board", "red"),
      onColour("high", "board", "red", "blue"),
    ],
    hiddenBy('"high"', red("board")),
  ],
  [
    "one that stands wherever it can stand at all",
    [criterion({ fact: "people", atLeast: 10 }, { id: "many" }), criterion({ fact: "sites", atLeast: 10 })],
    hiddenBy('"many"', shown({ people: 10, sites: 10 }, "central")),
  ],
  [
    "nothing, but lifts to the lowest tier",
    [onColour("one", "central", "red"), onColour("rule", "team", "green")],
    neverDecides("it lifts to the lowest tier", shown({ colour: "green" }, "team")),
  ],
])("a rule that is hidden by %s never decides", (_, criteria = [], finding) => {
  expect(toldOf({ ...ladder, criteria })).toEqual([finding]);
});

test.each<readonly [what: string, criteria: Policy["criteria"]]>([
  [
    "lifts higher than one that stands wherever it does",
    [onColour("one", "central", "red"), onColour("rule", "board", "red")],
  ],
  ["stands of more than all others", [onColour("one", "central", "red"), onColour("rule", "central", "red", "green")]],
  ["lifts as high as one that it covers", [onColour("one", "central", "red"), onColour("rule", "central", "green")]],
])("a rule decides that %s", (_, criteria = []) => {
  expect(toldOf({ ...ladder, criteria })).toEqual([]);
});

const hiddenSign: LintFinding = {
  ...hiddenBy('"one"', red("central")),
  severity: "note",
  pointer: "/signs/0",
  suggestion: "Keep it if its advice is worth having.",
};

test.each<readonly [what: string, tier: object, finding: LintFinding]>([
  ["that a criterion hides", {}, hiddenSign],
  [
    "that lifts to the lowest tier",
    { tier: "team" },
    {
      ...hiddenSign,
      explanation: 'Without "A rule" every app would be in the same tier: it lifts to the lowest tier.',
    },
  ],
])("a sign %s is only worth a note", (_, tier, finding) => {
  const signs = [sign("rule", isColour("red"), { advice: "Ask.", ...tier })];
  expect(toldOf({ ...emptyPolicy, criteria: [onColour("one", "central", "red")], signs })).toEqual([finding]);
});

test("a limit that a criterion hides never decides", () => {
  const tiers = limitedTiers({ not: isColour("red") }, { id: "rule" });
  expect(toldOf({ ...emptyPolicy, tiers, criteria: [onColour("one", "central", "red")] })).toEqual([
    { ...hiddenBy('"one"', red("central")), pointer: "/tiers/0/limits/0" },
  ]);
});
