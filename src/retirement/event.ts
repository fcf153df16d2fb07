import { type ObjectShape, type ShapedBy, type Whole, whole } from "../shapes/index.js";

/** Why an app is suggested. */
const reasonShape = whole({
  kind: ["unused", "owner-gone", "duplicate"],
  why: "text",
  // Where it was seen: pointers into the profile, or sentences.
  evidence: { list: "text" },
  duplicates: { nullable: "text" },
});

/** Whom the policy has asked, and who decides. */
const termsShape = whole({ asks: { list: "text" }, decides: "text", keepArchiveForDays: "count" });

/** What every event says: when it happened, as a date or an instant, and who did it, by role. */
const happened = { at: "instant", by: "text" } as const;

/** What each kind of event says beyond when and who. */
const says = {
  suggested: {
    id: "text",
    app: whole({ id: "text", name: "text" }),
    reasons: { list: reasonShape },
    terms: termsShape,
  },
  asked: { who: "text" },
  answered: { who: "text", needed: "flag", why: "text" },
  "stayed-silent": { who: "text", tried: "text" },
  archived: { where: "text", restore: "text", instead: { nullable: "text" } },
  decided: { why: "text" },
  closed: { archive: ["kept", "given-up"], why: "text" },
  kept: { owner: "text", why: "text" },
  withdrawn: { why: "text" },
} as const satisfies Readonly<Record<string, ObjectShape["object"]>>;

/** The shape of what a retirement is opened with: its first event, but for the kind. */
export const suggestionShape = whole({ ...happened, ...says.suggested });

/** The shape of each kind of event. */
export const retirementShapes: Readonly<Record<string, ObjectShape>> = Object.fromEntries(
  Object.entries(says).map(([kind, fields]) => [kind, whole({ kind: [kind], ...happened, ...fields })]),
);

/** What an event of a kind says beyond when it happened and who did it: the names of its fields. */
export const fieldsOf = (kind: RetirementEventKind): readonly string[] => Object.keys(says[kind]);

type Happened = ShapedBy<Whole<typeof happened>>;

type Says = { [Kind in keyof typeof says]: ShapedBy<Whole<(typeof says)[Kind]>> };

/**
 * Why an app is suggested for retirement: nobody uses it, whoever owned it has left, or another app does the same. With what was
 * seen: pointers into its profile, or sentences.
 *
 * @example
 * ```ts
 * import type { RetirementReason } from "plimsoll/retirement";
 *
 * const twice: RetirementReason = {
 *   kind: "duplicate",
 *   why: "Both plan the same shifts.",
 *   evidence: ["Both read the list of wards."],
 *   duplicates: "rota-2",
 * };
 *
 * twice.duplicates; // → "rota-2"
 * ```
 */
export type RetirementReason = ShapedBy<typeof reasonShape>;

/**
 * Something that happened to a retirement: plain JSON, told apart by `kind`.
 *
 * @example
 * ```ts
 * import type { RetirementEvent } from "plimsoll/retirement";
 *
 * const asked: RetirementEvent = { kind: "asked", at: "2026-01-13", by: "Platform team", who: "Ward team" };
 *
 * asked.kind; // → "asked"
 * ```
 */
export type RetirementEvent = { [Kind in keyof Says]: { readonly kind: Kind } & Happened & Says[Kind] }[keyof Says];

/**
 * One kind of event.
 *
 * @example
 * ```ts
 * import type { RetirementEventKind } from "plimsoll/retirement";
 *
 * const last: RetirementEventKind = "closed";
 *
 * last; // → "closed"
 * ```
 */
export type RetirementEventKind = RetirementEvent["kind"];

/** The event of a kind. */
export type RetirementEventOf<Kind extends RetirementEventKind> = Extract<RetirementEvent, { readonly kind: Kind }>;

/**
 * How a retirement begins: who suggests it, and why.
 *
 * @example
 * ```ts
 * import { openRetirement, type Suggestion } from "plimsoll/retirement";
 *
 * const suggestion: Suggestion = {
 *   kind: "suggested",
 *   ...{ id: "end-1", at: "2026-01-12", by: "Platform team", app: { id: "rota", name: "Rota" } },
 *   reasons: [{ kind: "unused", why: "Nobody has opened it for half a year.", evidence: ["/lifecycle/lastUsedOn"], duplicates: null }],
 *   terms: { asks: ["Ward team"], decides: "Department head", keepArchiveForDays: 365 },
 * };
 * const { kind: _, ...opening } = suggestion;
 *
 * openRetirement(opening).state; // → "suggested"
 * ```
 */
export type Suggestion = RetirementEventOf<"suggested">;
