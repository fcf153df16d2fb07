import { isMatching, type P } from "ts-pattern";
import type { EscalationCase } from "../../escalation/index.js";
import { limitsOf, type ReadOptions, readWith } from "../../json/index.js";
import { PlimsollError, type Problem, type Result, toPointer } from "../../problems/index.js";
import { escalationCaseSchema } from "./schema.js";
import { replay } from "./transition.js";

/** Whether two plain values hold the same, in whatever order their fields stand. */
function isSame(one: unknown, other: unknown): boolean {
  // Plain values are patterns of themselves.
  return isMatching(one as P.Pattern<unknown>, other) && isMatching(other as P.Pattern<unknown>, one);
}

/** Where a stored case is not what its events tell. */
function differences(stored: EscalationCase, told: EscalationCase): readonly Problem[] {
  // The keys of a case are its fields.
  const fields = Object.keys(told) as (keyof EscalationCase)[];
  return fields
    .filter((field) => !isSame(stored[field], told[field]))
    .map((field): Problem => {
      const message = "This does not match the events. Store cases as they are, or keep the events and replay them.";
      return { pointer: toPointer([field]), code: "contradiction", message };
    });
}

/**
 * Reads an unknown value, such as a stored document, as an {@link EscalationCase}, or lists every problem with its pointer:
 * mistakes of form, a history that cannot be, or a case that is not what its events tell. Never throws, but for limits in
 * `options` that are none.
 *
 * @example
 * ```ts
 * import { openCase, safeParseCase } from "plimsoll/escalation";
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
 * safeParseCase(JSON.parse(JSON.stringify(given))).ok; // → true
 *
 * const tampered = safeParseCase({ ...given, state: "closed" });
 *
 * if (!tampered.ok) tampered.problems[0]?.pointer; // → "/state"
 * ```
 */
export function safeParseCase(input: unknown, options: ReadOptions = {}): Result<EscalationCase> {
  const read = readWith(escalationCaseSchema, input, limitsOf("case", options));
  if (!read.ok) return read;
  const stored: EscalationCase = read.value;
  const played = replay(stored.events);
  if (!played.ok) {
    return { ok: false, problems: [{ pointer: "/events", code: "contradiction", message: played.refusal.message }] };
  }
  const problems = differences(stored, played.case);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: played.case };
}

/**
 * Reads an unknown value, such as a stored document, as an {@link EscalationCase}.
 *
 * @throws {PlimsollError} with code `invalid-case` and every problem, when it is not one.
 *
 * @example
 * ```ts
 * import { openCase, parseCase } from "plimsoll/escalation";
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
 * parseCase(JSON.parse(JSON.stringify(given))).state; // → "recognised"
 * ```
 */
export function parseCase(input: unknown, options?: ReadOptions): EscalationCase {
  const result = safeParseCase(input, options);
  if (!result.ok) throw new PlimsollError("invalid-case", result.problems);
  return result.value;
}
