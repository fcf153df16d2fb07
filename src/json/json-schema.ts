import * as z from "zod/mini";

/** The name of a field as words: `builtFor` is "Built for". */
function inWords(name: string): string {
  const words = name
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

/**
 * The JSON Schema (2020-12) of a zod schema. Every field has a title, made of its name, so that a form can show it.
 *
 * @param descriptions What each field says.
 */
export function jsonSchemaOf(
  schema: z.ZodMiniType,
  descriptions: z.core.$ZodRegistry<{ description: string }> = z.registry<{ description: string }>(),
): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, {
    metadata: descriptions,
    // What is looked at by a function alone may be anything here.
    unrepresentable: "any",
    override: ({ jsonSchema, path }) => {
      writeNullable(jsonSchema);
      const name = path.at(-1);
      if (path.at(-2) === "properties" && typeof name === "string") jsonSchema.title = inWords(name);
    },
  });
}
