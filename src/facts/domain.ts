/** Numbers from `min` upwards (to `max`, when there is one), in `unit`; `whole` for counts. */
export interface NumberDomain {
  readonly kind: "number";
  readonly min: number;
  readonly max?: number;
  readonly whole: boolean;
  readonly unit: string;
}

/** Levels in order, from the lowest to the highest. */
export interface OrdinalDomain<Level extends string = string> {
  readonly kind: "ordinal";
  readonly levels: readonly Level[];
}

/** True or false. */
export interface BooleanDomain {
  readonly kind: "boolean";
}

/** One of several values that have no order. */
export interface EnumDomain<Value extends string = string> {
  readonly kind: "enum";
  readonly values: readonly Value[];
}

/** Any number of members; an `open` set may hold others than those listed. */
export interface SetDomain<Member extends string = string> {
  readonly kind: "set";
  readonly members: readonly Member[];
  readonly open: boolean;
}

/**
 * The values that a fact may have.
 *
 * @example
 * ```ts
 * import { type Domain, standardFacts } from "plimsoll";
 *
 * const domains: readonly Domain[] = Object.values(standardFacts).map(({ domain }) => domain);
 *
 * [...new Set(domains.map(({ kind }) => kind))].sort(); // → ["boolean", "enum", "number", "ordinal", "set"]
 * ```
 */
export type Domain = NumberDomain | OrdinalDomain | BooleanDomain | EnumDomain | SetDomain;

/** How many there are of something. */
export const countOf = (unit: string) => ({ kind: "number", min: 0, whole: true, unit }) as const;

/** The domain of questions that are answered with yes or no. */
export const yesOrNo = { kind: "boolean" } as const;

/** The type of the values of a domain. */
export type ValueOf<D extends Domain> = D extends NumberDomain
  ? number
  : D extends BooleanDomain
    ? boolean
    : D extends OrdinalDomain<infer Level>
      ? Level
      : D extends EnumDomain<infer Value>
        ? Value
        : D extends SetDomain<infer Member>
          ? readonly (D["open"] extends true ? string : Member)[]
          : never;

/**
 * Any value of any domain.
 *
 * @example
 * ```ts
 * import { deriveFacts, type FactValue } from "plimsoll";
 *
 * const { departments } = deriveFacts({ id: "rota", name: "Rota", audience: { departments: ["Sales", "Finance"] } });
 * const seen: FactValue | null = departments.kind === "unknown" ? null : departments.value;
 *
 * seen; // → 2
 * ```
 */
export type FactValue = number | boolean | string | readonly string[];

/** The values of a finite domain from the lowest to the highest, or the listed members of a set; none of a number. */
export function valuesOf(domain: Domain): readonly FactValue[] {
  switch (domain.kind) {
    case "ordinal":
      return domain.levels;
    case "enum":
      return domain.values;
    case "set":
      return domain.members;
    case "boolean":
      return [false, true];
    case "number":
      return [];
  }
}

/** Whether a value belongs to a domain: the last check on what a derivation returns. */
export function isInDomain(domain: Domain, value: unknown): boolean {
  switch (domain.kind) {
    case "number": {
      const isNumber = typeof value === "number" && value >= domain.min && value <= (domain.max ?? Number.MAX_VALUE);
      return isNumber && (!domain.whole || Number.isInteger(value));
    }
    case "set":
      return (
        Array.isArray(value) &&
        value.every((member) => (domain.open ? typeof member === "string" : domain.members.includes(member)))
      );
    case "boolean":
      return typeof value === "boolean";
    default:
      return valuesOf(domain).includes(value as FactValue); // `includes` only compares
  }
}
