import type { Catalogue } from "../facts/index.js";
import { collectProblems, PlimsollError, type Problem } from "../problems/index.js";
import { lookingAgain } from "../shapes/index.js";
import { checkCondition, checkPoints, type Reference } from "./check-condition.js";
import { checkFacts } from "./check-facts.js";
import { checkGovernance } from "./check-governance.js";
import { checkCycles, nodeOf, type References } from "./check-references.js";
import { checkTables } from "./check-tables.js";
import { lookAgainAtAll } from "./look-again-at-all.js";
import { checkIds, idsOf, type Placed, placed } from "./placed.js";
import type { Policy } from "./policy.js";
import { type Report, reportUnknown, shown } from "./report.js";
import type { Criterion, Limit, Sign } from "./rules.js";
import { rowId } from "./tables.js";

function checkTiers(policy: Policy, report: Report): void {
  const tiers = placed(policy.tiers, "/tiers");
  checkIds(tiers, report);
  if (tiers.length < 2) {
    report({ pointer: "/tiers", code: "out-of-range", message: "A policy draws lines between at least two tiers." });
  }
  const highest = tiers.at(-1);
  if (highest?.item.limits?.length) {
    const message = "The highest tier takes every app that is left, so it cannot have limits.";
    report({ pointer: `${highest.pointer}/limits`, code: "contradiction", message });
  }
  const known = idsOf(policy.tiers);
  for (const { item, pointer } of placed(policy.adjustments, "/adjustments")) {
    for (const { item: tier, pointer: at } of placed(item.onlyIn, `${pointer}/onlyIn`)) {
      if (!known.has(tier)) reportUnknown("tier", tier, known, at, report);
    }
    if (item.by === 1 || item.by === -1) continue;
    const message = `An adjustment moves an app by one tier: -1 for lower, 1 for higher. Here it says ${shown(item.by)}.`;
    report({ pointer: `${pointer}/by`, code: "out-of-range", message });
  }
  for (const { item, pointer } of [...placed(policy.criteria, "/criteria"), ...placed(policy.signs, "/signs")]) {
    if (item.tier !== undefined && !known.has(item.tier)) {
      reportUnknown("tier", item.tier, known, `${pointer}/tier`, report);
    }
  }
}

/** What stands in a policy that conditions refer to, or that covers what they refer to. */
function referredTo({ signs, rubrics, components }: Policy): readonly Reference[] {
  const lists: Record<Reference["kind"], readonly { readonly id: string }[] | undefined> = {
    rubric: rubrics,
    sign: signs,
    component: components,
  };
  return (["rubric", "sign", "component"] as const).flatMap((kind) =>
    placed(lists[kind], `/${kind}s`).map(({ item: { id }, pointer }) => ({ kind, id, pointer })),
  );
}

function checkConditions(
  policy: Policy,
  rules: readonly Placed<Criterion | Sign | Limit>[],
  facts: Catalogue,
  report: Report,
) {
  const rubrics = placed(policy.rubrics, "/rubrics");
  const components = placed(policy.components, "/components");
  checkIds(rubrics, report);

  const references = new Map<string, Reference[]>();
  // Two may have the same id, which is a mistake, yet not the only one to report.
  const add = (node: string, found: readonly Reference[]) => {
    const known = references.get(node) ?? [];
    for (const reference of found) known.push(reference);
    references.set(node, known);
  };
  for (const { item, pointer } of rubrics) {
    add(nodeOf({ kind: "rubric", id: item.id }), checkPoints(item.items, `${pointer}/items`, facts, report));
  }
  for (const { item, pointer } of rules) {
    const own = "when" in item ? { when: item.when } : { holds: item.holds };
    const conditions = Object.entries({ ...own, ...(item.unless && { unless: item.unless }) });
    const found = conditions.flatMap(([field, condition]) =>
      checkCondition(condition, `${pointer}/${field}`, facts, report),
    );
    add(nodeOf({ kind: pointer.startsWith("/signs/") ? "sign" : "rule", id: item.id }), found);
  }
  add("tables", checkTables(policy, facts, report));
  for (const { item, pointer } of placed(policy.adjustments, "/adjustments")) {
    add("adjustments", checkCondition(item.when, `${pointer}/when`, facts, report));
  }
  add("governance", checkGovernance(policy, facts, report));
  for (const { item, pointer } of components) {
    const found = item.when === undefined ? [] : checkCondition(item.when, `${pointer}/when`, facts, report);
    add(nodeOf({ kind: "component", id: item.id }), found);
  }
  checkReferences(policy, references, report);
  // A sign rests on what the components that cover it rest on.
  for (const { item, pointer } of components) {
    for (const { item: id, pointer: at } of placed(item.covers, `${pointer}/covers`)) {
      add(nodeOf({ kind: "sign", id }), [{ kind: "component", id: item.id, pointer: at }]);
    }
  }
  checkCycles(referredTo(policy), references, report);
}

function checkReferences(policy: Policy, references: References, report: Report): void {
  const known = { sign: idsOf(policy.signs), rubric: idsOf(policy.rubrics), component: idsOf(policy.components) };
  for (const { kind, id, pointer } of [...references.values()].flat()) {
    if (!known[kind].has(id)) reportUnknown(kind, id, known[kind], pointer, report);
  }
}

function checkComponents(policy: Policy, ruleIds: ReadonlySet<string>, report: Report): void {
  const components = placed(policy.components, "/components");
  checkIds(components, report);
  for (const { item, pointer } of components) {
    for (const { item: id, pointer: at } of placed(item.covers, `${pointer}/covers`)) {
      if (!ruleIds.has(id)) reportUnknown("rule", id, ruleIds, at, report);
    }
  }
}

function mistakesIn(policy: Policy, given: Catalogue): readonly Problem[] {
  const report = collectProblems();
  const facts = checkFacts(policy, given, report);
  const limits = placed(policy.tiers, "/tiers").flatMap(({ item, pointer }) =>
    placed(item.limits, `${pointer}/limits`),
  );
  const rules = [...placed(policy.criteria, "/criteria"), ...placed(policy.signs, "/signs"), ...limits];
  const rows = placed(policy.tables, "/tables").flatMap(({ item, pointer }) =>
    item.rows.map((_, index) => ({ item: { id: rowId(item, index) }, pointer: `${pointer}/rows/${index}` })),
  );
  checkTiers(policy, report);
  checkIds([...rules, ...rows, ...placed(policy.adjustments, "/adjustments")], report);
  checkConditions(policy, rules, facts, report);
  checkComponents(policy, idsOf([...rules, ...rows].map(({ item }) => item)), report);
  return report.found();
}

/**
 * The mistakes of a policy that its form does not show, as many as a person reads: ids, references, lines that do not fit,
 * cycles. In linear time. Of what has not the form of a policy, the first thing that is in the way.
 */
export function checkPolicy(policy: Policy, given: Catalogue): readonly Problem[] {
  try {
    return lookingAgain(
      () => mistakesIn(policy, given),
      () => lookAgainAtAll(policy),
    );
  } catch (error) {
    if (error instanceof PlimsollError) return error.problems;
    throw error;
  }
}

/**
 * Lets a policy pass that has no mistake.
 *
 * @throws {PlimsollError} with code `invalid-policy` and every problem.
 */
export function assertPolicy(policy: Policy, facts: Catalogue): void {
  const problems = checkPolicy(policy, facts);
  if (problems.length > 0) throw new PlimsollError("invalid-policy", problems);
}
