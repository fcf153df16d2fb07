import type { FactCondition } from "../conditions/index.js";
import type { Catalogue, Fact, FactValue, Line } from "../facts/index.js";
import { aroundLimits, edgesBetween } from "../model/index.js";
import { linesOfPolicy, type Policy } from "../policy/index.js";

/** A value beside a line, or on it. */
interface Beside {
  readonly fact: string;
  readonly line: Line;
  readonly value: FactValue;
}

const linesOnce = (policy: Policy): readonly FactCondition[] => [
  ...new Map(linesOfPolicy(policy).map((line) => [JSON.stringify(line), line])).values(),
];

/** Values of every line of a policy that is drawn through numbers or levels. */
function besideLines(
  policy: Policy,
  facts: Catalogue,
  valuesOf: (fact: Fact, line: Line) => readonly FactValue[],
): readonly Beside[] {
  return linesOnce(policy).flatMap(({ fact: name, ...line }) => {
    const fact = facts[name];
    const isOrdered = fact?.domain.kind === "number" || fact?.domain.kind === "ordinal";
    return fact === undefined || !isOrdered ? [] : valuesOf(fact, line).map((value) => ({ fact: name, line, value }));
  });
}

/** The values on both sides of every line: the last on the one side, and the first on the other. */
export const edgesOf = (policy: Policy, facts: Catalogue): readonly Beside[] =>
  besideLines(policy, facts, edgesBetween);

/** The values around the limits of every line: just below, at, just above, as far as the fact has them. */
export const valuesAround = (policy: Policy, facts: Catalogue): readonly Beside[] =>
  besideLines(policy, facts, aroundLimits);
