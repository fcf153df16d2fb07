import type { BooleanDomain, Domain, EnumDomain, NumberDomain, OrdinalDomain, SetDomain } from "./domain.js";

/** For what there may be something to do, by the kind of a fact, besides its own levels, values or members. */
export const outcomes = {
  number: ["none", "fewer", "more"],
  boolean: ["yes", "no"],
  ordinal: ["riskier"],
  enum: [],
  set: ["without", "with"],
} as const satisfies Readonly<Record<Domain["kind"], readonly string[]>>;

type OutcomeOf<Kind extends Domain["kind"]> = (typeof outcomes)[Kind][number];

/** Fewer or more, yes or no, a level that means less risk, members that go or come. */
type Outcome<D extends Domain> = D extends NumberDomain
  ? OutcomeOf<"number">
  : D extends BooleanDomain
    ? OutcomeOf<"boolean">
    : D extends OrdinalDomain<infer Level>
      ? OutcomeOf<"ordinal"> | Level
      : D extends EnumDomain<infer Value>
        ? Value
        : D extends SetDomain<infer Member>
          ? OutcomeOf<"set"> | Member
          : never;

/**
 * What there is to do about an app so that a fact of it becomes another, as sentences without a full stop. In those for
 * `fewer`, `more` and `riskier`, `{to}` stands for the new number with its unit, or the new level; in those for `without`
 * and `with`, `{members}` for the members of a set that go or come, each by the words that stand here under its own name.
 */
export type WhatToDo<D extends Domain = Domain> = { readonly [For in Outcome<D>]?: string };

/** What there is to do about some facts, each by the outcomes that its domain has. */
export type WhatToDoOf<Records extends Readonly<Record<string, { readonly domain: Domain }>>> = {
  readonly [Name in keyof Records]?: WhatToDo<Records[Name]["domain"]>;
};
