import type { BooleanDomain, Domain, EnumDomain, NumberDomain, OrdinalDomain, SetDomain } from "./domain.js";

/** For what there may be something to do: fewer or more, yes or no, a level that means less risk, members that go or come. */
type Outcome<D extends Domain> = D extends NumberDomain
  ? "none" | "fewer" | "more"
  : D extends BooleanDomain
    ? "yes" | "no"
    : D extends OrdinalDomain<infer Level>
      ? "riskier" | Level
      : D extends EnumDomain<infer Value>
        ? Value
        : D extends SetDomain<infer Member>
          ? "without" | "with" | Member
          : never;

/**
 * What there is to do about an app so that a fact of it becomes another, as sentences without a full stop. In those for
 * `fewer`, `more` and `riskier`, `{to}` stands for the new number with its unit, or the new level; in those for `without`
 * and `with`, `{members}` for the members of a set that go or come, each by the words that stand here under its own name.
 */
export type WhatToDo<D extends Domain = Domain> = { readonly [For in Outcome<D>]?: string };
