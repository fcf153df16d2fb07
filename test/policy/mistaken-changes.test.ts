import { type Policy, type PolicyChanges, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { criterion, emptyPolicy, limitedTiers, manyUsers, sign } from "./a-policy.js";
import { extendWith } from "./extend-with.js";
import { type Mistake, mistakesIn, refusalOf } from "./mistakes.js";

const base: Policy = {
  ...emptyPolicy,
  tiers: limitedTiers(manyUsers, { id: "few-users" }),
  criteria: [
    criterion({ any: [{ fact: "users", above: 10 }, { not: { fact: "users", below: 2 } }] }, { id: "twice" }),
    criterion({ score: "risk", atLeast: 1 }, { id: "by-rubric" }),
    criterion({ sign: "daily" }, { id: "by-sign" }),
  ],
  signs: [sign("daily", { fact: "dailyDependence", is: true }, { unless: { fact: "support", is: true } })],
  rubrics: [{ id: "risk", title: "Risk", items: [{ points: 1, when: manyUsers }] }],
};

/** Changes that cannot be made: what is found, and what the first message must name. */
type Row = readonly [says: string, changes: object, mistakes: readonly Mistake[], named: readonly string[]];

function testChanges(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    test.each(rows)("%s", (_, changes, mistakes, named) => {
      // As it comes from a file, where no compiler has seen it.
      const problems = refusalOf(() => extendWith(base, { id: "ours", version: "1.0.0", ...changes } as PolicyChanges));
      expect(mistakesIn(problems)).toEqual(mistakes);
      for (const word of named) expect(problems[0]?.message).toContain(word);
    });
  });
}

testChanges("changes that name what is not there", [
  [
    "a rule that changes",
    { change: { twise: { title: "x" } } },
    [["/change/twise", "unknown-reference", "twice"]],
    ["twise", "twice"],
  ],
  [
    "a rule that goes",
    { remove: ["daily", "few-user"] },
    [["/remove/1", "unknown-reference", "few-users"]],
    ["few-user"],
  ],
  [
    "a rule named like a part of every object",
    { change: { constructor: { title: "x" } } },
    [["/change/constructor", "unknown-reference"]],
    ["constructor"],
  ],
  ["a rule with a slash in its name", { change: { "a/b": {} } }, [["/change/a~1b", "unknown-reference"]], ["a/b"]],
  [
    "a tier",
    { change: { daily: { tier: "centrl" } } },
    [["/signs/0/tier", "unknown-reference", "central"]],
    ["centrl"],
  ],
  [
    "a sign that goes while a rule refers to it",
    { remove: ["daily"] },
    [["/criteria/2/when/sign", "unknown-reference"]],
    ["daily"],
  ],
  [
    "an id that stands already",
    { add: { criteria: [criterion(manyUsers, { id: "daily" })] } },
    [["/signs/0/id", "duplicate"]],
    ["daily", "/criteria/3"],
  ],
  [
    "a rule that a new component covers",
    { add: { components: [{ id: "c", title: "C", covers: ["dayly"] }] } },
    [["/components/0/covers/0", "unknown-reference", "daily"]],
    ["dayly"],
  ],
]);

testChanges("lines that cannot move", [
  [
    "a fact that the rule does not mention",
    { change: { daily: { lines: { users: 3 } } } },
    [["/change/daily/lines/users", "unknown-reference"]],
    ['"daily"', "0 lines", '"users"', '"when"'],
  ],
  [
    "a fact that its exemption alone mentions",
    { change: { daily: { lines: { support: true } } } },
    [["/change/daily/lines/support", "unknown-reference"]],
    ["0 lines"],
  ],
  [
    "a fact that it mentions twice",
    { change: { twice: { lines: { users: 3 } } } },
    [["/change/twice/lines/users", "unknown-reference"]],
    ["2 lines"],
  ],
  [
    "a fact that its rubric mentions",
    { change: { "by-rubric": { lines: { users: 3 } } } },
    [["/change/by-rubric/lines/users", "unknown-reference"]],
    ["0 lines"],
  ],
  [
    "a fact that a limit does not mention",
    { change: { "few-users": { lines: { departments: 3 } } } },
    [["/change/few-users/lines/departments", "unknown-reference"]],
    ['"holds"'],
  ],
  [
    "a new place that does not fit",
    { change: { "few-users": { lines: { users: "many" } } } },
    [["/tiers/0/limits/0/holds/atLeast", "wrong-type"]],
    ['"many"'],
  ],
]);

testChanges("fields that would change nothing, or the wrong thing", [
  [
    "a misspelt field of a rule",
    { change: { daily: { titel: "x" } } },
    [["/change/daily/titel", "unknown-key", "title"]],
    ["titel", 'the sign "daily"'],
  ],
  [
    "what a limit asks, of a criterion",
    { change: { twice: { holds: manyUsers } } },
    [["/change/twice/holds", "unknown-key"]],
    ["holds", 'the criterion "twice"'],
  ],
  [
    "what a criterion asks, of a limit",
    { change: { "few-users": { when: manyUsers } } },
    [["/change/few-users/when", "unknown-key"]],
    ["when", 'the limit "few-users"'],
  ],
  [
    "the tier of a limit",
    { change: { "few-users": { tier: "central" } } },
    [["/change/few-users/tier", "unknown-key"]],
    ["tier"],
  ],
  [
    "the loudness of a criterion",
    { change: { twice: { severity: "low" } } },
    [["/change/twice/severity", "unknown-key"]],
    ["severity"],
  ],
  ["a new id", { change: { twice: { id: "thrice" } } }, [["/change/twice/id", "unknown-key"]], ['"id"']],
  ["a misspelt list of changes", { changes: {} }, [["/changes", "unknown-key", "change"]], ["changes"]],
  ["a list that cannot grow", { add: { helpers: [] } }, [["/add/helpers", "unknown-key"]], ["helpers"]],
]);

test("every mistake of a list of changes is reported at once", () => {
  const changes: PolicyChanges = {
    id: "ours",
    version: "1.0.0",
    change: { nobody: {}, "many-users": { lines: { departments: 3 } } },
    remove: ["nothing"],
  };
  expect(mistakesIn(refusalOf(() => extendWith(standardPolicy, changes)))).toEqual([
    ["/change/nobody", "unknown-reference"],
    ["/remove/0", "unknown-reference"],
    ["/change/many-users/lines/departments", "unknown-reference"],
  ]);
});
