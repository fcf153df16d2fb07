import { type Domain, type FactValue, valuesOf } from "../domain.js";
import type { Catalogue, Fact } from "../fact.js";
import { spanOf } from "../known.js";
import { type FactValues, rankOf } from "./values.js";
import { wishOf } from "./wishes.js";

const valueAt = (domain: Domain, rank: number): FactValue | undefined =>
  domain.kind === "number" ? rank : valuesOf(domain)[rank];

/** Where two facts can stand so that the one is by so much more than the other, as far as one of them is told. */
function ranksFor(by: number, told: readonly (number | undefined)[], wished: readonly number[], most: number) {
  const [one, other] = told;
  const [wish = 0, beside = 0] = wished;
  if (one !== undefined) return [one, other ?? (by > 0 ? one - by : Math.max(one, beside))] as const;
  const lesser = other ?? Math.min(beside, most - by);
  return [by > 0 ? lesser + by : Math.min(lesser, wish), lesser] as const;
}

/** What is asked of a fact that says by how much one is more than another is asked of these two. */
function withExcess(asked: FactValues, name: string, { from, compared }: Fact): FactValues {
  const by = asked[name];
  if (from === undefined || !("more" in from) || compared === undefined || typeof by !== "number") return asked;
  const facts = [from.more, from.than].flatMap((own, place) => {
    const fact = compared[place];
    return fact === undefined ? [] : [{ own, fact, asked: asked[own] }];
  });
  const told = facts.map(({ fact: { domain }, asked: value }) => (value === undefined ? value : rankOf(domain, value)));
  const wished = facts.map(({ own, fact }) => rankOf(fact.domain, wishOf(own, fact) ?? 0));
  const ranks = ranksFor(by, told, wished, spanOf(compared[0].domain).high);
  const added = facts.flatMap(({ own, fact: { domain } }, place) => {
    const value = valueAt(domain, ranks[place] ?? 0);
    return value === undefined ? [] : [[own, value] as const];
  });
  return { ...asked, ...Object.fromEntries(added) };
}

/** What is asked of facts, with what follows for those that are held against each other. */
export const withExcesses = (asked: FactValues, facts: Catalogue): FactValues =>
  Object.entries(facts).reduce((known, [name, fact]) => withExcess(known, name, fact), asked);
