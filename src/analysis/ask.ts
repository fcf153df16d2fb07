import type { Condition } from "../conditions/index.js";
import type { Policy } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { type Comparison, comparisonsOf } from "./compare.js";
import { type DiffOptions, diffOf, type PolicyDiff } from "./diff.js";
import { type IndependencePairs, independenceOf } from "./independence.js";
import { lintOf } from "./lint.js";
import type { Lint } from "./lint-finding.js";
import { type PathsTo, pathsOf } from "./paths.js";
import type { Property } from "./property.js";
import { type Proof, proveProperty } from "./prove.js";
import { type NextQuestions, type QuestionOptions, questionsOf } from "./questions.js";
import { rangeOf, type TierRange } from "./range.js";
import { type Reach, reach } from "./reach.js";
import { reasonsOf, type SufficientReasons } from "./reasons.js";
import { type Removable, removableOf, type Sensitivity, sensitivityOf } from "./sensitivity.js";
import { type AnalysisOptions, studyOf } from "./study.js";
import { type UndecidedGap, undecidedGapOf } from "./undecided-gap.js";
import type { Priors } from "./weights.js";

/**
 * Whether some app can be in a tier, and the least remarkable one that is. To ask a policy often, prepare it once with
 * {@link createAnalysis}.
 *
 * @param where What must be so of the app besides.
 * @throws {PlimsollError} with code `invalid-question`, when the policy has no such tier or the condition could not stand in it.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { canReach } from "plimsoll/analysis";
 *
 * canReach(standardPolicy, "citizen", { fact: "users", atLeast: 100 }).verdict; // → "unreachable"
 * ```
 */
export function canReach<TierId extends string>(
  policy: Policy<TierId>,
  tier: NoInfer<TierId>,
  where?: Condition,
  options?: AnalysisOptions,
): Reach<TierId> {
  return reach(studyOf(policy, options), tier, where);
}

/**
 * Whether a property holds of every possible app; if not, the least remarkable app that shows it.
 *
 * @throws {PlimsollError} with code `invalid-question`, when the property names what is not there, or says nothing.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { prove } from "plimsoll/analysis";
 *
 * const proof = prove(standardPolicy, { never: { tier: { is: "citizen" } }, where: { fact: "users", atLeast: 99 } });
 *
 * proof.verdict === "fails" && proof.witness.facts.users; // → 99
 * ```
 */
export function prove<TierId extends string, CriterionId extends string, SignId extends string>(
  policy: Policy<TierId, CriterionId, SignId>,
  property: Property<NoInfer<TierId>, NoInfer<CriterionId | SignId>>,
  options?: AnalysisOptions,
): Proof<TierId> {
  return proveProperty(studyOf(policy, options), property);
}

/**
 * What is worth a look in a policy: rules that never stand or never decide, tiers that no app reaches, conditions with parts
 * that change nothing, rules that stop with more risk, signs without advice.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { lintPolicy } from "plimsoll/analysis";
 *
 * lintPolicy(standardPolicy).findings.filter(({ severity }) => severity === "error"); // → []
 * ```
 */
export function lintPolicy<TierId extends string>(policy: Policy<TierId>, options?: AnalysisOptions): Lint<TierId> {
  return lintOf(studyOf(policy, options), policy);
}

/**
 * What a change of policy does: nothing at all, or to which apps what. Exact, over all possible apps.
 *
 * @param before The policy as it was; `after` as it shall be. Tiers with the same id are the same.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { diffPolicies } from "plimsoll/analysis";
 *
 * const laxer = extendPolicy(standardPolicy, { id: "ours", version: "1.0.0", remove: ["strict-compliance"] });
 *
 * diffPolicies(standardPolicy, laxer).verdict; // → "different"
 * ```
 */
export function diffPolicies<Before extends string, After extends string>(
  before: Policy<Before>,
  after: Policy<After>,
  options: AnalysisOptions & DiffOptions = {},
): PolicyDiff<Before, After> {
  return diffOf(studyOf(before, options), after, options);
}

/**
 * Holds many policies against one: which put every possible app into the same tier as it, and which app shows that the
 * others do not. Quicker than one diff after another.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { comparePolicies } from "plimsoll/analysis";
 *
 * comparePolicies(standardPolicy, [standardPolicy]); // → [{ verdict: "equivalent" }]
 * ```
 */
export function comparePolicies<TierId extends string>(
  policy: Policy<TierId>,
  others: readonly Policy[],
  options?: AnalysisOptions,
): readonly Comparison<TierId>[] {
  return comparisonsOf(studyOf(policy, options), others);
}

