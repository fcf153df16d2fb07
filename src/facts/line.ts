import type { BooleanDomain, Domain, EnumDomain, NumberDomain, OrdinalDomain, SetDomain } from "./domain.js";

/** The lines that can be drawn through an ordered domain. */
type OrderedLine<Value> =
  | { readonly atLeast: Value }
  | { readonly atMost: Value }
  | { readonly above: Value }
  | { readonly below: Value }
  | { readonly between: readonly [Value, Value] };

type SetLine<Member> =
  | { readonly includesAny: readonly Member[] }
  | { readonly includesAll: readonly Member[] }
  | { readonly isEmpty: boolean };

/** The lines that can be drawn through a domain: an operator with its operand. */
export type LineOf<D extends Domain> = D extends NumberDomain
  ? OrderedLine<number>
  : D extends BooleanDomain
    ? { readonly is: boolean }
    : D extends OrdinalDomain<infer Level>
      ? OrderedLine<Level> | { readonly is: Level }
      : D extends EnumDomain<infer Value>
        ? { readonly is: Value }
        : D extends SetDomain<infer Member>
          ? SetLine<D["open"] extends true ? string : Member>
          : never;

/**
 * Any line: exactly one operator with its operand.
 *
 * @example
 * ```ts
 * import { classify, type Line } from "plimsoll";
 *
 * const lines: readonly Line[] = classify({ id: "stock", name: "Stock list", audience: { users: 140 } })
 *   .findings.filter(({ id }) => id === "many-users")
 *   .flatMap(({ evidence }) => evidence.map(({ line }) => line));
 *
 * lines; // → [{ atLeast: 100 }]
 * ```
 */
export type Line = OrderedLine<number> | OrderedLine<string> | { readonly is: boolean | string } | SetLine<string>;

/** The operators that fit each kind of domain. */
export const operators = {
  number: ["atLeast", "atMost", "above", "below", "between"],
  ordinal: ["atLeast", "atMost", "above", "below", "between", "is"],
  boolean: ["is"],
  enum: ["is"],
  set: ["includesAny", "includesAll", "isEmpty"],
} as const satisfies Record<Domain["kind"], readonly string[]>;
