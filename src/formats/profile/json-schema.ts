import type * as z from "zod/mini";
import { jsonSchemaOf } from "../../json/index.js";
import { profileSchema } from "./schema.js";

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
  return jsonSchemaOf(profileSchema);
}

/**
 * The JSON Schema (2020-12) of an app profile as people fill it in: the same, with one control for each field. Numbers are told
 * exactly or left out; bounds are for what knows no more.
 *
 * @example
 * ```ts
 * import { profileFormSchema } from "plimsoll/schema";
 *
 * JSON.stringify(profileFormSchema()).includes("anyOf"); // → false
 * ```
 */
export function profileFormSchema(): z.core.JSONSchema.BaseSchema {
  return jsonSchemaOf(profileSchema, true);
}
