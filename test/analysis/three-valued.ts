import type { Condition } from "plimsoll";
import { everyValue } from "./listing.js";
import { domainOf, factsIn, isEnough, isOnLine, isSo, type PolicyAndFacts, type Values } from "./plain-meaning.js";
import { itemsOf, linesOf, type PlainPoints, sumsIn } from "./plain-points.js";
import { type Placed, type PlainRule, rulesIn } from "./plain-rules.js";

/** What is certain of a condition when some facts are unknown: 1 when it is so, 0 when it is not, else a half. */
function certainty(condition: Condition, known: Values, given: PolicyAndFacts): number {
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

/** How certain it is that a rule stands; of a row, that none before it is hit which lifts lower. */
function certaintyOf({ main, conditions, rank, pointer }: PlainRule, known: Values, given: PolicyAndFacts): number {
  const of = ({ condition }: Placed) => certainty(condition, known, given);
  if (main !== undefined) {
    const [own = 0, unless = 0] = conditions.map(of);
    return Math.min(main.pointer.endsWith("/holds") ? 1 - own : own, 1 - unless);
  }
  const [, table = ""] = /^(\/tables\/\d+)\//.exec(pointer) ?? [];
  const isFirst = given.policy.tables?.[Number(table.slice("/tables/".length))]?.hit === "first";
  const rows = rulesIn(given.policy).filter((rule) => rule.pointer.startsWith(`${table}/`));
  const before = rows.slice(
    0,
    rows.findIndex((rule) => rule.pointer === pointer),
  );
  const hidden = before
    .filter((row) => isFirst && row.rank < rank)
    .map((row) => Math.min(1, ...row.conditions.map(of)));
  return Math.min(1, ...conditions.map(of), 1 - Math.max(0, ...hidden));
}

/** The places of the tiers that three-valued logic takes an app to for certain, and up to which it could go. */
export function seenBy(known: Values, given: PolicyAndFacts): readonly [certain: number, possible: number] {
  const { tiers, adjustments = [] } = given.policy;
  const reached = rulesIn(given.policy).map((rule) => ({ rank: rule.rank, sure: certaintyOf(rule, known, given) }));
  const highest = (least: number) =>
    Math.max(0, ...reached.filter(({ sure }) => sure >= least).map(({ rank }) => rank));
  const ids = tiers.map(({ id }) => id);
  return adjustments.reduce<readonly [number, number]>(
    ([low, high], { when, by, onlyIn = ids }) => {
      const sure = certainty(when, known, given);
      const moved = (rank: number) =>
        onlyIn.includes(ids[rank] ?? "") ? Math.min(Math.max(rank + by, 0), ids.length - 1) : rank;
      if (sure === 0) return [low, high];
      if (sure === 1) return [moved(low), moved(high)];
      // It may apply and may not.
      return [Math.min(low, moved(low)), Math.max(high, moved(high))];
    },
    [highest(1), highest(0.5)],
  );
}
