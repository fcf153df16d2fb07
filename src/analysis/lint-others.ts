import type { Diagram } from "../diagrams/index.js";
import type { CompiledRule } from "../model/index.js";
import type { Study } from "./study.js";

/** For each rule, what the others lift to: those with whom it is joined in each round of the cup, from the last one on. */
export function othersOf(study: Study, rules: readonly CompiledRule[]): readonly (readonly Diagram[])[] {
  if (rules.length === 1) return [[]];
  const half = rules.length >> 1;
  const [one, other] = [rules.slice(0, half), rules.slice(half)];
  if (one.length === 0) return [];
  const beside = (own: readonly CompiledRule[], others: readonly CompiledRule[]) => {
    const lifted = study.model.rankOf(others);
    return othersOf(study, own).map((row) => [lifted, ...row]);
  };
  return [...beside(one, other), ...beside(other, one)];
}
