import type { Approval } from "../governance/index.js";
import { limitsOf, type ReadOptions, readWith } from "../json/index.js";
import { PlimsollError, type Result } from "../problems/index.js";
import { approvalSchema } from "./approval-schema.js";

/**
 * Reads an unknown value, such as a row of a table, as an {@link Approval}, or lists every problem with its pointer. Never
 * throws, but for limits in `options` that are none.
 *
 * @example
 * ```ts
 * import { safeParseApproval } from "plimsoll/governance";
 *
 * const result = safeParseApproval({
 *   app: "rota",
 *   review: "security",
 *   policy: { id: "standard", version: "1.0.0" },
 *   by: "Security officer",
 *   on: "2026-01-12",
 *   expiresOn: "2026-01-12",
 *   scope: { data: ["personal"] },
 * });
 *
 * if (!result.ok) {
 *   result.problems[0]?.pointer; // → "/expiresOn"
 *   result.problems[0]?.code; // → "contradiction"
 * }
 * ```
 */
export function safeParseApproval(input: unknown, options: ReadOptions = {}): Result<Approval> {
  const result = readWith(approvalSchema, input, limitsOf("approval", options));
  if (!result.ok || result.value.on < result.value.expiresOn) return result;
  const message = `An approval of ${result.value.on} must end after that day, but ends on ${result.value.expiresOn}.`;
  return { ok: false, problems: [{ pointer: "/expiresOn", code: "contradiction", message }] };
}

/**
 * Reads an unknown value, such as a row of a table, as an {@link Approval}.
 *
 * @throws {PlimsollError} with code `invalid-approval` and every problem, when it is not one.
 *
 * @example
 * ```ts
 * import { parseApproval } from "plimsoll/governance";
 *
 * const approval = parseApproval({
 *   app: "rota",
 *   review: "security",
 *   policy: { id: "standard", version: "1.0.0" },
 *   by: "Security officer",
 *   on: "2026-01-12",
 *   expiresOn: "2027-01-12",
 *   scope: { data: ["personal"] },
 * });
 *
 * approval.scope.data; // → ["personal"]
 * ```
 */
export function parseApproval(input: unknown, options?: ReadOptions): Approval {
  const result = safeParseApproval(input, options);
  if (!result.ok) throw new PlimsollError("invalid-approval", result.problems);
  return result.value;
}
