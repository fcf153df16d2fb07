import {
  type Condition,
  childrenOf,
  type FactCondition,
  type Points,
  pointsIn,
  type ScoreItem,
} from "../conditions/index.js";
import { type Catalogue, isMadeOfDates } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import { type Rule, standingAlone, withHandling } from "./handled.js";
import type { AnyRules } from "./prepare.js";
import type { Rubric } from "./rules.js";
import { criteriaOf } from "./tables.js";
import { rankingOf, rankOfSigns } from "./tiers.js";

/** A rule, the rank of the tier that it lifts to, and where in its policy it stands. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly kind: "criterion" | "sign" | "limit";
  readonly rank: number;
  readonly pointer: Pointer;
}

/** Every rule of a policy: its limits, its criteria, the rows of its tables, its signs. */
export function rulesOf(policy: AnyRules): readonly PlacedRule[] {
  const { tiers, signs = [] } = policy;
  const rankOf = rankingOf(policy);
  const handled = withHandling(policy);
  const rules: readonly PlacedRule[] = [
    ...tiers.flatMap(({ limits = [] }, rank) =>
      limits.map((rule, index) => {
        return { rule, kind: "limit" as const, rank: rank + 1, pointer: `/tiers/${rank}/limits/${index}` };
      }),
    ),
    ...criteriaOf(policy).map(({ rule, pointer }) => {
      return { rule, kind: "criterion" as const, rank: rankOf(rule.tier), pointer };
    }),
    ...signs.map((rule, index) => {
      return {
        rule,
        kind: "sign" as const,
        rank: rule.tier === undefined ? rankOfSigns : rankOf(rule.tier),
        pointer: `/signs/${index}`,
      };
    }),
  ];
  return rules.map((placed) => ({ ...placed, rule: handled(placed.rule) }));
}

/** When a rule stands: what it is about is so, nothing exempts it, and no component takes care of it. */
export function standing(rule: Rule): Condition {
  const alone = standingAlone(rule);
  return rule.handledWhile === undefined ? alone : { all: [alone, { not: rule.handledWhile }] };
}

/** What conditions may name, by id. */
interface Named {
  /** When each sign stands. */
  readonly signs: ReadonlyMap<string, Condition>;
  readonly rubrics: ReadonlyMap<string, Rubric>;
}

/** Policies never change, so that each is looked through once. */
const namedIn = new WeakMap<AnyRules, Named>();

function namesOf(policy: AnyRules): Named {
  const { signs = [], rubrics = [] } = policy;
  const handled = withHandling(policy);
  const named = namedIn.get(policy) ?? {
    signs: new Map(signs.map((sign) => [sign.id, standing(handled(sign))])),
    rubrics: new Map(rubrics.map((rubric) => [rubric.id, rubric])),
  };
  namedIn.set(policy, named);
  return named;
}

/** Points that are added up: those that stand there, or those of the rubric that is named. */
export type Sum = string | readonly ScoreItem[];

/** The points that are counted, as they are written: those that stand there, or those of the rubric that is named. */
export const itemsOf = (sum: Sum, policy: AnyRules): readonly ScoreItem[] =>
  typeof sum === "string" ? (namesOf(policy).rubrics.get(sum)?.items ?? []) : sum;

/** The points that are counted, each with the condition that brings it. */
export const pointsOf = (sum: Sum, policy: AnyRules): readonly Points[] =>
  itemsOf(sum, policy).flatMap((item) => pointsIn<Condition>(item));

/** What a condition adds up, in the order in which it stands there; nothing, where it adds nothing up. */
export function sumsIn(condition: Condition): readonly Sum[] {
  if ("score" in condition) return [condition.score];
  return "product" in condition ? condition.product : [];
}

/** The parts of a condition that stand together, and the name by which it refers to them, if they stand elsewhere. */
interface Parts {
  readonly name?: string;
  readonly parts: readonly Condition[];
}

function partsByName(condition: Condition, policy: AnyRules): readonly Parts[] {
  if ("sign" in condition) {
    const sign = namesOf(policy).signs.get(condition.sign);
    return sign === undefined ? [] : [{ name: `sign ${condition.sign}`, parts: [sign] }];
  }
  const sums = sumsIn(condition);
  if (sums.length === 0) return [{ parts: childrenOf<Condition>(condition).map(({ part }) => part) }];
  return sums.map((sum) => {
    const parts = pointsOf(sum, policy).map(({ when }) => when);
    return typeof sum === "string" ? { name: `rubric ${sum}`, parts } : { parts };
  });
}

/** The parts of a condition, one step down; those of the signs and rubrics that it names, too. */
export const partsOf = (condition: Condition, policy: AnyRules): readonly Condition[] =>
  partsByName(condition, policy).flatMap(({ parts }) => parts);

/** The rubrics that a condition names, wherever in it they stand. */
export const rubricsIn = (condition: Condition): readonly string[] => [
  ...sumsIn(condition).filter((sum) => typeof sum === "string"),
  ...childrenOf<Condition>(condition).flatMap(({ part }) => rubricsIn(part)),
];

/**
 * Asks each condition of a policy once, wherever in it that stands: else what refers twice to what refers twice is asked twice
 * as often with each step.
 */
export function askedOnce<Answer>(
  ask: (condition: Condition, policy: AnyRules) => Answer,
): (condition: Condition, policy: AnyRules) => Answer {
  const asked = new WeakMap<AnyRules, Map<Condition, Answer>>();
  return (condition, policy) => {
    const answers = asked.get(policy) ?? new Map<Condition, Answer>();
    asked.set(policy, answers);
    const answer = answers.get(condition) ?? ask(condition, policy);
    answers.set(condition, answer);
    return answer;
  };
}

/** Every line that some conditions draw; those of a sign or rubric once, however often it is named. */
function linesInAll(conditions: readonly Condition[], policy: AnyRules): readonly FactCondition[] {
  const lines: FactCondition[] = [];
  const named = new Set<string>();
  // The last one is looked at first. Without recursion, since signs may name each other in a long chain.
  const open: (Condition | Parts)[] = [...conditions].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ("parts" in next) {
      const { name, parts } = next;
      if (name === undefined || !named.has(name)) for (const part of [...parts].reverse()) open.push(part);
      if (name !== undefined) named.add(name);
      continue;
    }
    if ("fact" in next) lines.push(next);
    for (const parts of [...partsByName(next, policy)].reverse()) open.push(parts);
  }
  return lines;
}

/** Every line that a condition draws. */
export const linesIn = (condition: Condition, policy: AnyRules): readonly FactCondition[] =>
  linesInAll([condition], policy);

/** Whether the rules of a policy ask how long ago something was. */
export const asksForDates = (policy: AnyRules, facts: Catalogue): boolean =>
  linesOfPolicy(policy).some(({ fact }) => isMadeOfDates(facts[fact]));
/** What decides the tier by a policy: when its rules stand, and when its adjustments hold. */
export const decidingIn = (policy: AnyRules): readonly Condition[] => [
  ...rulesOf(policy).map(({ rule }) => standing(rule)),
  ...(policy.adjustments ?? []).map(({ when }) => when),
];

/** Every line that the rules of a policy draw. */
export const linesOfPolicy = (policy: AnyRules): readonly FactCondition[] => linesInAll(decidingIn(policy), policy);
