import fc from "fast-check";
import { type Condition, type Policy, standardPolicy } from "plimsoll";
import { type LintFinding, type LintId, lintPolicy } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { spaceOf } from "./brute-force.js";
import { everyValue } from "./listing.js";
import { isSoWith, partsIn } from "./parts.js";
import { domainOf, isOnLine, isSo, type Values } from "./plain-meaning.js";
import { type Placed, type PlainRule, rankBy, rulesIn, stands } from "./plain-rules.js";
import { analysisOf, type World, worlds, worldsOfPoints } from "./small-policies.js";
import { isRiskier, pairsIn } from "./steps.js";
import { appOf, expectLeastRemarkable, expectSound } from "./witnesses.js";

function lintOf(world: World): readonly LintFinding[] {
  const { findings, complete } = lintPolicy(analysisOf(world));
  expect(complete).toBe(true);
  return findings;
}

/** The rules that are left without one; a row that is left out hides no others. */
function rulesWithout({ pointer }: PlainRule, policy: Policy): readonly PlainRule[] {
  const [, place, row] = /^\/tables\/(\d+)\/rows\/(\d+)$/.exec(pointer) ?? [];
  const tables = policy.tables?.map((table, index) =>
    String(index) === place ? { ...table, rows: table.rows.filter((_, at) => String(at) !== row) } : table,
  );
  return rulesIn({ ...policy, ...(tables && { tables }) }).filter(
    (each) => place !== undefined || each.pointer !== pointer,
  );
}

const placesOf = (findings: readonly LintFinding[], id: LintId) =>
  findings.filter((finding) => finding.id === id).map(({ pointer }) => pointer);

test("a rule is told that never stands, always stands, or never decides", () => {
  fc.assert(
    fc.property(worlds(), (world) => {
      const space = spaceOf(world);
      const findings = lintOf(world);
      const rules = rulesIn(world.policy);
      const standing = rules.map((rule) => space.apps.filter(({ values }) => stands(rule, values, world)));
      const decides = (rule: PlainRule) =>
        space.apps.some(({ values, rank }) => {
          const others = rulesWithout(rule, world.policy);
          return rank !== rankBy(others, values, world);
        });
      const never = rules.filter((_, index) => standing[index]?.length === 0);
      const always = rules.filter((_, index) => standing[index]?.length === space.apps.length);
      const idle = rules.filter((rule) => !never.includes(rule) && !always.includes(rule) && !decides(rule));
      const { adjustments = [] } = world.policy;
      const applies = (place: number) =>
        space.apps.some(({ values }) => isSo(adjustments[place]?.when ?? { any: [] }, values, world));
      const moves = (place: number) => {
        const policy = { ...world.policy, adjustments: adjustments.filter((_, index) => index !== place) };
        return space.apps.some(({ values, rank }) => rank !== rankBy(rules, values, { ...world, policy }));
      };
      const places = [...adjustments.keys()];
      const placesWhere = (isTold: (place: number) => boolean) =>
        places.filter(isTold).map((place) => `/adjustments/${place}`);
      const pointers = (some: readonly PlainRule[]) => some.map(({ pointer }) => pointer);
      const expected = {
        "never-holds": [...pointers(never), ...placesWhere((place) => !applies(place))],
        "always-holds": pointers(always),
        "never-decides": [...pointers(idle), ...placesWhere((place) => applies(place) && !moves(place))],
      };
      for (const id of ["never-holds", "always-holds", "never-decides"] as const) {
        expect(placesOf(findings, id).sort()).toEqual([...expected[id]].sort());
      }
      for (const { id, pointer, rule, witness } of findings) {
        const at = rules.findIndex((each) => each.pointer === pointer);
        if (at < 0 || id === "no-advice" || id === "falls-with-risk") continue;
        expect(rule).toBe(rules[at]?.id);
        expect(witness === undefined).toBe(id === "never-holds");
        if (witness === undefined) continue;
        expectSound(world, witness);
        expectLeastRemarkable(space, witness, standing[at] ?? []);
      }
    }),
    draws(150),
  );
});

test("a rule is told that stands, and does not with more risk", () => {
  fc.assert(
    fc.property(worlds(), (world) => {
      const space = spaceOf(world);
      const pairs = pairsIn(space).filter(({ column, at, one, other }) =>
        isRiskier(column, one.cells[at] ?? 0, other.cells[at] ?? 0),
      );
      const falls = (rule: PlainRule) =>
        pairs.filter(({ one, other }) => stands(rule, one.values, world) && !stands(rule, other.values, world));
      const rules = rulesIn(world.policy).filter((rule) => falls(rule).length > 0);
      const findings = lintOf(world);
      expect(placesOf(findings, "falls-with-risk").sort()).toEqual(rules.map(({ pointer }) => pointer).sort());
      for (const { id, pointer, witness, beside } of findings) {
        const rule = rules.find((each) => each.pointer === pointer);
        if (id !== "falls-with-risk" || rule === undefined) continue;
        if (witness === undefined || beside === undefined) throw new Error("It takes two to show this.");
        expectSound(world, witness);
        expectSound(world, beside);
        const [one, other] = [appOf(space, witness), appOf(space, beside)];
        expect(falls(rule).some((pair) => pair.one === one && pair.other === other)).toBe(true);
      }
    }),
    draws(150),
  );
});

