import type { Condition, ScoreItem } from "../conditions/index.js";
import type { Catalogue, FactRecords } from "../facts/index.js";
import type { Reference } from "./background.js";
import type { Audit, Boundary, Help, Retirement, Review } from "./governance.js";
import type { AddedByPack } from "./pack.js";
import type { Adjustment, Criterion, DecisionTable, InputLines, Rubric, Sign, Tier } from "./rules.js";

/** What a component covers, and while what. */
export interface Coverage<Rule extends string = string, When = Condition> {
  readonly id: string;
  /** The rules whose risk it covers, in the parts of an app that use it. */
  readonly covers: readonly Rule[];
  /** The first version that covers; any version when left out. */
  readonly from?: string;
  /** It covers only while this holds of the app. */
  readonly when?: When;
  /** It covers nothing any more; what to use instead, in a sentence. */
  readonly retired?: string;
}

/**
 * A reusable building block owned by IT.
 *
 * @example
 * ```ts
 * import type { Component } from "plimsoll";
 *
 * const payments: Component = { id: "payments", title: "Payments", covers: ["sensitive-data"], from: "2.1" };
 *
 * payments.covers; // → ["sensitive-data"]
 * ```
 */
export interface Component<Rule extends string = string, When = Condition> extends Coverage<Rule, When> {
  readonly title: string;
  /** What it does, and what it spares those who use it. */
  readonly summary?: string;
  readonly source?: string;
  /** Public sources that say why there should be one. */
  readonly references?: readonly Reference[];
}

/** What a classification rests on: where the lines lie, without the words and the governance around them. */
export interface Rules<
  TierId extends string,
  CriterionId extends string,
  SignId extends string,
  RubricId extends string,
  When,
  Item = ScoreItem<When>,
  Inputs = InputLines,
> {
  readonly id: string;
  /** The version of the policy itself, such as 1.0.0. */
  readonly version: string;
  /** Facts of its own, by name, beside those that it is asked with. */
  readonly facts?: FactRecords;
  /** From the least risk to the most. */
  readonly tiers: readonly Tier<TierId, CriterionId, When>[];
  readonly criteria?: readonly Criterion<NoInfer<TierId>, CriterionId, When>[];
  readonly signs?: readonly Sign<NoInfer<TierId>, SignId, When>[];
  readonly rubrics?: readonly Rubric<RubricId, When, Item>[];
  readonly tables?: readonly DecisionTable<NoInfer<TierId>, CriterionId, Inputs>[];
  readonly adjustments?: readonly Adjustment<NoInfer<TierId>, string, When>[];
  readonly components?: readonly Coverage<NoInfer<CriterionId | SignId>, When>[];
}

/** The shape of a policy, over the ids of its tiers, criteria (limits among them), signs and rubrics. */
export interface PolicyOver<
  TierId extends string,
  CriterionId extends string,
  SignId extends string,
  RubricId extends string,
  When,
  Item = ScoreItem<When>,
  Inputs = InputLines,
> extends Rules<TierId, CriterionId, SignId, RubricId, When, Item, Inputs> {
  /** The version of this format; 1 when left out. */
  readonly schemaVersion?: 1;
  readonly title: string;
  readonly description?: string;
  readonly components?: readonly Component<NoInfer<CriterionId | SignId>, When>[];
  readonly reviews?: readonly Review<NoInfer<TierId>, When>[];
  readonly boundaries?: readonly Boundary<NoInfer<TierId>, When>[];
  readonly audit?: Audit<NoInfer<TierId>, When>;
  readonly help?: Help;
  readonly retirement?: Retirement;
  /** The packs that were added to it, by id. */
  readonly packs?: readonly AddedByPack[];
}

/**
 * Where the lines lie and what follows from them, as plain JSON: tiers, criteria, signs and components, reviews and
 * boundaries; never a function. The type parameters are
 * the ids of its tiers, of its criteria and limits, and of its signs.
 *
 * @example
 * ```ts
 * import { type Policy, standardPolicy } from "plimsoll";
 *
 * const titlesOf = ({ criteria = [], signs = [] }: Policy) => [...criteria, ...signs].map(({ title }) => title);
 *
 * titlesOf(standardPolicy).includes("Many users"); // → true
 * ```
 */
export type Policy<
  TierId extends string = string,
  CriterionId extends string = string,
  SignId extends string = string,
> = PolicyOver<TierId, CriterionId, SignId, string, Condition>;

/**
 * Where a policy's facts come from.
 *
 * @example
 * ```ts
 * import { type PolicyOptions, standardFacts } from "plimsoll";
 *
 * const options: PolicyOptions = { facts: standardFacts };
 *
 * Object.keys(options); // → ["facts"]
 * ```
 */
export interface PolicyOptions<Facts extends Catalogue = Catalogue> {
  /** The facts that the policy may ask for, besides its own; `standardFacts` when left out. */
  readonly facts?: Facts;
}
