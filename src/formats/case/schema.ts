import * as z from "zod/mini";
import {
  caseStates,
  type EscalationCase,
  type EscalationEvent,
  eventShapes,
  openingShape,
  partShape,
} from "../../escalation/index.js";
import { described, instant, jsonSchemaOf, schemaOf, schemaOfKinds, shortText, some } from "../../json/index.js";
import type { PolicyChanges } from "../../policy/index.js";
import { whole } from "../../shapes/index.js";

/** Changes of a policy by their form; whether they fit a policy is for `safeExtendPolicy` to say. */
const proposal = () =>
  z.looseObject({ id: shortText(), version: shortText() }) as unknown as z.ZodMiniType<PolicyChanges>;

/** What a shape has no words for. */
const inDetail: Readonly<Record<string, () => z.ZodMiniType>> = { "/lesson/proposal": proposal };

const onField = (place: string, schema: z.ZodMiniType) => inDetail[place]?.() ?? schema;

/** The schema of what a case is opened with: its first event, but for the kind. */
export const openingSchema = schemaOf(openingShape, onField);

/** The schema of an event: what happened to a case. */
export const eventSchema =
  // Each of the shapes is that of the events of its kind.
  schemaOfKinds(eventShapes, onField) as z.ZodMiniType<EscalationEvent>;

const { app, need, recognisedBy, signs } = openingShape.object;

/**
 * The zod schema of an `EscalationCase`; `escalationCaseJsonSchema` has it as JSON Schema. Use `parseCase` to read one:
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
export const escalationCaseSchema: z.ZodMiniType<EscalationCase> = z.strictObject({
  schemaVersion: described(z.literal(1), "The version of this format."),
  id: described(shortText(), "The id of the case."),
  app: described(schemaOf(app), "The app that it is about."),
  state: described(z.enum(caseStates), "How far it has come."),
  revision: described(z.int().check(z.positive()), "How many events there are; whoever stores the case compares it."),
  need: described(schemaOf(need), "What the app is needed for, and by whom."),
  builder: described(z.nullable(shortText()), "Who built it, by role; null when they are gone, or nobody knows."),
  recognisedBy: described(schemaOf(recognisedBy), "Which side saw that the app has outgrown its makers."),
  signs: described(schemaOf(signs), "The warning signs that could be seen, and since when."),
  preservation: described(z.nullable(shortText()), "How the app is kept running meanwhile; null until that is agreed."),
  itOwner: described(z.nullable(shortText()), "Who owns what is technical, by role; null until that is agreed."),
  businessOwner: described(
    z.nullable(shortText()),
    "Who owns the logic of the business, by role; null until that is agreed.",
  ),
  parts: described(
    z.array(schemaOf(whole({ ...partShape.object, rebuilt: { nullable: "text" } }))),
    "The parts of the app: what is kept, what is rebuilt.",
  ),
  lessons: described(
    z.array(
      z.strictObject({
        why: shortText(),
        earlier: shortText(),
        signs: schemaOf(signs),
        proposal: z.nullable(proposal()),
      }),
    ),
    "What was learned: why the line was crossed, and how to see the next one earlier.",
  ),
  ending: described(
    z.nullable(z.strictObject({ at: instant(), by: shortText(), why: shortText() })),
    "How it ended; null while it goes on.",
  ),
  events: described(some(eventSchema), "What happened, in order. All the rest follows from it."),
});

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
