import {
  askedOfRanges,
  askedOfSets,
  byOperator,
  type Domain,
  exact,
  type FactValue,
  type Known,
  knownOf,
  type Line,
  memberKeys,
  type SetDomain,
  TRUE,
  type Truth,
  valuesOf,
  withValues,
} from "../facts/index.js";
import { unknownTo } from "../problems/index.js";

/** Whether what a line asks of a fact is so, as far as it is known. */
export type LineTruth = (known: Known) => Truth;

const unfit = (operator: string): never => unknownTo("operator", operator);

/** Of a set, what is asked of the members that are certain and of those that are still possible: any, in an open set. */
function setTruth(domain: SetDomain, line: Line): LineTruth {
  const { members, open } = domain;
  const truth = byOperator(line, askedOfSets<string>(memberKeys(domain)), unfit);
  return open
    ? ({ certain, possible }) => truth(certain, possible)
    : ({ certain, possible = members }) => truth(certain, possible);
}

/** Prepares a line through a domain that it fits. */
export function lineTruth(domain: Domain, line: Line): LineTruth {
  if (domain.kind === "set") return setTruth(domain, line);
  const values = valuesOf(domain);
  const isNumber = domain.kind === "number";
  const rankOf = (value: FactValue): number => {
    if (isNumber) return value as number; // held to its domain
    const rank = values.indexOf(value);
    return rank < 0 ? unknownTo("value", value) : rank;
  };
  const truth = byOperator(withValues(line, rankOf), askedOfRanges, unfit);
  return ({ low, high }) => truth(low, high);
}

/** Prepares whether a value is on the side of a line that it asks for. */
export function lineHolds(domain: Domain, line: Line): (value: FactValue) => boolean {
  const truth = lineTruth(domain, line);
  return (value) => truth(knownOf(domain, exact(value))) === TRUE;
}
