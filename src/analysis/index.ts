export { type Constraint, constraintsOf, type FactValues, partialProfile, synthesizeProfile } from "../facts/index.js";
export {
  type Answering,
  type Doubt,
  doubtsIn,
  type FieldAnswer,
  openFields,
  type ProfileField,
  withAnswer,
} from "../interview/index.js";
export type { Analysable, Analysis, AnalysisOptions } from "./analysable.js";
export { createAnalysis } from "./analysis.js";
export type { AnswerOptions, TooLarge, Witness } from "./answers.js";
export { atItsBest } from "./at-its-best.js";
export type { Change } from "./change.js";
export { type Comparison, comparePolicies } from "./compare.js";
export type { Decided } from "./decided.js";
export {
  type ChangedRegion,
  type DiffOptions,
  diffEach,
  diffPolicies,
  type MovedApp,
  type PolicyDiff,
  type TierChange,
} from "./diff.js";
export { type IndependencePair, type IndependencePairs, independencePairs } from "./independence.js";
export { lintPolicy } from "./lint.js";
export type { Lint, LintFinding, LintId } from "./lint-finding.js";
export type { PartChange, PartWitness } from "./part-change.js";
export { type PathsTo, pathsTo } from "./paths.js";
export {
  type HandledPart,
  type PathByComponents,
  type PathsByComponents,
  pathsByComponents,
} from "./paths-by-components.js";
export type { PathTo } from "./paths-within.js";
export {
  type ActionClaim,
  type Claim,
  everyAppIsReviewed,
  moreRiskNeverLowers,
  neverIn,
  type Property,
  stepsAtMost,
} from "./property.js";
export { type Proof, prove } from "./prove.js";
export { type NextQuestion, type NextQuestions, nextQuestions, type QuestionOptions } from "./questions.js";
export { type TierRange, tierRange } from "./range.js";
export { canReach, type Reach } from "./reach.js";
export { type SufficientReason, type SufficientReasons, sufficientReasons } from "./reasons.js";
export { type Removable, removableFacts, type Sensitivity, sensitivity } from "./sensitivity.js";
export { type MoveShares, moveShares, type ShareOptions, type TierShares, tierShares } from "./shares.js";
export { type SmallestDifference, smallestDifference } from "./smallest-difference.js";
export { type UndecidedGap, undecidedGap } from "./undecided-gap.js";
export type { Priors } from "./weights.js";
