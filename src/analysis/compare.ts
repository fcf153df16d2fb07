import { createClassifier } from "../classify/index.js";
import type { Refined } from "../model/index.js";
import { linesOfPolicy, type Policy } from "../policy/index.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge, Witness } from "./answers.js";
import { moveOf, movesBetween } from "./moves.js";
import { inOneSpace } from "./one-space.js";
import { type Search, witnessOf } from "./search.js";
import { type Study, withinBudget } from "./study.js";

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
  refined: Refined & Pick<Search, "tier">,
): Comparison<TierId> {
  const moves = movesBetween(study, other, refined);
  const witness = witnessOf(study, refined, moves, (code) => moveOf(code) !== undefined);
  if (witness === undefined) return { verdict: "equivalent" };
  const { tier } = createClassifier(other, study)(witness.profile, { asOf: study.day });
  return { verdict: "different", witness, afterwards: tier };
}

/** So many policies are held against one in a space of theirs: the lines of more would tell apart what few of them ask. */
const mostTogether = 48;

function comparedTogether<TierId extends string>(
  policy: Analysable<TierId>,
  others: readonly Policy[],
): readonly Comparison<TierId>[] {
  const together = inOneSpace(policy, others, (other, { spellOut }) => linesOfPolicy(spellOut(other)));
  const told: Comparison<TierId>[] = [];
  let failed: TooLarge | undefined = together.verdict === "too-large" ? together : undefined;
  if (together.verdict !== "too-large") {
    const { study, refined } = together;
    const search = { ...refined, tier: refined.lift(study.tier) };
    for (const other of others) {
      const answer = withinBudget((): Comparison<TierId> => compareWith(study, other, search));
      if (answer.verdict === "too-large") failed = answer;
      if (failed !== undefined) break;
      told.push(answer);
    }
  }
  if (failed === undefined) return told;
  if (others.length === 1) return [failed];
  // What the others took is no reason to tell less of those that are left.
  const left = others.slice(told.length);
  const half = told.length > 0 ? left.length : left.length >> 1;
  const parts = [left.slice(0, half), left.slice(half)].filter(({ length }) => length > 0);
  return [...told, ...parts.flatMap((part) => comparedTogether(policy, part))];
}

/**
 * Holds many policies against one: which put every possible app into the same tier as it, and which app shows that the
 * others do not. Quicker than one diff after another.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { comparePolicies } from "plimsoll/analysis";
 *
 * comparePolicies(standardPolicy, [standardPolicy]); // → [{ verdict: "equivalent" }]
 * ```
 */
export function comparePolicies<TierId extends string>(
  policy: Analysable<TierId>,
  others: readonly Policy[],
): readonly Comparison<TierId>[] {
  return others.flatMap((_, place) =>
    place % mostTogether === 0 ? comparedTogether(policy, others.slice(place, place + mostTogether)) : [],
  );
}
