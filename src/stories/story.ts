import type { AppProfile } from "../profile/index.js";
import type { StandardCriterionId, StandardSignId, StandardTierId } from "../standard/index.js";

/**
 * What was so from one day on.
 *
 * @example
 * ```ts
 * import { stories } from "plimsoll/stories";
 *
 * stories[0]?.moments.at(-1)?.what; // → "On a Tuesday at 3 AM one of the systems has changed, and no shipment leaves in the morning."
 * ```
 */
export interface Moment {
  /** ISO date. */
  readonly on: string;
  /** What happened, in a sentence. */
  readonly what: string;
  /** What could be said of the app from that day on. */
  readonly profile: AppProfile;
}

/**
 * One app of the article, from its start to its incident. The numbers, and the time between moments where it is told, are
 * the article's; the dates are ours, and what the article does not tell stays unknown: who built an app is not always who
 * uses it.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { stories } from "plimsoll/stories";
 *
 * const [warehouse] = stories;
 *
 * warehouse?.moments.map(({ on, profile }) => [on, classify(profile).tier]); // → [["2025-01-16", "citizen"], ["2025-04-16", "professional"], ["2025-07-16", "professional"], ["2025-09-16", "professional"]]
 * ```
 */
export interface Story {
  readonly id: string;
  readonly title: string;
  /** What happened, in a sentence or two. */
  readonly summary: string;
  /** The section of the article that tells it. */
  readonly source: string;
  /** The tier that the app belonged to when it began. */
  readonly startedAs: StandardTierId;
  /** The rules of the standard policy that hold at the incident, because the article names what they look for. */
  readonly shouldHaveCaught: readonly (StandardSignId | StandardCriterionId)[];
  /** In the order of time: the start first, the incident last. */
  readonly moments: readonly [Moment, ...Moment[], Moment];
}
