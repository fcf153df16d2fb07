import type * as z from "zod/mini";
import { jsonSchemaOf } from "../json/index.js";
import { actionRemarks, actionSchema } from "./action-schema.js";
import { approvalDescriptions, approvalSchema } from "./approval-schema.js";

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
  return jsonSchemaOf(approvalSchema, approvalDescriptions);
}

/**
 * The JSON Schema (2020-12) of an action, for whoever sends one. `parseAction` also says whether its names are what they look
 * like.
 *
 * @example
 * ```ts
 * import { actionJsonSchema } from "plimsoll/schema";
 *
 * actionJsonSchema().oneOf?.length; // → 6
 * ```
 */
export function actionJsonSchema(): z.core.JSONSchema.BaseSchema {
  return jsonSchemaOf(actionSchema, actionRemarks);
}
