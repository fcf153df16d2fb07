import type { Catalogue, Condition, Domain, FactCondition, FactValue, Line, Policy } from "plimsoll";
import type { Constraint } from "plimsoll/analysis";
import { everyValue } from "./listing.js";
import { itemsOf, linesOf, type PlainPoints, rounded, type Sum, sumsIn, worthOf } from "./plain-points.js";

/** A value for every fact that matters, by name. */
export type Values = Readonly<Record<string, FactValue>>;

/** What is asked, and what it refers to. */
export interface PolicyAndFacts {
  readonly facts: Catalogue;
  readonly policy: Policy;
}

function found<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error("The tests name something that is not there.");
  return item;
}

export const valueFor = (values: Values, fact: string): FactValue => found(values[fact]);

export const domainOf = (facts: Catalogue, fact: string): Domain => found(facts[fact]).domain;

/** A number stands for itself, a level for its place among the levels. */
export function rankIn(domain: Domain, value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  return domain.kind === "ordinal" ? domain.levels.indexOf(String(value)) : Number.NaN;
}

/** The plain meaning of a line, for a value that is known. */
export function isOnLine(domain: Domain, line: Line, value: FactValue): boolean {
  const rank = (one: unknown) => rankIn(domain, one);
  const members: readonly string[] = Array.isArray(value) ? value : [];
  if ("atLeast" in line) return rank(value) >= rank(line.atLeast);
  if ("atMost" in line) return rank(value) <= rank(line.atMost);
  if ("above" in line) return rank(value) > rank(line.above);
  if ("below" in line) return rank(value) < rank(line.below);
  if ("between" in line) return rank(value) >= rank(line.between[0]) && rank(value) <= rank(line.between[1]);
  if ("is" in line) return [line.is].flat().some((each) => each === value);
  if ("includesAny" in line) return line.includesAny.some((member) => members.includes(member));
  if ("includesAll" in line) return line.includesAll.every((member) => members.includes(member));
  if ("isEmpty" in line) return (members.length === 0) === line.isEmpty;
  // A size is a number like any other.
  return isOnLine({ kind: "number", min: 0, whole: true, unit: "members" }, line.size, members.length);
}

/** A condition that is taken to be so, or not, wherever it stands outside of signs. */
export interface Taken {
  readonly condition: Condition;
  readonly as: boolean;
}

/** The plain meaning of a condition, when every value is known. */
export function isSo(condition: Condition, values: Values, given: PolicyAndFacts, taken?: Taken): boolean {
  if (taken !== undefined && JSON.stringify(taken.condition) === JSON.stringify(condition)) return taken.as;
  const so = (part: Condition) => isSo(part, values, given, taken);
  if ("fact" in condition) {
    const { fact, ...line } = condition;
    return isOnLine(domainOf(given.facts, fact), line, valueFor(values, fact));
  }
  if ("all" in condition) return condition.all.every(so);
  if ("any" in condition) return condition.any.some(so);
  if ("not" in condition) return !so(condition.not);
  if ("count" in condition) return condition.count.filter(so).length >= condition.atLeast;
  if ("sign" in condition) {
    const sign = found(given.policy.signs?.find(({ id }) => id === condition.sign));
    return isSo(sign.when, values, given) && !(sign.unless && isSo(sign.unless, values, given));
  }
  const worth = (item: Parameters<typeof worthOf>[0]) =>
    // What is taken to be so, or not, is a line of its own.
    taken === undefined
      ? worthIn(item, values, given, so)
      : linesOf(item).reduce((points, line) => points + (so(line.condition) ? line.points : 0), 0);
  const sums = sumsIn(condition).map(({ sum }) =>
    itemsOf(sum, given.policy).reduce((points, item) => points + worth(item), 0),
  );
  return isEnough(condition, sums, given);
}

const worthIn = (
  item: Parameters<typeof worthOf>[0],
  values: Values,
  { facts }: PolicyAndFacts,
  so: (part: Condition) => boolean,
): number =>
  worthOf(
    item,
    so,
    (fact) => valueFor(values, fact),
    (fact, value) => rankIn(domainOf(facts, fact), value),
  );

