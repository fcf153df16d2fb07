import type { Condition, Points } from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";

/** The words that every rule carries for people. */
interface RuleText {
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

/** A reusable building block owned by IT, and the rules whose risk it covers in the parts of an app that use it. */
export interface Component<Rule extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly covers: readonly Rule[];
  readonly source?: string;
}

/** The shape of a policy, over the ids of its tiers, criteria (limits among them), signs and rubrics. */
export interface PolicyOver<
  TierId extends string,
  CriterionId extends string,
  SignId extends string,
  RubricId extends string,
  When,
> {
  /** The version of this format; 1 when left out. */
  readonly schemaVersion?: 1;
  readonly id: string;
  /** The version of the policy itself, such as 1.0.0. */
  readonly version: string;
  readonly title: string;
  readonly description?: string;
  /** From the least risk to the most. */
  readonly tiers: readonly Tier<TierId, CriterionId, When>[];
  readonly criteria?: readonly Criterion<NoInfer<TierId>, CriterionId, When>[];
  readonly signs?: readonly Sign<NoInfer<TierId>, SignId, When>[];
  readonly rubrics?: readonly Rubric<RubricId, When>[];
  readonly components?: readonly Component<NoInfer<CriterionId | SignId>>[];
}

/**
 * Where the lines lie, as plain JSON: tiers, criteria, signs and components; never a function. The type parameters are
 * the ids of its tiers, of its criteria and limits, and of its signs.
 */
export type Policy<
  TierId extends string = string,
  CriterionId extends string = string,
  SignId extends string = string,
> = PolicyOver<TierId, CriterionId, SignId, string, Condition>;

/** Where a policy's facts come from. */
export interface PolicyOptions<Facts extends Catalogue = Catalogue> {
  /** The facts that the policy may ask for; `standardFacts` when left out. */
  readonly facts?: Facts;
}
