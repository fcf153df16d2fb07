import { type Domain, type FactValue, valuesOf } from "../domain.js";
import type { Known } from "../known.js";
import { memberKeys, membersOf } from "../members.js";

/**
 * Values for some facts, by name.
 *
 * @example
 * ```ts
 * import { type FactValues, synthesizeProfile } from "plimsoll/analysis";
 *
 * const values: FactValues = { users: 140, sensitiveData: ["health"] };
 *
 * synthesizeProfile(values)?.data?.[0]?.class; // → "health"
 * ```
 */
export type FactValues = Readonly<Record<string, FactValue>>;

/** Where a value stands in the order of its domain: numbers as they are, false as 0 and true as 1. */
export const rankOf = (domain: Domain, value: FactValue): number =>
  typeof value === "number" ? value : valuesOf(domain).indexOf(value);

/** Whether what is known of a fact is just a value. */
export function isValue(domain: Domain, { low, high, certain, possible }: Known, value: FactValue): boolean {
  if (domain.kind !== "set") return low === high && low === rankOf(domain, value);
  const members = membersOf(value);
  const keyOf = memberKeys(domain);
  const keys = new Set(members.map(keyOf));
  const isAll = possible?.length === members.length && certain.length === members.length;
  return isAll && keys.size === members.length && certain.every((member) => keys.has(keyOf(member)));
}
