import { between, type Derived, type FactValue, type Line, unknown } from "../facts/index.js";
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
  readonly reading: Derived["kind"];
  /** The value, or the least that it can be, or, where the reading is `at-most`, the most; `null` while it is unknown. */
  readonly observed: FactValue | null;
  /** The most that it can be, where the reading is `between`. */
  readonly upTo?: FactValue;
  /** The line, as the policy draws it: `{ "atLeast": 100 }`. */
  readonly line: Line;
  /** Whether what the line asks is so; `null` while that is undecided. */
  readonly met: boolean | null;
  /** Where the profile says so, or where it would. */
  readonly pointers: readonly Pointer[];
}

/** What was told of a fact, by its evidence. */
export function toldBy({ reading, observed, upTo }: Pick<Evidence, "reading" | "observed" | "upTo">): Derived {
  if (observed === null || reading === "unknown") return unknown;
  return reading === "between" ? between(observed, upTo ?? observed) : { kind: reading, value: observed };
}

/** What was told of a fact, as evidence has it. */
export const observedIn = (told: Derived): Pick<Evidence, "reading" | "observed" | "upTo"> => ({
  reading: told.kind,
  observed: told.kind === "unknown" ? null : told.value,
  ...(told.kind === "between" && { upTo: told.upTo }),
});
