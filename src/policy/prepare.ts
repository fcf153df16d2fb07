import {
  type Compiled,
  type Condition,
  compileCondition,
  compilePoints,
  FALSE,
  negate,
  type Scope,
  TRUE,
  type Truth,
  unsound,
  withSoundPolicy,
} from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";
import type { Rules } from "./policy.js";
import type { Criterion, Limit, Severity, Sign } from "./rules.js";

/** A component that may cover, ready to be asked for. */
export interface PreparedComponent {
  readonly id: string;
  readonly from?: string;
  readonly when: Compiled | undefined;
}

/** What findings say of a rule, whatever it was written as. */
export interface RuleWords {
  readonly kind: "criterion" | "sign" | "limit";
  readonly id: string;
  /** The tier that it lifts to. */
  readonly tier: string;
  readonly severity: Severity | null;
  readonly title: string;
  readonly why: string;
  readonly advice: string;
  readonly source: string;
}

/** One rule, ready to be asked. */
export interface PreparedRule {
  readonly words: RuleWords;
  /** The rank of the tier that it lifts to. */
  readonly rank: number;
  readonly when: Compiled;
  readonly unless: Compiled | undefined;
  /** The components that may cover it. */
  readonly coveredBy: readonly PreparedComponent[];
}

/** A policy, ready to be asked. */
export interface PreparedPolicy {
  /** How many facts the policy asks for. */
  readonly slots: number;
  /** In the order in which they are judged: the signs first, each after those that it refers to. */
  readonly rules: readonly PreparedRule[];
  /** The indices of the rules in the order in which they are reported: the highest tier first. */
  readonly reported: readonly number[];
  /** Prepares another condition, to be asked of states that the rules were judged in. */
  readonly compile: (condition: Condition) => Compiled;
}

/** The rules of any policy. */
export type AnyRules = Rules<string, string, string, string, Condition>;

/** A sign as other rules see it: whether it stands, and what it rests on. */
function standingSign(index: number, sign: PreparedRule): Compiled {
  return {
    evaluate: ({ judgements }): Truth => judgements[index]?.truth ?? FALSE,
    collect: (asking, evidence) => {
      const { truth, state, open } = asking.judgements[index] ?? { truth: FALSE, state: asking, open: [] };
      sign.when.collect(state, evidence);
      if (truth !== TRUE) sign.unless?.collect(state, evidence);
      for (const { when, state: asked } of open) when.collect(asked, evidence);
    },
  };
}

/** Any sign means that IT gets involved: at least the second tier. */
const lowestTierOfSigns = 1;

function prepareWith(policy: AnyRules, facts: Catalogue): PreparedPolicy {
  const { tiers, criteria = [], signs = [], rubrics = [], components = [] } = policy;
  const names: string[] = [];
  const rules: PreparedRule[] = [];
  const standing = new Map<string, Compiled>();

  const find = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item =>
    items.find((item) => item.id === id) ?? unsound();
  const rankOf = (tier: string) => tiers.indexOf(find(tiers, tier));
  const prepare = (kind: RuleWords["kind"], rule: Criterion | Sign | Limit, rank: number): PreparedRule => {
    const { id: tier, advice } = tiers[rank] ?? unsound();
    const { id, title, why, source = "" } = rule;
    const severity = "severity" in rule ? rule.severity : null;
    return {
      words: { kind, id, tier, severity, title, why, advice: rule.advice ?? advice, source },
      rank,
      when: "holds" in rule ? negate(compile(rule.holds)) : compile(rule.when),
      unless: rule.unless && compile(rule.unless),
      coveredBy: components
        .filter(({ covers, retired }) => !retired && covers.includes(id))
        .map(({ when, ...component }) => ({ ...component, when: when && compile(when) })),
    };
  };
  const prepareSign = (rule: Sign): Compiled => {
    const prepared = prepare("sign", rule, rule.tier === undefined ? lowestTierOfSigns : rankOf(rule.tier));
    const sign = standingSign(rules.push(prepared) - 1, prepared);
    standing.set(rule.id, sign);
    return sign;
  };
  const scope: Scope = {
    facts,
    lines: new Map(),
    slotOf: (fact) => (names.includes(fact) ? names.indexOf(fact) : names.push(fact) - 1),
    rubric: (id) => compilePoints(find(rubrics, id).items, scope),
    sign: (id) => standing.get(id) ?? prepareSign(find(signs, id)),
  };
  const compile = (condition: Condition) => compileCondition(condition, scope);

  for (const { id } of signs) scope.sign(id);
  for (const rule of criteria) rules.push(prepare("criterion", rule, rankOf(rule.tier)));
  tiers.forEach(({ limits = [] }, rank) => {
    for (const rule of limits) rules.push(prepare("limit", rule, rank + 1));
  });
  const reported = [...rules.keys()].sort((one, other) => (rules[other]?.rank ?? 0) - (rules[one]?.rank ?? 0));
  return { slots: names.length, rules, reported, compile };
}

/**
 * Makes a policy ready to be asked.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when the policy was never checked and cannot be asked.
 */
export function preparePolicy(policy: AnyRules, facts: Catalogue): PreparedPolicy {
  return withSoundPolicy(() => prepareWith(policy, facts));
}
