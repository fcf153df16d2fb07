import type { Json } from "./json.js";

/** The longest text that people write into a form. */
export const longestText = 2000;

/** The forms of single values. */
interface Values {
  /** A text with at least one character. */
  readonly text: string;
  /** Any text. */
  readonly string: string;
  readonly flag: boolean;
  /** A whole number, from zero on. */
  readonly count: number;
  /** A number above zero. */
  readonly positive: number;
  /** A number, from zero on. */
  readonly amount: number;
  /** A day that the calendar has: 2026-03-31. */
  readonly date: string;
  /** A day, or an instant with its offset: 2026-03-31T09:00:00Z. */
  readonly instant: string;
  /** Whatever JSON can hold. */
  readonly json: Json;
}

/** The names of the forms that a single value can have. */
export type SingleShape = keyof Values;

/** The names of the forms that a number can have. */
export type NumberShape = "count" | "positive" | "amount";

/** An object with some fields and no others, of which it needs those that are named. */
export interface ObjectShape {
  readonly object: { readonly [field: string]: Shape };
  readonly needs?: readonly string[];
}

/**
 * Which form a value has, as data: a word for a single value, a list of the values that it may be, or what its parts are.
 * The schemas, the types and the check on what was never parsed are all made from it.
 */
export type Shape =
  | SingleShape
  | readonly (string | number)[]
  | { readonly list: Shape }
  | { readonly record: Shape }
  | { readonly nullable: Shape }
  /** A number, or bounds of one that is not known exactly. */
  | { readonly bounded: NumberShape }
  | ObjectShape;

/** An object that says all of its fields. */
export interface Whole<Fields extends ObjectShape["object"]> {
  readonly object: Fields;
  readonly needs: readonly (keyof Fields & string)[];
}

/** The shape of an object that says all of its fields. */
export const whole = <const Fields extends ObjectShape["object"]>(object: Fields): Whole<Fields> => ({
  object,
  // Its fields are its fields.
  needs: Object.keys(object) as (keyof Fields & string)[],
});

type NeededIn<S> = S extends { readonly needs: readonly (infer Name)[] } ? Name : never;

type Flat<Value> = { readonly [Key in keyof Value]: Value[Key] };

/** A number that is not known exactly: at least so much, at most so much, or between the two. */
type Bounds =
  | { readonly atLeast: number; readonly atMost?: number }
  | { readonly atLeast?: never; readonly atMost: number };

/** The type of the values of a shape. */
export type ShapedBy<S> = S extends keyof Values
  ? Values[S]
  : S extends readonly (infer Value)[]
    ? Value
    : S extends { readonly list: infer Item }
      ? readonly ShapedBy<Item>[]
      : S extends { readonly record: infer Item }
        ? { readonly [key: string]: ShapedBy<Item> }
        : S extends { readonly nullable: infer Some }
          ? ShapedBy<Some> | null
          : S extends { readonly bounded: unknown }
            ? number | Bounds
            : S extends { readonly object: infer Fields }
              ? Flat<
                  { [Key in keyof Fields & NeededIn<S>]: ShapedBy<Fields[Key]> } & {
                    [Key in Exclude<keyof Fields, NeededIn<S>>]?: ShapedBy<Fields[Key]>;
                  }
                >
              : never;

type FieldsBelow<Of, At extends string> = {
  [Key in keyof Of & string]: `${At}/${Key}` | PlacesIn<Of[Key], `${At}/${Key}`>;
}[keyof Of & string];

/** Every field of a shape, as a pointer in which `*` stands for any entry of a list. */
export type PlacesIn<S, At extends string = ""> = S extends { readonly list: infer Item }
  ? PlacesIn<Item, `${At}/*`>
  : S extends { readonly record: infer Item }
    ? PlacesIn<Item, `${At}/*`>
    : S extends { readonly nullable: infer Some }
      ? PlacesIn<Some, At>
      : S extends { readonly object: infer Fields }
        ? FieldsBelow<Fields, At>
        : never;
