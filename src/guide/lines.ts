import type { Line } from "../facts/index.js";
import { linesIn, type Policy, type Rule, standing } from "../policy/index.js";

/** The lines that a rule draws, by the fact that they are drawn through; those of the signs and rubrics that it names, too. */
export function linesOf(rule: Rule, policy: Policy): ReadonlyMap<string, readonly Line[]> {
  const lines = new Map<string, readonly Line[]>();
  for (const { fact, ...line } of linesIn(standing(rule), policy)) lines.set(fact, [...(lines.get(fact) ?? []), line]);
  return lines;
}
