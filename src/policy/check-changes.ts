import { type Pointer, suggest, toPointer } from "../problems/index.js";
import type { PolicyChanges } from "./changes.js";
import type { Policy } from "./policy.js";
import { type Report, reportUnknown } from "./report.js";

const fieldsOfAll = ["lines", "title", "why", "advice", "source", "unless"];

/** What may change in each kind of rule. */
const changeable = {
  criterion: [...fieldsOfAll, "tier", "when"],
  sign: [...fieldsOfAll, "tier", "severity", "when"],
  limit: [...fieldsOfAll, "holds"],
};

const changesFields = ["id", "version", "title", "description", "change", "remove", "add"];
const addFields = ["criteria", "signs", "components"];

/** Reports the fields that would change nothing where they stand, or the wrong thing. */
function checkFields(value: object, known: readonly string[], what: string, pointer: Pointer, report: Report): void {
  for (const field of Object.keys(value)) {
    if (known.includes(field)) continue;
    const { hint, ...rest } = suggest(field, known);
    const message = `"${field}" is not a field of ${what}.${hint}`;
    report({ pointer: pointer + toPointer([field]), code: "unknown-key", message, ...rest });
  }
}

/** Checks what a list of changes names: rules of the base, and fields of those. */
export function checkChanges(base: Policy, changes: PolicyChanges, report: Report): void {
  const { change = {}, remove = [], add = {} } = changes;
  const rules = [
    ...(base.criteria ?? []).map(({ id }) => ({ id, kind: "criterion" as const })),
    ...(base.signs ?? []).map(({ id }) => ({ id, kind: "sign" as const })),
    ...base.tiers.flatMap(({ limits = [] }) => limits.map(({ id }) => ({ id, kind: "limit" as const }))),
  ];
  const known = rules.map(({ id }) => id);
  checkFields(changes, changesFields, "a list of changes", "", report);
  checkFields(add, addFields, "what is added", "/add", report);
  for (const [id, changed = {}] of Object.entries(change)) {
    const pointer = toPointer(["change", id]);
    const rule = rules.find((each) => each.id === id);
    if (rule === undefined) reportUnknown("rule", id, known, pointer, report);
    else checkFields(changed, changeable[rule.kind], `the ${rule.kind} "${id}"`, pointer, report);
  }
  for (const [index, id] of remove.entries()) {
    if (!known.includes(id)) reportUnknown("rule", id, known, toPointer(["remove", index]), report);
  }
}
