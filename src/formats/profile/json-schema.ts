import type * as z from "zod/mini";
import type { FactRecords } from "../../facts/index.js";
import { documentSchemaOf, jsonSchemaOf } from "../../json/index.js";
import { ownFields } from "./own-fields.js";
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
  return documentSchemaOf(profileSchema);
}

/**
 * The JSON Schema (2020-12) of an app profile as people fill it in: the same, with one control for each field. Numbers are told
 * exactly or left out; bounds are for what knows no more.
 *
 * @param options With a policy, the facts of its own that are read from the extensions have their fields there, each at its
 * place, with its question as the title: what a form of it is filled in with tells them.
 *
 * @example
 * ```ts
 * import { profileFormSchema } from "plimsoll/schema";
 *
 * JSON.stringify(profileFormSchema()).includes("anyOf"); // → false
 *
 * const macros = { question: "Has it macros?", domain: { kind: "boolean" }, from: { read: "/extensions/macros" } } as const;
 * const { properties } = profileFormSchema({ policy: { facts: { macros } } });
 *
 * Object(properties).extensions.properties.macros; // → { type: "boolean", title: "Has it macros?" }
 * ```
 */
export function profileFormSchema({
  policy = {},
}: {
  readonly policy?: { readonly facts?: FactRecords };
} = {}): z.core.JSONSchema.BaseSchema {
  const schema = jsonSchemaOf(profileSchema, true);
  const { properties: { extensions, ...properties } = {} } = schema;
  return {
    ...schema,
    properties: { ...properties, extensions: { ...Object(extensions), ...ownFields(policy.facts ?? {}) } },
  };
}
