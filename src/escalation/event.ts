import * as z from "zod/mini";
import type { PolicyChanges } from "../policy/index.js";
import { isInstant } from "../time/index.js";

export const text = () => z.string().check(z.minLength(1), z.maxLength(2000));

/** An instant without its seconds, which zod asks for. */
const toTheMinute = z
  .string()
  .check(
    z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/),
  );

/** An ISO date, or an instant with its offset: what the rest of the library takes for one, and nothing else. */
export const instant = () =>
  z
    .union([z.iso.date(), z.iso.datetime({ offset: true }), toTheMinute])
    .check(z.refine(isInstant, "Expected a date or an instant in a year of four digits, in universal time."));

export const sign = z.strictObject({ id: text(), title: text(), since: z.nullable(z.iso.date()) });

/** Changes of a policy by their form; whether they fit a policy is for `safeExtendPolicy` to say. */
const changes: unknown = z.looseObject({ id: text(), version: text() });
export const proposal = changes as z.ZodMiniType<PolicyChanges>;

const lesson = z.strictObject({
  why: text(),
  earlier: text(),
  signs: z.exactOptional(z.readonly(z.array(sign))),
  proposal: z.exactOptional(proposal),
});

export const part = z.strictObject({
  id: text(),
  title: text(),
  concern: z.enum(["technical", "business"]),
  mark: z.enum(["keep", "rebuild"]),
  why: text(),
});

/** What every event says: when it happened, and who did it, by role. */
const happened = { at: instant(), by: text() };

/** What each kind of event says beyond when and who. */
const shapes = {
  opened: {
    id: text(),
    app: z.strictObject({ id: text(), name: text() }),
    need: z.strictObject({ what: text(), of: text() }),
    builder: z.nullable(text()),
    recognisedBy: z.enum(["business", "it"]),
    signs: z.readonly(z.array(sign)),
  },
  preserved: { how: text() },
  "partnership-agreed": { itOwner: text(), businessOwner: text() },
  "owner-changed": { side: z.enum(["it", "business"]), owner: text() },
  "part-marked": { part },
  "rebuilding-begun": {},
  "part-rebuilt": { part: text(), how: text() },
  "learning-begun": {},
  "lesson-recorded": { lesson },
  closed: { why: text() },
  withdrawn: { why: text() },
  "false-alarm": { why: text() },
};

const eventOf = <const Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...happened, ...shape });

/** What an event of a kind says beyond when it happened and who did it: the names of its fields. */
export const fieldsOf = (kind: EscalationEventKind): readonly string[] => Object.keys(shapes[kind]);

/** The schema of what a case is opened with: its first event, but for the kind. */
export const openingSchema = z.strictObject({ ...happened, ...shapes.opened });

/** The schema of an event: what happened to a case. */
export const eventSchema = z.discriminatedUnion("kind", [
  eventOf("opened", shapes.opened),
  eventOf("preserved", shapes.preserved),
  eventOf("partnership-agreed", shapes["partnership-agreed"]),
  eventOf("owner-changed", shapes["owner-changed"]),
  eventOf("part-marked", shapes["part-marked"]),
  eventOf("rebuilding-begun", shapes["rebuilding-begun"]),
  eventOf("part-rebuilt", shapes["part-rebuilt"]),
  eventOf("learning-begun", shapes["learning-begun"]),
  eventOf("lesson-recorded", shapes["lesson-recorded"]),
  eventOf("closed", shapes.closed),
  eventOf("withdrawn", shapes.withdrawn),
  eventOf("false-alarm", shapes["false-alarm"]),
]);

/**
 * Something that happened to a case: plain JSON, told apart by `kind`.
 *
 * @example
 * ```ts
 * import type { EscalationEvent } from "plimsoll/escalation";
 *
 * const agreed: EscalationEvent = {
 *   kind: "partnership-agreed",
 *   at: "2026-01-19",
 *   by: "IT director",
 *   itOwner: "Integration lead",
 *   businessOwner: "Ward lead",
 * };
 *
 * agreed.kind; // → "partnership-agreed"
 * ```
 */
export type EscalationEvent = z.output<typeof eventSchema>;

/**
 * One kind of event.
 *
 * @example
 * ```ts
 * import type { EscalationEventKind } from "plimsoll/escalation";
 *
 * const last: EscalationEventKind = "closed";
 *
 * last; // → "closed"
 * ```
 */
export type EscalationEventKind = EscalationEvent["kind"];

/** The event of a kind. */
export type EventOf<Kind extends EscalationEventKind> = Extract<EscalationEvent, { readonly kind: Kind }>;

/** How a case begins. */
export type Opening = EventOf<"opened">;
