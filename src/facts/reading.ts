import type { Pointer } from "../problems/index.js";
import type { FactValue } from "./domain.js";

/**
 * What a derivation finds out about a fact: its value; the least that it can be (a list is known to be incomplete, or a level
 * or count may still rise); the most; both, where it lies between the two; or nothing.
 *
 * @example
 * ```ts
 * import { type Derived, exact, unknown } from "plimsoll";
 *
 * const sitesIn = (extensions?: Record<string, unknown>): Derived<number> =>
 *   typeof extensions?.sites === "number" ? exact(extensions.sites) : unknown;
 *
 * sitesIn({ sites: 4 }); // → { kind: "exact", value: 4 }
 * sitesIn(); // → { kind: "unknown" }
 * ```
 */
export type Derived<Value = FactValue> =
  | { readonly kind: "exact"; readonly value: Value }
  | { readonly kind: "at-least"; readonly value: Value }
  | { readonly kind: "at-most"; readonly value: Value }
  | { readonly kind: "between"; readonly value: Value; readonly upTo: Value }
  | { readonly kind: "unknown" };

/**
 * What a profile tells of a fact, with the pointers to where it says so.
 *
 * @example
 * ```ts
 * import { deriveFacts, type Reading } from "plimsoll";
 *
 * const users: Reading<number> = deriveFacts({ id: "rota", name: "Rota", audience: { users: 12 } }).users;
 *
 * users.evidence; // → ["/audience/users"]
 * ```
 */
export type Reading<Value = FactValue> = Derived<Value> & { readonly evidence: readonly Pointer[] };

/**
 * Nothing is known of the fact.
 *
 * @example
 * ```ts
 * import { unknown } from "plimsoll";
 *
 * unknown; // → { kind: "unknown" }
 * ```
 */
export const unknown: Derived<never> = { kind: "unknown" };

/**
 * The value is known.
 *
 * @example
 * ```ts
 * import { exact } from "plimsoll";
 *
 * exact(12); // → { kind: "exact", value: 12 }
 * ```
 */
export function exact<Value>(value: Value): Derived<Value> {
  return { kind: "exact", value };
}

/**
 * The value is this or more: a count or a level may be higher, a set may have more members.
 *
 * @example
 * ```ts
 * import { atLeast } from "plimsoll";
 *
 * atLeast(["health"]); // → { kind: "at-least", value: ["health"] }
 * ```
 */
export function atLeast<Value>(value: Value): Derived<Value> {
  return { kind: "at-least", value };
}

/**
 * The value is this or less: a count or a level may be lower, a set may lack some of the members.
 *
 * @example
 * ```ts
 * import { atMost } from "plimsoll";
 *
 * atMost(40); // → { kind: "at-most", value: 40 }
 * ```
 */
export function atMost<Value>(value: Value): Derived<Value> {
  return { kind: "at-most", value };
}

/**
 * The value is one of two, or lies between them; a set has all members of the first, and none beyond the second.
 *
 * @example
 * ```ts
 * import { between } from "plimsoll";
 *
 * between(4, 40); // → { kind: "between", value: 4, upTo: 40 }
 * ```
 */
export function between<Value>(value: Value, upTo: Value): Derived<Value> {
  return { kind: "between", value, upTo };
}
