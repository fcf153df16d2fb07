import type { Tier } from "../policy/index.js";

/** The tiers of the standard policy, from the least risk to the most. */
export const tiers = [
  {
    id: "citizen",
    title: "Citizen",
    advice: "Build and run it yourselves, and ask IT whenever you like.",
  },
  {
    id: "it-review",
    title: "IT review",
    advice: "Take half an hour with IT, then go on building.",
  },
  {
    id: "professional",
    title: "Professional",
    advice: "Build it together: IT owns the complex parts, you keep the business logic.",
  },
] as const satisfies readonly Tier[];

/**
 * The ids of the standard policy's tiers.
 *
 * @example
 * ```ts
 * import type { StandardTierId } from "plimsoll";
 *
 * const tiers: readonly StandardTierId[] = ["citizen", "it-review", "professional"];
 *
 * tiers.length; // → 3
 * ```
 */
export type StandardTierId = (typeof tiers)[number]["id"];
