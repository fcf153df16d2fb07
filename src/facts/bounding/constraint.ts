import type { Line } from "../line.js";

/** A line on a named fact. */
export type FactLine = { readonly fact: string } & Line;

/**
 * What holds between facts in every profile, because of how they are read: never an opinion. Exact questions about a policy
 * rest on these.
 *
 * @example
 * ```ts
 * import type { Constraint } from "plimsoll/analysis";
 *
 * const noMoreAtOnceThanAtAll: Constraint = { fact: "peakConcurrentUsers", atMostFact: "users" };
 *
 * noMoreAtOnceThanAtAll.atMostFact; // → "users"
 * ```
 */
export type Constraint =
  /** The first fact is never more than the second. */
  | { readonly fact: string; readonly atMostFact: string }
  /** The facts on both sides make the same sum. */
  | { readonly sum: readonly string[]; readonly equals: readonly string[] }
  /** The first fact is by how much one is more than another, and 0 where it is not. */
  | { readonly fact: string; readonly more: string; readonly than: string }
  /** When one fact is within a line, another is within its own. */
  | { readonly when: FactLine; readonly implies: FactLine };
