import type { All, Any, Catalogue, Count, Line, LineOf, Not } from "../facts/index.js";

/**
 * Points that an app gets when a condition holds; whole numbers, negative for what makes up for a risk.
 *
 * @example
 * ```ts
 * import type { Points } from "plimsoll";
 *
 * const outside: Points = { points: 3, when: { fact: "outsideUsers", is: true }, title: "Open to the outside" };
 *
 * outside.points; // → 3
 * ```
 */
export interface Points<When = Condition> {
  readonly points: number;
  readonly when: When;
  /** What the points are for, in a few words. */
  readonly title?: string;
}

/**
 * A line on one fact: `{ "fact": "users", "atLeast": 100 }`.
 *
 * @example
 * ```ts
 * import type { FactCondition } from "plimsoll";
 *
 * const crowded: FactCondition = { fact: "users", atLeast: 100 };
 *
 * crowded.fact; // → "users"
 * ```
 */
export type FactCondition = { readonly fact: string } & Line;

/** At least so many points, by points written here or by a rubric of the policy. */
interface Score<Part, Rubric extends string> {
  readonly score: readonly Points<Part>[] | Rubric;
  readonly atLeast: number;
}

/** A sign of the same policy stands: it fires, nothing exempts it, no component covers it. */
interface SignReference<Sign extends string> {
  readonly sign: Sign;
}

/**
 * A condition over facts, as plain JSON: true, false, or undecided while facts are unknown (Kleene's strong three-valued
 * logic). `docs/policy-language.md` shows every form.
 *
 * @example
 * ```ts
 * import type { Condition } from "plimsoll";
 *
 * const exposed: Condition = {
 *   all: [{ fact: "outsideUsers", is: true }, { not: { fact: "sensitiveData", isEmpty: true } }],
 * };
 *
 * Object.keys(exposed); // → ["all"]
 * ```
 */
export type Condition =
  | FactCondition
  | All<Condition>
  | Any<Condition>
  | Not<Condition>
  | Count<Condition>
  | Score<Condition, string>
  | SignReference<string>;

/**
 * A condition whose fact names, levels, signs and rubrics the compiler checks: what `definePolicy` accepts.
 *
 * @example
 * ```ts
 * import type { ConditionOver, StandardFacts } from "plimsoll";
 *
 * type OurCondition = ConditionOver<StandardFacts, "overloaded", never>;
 * const both: OurCondition = { all: [{ sign: "overloaded" }, { fact: "users", atLeast: 100 }] };
 *
 * both.all.length; // → 2
 * ```
 */
export type ConditionOver<Facts extends Catalogue, Sign extends string, Rubric extends string> =
  | { [Name in keyof Facts & string]: { readonly fact: Name } & LineOf<Facts[Name]["domain"]> }[keyof Facts & string]
  | All<ConditionOver<Facts, Sign, Rubric>>
  | Any<ConditionOver<Facts, Sign, Rubric>>
  | Not<ConditionOver<Facts, Sign, Rubric>>
  | Count<ConditionOver<Facts, Sign, Rubric>>
  | Score<ConditionOver<Facts, Sign, Rubric>, Rubric>
  | SignReference<Sign>;
