import type {
  All,
  Any,
  Catalogue,
  Count,
  Domain,
  Line,
  LineOf,
  Not,
  PointsPerAnswer,
  PointsPerBand,
  PointsPerMember,
  ValueOf,
} from "../facts/index.js";

/**
 * Points that an app gets when a condition holds, with up to three decimals; negative for what makes up for a risk.
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

/** What points are for, in a few words. */
interface Titled {
  readonly title?: string;
}

/**
 * What brings points: a condition that holds, each answer to a question, each member that a set has, or the highest band that is
 * reached.
 *
 * @example
 * ```ts
 * import type { ScoreItem } from "plimsoll";
 *
 * const items: readonly ScoreItem[] = [
 *   { points: 3, when: { fact: "outsideUsers", is: true } },
 *   { fact: "calculation", points: { moderate: 1, complex: 2.5 } },
 *   { fact: "sensitiveData", pointsEach: { personal: 1, health: 2 } },
 *   { fact: "users", bands: [{ atLeast: 50, points: 1 }, { atLeast: 500, points: 2 }] },
 * ];
 *
 * items.length; // → 4
 * ```
 */
export type ScoreItem<When = Condition> =
  | Points<When>
  | ((PointsPerAnswer | PointsPerMember | PointsPerBand<number> | PointsPerBand<string>) & Titled);

/** The answers of a domain to which points can be given one by one. */
type AnswerOf<D extends Domain> = D extends { readonly kind: "boolean" }
  ? "true" | "false"
  : D extends { readonly kind: "ordinal" | "enum" }
    ? ValueOf<D> & string
    : never;

type PointsOf<Name extends string> = { readonly [Each in Name]?: number };

/** Points by the value of one fact, as its domain allows. */
type PointsBy<Name extends string, D extends Domain> =
  | (D extends { readonly kind: "boolean" | "ordinal" | "enum" }
      ? { readonly fact: Name; readonly points: PointsOf<AnswerOf<D>> } & Titled
      : never)
  | (D extends {
      readonly kind: "set";
      readonly members: readonly (infer Member extends string)[];
      readonly open: infer Open;
    }
      ? { readonly fact: Name; readonly pointsEach: PointsOf<Open extends true ? string : Member> } & Titled
      : never)
  | (D extends { readonly kind: "number" | "ordinal" }
      ? {
          readonly fact: Name;
          readonly bands: readonly { readonly atLeast: ValueOf<D>; readonly points: number }[];
        } & Titled
      : never);

/** What brings points, over a catalogue that the compiler knows. */
export type ScoreItemOver<Facts extends Catalogue, When> =
  | Points<When>
  | { [Name in keyof Facts & string]: PointsBy<Name, Facts[Name]["domain"]> }[keyof Facts & string];

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

/** So many points, or so many percent of the most that there can be. */
export type Threshold = number | { readonly percent: number };

/** At least so many points, by points written here or by a rubric of the policy. */
interface Score<Item, Rubric extends string> {
  readonly score: readonly Item[] | Rubric;
  readonly atLeast: Threshold;
}

/** At least so much, when the points of one side are multiplied with those of the other: likelihood by impact. */
interface Product<Item, Rubric extends string> {
  readonly product: readonly [readonly Item[] | Rubric, readonly Item[] | Rubric];
  readonly atLeast: Threshold;
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
  | Score<ScoreItem, string>
  | Product<ScoreItem, string>
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
  | Score<ScoreItemOver<Facts, ConditionOver<Facts, Sign, Rubric>>, Rubric>
  | Product<ScoreItemOver<Facts, ConditionOver<Facts, Sign, Rubric>>, Rubric>
  | SignReference<Sign>;
