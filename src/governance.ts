export { parseAction, safeParseAction } from "./formats/action.js";
export { parseApproval, safeParseApproval } from "./formats/approval.js";
export {
  type AnsweredItem,
  type AuthorizationReason,
  type ComponentStatus,
  type ComponentUse,
  componentUses,
  type ItemEvidence,
  type MissingApproval,
  type ObservedFact,
  type PlainAction,
  type Recommendation,
  type Remedy,
  type ReviewAnswer,
  recommendComponents,
  type Scope,
  type ScopeExcess,
} from "./governance/index.js";
