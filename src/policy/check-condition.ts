import { byForm, type Condition, childrenOf, type Points } from "../conditions/index.js";
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

function checkPositive(value: number, pointer: Pointer, report: Report): void {
  if (value <= 0) report({ pointer, code: "out-of-range", message: `This must be more than 0, but is ${value}.` });
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
  const inside = () =>
    childrenOf(condition).flatMap(({ part, place }) => checkCondition(part, `${pointer}${place}`, facts, report));
  const each = (parts: readonly Condition[], field: string) => {
    checkParts(parts, `${pointer}/${field}`, report);
    return inside();
  };

  return byForm(condition, {
    fact: (line) => {
      checkLine(line, facts, pointer, report);
      return [];
    },
    all: ({ all }) => each(all, "all"),
    any: ({ any }) => each(any, "any"),
    not: inside,
    count: ({ count, atLeast }) => {
      checkWhole(atLeast, `${pointer}/atLeast`, report);
      checkPositive(atLeast, `${pointer}/atLeast`, report);
      return each(count, "count");
    },
    score: ({ score, atLeast }) => {
      const isNamed = typeof score === "string";
      const found: readonly Reference[] = isNamed
        ? [{ kind: "rubric", id: score, pointer: `${pointer}/score` }]
        : checkPoints(score, `${pointer}/score`, facts, report);
      checkWhole(atLeast, `${pointer}/atLeast`, report);
      return found;
    },
    sign: ({ sign }) => [{ kind: "sign", id: sign, pointer: `${pointer}/sign` }],
  });
}
