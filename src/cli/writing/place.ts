import type { Classification, Policy } from "plimsoll";

/** Where an app sits, and where it could still sit, by the titles of the tiers. */
export function placeInWords({ tier, ceiling, settled }: Classification, { tiers }: Policy): string {
  const titleOf = (id: string) => tiers.find((each) => each.id === id)?.title ?? id;
  return settled ? titleOf(tier) : `${titleOf(tier)} at least, and could be ${titleOf(ceiling)}`;
}
