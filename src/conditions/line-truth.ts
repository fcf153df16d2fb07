import {
  certainly,
  type Domain,
  exact,
  type FactValue,
  type Known,
  knownOf,
  type Line,
  memberKeys,
  not,
  type SetDomain,
  TRUE,
  type Truth,
  valuesOf,
} from "../facts/index.js";
import { unknownTo } from "./unsound.js";

/** Whether what a line asks of a fact is so, as far as it is known. */
export type LineTruth = (known: Known) => Truth;

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

/** What each operator asks of a set, members by their keys: those that it certainly has, and those that it may have, if not any. */
const ofSets: Readonly<Record<string, (operand: never) => (certain: Members, possible: Members | undefined) => Truth>> =
  {
    includesAny: (asked: Members) => (certain, possible) =>
      certainly(
        certain.some((member) => asked.includes(member)),
        possible !== undefined && !possible.some((member) => asked.includes(member)),
      ),
    includesAll: (asked: Members) => (certain, possible) =>
      certainly(
        asked.every((member) => certain.includes(member)),
        possible !== undefined && !asked.every((member) => possible.includes(member)),
      ),
    isEmpty: (empty: boolean) => (certain, possible) => {
      const truth = certainly(possible?.length === 0, certain.length > 0);
      return empty ? truth : not(truth);
    },
  };

function setTruth(domain: SetDomain, operator: string, operand: FactValue): LineTruth {
  const asked = operator === "isEmpty" ? undefined : ([operand].flat() as Members); // checked with the policy
  const keyOf = memberKeys(domain);
  const truth = (ofSets[operator] ?? unknownTo("operator", operator))((asked?.map(keyOf) ?? operand) as never); // likewise
  if (asked === undefined || !domain.open) return ({ certain, possible }) => truth(certain, possible);
  return ({ certain, possible }) => truth(certain.map(keyOf), possible?.map(keyOf));
}

/** Prepares a line through a domain that it fits. */
export function lineTruth(domain: Domain, line: Line): LineTruth {
  const [operator = "", operand] = Object.entries(line)[0] ?? [];
  if (domain.kind === "set") return setTruth(domain, operator, operand);
  const values = valuesOf(domain);
  const isNumber = domain.kind === "number";
  const rankOf = (value: unknown): number => (isNumber ? (value as number) : values.indexOf(value as string)); // held to its domain
  const operands: readonly FactValue[] = [operand].flat();
  const [limit = Number.NaN, upper = limit] = operands.map(rankOf);
  const stranger = isNumber ? undefined : operands.find((value) => !values.includes(value));
  if (stranger !== undefined) unknownTo("value", stranger);
  const [from, to, isOutside] = (regions[operator] ?? unknownTo("operator", operator))(limit, upper);
  const within: LineTruth = ({ low, high }) => certainly(low >= from && high <= to, high < from || low > to);
  return isOutside ? (known) => not(within(known)) : within;
}

/** Prepares whether a value is on the side of a line that it asks for. */
export function lineHolds(domain: Domain, line: Line): (value: FactValue) => boolean {
  const truth = lineTruth(domain, line);
  return (value) => truth(knownOf(domain, exact(value))) === TRUE;
}
