import type { Evidence } from "../conditions/index.js";
import type { Severity } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import type { Day } from "../time/index.js";

/**
 * How a rule stands: it `holds`; it is `possible` while facts are unknown; it is `covered` by a component; or it is
 * `exempt` by the policy.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 *
 * classify({ id: "stock", name: "Stock list", audience: { users: 140 } }).findings[0]?.status; // → "holds"
 * ```
 */
export type FindingStatus = "holds" | "possible" | "covered" | "exempt";

/**
 * A criterion, sign or limit that holds, could hold, or would hold but for a component or an exemption.
 *
 * @example
 * ```ts
 * import { classify, type Finding } from "plimsoll";
 *
 * const speak = ({ title, advice }: Finding) => `${title}: ${advice}`;
 * const { findings } = classify({ id: "stock", name: "Stock list", audience: { users: 140 } });
 *
 * findings.filter(({ status }) => status === "holds").map(speak); // → ["Many users: Show IT its busiest hour before more people join."]
 * ```
 */
export interface Finding<Tier extends string = string> {
  readonly kind: "criterion" | "sign" | "limit";
  readonly id: string;
  readonly status: FindingStatus;
  /** The tier that it lifts to; one that is covered or exempt lifts nothing. */
  readonly tier: Tier;
  /** The severity of a warning sign; `null` for criteria and limits. */
  readonly severity: Severity | null;
  readonly title: string;
  readonly why: string;
  readonly advice: string;
  /** Where the rule comes from; empty when the policy does not say. */
  readonly source: string;
  /** What it rests on: up to a hundred lines, and beyond them each fact that is open. */
  readonly evidence: readonly Evidence[];
  /** The ids of the components that cover it; empty unless it is covered. */
  readonly coveredBy: readonly string[];
}

/**
 * An unknown fact that could still change the tier, or at least tell whether a finding holds.
 *
 * @example
 * ```ts
 * import { classify, type Question } from "plimsoll";
 *
 * const minutes = (questions: readonly Question[]) => questions.reduce((sum, { cost }) => sum + cost, 0);
 * const { questions } = classify({ id: "stock", name: "Stock list", data: [{ class: "health" }] });
 *
 * minutes(questions.filter(({ opens }) => opens === "tier")); // → 0
 * minutes(questions) > 0; // → true
 * ```
 */
export interface Question<Tier extends string = string> {
  readonly fact: string;
  /**
   * What its answer could change: the `tier`; or, once no answer to it can, only whether a `finding` holds that lifts no higher. Whoever
   * needs the tier alone stops before the first of these.
   */
  readonly opens: "tier" | "finding";
  /** The question, for a person. */
  readonly question: string;
  /** Where in the profile the answer belongs. */
  readonly answerAt: readonly Pointer[];
  /** What it costs a person to answer, in minutes. */
  readonly cost: number;
  /** The highest tier of the findings that wait for it: where it opens the tier, the highest that the answer could lift to. */
  readonly couldReach: Tier;
  /** The ids of the findings that it would help to decide, the highest tier first. */
  readonly findings: readonly string[];
}

/**
 * An adjustment of the policy that applies to an app, or may while facts are unknown.
 *
 * @example
 * ```ts
 * import type { Adjusted } from "plimsoll";
 *
 * const inWords = ({ by, title }: Adjusted) => `One tier ${by < 0 ? "lower" : "higher"}: ${title}`;
 *
 * inWords({ id: "a", by: -1, status: "holds", title: "Tested", why: "", advice: "", source: "", evidence: [] }); // → "One tier lower: Tested"
 * ```
 */
export interface Adjusted {
  readonly id: string;
  /** One tier lower, or one higher. */
  readonly by: -1 | 1;
  readonly status: "holds" | "possible";
  readonly title: string;
  readonly why: string;
  readonly advice: string;
  readonly source: string;
  readonly evidence: readonly Evidence[];
}

/**
 * Which tier an app belongs to, why, and what is still open. Plain JSON.
 *
 * @example
 * ```ts
 * import { type Classification, classify } from "plimsoll";
 *
 * const isSafeAlone = ({ settled, tier }: Classification) => settled && tier === "citizen";
 *
 * isSafeAlone(classify({ id: "stock", name: "Stock list" })); // → false
 * ```
 */
export interface Classification<Tier extends string = string> {
  /** The id of the app. */
  readonly app: string;
  /** The policy that was asked. */
  readonly policy: { readonly id: string; readonly version: string };
  /** The day as of which it is so, as an ISO date; left out where none was given. */
  readonly asOf?: Day;
  /** The highest tier that is certainly reached. */
  readonly tier: Tier;
  /** The highest tier that is still possible. */
  readonly ceiling: Tier;
  /** Whether the two are the same, so that no answer can change the tier. */
  readonly settled: boolean;
  /** What holds first, then what is possible, covered, exempt; within each, the highest tier first. */
  readonly findings: readonly Finding<Tier>[];
  /** What takes the app a tier lower or higher than its findings lift it, or may; left out where the policy adjusts nothing. */
  readonly adjustments?: readonly Adjusted[];
  /**
   * The unknown facts that could still change the tier, most telling first, none when settled; then those that could only tell
   * whether a finding holds that is possible.
   */
  readonly questions: readonly Question<Tier>[];
}
