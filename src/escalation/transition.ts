import { inputLimits, readWith } from "../json/index.js";
import type { Problem } from "../problems/index.js";
import { isBefore } from "../time/index.js";
import { type AllowedEvent, allowedEvents } from "./allowed.js";
import { applyEvent, begin } from "./apply.js";
import type { EscalationCase } from "./case.js";
import { type EscalationEvent, eventSchema } from "./event.js";
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

function refuse(code: Refusal["code"], message: string, given?: EscalationCase, problems: readonly Problem[] = []) {
  const possible = given === undefined ? [] : allowedEvents(given);
  return { ok: false, refusal: { code, message, problems, possible } } satisfies Refused;
}

const refuseUnread = (problems: readonly Problem[], given?: EscalationCase) =>
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
function step(given: EscalationCase, event: EscalationEvent): Transition {
  const next = stepOf(event.kind);
  if (next === undefined) return refuse("not-now", `A case is opened once. ${instead(given)}`, given);
  if (!next.from.includes(given.state)) {
    return refuse("not-now", `This does not happen while a case is "${given.state}". ${instead(given)}`, given);
  }
  const later = latest(given).find(({ at }) => isBefore(event.at, at));
  if (later !== undefined) {
    const message = `This happened on ${event.at}, before what the case tells already, on ${later.at}. A history only grows.`;
    return refuse("out-of-order", message, given);
  }
  const missing = next.missing?.(given);
  if (missing !== undefined) return refuse("not-yet", missing, given);
  const objection = next.objection?.(given, event);
  return objection === undefined ? { ok: true, case: applyEvent(given, event) } : refuse("unfit", objection, given);
}

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
 *   closed.refusal.message; // → 'This does not happen while a case is "recognised". Possible now: preserved, withdrawn, false-alarm.'
 * }
 * ```
 */
export function transition(
  given: EscalationCase,
  event: EscalationEvent,
  { expectedRevision = given.revision }: TransitionOptions = {},
): Transition {
  if (expectedRevision !== given.revision) {
    const message = `The case is at revision ${given.revision}, not ${expectedRevision}: somebody was quicker. Look at it again, then decide.`;
    return refuse("stale", message, given);
  }
  const read = readWith(eventSchema, event, inputLimits.case);
  return read.ok ? step(given, read.value) : refuseUnread(read.problems, given);
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
export function replay([first, ...rest]: readonly EscalationEvent[]): Transition {
  if (first === undefined) return refuse("invalid", "A case begins with its opening, and there is none.");
  const read = readWith(eventSchema, first, inputLimits.case);
  if (!read.ok) return refuseUnread(read.problems);
  if (read.value.kind !== "opened") return refuse("invalid", "A case begins with its opening, not with another event.");
  return rest.reduce<Transition>((played, event) => (played.ok ? transition(played.case, event) : played), {
    ok: true,
    case: begin(read.value),
  });
}
