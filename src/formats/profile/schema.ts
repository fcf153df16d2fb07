import { described, schemaOf } from "../../json/index.js";
import { profileShape } from "../../profile/index.js";
import { descriptions } from "./descriptions.js";

/**
 * The zod schema of an `AppProfile`; `profileJsonSchema` has it as JSON Schema. Use `parseProfile` to read one: it
 * also checks what a schema cannot say, and its messages are written for people.
 *
 * @example
 * ```ts
 * import { profileSchema } from "plimsoll/schema";
 * import * as z from "zod/mini";
 *
 * z.safeParse(profileSchema, { id: "stock", name: "Stock list" }).success; // → true
 * ```
 */
export const profileSchema = schemaOf(profileShape, (place, schema) =>
  // Every place of the shape has its sentence.
  described(schema, descriptions[place as keyof typeof descriptions]),
);
