import type { Pointer } from "../problems/index.js";
import type { FactValue } from "./domain.js";

/**
 * What a derivation finds out about a fact: its value; the least that it can be (a list is known to be incomplete, or a level
 * or count may still rise); the most; both, where it lies between the two; or nothing.
 *
 * @example
 * ```ts
 * import { type Derived, reading } from "plimsoll";
 *
 * const sitesIn = (extensions?: Record<string, unknown>): Derived<number> =>
 *   typeof extensions?.sites === "number" ? reading.exact(extensions.sites) : reading.unknown;
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

export const unknown: Derived<never> = { kind: "unknown" };

export function exact<Value>(value: Value): Derived<Value> {
  return { kind: "exact", value };
}

export function atLeast<Value>(value: Value): Derived<Value> {
  return { kind: "at-least", value };
}

export function atMost<Value>(value: Value): Derived<Value> {
  return { kind: "at-most", value };
}

export function between<Value>(value: Value, upTo: Value): Derived<Value> {
  return { kind: "between", value, upTo };
}

/**
 * What the function of a fact of your own can find out.
 *
 * @example
 * ```ts
 * import { reading } from "plimsoll";
 *
 * reading.exact(12); // → { kind: "exact", value: 12 }
 * reading.atLeast(["health"]); // → { kind: "at-least", value: ["health"] }
 * reading.atMost(40); // → { kind: "at-most", value: 40 }
 * reading.between(4, 40); // → { kind: "between", value: 4, upTo: 40 }
 * reading.unknown; // → { kind: "unknown" }
 * ```
 */
export const reading: {
  /** The value is known. */
  readonly exact: <Value>(value: Value) => Derived<Value>;
  /** The value is this or more: a count or a level may be higher, a set may have more members. */
  readonly atLeast: <Value>(value: Value) => Derived<Value>;
  /** The value is this or less: a count or a level may be lower, a set may lack some of the members. */
  readonly atMost: <Value>(value: Value) => Derived<Value>;
  /** The value is one of two, or lies between them; a set has all members of the first, and none beyond the second. */
  readonly between: <Value>(value: Value, upTo: Value) => Derived<Value>;
  /** Nothing is known of the fact. */
  readonly unknown: Derived<never>;
} = { exact, atLeast, atMost, between, unknown };
