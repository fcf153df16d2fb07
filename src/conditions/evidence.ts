import type { FactValue, Line } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";

/**
 * One thing that a finding rests on: a fact, what the profile says of it, and the line that it is held against.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 *
 * const [finding] = classify({ id: "stock", name: "Stock list", audience: { users: 140 } }).findings;
 * const [evidence] = finding?.evidence ?? [];
 *
 * evidence?.observed; // → 140
 * evidence?.line; // → { atLeast: 100 }
 * evidence?.pointers; // → ["/audience/users"]
 * ```
 */
export interface Evidence {
  readonly fact: string;
  /** The question that the fact answers. */
  readonly question: string;
  /** How much the profile tells. */
  readonly reading: "exact" | "at-least" | "unknown";
  /** The value, or the least that it can be; `null` while it is unknown. */
  readonly observed: FactValue | null;
  /** The line, as the policy draws it: `{ "atLeast": 100 }`. */
  readonly line: Line;
  /** Whether what the line asks is so; `null` while that is undecided. */
  readonly met: boolean | null;
  /** Where the profile says so, or where it would. */
  readonly pointers: readonly Pointer[];
}
