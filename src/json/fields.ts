import * as z from "zod/mini";
import { longestText } from "../shapes/index.js";

/**
 * What is said of schemas beyond their form: what each field is for, and what a function checks that JSON Schema has words
 * for. Our own registry, since zod's global one is the host's.
 */
export const remarks = z.registry<z.core.JSONSchema.BaseSchema>();

/**
 * Says of a field what it is for.
 *
 * @param form What a function checks, in the words of JSON Schema.
 */
export function described<Schema extends z.ZodMiniType>(
  schema: Schema,
  description: string,
  form?: z.core.JSONSchema.BaseSchema,
): Schema {
  remarks.add(schema, { description, ...form });
  return schema;
}

/** A field that may be left out, and what it is for. */
export function optional<Schema extends z.ZodMiniType>(
  schema: Schema,
  description: string,
): z.ZodMiniExactOptional<Schema> {
  return z.exactOptional(described(schema, description));
}

/** A text with at least one character. */
export const text = () => z.string().check(z.minLength(1));

/** A text that a person writes into a field. */
export const shortText = () => text().check(z.maxLength(longestText));

/** A list with at least one entry. */
export const some = <Schema extends z.ZodMiniType>(schema: Schema) => z.array(schema).check(z.minLength(1));
