import type { Condition } from "plimsoll";
import { everyValue } from "./listing.js";
import { domainOf, factsIn, isEnough, isOnLine, isSo, type PolicyAndFacts, type Values } from "./plain-meaning.js";
import { itemsOf, linesOf, type PlainPoints, sumsIn } from "./plain-points.js";

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
  if ("count" in condition) {
    const [least, most] = spreadOf(
      condition.count.map((when) => ({ points: 1, condition: when })),
      known,
      given,
    );
    return least >= condition.atLeast ? 1 : most >= condition.atLeast ? 0.5 : 0;
  }
  const spreads = sumsIn(condition).map(({ sum }) => spreadOf(itemsOf(sum, policy).flatMap(linesOf), known, given));
  // Every way in which the ends of the sums meet.
  const ends = spreads.reduce<readonly (readonly number[])[]>(
    (found, spread) => found.flatMap((sums) => spread.map((end) => [...sums, end])),
    [[]],
  );
  const enough = ends.map((sums) => isEnough(condition, sums, given));
  if (enough.every((so) => so)) return 1;
  return enough.some((so) => so) ? 0.5 : 0;
}

type Line = Pick<PlainPoints, "points" | "condition">;

/** The least and the most that points come to: those on one fact together, for all values that it may have. */
function spreadOf(lines: readonly Line[], known: Values, given: PolicyAndFacts): readonly [number, number] {
  const factOf = ({ condition }: Line) => {
    const asked = factsIn(condition);
    return asked?.length === 1 ? asked[0] : undefined;
  };
  const others = lines.filter((line) => factOf(line) === undefined);
  const alone = others.map(({ points, condition }): readonly number[] => {
    const sure = certainty(condition, known, given);
    return sure === 0.5 ? [0, points] : [sure * points];
  });
  const together = [...new Set(lines.flatMap((line) => factOf(line) ?? []))].map((fact) => {
    const value = known[fact];
    const values = value === undefined ? everyValue(domainOf(given.facts, fact)) : [value];
    const own = lines.filter((line) => factOf(line) === fact);
    return values.map((each) =>
      own.reduce((sum, { points, condition }) => sum + (isSo(condition, { [fact]: each }, given) ? points : 0), 0),
    );
  });
  const all = [...alone, ...together];
  const add = (pick: (...sums: number[]) => number) => all.reduce((sum, sums) => sum + pick(...sums), 0);
  return [add(Math.min), add(Math.max)];
}
