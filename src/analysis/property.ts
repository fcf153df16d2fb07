import type { Condition } from "../conditions/index.js";

/**
 * What can be claimed where a property is about an action.
 *
 * @example
 * ```ts
 * import type { ActionClaim } from "plimsoll/analysis";
 *
 * const isAllowed: ActionClaim = { decision: "allow" };
 *
 * isAllowed.decision; // → "allow"
 * ```
 */
export type ActionClaim =
  /** This is what the boundaries decide. */
  | { readonly decision: "allow" | "review" | "deny" }
  /** What the action adds is like that, looked at by itself. */
  | { readonly adds: Condition }
  /** A component, by id, handles what the action adds, in a version that the policy relies on. */
  | { readonly using: string }
  /** An approval of a review, by id, counts for the app after the action. */
  | { readonly approved: string };

/**
 * What can be claimed of an app: a condition, its tier, a rule that stands, a review that is asked of it, or a
 * combination of these; where a property is about an action, also what is decided on it, what it adds, the component that handles
 * that, and an approval that counts. Plain JSON. The type parameters are the ids of the tiers and rules of the policy in question.
 *
 * @example
 * ```ts
 * import type { Claim } from "plimsoll/analysis";
 *
 * const aboveCitizen: Claim = { not: { tier: { is: "citizen" } } };
 *
 * Object.keys(aboveCitizen); // → ["not"]
 * ```
 */
export type Claim<TierId extends string = string, RuleId extends string = string> =
  | Condition
  | { readonly tier: { readonly atLeast: TierId } | { readonly atMost: TierId } | { readonly is: TierId } }
  /** A rule, by id, stands. */
  | { readonly rule: RuleId }
  /** A review, by id, is asked of it. */
  | { readonly review: string }
  /** Some review is asked of it. */
  | { readonly reviewed: boolean }
  | ActionClaim
  | { readonly all: readonly Claim<TierId, RuleId>[] }
  | { readonly any: readonly Claim<TierId, RuleId>[] }
  | { readonly not: Claim<TierId, RuleId> };

/**
 * A property that a policy should have, as plain JSON. One that comes from a file is asked of a policy of which the
 * compiler knows no more either, a `Policy`:
 *
 * - `always`: it is so of every possible app, or of every one of which `where` is so;
 * - `never`: it is so of none;
 * - with `on`, an action by its kind or by the name that the policy gives it: the same of every app after every such action, whichever
 *   reviews are held;
 * - `monotone`: more risk, in these facts or in any, never lowers the tier;
 * - `stepsAtMost`: one step in one fact moves an app by at most so many tiers.
 *
 * @example
 * ```ts
 * import { type StandardTierId, standardPolicy } from "plimsoll";
 * import { type Property, prove } from "plimsoll/analysis";
 *
 * const payments: Property<StandardTierId, never> = {
 *   always: { tier: { atLeast: "it-review" } },
 *   where: { fact: "sensitiveData", includesAny: ["payment"] },
 * };
 *
 * prove(standardPolicy, payments).verdict; // → "holds"
 * ```
 */
export type Property<TierId extends string = string, RuleId extends string = string> = { readonly title?: string } & (
  | { readonly always: Claim<TierId, RuleId>; readonly where?: Claim<TierId, RuleId>; readonly on?: string }
  | { readonly never: Claim<TierId, RuleId>; readonly where?: Claim<TierId, RuleId>; readonly on?: string }
  | { readonly monotone: true | readonly string[] }
  | { readonly stepsAtMost: number; readonly facts?: readonly string[] }
);

/**
 * The property that an app of which something is so is never in a tier.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { neverIn, prove } from "plimsoll/analysis";
 *
 * const property = neverIn("citizen", { fact: "sensitiveData", includesAny: ["health"] });
 *
 * prove(standardPolicy, property).verdict; // → "holds"
 * ```
 */
export const neverIn = <const TierId extends string, RuleId extends string = never>(
  tier: TierId,
  where: Claim<TierId, RuleId>,
): Property<TierId, RuleId> => ({ never: { tier: { is: tier } }, where });

/**
 * The property that more risk never lowers the tier: in some facts, or in any when none are named.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { moreRiskNeverLowers, prove } from "plimsoll/analysis";
 *
 * prove(standardPolicy, moreRiskNeverLowers()).verdict; // → "holds"
 * ```
 */
export const moreRiskNeverLowers = (...facts: readonly string[]): Property<never, never> => ({
  monotone: facts.length > 0 ? facts : true,
});

/**
 * The property that one step in one fact moves an app by at most so many tiers.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { prove, stepsAtMost } from "plimsoll/analysis";
 *
 * const answer = prove(standardPolicy, stepsAtMost(1, "departments"));
 *
 * answer.verdict; // → "holds"
 * ```
 */
export const stepsAtMost = (tiers: number, ...facts: readonly string[]): Property<never, never> =>
  facts.length > 0 ? { stepsAtMost: tiers, facts } : { stepsAtMost: tiers };

/**
 * The property that some review is asked of every app, or of every one of which something is so.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { everyAppIsReviewed, prove } from "plimsoll/analysis";
 *
 * prove(standardPolicy, everyAppIsReviewed()).verdict; // → "holds"
 * ```
 */
export const everyAppIsReviewed = <TierId extends string = never, RuleId extends string = never>(
  where?: Claim<TierId, RuleId>,
): Property<TierId, RuleId> =>
  where === undefined ? { always: { reviewed: true } } : { always: { reviewed: true }, where };
