import type * as z from "zod/mini";
import { type Approval, approvalShape } from "../governance/index.js";
import { described, documentSchemaOf, limitsOf, type ReadOptions, readDocument, schemaOf } from "../json/index.js";
import { PlimsollError, type Result } from "../problems/index.js";
import type { PlacesIn } from "../shapes/index.js";

/** The sentence about each field of an approval. */
const descriptions: Readonly<Record<PlacesIn<typeof approvalShape>, string>> = {
  "/schemaVersion": "The version of this format; 1 when left out.",
  "/app": "The id of the app.",
  "/review": "The id of the review that was given.",
  "/policy": "The policy that the review was held by.",
  "/policy/id": "Its id.",
  "/policy/version": "Its version.",
  "/by": "Who gave it, by role: one of the review's approvers.",
  "/person": "Who that was, where that is to be kept.",
  "/ticket": "The ticket or request in which it was decided.",
  "/link": "Where the decision can be read.",
  "/on": "The day on which it was given.",
  "/expiresOn": "The first day on which it no longer counts; after the day on which it was given.",
  "/scope": "What it covers; what is left out, it does not cover.",
  "/scope/users": "Up to this many people.",
  "/scope/systems": "These systems, each in its direction.",
  "/scope/systems/*/system": "The system.",
  "/scope/systems/*/direction": "Seen from the app; bidirectional covers both.",
  "/scope/data": "These classes of data; a sensitive one covers those that are not.",
  "/scope/environment": "Up to this stage.",
  "/accepted": "Why an unmet checklist item is acceptable, by the id of the item.",
  "/evidence": "Who has looked at what a checklist item asks to be shown, by the id of the item.",
  "/evidence/*/by": "Who looked at it.",
  "/evidence/*/on": "On which day.",
  "/evidence/*/link": "Where it can be seen.",
  "/evidence/*/note": "What was seen, in a sentence.",
};

/**
 * The zod schema of an `Approval`. Use `parseApproval` to read one: its messages are written for people.
 *
 * @example
 * ```ts
 * import { approvalSchema } from "plimsoll/schema";
 * import * as z from "zod/mini";
 *
 * z.safeParse(approvalSchema, { app: "rota", review: "security" }).success; // → false
 * ```
 */
export const approvalSchema = schemaOf(approvalShape, (place, schema) =>
  // Every place of the shape has its sentence.
  described(schema, descriptions[place as keyof typeof descriptions]),
);

/**
 * The JSON Schema (2020-12) of an approval, for whoever stores one. `parseApproval` also says whether its days are in order.
 *
 * @example
 * ```ts
 * import { approvalJsonSchema } from "plimsoll/schema";
 *
 * approvalJsonSchema().required?.slice(0, 3); // → ["app", "review", "policy"]
 * ```
 */
export function approvalJsonSchema(): z.core.JSONSchema.BaseSchema {
  return documentSchemaOf(approvalSchema);
}

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
  const result = readDocument(approvalSchema, input, limitsOf("approval", options));
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
