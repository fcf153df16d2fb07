import type { Condition } from "../conditions/index.js";
import { cheapest, type Operation } from "../diagrams/index.js";
import { cellsOf, moving } from "../model/index.js";
import {
  always,
  askedAlone,
  keyOf,
  never,
  type PlacedRule,
  partsIn,
  standing,
  taken,
  writtenAt,
} from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge, Witness } from "./answers.js";
import { leftOutOf } from "./handing-over.js";
import { witnessIn, witnessOf } from "./search.js";
import { answerOf, type Study } from "./study.js";

/**
 * A condition inside a rule, and two apps that show that it matters there: it is so of the first, not of the second; with
 * either, the rule would stand the other way if this alone were otherwise; and it stands of one of the two. `null` where no
 * two apps can show that.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type IndependencePair, independencePairs } from "plimsoll/analysis";
 *
 * const told = independencePairs(standardPolicy);
 * const pairs: readonly IndependencePair[] = told.verdict === "exact" ? told.conditions : [];
 * const users = pairs.find(({ rule }) => rule === "many-users")?.pair ?? [];
 *
 * users.map(({ facts }) => facts.users); // → [100, 99]
 * ```
 */
export interface IndependencePair<TierId extends string = string> {
  readonly rule: string;
  readonly pointer: Pointer;
  readonly condition: Condition;
  readonly pair: readonly [so: Witness<TierId>, notSo: Witness<TierId>] | null;
}

/**
 * For each condition inside each rule, a pair of apps that shows that it decides there by itself: what tests need for
 * modified condition/decision coverage (MC/DC, in its masking form).
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type IndependencePairs, independencePairs } from "plimsoll/analysis";
 *
 * const told: IndependencePairs = independencePairs(standardPolicy);
 *
 * told.verdict === "exact" && told.conditions.every(({ pair }) => pair !== null); // → true
 * ```
 */
export type IndependencePairs<TierId extends string = string> =
  | {
      readonly verdict: "exact";
      readonly conditions: readonly IndependencePair<TierId>[];
      /** The components that are left out: this speaks of apps of which they handle nothing. */
      readonly leftOut: readonly string[];
    }
  | TooLarge;

/** Where two are not the same. */
const either: Operation = { combine: (one, other) => Number(one !== other) };

/** The lines and signs that a rule rests on, each once, where it stands first. */
function restingOn(
  { rule, pointer }: PlacedRule,
  { policy }: Study,
): ReadonlyMap<string, { condition: Condition; pointer: Pointer }> {
  const own = "holds" in rule ? { holds: rule.holds } : { when: askedAlone(rule.when, pointer, policy) };
  const fields = Object.entries({ ...own, ...(rule.unless && { unless: rule.unless }) });
  const found = new Map<string, { condition: Condition; pointer: Pointer }>();
  for (const [field, whole] of fields) {
    const place = `${pointer}/${field}`;
    for (const { part, pointer: within } of [{ part: whole, pointer: place }, ...partsIn(whole, place, policy)]) {
      const at = writtenAt(within, policy);
      if (at !== undefined && ("fact" in part || "sign" in part) && !found.has(keyOf(part)))
        found.set(keyOf(part), { condition: part, pointer: at });
    }
  }
  return found;
}

function pairFor<TierId extends string>(study: Study<TierId>, whole: Condition, condition: Condition) {
  const { model, policy } = study;
  const { compiler, diagrams, possible, space } = model;
  const stands = compiler.condition(whole, policy);
  const havingIt = (as: Condition) => compiler.condition(taken(whole, keyOf(condition), as, policy), policy);
  const shown = compiler.all([possible, diagrams.apply(either, havingIt(always), havingIt(never))]);
  const so = compiler.condition(condition, policy);
  for (const [one, other] of [
    [stands, compiler.not(stands)],
    [compiler.not(stands), stands],
  ] as const) {
    const first = witnessOf(study, study, compiler.all([shown, so, one]), (value) => value === 1);
    if (first === undefined) continue;
    const near = space.variables.map(({ name }) => first.facts[name] ?? false);
    const beside = compiler.all([shown, compiler.not(so), other]);
    const cells = cheapest(diagrams, beside, (value) => value === 1, moving(space, cellsOf(space, near)));
    if (cells !== undefined) return [first, witnessIn(study, study, cells, near)] as const;
  }
  return null;
}

/**
 * For each condition inside each rule, two apps that show that it decides there by itself.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { independencePairs } from "plimsoll/analysis";
 *
 * independencePairs(standardPolicy).verdict; // → "exact"
 * ```
 */
export function independencePairs<TierId extends string>(policy: Analysable<TierId>): IndependencePairs<TierId> {
  return answerOf(policy, ({ unhandled: study }): IndependencePairs<TierId> => {
    const conditions = study.compiled.rules.flatMap((placed) =>
      [...restingOn(placed, study).values()].map(({ condition, pointer }) => {
        return { rule: placed.rule.id, pointer, condition, pair: pairFor(study, standing(placed.rule), condition) };
      }),
    );
    return { verdict: "exact", conditions, leftOut: leftOutOf(study) };
  });
}
