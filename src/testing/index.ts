export { type AppBuilder, app, harmlessApp } from "./app.js";
export {
  type AppAsOf,
  type ConditionCoverage,
  type EdgeCoverage,
  type PolicyCoverage,
  policyCoverage,
} from "./coverage.js";
export type { PartsCoverage } from "./coverage-parts.js";
export { coverageLcov, coverageText } from "./coverage-text.js";
export type { ExpectedAudit, ExpectedDecision, ExpectedParts, ExpectedReviews } from "./expected.js";
export { type PlimsollMatchers, plimsollMatchers } from "./matchers.js";
export { mutatePolicy, type PolicyMutant } from "./mutants.js";
export { type PolicyMutation, runPolicyMutation, type Survivor } from "./mutation.js";
export { type ClaimResult, type PolicyTestReport, reportPolicyTests, runPolicyTests, type TestResult } from "./run.js";
export {
  type Expectation,
  type PolicyTest,
  type PolicyTests,
  parsePolicyTests,
  policyTestsJsonSchema,
  safeParsePolicyTests,
} from "./tests.js";
export { type BoundaryValue, boundaryValues, factsArbitrary, profileArbitrary } from "./values.js";
