import type { FactCondition } from "../conditions/index.js";
import type { Catalogue, FactValue, Line } from "../facts/index.js";
import { edgesBetween } from "../model/index.js";
import { linesOfPolicy, type Policy } from "../policy/index.js";

/** A value beside a line: the last on one side of it, or the first on the other. */
export interface Edge {
  readonly fact: string;
  readonly line: Line;
  readonly value: FactValue;
}

const linesOnce = (policy: Policy): readonly FactCondition[] => [
  ...new Map(linesOfPolicy(policy).map((line) => [JSON.stringify(line), line])).values(),
];

/** The values beside every line of a policy that is drawn through numbers or levels. */
export function edgesOf(policy: Policy, facts: Catalogue): readonly Edge[] {
  return linesOnce(policy).flatMap(({ fact: name, ...line }) => {
    const fact = facts[name];
    const isOrdered = fact?.domain.kind === "number" || fact?.domain.kind === "ordinal";
    return fact === undefined || !isOrdered
      ? []
      : edgesBetween(fact, line).map((value) => ({ fact: name, line, value }));
  });
}
