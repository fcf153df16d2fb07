import { type Condition, type ConditionOver, mapChildren } from "../conditions/index.js";
import {
  type Catalogue,
  type FactRecords,
  type FactsWith,
  type NoRecords,
  type StandardFacts,
  standardFacts,
} from "../facts/index.js";
import { collectProblems, inShort, PlimsollError, type Result, toPointer } from "../problems/index.js";
import { lookingAgain } from "../shapes/index.js";
import { changeRows } from "./change-rows.js";
import type { PolicyChanges, RuleChange } from "./changes.js";
import { checkPolicy } from "./check.js";
import { checkChanges } from "./check-changes.js";
import type { Audit } from "./governance.js";
import { lookAgainAtChanges } from "./look-again-at-changes.js";
import type { Policy, PolicyOptions } from "./policy.js";
import type { Report } from "./report.js";
import type { Criterion, Limit, Sign } from "./rules.js";

type Rule = Criterion | Sign | Limit;

/** Moves the lines that a condition draws through some facts, and counts those of each. */
function redraw(condition: Condition, lines: Readonly<Record<string, unknown>>, moved: Map<string, number>): Condition {
  if (!("fact" in condition)) return mapChildren(condition, (part) => redraw(part, lines, moved));
  const { fact } = condition;
  if (!Object.hasOwn(lines, fact)) return condition;
  moved.set(fact, (moved.get(fact) ?? 0) + 1);
  const redrawn = Object.entries(condition).map(([key, value]) => [key, key === "fact" ? value : lines[fact]]);
  // Only the operand changed, whatever the operator; whether it fits is checked with the whole policy.
  return Object.fromEntries(redrawn) as Condition;
}

function changeRule<R extends Rule>(rule: R, { lines = {}, ...rest }: RuleChange, report: Report): R {
  // What a change may hold are fields of a rule.
  const changed = { ...rule, ...rest } as R;
  const moved = new Map<string, number>();
  const redrawn =
    "holds" in changed ? { holds: redraw(changed.holds, lines, moved) } : { when: redraw(changed.when, lines, moved) };
  for (const fact of Object.keys(lines)) {
    const count = moved.get(fact) ?? 0;
    if (count === 1) continue;
    const pointer = toPointer(["change", rule.id, "lines", fact]);
    const message = `The rule "${inShort(rule.id)}" draws ${count} lines through "${inShort(fact)}", not one. Change its "${"holds" in changed ? "holds" : "when"}" instead.`;
    report({ pointer, code: "unknown-reference", message });
  }
  return { ...changed, ...redrawn };
}

/** Changes parts by id, takes away those whose change is `null`, and adds some. */
function changeParts<Part extends { readonly id: string }>(
  parts: readonly Part[] = [],
  changes: Readonly<Record<string, object | null>> = {},
  added: readonly Part[] = [],
): readonly Part[] {
  const remaining = parts.flatMap((part) => {
    const change = Object.hasOwn(changes, part.id) ? changes[part.id] : {};
    return change === null ? [] : [{ ...part, ...change }];
  });
  return [...remaining, ...added];
}

/** The audit of the base with its changes; a policy without one gets none out of changes alone. */
function changeAudit(base: Audit | undefined, changes: PolicyChanges): { readonly audit?: Audit } {
  if (base === undefined) return {};
  const { checks, ...rest } = changes.audit ?? {};
  return { audit: { ...base, ...rest, checks: changeParts(base.checks, checks, changes.add?.checks) } };
}

function applyChanges(base: Policy, changes: PolicyChanges, report: Report): Policy {
  const {
    change = {},
    remove = [],
    components,
    reviews,
    boundaries,
    tables,
    adjustments,
    audit: _,
    add = {},
    extends: __,
    ...identity
  } = changes;
  checkChanges(base, changes, report);
  const removed = new Set<string>(remove);
  const remaining = <R extends Rule>(rules: readonly R[] = []): R[] =>
    rules
      .filter(({ id }) => !removed.has(id))
      .map((rule) => {
        const own = Object.hasOwn(change, rule.id) ? change[rule.id] : undefined;
        return own === undefined ? rule : changeRule(rule, own, report);
      });
  return {
    ...base,
    ...identity,
    ...changeAudit(base.audit, changes),
    ...((base.facts ?? add.facts) && { facts: { ...base.facts, ...add.facts } }),
    tiers: base.tiers.map((tier) => (tier.limits === undefined ? tier : { ...tier, limits: remaining(tier.limits) })),
    criteria: [...remaining(base.criteria), ...(add.criteria ?? [])],
    signs: [...remaining(base.signs), ...(add.signs ?? [])],
    components: changeParts(base.components, components, add.components).map((component) => ({
      ...component,
      covers: component.covers.filter((id) => !removed.has(id)),
    })),
    ...((base.rubrics ?? add.rubrics) && { rubrics: [...(base.rubrics ?? []), ...(add.rubrics ?? [])] }),
    ...((base.adjustments ?? add.adjustments) && {
      adjustments: changeParts(base.adjustments, adjustments, add.adjustments),
    }),
    ...((base.tables ?? add.tables) && {
      tables: changeParts(
        base.tables?.map((table) => changeRows(table, changes, report)),
        tables,
        add.tables,
      ),
    }),
    ...((base.reviews ?? add.reviews) && { reviews: changeParts(base.reviews, reviews, add.reviews) }),
    ...((base.boundaries ?? add.boundaries) && {
      boundaries: changeParts(base.boundaries, boundaries, add.boundaries),
    }),
  };
}

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
  changes: PolicyChanges,
  { facts = standardFacts }: PolicyOptions = {},
): Result<Policy> {
  const report = collectProblems();
  try {
    const extended = lookingAgain(
      () => applyChanges(base, changes, report),
      () => lookAgainAtChanges(base, changes),
    );
    const problems = report.found().length > 0 ? report.found() : checkPolicy(extended, facts);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: extended };
  } catch (error) {
    if (error instanceof PlimsollError) return { ok: false, problems: error.problems };
    throw error;
  }
}

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
  options: PolicyOptions<Facts> = {},
): Policy<TierId, CriterionId | NewCriterionId, SignId | NewSignId> {
  // The ids that the compiler knows are names to look up; it takes minutes to compare the two forms of a condition.
  const extended = safeExtendPolicy(base, changes as unknown as PolicyChanges, options);
  if (!extended.ok) throw new PlimsollError("invalid-policy", extended.problems);
  // The ids are those of the base, and of what was added.
  return extended.value as Policy<TierId, CriterionId | NewCriterionId, SignId | NewSignId>;
}
