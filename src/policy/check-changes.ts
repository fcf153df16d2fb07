import { inShort, type Pointer, suggest, toPointer } from "../problems/index.js";
import type { PolicyChanges } from "./changes.js";
import { checkRowChanges } from "./check-row-changes.js";
import { idsOf, placed } from "./placed.js";
import type { Policy } from "./policy.js";
import { type Report, reportUnknown } from "./report.js";
import { rowIds } from "./tables.js";

const words = ["title", "why", "advice"];
const background = ["source", "references", "effort", "lifecycle"];

/** What may change in each kind of rule. */
const changeable = {
  criterion: ["lines", ...words, ...background, "unless", "tier", "when"],
  sign: ["lines", ...words, ...background, "unless", "tier", "severity", "when"],
  limit: ["lines", ...words, ...background, "unless", "holds"],
  row: ["lines", ...words, "tier", "when"],
};

const partKinds = ["components", "reviews", "boundaries", "tables", "adjustments"] as const;
const changesFields = [
  "extends",
  "with",
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
const addFields = ["facts", "criteria", "signs", "checklist", "checks", "weights", "rubrics", "rows"];
const auditFields = ["everyDays", "points", "tierPoints", "furtherShare", "checks", "weights"];

/** What may change in each part of the governance around the rules. */
const changeableParts = {
  component: ["title", "summary", "covers", "from", "when", "retired", "source", "references"],
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
  boundary: [...words, ...background, "actions", "above", "when", "unlessUsing", "review", "instead"],
  adjustment: [...words, ...background, "when", "by", "onlyIn"],
  table: [...words, ...background, "hit", "rows"],
  check: [...words, ...background, "severity", "suggests", "when", "beyond", "expired", "unseenFor"],
  weight: ["title", "why", "references", "when", "times"],
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

/** Checks which reviews get further questions. */
function checkAddedItems(base: Policy, { add = {} }: PolicyChanges, report: Report): void {
  const known = idsOf(base.reviews);
  for (const { item, pointer } of placed(add.checklist, "/add/checklist")) {
    if (!known.has(item.review)) reportUnknown("review", item.review, known, `${pointer}/review`, report);
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
  checkParts("weight", base.audit?.weights, audit.weights, "/audit/weights", report);
  checkFields(audit, auditFields, "the audit", "/audit", report);
  if (base.audit !== undefined) return;
  const message = "The policy that is extended has no audit to change. Write a policy with one.";
  if (changes.audit !== undefined) report({ pointer: "/audit", code: "unknown-reference", message });
  for (const list of ["checks", "weights"] as const) {
    if (add[list] !== undefined) report({ pointer: `/add/${list}`, code: "unknown-reference", message });
  }
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
  checkAddedItems(base, changes, report);
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
