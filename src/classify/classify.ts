import { unsound, withSoundPolicy } from "../conditions/index.js";
import { type Catalogue, standardFacts } from "../facts/index.js";
import { assertPolicy, type Policy, type PolicyOptions, preparePolicy } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { type StandardTierId, standardPolicy } from "../standard/index.js";
import type { Classification, FindingStatus } from "./classification.js";
import { judge } from "./judge.js";
import { questionsOf } from "./questions.js";

/** Classifies one app by the policy that it was made with. */
export type Classifier<TierId extends string = string> = (profile: AppProfile) => Classification<TierId>;

function classifierOf<TierId extends string>(policy: Policy<TierId>, facts: Catalogue): Classifier<TierId> {
  const prepared = preparePolicy(policy, facts);
  const { id, version, tiers } = policy;
  const ids: readonly string[] = tiers.map((tier) => tier.id);
  const rankOf = (tier: string) => ids.indexOf(tier);
  const tierAt = (rank: number) => ids[rank] ?? unsound();

  const ask = (profile: AppProfile): Classification => {
    const findings = judge(prepared, profile);
    // Of each status, the highest tier comes first; the lowest tier is what remains.
    const highest = (status: FindingStatus) => {
      for (const finding of findings) if (finding.status === status) return rankOf(finding.tier);
      return 0;
    };
    const rank = highest("holds");
    const ceiling = Math.max(rank, highest("possible"));
    return {
      app: profile.id,
      policy: { id, version },
      tier: tierAt(rank),
      ceiling: tierAt(ceiling),
      settled: rank === ceiling,
      findings,
      questions: rank === ceiling ? [] : questionsOf(findings, rank, facts, rankOf),
    };
  };
  // Every tier that is named comes from the policy.
  return ((profile) => withSoundPolicy(() => ask(profile))) as Classifier<TierId>;
}

/**
 * Checks and prepares a policy once, to classify many apps with it.
 *
 * @throws {PlimsollError} with code `invalid-policy` and every problem, when the policy is not one.
 *
 * @example
 * ```ts
 * import { createClassifier, standardPolicy } from "plimsoll";
 *
 * const classifyByStandard = createClassifier(standardPolicy);
 * const apps = [
 *   { id: "rota", name: "Rota", audience: { users: 140 } },
 *   { id: "pay", name: "Expenses", data: [{ class: "payment" as const }] },
 * ];
 *
 * apps.map((app) => classifyByStandard(app).tier); // → ["it-review", "professional"]
 * ```
 */
export function createClassifier<TierId extends string>(
  policy: Policy<TierId>,
  { facts = standardFacts }: PolicyOptions = {},
): Classifier<TierId> {
  assertPolicy(policy, facts);
  return classifierOf(policy, facts);
}

/** The standard policy never changes, so it is prepared once, when it is first asked. */
let byStandard: Classifier<StandardTierId> | undefined;

/**
 * Says which tier an app belongs to, why, and what is still open. Plain JSON; the profile stays as it was. To classify
 * many apps by a policy of your own, prepare it once with {@link createClassifier}.
 *
 * @param profile What is said of the app; read unknown input with `parseProfile` first.
 * @param policy Where the lines lie; `standardPolicy` when left out.
 * @throws {PlimsollError} with code `invalid-policy` when the policy was never checked and cannot be asked; with code
 * `invalid-fact` when a fact that it asks for cannot be derived: the profile was never parsed, or a fact of yours has a bug.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 *
 * const { tier, ceiling, settled, questions } = classify({
 *   id: "stock",
 *   name: "Stock list",
 *   audience: { users: 140 },
 * });
 *
 * tier; // → "it-review"
 * ceiling; // → "professional"
 * settled; // → false
 * questions[0]?.question; // → "Which systems is it connected to?"
 * ```
 */
export function classify<TierId extends string = StandardTierId>(
  profile: AppProfile,
  policy?: Policy<TierId>,
  { facts = standardFacts }: PolicyOptions = {},
): Classification<TierId> {
  if (policy !== undefined) return classifierOf(policy, facts)(profile);
  byStandard ??= classifierOf(standardPolicy, standardFacts);
  // Without a policy of its own, the tiers are those of the standard policy.
  return byStandard(profile) as Classification<string> as Classification<TierId>;
}
