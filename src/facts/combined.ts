import { type Pointer, unsound } from "../problems/index.js";
import { type AnyPoints, pointsIn } from "./points.js";

/** Every part. */
export interface All<Part> {
  readonly all: readonly Part[];
}

/** At least one of the parts. */
export interface Any<Part> {
  readonly any: readonly Part[];
}

export interface Not<Part> {
  readonly not: Part;
}

/** At least so many of the parts. */
export interface Count<Part> {
  readonly count: readonly Part[];
  readonly atLeast: number;
}

/** Points that are added up; by name, where they stand elsewhere. */
type Sum<Part> = string | readonly AnyPoints<Part>[];

/** At least so many points, or so much of the most that there can be. */
interface Scored<Part> {
  readonly score: Sum<Part>;
  readonly atLeast: number | { readonly percent: number };
}

/** At least so much, or so much of the most that there can be, when points are multiplied with points. */
interface Multiplied<Part> {
  readonly product: readonly Sum<Part>[];
  readonly atLeast: number | { readonly percent: number };
}

/** Every form of a condition, whatever it is about: those without parts, and the ways to put others together. */
type AnyForm<Part> =
  | { readonly fact: string }
  | { readonly field: string }
  | { readonly sign: string }
  | All<Part>
  | Any<Part>
  | Not<Part>
  | Count<Part>
  | Scored<Part>
  | Multiplied<Part>;

/** By which field the forms of a condition are told apart. */
type FormOf<Condition> = Condition extends { readonly fact: unknown }
  ? "fact"
  : Condition extends { readonly field: unknown }
    ? "field"
    : Exclude<keyof Condition, "atLeast">;

type Form = FormOf<AnyForm<unknown>>;

/** How the parts of a form stand in it. */
type Nesting = "none" | "one" | "list" | "points" | "factors";

/** Where a condition that was never checked has several forms, the first one counts. */
const forms: Readonly<Record<Form, Nesting>> = {
  fact: "none",
  field: "none",
  sign: "none",
  all: "list",
  any: "list",
  not: "one",
  count: "list",
  score: "points",
  product: "factors",
};

function formOf(condition: object, among: object = forms): Form {
  for (const form in forms) if (form in condition && form in among) return form as Form; // one of its keys
  return unsound("Its condition has no form that is known.");
}

/** What is made of a condition, by its form. */
type ByForm<Condition, Made> = {
  readonly [Each in FormOf<Condition>]: (condition: Extract<Condition, { readonly [Field in Each]: unknown }>) => Made;
};

/** What is made of a condition, by its form; a form of which nothing is made does not compile. */
export function byForm<Condition extends AnyForm<unknown>, Made>(
  condition: Condition,
  makers: ByForm<Condition, Made>,
): Made {
  // The form is one of theirs.
  const all = makers as unknown as Readonly<Record<Form, (condition: never) => Made>>;
  return all[formOf(condition, makers)](condition as never); // a maker of its own form
}

type Replace<Part> = (part: Part, place: Pointer) => Part;

/** An item with others in the place of its conditions; where one of several changes, each stands for itself. */
function replacedItem(item: AnyPoints<unknown>, at: Pointer, replace: Replace<unknown>): readonly AnyPoints<unknown>[] {
  const parts = pointsIn(item);
  const replaced = parts.map(({ points, when, place }) => ({ points, when: replace(when, at + place) }));
  if ("when" in item || !("fact" in item)) return replaced.map(({ when }) => ({ ...item, when }));
  return replaced.every(({ when }, index) => when === parts[index]?.when) ? [item] : replaced;
}

const replacedSum = (sum: Sum<unknown>, place: Pointer, replace: Replace<unknown>): Sum<unknown> =>
  typeof sum === "string" ? sum : sum.flatMap((item, index) => replacedItem(item, `${place}/${index}`, replace));

/** What stands in a form, by how its parts stand there, with others in their place. */
const replacing: {
  readonly [How in Exclude<Nesting, "none">]: (held: never, place: Pointer, replace: Replace<unknown>) => unknown;
} = {
  one: (part: unknown, place, replace) => replace(part, place),
  list: (parts: readonly unknown[], place, replace) => parts.map((part, index) => replace(part, `${place}/${index}`)),
  points: replacedSum,
  factors: (factors: readonly Sum<unknown>[], place, replace) =>
    factors.map((factor, index) => replacedSum(factor, `${place}/${index}`, replace)),
};

/** The same condition with others in the place of its parts. What it names stands elsewhere, and is no part of it. */
export function mapChildren<Condition>(condition: AnyForm<Condition>, replace: Replace<Condition>): Condition {
  const form = formOf(condition);
  const how = forms[form];
  if (how === "none") return condition as Condition; // parts and whole are of one type
  const held: { readonly [Each in Form]?: unknown } = condition;
  // What stands there is as the table says, and what is put in the place of parts are conditions.
  const changed = replacing[how](held[form] as never, `/${form}`, replace as Replace<unknown>);
  return { ...condition, [form]: changed } as Condition; // likewise
}

/** A part of a condition, and where in it that stands. */
interface Child<Condition> {
  readonly part: Condition;
  readonly place: Pointer;
}

/** The parts of a condition, one step down; none of what it names. */
export function childrenOf<Condition>(condition: AnyForm<Condition>): readonly Child<Condition>[] {
  const found: Child<Condition>[] = [];
  mapChildren<Condition>(condition, (part, place) => {
    found.push({ part, place });
    return part;
  });
  return found;
}
