export { type Action, applyAction, type PlainAction } from "./action.js";
export { actionShapes } from "./action-shape.js";
export {
  type Approval,
  type Approvals,
  beyondApprovals,
  endOf,
  type ItemEvidence,
  type MissingApproval,
  missingApproval,
} from "./approval.js";
export { approvalShape } from "./approval-shape.js";
export { type ActionContext, type Authorization, authorize, boundariesOn, isHarmless } from "./authorize.js";
export { beyondScope, type ScopeExcess } from "./beyond.js";
export type { AuthorizationReason } from "./boundary.js";
export type { AnsweredItem, ObservedFact } from "./checklist.js";
export { type ComponentStatus, type ComponentUse, componentUses } from "./components.js";
export { type DueReview, dueReviews, type Milestone, reviewsUpTo } from "./due-reviews.js";
export { type Recommendation, recommendComponents } from "./recommend.js";
export { type ReviewOutcome, recordReview } from "./record-review.js";
export type { Remedy } from "./remedy.js";
export type { ReviewAnswer } from "./review-answer.js";
export type { Scope } from "./scope.js";
