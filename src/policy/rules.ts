import type { Condition, Points } from "../conditions/index.js";

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
}

/** When a rule holds: `when` is true, and `unless` is not. */
interface Applies<When> {
  readonly when: When;
  /** An exemption. */
  readonly unless?: When;
}

/** A condition that lifts an app to a tier. */
export interface Criterion<Tier extends string = string, Id extends string = string, When = Condition>
  extends RuleText,
    Applies<When> {
  readonly id: Id;
  /** The tier that it lifts to. */
  readonly tier: Tier;
}

/** How loudly a warning sign speaks, from the quietest to the loudest. */
export const severities = ["low", "medium", "high"] as const;

/** How loudly a warning sign speaks. */
export type Severity = (typeof severities)[number];

/** A warning sign: while it stands, IT is involved. */
export interface Sign<Tier extends string = string, Id extends string = string, When = Condition>
  extends RuleText,
    Applies<When> {
  readonly id: Id;
  readonly severity: Severity;
  /** The tier that it lifts to; the second of the policy's tiers when left out. */
  readonly tier?: Tier;
}

/** A limit of a tier: an app that does not keep it is lifted to the next tier. */
export interface Limit<Id extends string = string, When = Condition> extends RuleText {
  readonly id: Id;
  /** What must hold for an app to stay in the tier. */
  readonly holds: When;
  /** An exemption. */
  readonly unless?: When;
}

/** How an app may be built. */
export interface Tier<Id extends string = string, LimitId extends string = string, When = Condition> {
  readonly id: Id;
  readonly title: string;
  /** What to do next, for whoever builds an app of this tier. */
  readonly advice: string;
  /** An app qualifies for the tier, coming from the tier above, only while all of these hold. */
  readonly limits?: readonly Limit<LimitId, When>[];
}

/** Named points that several rules may draw bands on: `{ "score": "risk", "atLeast": 7 }`. */
export interface Rubric<Id extends string = string, When = Condition> {
  readonly id: Id;
  readonly title: string;
  readonly items: readonly Points<When>[];
}
