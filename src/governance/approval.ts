import { type Policy, type Review, type ScopePart, scopeParts } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { type Day, toDay } from "../time/index.js";
import { type Beyond, beyondScope } from "./beyond.js";
import type { Scope } from "./scope.js";

/**
 * The recorded outcome of a review: plain JSON, to be stored beside the app. "Mandatory IT review at key milestones".
 * Read one with `parseApproval`; make one with `recordReview`.
 *
 * @example
 * ```ts
 * import type { Approval } from "plimsoll";
 *
 * const approval: Approval = {
 *   app: "rota",
 *   review: "production-readiness",
 *   policy: { id: "standard", version: "1.0.0" },
 *   by: "IT operations",
 *   on: "2026-01-12",
 *   expiresOn: "2027-01-12",
 *   scope: { users: 40, systems: [], data: ["general"], environment: "production" },
 * };
 *
 * approval.scope.users; // → 40
 * ```
 */
export interface Approval {
  /** The version of this format; 1 when left out. */
  readonly schemaVersion?: 1;
  /** The id of the app. */
  readonly app: string;
  /** The id of the review. */
  readonly review: string;
  /** The policy that the review was held by. */
  readonly policy: { readonly id: string; readonly version: string };
  /** Who gave it, by role. */
  readonly by: string;
  /** The day on which it was given, as an ISO date. */
  readonly on: Day;
  /** The first day on which it counts no more. */
  readonly expiresOn: Day;
  readonly scope: Scope;
  /** Why what was not met is acceptable, by the id of the checklist item. */
  readonly accepted?: Readonly<Record<string, string>>;
}

/**
 * Why a review has no approval that counts, with a sentence for people.
 *
 * @example
 * ```ts
 * import { dueReviews, type Lack } from "plimsoll";
 *
 * const when = (lack: Lack) => (lack.code === "expired" ? `since ${lack.since}` : lack.code);
 * const [review] = dueReviews({ id: "rota", name: "Rota" }, { milestone: "start", approvals: [], asOf: "2026-01-12" });
 *
 * review && when(review.lack); // → "never"
 * ```
 */
export type Lack = { readonly message: string } & (
  | { readonly code: "never" }
  /** The last one counted until this day. */
  | { readonly code: "expired"; readonly since: Day }
  /** It does not cover what the app has become, or may have become. */
  | { readonly code: "beyond"; readonly beyond: readonly Beyond[] }
);

/**
 * What is known of an app's approvals.
 *
 * @example
 * ```ts
 * import { type Approvals, authorize } from "plimsoll";
 *
 * const given: Approvals = { approvals: [], asOf: "2026-01-12T09:30:00Z" };
 *
 * authorize({ kind: "deploy" }, { profile: { id: "rota", name: "Rota" }, ...given }).decision; // → "review"
 * ```
 */
export interface Approvals {
  /** Approvals of this app, and of any others. */
  readonly approvals: readonly Approval[];
  /** The day on which they are to count, as an ISO date or an instant. */
  readonly asOf: string;
}

const byDay = (one: Approval, other: Approval) => (toDay(one.on) < toDay(other.on) ? -1 : 1);

/** The approvals that an app has been given by a day, the latest last. */
function givenTo({ id }: AppProfile, { approvals, asOf }: Approvals): readonly Approval[] {
  return approvals.filter(({ app, on }) => app === id && toDay(on) <= toDay(asOf)).sort(byDay);
}

/** Why no approval of a review counts for an app; nothing, when one does. */
export function lackOf(
  { id, covers }: Pick<Review, "id" | "covers">,
  profile: AppProfile,
  given: Approvals,
): Lack | undefined {
  const ofReview = givenTo(profile, given).filter(({ review }) => review === id);
  const today = toDay(given.asOf);
  const inForce = ofReview.filter(({ expiresOn }) => today < toDay(expiresOn));
  const beyond = inForce.map(({ scope }) => beyondScope(profile, scope, covers));
  if (beyond.some((parts) => parts.length === 0)) return undefined;
  const latest = beyond.at(-1);
  if (latest !== undefined) {
    return { code: "beyond", beyond: latest, message: latest.map(({ message }) => message).join(" ") };
  }
  const ends = ofReview.map(({ expiresOn }) => toDay(expiresOn)).sort();
  const since = ends.at(-1);
  if (since === undefined) return { code: "never", message: "Nobody has given this approval yet." };
  return { code: "expired", since, message: `The approval has expired on ${since}.` };
}

/**
 * In which parts an app has outgrown what was approved: parts that the latest approval of no review covers, though there
 * is one that speaks of them. An approval that has expired still says what was agreed.
 */
export function beyondApprovals(
  profile: AppProfile,
  given: Approvals,
  { reviews = [] }: Pick<Policy, "reviews">,
): readonly Beyond[] {
  const ofApp = givenTo(profile, given);
  const covers = (review: string, part: ScopePart) =>
    reviews.some(({ id, covers }) => id === review && covers.includes(part));
  return scopeParts.flatMap((part) => {
    const latest = new Map(ofApp.filter(({ review }) => covers(review, part)).map((each) => [each.review, each]));
    const beyond = [...latest.values()].sort(byDay).map(({ scope }) => beyondScope(profile, scope, [part]));
    return beyond.some((gaps) => gaps.length === 0) ? [] : (beyond.at(-1) ?? []);
  });
}
