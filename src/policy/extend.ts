import type { ConditionOver } from "../conditions/index.js";
import {
  type Catalogue,
  type FactRecords,
  type FactsWith,
  type NoRecords,
  type StandardFacts,
  standardFacts,
} from "../facts/index.js";
import { collectProblems, PlimsollError, type Result } from "../problems/index.js";
import { lookingAgain } from "../shapes/index.js";
import { addPack } from "./add-pack.js";
import { applyChanges } from "./apply-changes.js";
import type { PolicyChanges } from "./changes.js";
import { checkPolicy } from "./check.js";
import { lookAgainAtChanges } from "./look-again-at-changes.js";
import type { Pack } from "./pack.js";
import { problemsInPack } from "./pack-problems.js";
import type { Policy, PolicyOptions } from "./policy.js";

const isPack = (changes: PolicyChanges | Pack): changes is Pack => "pack" in changes;

/**
 * Makes a policy out of another by changes that are data, such as the proposal of a lesson: the compiler knows no names in
 * them, so that mistakes come back as problems, each with its pointer into the changes or into the policy that they would
 * make. What is no change of a policy at all is a problem too.
 *
 * @example
 * ```ts
 * import { type PolicyChanges, safeExtendPolicy, standardPolicy } from "plimsoll";
 *
 * const proposal: PolicyChanges = { id: "ours", version: "1.1.0", change: { "many-user": { lines: { users: 50 } } } };
 * const result = safeExtendPolicy(standardPolicy, proposal);
 *
 * if (!result.ok) {
 *   result.problems[0]?.pointer; // → "/change/many-user"
 *   result.problems[0]?.suggestion; // → "many-users"
 * }
 * ```
 */
export function safeExtendPolicy(
  base: Policy,
  changes: PolicyChanges | Pack,
  { facts = standardFacts }: PolicyOptions = {},
): Result<Policy> {
  const report = collectProblems();
  try {
    const extended = lookingAgain(
      () => (isPack(changes) ? addPack(base, changes, report) : applyChanges(base, changes, report)),
      () => lookAgainAtChanges(base, changes),
    );
    const problems = report.found().length > 0 ? report.found() : checkPolicy(extended, facts);
    if (problems.length === 0) return { ok: true, value: extended };
    return { ok: false, problems: isPack(changes) ? problemsInPack(problems, changes, extended) : problems };
  } catch (error) {
    if (error instanceof PlimsollError) return { ok: false, problems: error.problems };
    throw error;
  }
}

/**
 * Makes a policy out of another by a pack: its rules come on top. The policy keeps its id; its version says which packs it has.
 * Packs make the same policy in whatever order they come.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when the pack needs what the policy does not have, or is there already.
 *
 * @example
 * ```ts
 * import { classify, extendPolicy, standardPolicy } from "plimsoll";
 * import { exposure } from "plimsoll/packs";
 *
 * const form = { id: "form", name: "Form", entrances: [{ kind: "form" as const, admits: "anybody" as const }] };
 * const writes = [{ system: "CRM", direction: "bidirectional" as const, operations: ["delete" as const] }];
 *
 * classify({ ...form, integrations: writes }, standardPolicy).tier; // → "it-review"
 * classify({ ...form, integrations: writes }, extendPolicy(standardPolicy, exposure)).tier; // → "professional"
 * ```
 */
export function extendPolicy<
  const TierId extends string,
  const CriterionId extends string,
  const SignId extends string,
  const NewCriterionId extends string = never,
  const NewSignId extends string = never,
>(
  base: Policy<TierId, CriterionId, SignId>,
  pack: Pack<string, NewCriterionId, NewSignId>,
  options?: PolicyOptions,
): Policy<TierId, CriterionId | NewCriterionId, SignId | NewSignId>;
/**
 * Makes a policy out of another: moves lines by rule id, changes texts and tiers, removes rules and adds some. The base
 * stays as it is; the changes are plain JSON too, so that they can be proposed, reviewed and stored.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when a change names what is not there or the outcome is no policy.
 *
 * @example
 * ```ts
 * import { classify, extendPolicy, standardPolicy } from "plimsoll";
 *
 * const ours = extendPolicy(standardPolicy, {
 *   id: "acme",
 *   version: "1.0.0",
 *   change: { "many-users": { lines: { users: 50 }, title: "Fifty people or more" } },
 *   remove: ["cross-department"],
 * });
 *
 * classify({ id: "rota", name: "Rota", audience: { users: 60 } }, ours).tier; // → "it-review"
 * ```
 */
export function extendPolicy<
  const TierId extends string,
  const CriterionId extends string,
  const SignId extends string,
  const NewCriterionId extends string = never,
  const NewSignId extends string = never,
  Facts extends Catalogue = StandardFacts,
  const Own extends FactRecords = NoRecords,
>(
  base: Policy<TierId, CriterionId, SignId>,
  changes: PolicyChanges<
    NoInfer<TierId>,
    NoInfer<CriterionId | SignId>,
    NewCriterionId,
    NewSignId,
    ConditionOver<NoInfer<FactsWith<Facts, Own>>, NoInfer<SignId | NewSignId>, string>
  > & { readonly add?: { readonly facts?: Own } },
  options?: PolicyOptions<Facts>,
): Policy<TierId, CriterionId | NewCriterionId, SignId | NewSignId>;
// The ids that the compiler knows are names to look up; it takes minutes to compare the two forms of a condition.
export function extendPolicy(base: Policy, changes: unknown, options: PolicyOptions = {}): Policy {
  const extended = safeExtendPolicy(base, changes as PolicyChanges | Pack, options);
  if (!extended.ok) throw new PlimsollError("invalid-policy", extended.problems);
  return extended.value;
}
