import type { FactCondition } from "../conditions/index.js";
import type { Constraint } from "../facts/index.js";

/** The facts that a constraint binds to one another. */
export function factsOf(constraint: Constraint): readonly string[] {
  if ("when" in constraint) return [constraint.when.fact, constraint.implies.fact];
  if ("more" in constraint) return [constraint.fact, constraint.more, constraint.than];
  return "sum" in constraint ? [...constraint.sum, ...constraint.equals] : [constraint.fact, constraint.atMostFact];
}

/** The constraints that bind some facts, or facts that are bound to these. */
export function constraintsOn(facts: readonly string[], constraints: readonly Constraint[]): readonly Constraint[] {
  const reached = new Set(facts);
  const found = new Set<Constraint>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const constraint of constraints) {
      const bound = factsOf(constraint);
      if (!bound.some((fact) => reached.has(fact))) continue;
      found.add(constraint);
      for (const fact of bound) reached.add(fact);
    }
  }
  return [...found];
}

/** The lines that a constraint draws. */
export function linesOf(constraint: Constraint): readonly FactCondition[] {
  return "when" in constraint ? [constraint.when, constraint.implies] : [];
}
