import { createClassifier } from "../classify/index.js";
import { type Diagram, map } from "../diagrams/index.js";
import type { Model } from "../model/index.js";
import { linesOfPolicy, type Policy } from "../policy/index.js";
import type { TooLarge, Witness } from "./answers.js";
import { differs } from "./pairs.js";
import { at, type Study, withinBudget, witnessOf } from "./study.js";

/** The ranks of the tiers of one policy among those of another: tiers are the same when they have the same id. */
export function ranksAmong(tiers: Policy["tiers"], { tiers: others }: Policy): readonly number[] {
  return others.map(({ id }, rank) => {
    const same = tiers.findIndex((tier) => tier.id === id);
    return same < 0 ? tiers.length + rank : same;
  });
}

/** The tier by another policy, by its rank among the tiers of a study. */
export function tierBy(model: Model, policy: Policy, ranks: readonly number[]): Diagram {
  return model.within(map(model.diagrams, model.compile(policy).rank, (rank) => at(ranks, rank)));
}

/**
 * Whether another policy puts every possible app into the same tier as the first; if not, the least remarkable app that it
 * moves, and where to.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { type Comparison, comparePolicies } from "plimsoll/analysis";
 *
 * const laxer = extendPolicy(standardPolicy, { id: "ours", version: "1.0.0", remove: ["many-users"] });
 * const told: readonly Comparison[] = comparePolicies(standardPolicy, [standardPolicy, laxer]);
 *
 * told.map(({ verdict }) => verdict); // → ["equivalent", "different"]
 * ```
 */
export type Comparison<TierId extends string = string> =
  | { readonly verdict: "equivalent" }
  | { readonly verdict: "different"; readonly witness: Witness<TierId>; readonly afterwards: string }
  | TooLarge;

function compareWith<TierId extends string>(
  study: Study<TierId>,
  other: Policy,
  { model, tier }: { readonly model: Model; readonly tier: Diagram },
): Comparison<TierId> {
  const ranks = ranksAmong(study.policy.tiers, other);
  const after = tierBy(model, other, ranks);
  if (after === tier) return { verdict: "equivalent" };
  const different = model.diagrams.apply(differs, tier, after);
  const classify = createClassifier(other, study);
  const witness = witnessOf(study, { model, tier }, different, (so) => so === 1);
  if (witness === undefined) return { verdict: "equivalent" };
  return { verdict: "different", witness, afterwards: classify(witness.profile).tier };
}

export function comparisonsOf<TierId extends string>(
  ready: () => Study<TierId>,
  others: readonly Policy[],
): readonly Comparison<TierId>[] {
  // All are asked in one space, so that what they have in common is worked out once.
  const prepared = withinBudget(() => {
    const study = ready();
    const { model, lift } = study.model.refine(others.flatMap(linesOfPolicy));
    return { verdict: "ready" as const, study, search: { model, tier: model.within(lift(study.compiled.rank)) } };
  });
  if (prepared.verdict === "too-large") return others.map(() => prepared);
  const { study, search } = prepared;
  return others.map((other) => withinBudget((): Comparison<TierId> => compareWith(study, other, search)));
}
