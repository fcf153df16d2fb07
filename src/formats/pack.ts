import * as z from "zod/mini";
import {
  described,
  documentSchemaOf,
  limitsOf,
  optional,
  type ReadOptions,
  readDocument,
  text,
} from "../json/index.js";
import type { Pack } from "../policy/index.js";
import type { Result } from "../problems/index.js";
import { added } from "./policy-changes.js";

/**
 * The zod schema of a `Pack`; `packJsonSchema` has it as JSON Schema. Use `safeParsePack` to read one: its messages are written
 * for people.
 *
 * @example
 * ```ts
 * import { exposure } from "plimsoll/packs";
 * import { packSchema } from "plimsoll/schema";
 * import * as z from "zod/mini";
 *
 * z.safeParse(packSchema, exposure).success; // → true
 * ```
 */
export const packSchema = z.strictObject({
  schemaVersion: optional(z.literal(1), "The version of this format; 1 when left out."),
  pack: described(
    text().check(
      z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Expected small letters, digits and hyphens, such as night-work."),
    ),
    "Its id: small letters, digits and hyphens.",
  ),
  version: described(text(), "The version of the pack itself, such as 1.0.0."),
  title: described(text(), "What it is about, in a few words."),
  description: described(text(), "What it is about, and for whom."),
  add: described(
    z.pick(added, {
      facts: true,
      criteria: true,
      signs: true,
      components: true,
      boundaries: true,
      checklist: true,
      checks: true,
      weights: true,
    }),
    "What it adds.",
  ),
});

/**
 * The JSON Schema (2020-12) of a pack, for editors. Whether it fits a policy is for `safeExtendPolicy` to say.
 *
 * @example
 * ```ts
 * import { packJsonSchema } from "plimsoll/schema";
 *
 * packJsonSchema().required; // → ["pack", "version", "title", "description", "add"]
 * ```
 */
export function packJsonSchema(): z.core.JSONSchema.BaseSchema {
  return documentSchemaOf(packSchema);
}

/**
 * Reads an unknown value, such as a JSON file, as a pack, or lists every problem of form with its pointer. Never throws, but for
 * limits in `options` that are none. `safeExtendPolicy` adds it to a policy.
 *
 * @example
 * ```ts
 * import { safeParsePack } from "plimsoll";
 *
 * const read = safeParsePack({ pack: "night-work", version: "1.0.0", title: "Night", add: {} });
 *
 * read.ok ? "" : read.problems[0]?.pointer; // → "/description"
 * ```
 */
export function safeParsePack(input: unknown, options: ReadOptions = {}): Result<Pack> {
  // What the schema leaves open, of lines and checks, is looked at where the policy is made.
  return readDocument(packSchema, input, limitsOf("policy", options)) as Result<Pack>;
}
