import type { Problem } from "../problems/index.js";
import type { AllowedEvent } from "./allowed.js";
import type { EscalationCase } from "./case.js";

/**
 * Why an event was refused, and what is possible now.
 *
 * @example
 * ```ts
 * import { type Refusal, replay } from "plimsoll/escalation";
 *
 * const result = replay([]);
 * const refusal: Refusal | undefined = result.ok ? undefined : result.refusal;
 *
 * refusal?.message; // → "A case begins with its opening, and there is none."
 * ```
 */
export interface Refusal {
  /**
   * `invalid`: it is no event. `stale`: somebody else was quicker. `out-of-order`: it is older than what the case tells already.
   * `not-now`: it does not happen in this state. `not-yet`: something is missing first. `unfit`: what it says does not fit.
   */
  readonly code: "invalid" | "stale" | "out-of-order" | "not-now" | "not-yet" | "unfit";
  /** Why, and what to do, in a sentence or two. */
  readonly message: string;
  /** What is wrong with an invalid event, and where. */
  readonly problems: readonly Problem[];
  readonly possible: readonly AllowedEvent[];
}

/**
 * A case after an event, or why the event was refused.
 *
 * @example
 * ```ts
 * import { replay, type Transition } from "plimsoll/escalation";
 *
 * const stateAfter = (result: Transition) => (result.ok ? result.case.state : result.refusal.code);
 *
 * stateAfter(replay([])); // → "invalid"
 * ```
 */
export type Transition =
  | { readonly ok: true; readonly case: EscalationCase }
  | { readonly ok: false; readonly refusal: Refusal };
