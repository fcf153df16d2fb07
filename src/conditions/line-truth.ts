import {
  certainly,
  type Derived,
  type Domain,
  type FactValue,
  type Line,
  memberKeys,
  not,
  type SetDomain,
  type Truth,
  valuesOf,
} from "../facts/index.js";
import { unknownTo } from "./unsound.js";

/** Whether what a line asks of a fact is so, as far as its derivation tells. */
export type LineTruth = (derived: Derived) => Truth;

type Members = readonly string[];

/** From one limit to another, both inside; or all that is outside of that. */
type Region = readonly [from: number, to: number, isOutside?: boolean];

/** What each operator asks of an ordered domain; levels count as their ranks, false as 0 and true as 1. */
const regions: Readonly<Record<string, (limit: number, upper: number) => Region>> = {
  atLeast: (limit) => [limit, Infinity],
  atMost: (limit) => [-Infinity, limit],
  above: (limit) => [-Infinity, limit, true],
  below: (limit) => [limit, Infinity, true],
  between: (limit, upper) => [limit, upper],
  is: (limit) => [limit, limit],
};

/** What each operator asks of a set, members by their keys: a known member stays, and until the set is `complete` more may turn up. */
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

function setTruth(domain: SetDomain, operator: string, operand: FactValue): LineTruth {
  const asked = operator === "isEmpty" ? undefined : ([operand].flat() as Members); // checked with the policy
  const keyOf = memberKeys(domain);
  const truth = (ofSets[operator] ?? unknownTo("operator", operator))((asked?.map(keyOf) ?? operand) as never); // likewise
  return (derived) => {
    if (derived.kind === "unknown") return truth([], false);
    const members = derived.value as Members; // derivations are held to their domain
    return truth(asked && domain.open ? members.map(keyOf) : members, derived.kind === "exact");
  };
}

/** Prepares a line through a domain that it fits. */
export function lineTruth(domain: Domain, line: Line): LineTruth {
  const [operator = "", operand] = Object.entries(line)[0] ?? [];
  if (domain.kind === "set") return setTruth(domain, operator, operand);
  const values = valuesOf(domain);
  const isNumber = domain.kind === "number";
  const rankOf = (value: unknown): number => (isNumber ? (value as number) : values.indexOf(value as string)); // held to its domain
  const min = isNumber ? domain.min : 0;
  const max = isNumber ? (domain.max ?? Infinity) : values.length - 1;
  const operands: readonly FactValue[] = [operand].flat();
  const [limit = Number.NaN, upper = limit] = operands.map(rankOf);
  const stranger = isNumber ? undefined : operands.find((value) => !values.includes(value));
  if (stranger !== undefined) unknownTo("value", stranger);
  const [from, to, isOutside] = (regions[operator] ?? unknownTo("operator", operator))(limit, upper);
  return (derived) => {
    // The values of an enum have no order, so that "at least" tells nothing of them.
    const isOpen = derived.kind === "unknown" || (domain.kind === "enum" && derived.kind !== "exact");
    const low = isOpen ? min : rankOf(derived.value);
    const high = derived.kind === "exact" ? low : max;
    const truth = certainly(low >= from && high <= to, high < from || low > to);
    return isOutside ? not(truth) : truth;
  };
}
