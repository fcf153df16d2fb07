import type { Condition } from "plimsoll";
import { everyValue } from "./listing.js";
import { domainOf, isOnLine, type PolicyAndFacts, type Values } from "./plain-meaning.js";

/** What is certain of a condition when some facts are unknown: 1 when it is so, 0 when it is not, else a half. */
export function certainty(condition: Condition, known: Values, given: PolicyAndFacts): number {
  const of = (part: Condition) => certainty(part, known, given);
  const { policy, facts } = given;
  if ("fact" in condition) {
    const { fact, ...line } = condition;
    const domain = domainOf(facts, fact);
    const value = known[fact];
    const answers = (value === undefined ? everyValue(domain) : [value]).map((each) => isOnLine(domain, line, each));
    if (answers.every((so) => so)) return 1;
    return answers.some((so) => so) ? 0.5 : 0;
  }
  if ("all" in condition) return Math.min(...condition.all.map(of));
  if ("any" in condition) return Math.max(...condition.any.map(of));
  if ("not" in condition) return 1 - of(condition.not);
  if ("sign" in condition) {
    const sign = policy.signs?.find(({ id }) => id === condition.sign);
    if (sign === undefined) throw new Error(`There is no sign "${condition.sign}".`);
    return Math.min(of(sign.when), sign.unless === undefined ? 1 : 1 - of(sign.unless));
  }
  const items =
    "count" in condition
      ? condition.count.map((when) => ({ points: 1, when }))
      : typeof condition.score === "string"
        ? (policy.rubrics?.find(({ id }) => id === condition.score)?.items ?? [])
        : condition.score;
  let [least, most] = [0, 0];
  for (const { points, when } of items) {
    const sure = of(when);
    if (sure === 1) [least, most] = [least + points, most + points];
    if (sure === 0.5) [least, most] = [least + Math.min(points, 0), most + Math.max(points, 0)];
  }
  if (least >= condition.atLeast) return 1;
  return most >= condition.atLeast ? 0.5 : 0;
}
