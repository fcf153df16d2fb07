import type { Condition, Points } from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import { checkLine } from "./check-line.js";
import { type Report, shown } from "./report.js";

/** A mention of a sign or a rubric in a condition, or of a rule by the component that covers it. */
export interface Reference {
  readonly kind: "sign" | "rubric" | "component";
  readonly id: string;
  readonly pointer: Pointer;
}

/** Without parts, a condition would hold for every app, or for none. */
function checkParts(parts: readonly unknown[], pointer: Pointer, report: Report): void {
  if (parts.length > 0) return;
  report({ pointer, code: "out-of-range", message: "This list must have at least 1 entry, but has 0." });
}

function checkWhole(value: unknown, pointer: Pointer, report: Report): void {
  if (Number.isInteger(value)) return;
  report({ pointer, code: "wrong-type", message: `Expected a whole number, but saw ${shown(value)}.` });
}

/** Checks the items of a rubric or of a score, and gives what they refer to. */
export function checkPoints(
  items: readonly Points[],
  pointer: Pointer,
  facts: Catalogue,
  report: Report,
): readonly Reference[] {
  checkParts(items, pointer, report);
  return items.flatMap(({ points, when }, index) => {
    checkWhole(points, `${pointer}/${index}/points`, report);
    return checkCondition(when, `${pointer}/${index}/when`, facts, report);
  });
}

/** Checks every line of a condition, and gives what the condition refers to. */
export function checkCondition(
  condition: Condition,
  pointer: Pointer,
  facts: Catalogue,
  report: Report,
): readonly Reference[] {
  const each = (parts: readonly Condition[], field: string) => {
    checkParts(parts, `${pointer}/${field}`, report);
    return parts.flatMap((part, index) => checkCondition(part, `${pointer}/${field}/${index}`, facts, report));
  };

  if ("fact" in condition) {
    checkLine(condition, facts, pointer, report);
    return [];
  }
  if ("all" in condition) return each(condition.all, "all");
  if ("any" in condition) return each(condition.any, "any");
  if ("not" in condition) return checkCondition(condition.not, `${pointer}/not`, facts, report);
  if ("sign" in condition) return [{ kind: "sign", id: condition.sign, pointer: `${pointer}/sign` }];
  if ("count" in condition) {
    checkWhole(condition.atLeast, `${pointer}/atLeast`, report);
    if (condition.atLeast <= 0) {
      const message = `This must be more than 0, but is ${condition.atLeast}.`;
      report({ pointer: `${pointer}/atLeast`, code: "out-of-range", message });
    }
    return each(condition.count, "count");
  }
  const { score, atLeast } = condition;
  if (typeof score !== "string") {
    const references = checkPoints(score, `${pointer}/score`, facts, report);
    checkWhole(atLeast, `${pointer}/atLeast`, report);
    return references;
  }
  checkWhole(atLeast, `${pointer}/atLeast`, report);
  return [{ kind: "rubric", id: score, pointer: `${pointer}/score` }];
}
