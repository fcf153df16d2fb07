import type { PolicyChanges } from "../policy/index.js";
import type { CasePart, EscalationCase } from "./case.js";

/**
 * Who owns a part of the app, and why.
 *
 * @example
 * ```ts
 * import type { PartOwner } from "plimsoll/escalation";
 *
 * const rules: PartOwner = {
 *   part: "reorder-rules",
 *   title: "When to reorder",
 *   side: "business",
 *   owner: "Warehouse lead",
 *   why: "Nobody knows this work as well as the people who do it.",
 * };
 *
 * rules.side; // → "business"
 * ```
 */
export interface PartOwner {
  /** The id of the part. */
  readonly part: string;
  readonly title: string;
  readonly side: "it" | "business";
  /** By role; `null` until that side has named its owner. */
  readonly owner: string | null;
  readonly why: string;
}

/** Who owns what is of each concern, and why. */
const sides: Readonly<Record<CasePart["concern"], Pick<PartOwner, "side" | "why">>> = {
  technical: { side: "it", why: "It takes expertise that IT has." },
  business: { side: "business", why: "Nobody knows this work as well as the people who do it." },
};

/**
 * Who owns which part of an app: IT what is technically complex, the business its logic. "The balanced approach": both
 * contribute what they are good at.
 *
 * @example
 * ```ts
 * import { openCase, ownership } from "plimsoll/escalation";
 *
 * const given = openCase({
 *   id: "case-7",
 *   at: "2026-01-12",
 *   by: "Ward clerk",
 *   app: { id: "rota", name: "Rota" },
 *   need: { what: "Shifts are planned on one page.", of: "Ward team" },
 *   builder: "Ward clerk",
 *   recognisedBy: "business",
 *   signs: [],
 * });
 *
 * ownership(given); // → []
 * ```
 */
export function ownership({ parts, itOwner, businessOwner }: EscalationCase): readonly PartOwner[] {
  return parts.map(({ id, title, concern }) => {
    const { side, why } = sides[concern];
    return { part: id, title, side, owner: side === "it" ? itOwner : businessOwner, why };
  });
}

/**
 * The changes of the policy that the lessons of a case propose, in their order: each as `safeExtendPolicy` takes it.
 *
 * @example
 * ```ts
 * import { openCase, proposedChanges } from "plimsoll/escalation";
 *
 * const given = openCase({
 *   id: "case-7",
 *   at: "2026-01-12",
 *   by: "Ward clerk",
 *   app: { id: "rota", name: "Rota" },
 *   need: { what: "Shifts are planned on one page.", of: "Ward team" },
 *   builder: "Ward clerk",
 *   recognisedBy: "business",
 *   signs: [],
 * });
 *
 * proposedChanges(given); // → []
 * ```
 */
export function proposedChanges({ lessons }: EscalationCase): readonly PolicyChanges[] {
  return lessons.flatMap(({ proposal }) => proposal ?? []);
}