/** The facts that a condition asks, or nothing where it refers to what stands elsewhere; what brings no points asks nothing. */
export function factsIn(condition: Condition): readonly string[] | undefined {
  const inside = (parts: readonly Condition[]) => {
    const asked = parts.map(factsIn);
    const known = asked.filter((each) => each !== undefined);
    return known.length === asked.length ? [...new Set(known.flat())] : undefined;
  };
  if ("fact" in condition) return [condition.fact];
  if ("sign" in condition) return undefined;
  if ("all" in condition) return inside(condition.all);
  if ("any" in condition) return inside(condition.any);
  if ("not" in condition) return inside([condition.not]);
  if ("count" in condition) return inside(condition.count);
  const written = sumsIn(condition).flatMap(({ sum }) => (typeof sum === "string" ? [] : [sum]));
  if (written.length < sumsIn(condition).length) return undefined;
  return inside(written.flat().flatMap((item) => linesOf(item).map((line) => line.condition)));
}

/** The most points that there can be: of each fact the best value, each condition on more than one fact for itself, and what asks nothing as it is. */
function bestOf(sum: Sum, given: PolicyAndFacts): number {
  const lines = itemsOf(sum, given.policy).flatMap(linesOf);
  const soleFactOf = ({ condition }: PlainPoints) => {
    const asked = factsIn(condition);
    return asked?.length === 1 ? asked[0] : undefined;
  };
  const others = lines.filter((line) => soleFactOf(line) === undefined);
  const sole = [...new Set(lines.flatMap((line) => soleFactOf(line) ?? []))];
  const most = sole.map((fact) => {
    const own = lines.filter((line) => soleFactOf(line) === fact);
    const worth = everyValue(domainOf(given.facts, fact)).map((value) =>
      own.reduce((points, each) => points + (isSo(each.condition, { [fact]: value }, given) ? each.points : 0), 0),
    );
    return Math.max(...worth);
  });
  const whole = others.map(({ condition, points }) => {
    const isConstant = factsIn(condition)?.length === 0;
    return isConstant ? (isSo(condition, {}, given) ? points : 0) : Math.max(points, 0);
  });
  return [...most, ...whole].reduce((one, other) => one + other, 0);
}

/** Whether sums of points are as much as a condition asks for. */
export function isEnough(condition: Condition, sums: readonly number[], given: PolicyAndFacts): boolean {
  if (!("score" in condition || "product" in condition)) throw new Error("Nothing is counted here.");
  const product = sums.reduce((one, other) => one * rounded(other), 1);
  const { atLeast } = condition;
  if ("product" in condition) {
    if (typeof atLeast === "number") return Math.round(product * 1e6) >= Math.round(atLeast * 1e6);
    const most = condition.product.reduce((one, sum) => one * rounded(bestOf(sum, given)), 1);
    // Of a hundred percent, since a hundredth is no number that computers have.
    return Math.round(product * 1e9) * 100 >= Math.round(atLeast.percent * Math.round(most * 1e9));
  }
  if (typeof atLeast === "number") return product >= atLeast;
  return Math.round(product * 1e5) >= Math.round(atLeast.percent * rounded(bestOf(condition.score, given)) * 1e3);
}

/** Every line that a condition draws, those of the signs and rubrics that it names too. */
export function linesIn(condition: Condition, policy: Policy): readonly FactCondition[] {
  const inside = (parts: readonly (Condition | undefined)[]) =>
    parts.flatMap((part) => (part === undefined ? [] : linesIn(part, policy)));
  if ("fact" in condition) return [condition];
  if ("all" in condition) return inside(condition.all);
  if ("any" in condition) return inside(condition.any);
  if ("not" in condition) return inside([condition.not]);
  if ("count" in condition) return inside(condition.count);
  if ("sign" in condition) {
    const sign = found(policy.signs?.find(({ id }) => id === condition.sign));
    return inside([sign.when, sign.unless]);
  }
  const items = sumsIn(condition).flatMap(({ sum }) => itemsOf(sum, policy));
  return inside(items.flatMap(linesOf).map((line) => line.condition));
}

/** Whether values are as a constraint says. */
export function keeps(constraint: Constraint, values: Values, facts: Catalogue): boolean {
  const rank = (fact: string) => rankIn(domainOf(facts, fact), valueFor(values, fact));
  if ("when" in constraint) {
    const so = ({ fact, ...line }: typeof constraint.when) =>
      isOnLine(domainOf(facts, fact), line, valueFor(values, fact));
    return !so(constraint.when) || so(constraint.implies);
  }
  if ("more" in constraint) return rank(constraint.fact) === Math.max(0, rank(constraint.more) - rank(constraint.than));
  if ("atMostFact" in constraint) return rank(constraint.fact) <= rank(constraint.atMostFact);
  const sum = (names: readonly string[]) => names.map(rank).reduce((one, other) => one + other, 0);
  return sum(constraint.sum) === sum(constraint.equals);
}
