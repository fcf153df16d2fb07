import {
  addTold,
  type Compiled,
  type Condition,
  childrenOf,
  compileCondition,
  compilePoints,
  FALSE,
  negate,
  onceOfEach,
  type PreparedSum,
  pointsIn,
  type Referents,
  type Truth,
  touching,
  unknownTo,
  unsound,
} from "../conditions/index.js";
import { type Catalogue, everyGroup, type FoundFacts, factSlots, type Groups, groupOf } from "../facts/index.js";
import type { AppProfile } from "../profile/index.js";
import { lookingAgain } from "../shapes/index.js";
import type { Day } from "../time/index.js";
import { movedBy } from "./adjust.js";
import { lookAgainAtPolicy } from "./look-again.js";
import { withOwnFacts } from "./options.js";
import type { Rules } from "./policy.js";
import { sumsIn } from "./reading.js";
import { inOrder } from "./references.js";
import { restingOn } from "./rests-on.js";
import type { Adjustment, Criterion, Limit, Severity, Sign } from "./rules.js";
import { criteriaOf } from "./tables.js";
import { rankingOf, rankOfSigns } from "./tiers.js";

/** A component that may cover, ready to be asked for. */
export interface PreparedComponent {
  readonly id: string;
  readonly from?: string | undefined;
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
  /** The group by which others see whether it stands. */
  readonly group: Groups;
  /** The facts that it asks for. */
  readonly facts: Groups;
  /** The components that may cover it. */
  readonly coveredBy: readonly PreparedComponent[];
}

/** An adjustment, ready to be asked for. */
export interface PreparedAdjustment {
  readonly adjustment: Adjustment;
  readonly when: Compiled;
  readonly moved: (rank: number) => number;
}

/** A policy, ready to be asked. */
export interface PreparedPolicy {
  /** Reads every fact that is asked for in its rules and components, as of a day where one is given. */
  readonly read: (profile: AppProfile, asOf: Day | undefined) => FoundFacts;
  /** The groups in which the lines of its rules and components are not all false. */
  readonly touchedBy: (found: FoundFacts) => Groups;
  /** In the order in which they are judged: the signs first, each after those that it refers to. */
  readonly rules: readonly PreparedRule[];
  /** The indices of the rules in the order in which they are reported: the highest tier first. */
  readonly reported: readonly number[];
  /** In the order in which they apply. */
  readonly adjustments: readonly PreparedAdjustment[];
  /** The indices of the signs that something refers to, in the order in which they are judged. */
  readonly named: readonly number[];
  /** Prepares another condition, to be asked of states that the rules were judged in. */
  readonly compile: (condition: Condition) => Compiled;
  /** The facts that it may ask for, its own among them. */
  readonly facts: Catalogue;
}

/** The rules of any policy. */
export type AnyRules = Rules<string, string, string, string, Condition>;

/** A sign as other rules see it: whether it stands, and what it rests on. */
const standingSign = (index: number, restsOn: ReturnType<typeof restingOn>): Compiled => ({
  evaluate: ({ judgements }): Truth => judgements[index]?.truth ?? FALSE,
  collect: (state, evidence) => addTold(restsOn(index, state), evidence),
  alone: undefined,
  groups: groupOf(index),
  facts: everyGroup,
});

/** The keys of the signs and rubrics that a condition names, wherever in it they stand. */
function namedIn(condition: Condition): readonly string[] {
  if ("sign" in condition) return [`sign${condition.sign}`];
  const named = sumsIn(condition).flatMap((sum) => (typeof sum === "string" ? [`score${sum}`] : []));
  return [...named, ...childrenOf<Condition>(condition).flatMap(({ part }) => namedIn(part))];
}

