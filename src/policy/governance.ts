import type { Condition } from "../conditions/index.js";
import type { Reference } from "./background.js";
import type { RuleText, Severity } from "./rules.js";

/** What an approval may cover of an app: its people, its systems, its data, and how far along it is. */
export const scopeParts = ["users", "systems", "data", "environment"] as const;

/**
 * One of the things that an approval covers.
 *
 * @example
 * ```ts
 * import { type ScopePart, standardPolicy } from "plimsoll";
 *
 * const covered: readonly ScopePart[] = standardPolicy.reviews?.[0]?.covers ?? [];
 *
 * covered; // → ["users", "systems", "data"]
 * ```
 */
export type ScopePart = (typeof scopeParts)[number];

/**
 * One question of a review.
 *
 * @example
 * ```ts
 * import type { ChecklistItem } from "plimsoll";
 *
 * const support: ChecklistItem = {
 *   id: "support",
 *   question: "Is it written down who supports it?",
 *   met: { fact: "support", is: true },
 *   advice: "Name somebody.",
 * };
 *
 * support.met; // → { fact: "support", is: true }
 * ```
 */
export interface ChecklistItem<When = Condition> {
  readonly id: string;
  readonly question: string;
  /** The facts that it asks for, by name: while the profile leaves one of them open, so is the question. */
  readonly requiresFacts?: readonly string[];
  /** What must hold for the answer to be yes. Without `requiresFacts` and `met`, only a person can answer. */
  readonly met?: When;
  /** What somebody has to have looked at for the answer to be yes, in a sentence: the word of whoever built it is not enough. */
  readonly evidence?: string;
  /** What to do while the answer is no. */
  readonly advice?: string;
  /** Public sources that say why it is asked. */
  readonly references?: readonly Reference[];
}

/**
 * A milestone review with its checklist.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 *
 * standardPolicy.reviews?.map(({ id, milestone }) => `${id} before ${milestone}`)[0]; // → "architecture before start"
 * ```
 */
export interface Review<Tier extends string = string, When = Condition> {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** What it comes before. Milestones are reached in the order in which the reviews name them. */
  readonly milestone: string;
  /** It is asked of apps that are, or could be, above this tier; of every app when left out. */
  readonly above?: Tier;
  /** It is asked of apps of which this holds, or could. */
  readonly when?: When;
  readonly checklist: readonly ChecklistItem<When>[];
  /** Who may give it, by role. */
  readonly approvers: readonly string[];
  /** How long it takes, in minutes. */
  readonly minutes: number;
  /** For how many days its approval counts. */
  readonly validFor: number;
  /** What its approval covers. */
  readonly covers: readonly ScopePart[];
  readonly source?: string;
}

/**
 * A rule that the platform enforces on an action: it asks for a review, or denies the action and says what to do instead.
 * What is undecided asks for the review.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 *
 * standardPolicy.boundaries?.find(({ id }) => id === "data-approval")?.review; // → "security"
 * ```
 */
export interface Boundary<Tier extends string = string, When = Condition> extends RuleText {
  readonly id: string;
  /** The actions that it can stop; all when left out. */
  readonly actions?: readonly string[];
  /** It is asked of apps that the action leaves above this tier, or could; of every app when left out. */
  readonly above?: Tier;
  /** It is asked of actions that add what this holds of, or could; of every such action when left out. */
  readonly when?: When;
  /** Parts that use one of these components, by id, are no matter of this boundary. */
  readonly unlessUsing?: readonly string[];
  /** The review whose approval opens it, by id. */
  readonly review: string;
  /** What to do instead: the action is denied, and no approval opens it. */
  readonly instead?: string;
}

/**
 * What an audit looks for in every app: a condition, what is beyond its approvals or after their end, or too long a time unseen.
 *
 * @example
 * ```ts
 * import type { AuditCheck } from "plimsoll";
 *
 * const unseen: AuditCheck = {
 *   id: "unseen",
 *   title: "Not looked at for half a year",
 *   severity: "low",
 *   unseenFor: 183,
 *   why: "Apps change faster than people remember.",
 * };
 *
 * unseen.severity; // → "low"
 * ```
 */
