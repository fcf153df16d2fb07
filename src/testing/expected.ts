import * as z from "zod/mini";
import { actionSchema } from "../formats/action.js";
import type { Action, PlainAction } from "../governance/index.js";
import { described, optional, shortText } from "../json/index.js";
import { type Severity, severities } from "../policy/index.js";

/**
 * Which reviews an app needs before a milestone: these, and no others.
 *
 * @example
 * ```ts
 * import type { ExpectedReviews } from "plimsoll/testing";
 *
 * const expected: ExpectedReviews = {
 *   before: "access",
 *   due: ["architecture", "security"],
 *   answers: { security: { access: "open" } },
 * };
 *
 * expected.due.length; // → 2
 * ```
 */
export interface ExpectedReviews {
  /** The milestone that the app comes to. */
  readonly before: string;
  /** The reviews that are due, by id. */
  readonly due: readonly string[];
  /** How far items of their checklists are answered, by the ids of the review and of the item. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, "met" | "not-met" | "open">>>>;
}

/**
 * What the boundaries of a policy say of an action.
 *
 * @example
 * ```ts
 * import type { ExpectedDecision } from "plimsoll/testing";
 *
 * const expected: ExpectedDecision = { on: { kind: "grow", users: 200 }, is: "review", reviews: ["architecture"] };
 *
 * expected.is; // → "review"
 * ```
 */
export interface ExpectedDecision {
  /** What is about to be done; an action of your own by its name, which changes nothing of the app. */
  readonly on: PlainAction | { readonly kind: "custom"; readonly name: string };
  readonly is: "allow" | "review" | "deny";
  /** The reviews that are asked for, by id: these, and no others. */
  readonly reviews?: readonly string[];
}

/**
 * What an audit finds about an app.
 *
 * @example
 * ```ts
 * import type { ExpectedAudit } from "plimsoll/testing";
 *
 * const expected: ExpectedAudit = { finds: { "critical-without-support": "high" }, not: ["orphaned"] };
 *
 * expected.finds?.["critical-without-support"]; // → "high"
 * ```
 */
export interface ExpectedAudit {
  /** The checks and rules that are found, by id, each with its severity; others may be found as well. */
  readonly finds?: Readonly<Record<string, Severity>>;
  /** Checks and rules that are not found, by id. */
  readonly not?: readonly string[];
  /** The points of all findings together, multiplied by every weight that holds. */
  readonly points?: number;
  /** What the audit suggests because of a finding; `null` where it suggests nothing. */
  readonly suggests?: "retirement" | null;
}

/**
 * What a test expects of an app besides its tier and the rules that hold.
 *
 * @example
 * ```ts
 * import type { ExpectedParts } from "plimsoll/testing";
 *
 * const expected: ExpectedParts = { severity: { "sensitive-data": "high" }, covered: ["compliance"] };
 *
 * expected.covered; // → ["compliance"]
 * ```
 */
export interface ExpectedParts {
  /** How severe the rules that hold are, by id; those without a severity of their own are left out. */
  readonly severity?: Readonly<Record<string, Severity>>;
  /** The rules that components cover, by id: these, and no others. */
  readonly covered?: readonly string[];
  /** The reviews that are due. */
  readonly reviews?: ExpectedReviews;
  /** What its boundaries say of an action. */
  readonly decision?: ExpectedDecision;
  /** What an audit finds. */
  readonly audit?: ExpectedAudit;
}

const severity = () => z.enum(severities);
const names = () => z.array(shortText());

const reviews = z.strictObject({
  before: described(shortText(), "The milestone that the app comes to."),
  due: described(names(), "The reviews that are due, by id: these, and no others."),
  answers: optional(
    z.record(shortText(), z.record(shortText(), z.enum(["met", "not-met", "open"]))),
    "How far items of their checklists are answered, by review and item.",
  ),
});

const custom = z.strictObject({ kind: z.literal("custom"), name: shortText() });

const decision = z.strictObject({
  on: described(z.union([actionSchema, custom]), "What is about to be done; one of your own by its name."),
  is: described(z.enum(["allow", "review", "deny"]), "What the boundaries say of it."),
  reviews: optional(names(), "The reviews that are asked for, by id: these, and no others."),
});

const audit = z.strictObject({
  finds: optional(z.record(shortText(), severity()), "Checks and rules that are found, each with its severity."),
  not: optional(names(), "Checks and rules that are not found."),
  points: optional(z.number(), "The points of all findings together, multiplied by every weight that holds."),
  suggests: optional(
    z.union([z.literal("retirement"), z.null()]),
    "What the audit suggests because of a finding; null where it suggests nothing.",
  ),
});

/** An action that is written down, as what is asked: one of your own changes nothing of the app. */
export const actionOn = (on: ExpectedDecision["on"]): Action =>
  on.kind === "custom" ? { ...on, apply: (app) => app } : on;

/** The fields of an expectation that are about more than tiers. */
export const expectedParts = {
  severity: optional(z.record(shortText(), severity()), "How severe the rules that hold are, by id."),
  covered: optional(names(), "The rules that components cover, by id: these, and no others."),
  reviews: optional(reviews, "The reviews that are due before a milestone."),
  decision: optional(decision, "What the boundaries say of an action."),
  audit: optional(audit, "What an audit finds."),
};

/** Whether an expectation is about what is decided on a day. */
export const needsDay = ({ reviews: due, decision: decided, audit: found }: ExpectedParts): boolean =>
  [due, decided, found].some((each) => each !== undefined);

/** Whether an expectation is about more than tiers and the rules that hold. */
export const isAboutParts = (expected: ExpectedParts): boolean =>
  Object.keys(expected).some((field) => Object.hasOwn(expectedParts, field));
