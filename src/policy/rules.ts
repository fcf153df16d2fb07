import type { Condition, ScoreItem, Threshold } from "../conditions/index.js";
import type { Line } from "../facts/index.js";
import type { Effort, Reference, RuleLifecycle } from "./background.js";

/** The words that every rule carries for people. */
export interface RuleText {
  /** What it is about, in a few words. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do next; the advice of the tier that the rule lifts to when left out. */
  readonly advice?: string;
  /** Where the rule comes from: a section of the seed article, a page of your handbook. */
  readonly source?: string;
  /** Public sources that say why it is there. */
  readonly references?: readonly Reference[];
  /** How much work it usually is to do what it advises. */
  readonly effort?: Effort;
  readonly lifecycle?: RuleLifecycle;
}

/** When a rule holds: `when` is true, and `unless` is not. */
interface Applies<When> {
  readonly when: When;
  /** An exemption. */
  readonly unless?: When;
}

/**
 * A condition that lifts an app to a tier.
 *
 * @example
 * ```ts
 * import type { Criterion } from "plimsoll";
 *
 * const crowded: Criterion = {
 *   id: "crowded",
 *   tier: "it-review",
 *   title: "Many users",
 *   when: { fact: "users", atLeast: 50 },
 *   unless: { fact: "itOwner", is: true },
 *   why: "They need support.",
 * };
 *
 * crowded.tier; // → "it-review"
 * ```
 */
export interface Criterion<Tier extends string = string, Id extends string = string, When = Condition>
  extends RuleText,
    Applies<When> {
  readonly id: Id;
  /** The tier that it lifts to. */
  readonly tier: Tier;
}

/** How severe a warning sign is, from the mildest to the most severe. */
export const severities = ["low", "medium", "high"] as const;

/**
 * How severe a warning sign is.
 *
 * @example
 * ```ts
 * import { type Severity, standardPolicy } from "plimsoll";
 *
 * const loudest: Severity = "high";
 *
 * standardPolicy.signs?.find(({ severity }) => severity === loudest)?.title; // → "Sensitive data"
 * ```
 */
export type Severity = (typeof severities)[number];

/**
 * A warning sign: while it stands, IT is involved.
 *
 * @example
 * ```ts
 * import type { Sign } from "plimsoll";
 *
 * const outside: Sign = {
 *   id: "outside-users",
 *   severity: "medium",
 *   title: "People from outside use it",
 *   when: { fact: "outsideUsers", is: true },
 *   why: "They cannot walk over and ask.",
 * };
 *
 * outside.severity; // → "medium"
 * ```
 */
export interface Sign<Tier extends string = string, Id extends string = string, When = Condition>
  extends RuleText,
    Applies<When> {
  readonly id: Id;
  readonly severity: Severity;
  /** The tier that it lifts to; the second of the policy's tiers when left out. */
  readonly tier?: Tier;
}

/**
 * A limit of a tier: an app that does not keep it is lifted to the next tier.
 *
 * @example
 * ```ts
 * import type { Limit } from "plimsoll";
 *
 * const small: Limit = { id: "small", title: "A small team", holds: { fact: "users", atMost: 20 }, why: "Small is easy." };
 *
 * small.holds; // → { fact: "users", atMost: 20 }
 * ```
 */
export interface Limit<Id extends string = string, When = Condition> extends RuleText {
  readonly id: Id;
  /** What must hold for an app to stay in the tier. */
  readonly holds: When;
  /** An exemption. */
  readonly unless?: When;
}

/**
 * How an app may be built.
 *
 * @example
 * ```ts
 * import type { Tier } from "plimsoll";
 *
 * const team: Tier = { id: "team", title: "In the team", advice: "Build it in the team." };
 *
 * team.limits; // → undefined
 * ```
 */
export interface Tier<Id extends string = string, LimitId extends string = string, When = Condition> {
  readonly id: Id;
  readonly title: string;
  /** What to do next, for whoever builds an app of this tier. */
  readonly advice: string;
  /** An app qualifies for the tier, coming from the tier above, only while all of these hold. */
  readonly limits?: readonly Limit<LimitId, When>[];
}

/**
 * Named points that several rules may draw bands on: `{ "score": "risk", "atLeast": 7 }`.
 *
 * @example
 * ```ts
 * import type { Rubric } from "plimsoll";
 *
 * const risk: Rubric = {
 *   id: "risk",
 *   title: "Risk",
 *   items: [{ points: 3, when: { fact: "outsideUsers", is: true } }],
 * };
 *
 * risk.items.length; // → 1
 * ```
 */
export interface Rubric<Id extends string = string, When = Condition, Item = ScoreItem<When>> {
  readonly id: Id;
  readonly title: string;
  readonly items: readonly Item[];
}

/** What a row asks of the points of a rubric: so many, fewer than so many, or both. */
export interface ScoreLine {
  readonly atLeast?: Threshold;
  readonly below?: Threshold;
}

/** What a row asks of some inputs, by their names: of facts a line, of rubrics so many points. */
export type InputLines = Readonly<Record<string, Line | ScoreLine>>;

/** One row of a table: what it asks of some inputs, and the tier that it lifts to. What it does not ask may be anything. */
export interface TableRow<Tier extends string = string, Id extends string = string, When = InputLines> {
  /** By what it is known; the id of the table and the place of the row when left out. */
  readonly id?: Id;
  readonly when: When;
  readonly tier: Tier;
  /** What the row is about; the title of the table when left out. */
  readonly title?: string;
  /** Why it matters; the reason of the table when left out. */
  readonly why?: string;
  /** What to do next; the advice of the table when left out. */
  readonly advice?: string;
}

/**
 * A table whose rows lift to a tier: the first row that is hit counts, or of all that are hit the highest.
 *
 * @example
 * ```ts
 * import type { DecisionTable } from "plimsoll";
 *
 * const table: DecisionTable = {
 *   id: "data-by-reach",
 *   title: "Which data, for whom",
 *   why: "What outsiders read speaks for the whole organisation.",
 *   hit: "highest",
 *   rows: [
 *     { when: { dataSensitivity: { atLeast: "general" }, outsideUsers: { is: true } }, tier: "it-review" },
 *     { when: { dataSensitivity: { atLeast: "sensitive" }, departments: { atLeast: 2 } }, tier: "professional" },
 *   ],
 * };
 *
 * table.rows.length; // → 2
 * ```
 */
export interface DecisionTable<Tier extends string = string, RowId extends string = string, When = InputLines>
  extends RuleText {
  readonly id: string;
  /** Which of the rows that are hit counts: the first, or the one that lifts highest. */
  readonly hit: "first" | "highest";
  readonly rows: readonly TableRow<Tier, RowId, When>[];
}

/**
 * One tier lower, or one higher, while something holds: a compensating control, or a circumstance that makes all of it worse.
 *
 * @example
 * ```ts
 * import type { Adjustment } from "plimsoll";
 *
 * const tested: Adjustment = {
 *   id: "tested-recovery",
 *   title: "Its recovery is tested",
 *   why: "What can be brought back at once does less harm.",
 *   when: { fact: "disasterRecovery", is: true },
 *   by: -1,
 *   onlyIn: ["professional"],
 * };
 *
 * tested.by; // → -1
 * ```
 */
export interface Adjustment<Tier extends string = string, Id extends string = string, When = Condition>
  extends RuleText {
  readonly id: Id;
  readonly when: When;
  /** One tier lower, or one higher; never below the lowest, or above the highest. */
  readonly by: -1 | 1;
  /** The tiers from which it moves; all when left out. */
  readonly onlyIn?: readonly Tier[];
}
