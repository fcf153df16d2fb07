import { nameKey } from "../names/index.js";
import type { SetDomain } from "./domain.js";

/**
 * What members of a set are compared by: in an open set, what their names mean, however they are spelt; in a closed one, what
 * stands there, since every member is checked.
 *
 * @param others Names that will be asked for often, besides those that are listed.
 */
export function memberKeys({ members, open }: SetDomain, others: readonly string[] = []): (member: string) => string {
  if (!open) return (member) => member;
  const known = new Map([...members, ...others].map((name) => [name, nameKey(name)]));
  return (member) => known.get(member) ?? nameKey(member);
}

/**
 * Members without those that are another one in another spelling; the first of each stays. What is no name is left for whoever
 * holds the derivation to its domain.
 */
export function distinctMembers({ open }: SetDomain, members: readonly unknown[]): readonly unknown[] {
  if (!open || members.length < 2) return [...new Set(members)];
  const first = new Map<unknown, unknown>();
  for (const member of members) {
    const key = typeof member === "string" ? nameKey(member) : member;
    if (!first.has(key)) first.set(key, member);
  }
  return [...first.values()];
}
