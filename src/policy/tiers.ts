import { unknownTo } from "../conditions/index.js";

/** What has tiers, from the least risk to the most. */
interface Tiered {
  readonly tiers: readonly { readonly id: string }[];
}

/** Any sign means that IT gets involved: one that names no tier lifts to the second. */
export const rankOfSigns = 1;

/** The rank of each tier, by its id. */
export const ranksOf = ({ tiers }: Tiered): ReadonlyMap<string, number> =>
  new Map(tiers.map(({ id }, rank) => [id, rank]));

/**
 * Finds the rank of a tier.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when there is no such tier: another policy has named it.
 */
export function rankingOf(tiered: Tiered): (tier: string) => number {
  const ranks = ranksOf(tiered);
  return (tier) => ranks.get(tier) ?? unknownTo("tier", tier);
}
