export { movedBy } from "./adjust.js";
export { type Effort, efforts, type Reference, type RuleLifecycle, stagesOfRules } from "./background.js";
export { carryFacts } from "./carry.js";
export type { PolicyChanges, RuleChange } from "./changes.js";
export { assertPolicy, checkPolicy } from "./check.js";
export { canBeCovered } from "./coverable.js";
export { definePolicy } from "./define.js";
export { extendPolicy, safeExtendPolicy } from "./extend.js";
export {
  type Audit,
  type AuditCheck,
  type AuditWeight,
  type Boundary,
  type ChecklistItem,
  type Help,
  type Retirement,
  type Review,
  type ScopePart,
  scopeParts,
} from "./governance.js";
export {
  type Remainder,
  type Rule,
  spellOut,
  standingAlone,
  type Versions,
  versionsIn,
  withHandling,
} from "./handled.js";
export { lookAgainAtPolicy } from "./look-again.js";
export { lookAgainAtAll } from "./look-again-at-all.js";
export { factsOf } from "./options.js";
export type { Pack } from "./pack.js";
export { always, type ConditionPart, keyOf, never, partsIn, taken, withoutRules } from "./parts.js";
export type { Component, Coverage, Policy, PolicyOptions, Rules } from "./policy.js";
export {
  type AnyRules,
  type PreparedAdjustment,
  type PreparedComponent,
  type PreparedPolicy,
  type PreparedRule,
  preparePolicy,
  type RuleWords,
} from "./prepare.js";
export {
  askedOnce,
  asksForDates,
  decidingIn,
  itemsOf,
  linesIn,
  linesOfPolicy,
  type PlacedRule,
  partsOf,
  pointsOf,
  rubricsIn,
  rulesOf,
  type Sum,
  standing,
  sumsIn,
} from "./reading.js";
export { remembered } from "./remembered.js";
export { evidenceOf, nothingOpen } from "./rests-on.js";
export {
  type Adjustment,
  type Criterion,
  type DecisionTable,
  type InputLines,
  type Limit,
  type Rubric,
  type Severity,
  type Sign,
  severities,
  type TableRow,
  type Tier,
} from "./rules.js";
export { askedAlone, criteriaOf, rowId, writtenAt } from "./tables.js";
export { rankingOf, rankOfSigns, ranksOf } from "./tiers.js";
export { isVersion, isVersionFrom } from "./version.js";
