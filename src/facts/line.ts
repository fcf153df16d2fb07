import { unknownTo } from "../problems/index.js";
import type { BooleanDomain, Domain, EnumDomain, FactValue, NumberDomain, OrdinalDomain, SetDomain } from "./domain.js";

/** What may stand after an operator, by the name that the table of operators has for it. */
interface Operands<Value> {
  /** A value of the domain. */
  readonly value: Value;
  /** A value, or several of which it is one. */
  readonly anyOf: Value | readonly Value[];
  /** The lowest and the highest value, both inside. */
  readonly range: readonly [Value, Value];
  readonly members: readonly Value[];
  readonly yesOrNo: boolean;
  /** A line through a number, such as a size. */
  readonly line: NumberLine;
}

export type OperandKind = keyof Operands<unknown>;

interface Entry {
  readonly domains: readonly Domain["kind"][];
  readonly operand: OperandKind;
}

/**
 * The operators of a line: through which domains each can be drawn, and what stands after it. The types of lines follow from
 * this table, and whatever reads lines has an entry for each operator: another one does not compile until all of them do.
 */
export const operators = {
  atLeast: { domains: ["number", "ordinal"], operand: "value" },
  atMost: { domains: ["number", "ordinal"], operand: "value" },
  above: { domains: ["number", "ordinal"], operand: "value" },
  below: { domains: ["number", "ordinal"], operand: "value" },
  between: { domains: ["number", "ordinal"], operand: "range" },
  is: { domains: ["ordinal", "boolean", "enum"], operand: "anyOf" },
  includesAny: { domains: ["set"], operand: "members" },
  includesAll: { domains: ["set"], operand: "members" },
  isEmpty: { domains: ["set"], operand: "yesOrNo" },
  size: { domains: ["set"], operand: "line" },
} as const satisfies Readonly<Record<string, Entry>>;

type Operators = typeof operators;

export type Operator = keyof Operators;

/** The operators that fit a kind of domain. */
export type OperatorOn<Kind extends Domain["kind"]> = {
  [Name in Operator]: Kind extends Operators[Name]["domains"][number] ? Name : never;
}[Operator];

/** What stands after an operator, where lines are drawn through such values. */
export type Operand<Name extends Operator, Value> = Operands<Value>[Operators[Name]["operand"]];

/** Lines through a kind of domain. */
type LineThrough<Kind extends Domain["kind"], Value> = {
  [Name in OperatorOn<Kind>]: { readonly [Each in Name]: Operand<Name, Value> };
}[OperatorOn<Kind>];

export type NumberLine = LineThrough<"number", number>;
export type SetLine = LineThrough<"set", string>;

/** The lines that can be drawn through a domain: an operator with its operand. */
export type LineOf<D extends Domain> = D extends NumberDomain
  ? NumberLine
  : D extends BooleanDomain
    ? LineThrough<"boolean", boolean>
    : D extends OrdinalDomain<infer Level>
      ? LineThrough<"ordinal", Level>
      : D extends EnumDomain<infer Value>
        ? LineThrough<"enum", Value>
        : D extends SetDomain<infer Member>
          ? LineThrough<"set", D["open"] extends true ? string : Member>
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
export type Line =
  | NumberLine
  | LineThrough<"ordinal", string>
  | LineThrough<"boolean", boolean>
  | LineThrough<"enum", string>
  | SetLine;

/** What is made of a line, by its operator. */
export type ByOperator<Name extends Operator, Value, Made> = {
  readonly [Each in Name]: (operand: Operand<Each, Value>) => Made;
};

/**
 * What some makers make of a line.
 *
 * @param otherwise What is made of a line that was never checked, and of whose operator there is no maker.
 */
export function byOperator<Made>(
  line: object,
  makers: Readonly<Record<string, (operand: never) => Made>>,
  otherwise: (operator: string) => NoInfer<Made>,
): Made {
  const [[operator = "", operand] = []] = Object.entries(line);
  const make = Object.hasOwn(makers, operator) ? makers[operator] : undefined;
  // Each operator stands with its own operand.
  return make === undefined ? otherwise(operator) : make(operand as never);
}

/** Refuses an operator that no table has: what was never checked can hold any. */
export function noOperator(operator: string): never {
  return unknownTo("operator", operator);
}

/** A line with something else in the place of each value after its operator. */
export function withValues(line: Line, change: (value: FactValue) => unknown): object {
  const entries: readonly (readonly [string, FactValue])[] = Object.entries(line);
  return Object.fromEntries(
    entries.map(([operator, operand]) => [operator, Array.isArray(operand) ? operand.map(change) : change(operand)]),
  );
}

/** The operators that fit a kind of domain, in the order of the table. */
export function operatorsOn<Kind extends Domain["kind"]>(kind: Kind): readonly OperatorOn<Kind>[] {
  const all = Object.keys(operators) as Operator[]; // its own keys, as written above
  const fits = (name: Operator): name is OperatorOn<Kind> =>
    operators[name].domains.some((domain: Domain["kind"]) => domain === kind);
  return all.filter(fits);
}
