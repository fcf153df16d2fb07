/**
 * A public source of a rule.
 *
 * @example
 * ```ts
 * import type { Reference } from "plimsoll";
 *
 * const impersonation: Reference = {
 *   title: "OWASP Citizen Development Top 10",
 *   id: "CD-SEC-02",
 *   date: "2026-04",
 *   url: "https://owasp.org/www-project-citizen-development-top10-security-risks",
 * };
 *
 * impersonation.id; // → "CD-SEC-02"
 * ```
 */
export interface Reference {
  readonly title: string;
  /** When it was published: a year, a month or a day, such as 2026, 2026-04 or 2026-04-30. */
  readonly date: string;
  readonly url?: string;
  /** Its id there, such as CD-SEC-02. */
  readonly id?: string;
}

/** How much work something is, from the least to the most. */
export const efforts = ["minutes", "hours", "days", "weeks"] as const;

/**
 * How much work it usually is to settle what a rule finds.
 *
 * @example
 * ```ts
 * import type { Effort } from "plimsoll";
 *
 * const toShareWithFewer: Effort = "minutes";
 *
 * toShareWithFewer; // → "minutes"
 * ```
 */
export type Effort = (typeof efforts)[number];

/** How far along a rule is. */
export const stagesOfRules = ["experimental", "stable"] as const;

/**
 * Since when a rule is there, and whether it is still being tried.
 *
 * @example
 * ```ts
 * import type { RuleLifecycle } from "plimsoll";
 *
 * const tried: RuleLifecycle = { since: "1.0.0", stage: "experimental" };
 *
 * tried.stage; // → "experimental"
 * ```
 */
export interface RuleLifecycle {
  /** The first version of its policy or pack that has it. */
  readonly since: string;
  readonly stage: (typeof stagesOfRules)[number];
}
