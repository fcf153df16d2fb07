import type * as z from "zod/mini";
import { documentSchemaOf } from "../../json/index.js";
import { policySchema } from "./schema.js";

/**
 * The JSON Schema (2020-12) of a policy. It says what form a policy has; `parsePolicy` also says whether its names,
 * levels and references fit.
 *
 * @example
 * ```ts
 * import { policyJsonSchema } from "plimsoll/schema";
 *
 * policyJsonSchema().required; // → ["id", "version", "title", "tiers"]
 * ```
 */
export function policyJsonSchema(): z.core.JSONSchema.BaseSchema {
  return documentSchemaOf(policySchema);
}
