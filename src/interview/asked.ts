import type { AppProfile } from "../profile/index.js";
import type {
  ChoiceAnswering,
  DateAnswering,
  FlagAnswering,
  NamesAnswering,
  NumberAnswering,
  PersonAnswering,
  SeveralAnswering,
  TextAnswering,
} from "./answering.js";

/** A list of entries that are asked for by name; then each is asked what is open of it. */
interface ListOf<Entry> extends NamesAnswering {
  /** The field that holds the name. */
  readonly named: keyof Entry & string;
  /** What an entry is called in a question: the first of these that says only what is told. */
  readonly called: readonly string[];
  /** The field of which people write a value where a name is asked for. */
  readonly takenForName?: keyof Entry & string;
  /** What is asked of each; `{entry}` stands for what it is called. */
  readonly fields: { readonly [Field in keyof Entry]?: Asked<Exclude<Entry[Field], undefined>> };
}

/** How a value of a profile is answered, by its type. */
type AnsweringOf<Value> = [Value] extends [boolean]
  ? FlagAnswering
  : number extends Value
    ? NumberAnswering
    : [Value] extends [string]
      ? string extends Value
        ? DateAnswering
        : ChoiceAnswering<Value>
      : [Value] extends [string | null]
        ? PersonAnswering | TextAnswering
        : Value extends readonly (infer Entry)[]
          ? [Entry] extends [string]
            ? string extends Entry
              ? NamesAnswering
              : SeveralAnswering<Entry>
            : ListOf<Entry>
          : never;

type Asked<Value> = { readonly question: string } & AnsweringOf<Value>;

/** What can be asked for: single values and lists at the top of a profile, and the fields of its groups. */
export type Places = {
  readonly [Part in keyof AppProfile]?: number extends NonNullable<AppProfile[Part]>
    ? Asked<NonNullable<AppProfile[Part]>>
    : NonNullable<AppProfile[Part]> extends string | readonly unknown[]
      ? Asked<NonNullable<AppProfile[Part]>>
      : {
          readonly [Field in keyof NonNullable<AppProfile[Part]>]?: Asked<
            Exclude<NonNullable<AppProfile[Part]>[Field], undefined>
          >;
        };
};

export const flag = (question: string) => ({ kind: "yes-or-no", question }) as const;
export const people = (question: string) =>
  ({ kind: "number", min: 0, whole: true, unit: "people", question }) as const;
export const names = (question: string) => ({ kind: "names", question }) as const;
export const text = (question: string) => ({ kind: "text", question }) as const;
export const date = (question: string) => ({ kind: "date", question }) as const;
export const person = (question: string) => ({ kind: "person", question }) as const;

/** Values that are said as they are written. */
type Spoken<Value extends string> = { readonly [Choice in Value]: Choice };

export function choicesOf<const Value extends string>(values: readonly Value[]): Spoken<Value> {
  // Each value stands for itself.
  return Object.fromEntries(values.map((value) => [value, value])) as Spoken<Value>;
}

export const choice = <const Value extends string>(question: string, values: readonly Value[]) =>
  ({ kind: "choice", question, choices: choicesOf(values) }) as const;
