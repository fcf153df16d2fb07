import type { PolicyChanges } from "../policy/index.js";
import { type ObjectShape, type ShapedBy, type Whole, whole } from "../shapes/index.js";

/** A warning sign that could be seen, and since when. */
const signShape = whole({ id: "text", title: "text", since: { nullable: "date" } });

/** What is said of a part of the app when it is marked. */
export const partShape = whole({
  id: "text",
  title: "text",
  concern: ["technical", "business"],
  mark: ["keep", "rebuild"],
  why: "text",
});

const lessonShape = {
  // The form of a policy's changes is known where they are read.
  object: { why: "text", earlier: "text", signs: { list: signShape }, proposal: "json" },
  needs: ["why", "earlier"],
} as const satisfies ObjectShape;

/** What every event says: when it happened, as a date or an instant, and who did it, by role. */
const happened = { at: "instant", by: "text" } as const;

/** What each kind of event says beyond when and who. */
const says = {
  opened: {
    id: "text",
    app: whole({ id: "text", name: "text" }),
    need: whole({ what: "text", of: "text" }),
    builder: { nullable: "text" },
    recognisedBy: ["business", "it"],
    signs: { list: signShape },
  },
  preserved: { how: "text" },
  "partnership-agreed": { itOwner: "text", businessOwner: "text" },
  "owner-changed": { side: ["it", "business"], owner: "text" },
  "part-marked": { part: partShape },
  "rebuilding-begun": {},
  "part-rebuilt": { part: "text", how: "text" },
  "learning-begun": {},
  "lesson-recorded": { lesson: lessonShape },
  closed: { why: "text" },
  withdrawn: { why: "text" },
  "false-alarm": { why: "text" },
} as const satisfies Readonly<Record<string, ObjectShape["object"]>>;

/** The shape of what a case is opened with: its first event, but for the kind. */
export const openingShape = whole({ ...happened, ...says.opened });

/** The shape of each kind of event. */
export const eventShapes: Readonly<Record<string, ObjectShape>> = Object.fromEntries(
  Object.entries(says).map(([kind, fields]) => [kind, whole({ kind: [kind], ...happened, ...fields })]),
);

/** What an event of a kind says beyond when it happened and who did it: the names of its fields. */
export const fieldsOf = (kind: EscalationEventKind): readonly string[] => Object.keys(says[kind]);

type Happened = ShapedBy<Whole<typeof happened>>;

type SaidBy<Kind extends keyof typeof says> = ShapedBy<Whole<(typeof says)[Kind]>>;

type Says = { [Kind in Exclude<keyof typeof says, "lesson-recorded">]: SaidBy<Kind> } & {
  "lesson-recorded": {
    readonly lesson: Omit<SaidBy<"lesson-recorded">["lesson"], "proposal"> & { readonly proposal?: PolicyChanges };
  };
};

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
export type EscalationEvent = { [Kind in keyof Says]: { readonly kind: Kind } & Happened & Says[Kind] }[keyof Says];

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
