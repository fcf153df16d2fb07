import type { Fact, FactValue, StandardFacts, ValueOf } from "../facts/index.js";

/** Values for some of the standard facts. */
export type StandardValues = {
  readonly [Name in keyof StandardFacts]?: StandardFacts[Name] extends Fact<infer D> ? ValueOf<D> : never;
};

/** Values for some facts, by name. */
export type FactValues = Readonly<Record<string, FactValue>>;
