import type { Fact, FactValue, StandardFacts, ValueOf } from "../facts/index.js";

/** Values for some of the standard facts. */
export type StandardValues = {
  readonly [Name in keyof StandardFacts]?: StandardFacts[Name] extends Fact<infer D> ? ValueOf<D> : never;
};

/**
 * Values for some facts, by name.
 *
 * @example
 * ```ts
 * import { type FactValues, synthesizeProfile } from "plimsoll/analysis";
 *
 * const values: FactValues = { users: 140, sensitiveData: ["health"] };
 *
 * synthesizeProfile(values)?.data?.[0]?.class; // → "health"
 * ```
 */
export type FactValues = Readonly<Record<string, FactValue>>;
