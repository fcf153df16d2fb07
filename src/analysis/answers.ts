import type { FactValue } from "../facts/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";

/**
 * An app that shows what an answer claims: a valid profile, classified before it is handed out.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { canReach, type Witness } from "plimsoll/analysis";
 *
 * const answer = canReach(standardPolicy, "citizen", { fact: "users", atLeast: 50 });
 * const witness: Witness | undefined = answer.verdict === "reachable" ? answer.witness : undefined;
 *
 * witness?.facts.users; // → 50
 * witness?.tier; // → "citizen"
 * ```
 */
export interface Witness<TierId extends string = string> {
  readonly profile: AppProfile;
  /** The facts of the app that the question is about, by name. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly tier: TierId;
  /** The day as of which the app is like that, where it has dates that the question is about. */
  readonly asOf?: Day;
}

/**
 * How much is answered where there may be many answers.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type AnswerOptions, sufficientReasons } from "plimsoll/analysis";
 *
 * const shortly: AnswerOptions = { most: 1 };
 * const told = sufficientReasons({ id: "stock", name: "Stock list", audience: { users: 600 } }, standardPolicy, shortly);
 *
 * told.verdict === "found" && told.reasons.map(({ facts }) => facts); // → [["users"]]
 * ```
 */
export interface AnswerOptions {
  /** The most answers that are wanted; 10 when left out. */
  readonly most?: number;
}

export const usualMost = 10;

/**
 * What is answered when a policy is too large for the budget: nothing is guessed.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { createAnalysis, removableFacts, type TooLarge } from "plimsoll/analysis";
 *
 * const answer = removableFacts(createAnalysis(standardPolicy, { budget: 10 }));
 * const tooLarge: TooLarge | undefined = answer.verdict === "too-large" ? answer : undefined;
 *
 * tooLarge?.message.includes("budget"); // → true
 * ```
 */
export interface TooLarge {
  readonly verdict: "too-large";
  readonly message: string;
}
