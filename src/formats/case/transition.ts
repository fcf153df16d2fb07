import type { EscalationCase, EscalationEvent, Transition } from "../../escalation/index.js";
import { history } from "./history.js";

/**
 * What whoever stores a case last saw of it.
 *
 * @example
 * ```ts
 * import type { TransitionOptions } from "plimsoll/escalation";
 *
 * const seen: TransitionOptions = { expectedRevision: 3 };
 *
 * seen.expectedRevision; // → 3
 * ```
 */
export interface TransitionOptions {
  /** The revision that the event was meant for, when others may have been quicker: an event for any other is refused as stale. */
  readonly expectedRevision?: number;
}

/**
 * Lets an event happen to a case, or refuses it with a reason and with what is possible now. The case that is handed in
 * stays as it was. Never throws: whatever comes in, what is no event is refused as a value.
 *
 * @example
 * ```ts
 * import { openCase, transition } from "plimsoll/escalation";
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
 * const closed = transition(given, { kind: "closed", at: "2026-01-13", by: "IT director", why: "It is off the list." });
 *
 * if (!closed.ok) {
 *   closed.refusal.code; // → "not-now"
 *   closed.refusal.message; // → 'This cannot happen while a case is "recognised". Possible now: preserved, withdrawn, false-alarm.'
 * }
 * ```
 */
export function transition(
  given: EscalationCase,
  event: EscalationEvent,
  { expectedRevision = given.revision }: TransitionOptions = {},
): Transition {
  return history.happen(given, event, expectedRevision);
}

/**
 * Plays a history again, from its opening on: the case that the events tell, or the first of them that cannot be.
 *
 * @example
 * ```ts
 * import { openCase, replay } from "plimsoll/escalation";
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
 * replay(given.events); // → { ok: true, case: given }
 * ```
 */
export function replay(events: readonly EscalationEvent[]): Transition {
  return history.replay(events);
}
