import type { Problem } from "../problems/index.js";
import type { RetirementCase, RetirementState } from "./case.js";
import { retirementCourse } from "./course.js";
import type { RetirementEventKind } from "./event.js";

/**
 * An event that can happen to a retirement now.
 *
 * @example
 * ```ts
 * import { type AllowedInRetirement, allowedInRetirement, openRetirement } from "plimsoll/retirement";
 *
 * const given = openRetirement({
 *   id: "end-7",
 *   at: "2026-01-12",
 *   by: "Platform team",
 *   app: { id: "rota", name: "Rota" },
 *   reasons: [{ kind: "owner-gone", why: "The ward clerk has left.", evidence: ["/ownership"], duplicates: null }],
 *   terms: { asks: ["Ward team"], decides: "Ward lead", keepArchiveForDays: 365 },
 * });
 * const ways = allowedInRetirement(given).map(({ kind, leadsTo }: AllowedInRetirement) => `${kind} → ${leadsTo}`);
 *
 * ways; // → ["asked → asked", "kept → kept", "withdrawn → withdrawn"]
 * ```
 */
export interface AllowedInRetirement {
  readonly kind: RetirementEventKind;
  /** What happens, in a few words. */
  readonly title: string;
  /** What the event says beyond when it happened and who did it: the names of its fields. */
  readonly needs: readonly string[];
  /** The state that it leads to. */
  readonly leadsTo: RetirementState;
}

/**
 * Why an event was refused, and what is possible now; the codes are those of an escalation.
 *
 * @example
 * ```ts
 * import { replayRetirement, type RetirementRefusal } from "plimsoll/retirement";
 *
 * const result = replayRetirement([]);
 * const refusal: RetirementRefusal | undefined = result.ok ? undefined : result.refusal;
 *
 * refusal?.message; // → "A retirement begins with its suggestion, and there is none."
 * ```
 */
export interface RetirementRefusal {
  /**
   * `invalid`: it is no event. `stale`: somebody else was quicker. `out-of-order`: it is older than what is told already.
   * `not-now`: it does not happen in this state. `not-yet`: something is missing first. `unfit`: what it says does not fit.
   */
  readonly code: "invalid" | "stale" | "out-of-order" | "not-now" | "not-yet" | "unfit";
  /** Why, and what to do, in a sentence or two. */
  readonly message: string;
  /** What is wrong with an invalid event, and where. */
  readonly problems: readonly Problem[];
  readonly possible: readonly AllowedInRetirement[];
}

/**
 * A retirement after an event, or why the event was refused.
 *
 * @example
 * ```ts
 * import { replayRetirement, type RetirementTransition } from "plimsoll/retirement";
 *
 * const stateAfter = (result: RetirementTransition) => (result.ok ? result.case.state : result.refusal.code);
 *
 * stateAfter(replayRetirement([])); // → "invalid"
 * ```
 */
export type RetirementTransition =
  | { readonly ok: true; readonly case: RetirementCase }
  | { readonly ok: false; readonly refusal: RetirementRefusal };

/**
 * What can happen to a retirement now; nothing once it has ended.
 *
 * @example
 * ```ts
 * import { allowedInRetirement, openRetirement } from "plimsoll/retirement";
 *
 * const given = openRetirement({
 *   id: "end-7",
 *   at: "2026-01-12",
 *   by: "Platform team",
 *   app: { id: "rota", name: "Rota" },
 *   reasons: [{ kind: "owner-gone", why: "The ward clerk has left.", evidence: ["/ownership"], duplicates: null }],
 *   terms: { asks: ["Ward team"], decides: "Ward lead", keepArchiveForDays: 365 },
 * });
 *
 * allowedInRetirement(given)[0]?.needs; // → ["who"]
 * ```
 */
export function allowedInRetirement(given: RetirementCase): readonly AllowedInRetirement[] {
  return retirementCourse.allowed(given);
}

/**
 * Every state of a retirement, in the order of the path.
 *
 * @example
 * ```ts
 * import { retirementStates } from "plimsoll/retirement";
 *
 * retirementStates[0]; // → "suggested"
 * retirementStates.length; // → 7
 * ```
 */
export const retirementStates: readonly RetirementState[] = retirementCourse.states;

/**
 * The path of a retirement as a Mermaid state diagram, drawn from the table that runs.
 *
 * @example
 * ```ts
 * import { retirementDiagram } from "plimsoll/retirement";
 *
 * retirementDiagram().split("\n").slice(0, 2); // → ["stateDiagram-v2", "  [*] --> suggested : suggested"]
 * ```
 */
export function retirementDiagram(): string {
  return retirementCourse.diagram();
}
