import * as z from "zod/mini";
import { eventSchema, instant, part, proposal, sign, text } from "./event.js";

const states = [
  "recognised",
  "preserved",
  "partnership",
  "rebuilding",
  "learning",
  "closed",
  "withdrawn",
  "false-alarm",
] as const;

/**
 * The zod schema of an {@link EscalationCase}; `escalationCaseJsonSchema` has it as JSON Schema. Use `parseCase` to read one:
 * it also checks that the case is what its events tell.
 *
 * @example
 * ```ts
 * import { escalationCaseSchema } from "plimsoll/escalation";
 * import * as z from "zod/mini";
 *
 * z.safeParse(escalationCaseSchema, {}).success; // → false
 * ```
 */
export const escalationCaseSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: text(),
  app: z.strictObject({ id: text(), name: text() }),
  state: z.enum(states),
  revision: z.int().check(z.positive()),
  need: z.strictObject({ what: text(), of: text() }),
  builder: z.nullable(text()),
  recognisedBy: z.enum(["business", "it"]),
  signs: z.array(sign),
  preservation: z.nullable(text()),
  itOwner: z.nullable(text()),
  businessOwner: z.nullable(text()),
  parts: z.array(z.extend(part, { rebuilt: z.nullable(text()) })),
  lessons: z.array(
    z.strictObject({ why: text(), earlier: text(), signs: z.array(sign), proposal: z.nullable(proposal) }),
  ),
  ending: z.nullable(z.strictObject({ at: instant(), by: text(), why: text() })),
  events: z.array(eventSchema).check(z.minLength(1)),
});
