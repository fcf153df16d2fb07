import type { Condition } from "../conditions/index.js";

/**
 * What can be claimed of an app: a condition, its tier, a rule that stands, a review that is asked of it, or a
 * combination of these. Plain JSON.
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
export type Claim =
  | Condition
  | { readonly tier: { readonly atLeast: string } | { readonly atMost: string } | { readonly is: string } }
  /** A rule, by id, stands. */
  | { readonly rule: string }
  /** A review, by id, is asked of it. */
  | { readonly review: string }
  /** Some review is asked of it. */
  | { readonly reviewed: boolean }
  | { readonly all: readonly Claim[] }
  | { readonly any: readonly Claim[] }
  | { readonly not: Claim };

/**
 * A property that a policy should have, as plain JSON:
 *
 * - `always`: it is so of every possible app, or of every one of which `where` is so;
 * - `never`: it is so of none;
 * - `monotone`: more risk, in these facts or in any, never lowers the tier;
 * - `stepsAtMost`: one step in one fact moves an app by at most so many tiers.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Property, prove } from "plimsoll/analysis";
 *
 * const payments: Property = {
 *   always: { tier: { atLeast: "it-review" } },
 *   where: { fact: "sensitiveData", includesAny: ["payment"] },
 * };
 *
 * prove(standardPolicy, payments).verdict; // → "holds"
 * ```
 */
export type Property = { readonly title?: string } & (
  | { readonly always: Claim; readonly where?: Claim }
  | { readonly never: Claim; readonly where?: Claim }
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
export const neverIn = (tier: string, where: Claim): Property => ({ never: { tier: { is: tier } }, where });

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
export const moreRiskNeverLowers = (...facts: readonly string[]): Property => ({
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
export const stepsAtMost = (tiers: number, ...facts: readonly string[]): Property =>
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
export const everyAppIsReviewed = (where?: Claim): Property =>
  where === undefined ? { always: { reviewed: true } } : { always: { reviewed: true }, where };