export type AuditCheck<When = Condition> = RuleText & {
  readonly id: string;
  readonly severity: Severity;
  /** What the audit suggests where it finds this: that the app be retired. */
  readonly suggests?: "retirement";
} & (
    | { readonly when: When }
    /** The app has outgrown this part of what was approved. */
    | { readonly beyond: ScopePart }
    /** An approval of the app has expired, and was not given anew. */
    | { readonly expired: true }
    /** Nobody has looked at the app for this many days. */
    | { readonly unseenFor: number }
  );

/**
 * What makes an app more urgent than its findings alone, or less: what they add up to counts so many times while this holds.
 *
 * @example
 * ```ts
 * import type { AuditWeight } from "plimsoll";
 *
 * const open: AuditWeight = {
 *   id: "open-to-strangers",
 *   title: "strangers can come in",
 *   when: { fact: "admits", atLeast: "registered" },
 *   times: 3,
 *   why: "What is open to anybody is found by somebody.",
 * };
 *
 * open.times; // → 3
 * ```
 */
export interface AuditWeight<When = Condition> {
  readonly id: string;
  /** What is true of the app, in words that can follow "since". */
  readonly title: string;
  readonly when: When;
  /** How many times the points count; below 1 for what can wait. */
  readonly times: number;
  /** Why it weighs. */
  readonly why: string;
  readonly references?: readonly Reference[];
}

/**
 * How a portfolio is audited.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 *
 * standardPolicy.audit?.everyDays; // → 92
 * standardPolicy.audit?.points; // → { low: 1, medium: 3, high: 9 }
 * ```
 */
export interface Audit<Tier extends string = string, When = Condition> {
  /** How many days may pass from one audit to the next. */
  readonly everyDays: number;
  /** What each finding adds to the risk that an app is ranked by, by its severity. */
  readonly points: Readonly<Record<Severity, number>>;
  /**
   * What each criterion or limit that holds adds, by the tier that it lifts to. For a tier that is left out it is what `points`
   * says: for the highest tier as much as a finding of high severity, for those below as much as one of medium severity.
   */
  readonly tierPoints?: Readonly<Partial<Record<Tier, number>>>;
  /**
   * How much of its points each finding after the heaviest adds, from 0 to 1: below 1, several findings about one thing weigh
   * less than one grave thing; 1 when left out.
   */
  readonly furtherShare?: number;
  /** What makes an app more urgent than its findings alone, or less. */
  readonly weights?: readonly AuditWeight<When>[];
  readonly checks: readonly AuditCheck<When>[];
}

/**
 * Who to ask, and how.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 *
 * standardPolicy.help?.who; // → "your IT team"
 * ```
 */
export interface Help {
  /** Who helps, by role. */
  readonly who: string;
  /** How to ask, in a sentence or two. */
  readonly how: string;
  /** What to bring along. */
  readonly bring: string;
}

/**
 * How apps that nobody needs any more are led to an end: nothing is taken away that somebody was not asked about, and could not
 * have back.
 *
 * @example
 * ```ts
 * import { extendPolicy, type Retirement, standardPolicy } from "plimsoll";
 *
 * const retirement: Retirement = { asks: ["The team"], decides: "Department head", keepArchiveForDays: 365 };
 *
 * extendPolicy(standardPolicy, { id: "ours", version: "1.0.0", retirement }).retirement?.decides; // → "Department head"
 * ```
 */
export interface Retirement {
  /** Who is asked before an app is put away, by role. */
  readonly asks: readonly string[];
  /** Who decides that it ends, by role. */
  readonly decides: string;
  /** For how many days its archive is kept, at least. */
  readonly keepArchiveForDays: number;
}
