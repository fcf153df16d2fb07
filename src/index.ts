export {
  type Adjusted,
  type Classification,
  type Classifier,
  classify,
  createClassifier,
  type Finding,
  type FindingStatus,
  type Question,
} from "./classify/index.js";
export type { Condition, ConditionOver, Evidence, FactCondition, Points, ScoreItem } from "./conditions/index.js";
export {
  type Catalogue,
  type Derived,
  type Domain,
  defineFact,
  deriveFacts,
  type Fact,
  type FactForm,
  type FactRecord,
  type FactRecords,
  type FactValue,
  type FieldCondition,
  type Line,
  type Reading,
  reading,
  type StandardFacts,
  standardFacts,
} from "./facts/index.js";
export { type Config, safeParseConfig } from "./formats/config.js";
export { safeParsePack } from "./formats/pack.js";
export { parsePolicy, safeParsePolicy } from "./formats/policy/index.js";
export { safeParsePolicyChanges } from "./formats/policy-changes.js";
export { type ProfileOptions, parseProfile, safeParseProfile } from "./formats/profile/index.js";
export {
  type Action,
  type ActionContext,
  type Approval,
  type Approvals,
  type Authorization,
  authorize,
  type DueReview,
  dueReviews,
  type Milestone,
  type ReviewOutcome,
  recordReview,
} from "./governance/index.js";
export {
  type AppGrowth,
  type CrossedLine,
  changeSinceInWords,
  type FactChange,
  type GrowthAspect,
  growthAspects,
} from "./growth/index.js";
export {
  buildGuide,
  type Guide,
} from "./guide/index.js";
export type { InputLimits, ReadOptions } from "./json/index.js";
export {
  type Adjustment,
  type Audit,
  type AuditCheck,
  type AuditWeight,
  type Boundary,
  type ChecklistItem,
  type Component,
  type Criterion,
  carryFacts,
  type DecisionTable,
  definePolicy,
  type Effort,
  extendPolicy,
  factsOf,
  type Help,
  type Limit,
  type Pack,
  type Policy,
  type PolicyChanges,
  type PolicyOptions,
  type Reference,
  type Retirement,
  type Review,
  type Rubric,
  type RuleChange,
  type RuleLifecycle,
  type ScopePart,
  type Severity,
  type Sign,
  safeExtendPolicy,
  type Tier,
} from "./policy/index.js";
export {
  type AuditFinding,
  type AuditOptions,
  type AuditReport,
  type AuditSummary,
  audit,
  type DuplicateApp,
  type GoneApp,
  type PortfolioGrowth,
  type RankedApp,
  type UnreadableApp,
} from "./portfolio/index.js";
export {
  nearestName,
  PlimsollError,
  type PlimsollErrorCode,
  type Pointer,
  type Problem,
  type ProblemCode,
  type Result,
  toPointer,
} from "./problems/index.js";
export type { AppProfile } from "./profile/index.js";
export { type StandardTierId, standardPolicy } from "./standard/index.js";
export type { AsOf } from "./time/index.js";
export { evidenceInWords } from "./words/index.js";
