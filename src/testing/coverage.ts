import { type AnalysisOptions, canReach, createAnalysis, independencePairs } from "../analysis/index.js";
import { createExaminer, type Examination } from "../classify/index.js";
import type { Condition } from "../conditions/index.js";
import type { Catalogue, FactValue, Line } from "../facts/index.js";
import type { Approval } from "../governance/index.js";
import {
  always,
  factsOf,
  keyOf,
  never,
  type PlacedRule,
  type Policy,
  rulesOf,
  standing,
  taken,
} from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { AsOf } from "../time/index.js";
import { type PartsCoverage, partsCoverage, partsShown } from "./coverage-parts.js";
import { edgesOf } from "./edges.js";
import type { ExpectedParts } from "./expected.js";

/**
 * A condition inside a rule, and what the apps showed of it: that it is so, that it is not, and that it decides there by
 * itself (MC/DC, in its masking form). What no app can show is not asked for.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type ConditionCoverage, harmlessApp, policyCoverage } from "plimsoll/testing";
 *
 * const { conditions } = policyCoverage(standardPolicy, [harmlessApp("Rota").usedBy(140).build()]);
 * const users: ConditionCoverage | undefined = conditions.find(({ rule }) => rule === "many-users");
 *
 * [users?.so, users?.notSo, users?.decides]; // → [true, false, false]
 * ```
 */
export interface ConditionCoverage {
  readonly rule: string;
  readonly pointer: Pointer;
  readonly condition: Condition;
  readonly so: boolean;
  readonly notSo: boolean;
  readonly decides: boolean;
  /** Whether any apps can show that it decides. */
  readonly canDecide: boolean;
}

/**
 * A line through numbers or levels, and whether an app stood on each side of it, as near as can be.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type EdgeCoverage, harmlessApp, policyCoverage } from "plimsoll/testing";
 *
 * const apps = [99, 100].map((people) => harmlessApp("Rota").usedBy(people).build());
 * const { edges } = policyCoverage(standardPolicy, apps);
 * const users: readonly EdgeCoverage[] = edges.filter(({ fact, value }) => fact === "users" && [99, 100].includes(Number(value)));
 *
 * users.map(({ seen }) => seen); // → [true, true]
 * ```
 */
export interface EdgeCoverage {
  readonly fact: string;
  readonly line: Line;
  /** The last value on one side of the line, or the first on the other. */
  readonly value: FactValue;
  readonly seen: boolean;
}

/**
 * What some apps showed of a policy, as plain JSON: which tiers they were in, which rules stood and did not, which
 * conditions decided, which edges of lines they stood on; and what became of its reviews, boundaries, components and audit.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type PolicyCoverage, policyCoverage } from "plimsoll/testing";
 *
 * const coverage: PolicyCoverage = policyCoverage(standardPolicy, []);
 *
 * coverage.covered; // → 0
 * ```
 */
export interface PolicyCoverage extends PartsCoverage {
  readonly tiers: readonly { readonly tier: string; readonly seen: boolean }[];
  readonly rules: readonly {
    readonly rule: string;
    readonly pointer: Pointer;
    readonly held: number;
    readonly heldNot: number;
  }[];
  readonly conditions: readonly ConditionCoverage[];
  readonly edges: readonly EdgeCoverage[];
  /** How much there was to show, and how much of it was shown. */
  readonly total: number;
  readonly covered: number;
}

/**
 * An app, with the day as of which it is looked at, and what is expected of it, as in a row of tests: the reviews, the
 * decision and the audit that are expected are asked for, and shown.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type AppAsOf, policyCoverage } from "plimsoll/testing";
 *
 * const then: AppAsOf = { profile: { id: "rota", name: "Rota", audience: { users: 140 } }, asOf: "2026-03-31" };
 *
 * policyCoverage(standardPolicy, [then]).rules.find(({ rule }) => rule === "many-users")?.held; // → 1
 * ```
 */
export interface AppAsOf extends AsOf {
  readonly profile: AppProfile;
  /** What was given to the app. */
  readonly approvals?: readonly Approval[] | undefined;
  /** What is expected of it; how it comes out is not looked at here. */
  readonly expect?: ExpectedParts | undefined;
}

/** What one app shows of a condition inside a rule. */
interface Shown {
  readonly so: boolean | null;
  readonly decides: boolean;
  readonly stands: boolean | null;
}

function shownBy({ ask }: Examination, whole: Condition, condition: Condition, policy: Policy): Shown {
  const havingIt = (as: Condition) => ask(taken(whole, keyOf(condition), as, policy)).holds;
  const [withIt, without] = [havingIt(always), havingIt(never)];
  const isTold = withIt !== null && without !== null;
  return { so: ask(condition).holds, decides: isTold && withIt !== without, stands: ask(whole).holds };
}

