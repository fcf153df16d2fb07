import fc from "fast-check";
import type { Policy } from "plimsoll";
import { createAnalysis, type LintFinding, lintPolicy } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, emptyPolicy, limitedTiers, rubric, sign } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";
import { spaceOf } from "./brute-force.js";
import { isSoWith, partsIn } from "./parts.js";
import { type PlainRule, rulesIn, stands } from "./plain-rules.js";
import { analysisOf, type World, worldsOfPoints } from "./small-policies.js";
import { ladder, tiny } from "./tiny-world.js";

const isNote = ({ id, severity }: LintFinding) => id === "redundant-part" && severity === "note";
const notesOf = (policy: Policy) => lintPolicy(createAnalysis(policy, tiny)).findings.filter(isNote);

const isRed = { fact: "colour", is: "red" } as const;
const isGreen = { fact: "colour", is: "green" } as const;
const isOutside = { fact: "outside", is: true } as const;
const people = (atLeast: number) => ({ fact: "people", atLeast });
const red = criterion(isRed, { id: "red" });
const ruled = (when: unknown, ...others: NonNullable<Policy["criteria"]>): Policy => {
  return { ...ladder, criteria: [...others, criterion(when)] };
};

test("a part that other rules hide is told whole, and only as a note", () => {
  expect(notesOf(ruled({ any: [isRed, isGreen] }, red))).toEqual([
    {
      id: "redundant-part",
      severity: "note",
      pointer: "/criteria/1/when/any/0",
      rule: "rule",
      explanation:
        'Without this part of "A rule" every app would be in the same tier: What of colour? Red. Wherever it matters, "red" holds too, and lifts as high.',
      suggestion: "Leave the part out, unless the rule's words are worth having there.",
    },
  ]);
});

const firstOrHighest = (hit: "first" | "highest"): Policy => ({
  ...ladder,
  criteria: [criterion(people(20), { id: "crowd" })],
  tables: [
    {
      id: "table",
      title: "A table",
      why: "It matters.",
      hit,
      rows: [
        { tier: "central", when: { outside: { is: true }, people: { below: 20 } } },
        { tier: "board", when: { colour: { is: "green" } } },
      ],
    },
  ],
});

test.each<readonly [what: string, policy: Policy, places: readonly string[]]>([
  [
    "what keeps a rule from apps that another lifts anyway",
    ruled({ all: [people(10), { not: isRed }] }, red),
    ["/criteria/1/when/all/1"],
  ],
  [
    "an exemption of apps that another lifts anyway",
    { ...ladder, criteria: [red, criterion(people(10), { unless: { all: [isRed, people(20)] } })] },
    ["/criteria/1/unless"],
  ],
  [
    "the outermost part alone",
    ruled({ any: [{ all: [isRed, { any: [isOutside, people(10)] }] }, isGreen] }, red),
    ["/criteria/1/when/any/0"],
  ],
  [
    "what several others hide together",
    ruled(
      { any: [people(10), isGreen] },
      criterion(people(20), { id: "crowd" }),
      criterion({ fact: "people", between: [5, 20] }, { id: "some" }),
    ),
    ["/criteria/2/when/any/0"],
  ],
  [
    "a part of a limit",
    {
      ...ladder,
      criteria: [criterion({ fact: "people", atLeast: 20 }, { id: "crowd" })],
      tiers: limitedTiers({ all: [{ fact: "people", below: 20 }, { not: isRed }] }),
    },
    ["/tiers/0/limits/0/holds/all/0"],
  ],
  ["a cell of a row, where the highest counts", firstOrHighest("highest"), ["/tables/0/rows/0/when/people"]],
])("told is %s", (_, policy, places) => {
  expect(notesOf(policy).map(({ pointer }) => pointer)).toEqual(places);
});

