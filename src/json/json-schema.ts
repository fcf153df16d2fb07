import * as z from "zod/mini";
import { remarks } from "./fields.js";

/** The name of a field as words: `builtFor` is "Built for". */
function inWords(name: string): string {
  const words = name
    .replace(/^\$/, "")
    .replaceAll(/(?<=[a-z])(?=[A-Z])|-/g, " ")
    .toLowerCase()
    .replace(/^it\b/, "IT");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Writes "something, or null" as one type, which forms understand better than a choice between two. */
function writeNullable(schema: z.core.JSONSchema.BaseSchema): void {
  const [some, none, ...others] = schema.anyOf ?? [];
  if (some?.type === undefined || none?.type !== "null" || others.length > 0) return;
  const { title, type, ...rest } = some;
  const values = rest.enum && { enum: [...rest.enum, null] };
  Object.assign(schema, { type: [type, "null"], ...rest, ...values });
  delete schema.anyOf;
}

/** Leaves of "a number, or bounds of one" the number alone: whoever fills in a form knows one, or leaves it out. */
function writeExact(schema: z.core.JSONSchema.BaseSchema): void {
  const [number, ...bounds] = schema.anyOf ?? [];
  if (number === undefined || bounds.length === 0 || !bounds.every(({ properties }) => properties?.atMost)) return;
  Object.assign(schema, number);
  delete schema.anyOf;
}

/** Gives every field below a node a title, where it has none. Where schemas are shared, only the finished document has each field once. */
export function giveTitles(node: object): void {
  for (const [key, below] of Object.entries(node)) {
    if (typeof below !== "object" || below === null) continue;
    giveTitles(below);
    if (key !== "properties") continue;
    for (const [name, field] of Object.entries(below))
      Object.assign(Object(field), { title: Object(field).title ?? inWords(name) });
  }
}

/**
 * The JSON Schema (2020-12) of a zod schema, with what is remarked on it. Every field has a title, made of its name, so that
 * a form can show it.
 *
 * @param isForForms Whether people fill it in, who see one control for each field.
 */
export function jsonSchemaOf(schema: z.ZodMiniType, isForForms = false): z.core.JSONSchema.BaseSchema {
  const jsonSchema = z.toJSONSchema(schema, {
    metadata: remarks,
    // What is looked at by a function alone may be anything here.
    unrepresentable: "any",
    override: ({ jsonSchema: part }) => {
      writeNullable(part);
      if (isForForms) writeExact(part);
    },
  });
  giveTitles(jsonSchema);
  return jsonSchema;
}

/** Where a document says what its schema is. */
const schemaField = {
  type: "string",
  title: "Schema",
  description: "Where the JSON Schema of this document is, for editors.",
} as const;

/** The JSON Schema of what `readDocument` reads with a zod schema of an object. */
export function documentSchemaOf(schema: z.ZodMiniType): z.core.JSONSchema.BaseSchema {
  const { properties, ...rest } = jsonSchemaOf(schema);
  return { ...rest, properties: { $schema: schemaField, ...properties } };
}
