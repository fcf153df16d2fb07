import type { EscalationCase } from "../../escalation/index.js";
import { limitsOf, type ReadOptions, readWith } from "../../json/index.js";
import { PlimsollError, type Result } from "../../problems/index.js";
import { history } from "./history.js";
import { escalationCaseSchema } from "./schema.js";

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
  return read.ok ? history.held(read.value) : read;
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
