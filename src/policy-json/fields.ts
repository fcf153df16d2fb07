import * as z from "zod/mini";

/** The description of each field of a policy, for JSON Schema and docs. */
export const policyDescriptions = z.registry<{ description: string }>();

export function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  policyDescriptions.add(schema, { description });
  return schema;
}

export function optional<Schema extends z.ZodMiniType>(
  schema: Schema,
  description: string,
): z.ZodMiniExactOptional<Schema> {
  return z.exactOptional(described(schema, description));
}

export const text = () => z.string().check(z.minLength(1));
export const id = () => described(text(), "A stable id, unique among its kind.");
export const title = () => described(text(), "What it is about, in a few words.");
export const some = <Schema extends z.ZodMiniType>(schema: Schema) => z.array(schema).check(z.minLength(1));

/** The words that every rule carries for people. */
export const ruleText = {
  title: title(),
  why: described(text(), "Why it matters."),
  advice: optional(text(), "What to do next; the advice of the tier when left out."),
  source: optional(text(), "Where the rule comes from."),
};

/** A whole number above zero. */
export const amount = () => z.int().check(z.positive());
