import type { Catalogue } from "../facts/index.js";
import { PlimsollError, type Problem } from "../problems/index.js";
import { checkCondition, checkPoints, type Reference } from "./check-condition.js";
import { checkGovernance } from "./check-governance.js";
import { checkIds, idsOf, type Placed, placed } from "./placed.js";
import type { Policy } from "./policy.js";
import { type Report, reportUnknown } from "./report.js";
import type { Criterion, Limit, Sign } from "./rules.js";

/** What each sign and rubric refers to, by kind and id. */
type References = ReadonlyMap<string, readonly Reference[]>;

const nodeOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind} "${id}"`;

/** Follows every reference from a sign or rubric, and reports each that comes back to where it has been. */
function checkCycles(references: References, report: Report): void {
  const done = new Set<string>();
  const follow = (node: string, path: readonly string[]) => {
    for (const reference of references.get(node) ?? []) {
      const next = nodeOf(reference);
      if (path.includes(next)) {
        const circle = [...path.slice(path.indexOf(next)), next].join(" → ");
        report({ pointer: reference.pointer, code: "cycle", message: `This rests on itself: ${circle}.` });
      } else if (!done.has(next)) follow(next, [...path, next]);
    }
    done.add(node);
  };
  for (const node of references.keys()) if (!done.has(node)) follow(node, [node]);
}

function checkTiers(policy: Policy, report: Report): void {
  const tiers = placed(policy.tiers, "/tiers");
  checkIds(tiers, report);
  if (tiers.length < 2) {
    report({ pointer: "/tiers", code: "out-of-range", message: "A policy draws lines between at least two tiers." });
  }
  const highest = tiers.at(-1);
  if (highest?.item.limits?.length) {
    const message = "The highest tier takes every app that is left; it can have no limits.";
    report({ pointer: `${highest.pointer}/limits`, code: "contradiction", message });
  }
  for (const { item, pointer } of [...placed(policy.criteria, "/criteria"), ...placed(policy.signs, "/signs")]) {
    const known = idsOf(tiers);
    if (item.tier !== undefined && !known.includes(item.tier)) {
      reportUnknown("tier", item.tier, known, `${pointer}/tier`, report);
    }
  }
}

function checkConditions(
  policy: Policy,
  rules: readonly Placed<Criterion | Sign | Limit>[],
  facts: Catalogue,
  report: Report,
) {
  const rubrics = placed(policy.rubrics, "/rubrics");
  const signIds = (policy.signs ?? []).map(({ id }) => id);
  checkIds(rubrics, report);

  const references = new Map<string, readonly Reference[]>();
  // Two may have the same id, which is a mistake, yet not the only one to report.
  const add = (node: string, found: readonly Reference[]) =>
    references.set(node, [...(references.get(node) ?? []), ...found]);
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
  add("governance", checkGovernance(policy, facts, report));
  const ofComponents = placed(policy.components, "/components").map(({ item, pointer }) => ({
    covers: item.covers,
    found: item.when === undefined ? [] : checkCondition(item.when, `${pointer}/when`, facts, report),
  }));
  add(
    "components",
    ofComponents.flatMap(({ found }) => found),
  );
  const known = { sign: signIds, rubric: idsOf(rubrics) };
  for (const { kind, id, pointer } of [...references.values()].flat()) {
    if (!known[kind].includes(id)) reportUnknown(kind, id, known[kind], pointer, report);
  }
  // A sign rests on what the components that cover it rest on.
  for (const { covers, found } of ofComponents) {
    for (const id of covers) add(nodeOf({ kind: "sign", id }), found);
  }
  checkCycles(references, report);
}

function checkComponents(policy: Policy, ruleIds: readonly string[], report: Report): void {
  const components = placed(policy.components, "/components");
  checkIds(components, report);
  for (const { item, pointer } of components) {
    for (const { item: id, pointer: at } of placed(item.covers, `${pointer}/covers`)) {
      if (!ruleIds.includes(id)) reportUnknown("rule", id, ruleIds, at, report);
    }
  }
}

/** Every mistake of a policy that its form does not show: ids, references, lines that do not fit, cycles. */
export function checkPolicy(policy: Policy, facts: Catalogue): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  try {
    const limits = placed(policy.tiers, "/tiers").flatMap(({ item, pointer }) =>
      placed(item.limits, `${pointer}/limits`),
    );
    const rules = [...placed(policy.criteria, "/criteria"), ...placed(policy.signs, "/signs"), ...limits];
    checkTiers(policy, report);
    checkIds(rules, report);
    checkConditions(policy, rules, facts, report);
    checkComponents(policy, idsOf(rules), report);
  } catch {
    // Only what has not the form of a policy gets here; telling its mistakes apart takes the schema.
    report({ pointer: "", code: "wrong-type", message: "This is not a policy. Read it with parsePolicy to see why." });
  }
  return problems;
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