function prepareWith(policy: AnyRules, given: Catalogue): PreparedPolicy {
  const facts = withOwnFacts(given, policy.facts);
  const { tiers, signs = [], rubrics = [], components = [] } = policy;
  const rules: PreparedRule[] = [];
  const standing = new Map<string, { readonly index: number; readonly asOthersSee: Compiled }>();
  const named = new Set<number>();
  const points = new Map<string, PreparedSum>();
  const ready = new Map<string, PreparedComponent>();
  const covering = new Map<string, string[]>();

  const restsOn = restingOn(rules);
  const rankOf = rankingOf(policy);
  const slots = factSlots(
    (name) =>
      (Object.hasOwn(facts, name) && facts[name]) ||
      unsound(`It asks for the fact "${name}", which was not handed over.`),
  );
  const referents: Referents = {
    shared: new Map(),
    lines: [],
    slotOf: slots.slotOf,
    rubric: (id) => points.get(id) ?? unknownTo("rubric", id),
    sign: (id) => {
      const { index, asOthersSee } = standing.get(id) ?? unknownTo("sign", id);
      named.add(index);
      return asOthersSee;
    },
  };
  const compile = (condition: Condition) => compileCondition(condition, referents);
  const prepare = (kind: RuleWords["kind"], rule: Criterion | Sign | Limit, rank: number): PreparedRule => {
    const { id: tier, advice } = tiers[rank] ?? unknownTo("tier", rank);
    const { id, title, why, source = "" } = rule;
    const severity = "severity" in rule ? rule.severity : null;
    const when = "holds" in rule ? negate(compile(rule.holds)) : compile(rule.when);
    const unless = rule.unless && compile(rule.unless);
    return {
      words: { kind, id, tier, severity, title, why, advice: rule.advice ?? advice, source },
      rank,
      when,
      unless,
      group: groupOf(rules.length),
      facts: when.facts | (unless?.facts ?? 0),
      coveredBy: (covering.get(id) ?? []).map((key) => ready.get(key) ?? unknownTo("component", key)),
    };
  };

  /** What comes before the rules that refer to it: its key, what it refers to itself, and how it is made ready. */
  const bases = new Map<string, readonly [refersTo: readonly string[], makeReady: () => void]>();
  components.forEach(({ id, from, covers, when, retired }, index) => {
    if (retired) return;
    const key = `component${index}`;
    for (const rule of new Set(covers)) {
      const keys = covering.get(rule) ?? [];
      keys.push(key);
      covering.set(rule, keys);
    }
    bases.set(key, [
      when === undefined ? [] : namedIn(when),
      () => ready.set(key, { id, from, when: when && onceOfEach(compile(when)) }),
    ]);
  });
  for (const { id, items } of rubrics) {
    bases.set(`score${id}`, [
      items.flatMap((item) => pointsIn<Condition>(item)).flatMap(({ when }) => namedIn(when)),
      () => points.set(id, compilePoints(items, referents)),
    ]);
  }
  for (const sign of signs) {
    const { id, when, unless, tier } = sign;
    const makeReady = () => {
      const rank = tier === undefined ? rankOfSigns : rankOf(tier);
      const index = rules.push(prepare("sign", sign, rank)) - 1;
      standing.set(id, { index, asOthersSee: standingSign(index, restsOn) });
    };
    const named = [when, ...(unless === undefined ? [] : [unless])].flatMap(namedIn);
    bases.set(`sign${id}`, [[...named, ...(covering.get(id) ?? [])], makeReady]);
  }
  const baseAt = (key: string) => bases.get(key) ?? unknownTo("part", key);
  const signsFirst = [...signs.map(({ id }) => `sign${id}`), ...bases.keys()];
  const keys = inOrder(
    signsFirst,
    (key) => key,
    (key) => baseAt(key)[0],
    () => unsound("It depends on itself."),
  );
  for (const key of keys) baseAt(key)[1]();
  for (const { rule } of criteriaOf(policy)) rules.push(prepare("criterion", rule, rankOf(rule.tier)));
  tiers.forEach(({ limits = [] }, rank) => {
    for (const rule of limits) rules.push(prepare("limit", rule, rank + 1));
  });
  const adjustments = (policy.adjustments ?? []).map((adjustment): PreparedAdjustment => {
    return { adjustment, when: compile(adjustment.when), moved: movedBy(adjustment, policy) };
  });
  const reported = [...rules.keys()].sort((one, other) => (rules[other]?.rank ?? 0) - (rules[one]?.rank ?? 0));
  // Whatever is compiled later draws lines of its own.
  return {
    read: slots.reading(),
    touchedBy: touching(referents.lines),
    rules,
    reported,
    adjustments,
    named: [...named].sort((one, other) => one - other),
    compile,
    facts,
  };
}

/**
 * Makes a policy ready to be asked.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when the policy was never checked and cannot be asked.
 */
export function preparePolicy(policy: AnyRules, facts: Catalogue): PreparedPolicy {
  return lookingAgain(
    () => prepareWith(policy, facts),
    () => lookAgainAtPolicy(policy),
  );
}
