import { type Derived, type Domain, type FactValue, type Line, valuesOf } from "../facts/index.js";
import { certainly, not, type Truth } from "./truth.js";
import { unsound } from "./unsound.js";

/** Whether what a line asks of a fact is so, as far as its derivation tells. */
export type LineTruth = (derived: Derived) => Truth;

type Members = readonly string[];

/** Asked of the lowest and the highest number that a fact may be. */
type IntervalTruth = (low: number, high: number) => Truth;

const between =
  (from: number, to: number): IntervalTruth =>
  (low, high) =>
    certainly(low >= from && high <= to, high < from || low > to);

/** What each operator asks of an ordered domain; levels count as their ranks, false as 0 and true as 1. */
const ofIntervals: Readonly<Record<string, (limit: number, upper: number) => IntervalTruth>> = {
  atLeast: (limit) => (low, high) => certainly(low >= limit, high < limit),
  atMost: (limit) => (low, high) => certainly(high <= limit, low > limit),
  above: (limit) => (low, high) => certainly(low > limit, high <= limit),
  below: (limit) => (low, high) => certainly(high < limit, low >= limit),
  between,
  is: (value) => between(value, value),
};

/** What each operator asks of a set: a known member stays, and until the set is `complete` more may turn up. */
const ofSets: Readonly<Record<string, (operand: never) => (members: Members, complete: boolean) => Truth>> = {
  includesAny: (asked: Members) => (members, complete) =>
    certainly(
      members.some((member) => asked.includes(member)),
      complete,
    ),
  includesAll: (asked: Members) => (members, complete) =>
    certainly(
      asked.every((member) => members.includes(member)),
      complete,
    ),
  isEmpty: (empty: boolean) => (members, complete) => {
    const truth = certainly(complete && members.length === 0, members.length > 0);
    return empty ? truth : not(truth);
  },
};

/** Prepares a line through a domain that it fits. */
export function lineTruth(domain: Domain, line: Line): LineTruth {
  const [operator = "", operand] = Object.entries(line)[0] ?? [];
  if (domain.kind === "set") {
    const truth = (ofSets[operator] ?? unsound())(operand as never); // checked with the policy
    return (derived) =>
      // Derivations are held to their domain.
      derived.kind === "unknown" ? truth([], false) : truth(derived.value as Members, derived.kind === "exact");
  }
  const values = valuesOf(domain);
  const isNumber = domain.kind === "number";
  const rankOf = (value: unknown): number => (isNumber ? (value as number) : values.indexOf(value as string)); // held to its domain
  const min = isNumber ? domain.min : 0;
  const max = isNumber ? (domain.max ?? Number.POSITIVE_INFINITY) : values.length - 1;
  const operands: readonly FactValue[] = [operand].flat();
  const [limit = Number.NaN, upper = limit] = operands.map(rankOf);
  if (!isNumber && operands.some((value) => !values.includes(value))) unsound();
  const truth = (ofIntervals[operator] ?? unsound())(limit, upper);
  return (derived) => {
    // The values of an enum have no order, so that "at least" tells nothing of them.
    const isOpen = derived.kind === "unknown" || (domain.kind === "enum" && derived.kind !== "exact");
    const low = isOpen ? min : rankOf(derived.value);
    return truth(low, derived.kind === "exact" ? low : max);
  };
}
