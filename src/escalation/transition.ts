import type { Problem } from "../problems/index.js";
import { isBefore } from "../time/index.js";
import { type AllowedEvent, allowedEvents } from "./allowed.js";
import { applyEvent } from "./apply.js";
import type { EscalationCase } from "./case.js";
import type { EscalationEvent } from "./event.js";
import { stepOf } from "./path.js";

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

type Refused = Extract<Transition, { readonly ok: false }>;

/** A refusal of an event, with what is possible now. */
export function refuse(
  code: Refusal["code"],
  message: string,
  given?: EscalationCase,
  problems: readonly Problem[] = [],
) {
  const possible = given === undefined ? [] : allowedEvents(given);
  return { ok: false, refusal: { code, message, problems, possible } } satisfies Refused;
}

/** The refusal of what is no event. */
export const refuseUnread = (problems: readonly Problem[], given?: EscalationCase) =>
  refuse(
    "invalid",
    ["This is no event.", ...problems.slice(0, 1).map(({ message }) => message)].join(" "),
    given,
    problems,
  );

/** What is possible instead, in a sentence. */
function instead(given: EscalationCase): string {
  const known = allowedEvents(given).map(({ kind }) => kind);
  return known.length > 0 ? `Possible now: ${known.join(", ")}.` : "The case has ended; its history stays.";
}

/** The last event, and the last of which the hour is known: what happens next is before neither. */
function latest({ events }: EscalationCase): readonly EscalationEvent[] {
  let timed = events.length - 1;
  while (timed > 0 && !events[timed]?.at.includes("T")) timed--;
  return [...events.slice(-1), ...events.slice(timed, timed + 1)];
}

/** Holds an event against the path, and applies it. */
export function step(given: EscalationCase, event: EscalationEvent): Transition {
  const next = stepOf(event.kind);
  if (next === undefined) return refuse("not-now", `A case is opened once. ${instead(given)}`, given);
  if (!next.from.includes(given.state)) {
    return refuse("not-now", `This cannot happen while a case is "${given.state}". ${instead(given)}`, given);
  }
  const later = latest(given).find(({ at }) => isBefore(event.at, at));
  if (later !== undefined) {
    const message = `This happened on ${event.at}, but the case already has an event on ${later.at}. Add events in the order of time.`;
    return refuse("out-of-order", message, given);
  }
  const missing = next.missing?.(given);
  if (missing !== undefined) return refuse("not-yet", missing, given);
  const objection = next.objection?.(given, event);
  return objection === undefined ? { ok: true, case: applyEvent(given, event) } : refuse("unfit", objection, given);
}
