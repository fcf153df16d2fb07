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
