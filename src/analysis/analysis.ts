import type { Policy } from "../policy/index.js";
import type { Analysis, AnalysisOptions } from "./analysable.js";
import { studyOf } from "./study.js";

/**
 * Prepares a policy for exact questions about all possible apps. It is worked out when the first question is asked, and
 * kept as long as the analysis; what it remembers of the apps that it was asked about is bounded. Apps are looked at as using no
 * components, unless a profile is asked about that does.
 *
 * @param policy Where the lines lie.
 * @throws {PlimsollError} with code `invalid-policy`, when the policy cannot be asked; with code `invalid-question`, when the options
 * name what is not there.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { canReach, createAnalysis, tierRange } from "plimsoll/analysis";
 *
 * const analysis = createAnalysis(standardPolicy);
 *
 * canReach(analysis, "citizen", { fact: "legalConsequences", is: true }).verdict; // → "unreachable"
 * tierRange({ id: "stock", name: "Stock list" }, analysis).verdict; // → "exact"
 * ```
 */
export function createAnalysis<
  TierId extends string,
  CriterionId extends string = string,
  SignId extends string = string,
>(policy: Policy<TierId, CriterionId, SignId>, options: AnalysisOptions = {}): Analysis<TierId, CriterionId, SignId> {
  // The options are what its study is remembered by: a copy is nobody else's.
  const analysis = { policy, options: { ...options } };
  studyOf(analysis);
  return analysis;
}
