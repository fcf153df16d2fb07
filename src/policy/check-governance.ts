import type { Catalogue } from "../facts/index.js";
import { type Pointer, toPointer } from "../problems/index.js";
import { checkCondition, type Reference } from "./check-condition.js";
import { checkFact } from "./check-line.js";
import type { Audit } from "./governance.js";
import { checkIds, idsOf, placed } from "./placed.js";
import type { Policy } from "./policy.js";
import { type Report, reportUnknown, shown } from "./report.js";
import { isVersion } from "./version.js";

/** A condition of the policy that stands outside of its rules. */
interface Asked {
  readonly when: Parameters<typeof checkCondition>[0] | undefined;
  readonly pointer: Pointer;
}

function checkAmount(amount: number, pointer: Pointer, report: Report): void {
  if (Number.isInteger(amount) && amount > 0) return;
  report({ pointer, code: "out-of-range", message: `Expected a whole number above 0, but saw ${shown(amount)}.` });
}

function checkReviews({ reviews, tiers }: Policy, facts: Catalogue, report: Report): readonly Asked[] {
  const tierIds = idsOf(tiers);
  checkIds(placed(reviews, "/reviews"), report);
  return placed(reviews, "/reviews").flatMap(({ item, pointer }) => {
    const checklist = placed(item.checklist, `${pointer}/checklist`);
    checkIds(checklist, report);
    checkAmount(item.minutes, `${pointer}/minutes`, report);
    checkAmount(item.validFor, `${pointer}/validFor`, report);
    if (item.above !== undefined && !tierIds.has(item.above)) {
      reportUnknown("tier", item.above, tierIds, `${pointer}/above`, report);
    }
    for (const entry of checklist) {
      for (const required of placed(entry.item.requiresFacts, `${entry.pointer}/requiresFacts`))
        checkFact(required.item, facts, required.pointer, report);
    }
    const items = checklist.map((entry) => ({ when: entry.item.met, pointer: `${entry.pointer}/met` }));
    return [{ when: item.when, pointer: `${pointer}/when` }, ...items];
  });
}

function checkBoundaries({ boundaries, reviews, components, tiers }: Policy, report: Report): readonly Asked[] {
  const known = { tier: idsOf(tiers), review: idsOf(reviews), component: idsOf(components) };
  const checkReference = (kind: keyof typeof known, id: string | undefined, pointer: Pointer) => {
    if (id !== undefined && !known[kind].has(id)) reportUnknown(kind, id, known[kind], pointer, report);
  };
  checkIds(placed(boundaries, "/boundaries"), report);
  return placed(boundaries, "/boundaries").map(({ item, pointer }) => {
    checkReference("tier", item.above, `${pointer}/above`);
    checkReference("review", item.review, `${pointer}/review`);
    for (const used of placed(item.unlessUsing, `${pointer}/unlessUsing`)) {
      checkReference("component", used.item, used.pointer);
    }
    return { when: item.when, pointer: `${pointer}/when` };
  });
}

function checkComponentVersions({ components }: Policy, report: Report): void {
  for (const { item, pointer } of placed(components, "/components")) {
    if (item.from === undefined || isVersion(item.from)) continue;
    const message = `Expected a version such as 2.1, but saw ${shown(item.from)}.`;
    report({ pointer: `${pointer}/from`, code: "wrong-type", message });
  }
}

const checkKinds = ["when", "beyond", "expired", "unseenFor"];

function checkWeight(points: object, pointer: Pointer, report: Report): void {
  for (const [name, value] of Object.entries(points)) {
    if (Number.isFinite(value) && value >= 0) continue;
    const message = `Expected a number of points, 0 or more, but saw ${shown(value)}.`;
    report({ pointer: `${pointer}${toPointer([name])}`, code: "out-of-range", message });
  }
}

function checkWeights({ points, tierPoints = {} }: Audit, tierIds: ReadonlySet<string>, report: Report): void {
  checkWeight(points, "/audit/points", report);
  checkWeight(tierPoints, "/audit/tierPoints", report);
  for (const tier of Object.keys(tierPoints)) {
    if (tierIds.has(tier)) continue;
    reportUnknown("tier", tier, tierIds, `/audit/tierPoints${toPointer([tier])}`, report);
  }
}

function checkAudit({ audit, tiers }: Policy, report: Report): readonly Asked[] {
  if (audit === undefined) return [];
  checkAmount(audit.everyDays, "/audit/everyDays", report);
  checkWeights(audit, new Set(tiers.map(({ id }) => id)), report);
  if (audit.furtherShare !== undefined && !(audit.furtherShare >= 0 && audit.furtherShare <= 1)) {
    const message = `Expected a share from 0 to 1, but saw ${shown(audit.furtherShare)}.`;
    report({ pointer: "/audit/furtherShare", code: "out-of-range", message });
  }
  const checks = placed(audit.checks, "/audit/checks");
  const weights = placed(audit.weights, "/audit/weights");
  checkIds(checks, report);
  checkIds(weights, report);
  const weighed = weights.map(({ item, pointer }) => {
    if (!(Number.isFinite(item.times) && item.times > 0)) {
      const message = `Expected a number above 0, but saw ${shown(item.times)}.`;
      report({ pointer: `${pointer}/times`, code: "out-of-range", message });
    }
    return { when: item.when, pointer: `${pointer}/when` };
  });
  const looked = checks.map(({ item, pointer }) => {
    if (checkKinds.filter((kind) => kind in item).length !== 1) {
      const message = `A check looks for exactly one of these: ${checkKinds.join(", ")}.`;
      report({ pointer, code: "contradiction", message });
    }
    if ("unseenFor" in item) checkAmount(item.unseenFor, `${pointer}/unseenFor`, report);
    return { when: "when" in item ? item.when : undefined, pointer: `${pointer}/when` };
  });
  return [...looked, ...weighed];
}

function checkRetirement({ retirement }: Policy, report: Report): void {
  if (retirement === undefined) return;
  checkAmount(retirement.keepArchiveForDays, "/retirement/keepArchiveForDays", report);
  if (retirement.asks.length > 0) return;
  const message = "Nobody is asked before an app is put away. Name at least one role.";
  report({ pointer: "/retirement/asks", code: "out-of-range", message });
}

/** Checks reviews, boundaries, component versions, the audit and the retirement of a policy, and gives the signs and rubrics that it refers to. */
export function checkGovernance(policy: Policy, facts: Catalogue, report: Report): readonly Reference[] {
  checkComponentVersions(policy, report);
  checkRetirement(policy, report);
  const asked = [
    ...checkReviews(policy, facts, report),
    ...checkBoundaries(policy, report),
    ...checkAudit(policy, report),
  ];
  return asked.flatMap(({ when, pointer }) => (when === undefined ? [] : checkCondition(when, pointer, facts, report)));
}