function conditionCoverage(
  examinations: readonly Examination[],
  placed: PlacedRule,
  { condition, pointer, pair }: { readonly condition: Condition; readonly pointer: Pointer; readonly pair: unknown },
  policy: Policy,
): ConditionCoverage {
  const whole = standing(placed.rule);
  const shown = examinations.map((each) => shownBy(each, whole, condition, policy));
  const deciding = (so: boolean, stands: boolean) =>
    shown.some((each) => each.decides && each.so === so && each.stands === stands);
  return {
    rule: placed.rule.id,
    pointer,
    condition,
    so: shown.some(({ so }) => so === true),
    notSo: shown.some(({ so }) => so === false),
    decides: [true, false].some((stands) => deciding(true, stands) && deciding(false, !stands)),
    canDecide: pair !== null,
  };
}

const isSame = (one: FactValue, other: FactValue) => String(one) === String(other);

function edgeCoverage(examinations: readonly Examination[], policy: Policy, facts: Catalogue): readonly EdgeCoverage[] {
  return edgesOf(policy, facts).map(({ fact, line, value }) => {
    const seen = examinations.some(({ read }) => {
      const reading = read(fact);
      return reading.kind === "exact" && isSame(reading.value, value);
    });
    return { fact, line, value, seen };
  });
}

/**
 * What apps show of a policy: those of its tests, or any others. A policy whose tests show all of it leaves no line, no
 * condition and no tier without an app that would notice a change.
 *
 * @param apps Apps that were read, each as of the day of the options, or of a day of its own; those of tests that expect no profile are left out.
 * @throws {PlimsollError} with code `invalid-milestone`, when reviews are expected before one that the policy does not have; with
 * code `invalid-approval` or `invalid-action`, when what is handed in is not what it should be.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { harmlessApp, policyCoverage } from "plimsoll/testing";
 *
 * const { tiers } = policyCoverage(standardPolicy, [harmlessApp("Rota").usedBy(140).build()]);
 *
 * tiers.filter(({ seen }) => seen).map(({ tier }) => tier); // → ["it-review"]
 * ```
 */
export function policyCoverage(
  policy: Policy,
  apps: readonly (AppProfile | AppAsOf)[],
  options: AnalysisOptions = {},
): PolicyCoverage {
  const facts = factsOf(policy, options);
  const analysis = createAnalysis(policy, options);
  const examine = createExaminer(policy, { facts });
  const { asOf } = options;
  const rows = apps.map((app) => ("profile" in app ? { asOf, ...app } : { profile: app, asOf }));
  const examinations = rows.map((row) => examine(row.profile, row));
  const placed = new Map(rulesOf(policy).map((each) => [each.rule.id, each]));
  const reachable = policy.tiers.filter(({ id }) => canReach(analysis, id).verdict !== "unreachable");
  const tiers = reachable.map(({ id: tier }) => {
    return { tier, seen: examinations.some(({ classification: { tier: seen, settled } }) => settled && seen === tier) };
  });
  const ofRules = [...placed.values()].map(({ rule, pointer }) => {
    const answers = examinations.map(({ ask }) => ask(standing(rule)).holds);
    const count = (holds: boolean) => answers.filter((answer) => answer === holds).length;
    return { rule: rule.id, pointer, held: count(true), heldNot: count(false) };
  });
  const adjustments = (policy.adjustments ?? []).map(({ id, when }, index) => {
    const answers = examinations.map(({ ask }) => ask(when).holds);
    const count = (holds: boolean) => answers.filter((answer) => answer === holds).length;
    return { rule: id, pointer: `/adjustments/${index}`, held: count(true), heldNot: count(false) };
  });
  const pairs = independencePairs(analysis);
  const asked = pairs.verdict === "exact" ? pairs.conditions : [];
  const conditions = asked.flatMap((each) => {
    const rule = placed.get(each.rule);
    return rule === undefined ? [] : [conditionCoverage(examinations, rule, each, policy)];
  });
  const rules = [...ofRules, ...adjustments];
  const edges = edgeCoverage(examinations, policy, facts);
  const parts = partsCoverage(policy, rows, facts);
  const shown = [
    ...tiers.map(({ seen }) => seen),
    ...rules.flatMap(({ held, heldNot }) => [held > 0, heldNot > 0]),
    ...conditions.flatMap(({ so, notSo, decides, canDecide }) => [so, notSo, ...(canDecide ? [decides] : [])]),
    ...edges.map(({ seen }) => seen),
    ...partsShown(parts),
  ];
  return { tiers, rules, conditions, edges, ...parts, total: shown.length, covered: shown.filter(Boolean).length };
}
