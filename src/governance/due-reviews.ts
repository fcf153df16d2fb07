import { createExaminer, type Examination } from "../classify/index.js";
import { and, FALSE, TRUE, type Truth, UNDECIDED } from "../facts/index.js";
import { factsOf, lookAgainAtAll, type Policy, type PolicyOptions, type Review, rankingOf } from "../policy/index.js";
import { PlimsollError, suggest } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { assertShape, looking, lookingAgain } from "../shapes/index.js";
import { standardPolicy } from "../standard/index.js";
import { type Approvals, type MissingApproval, missingApproval } from "./approval.js";
import { assertContext } from "./assert-context.js";
import { type AnsweredItem, answerItems } from "./checklist.js";
import { isAbove, truthTold } from "./tiers.js";

/**
 * A review that is to be held, with its checklist answered as far as the profile can. Plain JSON.
 *
 * @example
 * ```ts
 * import { type DueReview, dueReviews } from "plimsoll";
 *
 * const invitation = ({ title, minutes, approvers }: DueReview) => `${title}, ${minutes} minutes, ${approvers.join(", ")}`;
 * const due = dueReviews({ id: "rota", name: "Rota" }, { milestone: "start", approvals: [], asOf: "2026-01-12" });
 *
 * due.map(invitation); // → ["Architecture review, 30 minutes, IT architect"]
 * ```
 */
export interface DueReview {
  /** The id of the review. */
  readonly review: string;
  readonly title: string;
  readonly why: string;
  /** What it comes before. */
  readonly milestone: string;
  /** `false` while the profile leaves open whether the app needs it. */
  readonly certain: boolean;
  /** The facts, by name, whose answers could still tell whether the app needs it; none where that is certain. */
  readonly waitsFor: readonly string[];
  /** Why no approval of it counts. */
  readonly missing: MissingApproval;
  /** Who may give it, by role. */
  readonly approvers: readonly string[];
  /** How long it takes, in minutes. */
  readonly minutes: number;
  readonly checklist: readonly AnsweredItem[];
}

/**
 * A milestone that an app comes to, and what is known of its approvals.
 *
 * @example
 * ```ts
 * import { dueReviews, type Milestone } from "plimsoll";
 *
 * const deployment: Milestone = { milestone: "deploy", approvals: [], asOf: "2026-01-12" };
 *
 * dueReviews({ id: "rota", name: "Rota" }, deployment).length; // → 4
 * ```
 */
export interface Milestone extends Approvals {
  /** `start`, `connect`, `access` or `deploy` by the standard policy. */
  readonly milestone: string;
}

/** The reviews of a milestone and of those before it. */
export function reviewsUpTo(milestone: string, { reviews = [] }: Policy): readonly Review[] {
  const milestones = [...new Set(reviews.map((review) => review.milestone))];
  const reached = milestones.indexOf(milestone);
  if (reached >= 0) return reviews.filter((review) => milestones.indexOf(review.milestone) <= reached);
  const { hint, ...rest } = suggest(milestone, milestones);
  const message = `This policy has no milestone "${milestone}".${hint}`;
  throw new PlimsollError("invalid-milestone", [
    { pointer: "/milestone", code: "unknown-reference", message, ...rest },
  ]);
}

/** Whether a review is asked of an app. */
function isAsked({ above, when }: Review, { classification, ask }: Examination, policy: Policy): Truth {
  return and(isAbove(above, classification, policy), truthTold(when === undefined || ask(when).holds));
}

/** The facts that leave it open whether a review is asked of an app: of its tier, as far as that matters, and of its condition. */
function openFor({ above, when }: Review, { classification, ask }: Examination, policy: Policy): readonly string[] {
  const rankOf = rankingOf(policy);
  const isTierOpen = isAbove(above, classification, policy) === UNDECIDED;
  const ofTier = classification.questions.filter(
    ({ opens, couldReach }) => opens === "tier" && isTierOpen && rankOf(couldReach) > rankOf(above ?? ""),
  );
  const ofCondition = when === undefined ? [] : ask(when).evidence.filter(({ met }) => met === null);
  return [...new Set([...ofTier, ...ofCondition].map(({ fact }) => fact))];
}

/**
 * The reviews that an app still needs at a milestone, those of earlier milestones included, in the order of the policy.
 * "Mandatory IT review at key milestones". A review that the profile leaves open whether it is needed is due as well: an
 * allowing decision never rests on an unknown.
 *
 * @param policy Where the lines lie; `standardPolicy` when left out.
 * @throws {PlimsollError} with code `invalid-milestone`, when the policy has no such milestone; with code `invalid-date`,
 * when a day is none; with code `invalid-policy`, when the policy cannot be asked.
 *
 * @example
 * ```ts
 * import { dueReviews } from "plimsoll";
 *
 * const [review] = dueReviews(
 *   { id: "rota", name: "Rota", audience: { users: 140, departments: ["Sales", "Service"] } },
 *   { milestone: "start", approvals: [], asOf: "2026-01-12" },
 * );
 *
 * review?.title; // → "Architecture review"
 * review?.missing.message; // → "Nobody has given this approval yet."
 * review?.checklist.map(({ id, answer }) => `${id}: ${answer}`); // → ["scope: met", "data: open", "systems: open", "fit: open"]
 * ```
 */
export function dueReviews(
  profile: AppProfile,
  given: Milestone,
  policy: Policy = standardPolicy,
  options: PolicyOptions = {},
): readonly DueReview[] {
  const look = () => {
    assertShape({ object: { milestone: "string" }, needs: ["milestone"] }, given, "invalid-milestone");
    looking("invalid-milestone", () => assertContext({ ...given, profile }));
  };
  look();
  return lookingAgain(
    () => reviewsDue(profile, given, policy, options),
    () => {
      look();
      lookAgainAtAll(policy);
    },
  );
}

function reviewsDue(
  profile: AppProfile,
  given: Milestone,
  policy: Policy,
  options: PolicyOptions,
): readonly DueReview[] {
  const examination = createExaminer(policy, options)(profile, given);
  return reviewsUpTo(given.milestone, policy).flatMap((review): readonly DueReview[] => {
    const asked = isAsked(review, examination, policy);
    const missing = asked === FALSE ? undefined : missingApproval(review, profile, given, policy);
    if (missing === undefined) return [];
    const { id, title, why, approvers, minutes } = review;
    return [
      {
        review: id,
        title,
        why,
        milestone: review.milestone,
        certain: asked === TRUE,
        waitsFor: asked === TRUE ? [] : openFor(review, examination, policy),
        missing,
        approvers,
        minutes,
        checklist: answerItems(review, examination, factsOf(policy, options)),
      },
    ];
  });
}
