import type { Condition } from "../conditions/index.js";
import type { Line } from "../facts/index.js";
import type { Criterion, Limit, Policy, Sign } from "../policy/index.js";

/** A rule of a policy, whatever it is written as. */
export type Rule = Criterion | Sign | Limit;

/** Every rule of a policy. */
export function rulesOf({ tiers, criteria = [], signs = [] }: Policy): readonly Rule[] {
  return [...tiers.flatMap(({ limits = [] }) => limits), ...criteria, ...signs];
}

/** The lines that a rule draws, by the fact that they are drawn through; those of the signs and rubrics that it names, too. */
export function linesOf(rule: Rule, { signs = [], rubrics = [] }: Policy): ReadonlyMap<string, readonly Line[]> {
  const lines = new Map<string, readonly Line[]>();
  const visit = (condition: Condition): void => {
    if ("fact" in condition) {
      const { fact, ...line } = condition;
      lines.set(fact, [...(lines.get(fact) ?? []), line]);
    } else if ("all" in condition) condition.all.forEach(visit);
    else if ("any" in condition) condition.any.forEach(visit);
    else if ("not" in condition) visit(condition.not);
    else if ("count" in condition) condition.count.forEach(visit);
    else if ("sign" in condition) signs.filter(({ id }) => id === condition.sign).forEach(visitRule);
    else {
      const { score } = condition;
      const items = typeof score === "string" ? (rubrics.find(({ id }) => id === score)?.items ?? []) : score;
      for (const { when } of items) visit(when);
    }
  };
  const visitRule = (each: Rule): void => {
    visit("holds" in each ? each.holds : each.when);
    if (each.unless !== undefined) visit(each.unless);
  };
  visitRule(rule);
  return lines;
}
