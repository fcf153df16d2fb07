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
export { parseAction, parseApproval, safeParseAction, safeParseApproval } from "./governance-json/index.js";
