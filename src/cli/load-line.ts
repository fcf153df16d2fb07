import type { Classification, Tier } from "plimsoll";
import type { Paint } from "./paint.js";

const length = 8;
const through = "━".repeat(length);
const perhaps = "╌".repeat(length);
const above = "─".repeat(length);

/** From nothing to worry about to all hands, whatever the number of tiers. */
const colours = ["green", "yellow", "red"] as const;

function colourAt(rank: number, tiers: number) {
  const share = tiers > 1 ? rank / (tiers - 1) : 0;
  return colours[Math.round(share * (colours.length - 1))] ?? "red";
}

/**
 * The tiers as marks on a hull, from left to right: drawn through up to where the app sits (◉), dotted on to where it
 * could still sit (○).
 */
export function loadLine(
  { tier, ceiling }: Pick<Classification, "tier" | "ceiling">,
  tiers: readonly Tier[],
  paint: Paint,
): string {
  const ids = tiers.map(({ id }) => id);
  const at = ids.indexOf(tier);
  const upTo = ids.indexOf(ceiling);
  const colour = colourAt(at, tiers.length);
  const mark = (rank: number, title: string) => {
    if (rank === at) return paint([colour, "bold"], `◉ ${title.toUpperCase()}`);
    return rank > at && rank <= upTo ? `○ ${title}` : paint("dim", title);
  };
  const link = (rank: number) => {
    if (rank < at) return paint(colour, through);
    return rank < upTo ? perhaps : paint("dim", above);
  };
  return tiers
    .map(({ title }, rank) => (rank === 0 ? [] : [link(rank - 1)]).concat(mark(rank, title)).join(" "))
    .join(" ");
}
