import type * as z from "zod/mini";
import { jsonSchemaOf, remarksOn } from "../json/index.js";
import { approvalSchema } from "./schema.js";

const descriptions = {
  schemaVersion: "The version of this format; 1 when left out.",
  app: "The id of the app.",
  review: "The id of the review that was given.",
  policy: "The policy that the review was held by.",
  by: "Who gave it, by role.",
  on: "The day on which it was given.",
  expiresOn: "The first day on which it counts no more; after the day on which it was given.",
  scope: "What it covers; what is left out, it does not cover.",
  accepted: "Why what was not met is acceptable, by the id of the checklist item.",
};

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
  return jsonSchemaOf(approvalSchema, remarksOn(approvalSchema, descriptions));
}
