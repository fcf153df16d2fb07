import { lineHolds } from "../conditions/index.js";
import {
  type Domain,
  type FactValue,
  isInDomain,
  type Line,
  memberKeys,
  membersNamed,
  type SetDomain,
  valuesOf,
} from "../facts/index.js";
import { membersFor, sizesAround } from "./telling-sets.js";

/** Two values between which a line passes. */
export type Crossing = readonly [below: FactValue, above: FactValue];

function aroundNumbers(lines: readonly Line[]): readonly number[] {
  const limits = lines.flatMap((line) => Object.values(line).flat()).filter((limit) => typeof limit === "number");
  return [...new Set(limits.flatMap((limit) => [limit - 1, limit, limit + 1]))].sort((one, other) => one - other);
}

function aroundMembers(domain: SetDomain, lines: readonly Line[]): readonly (readonly string[])[] {
  const keyOf = memberKeys(domain);
  const spelt = lines.flatMap(membersNamed);
  const keys = spelt.map(keyOf);
  const named = spelt.filter((each, index) => keys.indexOf(keyOf(each)) === index);
  const others = domain.members.filter((member) => !keys.includes(keyOf(member))).slice(0, 1);
  const singles = [...others, ...named].map((member) => [member]);
  const sizes = sizesAround(lines);
  const all = membersFor(domain, named, Math.max(0, ...sizes));
  const sized = sizes.filter((size) => size <= all.length).map((size) => all.slice(0, size));
  return [[], ...singles, named.slice(1), named, ...sized].filter(
    (set, index, all) => all.findIndex((other) => other.join() === set.join()) === index,
  );
}

/** The values of a domain that lines tell apart, in order: some on each side of every line. */
export function criticalValues(domain: Domain, lines: readonly Line[]): readonly FactValue[] {
  switch (domain.kind) {
    case "number":
      return aroundNumbers(lines).filter((value) => isInDomain(domain, value));
    case "set":
      return aroundMembers(domain, lines);
    default:
      return valuesOf(domain);
  }
}

/** The neighbours among the critical values that a line passes between. */
export function crossingsOf(domain: Domain, lines: readonly Line[]): readonly Crossing[] {
  const values = criticalValues(domain, lines);
  const truths = lines.map((line) => lineHolds(domain, line));
  const holding = (value: FactValue) => truths.map((isSo) => isSo(value)).join();
  return values.flatMap((value, index): Crossing[] => {
    const before = values[index - 1];
    return before === undefined || holding(before) === holding(value) ? [] : [[before, value]];
  });
}
