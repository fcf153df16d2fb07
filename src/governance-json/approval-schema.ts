import * as z from "zod/mini";
import { approvalShape } from "../governance/index.js";
import { schemaOf } from "../json/index.js";
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
  "/expiresOn": "The first day on which it counts no more; after the day on which it was given.",
  "/scope": "What it covers; what is left out, it does not cover.",
  "/scope/users": "Up to so many people.",
  "/scope/systems": "These systems, each in its direction.",
  "/scope/systems/*/system": "The system.",
  "/scope/systems/*/direction": "Seen from the app; bidirectional covers both.",
  "/scope/data": "These classes of data; a sensitive one covers those that are not.",
  "/scope/environment": "Up to this stage.",
  "/accepted": "Why what was not met is acceptable, by the id of the checklist item.",
  "/evidence": "Who has looked at what a checklist item asks to be shown, by the id of the item.",
  "/evidence/*/by": "Who looked at it.",
  "/evidence/*/on": "On which day.",
  "/evidence/*/link": "Where it can be seen.",
  "/evidence/*/note": "What was seen, in a sentence.",
};

/** The description of each field, for JSON Schema. */
export const approvalDescriptions = z.registry<{ description: string }>();

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
export const approvalSchema = schemaOf(approvalShape, (place, schema) => {
  // Every place of the shape has its sentence.
  approvalDescriptions.add(schema, { description: descriptions[place as keyof typeof descriptions] });
  return schema;
});
