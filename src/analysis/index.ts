export { type Constraint, constraintsOf } from "../facts/index.js";
export {
  type Answering,
  type Doubt,
  doubtsIn,
  type FieldAnswer,
  openFields,
  type ProfileField,
  withAnswer,
} from "../interview/index.js";
export { type FactValues, partialProfile, synthesizeProfile } from "../synthesis/index.js";
export { type Analysis, createAnalysis } from "./analysis.js";
export type { TooLarge, Witness } from "./answers.js";
export {
  canReach,
  comparePolicies,
  diffPolicies,
  independencePairs,
  lintPolicy,
  nextQuestions,
  pathsTo,
  prove,
  removableFacts,
  sensitivity,
  sufficientReasons,
  tierRange,
  undecidedGap,
} from "./ask.js";
export type { Change } from "./change.js";
export type { Comparison } from "./compare.js";
export type { ChangedRegion, DiffOptions, MovedApp, PolicyDiff, TierChange } from "./diff.js";
export type { IndependencePair, IndependencePairs } from "./independence.js";
export type { Lint, LintFinding, LintId } from "./lint-finding.js";
export type { PathsTo, PathTo } from "./paths.js";
export {
  type Claim,
  everyAppIsReviewed,
  moreRiskNeverLowers,
  neverIn,
  type Property,
  stepsAtMost,
} from "./property.js";
export type { Proof } from "./prove.js";
export type { NextQuestion, NextQuestions, QuestionOptions } from "./questions.js";
export type { TierRange } from "./range.js";
export type { Reach } from "./reach.js";
export type { SufficientReason, SufficientReasons } from "./reasons.js";
export type { Removable, Sensitivity } from "./sensitivity.js";
export type { AnalysisOptions } from "./study.js";
export type { UndecidedGap } from "./undecided-gap.js";
export type { Priors } from "./weights.js";
