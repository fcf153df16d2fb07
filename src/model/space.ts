import type { NumberConstraints } from "../bounds/index.js";
import type { FactCondition } from "../conditions/index.js";
import { type Catalogue, type Constraint, constraintsAround, type Fact } from "../facts/index.js";
import type { AnyRules } from "../policy/index.js";
import { amongTogether } from "./among.js";
import { constraintsOn, factsOf, linesOf } from "./constraints.js";
import { partitionOf } from "./cut.js";
import { ordered } from "./order.js";
import type { Partition } from "./partition.js";

/** A fact that apps differ in, cut into cells by every line that matters. */
export interface Variable {
  readonly name: string;
  readonly fact: Fact;
  readonly partition: Partition;
}

/** All apps there can be, as far as some lines tell them apart. */
export interface Space {
  readonly variables: readonly Variable[];
  /** The variable of a fact. */
  readonly indexOf: (fact: string) => number;
  readonly lines: readonly FactCondition[];
  readonly constraints: readonly Constraint[];
  /** What binds the numbers of variables to one another. */
  readonly numberConstraints: NumberConstraints;
}

/** What a space is made from. */
export interface ConstrainedFacts {
  readonly facts: Catalogue;
  /** Those that hold besides what follows from how the facts are read. */
  readonly constraints: readonly Constraint[];
  /** Spells out in a policy when its components take care of its rules, where that is wanted. */
  readonly spellOut: (policy: AnyRules) => AnyRules;
}

/** All that binds some facts, and those that are bound to them. */
function binding(
  names: readonly string[],
  lines: readonly FactCondition[],
  { facts, constraints: given }: ConstrainedFacts,
): readonly Constraint[] {
  const reached = [...names, ...constraintsOn(names, given).flatMap(factsOf)];
  const around = constraintsAround(reached, facts);
  return constraintsOn(names, [...amongTogether(around, facts, [...lines, ...given.flatMap(linesOf)]), ...given]);
}

/** What constraints say of numbers. */
export function numberConstraintsOf(
  constraints: readonly Constraint[],
  indexOf: (fact: string) => number,
): NumberConstraints {
  return {
    atMost: constraints.flatMap((each) =>
      "atMostFact" in each ? [[indexOf(each.fact), indexOf(each.atMostFact)] as const] : [],
    ),
    sums: constraints.flatMap((each) =>
      "sum" in each ? [{ left: each.sum.map(indexOf), right: each.equals.map(indexOf) }] : [],
    ),
    excesses: constraints.flatMap((each) =>
      "more" in each ? [{ excess: indexOf(each.fact), more: indexOf(each.more), than: indexOf(each.than) }] : [],
    ),
  };
}

/**
 * The space that lines make, of their facts and of those that constraints bind to them.
 *
 * @param linesByRule The lines of each rule.
 * @param first Facts whose order is given.
 */
export function spaceOf(
  linesByRule: readonly (readonly FactCondition[])[],
  constrained: ConstrainedFacts,
  first: readonly string[] = [],
): Space {
  const drawn = linesByRule.flat();
  const named = drawn.map(({ fact }) => fact);
  const { facts } = constrained;
  const constraints = binding([...first, ...named], drawn, constrained);
  const together = [...linesByRule.map((lines) => lines.map(({ fact }) => fact)), ...constraints.map(factsOf)];
  const isNew = (fact: string) => !first.includes(fact);
  const order = [...first, ...ordered(together.map((names) => names.filter(isNew)))];
  const lines = [...drawn, ...constraints.flatMap(linesOf)];
  const variables = order.flatMap((name): Variable[] => {
    const fact = facts[name];
    const own = lines.filter((line) => line.fact === name).map(({ fact: _, ...line }) => line);
    return fact === undefined ? [] : [{ name, fact, partition: partitionOf(fact, own) }];
  });
  const indices = new Map(variables.map(({ name }, index) => [name, index]));
  const indexOf = (fact: string) => indices.get(fact) ?? -1;
  return { variables, indexOf, lines, constraints, numberConstraints: numberConstraintsOf(constraints, indexOf) };
}
