import type { Json } from "./json.js";

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
  /** A day that the calendar has: 2026-03-31. */
  readonly date: string;
  /** Whatever JSON can hold. */
  readonly json: Json;
}

type Fields = { readonly [field: string]: Shape };

/** An object with the fields that it needs, those that it may have, and no others. */
export interface ObjectShape {
  readonly needs: Fields;
  readonly may: Fields;
}

/**
 * Which form a value has, as data: a word for a single value, a list of the values that it may be, or what its parts are.
 * The schemas, the types and the check on what was never parsed are all made from it.
 */
export type Shape =
  | keyof Values
  | readonly (string | number)[]
  | { readonly list: Shape }
  | { readonly record: Shape }
  | { readonly nullable: Shape }
  /** One of several objects. */
  | { readonly choice: readonly ObjectShape[] }
  | ObjectShape;

type Flat<Value> = { readonly [Key in keyof Value]: Value[Key] };

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
          : S extends { readonly choice: readonly (infer Alternative)[] }
            ? ShapedBy<Alternative>
            : S extends { readonly needs: infer Needs; readonly may: infer May }
              ? Flat<{ [Key in keyof Needs]: ShapedBy<Needs[Key]> } & { [Key in keyof May]?: ShapedBy<May[Key]> }>
              : never;

type FieldsBelow<Of, At extends string> = {
  [Key in keyof Of & string]: `${At}/${Key}` | PlacesIn<Of[Key], `${At}/${Key}`>;
}[keyof Of & string];

/** Every field of a shape, as a pointer in which `*` stands for any entry of a list. */
export type PlacesIn<S, At extends string = ""> = S extends { readonly list: infer Item }
  ? PlacesIn<Item, `${At}/*`>
  : S extends { readonly nullable: infer Some }
    ? PlacesIn<Some, At>
    : S extends { readonly choice: readonly (infer Alternative)[] }
      ? PlacesIn<Alternative, At>
      : S extends { readonly needs: infer Needs; readonly may: infer May }
        ? FieldsBelow<Needs & May, At>
        : never;
