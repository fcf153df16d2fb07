import { nameKey } from "../names/index.js";
import type { FactValue, SetDomain } from "./domain.js";

/**
 * What members of a set are compared by: in an open set, what their names mean, however they are spelt; in a closed one, what
 * stands there, since every member is checked.
 */
export const memberKeys = ({ open }: SetDomain): ((member: string) => string) => (open ? nameKey : (member) => member);

/**
 * Members without those that are another one in another spelling; the first of each stays. What is no name is left for whoever
 * holds the derivation to its domain.
 */
export function distinctMembers({ open }: SetDomain, members: readonly unknown[]): readonly unknown[] {
  const seen = new Set<unknown>();
  return members.filter((member) => {
    const key = open && members.length > 1 && typeof member === "string" ? nameKey(member) : member;
    return !seen.has(key) && seen.add(key);
  });
}

/** The members of a value that is a set; of any other there are none. */
export const membersOf = (value: FactValue): readonly string[] => (typeof value === "object" ? value : []);