test.each<readonly [what: string, policy: Policy]>([
  ["where the other lifts less high", ruled({ any: [isRed, isGreen] }, criterion(isRed, { id: "low", tier: "team" }))],
  [
    "where the other does not stand of all",
    ruled({ any: [isRed, isGreen] }, criterion({ all: [isRed, isOutside] }, { id: "few" })),
  ],
  [
    "of a rule that decides nothing",
    ruled({ any: [isRed, isGreen] }, criterion({ any: [isRed, isGreen] }, { id: "same" })),
  ],
  ["of what is told as a part that changes nothing", ruled({ any: [isGreen, { all: [isRed, isRed] }] }, red)],
  [
    "of a sign that a condition names",
    {
      ...ladder,
      criteria: [red, criterion({ all: [{ sign: "warm" }, isOutside] }, { tier: "board" })],
      signs: [sign("warm", { any: [isRed, isGreen] }, { tier: "central" })],
    },
  ],
  [
    "of points that a rubric keeps",
    {
      ...ladder,
      criteria: [red, criterion({ score: "points", atLeast: 1 })],
      rubrics: [
        {
          ...rubric("points", isRed),
          items: [
            { points: 1, when: isRed },
            { points: 1, when: isGreen },
          ],
        },
      ],
    },
  ],
  ["of a row, where the first counts", firstOrHighest("first")],
])("nothing is told %s", (_, policy) => {
  expect(notesOf(policy)).toEqual([]);
});

/** Two rules that lift what writes; the second one lifts what many use as well. */
const covering = (covers: readonly string[]): Policy => ({
  ...emptyPolicy,
  criteria: [
    criterion({ fact: "systemsWritten", atLeast: 1 }, { id: "writes" }),
    criterion({
      any: [
        { fact: "systemsWritten", atLeast: 1 },
        { fact: "users", atLeast: 100 },
      ],
    }),
  ],
  components: [{ id: "connector", title: "The connector", covers }],
});

test.each([
  [["writes", "rule"], ["/criteria/1/when/any/0"]],
  [["writes"], []],
])("what hides a part may be covered by a component: %j", (covers, places) => {
  const notes = lintPolicy(covering(covers)).findings.filter(isNote);
  expect(notes.map(({ pointer }) => pointer)).toEqual(places);
});

/** Whether any condition of a policy names a sign. */
const isNamed = (id: string, part: unknown): boolean =>
  typeof part === "object" &&
  part !== null &&
  (("sign" in part && part.sign === id) || Object.values(part).some((each) => isNamed(id, each)));

/** The places of all parts without which a rule stands of other apps, and every app is lifted as high, one app after the other. */
function hiddenIn(world: World, findings: readonly LintFinding[]): readonly string[] {
  const { policy } = world;
  const { apps } = spaceOf(world);
  const rules = rulesIn(policy);
  const told = findings.filter((each) => !isNote(each) && ["redundant-part", "idle-line"].includes(each.id));
  const isWithin = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);
  const isTold = (at: string) => told.some(({ pointer }) => isWithin(at, pointer) || isWithin(pointer, at));
  const isIdle = ({ pointer }: PlainRule) =>
    findings.some((each) => each.pointer === pointer && /-holds$|^never-decides$/.test(each.id));
  const isAlone = ({ id, pointer }: PlainRule) =>
    pointer.startsWith("/tables/") ? policy.tables?.[0]?.hit === "highest" : !isNamed(id, policy);
  const lift = (rule: PlainRule, isStanding: boolean) => (isStanding ? rule.rank : 0);
  return rules
    .filter((rule) => !isIdle(rule) && isAlone(rule))
    .flatMap((rule) => {
      const others = rules.filter((each) => each !== rule);
      const looked = apps.map(({ values }) => {
        return {
          values,
          is: stands(rule, values, world),
          lifted: Math.max(0, ...others.map((each) => lift(each, stands(each, values, world)))),
        };
      });
      const isHidden = (at: string) =>
        [true, false].some((as) => {
          const changed = looked.filter(({ values, is }) => {
            const truths = rule.conditions.map((placed) => isSoWith(placed, at, as, values, world));
            return rule.standsBy(truths, values, world) !== is;
          });
          return changed.length > 0 && changed.every(({ lifted }) => lifted >= rule.rank);
        });
      const parts = rule.conditions.flatMap((whole) => partsIn(whole, policy)).map(({ pointer }) => pointer);
      const hidden = [...new Set(parts)]
        .filter((at) => at !== rule.main?.pointer && at.startsWith(rule.pointer) && !isTold(at))
        .filter(isHidden);
      return hidden.filter((at) => !hidden.some((outer) => outer !== at && isWithin(at, outer)));
    });
}

test("a part is noted exactly when other rules hide it", () => {
  fc.assert(
    fc.property(worldsOfPoints(), (world) => {
      const { findings } = lintPolicy(analysisOf(world));
      const noted = findings.filter(isNote).map(({ pointer }) => pointer);
      expect(noted.sort()).toEqual([...hiddenIn(world, findings)].sort());
    }),
    draws(150),
  );
});