test("tiers that no app is in and signs without advice are told", () => {
  fc.assert(
    fc.property(worlds(), (world) => {
      const { tiers, signs = [] } = world.policy;
      const { apps } = spaceOf(world);
      const findings = lintOf(world);
      const empty = [...tiers.keys()].filter((rank) => apps.every((app) => app.rank !== rank));
      expect(placesOf(findings, "unreachable-tier")).toEqual(empty.map((rank) => `/tiers/${rank}`));
      const silent = [...signs.keys()].filter((index) => signs[index]?.advice === undefined);
      expect(placesOf(findings, "no-advice")).toEqual(silent.map((index) => `/signs/${index}`));
    }),
    draws(150),
  );
});

/** Whether all values of a fact lie on one side of a line. */
function isIdle({ condition }: Placed, { facts }: World): boolean {
  if (!("fact" in condition)) return false;
  const { fact, ...line } = condition;
  const domain = domainOf(facts, fact);
  return new Set(everyValue(domain).map((value) => isOnLine(domain, line, value))).size === 1;
}

/** Whether a rule stands when what is at a place is taken to be so, or not. */
const standsWith = ({ conditions, standsBy }: PlainRule, at: string, as: boolean, values: Values, world: World) =>
  standsBy(
    conditions.map((placed) => isSoWith(placed, at, as, values, world)),
    values,
    world,
  );

/** Whether a rule stands of the same apps when what is at a place is taken to be so, or not. */
const isSame = (rule: PlainRule, at: string, as: boolean, apps: readonly { readonly values: Values }[], world: World) =>
  apps.every(({ values }) => stands(rule, values, world) === standsWith(rule, at, as, values, world));

const isOfRubric = ({ pointer }: Placed) => pointer.startsWith("/rubrics/");

test("a part of a condition is told exactly when it changes nothing", () => {
  fc.assert(
    fc.property(worldsOfPoints(), (world) => {
      const { policy } = world;
      const { apps } = spaceOf(world);
      const findings = lintOf(world);
      const rules = rulesIn(policy);
      const partsOf = ({ conditions }: PlainRule) => conditions.flatMap((whole) => partsIn(whole, policy));
      /** One thing that a part can be taken for leaves all these rules as they are. */
      const isNeedless = (part: Placed, users: readonly PlainRule[]) =>
        isIdle(part, world) ||
        [true, false].some((as) => users.every((rule) => isSame(rule, part.pointer, as, apps, world)));

      const isDone = ({ pointer }: PlainRule) =>
        findings.some((finding) => finding.pointer === pointer && finding.id.endsWith("-holds"));
      const ofRules = rules
        .filter((rule) => !isDone(rule))
        .flatMap((rule) => {
          const inside = partsOf(rule).filter(({ pointer }) => pointer !== rule.main?.pointer);
          return inside.filter((part) => !isOfRubric(part) && isNeedless(part, [rule]));
        });
      const ofRubrics = rules.flatMap(partsOf).filter((part) => {
        if (!isOfRubric(part)) return false;
        const users = rules.filter((rule) => partsOf(rule).some(({ pointer }) => pointer === part.pointer));
        return isNeedless(part, users) && !users.every(isDone);
      });
      const needless = [...ofRules, ...ofRubrics];
      // A part of what is told is not told again.
      const outermost = needless.filter(
        ({ pointer }) => !needless.some((outer) => pointer.startsWith(`${outer.pointer}/`)),
      );
      const expected = outermost.map(
        (part) => `${isIdle(part, world) ? "idle-line" : "redundant-part"} ${part.pointer}`,
      );
      const told = findings.filter(
        ({ id, severity }) => severity === "warning" && (id === "redundant-part" || id === "idle-line"),
      );
      expect(told.map(({ id, pointer }) => `${id} ${pointer}`).sort()).toEqual([...new Set(expected)].sort());
      for (const { pointer, rule } of told) {
        const users = rules.filter((each) => partsOf(each).some((part) => part.pointer === pointer));
        if (rule === undefined) expect(pointer).toMatch(/^\/rubrics\//);
        else expect(users.map(({ id }) => id)).toContain(rule);
      }
    }),
    draws(150),
  );
});

test("every finding says what it is about, and what to do", () => {
  fc.assert(
    fc.property(worlds(), (world) => {
      for (const { explanation, suggestion } of lintOf(world)) {
        expect(explanation).not.toBe("");
        expect(suggestion).not.toBe("");
      }
    }),
    draws(150),
  );
});

const crowd = { id: "crowd", tier: "it-review", title: "A crowd", why: "Many ask." } as const;

const withCrowd = (when: Condition): Policy => ({
  ...standardPolicy,
  criteria: [...(standardPolicy.criteria ?? []), { ...crowd, when }],
});

test.each<readonly [what: string, policy: Policy, id: LintId]>([
  ["a rule in the shadow of another", withCrowd({ fact: "users", atLeast: 900 }), "never-decides"],
  [
    "more people at once than at all",
    withCrowd({
      all: [
        { fact: "peakConcurrentUsers", atLeast: 20 },
        { fact: "users", below: 20 },
      ],
    }),
    "never-holds",
  ],
  ["any number of people", withCrowd({ fact: "users", atLeast: 0 }), "always-holds"],
  [
    "a part that the other one implies",
    withCrowd({
      all: [
        { fact: "users", atLeast: 30 },
        { fact: "users", above: 10 },
      ],
    }),
    "redundant-part",
  ],
  [
    "a line that lies below all numbers",
    withCrowd({
      all: [
        { fact: "users", atLeast: 30 },
        { fact: "departments", atLeast: 0 },
      ],
    }),
    "idle-line",
  ],
  ["a rule for few people", withCrowd({ fact: "users", atMost: 5 }), "falls-with-risk"],
])("%s is found", (_, policy, id) => {
  const found = lintPolicy(policy).findings.filter(({ rule }) => rule === "crowd");
  expect(found.map((finding) => finding.id)).toContain(id);
});
