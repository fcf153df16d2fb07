import type * as z from "zod/mini";
import { jsonSchemaOf } from "../json/index.js";
import { escalationCaseSchema } from "./schema.js";

/**
 * The JSON Schema (2020-12) of an escalation case, for whoever stores one. `parseCase` also says whether a case is what
 * its events tell.
 *
 * @example
 * ```ts
 * import { escalationCaseJsonSchema } from "plimsoll/escalation";
 *
 * escalationCaseJsonSchema().required?.slice(0, 3); // → ["schemaVersion", "id", "app"]
 * ```
 */
export function escalationCaseJsonSchema(): z.core.JSONSchema.BaseSchema {
  return jsonSchemaOf(escalationCaseSchema);
}
