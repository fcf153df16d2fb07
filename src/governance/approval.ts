import { sameName } from "../names/index.js";
import { type Policy, type Review, scopeParts } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { assertShape, looking } from "../shapes/index.js";
import { addDays, type Day, toDay } from "../time/index.js";
import { approvalShape } from "./approval-shape.js";
import { beyondScope, type ScopeExcess } from "./beyond.js";
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
  /** Who gave it, by role: one of the review's approvers. */
  readonly by: string;
  /** Who that was, where that is to be kept. */
  readonly person?: string;
  /** The ticket or request in which it was decided. */
  readonly ticket?: string;
  /** Where the decision can be read. */
  readonly link?: string;
  /** The day on which it was given, as an ISO date. */
  readonly on: Day;
  /** The first day on which it counts no more. */
  readonly expiresOn: Day;
  readonly scope: Scope;
  /** Why an unmet checklist item is acceptable, by the id of the item. */
  readonly accepted?: Readonly<Record<string, string>>;
  /** Who has looked at what an item asks to be shown, by the id of the checklist item. */
  readonly evidence?: Readonly<Record<string, ItemEvidence>>;
}

/**
 * Who has looked at what a checklist item asks to be shown, and when.
 *
 * @example
 * ```ts
 * import type { ItemEvidence } from "plimsoll/governance";
 *
 * const tried: ItemEvidence = { by: "Security analyst", on: "2026-01-10", note: "Signed in as a colleague of another ward." };
 *
 * tried.by; // → "Security analyst"
 * ```
 */
export interface ItemEvidence {
  /** Who looked at it, by role or name. */
  readonly by: string;
  /** On which day, as an ISO date. */
  readonly on: Day;
  /** Where it can be seen. */
  readonly link?: string;
  /** What was seen, in a sentence. */
  readonly note?: string;
}

/**
 * Why a review has no approval that counts, with a sentence for people.
 *
 * @example
 * ```ts
 * import { dueReviews } from "plimsoll";
 * import { type MissingApproval } from "plimsoll/governance";
 *
 * const when = (missing: MissingApproval) => (missing.code === "expired" ? `since ${missing.since}` : missing.code);
 * const [review] = dueReviews({ id: "rota", name: "Rota" }, { milestone: "start", approvals: [], asOf: "2026-01-12" });
 *
 * review && when(review.missing); // → "never"
 * ```
 */
export type MissingApproval = { readonly message: string } & (
  | { readonly code: "never" }
  /** The last one counted until this day. */
  | { readonly code: "expired"; readonly since: Day }
  /** What was given does not count: whoever gave it may not, or it was given by another policy. */
  | { readonly code: "void" }
  /** It does not cover what the app has become, or may have become. */
  | { readonly code: "beyond"; readonly beyond: readonly ScopeExcess[] }
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
  return looking("invalid-approval", () => {
    const ofApp = approvals.filter((approval) => approval?.app === id);
    for (const approval of ofApp) assertShape(approvalShape, approval, "invalid-approval", "parseApproval");
    return ofApp.filter(({ on }) => toDay(on) <= toDay(asOf)).sort(byDay);
  });
}

/** The part of a policy that says what its approvals are worth. */
export type Approving = Pick<Policy, "id" | "reviews">;

/** Why an approval is none by the review that it names; nothing when it is one. */
function faultOf(
  { by, policy }: Approval,
  { approvers }: Pick<Review, "approvers">,
  asked: Approving,
): string | undefined {
  if (policy.id !== asked.id) return `It was given by the policy "${policy.id}", and this one is "${asked.id}".`;
  if (approvers.some((approver) => sameName(approver, by))) return undefined;
  return `"${by}" gave it, and only ${approvers.join(" or ")} can.`;
}

/**
 * The first day on which an approval counts no more: as it says itself, and never longer than its review lets it count.
 */
export function endOf(
  { on, expiresOn }: Pick<Approval, "on" | "expiresOn">,
  { validFor }: Pick<Review, "validFor">,
): Day {
  const [own, latest] = [toDay(expiresOn), addDays(toDay(on), validFor)];
  return own < latest ? own : latest;
}

/** Why no approval of a review counts for an app; nothing, when one does. */
export function missingApproval(
  review: Review,
  profile: AppProfile,
  given: Approvals,
  policy: Approving,
): MissingApproval | undefined {
  const ofReview = givenTo(profile, given).filter((approval) => approval.review === review.id);
  const today = toDay(given.asOf);
  const sound = ofReview.filter((approval) => faultOf(approval, review, policy) === undefined);
  const inForce = sound.filter((approval) => today < endOf(approval, review));
  const beyond = inForce.map(({ scope }) => beyondScope(profile, scope, review.covers));
  if (beyond.some((parts) => parts.length === 0)) return undefined;
  const latest = beyond.at(-1);
  if (latest !== undefined) {
    return { code: "beyond", beyond: latest, message: latest.map(({ message }) => message).join(" ") };
  }
  const since = sound
    .map((approval) => endOf(approval, review))
    .sort()
    .at(-1);
  if (since !== undefined) return { code: "expired", since, message: `The approval has expired on ${since}.` };
  const last = ofReview.at(-1);
  const fault = last && faultOf(last, review, policy);
  if (fault !== undefined) return { code: "void", message: `There is an approval, but it does not count. ${fault}` };
  return { code: "never", message: "Nobody has given this approval yet." };
}

/**
 * In which parts an app has outgrown what was approved: parts that the latest approval of no review covers, though there
 * is one that speaks of them. An approval that has expired still says what was agreed; one that nobody could give does not.
 */
export function beyondApprovals(profile: AppProfile, given: Approvals, policy: Approving): readonly ScopeExcess[] {
  const { reviews = [] } = policy;
  const sound = givenTo(profile, given).flatMap((approval) => {
    const review = reviews.find(({ id }) => id === approval.review);
    const isSound = review !== undefined && faultOf(approval, review, policy) === undefined;
    return isSound ? [{ approval, covers: review.covers }] : [];
  });
  return scopeParts.flatMap((part) => {
    const speaking = sound.filter(({ covers }) => covers.includes(part)).map(({ approval }) => approval);
    const latest = new Map(speaking.map((each) => [each.review, each]));
    const beyond = [...latest.values()].sort(byDay).map(({ scope }) => beyondScope(profile, scope, [part]));
    return beyond.some((gaps) => gaps.length === 0) ? [] : (beyond.at(-1) ?? []);
  });
}
