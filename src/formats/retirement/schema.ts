import * as z from "zod/mini";
import { described, instant, jsonSchemaOf, schemaOf, schemaOfKinds, shortText, some } from "../../json/index.js";
import {
  type RetirementCase,
  type RetirementEvent,
  type RetirementReason,
  retirementShapes,
  retirementStates,
  type Suggestion,
  suggestionShape,
} from "../../retirement/index.js";

const { app, terms, reasons } = suggestionShape.object;

/** What names another app says that it duplicates it, and the other way round. */
const isOneThing = ({ kind, duplicates }: RetirementReason) => (kind === "duplicate") === (duplicates !== null);

const whatIsDuplicated = "Say which app it duplicates where that is the reason, and null where it is not.";

const reason = () => schemaOf(reasons.list).check(z.refine(isOneThing, whatIsDuplicated));

/** What a shape has no words for. */
const inDetail: Readonly<Record<string, () => z.ZodMiniType>> = {
  "/reasons": () => some(reason()),
  "/terms/asks": () => some(shortText()),
  "/terms/keepArchiveForDays": () => z.int().check(z.positive()),
};

const onField = (place: string, schema: z.ZodMiniType) => inDetail[place]?.() ?? schema;

/** The schema of what a retirement is opened with: its first event, but for the kind. */
export const suggestionSchema =
  // The details say the same of its fields, in more words.
  schemaOf(suggestionShape, onField) as z.ZodMiniType<Omit<Suggestion, "kind">>;

/** The schema of an event: what happened to a retirement. */
export const eventSchema =
  // Each of the shapes is that of the events of its kind.
  schemaOfKinds(retirementShapes, onField) as z.ZodMiniType<RetirementEvent>;

const happened = () => z.strictObject({ at: instant(), by: shortText(), why: shortText() });

/**
 * The zod schema of a `RetirementCase`; `retirementJsonSchema` has it as JSON Schema. Use `parseRetirement` to read one: it also
 * checks that the retirement is what its events tell.
 *
 * @example
 * ```ts
 * import { retirementSchema } from "plimsoll/retirement";
 * import * as z from "zod/mini";
 *
 * z.safeParse(retirementSchema, {}).success; // → false
 * ```
 */
export const retirementSchema: z.ZodMiniType<RetirementCase> = z.strictObject({
  schemaVersion: described(z.literal(1), "The version of this format."),
  id: described(shortText(), "The id of the retirement."),
  app: described(schemaOf(app), "The app that it is about."),
  state: described(z.enum(retirementStates), "How far it has come."),
  revision: described(z.int().check(z.positive()), "How many events there are; whoever stores it compares it."),
  reasons: described(some(reason()), "Why the app was suggested, with what was seen."),
  terms: described(
    schemaOf(terms, (place, schema) => onField(`/terms${place}`, schema)),
    "Who is asked, who decides, and how long the archive is kept: as the policy said when it was suggested.",
  ),
  asked: described(
    z.array(
      z.strictObject({
        who: shortText(),
        answer: z.nullable(z.enum(["needed", "not-needed", "silent"])),
        why: z.nullable(shortText()),
      }),
    ),
    "Who was asked whether the app is still needed, and what they said.",
  ),
  archive: described(
    z.nullable(
      z.strictObject({ on: instant(), where: shortText(), restore: shortText(), instead: z.nullable(shortText()) }),
    ),
    "Where the app is kept, and how it comes back; null until it is put away.",
  ),
  owner: described(z.nullable(shortText()), "Who answers for the app from now on, by role, where it is kept."),
  decision: described(z.nullable(happened()), "The decision that it ends; null until it is made."),
  ending: described(z.nullable(happened()), "How it ended; null while it goes on."),
  events: described(some(eventSchema), "What happened, in order. All the rest follows from it."),
});

/**
 * The JSON Schema (2020-12) of a retirement, for whoever stores one. `parseRetirement` also says whether it is what its events
 * tell.
 *
 * @example
 * ```ts
 * import { retirementJsonSchema } from "plimsoll/retirement";
 *
 * retirementJsonSchema().required?.slice(0, 3); // → ["schemaVersion", "id", "app"]
 * ```
 */
export function retirementJsonSchema(): z.core.JSONSchema.BaseSchema {
  return jsonSchemaOf(retirementSchema);
}
