import type { CaseState, EscalationCase } from "./case.js";
import { escalationCourse } from "./course.js";
import type { EscalationEventKind } from "./event.js";

/**
 * An event that can happen now.
 *
 * @example
 * ```ts
 * import { type AllowedEvent, allowedEvents, openCase } from "plimsoll/escalation";
 *
 * const given = openCase({
 *   id: "case-7",
 *   at: "2026-01-12",
 *   by: "IT director",
 *   app: { id: "rota", name: "Rota" },
 *   need: { what: "Shifts are planned on one page.", of: "Ward team" },
 *   builder: "Ward clerk",
 *   recognisedBy: "it",
 *   signs: [],
 * });
 * const ways = allowedEvents(given).map(({ kind, leadsTo }: AllowedEvent) => `${kind} → ${leadsTo}`);
 *
 * ways; // → ["preserved → preserved", "withdrawn → withdrawn", "false-alarm → false-alarm"]
 * ```
 */
export interface AllowedEvent {
  readonly kind: EscalationEventKind;
  /** What happens, in a few words. */
  readonly title: string;
  /** What the event says beyond when it happened and who did it: the names of its fields. */
  readonly needs: readonly string[];
  /** The state that it leads to. */
  readonly leadsTo: CaseState;
}

/**
 * What can happen to a case now; nothing once it has ended.
 *
 * @example
 * ```ts
 * import { allowedEvents, openCase } from "plimsoll/escalation";
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
 * allowedEvents(given).map(({ kind }) => kind); // → ["preserved", "withdrawn", "false-alarm"]
 * allowedEvents(given)[0]?.needs; // → ["how"]
 * ```
 */
export function allowedEvents(given: EscalationCase): readonly AllowedEvent[] {
  return escalationCourse.allowed(given);
}
