export type { PolicyChanges, RuleChange } from "./changes.js";
export { assertPolicy, checkPolicy } from "./check.js";
export { definePolicy } from "./define.js";
export { extendPolicy } from "./extend.js";
export {
  type Component,
  type Criterion,
  type Limit,
  type Policy,
  type PolicyOptions,
  type Rubric,
  type Severity,
  type Sign,
  severities,
  type Tier,
} from "./policy.js";
export { type PreparedPolicy, type PreparedRule, preparePolicy } from "./prepare.js";