/**
 * Every smallest set of changes that brings an app to a tier: what a builder needs to know to stay under a line, or to get
 * back there. An app that could be above the tier is brought to it or below; one that is below, to it or above.
 *
 * @throws {PlimsollError} with code `invalid-question`, when the policy has no such tier; with code `invalid-profile`, when
 * the profile contradicts itself.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { pathsTo, synthesizeProfile } from "plimsoll/analysis";
 *
 * const app = synthesizeProfile({ users: 140, systemsWritten: 2 }) ?? { id: "stock", name: "Stock list" };
 * const told = pathsTo(app, "citizen", standardPolicy);
 *
 * told.verdict === "found" && told.paths[0]?.changes.map(({ fact }) => fact).includes("users"); // → true
 * ```
 */
export function pathsTo<TierId extends string>(
  profile: AppProfile,
  tier: NoInfer<TierId>,
  policy: Policy<TierId>,
  options: AnalysisOptions & { readonly most?: number } = {},
): PathsTo<TierId> {
  return pathsOf(studyOf(policy, options), profile, tier, options);
}

/**
 * Exactly the tiers that an app can be in, whatever its open questions are answered.
 *
 * @throws {PlimsollError} with code `invalid-profile`, when the profile contradicts itself.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { tierRange } from "plimsoll/analysis";
 *
 * const range = tierRange({ id: "stock", name: "Stock list" }, standardPolicy);
 *
 * range.verdict === "exact" && range.tiers; // → ["citizen", "it-review", "professional"]
 * ```
 */
export function tierRange<TierId extends string>(
  profile: AppProfile,
  policy: Policy<TierId>,
  options?: AnalysisOptions,
): TierRange<TierId> {
  return rangeOf(studyOf(policy, options), profile);
}

/**
 * What to ask next about an app, so that its tier is settled with the fewest answers.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { nextQuestions } from "plimsoll/analysis";
 *
 * const told = nextQuestions({ id: "stock", name: "Stock list" }, standardPolicy);
 *
 * told.verdict; // → "open"
 * ```
 */
export function nextQuestions<TierId extends string>(
  profile: AppProfile,
  policy: Policy<TierId>,
  options: AnalysisOptions & QuestionOptions = {},
): NextQuestions<TierId> {
  return questionsOf(studyOf(policy, options), profile, options);
}

/**
 * The smallest sets of facts that alone force the tier of an app.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { sufficientReasons, synthesizeProfile } from "plimsoll/analysis";
 *
 * const app = synthesizeProfile({ legalConsequences: true }) ?? { id: "stock", name: "Stock list" };
 * const told = sufficientReasons(app, standardPolicy);
 *
 * told.verdict === "found" && told.reasons.map(({ facts }) => facts); // → [["legalConsequences"]]
 * ```
 */
export function sufficientReasons<TierId extends string>(
  profile: AppProfile,
  policy: Policy<TierId>,
  options: AnalysisOptions & { readonly most?: number } = {},
): SufficientReasons<TierId> {
  return reasonsOf(studyOf(policy, options), profile, options);
}

/**
 * In which share of all possible apps each fact decides.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { sensitivity } from "plimsoll/analysis";
 *
 * sensitivity(standardPolicy).verdict; // → "exact"
 * ```
 */
export function sensitivity(policy: Policy, options: AnalysisOptions & { readonly priors?: Priors } = {}): Sensitivity {
  return sensitivityOf(studyOf(policy, options), options);
}

/**
 * The facts that a policy asks for and that never decide.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { removableFacts } from "plimsoll/analysis";
 *
 * removableFacts(standardPolicy).verdict; // → "exact"
 * ```
 */
export function removableFacts(policy: Policy, options?: AnalysisOptions): Removable {
  return removableOf(studyOf(policy, options));
}

/**
 * Whether `classify` ever leaves open what is settled.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { undecidedGap } from "plimsoll/analysis";
 *
 * undecidedGap(standardPolicy).verdict !== "too-large"; // → true
 * ```
 */
export function undecidedGap<TierId extends string>(
  policy: Policy<TierId>,
  options?: AnalysisOptions,
): UndecidedGap<TierId> {
  return undecidedGapOf(studyOf(policy, options));
}

/**
 * For each condition inside each rule, two apps that show that it decides there by itself.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { independencePairs } from "plimsoll/analysis";
 *
 * independencePairs(standardPolicy).verdict; // → "exact"
 * ```
 */
export function independencePairs<TierId extends string>(
  policy: Policy<TierId>,
  options?: AnalysisOptions,
): IndependencePairs<TierId> {
  return independenceOf(studyOf(policy, options));
}
