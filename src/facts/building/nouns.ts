import { keysOf, type Pointer } from "../../problems/index.js";
import type { View } from "../bounding/kinds.js";

/** Words that are not written as they are said. */
const written: Readonly<Record<string, string>> = { it: "IT", people: "person" };

/** A word as it begins what is said: "businessOwner" is "Business owner". */
export function nounOf(field: string): string {
  const words = field
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const text = words.map((word) => (word === "it" ? "IT" : word)).join(" ");
  return text === "" ? "Entry" : `${text[0]?.toUpperCase()}${text.slice(1)}`;
}

/** One of several. */
function singular(plural: string): string {
  const own = written[plural.toLowerCase()];
  if (own !== undefined) return own;
  if (plural.endsWith("ies")) return `${plural.slice(0, -3)}y`;
  return plural.endsWith("s") && !plural.endsWith("ss") ? plural.slice(0, -1) : plural;
}

/** What one entry of a list is called: after the unit of the fact that counts all of them, or after the list. */
export function nounFor(list: Pointer, views: readonly View[]): string {
  const counting = views.find(({ fact: { domain }, fields }) => domain.kind === "number" && fields.size === 0);
  const unit = counting?.fact.domain.kind === "number" ? counting.fact.domain.unit : undefined;
  return nounOf(singular(unit ?? keysOf(list).at(-1) ?? ""));
}
