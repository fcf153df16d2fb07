export {
  type Backtest,
  type BacktestComparison,
  backtest,
  compareBacktests,
  type Gain,
  type RuleBacktest,
  type RuleGain,
  type Seen,
  type Sighting,
  type TierBacktest,
  type TierGain,
  type Timeline,
  type TimelineMoment,
} from "./backtest/index.js";
export {
  type Classification,
  type Classifier,
  classify,
  createClassifier,
  type Finding,
  type FindingStatus,
  type Question,
} from "./classify/index.js";
export type { Condition, ConditionOver, Evidence, FactCondition, Points } from "./conditions/index.js";
export {
  atLeast,
  type Catalogue,
  type Constraint,
  type Derived,
  type Domain,
  defineFact,
  deriveFacts,
  exact,
  type Fact,
  type FactValue,
  type Line,
  type Reading,
  type StandardFacts,
  standardConstraints,
  standardFacts,
  unknown,
} from "./facts/index.js";
export {
  type Audit,
  type AuditCheck,
  type Boundary,
  type ChecklistItem,
  type Component,
  type Criterion,
  definePolicy,
  extendPolicy,
  type Help,
  type Limit,
  type Policy,
  type PolicyChanges,
  type PolicyOptions,
  type Review,
  type Rubric,
  type RuleChange,
  type ScopePart,
  type Severity,
  type Sign,
  type Tier,
} from "./policy/index.js";
export { parsePolicy, safeParsePolicy } from "./policy-json/index.js";
export {
  PlimsollError,
  type PlimsollErrorCode,
  type Pointer,
  type Problem,
  type ProblemCode,
  type Result,
  toPointer,
} from "./problems/index.js";
export { type AppProfile, parseProfile, safeParseProfile } from "./profile/index.js";
export { type StandardTierId, standardPolicy } from "./standard/index.js";
export { safeParseTimeline } from "./timeline-json/index.js";
