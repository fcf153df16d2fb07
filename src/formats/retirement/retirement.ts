import { inputLimits, limitsOf, type ReadOptions, readWith } from "../../json/index.js";
import { PlimsollError, type Result } from "../../problems/index.js";
import {
  begin,
  type RetirementCase,
  type RetirementEvent,
  type RetirementTransition,
  type Suggestion,
} from "../../retirement/index.js";
import { history } from "./history.js";
import { retirementSchema, suggestionSchema } from "./schema.js";

/**
 * Suggests that an app be retired, and says why: nothing happens to it yet. `terms` are what the policy says of retirement
 * (`policy.retirement`), as it is now; whatever the policy says later, who was promised to be asked is asked.
 *
 * @throws {PlimsollError} with code `invalid-case` and every problem, when what is told cannot begin a retirement.
 *
 * @example
 * ```ts
 * import { openRetirement } from "plimsoll/retirement";
 *
 * const given = openRetirement({
 *   id: "end-7",
 *   at: "2026-01-12",
 *   by: "Platform team",
 *   app: { id: "rota", name: "Rota" },
 *   reasons: [{ kind: "unused", why: "Nobody has opened it for a year.", evidence: ["/usage/lastUsedOn"], duplicates: null }],
 *   terms: { asks: ["Ward team"], decides: "Ward lead", keepArchiveForDays: 365 },
 * });
 *
 * given.state; // → "suggested"
 * given.revision; // → 1
 * ```
 */
export function openRetirement(suggestion: Omit<Suggestion, "kind">): RetirementCase {
  const read = readWith(suggestionSchema, suggestion, inputLimits.case);
  if (!read.ok) throw new PlimsollError("invalid-case", read.problems);
  return begin({ kind: "suggested", ...read.value });
}

/**
 * Lets an event happen to a retirement, or refuses it with a reason and with what is possible now. What is handed in stays as it
 * was. Never throws: whatever comes in, what is no event is refused as a value.
 *
 * @param options `expectedRevision`: the revision that the event was meant for, when others may have been quicker: an event for
 * any other is refused as stale.
 *
 * @example
 * ```ts
 * import { advanceRetirement, openRetirement } from "plimsoll/retirement";
 *
 * const given = openRetirement({
 *   id: "end-7",
 *   at: "2026-01-12",
 *   by: "Platform team",
 *   app: { id: "rota", name: "Rota" },
 *   reasons: [{ kind: "unused", why: "Nobody has opened it for a year.", evidence: ["/usage/lastUsedOn"], duplicates: null }],
 *   terms: { asks: ["Ward team"], decides: "Ward lead", keepArchiveForDays: 365 },
 * });
 * const archived = advanceRetirement(given, {
 *   kind: "archived",
 *   at: "2026-01-13",
 *   by: "Platform team",
 *   where: "The archive of the platform",
 *   restore: "Ask the platform team.",
 *   instead: null,
 * });
 *
 * if (!archived.ok) {
 *   archived.refusal.code; // → "not-now"
 *   archived.refusal.message; // → 'This cannot happen while a retirement is "suggested". Possible now: asked, kept, withdrawn.'
 * }
 * ```
 */
export function advanceRetirement(
  given: RetirementCase,
  event: RetirementEvent,
  options: { readonly expectedRevision?: number } = {},
): RetirementTransition {
  return history.happen(given, event, options.expectedRevision ?? given.revision);
}

/**
 * Plays a history again, from its suggestion on: the retirement that the events tell, or the first of them that cannot be.
 *
 * @example
 * ```ts
 * import { openRetirement, replayRetirement } from "plimsoll/retirement";
 *
 * const given = openRetirement({
 *   id: "end-7",
 *   at: "2026-01-12",
 *   by: "Platform team",
 *   app: { id: "rota", name: "Rota" },
 *   reasons: [{ kind: "unused", why: "Nobody has opened it for a year.", evidence: ["/usage/lastUsedOn"], duplicates: null }],
 *   terms: { asks: ["Ward team"], decides: "Ward lead", keepArchiveForDays: 365 },
 * });
 *
 * replayRetirement(given.events); // → { ok: true, case: given }
 * ```
 */
export function replayRetirement(events: readonly RetirementEvent[]): RetirementTransition {
  return history.replay(events);
}

/**
 * Reads an unknown value, such as a stored document, as a {@link RetirementCase}, or lists every problem with its pointer:
 * mistakes of form, a history that cannot be, or a retirement that is not what its events tell. Never throws, but for limits in
 * `options` that are none.
 *
 * @example
 * ```ts
 * import { openRetirement, safeParseRetirement } from "plimsoll/retirement";
 *
 * const given = openRetirement({
 *   id: "end-7",
 *   at: "2026-01-12",
 *   by: "Platform team",
 *   app: { id: "rota", name: "Rota" },
 *   reasons: [{ kind: "unused", why: "Nobody has opened it for a year.", evidence: ["/usage/lastUsedOn"], duplicates: null }],
 *   terms: { asks: ["Ward team"], decides: "Ward lead", keepArchiveForDays: 365 },
 * });
 *
 * safeParseRetirement(JSON.parse(JSON.stringify(given))).ok; // → true
 *
 * const tampered = safeParseRetirement({ ...given, state: "closed" });
 *
 * if (!tampered.ok) tampered.problems[0]?.pointer; // → "/state"
 * ```
 */
export function safeParseRetirement(input: unknown, options: ReadOptions = {}): Result<RetirementCase> {
  const read = readWith(retirementSchema, input, limitsOf("case", options));
  return read.ok ? history.held(read.value) : read;
}

/**
 * Reads an unknown value, such as a stored document, as a {@link RetirementCase}.
 *
 * @throws {PlimsollError} with code `invalid-case` and every problem, when it is not one.
 *
 * @example
 * ```ts
 * import { openRetirement, parseRetirement } from "plimsoll/retirement";
 *
 * const given = openRetirement({
 *   id: "end-7",
 *   at: "2026-01-12",
 *   by: "Platform team",
 *   app: { id: "rota", name: "Rota" },
 *   reasons: [{ kind: "unused", why: "Nobody has opened it for a year.", evidence: ["/usage/lastUsedOn"], duplicates: null }],
 *   terms: { asks: ["Ward team"], decides: "Ward lead", keepArchiveForDays: 365 },
 * });
 *
 * parseRetirement(JSON.parse(JSON.stringify(given))).state; // → "suggested"
 * ```
 */
export function parseRetirement(input: unknown, options?: ReadOptions): RetirementCase {
  const result = safeParseRetirement(input, options);
  if (!result.ok) throw new PlimsollError("invalid-case", result.problems);
  return result.value;
}
