import type * as z from "zod/mini";
import { jsonSchemaOf } from "../json/index.js";
import { fieldDescriptions, profileSchema } from "./schema.js";

/**
 * The JSON Schema (2020-12) of an app profile, with a description for every field.
 *
 * @example
 * ```ts
 * import { profileJsonSchema } from "plimsoll/schema";
 *
 * profileJsonSchema().required; // → ["id", "name"]
 * ```
 */
export function profileJsonSchema(): z.core.JSONSchema.BaseSchema {
  return jsonSchemaOf(profileSchema, fieldDescriptions);
}
