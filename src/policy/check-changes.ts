import { inShort, type Pointer, suggest, toPointer } from "../problems/index.js";
import type { PolicyChanges } from "./changes.js";
import { checkRowChanges } from "./check-row-changes.js";
import { idsOf } from "./placed.js";
import type { Policy } from "./policy.js";
import { type Report, reportUnknown } from "./report.js";
import { rowIds } from "./tables.js";

const fieldsOfAll = ["lines", "title", "why", "advice"];

/** What may change in each kind of rule. */
const changeable = {
  criterion: [...fieldsOfAll, "source", "unless", "tier", "when"],
  sign: [...fieldsOfAll, "source", "unless", "tier", "severity", "when"],
  limit: [...fieldsOfAll, "source", "unless", "holds"],
  row: [...fieldsOfAll, "tier", "when"],
};

const partKinds = ["components", "reviews", "boundaries", "tables", "adjustments"] as const;
const changesFields = [
  "extends",
  "id",
  "version",
  "title",
  "description",
  "change",
  "remove",
  "audit",
  "help",
  "retirement",
  "add",
];
const addFields = ["facts", "criteria", "signs", "checks", "rubrics", "rows"];
const auditFields = ["everyDays", "points", "tierPoints", "checks"];

/** What may change in each part of the governance around the rules. */
const changeableParts = {
  component: ["title", "summary", "covers", "from", "when", "retired", "source"],
  review: [
    "title",
    "why",
    "milestone",
    "above",
    "when",
    "checklist",
    "approvers",
    "minutes",
    "validFor",
    "covers",
    "source",
  ],
  boundary: ["title", "why", "advice", "source", "actions", "above", "when", "unlessUsing", "review", "instead"],
  adjustment: ["title", "why", "advice", "source", "when", "by", "onlyIn"],
  table: ["title", "why", "advice", "source", "hit", "rows"],
  check: ["title", "why", "advice", "source", "severity", "when", "beyond", "expired", "unseenFor"],
};

/** Reports the fields that would change nothing where they stand, or the wrong thing. */
function checkFields(value: object, known: readonly string[], what: string, pointer: Pointer, report: Report): void {
  for (const field of Object.keys(value)) {
    if (known.includes(field) || report.isFull()) continue;
    const { hint, ...rest } = suggest(field, known);
    const message = `"${inShort(field)}" is not a field of ${what}.${hint}`;
    report({ pointer: pointer + toPointer([field]), code: "unknown-key", message, ...rest });
  }
}

function checkParts(
  kind: keyof typeof changeableParts,
  parts: readonly { readonly id: string }[] = [],
  changes: Readonly<Record<string, object | null>> = {},
  pointer: Pointer,
  report: Report,
): void {
  const known = idsOf(parts);
  for (const [id, changed] of Object.entries(changes)) {
    const at = pointer + toPointer([id]);
    if (!known.has(id)) reportUnknown(kind, id, known, at, report);
    else checkFields(changed ?? {}, changeableParts[kind], `the ${kind} "${inShort(id)}"`, at, report);
  }
}

/** Checks what the changes name of the governance around the rules. */
function checkGovernanceChanges(base: Policy, changes: PolicyChanges, report: Report): void {
  const { audit = {}, add = {} } = changes;
  checkParts("component", base.components, changes.components, "/components", report);
  checkParts("review", base.reviews, changes.reviews, "/reviews", report);
  checkParts("adjustment", base.adjustments, changes.adjustments, "/adjustments", report);
  checkParts("table", base.tables, changes.tables, "/tables", report);
  checkParts("boundary", base.boundaries, changes.boundaries, "/boundaries", report);
  checkParts("check", base.audit?.checks, audit.checks, "/audit/checks", report);
  checkFields(audit, auditFields, "the audit", "/audit", report);
  if (base.audit !== undefined) return;
  const message = "The base has no audit to change. Write the policy anew, with one.";
  if (changes.audit !== undefined) report({ pointer: "/audit", code: "unknown-reference", message });
  if (add.checks !== undefined) report({ pointer: "/add/checks", code: "unknown-reference", message });
}

/** Checks what a list of changes names: rules of the base, and fields of those. */
export function checkChanges(base: Policy, changes: PolicyChanges, report: Report): void {
  const { change = {}, remove = [], add = {} } = changes;
  const kindOf = new Map([
    ...(base.criteria ?? []).map(({ id }) => [id, "criterion"] as const),
    ...(base.signs ?? []).map(({ id }) => [id, "sign"] as const),
    ...base.tiers.flatMap(({ limits = [] }) => limits.map(({ id }) => [id, "limit"] as const)),
    ...(base.tables ?? []).flatMap((table) => rowIds(table).map((id) => [id, "row"] as const)),
  ]);
  const known = new Set(kindOf.keys());
  checkFields(changes, [...changesFields, ...partKinds], "a list of changes", "", report);
  checkFields(add, [...addFields, ...partKinds], "what is added", "/add", report);
  checkGovernanceChanges(base, changes, report);
  checkRowChanges(base, changes, report);
  for (const [id, changed = {}] of Object.entries(change)) {
    const pointer = toPointer(["change", id]);
    const kind = kindOf.get(id);
    if (kind === undefined) reportUnknown("rule", id, known, pointer, report);
    else checkFields(changed, changeable[kind], `the ${kind} "${inShort(id)}"`, pointer, report);
  }
  for (const [index, id] of remove.entries()) {
    if (!known.has(id)) reportUnknown("rule", id, known, toPointer(["remove", index]), report);
  }
}
