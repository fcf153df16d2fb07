import type { AppProfile } from "../profile/index.js";

/** A number of something. */
export interface NumberAnswering {
  readonly kind: "number";
  readonly min: number;
  readonly max?: number;
  readonly whole: boolean;
  readonly unit: string;
}

/** One of several values; the words are what a person says for it. */
export interface ChoiceAnswering<Value extends string = string> {
  readonly kind: "choice";
  readonly choices: { readonly [Choice in Value]: string };
}

/** Any of several values. */
export interface SeveralAnswering<Value extends string = string> {
  readonly kind: "several";
  readonly choices: { readonly [Choice in Value]: string };
}

/** Yes or no. */
export interface FlagAnswering {
  readonly kind: "yes-or-no";
}

/** A role or a person, or that there is nobody. */
export interface PersonAnswering {
  readonly kind: "person";
}

/** A text of one's own, or that there is none. */
export interface TextAnswering {
  readonly kind: "text";
}

/** The day on which something was. */
export interface DateAnswering {
  readonly kind: "date";
}

/** The names of what there is; `known` are those that need no second look, where there are such. */
export interface NamesAnswering {
  readonly kind: "names";
  readonly known?: readonly string[];
}

/**
 * How a field of a profile is answered.
 *
 * @example
 * ```ts
 * import { standardFacts } from "plimsoll";
 * import { type Answering, openFields } from "plimsoll/analysis";
 *
 * const answering: readonly Answering[] = openFields({ id: "stock", name: "Stock list" }, standardFacts.users).map(
 *   (field) => field.answering,
 * );
 *
 * answering; // → [{ kind: "number", min: 0, whole: true, unit: "people" }]
 * ```
 */
export type Answering =
  | NumberAnswering
  | ChoiceAnswering
  | SeveralAnswering
  | FlagAnswering
  | PersonAnswering
  | TextAnswering
  | DateAnswering
  | NamesAnswering;

/**
 * What is answered to a field: a number or the bounds of one, yes or no, a choice, a role or person (`null` for nobody), a text (`null` for none), an ISO date; of a list its members or
 * names, and whether these are all that there are.
 *
 * @example
 * ```ts
 * import { standardFacts } from "plimsoll";
 * import { type FieldAnswer, openFields, withAnswer } from "plimsoll/analysis";
 *
 * const stock = { id: "stock", name: "Stock list" };
 * const answer: FieldAnswer = { names: ["ERP"], isAll: false };
 * const told = openFields(stock, standardFacts.systemsRead).map((field) => withAnswer(stock, field, answer));
 *
 * told[0]?.ok && told[0].value.partial; // → ["/integrations"]
 * ```
 */
export type FieldAnswer = number | Bounds | boolean | string | null | NamesAnswer;

/** A number that is not known exactly: at least so much, at most so much, or between the two. */
type Bounds = Exclude<NonNullable<NonNullable<AppProfile["audience"]>["users"]>, number>;

/** The names of what there is. */
export interface NamesAnswer {
  readonly names: readonly string[];
  /** Of data: what has no name, by its class. */
  readonly classes?: readonly string[];
  /** Whether there are no others. */
  readonly isAll: boolean;
}
