import type * as z from "zod/mini";
import { jsonSchemaOf } from "../json/index.js";
import { classificationDescriptions, classificationSchema } from "./schema.js";

/**
 * The JSON Schema (2020-12) of a classification, for whoever stores or sends one.
 *
 * @example
 * ```ts
 * import { classificationJsonSchema } from "plimsoll/schema";
 *
 * classificationJsonSchema().required?.slice(0, 3); // → ["app", "policy", "tier"]
 * ```
 */
export function classificationJsonSchema(): z.core.JSONSchema.BaseSchema {
  return jsonSchemaOf(classificationSchema, classificationDescriptions);
}
