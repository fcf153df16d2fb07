import type { Fact } from "../fact.js";
import type { View } from "./kinds.js";

/**
 * Remembers what is worked out of some facts, by the first one: catalogues have most groups of facts in common, such as those of
 * the standard facts, and the same ones are asked for again and again.
 */
export function rememberingViews<Outcome>(): (
  views: readonly View[],
  besides: readonly string[],
  work: () => Outcome,
) => Outcome {
  const known = new WeakMap<Fact, Map<string, { readonly views: readonly View[]; readonly outcome: Outcome }>>();
  return (views, besides, work) => {
    const [first] = views;
    if (first === undefined) return work();
    const ofFirst = known.get(first.fact) ?? new Map();
    known.set(first.fact, ofFirst);
    const key = JSON.stringify([views.map(({ name }) => name), besides]);
    const found = ofFirst.get(key);
    if (found?.views.every(({ fact }: View, place: number) => fact === views[place]?.fact)) return found.outcome;
    const outcome = work();
    ofFirst.set(key, { views, outcome });
    return outcome;
  };
}
