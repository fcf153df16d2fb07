import type { Condition } from "../conditions/index.js";
import type { Policy } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Most } from "./answers.js";
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
import { type AnalysisOptions, type Study, studyOf } from "./study.js";
import { type UndecidedGap, undecidedGapOf } from "./undecided-gap.js";
import type { Priors } from "./weights.js";

/**
 * A policy, prepared once to be asked often: every question of `plimsoll/analysis` as a method, none of which needs
 * `this`. The type parameters are the ids of its tiers and of its rules.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Analysis, createAnalysis } from "plimsoll/analysis";
 *
 * const analysis: Analysis = createAnalysis(standardPolicy);
 *
 * analysis.canReach("citizen").verdict; // → "reachable"
 * ```
 */
export interface Analysis<TierId extends string = string, RuleId extends string = string> {
  /** Whether any app can be in a tier: `canReach`. */
  canReach(tier: TierId, where?: Condition): Reach<TierId>;
  /** Whether a claim holds of every app: `prove`. */
  prove(property: Property<TierId, RuleId>): Proof<TierId>;
  /** What no form shows in the policy: `lintPolicy`. */
  readonly lintPolicy: () => Lint<TierId>;
  /** Which apps another policy would move: `diffPolicies`. */
  readonly diffPolicies: <After extends string>(
    after: Policy<After>,
    options?: DiffOptions,
  ) => PolicyDiff<TierId, After>;
  /** Whether other policies are equivalent: `comparePolicies`. */
  readonly comparePolicies: (others: readonly Policy[]) => readonly Comparison<TierId>[];
  /** What to change, so that an app gets to a tier: `pathsTo`. */
  pathsTo(profile: AppProfile, tier: TierId, options?: Most): PathsTo<TierId>;
  /** Every tier that an app can still be in: `tierRange`. */
  readonly tierRange: (profile: AppProfile) => TierRange<TierId>;
  /** What to ask next about an app: `nextQuestions`. */
  readonly nextQuestions: (profile: AppProfile, options?: QuestionOptions) => NextQuestions<TierId>;
  /** What alone forces the tier of an app: `sufficientReasons`. */
  readonly sufficientReasons: (profile: AppProfile, options?: Most) => SufficientReasons<TierId>;
  /** In which share of apps each fact decides: `sensitivity`. */
  readonly sensitivity: (options?: { readonly priors?: Priors }) => Sensitivity;
  /** Facts that never decide: `removableFacts`. */
  readonly removableFacts: () => Removable;
  /** Where `classify` leaves open what is settled: `undecidedGap`. */
  readonly undecidedGap: () => UndecidedGap<TierId>;
  /** For each condition, two apps that show that it decides: `independencePairs`. */
  readonly independencePairs: () => IndependencePairs<TierId>;
}

/**
 * Prepares a policy for exact questions about all possible apps. It is worked out when the first question is asked, and
 * kept; what it remembers of the apps that it was asked about is bounded. Apps are looked at as using no components, unless a profile is asked about that does.
 *
 * @param policy Where the lines lie.
 * @throws {PlimsollError} with code `invalid-policy`, when the policy cannot be asked; with code `invalid-question`, here
 * or when a question is asked, when it names what is not there.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { createAnalysis } from "plimsoll/analysis";
 *
 * const { canReach, tierRange } = createAnalysis(standardPolicy);
 *
 * canReach("citizen", { fact: "legalConsequences", is: true }).verdict; // → "unreachable"
 * tierRange({ id: "stock", name: "Stock list" }).verdict; // → "exact"
 * ```
 */
export function createAnalysis<
  TierId extends string,
  CriterionId extends string = string,
  SignId extends string = string,
>(policy: Policy<TierId, CriterionId, SignId>, options: AnalysisOptions = {}): Analysis<TierId, CriterionId | SignId> {
  const study = studyOf(policy, options);
  /** A question, asked of this policy from now on. */
  const asked =
    <Given extends unknown[], Answer>(question: (ready: () => Study<TierId>, ...given: Given) => Answer) =>
    (...given: Given) =>
      question(study, ...given);
  return {
    canReach: asked(reach),
    prove: asked(proveProperty),
    lintPolicy: () => lintOf(study, policy),
    diffPolicies: asked(diffOf),
    comparePolicies: asked(comparisonsOf),
    pathsTo: asked(pathsOf),
    tierRange: asked(rangeOf),
    nextQuestions: asked(questionsOf),
    sufficientReasons: asked(reasonsOf),
    sensitivity: asked(sensitivityOf),
    removableFacts: asked(removableOf),
    undecidedGap: asked(undecidedGapOf),
    independencePairs: asked(independenceOf),
  };
}
