import type { Catalogue, FactValue, Line } from "plimsoll";
import type { Constraint } from "plimsoll/analysis";

/** Values of facts, by name. */
export type Values = Readonly<Record<string, FactValue>>;

function rankOf(name: string, value: FactValue | undefined, facts: Catalogue): number {
  const domain = facts[name]?.domain;
  if (value === undefined || domain === undefined) throw new Error(`Nothing is known of "${name}".`);
  if (domain.kind === "ordinal") return domain.levels.indexOf(String(value));
  return Number(value);
}

/** Whether values are within a line, written down once more. */
function isWithin(values: Values, { fact, ...line }: { readonly fact: string } & Line, facts: Catalogue): boolean {
  const value = values[fact];
  const rank = (other: FactValue | undefined) => rankOf(fact, other, facts);
  if ("is" in line) return value === line.is;
  if ("isEmpty" in line) return [value].flat().length > 0 !== line.isEmpty;
  if ("includesAny" in line) return line.includesAny.some((member) => [value].flat().includes(member));
  if ("atLeast" in line) return rank(value) >= rank(line.atLeast);
  if ("atMost" in line) return rank(value) <= rank(line.atMost);
  if ("above" in line) return rank(value) > rank(line.above);
  if ("below" in line) return rank(value) < rank(line.below);
  throw new Error(`No constraint was expected to say ${JSON.stringify(line)}.`);
}

/** Whether values keep a constraint, written down once more. */
export function holds(constraint: Constraint, values: Values, facts: Catalogue): boolean {
  const total = (names: readonly string[]) => names.reduce((sum, name) => sum + Number(values[name]), 0);
  if ("sum" in constraint) return total(constraint.sum) === total(constraint.equals);
  if ("more" in constraint) {
    const { fact, more, than } = constraint;
    const excess = rankOf(more, values[more], facts) - rankOf(than, values[than], facts);
    return values[fact] === (excess > 0 ? excess : 0);
  }
  if ("when" in constraint) {
    return !isWithin(values, constraint.when, facts) || isWithin(values, constraint.implies, facts);
  }
  return (
    rankOf(constraint.fact, values[constraint.fact], facts) <=
    rankOf(constraint.atMostFact, values[constraint.atMostFact], facts)
  );
}
