import type { Catalogue, Constraint, FactValues } from "../facts/index.js";
import type { Policy } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";

/**
 * What an analysis rests on besides the policy.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type AnalysisOptions, canReach, createAnalysis } from "plimsoll/analysis";
 *
 * const quickly: AnalysisOptions = { budget: 100_000 };
 *
 * canReach(createAnalysis(standardPolicy, quickly), "professional").verdict; // → "reachable"
 * ```
 */
export interface AnalysisOptions {
  /** The facts that the policy may ask for; `standardFacts` when left out. */
  readonly facts?: Catalogue;
  /**
   * What holds between facts besides what follows from how they are read ({@link constraintsOf}): of facts that functions find,
   * or of what no form can say. It is added, and takes nothing back.
   */
  readonly constraints?: readonly Constraint[];
  /** The most nodes that diagrams may have; 1,000,000 when left out. */
  readonly budget?: number;
  /**
   * The day as of which apps are looked at that are asked about, as an ISO date or an instant: facts that are made of dates are
   * unknown without one. Apps that show an answer are made as of this day, or of one that they say.
   */
  readonly asOf?: string | undefined;
  /**
   * Makes an app that has certain facts as of a day, when functions find facts of yours that are not answered by one extension
   * each.
   */
  readonly synthesize?: (values: FactValues, asOf: string) => AppProfile | undefined;
}

/**
 * A policy, prepared once to be asked often: it is handed to each question of `plimsoll/analysis` in the place of its policy. The
 * type parameters are the ids of its tiers, of its criteria and limits, and of its signs.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Analysis, canReach, createAnalysis } from "plimsoll/analysis";
 *
 * const analysis: Analysis = createAnalysis(standardPolicy);
 *
 * canReach(analysis, "citizen").verdict; // → "reachable"
 * ```
 */
export interface Analysis<
  TierId extends string = string,
  CriterionId extends string = string,
  SignId extends string = string,
> {
  readonly policy: Policy<TierId, CriterionId, SignId>;
  readonly options: AnalysisOptions;
}

/**
 * What can be asked: a policy as it is, once, or an {@link Analysis} of it, often or with options.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Analysable, canReach, createAnalysis } from "plimsoll/analysis";
 *
 * const isOpenToCrowds = (policy: Analysable) => canReach(policy, "citizen", { fact: "users", atLeast: 100 }).verdict;
 *
 * isOpenToCrowds(standardPolicy); // → "unreachable"
 * isOpenToCrowds(createAnalysis(standardPolicy)); // → "unreachable"
 * ```
 */
export type Analysable<
  TierId extends string = string,
  CriterionId extends string = string,
  SignId extends string = string,
> = Policy<TierId, CriterionId, SignId> | Analysis<TierId, CriterionId, SignId>;

/** What is asked, with what it rests on. */
export function analysisOf<TierId extends string>(asked: Analysable<TierId>): Analysis<TierId> {
  return "policy" in asked ? asked : { policy: asked, options: {} };
}
