import {
  askedOfRanges,
  askedOfSets,
  byOperator,
  type Derived,
  type Domain,
  type FactValue,
  type Line,
  memberKeys,
  type SetDomain,
  type Truth,
  valuesOf,
  withValues,
} from "../facts/index.js";
import { unknownTo } from "./unsound.js";

/** Whether what a line asks of a fact is so, as far as its derivation tells. */
export type LineTruth = (derived: Derived) => Truth;

const unfit = (operator: string): never => unknownTo("operator", operator);

/** Of a set, what is asked of the members that are certain and of those that are still possible: any, in an open set. */
function setTruth(domain: SetDomain, line: Line): LineTruth {
  const { members, open } = domain;
  const keyOf = memberKeys(domain);
  const truth = byOperator(line, askedOfSets(keyOf), unfit);
  return (derived) => {
    const told = derived.kind === "unknown" ? [] : (derived.value as readonly string[]); // derivations are held to their domain
    const certain = open ? told.map(keyOf) : told;
    return truth(certain, derived.kind === "exact" ? certain : open ? undefined : members);
  };
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
  const min = isNumber ? domain.min : 0;
  const max = isNumber ? (domain.max ?? Infinity) : values.length - 1;
  return (derived) => {
    // The values of an enum have no order, so that "at least" tells nothing of them.
    const isOpen = derived.kind === "unknown" || (domain.kind === "enum" && derived.kind !== "exact");
    const low = isOpen ? min : rankOf(derived.value);
    return truth(low, derived.kind === "exact" ? low : max);
  };
}
