import type { Condition } from "../conditions/index.js";
import type { Component, Criterion, Severity, Sign } from "./policy.js";

/** What may change in a rule; whatever is left out stays as it was. */
export interface RuleChange<TierId extends string = string, When = Condition> {
  /** New places for the rule's lines, by fact: `{ "users": 80 }` keeps the operator and moves the line to 80. */
  readonly lines?: Readonly<Record<string, unknown>>;
  readonly title?: string;
  readonly why?: string;
  readonly advice?: string;
  readonly source?: string;
  readonly severity?: Severity;
  readonly tier?: TierId;
  readonly when?: When;
  readonly holds?: When;
  readonly unless?: When;
}

/** How one policy differs from another, as plain JSON. */
export interface PolicyChanges<
  TierId extends string = string,
  RuleId extends string = string,
  NewCriterionId extends string = string,
  NewSignId extends string = string,
  When = Condition,
> {
  readonly id: string;
  readonly version: string;
  readonly title?: string;
  readonly description?: string;
  /** Rules of the base that change, by id. */
  readonly change?: { readonly [Id in RuleId]?: RuleChange<TierId, When> };
  /** Rules of the base that go, by id; components no longer cover them. */
  readonly remove?: readonly RuleId[];
  /** What comes on top. */
  readonly add?: {
    readonly criteria?: readonly Criterion<TierId, NewCriterionId, When>[];
    readonly signs?: readonly Sign<TierId, NewSignId, When>[];
    readonly components?: readonly Component<RuleId | NoInfer<NewCriterionId | NewSignId>>[];
  };
}
