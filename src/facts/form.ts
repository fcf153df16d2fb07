import type { Pointer } from "../problems/index.js";
import type { All, Any, Count, Not } from "./combined.js";
import type { Domain } from "./domain.js";
import type { NumberLine, Operand, SetLine } from "./line.js";
import type { WhatToDo } from "./outcome.js";

/** A value that stands in a field; `null` is one that can be asked for. */
export type FieldValue = string | number | boolean | null;

/**
 * A condition over one entry of a list, or over what stands at a place: the condition language with `field` in the place of
 * `fact`. A field that the entry does not say leaves it undecided.
 *
 * @example
 * ```ts
 * import type { FieldCondition } from "plimsoll";
 *
 * const unchecked: FieldCondition = {
 *   all: [{ field: "direction", is: ["write", "bidirectional"] }, { field: "writesValidated", is: false }],
 * };
 *
 * Object.keys(unchecked); // → ["all"]
 * ```
 */
export type FieldCondition =
  | FieldLine
  | All<FieldCondition>
  | Any<FieldCondition>
  | Not<FieldCondition>
  | Count<FieldCondition>;

/**
 * A line on one field, by name or, deeper inside, as a JSON Pointer; `""` is the entry itself. `unsaid` is what stands there
 * for whoever says nothing; without it, that is not known.
 */
export type FieldLine = { readonly field: string; readonly unsaid?: FieldValue } & (
  | { readonly is: Operand<"is", FieldValue> }
  | NumberLine
  | SetLine
);

/**
 * How a fact is read, as data:
 *
 * - `read`: the value at a place of the profile; with `where`, whether what stands there is like that; a number may be bound
 *   by what stands elsewhere (`atLeast`, `atMost`), and divided by it (`per`);
 * - `each`: the entries of a list, those that are like `where`: how many, for a number, one at most where
 *   a number elsewhere (`single`) leaves room for no more; whether any, for yes or no;
 * - `each` with `take`: the highest level, or the members, that stand in a field of these entries;
 * - `daysSince`: how many days have passed since a date that stands at a place;
 * - `more` and `than`: by how much one fact is more than another, and 0 where it is not; of levels, by how many.
 *
 * `as` says what the values that stand there mean: a level, a member, or `null` for nothing.
 *
 * @example
 * ```ts
 * import type { FactForm } from "plimsoll";
 *
 * const worst: FactForm = {
 *   each: "/integrations",
 *   where: { field: "direction", is: ["write", "bidirectional"] },
 *   take: "conflicts",
 * };
 *
 * worst.each; // → "/integrations"
 * ```
 */
export type FactForm = ValueForm | TestForm | EachForm | TakeForm | SinceForm | ExcessForm;

/** The value that stands at a place; of a number, what other places say of it, and what it is divided by. */
export interface ValueForm {
  readonly read: Pointer;
  readonly as?: Meanings;
  /** Places of numbers that it is never less than. */
  readonly atLeast?: readonly Pointer[];
  /** Places of numbers that it is never more than. */
  readonly atMost?: readonly Pointer[];
  /** The place of the number that it is divided by. */
  readonly per?: Pointer;
}

/** Whether what stands at a place is like something. */
export interface TestForm {
  readonly read: Pointer;
  readonly where: FieldCondition;
}

/** The entries of a list that are like something. */
interface EntriesForm {
  readonly each: Pointer;
  readonly where?: FieldCondition;
}

/** How many entries of a list are like something, or whether any is. */
export interface EachForm extends EntriesForm {
  /** Places of numbers of which a 1 allows one entry at most. */
  readonly single?: readonly Pointer[];
}

/** The highest level, or the members, that stand in a field of the entries of a list; a field may hold several members. */
export interface TakeForm extends EntriesForm {
  readonly take: string;
  readonly as?: Meanings;
}

/**
 * How many days lie between a date that stands at a place, or an instant, and the day that is asked about: unknown where none
 * is given, and where the date is yet to come.
 */
export interface SinceForm {
  readonly daysSince: Pointer;
}

/**
 * By how much one fact is more than another, and 0 where it is not: whole numbers, or levels of one scale. Facts are named, not
 * places, since a count or a number of days stands nowhere.
 */
export interface ExcessForm {
  readonly more: string;
  readonly than: string;
}

/** What values mean that stand in a profile. */
export type Meanings = Readonly<Record<string, string | null>>;

/**
 * A fact as data, as a policy holds it.
 *
 * @example
 * ```ts
 * import type { FactRecord } from "plimsoll";
 *
 * const sites: FactRecord = {
 *   question: "At how many sites is it used?",
 *   domain: { kind: "number", min: 0, whole: true, unit: "sites" },
 *   from: { read: "/extensions/sites" },
 * };
 *
 * sites.from; // → { read: "/extensions/sites" }
 * ```
 */
export interface FactRecord<D extends Domain = Domain> {
  /** The question that a person could answer. */
  readonly question: string;
  readonly domain: D;
  /** From where in a profile it is read. */
  readonly from: FactForm;
  /** What it costs a person to answer the question, in minutes; 5 when left out. */
  readonly cost?: number;
  /** Whether work on the app could change it; so, when left out. */
  readonly changeable?: boolean;
  /** What there is to do about the app, so that it changes; where nothing is said, a way back can only name the question. */
  readonly whatToDo?: WhatToDo<D>;
  /** In which direction it means more risk; `rising`, when left out. */
  readonly risk?: "rising" | "falling" | "neither";
}

/**
 * Facts as data, by name.
 *
 * @example
 * ```ts
 * import type { FactRecords } from "plimsoll";
 *
 * const facts: FactRecords = {
 *   macros: { question: "Has it macros?", domain: { kind: "boolean" }, from: { read: "/extensions/macros" } },
 * };
 *
 * Object.keys(facts); // → ["macros"]
 * ```
 */
export type FactRecords = Readonly<Record<string, FactRecord>>;
