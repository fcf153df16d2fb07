import { type Condition, mapChildren } from "../conditions/index.js";
import { inShort, toPointer } from "../problems/index.js";
import { changeRows } from "./change-rows.js";
import type { PolicyChanges, RuleChange } from "./changes.js";
import { checkChanges } from "./check-changes.js";
import type { Audit, Review } from "./governance.js";
import type { Policy } from "./policy.js";
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
  const { checks, weights, ...rest } = changes.audit ?? {};
  const weighing = base.weights ?? changes.add?.weights;
  return {
    audit: {
      ...base,
      ...rest,
      ...(weighing && { weights: changeParts(base.weights, weights, changes.add?.weights) }),
      checks: changeParts(base.checks, checks, changes.add?.checks),
    },
  };
}

/** The reviews of the base with their changes, and with the questions that they get. */
function changeReviews(base: Policy, { reviews, add = {} }: PolicyChanges): readonly Review[] {
  return changeParts(base.reviews, reviews, add.reviews).map((review) => {
    const asked = (add.checklist ?? [])
      .filter((item) => item.review === review.id)
      .map(({ review: _, ...item }) => item);
    return asked.length === 0 ? review : { ...review, checklist: [...review.checklist, ...asked] };
  });
}

/** What the policy is called, who to ask, and how apps end, as far as the changes say. */
function identityOf({ id, version, title, description, help, retirement }: PolicyChanges): Partial<Policy> {
  return {
    id,
    version,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(help !== undefined && { help }),
    ...(retirement !== undefined && { retirement }),
  };
}

/** The policy that changes make of another; whatever they name that is not there is reported. */
export function applyChanges(base: Policy, changes: PolicyChanges, report: Report): Policy {
  const { change = {}, remove = [], components, boundaries, tables, adjustments, add = {} } = changes;
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
    ...identityOf(changes),
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
    ...((base.reviews ?? add.reviews) && { reviews: changeReviews(base, changes) }),
    ...((base.boundaries ?? add.boundaries) && {
      boundaries: changeParts(base.boundaries, boundaries, add.boundaries),
    }),
  };
}
