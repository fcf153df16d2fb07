import type { Condition, Points } from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import { checkLine } from "./check-line.js";
import type { Report } from "./report.js";

/** A mention of a sign or a rubric in a condition. */
export interface Reference {
  readonly kind: "sign" | "rubric";
  readonly id: string;
  readonly pointer: Pointer;
}

/** Checks the items of a rubric or of a score, and gives what they refer to. */
export function checkPoints(
  items: readonly Points[],
  pointer: Pointer,
  facts: Catalogue,
  report: Report,
): readonly Reference[] {
  return items.flatMap(({ when }, index) => checkCondition(when, `${pointer}/${index}/when`, facts, report));
}

/** Checks every line of a condition, and gives what the condition refers to. */
export function checkCondition(
  condition: Condition,
  pointer: Pointer,
  facts: Catalogue,
  report: Report,
): readonly Reference[] {
  const each = (parts: readonly Condition[], field: string) =>
    parts.flatMap((part, index) => checkCondition(part, `${pointer}/${field}/${index}`, facts, report));

  if ("fact" in condition) {
    checkLine(condition, facts, pointer, report);
    return [];
  }
  if ("all" in condition) return each(condition.all, "all");
  if ("any" in condition) return each(condition.any, "any");
  if ("count" in condition) return each(condition.count, "count");
  if ("not" in condition) return checkCondition(condition.not, `${pointer}/not`, facts, report);
  if ("sign" in condition) return [{ kind: "sign", id: condition.sign, pointer: `${pointer}/sign` }];
  if (typeof condition.score !== "string") return checkPoints(condition.score, `${pointer}/score`, facts, report);
  return [{ kind: "rubric", id: condition.score, pointer: `${pointer}/score` }];
}
