import type { FactCondition } from "../conditions/index.js";
import { at } from "../diagrams/index.js";
import { type Fact, valuesOf } from "../facts/index.js";
import { type ConstrainedFacts, type Space, spaceOf, type Variable } from "./space.js";

const listOf = ({ from }: Fact): string | undefined => (from !== undefined && "each" in from ? from.each : undefined);

/** From which count of entries on a fact cannot tell more of them apart; of a set, so many may bring a member each. */
function mostTold({ fact: { domain }, partition: { intervals } }: Variable): number {
  if (domain.kind === "set") return domain.members.length + 1;
  return domain.kind === "number" ? Math.max(1, intervals.at(-1)?.from ?? 1) : 1;
}

/** So many counts are told apart one by one. */
const mostCounts = 100;

/** The lines that tell a fact of a list apart as far as others of that list can settle what it is. */
function linesThrough(variable: Variable, { variables }: Space): readonly FactCondition[] {
  const { name, fact } = variable;
  const { domain } = fact;
  const list = listOf(fact);
  const beside = variables.filter((each) => each !== variable && listOf(each.fact) === list);
  if (list === undefined || beside.length === 0) return [];
  if (domain.kind === "ordinal") return valuesOf(domain).map((level) => ({ fact: name, atLeast: String(level) }));
  const most = [variable, ...beside].reduce((sum, each) => sum + mostTold(each), 0);
  return Array.from({ length: Math.min(most, mostCounts) }, (_, count) => ({ fact: name, atLeast: count + 1 }));
}

/**
 * The space that lines make. What the entries of a list leave for a fact is told apart one by one, where the fact is held against
 * another that has nothing to do with the list: which of the two is more rests on just how many there are.
 *
 * @param linesByRule The lines of each rule.
 * @param first Facts whose order is given.
 */
export function spaceToldApart(
  linesByRule: readonly (readonly FactCondition[])[],
  constrained: ConstrainedFacts,
  first: readonly string[] = [],
): Space {
  const space = spaceOf(linesByRule, constrained, first);
  const { variables, numberConstraints } = space;
  const compared = new Set(numberConstraints.excesses.flatMap(({ more, than }) => [more, than]));
  const lines = [...compared].flatMap((place) => linesThrough(at(variables, place), space));
  const known = new Set(space.lines.map((line) => JSON.stringify(line)));
  const added = lines.filter((line) => !known.has(JSON.stringify(line)));
  if (added.length === 0) return space;
  const names = variables.map(({ name }) => name);
  return spaceOf([...linesByRule, added], constrained, names);
}
